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
import { type Column, daysApart, dayWithin } from './day-within.ts';

/** What a cell held when it was taken, by the view of that moment: it is put down when another may be shown. */
type Taken = {
  line: string | null;
  column: Column;
  count: number;
  asked: Parameters;
  /** Its open tasks; null where they are too many to be named, or could not be asked for. */
  ids: Promise<number[] | null>;
};

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
          {where ? say('calendar.staleAt', { id, ...where }) : say('task.stale', { id })}{' '}
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

/** Nobody reached is told by the move itself. */
const countClosed = (view: Parameters) =>
  ask('tasks.count', { ...view, 'f.open': 'no' }).then(
    ({ count }) => count,
    () => 0,
  );

/** The open tasks of the cell that the view shows. */
const openOf = ({ line, column: { from, to }, asked }: Pick<Taken, 'line' | 'column' | 'asked'>) => ({
  ...asked,
  'f.open': 'yes',
  'f.manager': valueOfKey(line ?? ''),
  d: `${from}..${to}`,
});

/** More tasks than this are not named one by one. */
const namedAtMost = 500;

const idsIn = (view: Parameters) =>
  ask('tasks.list', { ...view, limit: String(namedAtMost) }).then(
    ({ rows }) => (rows.length > 0 && rows.length < namedAtMost ? rows.map(({ id }) => id) : null),
    () => null,
  );

export function useCalendarMoves({ grid, asked, references, onOpenTask }: Around) {
  const tellStale = useTellStale({ references, onOpenTask });
  const say = useSay();
  const act = useDo();
  const format = useFormat();
  const dayOf = ({ column }: Place) => grid.columns[column]?.from ?? grid.from;
  const spanOf = ({ column }: Place) => {
    const { from, to } = grid.columns[column] ?? grid;
    return { from, to };
  };
  const columnOf = (place: Place): Column => ({ ...spanOf(place), step: grid.step });
  const take = (from: Place): Taken => {
    const cell = { line: from.line, column: columnOf(from), asked };
    return { ...cell, count: countAt(grid, from), ids: idsIn(openOf(cell)) };
  };
  const whereTo = (to: Place, day = dayOf(to)) =>
    [references.personName(managerOf(to)) || say('calendar.nobody'), format.day(day)].join(', ');
  const tell = (message: string) => notifications.show({ message, autoClose: 8000, withCloseButton: true });
  /** Open tasks of the cell that the view showed; what is done stays on the day it was done. */
  const onMove = async (taken: Taken, to: Place) => {
    const { line, column, count, asked } = taken;
    const within = spanOf(to);
    const staysInDays = within.from <= column.from && column.to <= within.to;
    if (line === null || (line === to.line && staysInDays)) return;
    const view = openOf(taken);
    if (asked['f.open'] === 'no') return tell(say('calendar.closedStay', { count }));
    const closedHere = asked['f.open'] === 'yes' ? 0 : await countClosed(view);
    /** What of the cell did not come along, and why. */
    const left = ({ changed, skipped }: Moved) => {
      const others = Math.max(0, count - changed - skipped);
      const closed = Math.min(others, closedHere);
      return [
        closed > 0 && say('calendar.closedStay', { count: closed }),
        others > closed && say('calendar.goneBefore', { count: others - closed }),
        skipped > 0 && say('task.skipped', { count: skipped }),
      ].filter(Boolean);
    };
    const ids = await taken.ids;
    const answer = await act(
      'tasks.changeMany',
      {
        chosen: ids ? { ids, within: view, near: true } : { view, except: [], near: true },
        set: line === to.line ? {} : { managerId: managerOf(to) },
        ...(staysInDays ? {} : { moveByDays: daysApart(column, columnOf(to)), within }),
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
    take,
    onMove: (taken: Taken, to: Place) => void onMove(taken, to),
    onDropItem: (item: string, to: Place) => void onDropItem(item, to),
    onRefused,
  };
}

/** Tasks of the view in a manager's cell. */
export function countAt(grid: CalendarGrid, { line, column }: Place): number {
  const row = grid.rows.findIndex(({ managerId }) => managerKey(managerId) === line);
  return grid.cells.find(([r, c]) => r === row && c === column)?.[2] ?? 0;
}
