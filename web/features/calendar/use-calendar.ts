// The calendar of a view: asked anew as the view or the firm's life changes, drawn as lines, heads and words.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CalendarColumn, CalendarGrid } from '../../../contract/calendar.ts';
import { calendarLines, headLabels, type Mode, shortHours } from '../../../contract/calendar-lines.ts';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import type { CalendarHead } from '../../kit/calendar-grid/calendar-types.ts';
import { ask } from '../../platform/api.ts';
import type { Format } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { useStanding } from '../../platform/standing.ts';
import { type Say, useWords } from '../../platform/texts.tsx';

/** The grid with what it answers: while another view is asked for, the one before it is still shown and worked in. */
export function useCalendarGrid(parameters: Parameters) {
  const queryKey = ['calendar', 'grid', parameters];
  const result = useQuery({
    queryKey,
    queryFn: async ({ signal }) => ({
      asked: parameters,
      grid: await ask('calendar.grid', parameters, signal),
    }),
    placeholderData: keepPreviousData,
  });
  return useStanding(queryKey, result);
}

/** Sorting, columns and pages are the list's, not the calendar's. */
export function calendarParameters({
  sort: _s,
  cols: _c,
  n: _n,
  page: _p,
  mode,
  ...rest
}: Parameters): Parameters {
  const searched = Object.keys(rest).some((name) => name.startsWith('s.')) || rest.q;
  const view = searched && mode ? { ...rest, mode } : rest;
  return view.d ? view : { ...view, d: 'next30' };
}

export type Shown = { grid: CalendarGrid; references: References; mode: Mode; folded: ReadonlySet<string> };

export function useLines({ grid, references, mode, folded }: Shown, format: Format) {
  const { say } = useWords();
  return useMemo(
    () =>
      calendarLines({
        grid,
        groups: references.groupsOf('managers'),
        groupOf: (id) => references.person.get(id)?.groupId ?? null,
        nameOf: references.personName,
        nobody: say('calendar.nobody'),
        mode,
        folded,
        number: format.number,
        hours: (minutes) => say('calendar.hours', { hours: format.number(shortHours(minutes)) }),
      }),
    [grid, references, mode, folded, format, say],
  );
}

export function useHeads({ columns, step }: CalendarGrid, today: string, format: Format): CalendarHead[] {
  const { say } = useWords();
  return useMemo(
    () => columns.map((column) => headOf(column, { step, today, format, say })),
    [columns, step, today, format, say],
  );
}

type Around = { step: CalendarGrid['step']; today: string; format: Format; say: Say };

function headOf(column: CalendarColumn, { step, today, format, say }: Around): CalendarHead {
  const { from, to, off, holiday } = column;
  const day = step === 'day' ? format.longDay(from) : format.days(from, to);
  return {
    key: `${from}..${to}`,
    ...headLabels(column, step, format),
    off,
    today: from <= today && today <= to,
    title: holiday ? say('calendar.holidayHead', { day, holiday }) : day,
  };
}
