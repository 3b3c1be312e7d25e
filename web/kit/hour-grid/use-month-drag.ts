// Things of a month dragged from day to day; each keeps its hour by the clock.
import { useRef, useState } from 'react';
import { usePointerDrag } from '../use-pointer-drag.ts';
import { axisOf } from './hour-axis.ts';
import { onDay } from './hour-move.ts';
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
  const move = (key: string, day: string) => {
    const item = items.find((each) => each.key === key);
    if (item?.movable && item.day !== day)
      onMove(key, onDay(axisOf([item.day], timeZone), slotOf(item), day));
  };
  const drag = usePointerDrag<string>({
    pick: (event) => {
      const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
      return items.some((item) => item.key === key && item.movable) ? (key ?? null) : null;
    },
    over: (key, { x, y }) => {
      const day = monthDayAt(document.elementFromPoint(x, y));
      show(day ? { key, day } : null);
    },
    drop: (key) => {
      if (target.current) move(key, target.current.day);
      show(null);
    },
    giveUp: () => show(null),
    scroller: () => null,
  });
  return { over, move, ...drag };
}
