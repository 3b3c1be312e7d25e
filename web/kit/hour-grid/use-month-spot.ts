// Where one stands in a month, and what keys and clicks do there.
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { dayAfter } from './hour-axis.ts';
import type { HourItem } from './hour-types.ts';
import { type MonthGridProps, type MonthSpot, monthDayAt } from './month-types.ts';

type Told = MonthGridProps & {
  shownOf(day: string): HourItem[];
  move(item: HourItem, day: string): void;
  wasDragged(): boolean;
};

const week = 7;
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -week, ArrowDown: week };

export function useMonthSpot(grid: Told) {
  const { days, items, month, shownOf, move, wasDragged } = grid;
  const today = days.find((each) => each.today)?.day;
  const [spot, setSpot] = useState<MonthSpot>({ day: today ?? month, key: null });
  const shows = (name: string) => days.some(({ day }) => day === name);
  const thing = items.find(({ key }) => key === spot.key);
  const at: MonthSpot = thing
    ? { day: thing.day, key: thing.key }
    : { day: shows(spot.day) ? spot.day : month, key: null };
  const walk = (step: number) => {
    const inDay = [null, ...shownOf(at.day).map(({ key }) => key)];
    const next = Math.abs(step) === week ? inDay[inDay.indexOf(at.key) + Math.sign(step)] : undefined;
    if (next !== undefined) return setSpot({ day: at.day, key: next });
    const day = dayAfter(at.day, step);
    const last = step === -week ? shownOf(day).at(-1)?.key : null;
    setSpot({ day, key: last ?? null });
    if (!shows(day)) grid.onStep(step < 0 ? -1 : 1);
  };
  /** True: the key was one of the grid's. */
  const press = ({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean => {
    if (ctrlKey || metaKey || shiftKey) return false;
    const step = steps[key];
    if (step !== undefined && !altKey) walk(step);
    else if (step !== undefined) {
      if (thing) move(thing, dayAfter(at.day, step));
    } else if (altKey) return false;
    else if (key === ' ') grid.onMore(at.day);
    else if (key !== 'Enter') return false;
    else if (at.key === null) grid.onDay(at.day);
    else grid.onOpen(at.key);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as Element).closest('button') || !press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const element = event.target as Element;
    if (wasDragged() || element.closest('button')) return;
    const day = monthDayAt(element);
    const key = element.closest<HTMLElement>('[data-key]')?.dataset.key ?? null;
    if (day) setSpot({ day, key });
    if (key) grid.onOpen(key);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const element = event.target as Element;
    const day = element.closest('button, [data-key]') ? null : monthDayAt(element);
    if (day) grid.onCreate?.({ day, start: null, minutes: grid.usualMinutes });
  };
  return { at, onKeyDown, onClick, onDoubleClick };
}
