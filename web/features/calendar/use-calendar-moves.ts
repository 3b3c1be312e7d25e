// Moving in the calendar: a whole cell, or one task out of a preview, to another day or manager; one undo each.
import type { CalendarGrid } from '../../../contract/calendar.ts';
import { valueOfKey } from '../../../contract/calendar-lines.ts';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import type { Place } from '../../kit/calendar-grid/calendar-types.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import type { Carried } from './day-preview.tsx';

const managerOf = ({ line }: Place) => (line === null || line === 'm' ? null : Number(line.slice(1)));

export function useCalendarMoves(grid: CalendarGrid, asked: Parameters, references: References) {
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
  const whereTo = (to: Place) =>
    [references.personName(managerOf(to)) || say('calendar.nobody'), format.day(dayOf(to))].join(', ');
  /** Open tasks of the cell that the view shows; what is done stays on the day it was done. */
  const onMove = (from: Place, to: Place) => {
    if (from.line === null || (from.line === to.line && from.column === to.column)) return;
    const { from: first, to: last } = grid.columns[from.column] ?? grid;
    const view = { ...asked, 'f.open': 'yes', 'f.manager': valueOfKey(from.line), d: `${first}..${last}` };
    void act(
      'tasks.changeMany',
      {
        chosen: { view, except: [] },
        set: from.line === to.line ? {} : { managerId: managerOf(to) },
        ...(from.column === to.column ? {} : { moveByDays: shiftOf(from, to), within: spanOf(to) }),
      },
      { text: ({ changed }) => say('task.moved', { count: changed, name: whereTo(to) }) },
    );
  };
  const onDropItem = (item: string, to: Place) => {
    const { id, version, managerId, day } = JSON.parse(item) as Carried;
    const target = managerOf(to);
    if (target === null && managerId !== null) return takeAway(id, day, to);
    const move = {
      id,
      version,
      day: dayOf(to),
      ...(target === null || target === managerId ? {} : { managerId: target }),
    };
    void act(
      'tasks.move',
      { moves: [move] },
      {
        text: ({ changed }) =>
          changed > 0 ? say('task.moved', { count: changed, name: whereTo(to) }) : say('calendar.stale'),
      },
    );
  };
  const takeAway = (id: number, day: string, to: Place) =>
    void act(
      'tasks.changeMany',
      { chosen: { ids: [id] }, set: { managerId: null }, moveByDays: daysBetween(day, dayOf(to)) },
      { text: ({ changed }) => say('task.moved', { count: changed, name: whereTo(to) }) },
    );
  return { onMove, onDropItem };
}
