// Moving in the calendar: a whole cell, or one task out of a preview, to another day or manager; one undo each.
import { Button } from '@mantine/core';
import type { CalendarGrid } from '../../../contract/calendar.ts';
import { managerKey, valueOfKey } from '../../../contract/calendar-lines.ts';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import type { Place, Refused } from '../../kit/calendar-grid/calendar-types.ts';
import { notifications } from '../../kit/notes/notes.ts';
import { ask } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFirmFormat, useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import type { Carried } from './day-preview.tsx';
import { dayWithin } from './day-within.ts';

type Moved = { changed: number; skipped: number };

const managerOf = ({ line }: Place) => (line === null || line === 'm' ? null : Number(line.slice(1)));

type Around = {
  grid: CalendarGrid;
  asked: Parameters;
  references: References;
  onOpenTask(id: number): void;
};

/** Says that a task was changed just now and stays, where it stands if that is known, and opens it. */
function useTellStale({ references, onOpenTask }: Pick<Around, 'references' | 'onOpenTask'>) {
  const say = useSay();
  const firm = useFirmFormat();
  return async (id: number) => {
    const toast = `stale-${id}`;
    const now = await ask('tasks.get', { id }).catch(() => null);
    const open = () => {
      notifications.hide(toast);
      onOpenTask(id);
    };
    const where = now && {
      when: now.at ? firm.moment(now.at, now.hasTime) : say('interval.undated'),
      name: references.personName(now.managerId) || say('calendar.nobody'),
    };
    notifications.show({
      id: toast,
      autoClose: 10_000,
      withCloseButton: true,
      message: (
        <>
          {where ? say('calendar.staleAt', { id, ...where }) : say('calendar.staleOne', { id })}{' '}
          {now && (
            <Button size="compact-xs" variant="subtle" onClick={open}>
              {say('calendar.openTask')}
            </Button>
          )}
        </>
      ),
    });
  };
}

export function useCalendarMoves({ grid, asked, references, onOpenTask }: Around) {
  const tellStale = useTellStale({ references, onOpenTask });
  const say = useSay();
  const act = useDo();
  const format = useFormat();
  const dayOf = ({ column }: Place) => grid.columns[column]?.from ?? grid.from;
  const daysBetween = (from: string, to: string) =>
    Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
  const spanOf = ({ column }: Place) => {
    const { from, to } = grid.columns[column] ?? grid;
    return { from, to };
  };
  /** Whole weeks go to the same weekdays, though the first or the last of them may be cut. */
  const shiftOf = (from: Place, to: Place) =>
    grid.step === 'week' ? 7 * (to.column - from.column) : daysBetween(dayOf(from), dayOf(to));
  const whereTo = (to: Place, day = dayOf(to)) =>
    [references.personName(managerOf(to)) || say('calendar.nobody'), format.day(day)].join(', ');
  const tell = (message: string) => notifications.show({ message, autoClose: 8000, withCloseButton: true });
  /** Open tasks of the cell that the view shows; what is done stays on the day it was done. */
  const onMove = async (from: Place, to: Place) => {
    if (from.line === null || (from.line === to.line && from.column === to.column)) return;
    const { from: first, to: last } = grid.columns[from.column] ?? grid;
    const view = { ...asked, 'f.open': 'yes', 'f.manager': valueOfKey(from.line), d: `${first}..${last}` };
    const count = countAt(grid, from);
    if (asked['f.open'] === 'no') return tell(say('calendar.closedStay', { count }));
    /** What of the cell is where it was, and why. */
    const left = ({ changed, skipped }: Moved) => {
      const closed = Math.max(0, count - changed - skipped);
      return [
        closed > 0 && say('calendar.closedStay', { count: closed }),
        skipped > 0 && say('task.skipped', { count: skipped }),
      ].filter(Boolean);
    };
    const answer = await act(
      'tasks.changeMany',
      {
        chosen: { view, except: [], near: true },
        set: from.line === to.line ? {} : { managerId: managerOf(to) },
        ...(from.column === to.column ? {} : { moveByDays: shiftOf(from, to), within: spanOf(to) }),
      },
      {
        text: (moved) =>
          [say('task.moved', { count: moved.changed, name: whereTo(to) }), ...left(moved)].join('; '),
      },
    );
    if (answer && answer.operation === null) tell(left(answer).join('; ') || say('calendar.stale'));
  };
  const onDropItem = async (item: string, to: Place) => {
    const { id, version, managerId, day: was } = JSON.parse(item) as Carried;
    const target = managerOf(to);
    const day = dayWithin(was, spanOf(to), grid.step);
    const move = { id, version, day, ...(target === managerId ? {} : { managerId: target }) };
    const text = ({ changed }: Moved) => say('task.moved', { count: changed, name: whereTo(to, day) });
    const answer = await act('tasks.move', { moves: [move] }, { text });
    if (answer && answer.operation === null && (was !== day || move.managerId !== undefined))
      await tellStale(id);
  };
  const onRefused = (place: Place, why: Refused) =>
    tell(
      say(`calendar.may.${why}`, { name: references.personName(managerOf(place)) || say('calendar.nobody') }),
    );
  return {
    onMove: (from: Place, to: Place) => void onMove(from, to),
    onDropItem: (item: string, to: Place) => void onDropItem(item, to),
    onRefused,
  };
}

/** Tasks of the view in a manager's cell. */
export function countAt(grid: CalendarGrid, { line, column }: Place): number {
  const row = grid.rows.findIndex(({ managerId }) => managerKey(managerId) === line);
  return grid.cells.find(([r, c]) => r === row && c === column)?.[2] ?? 0;
}
