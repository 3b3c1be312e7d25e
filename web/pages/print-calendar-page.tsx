// The calendar of all managers on paper: as it is shown, with its filter in words.
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Parameters, viewFromParameters, viewToParameters } from '../../contract/kit/view-url.ts';
import { CalendarPrint } from '../features/calendar/calendar-print.tsx';
import { calendarParameters, useCalendarGrid } from '../features/calendar/use-calendar.ts';
import { useTaskFilters } from '../features/tasks/task-filters.ts';
import { usePaperViewWords } from '../features/views/view-words.ts';
import { PrintFailure, PrintPage } from '../platform/print-page.tsx';
import { useReferences } from '../platform/references.ts';
import { useMay, useMe } from '../platform/session.tsx';
import { useWords } from '../platform/texts.tsx';
import { useClientNames } from './use-client-names.ts';

export function PrintCalendarPage() {
  const words = useWords();
  const { firm } = useMe();
  const mayExport = useMay('tasks', 'export');
  const references = useReferences();
  const search = useSearch({ strict: false }) as Parameters;
  const { card: _card, by: _by, ...given } = search;
  const own = JSON.stringify({ d: 'next30', ...given });
  const { view, faults } = useMemo(() => viewFromParameters('tasks', JSON.parse(own)), [own]);
  // What cannot be read is refused by the house: paper must not show more than was asked for.
  const unread = faults.length > 0;
  const asked = useMemo(
    () => (unread ? JSON.parse(own) : calendarParameters(viewToParameters(view))),
    [unread, own, view],
  );
  const { data, error } = useCalendarGrid(asked);
  const viewWords = usePaperViewWords(useTaskFilters(references, useClientNames(view.where)));
  const mode = search.by === 'load' ? 'load' : 'count';
  const home = `/calendar?${new URLSearchParams(search)}`;
  if (error) return <PrintFailure error={error} home={home} />;
  const title = [
    firm.name,
    words.say('place.calendar'),
    viewWords(view),
    mode === 'load' && words.say('calendar.byLoad'),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <PrintPage
      title={title}
      first="landscape"
      ready={data !== undefined}
      home={home}
      pdf={
        mayExport
          ? (paper) => `/exports/calendar.pdf?${new URLSearchParams({ ...asked, by: mode, paper, title })}`
          : undefined
      }
    >
      {data && <CalendarPrint grid={data.grid} mode={mode} references={references} title={title} />}
    </PrintPage>
  );
}
