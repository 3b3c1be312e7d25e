// The days of one manager on paper, as a list: what the calendar of one shows, with its filter in words.
import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { printedADay } from '../../contract/calendar.ts';
import { type Parameters, viewFromParameters, viewToParameters } from '../../contract/kit/view-url.ts';
import { boundsOf, dayOf, shownFaults, spanOf } from '../features/calendar/own-days.ts';
import { OwnDaysPrint } from '../features/calendar/own-days-print.tsx';
import { useTaskFilters } from '../features/tasks/task-filters.ts';
import { usePaperViewWords } from '../features/views/view-words.ts';
import { PrintFailure, PrintPage, useClockWords } from '../platform/print-page.tsx';
import { useAsk } from '../platform/queries.ts';
import { useReferences } from '../platform/references.ts';
import { useMay, useMe } from '../platform/session.tsx';
import { useClientNames } from './use-client-names.ts';

export function PrintManagerPage() {
  const { firm, today } = useMe();
  const references = useReferences();
  const { manager } = useParams({ strict: false }) as { manager: string };
  const shown = useSearch({ strict: false }) as Parameters;
  const { span, d, ...search } = shown;
  const kept = JSON.stringify(search);
  const { view, faults } = useMemo(
    () => viewFromParameters('tasks', JSON.parse(kept), ['card', 'f.manager', 'hand']),
    [kept],
  );
  const inHand = search.hand === 'yes';
  const days = boundsOf({ span: spanOf(span, inHand), day: dayOf(d, today), inHand });
  const { card: _card, hand: _hand, ...given } = search;
  // What cannot be read is refused by the house: paper must not show more than was asked for.
  const isRead = faults.length === 0 && shownFaults(shown).length === 0;
  const asked = isRead
    ? { ...viewToParameters(view), d: `${days.from}..${days.to}` }
    : { ...given, d: d ?? `${days.from}..${days.to}` };
  const { data, error } = useAsk('calendar.manager', {
    ...asked,
    'f.manager': manager,
    limit: String(printedADay),
  });
  const mayExport = useMay('tasks', 'export');
  const viewWords = usePaperViewWords(useTaskFilters(references, useClientNames(view.where)));
  const clock = useClockWords('firm');
  const home = `/calendar/${manager}?${new URLSearchParams(shown)}`;
  if (error) return <PrintFailure error={error} home={home} />;
  const shownDays = viewWords({ ...view, interval: days });
  const title = [firm.name, references.personName(Number(manager)), shownDays, clock]
    .filter(Boolean)
    .join(' · ');
  return (
    <PrintPage
      title={title}
      first="portrait"
      ready={data !== undefined}
      home={home}
      pdf={
        mayExport
          ? (paper) => `/exports/manager.pdf?${new URLSearchParams({ ...asked, manager, paper, title })}`
          : undefined
      }
    >
      {data && <OwnDaysPrint answer={data} references={references} title={title} />}
    </PrintPage>
  );
}
