// Things of a month dragged from day to day; each keeps its hour by the clock.
import { useRef, useState } from 'react';
import { usePointerDrag } from '../use-pointer-drag.ts';
import { axisOf } from './hour-axis.ts';
import { onDay } from './hour-move.ts';
import type { HourItem } from './hour-types.ts';
import { type MonthGridProps, monthDayAt } from './month-types.ts';
import { slotOf } from './use-hour-drag.ts';

type Over = { key: string; day: string };

export function useMonthDrag({
  items,
  timeZone,
  onMove,
}: Pick<MonthGridProps, 'items' | 'timeZone' | 'onMove'>) {
  const [over, setOver] = useState<Over | null>(null);
  const target = useRef<Over | null>(null);
  const show = (next: Over | null) => {
    target.current = next;
    setOver(next);
  };
  const move = (item: HourItem, day: string) => {
    if (item.movable && item.day !== day)
      onMove(item, onDay(axisOf([item.day], timeZone), slotOf(item), day));
  };
  const drag = usePointerDrag<HourItem>({
    pick: (event) => {
      const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
      return items.find((item) => item.key === key && item.movable) ?? null;
    },
    over: ({ key }, { x, y }) => {
      const day = monthDayAt(document.elementFromPoint(x, y));
      show(day ? { key, day } : null);
    },
    drop: (item) => {
      if (target.current) move(item, target.current.day);
      show(null);
    },
    giveUp: () => show(null),
    scroller: () => null,
  });
  return { over, move, ...drag };
}
