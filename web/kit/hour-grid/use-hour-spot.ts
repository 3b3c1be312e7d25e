// Where one stands in the hours, and what keys and clicks do there.
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { type Axis, dayAfter, momentAt, placeAt, placeOfClock, sameClock } from './hour-axis.ts';
import { type Draft, quarterHeight } from './hour-column.tsx';
import { moved, usualStart } from './hour-move.ts';
import type { DaysProps, HourDay, HourItem } from './hour-types.ts';
import { moveDeed, type Stop, type WalkedDay, type Way, walkStops } from './hour-walk.ts';
import { slotOf } from './use-hour-drag.ts';
import type { useRestedMove } from './use-hour-keys.ts';

type Told = Pick<DaysProps, 'days' | 'usualMinutes' | 'onOpen' | 'onCreate' | 'onMore' | 'onStep'> & {
  axis: Axis;
  itemOf(key: string): HourItem | undefined;
  walked(): WalkedDay[];
  draft: Draft | null;
  rested: ReturnType<typeof useRestedMove>;
  idOf(stop: Stop): string;
  wasDragged(): boolean;
};

const ways = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

export function useHourSpot(grid: Told) {
  const { days, axis, itemOf, walked, draft, rested, idOf, wasDragged } = grid;
  const [stood, setStood] = useState<Stood>(() => ({ ...firstStop(axis, days), on: axis }));
  const setStop = (stop: Stop) => setStood({ ...stop, on: axis });
  const stop: Stop = { day: stood.day, key: stood.key, place: sameClock(stood.on, stood.place, axis) };
  const at = currentStop(stop, itemOf(draft?.key ?? stop.key ?? ''), { axis, days });
  const goTo = (next: Stop) => {
    setStop(next);
    const id = idOf(next);
    requestAnimationFrame(() =>
      document.getElementById(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  };
  const walk = (way: Way) => {
    const next = walkStops(walked(), at, { way, length: axis.marks.length });
    if (!('step' in next)) return goTo(next);
    setStop({ ...at, key: null, day: dayAfter(at.day, next.step) });
    grid.onStep(next.step);
  };
  const enter = (spot: Stop) => {
    if (spot.key !== null) return grid.onOpen(spot.key);
    const start = spot.place === null ? null : momentAt(axis, spot.day, spot.place);
    grid.onCreate?.({ day: spot.day, start, minutes: grid.usualMinutes });
  };
  /** True: the key was one of the grid's. */
  const press = (event: KeyboardEvent): boolean => {
    const deed = moveDeed(event.nativeEvent);
    const item = at.key === null ? undefined : itemOf(at.key);
    if (deed && item?.movable) {
      const slot = draft?.key === item.key ? draft.slot : slotOf(item);
      rested.show(item, moved(axis, slot, deed, days));
      return true;
    }
    if (deed) return true;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    const waiting = rested.isPending();
    if (event.key === 'Escape' && waiting) rested.giveUp();
    else if (event.key === ' ') grid.onMore(at.day);
    else if (event.key === 'Enter' && !waiting) enter(at);
    else if (event.key === 'Enter' || ways.has(event.key)) {
      rested.settle();
      if (event.key !== 'Enter') walk(event.key as Way);
    } else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as Element).closest('button') || !press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    if (wasDragged() || (event.target as Element).closest('button')) return;
    const spot = spotUnder(event, axis.marks.length);
    if (spot) setStop(spot);
    if (spot?.key) grid.onOpen(spot.key);
  };
  const onDoubleClick = (event: MouseEvent) => {
    if ((event.target as Element).closest('button')) return;
    const spot = spotUnder(event, axis.marks.length);
    if (spot && spot.key === null) enter(spot);
  };
  /** One stands on the thing, wherever it goes. */
  const stand = (item: HourItem) => setStop(stopOf(axis, item));
  return { at, stand, hands: { onKeyDown, onClick, onDoubleClick } };
}

/** Where one stood, and on which axis: the days of another one may be an hour longer or shorter. */
type Stood = Stop & { on: Axis };

function firstStop(axis: Axis, days: HourDay[]): Stop {
  const day = days.find(({ today }) => today) ?? days[0];
  return { day: day?.day ?? '', key: null, place: placeOfClock(axis, day?.work?.from ?? usualStart) };
}

function stopOf(axis: Axis, { key, day, start }: HourItem): Stop {
  return { key, day, place: start === null ? null : placeAt(axis, day, start) };
}

/** A thing is followed where it goes; days that are shown no more give way to those that are. */
function currentStop(
  stop: Stop,
  item: HourItem | undefined,
  { axis, days }: { axis: Axis; days: HourDay[] },
): Stop {
  const shows = (name: string) => days.some(({ day }) => day === name);
  if (item && shows(item.day)) return stopOf(axis, item);
  const edge = stop.day > (days.at(-1)?.day ?? '') ? days.at(-1) : days[0];
  return { ...stop, key: null, day: shows(stop.day) ? stop.day : (edge?.day ?? '') };
}

function spotUnder(event: MouseEvent, length: number): Stop | null {
  const target = event.target as Element;
  const key = target.closest<HTMLElement>('[data-key]')?.dataset.key ?? null;
  const hours = target.closest<HTMLElement>('[data-hours]');
  if (hours) {
    const place = (event.clientY - hours.getBoundingClientRect().top) / quarterHeight;
    const half = Math.floor(Math.min(place, length - 1) / 2) * 2;
    return { day: hours.dataset.hours as string, key, place: half };
  }
  const whole = target.closest<HTMLElement>('[data-whole]')?.dataset.whole;
  return whole ? { day: whole, key, place: null } : null;
}
