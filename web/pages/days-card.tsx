// One manager's tasks of a day, or of the days of a calendar's column: the list of tasks in a window over the calendar.
import { Button } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { isDay } from '../../contract/kit/interval.ts';
import { type Parameters, viewFromParameters, viewToParameters } from '../../contract/kit/view-url.ts';
import type { TaskRow } from '../../contract/tasks.ts';
import { useTaskFilters } from '../features/tasks/task-filters.ts';
import { TaskList } from '../features/tasks/task-list.tsx';
import { ViewBar } from '../features/views/view-bar.tsx';
import { CardWindow } from '../kit/window/card-window.tsx';
import { type OpenCard, useCards } from '../platform/cards.ts';
import { useFormat } from '../platform/format.ts';
import { useKitLabels } from '../platform/kit-labels.ts';
import { useWindowPlace } from '../platform/layouts.ts';
import { useListRows, useOwnListView } from '../platform/list-view.ts';
import { useReferences } from '../platform/references.ts';
import { useSay } from '../platform/texts.tsx';
import { taskRequests } from './task-requests.ts';
import { useClientNames } from './use-client-names.ts';
import { useTellOutside } from './use-tell-outside.tsx';

/** The filter of the calendar beneath, so that the window shows the rows that its cell counts. */
function useCalendarFilter(): Parameters {
  const search = useSearch({ strict: false }) as Parameters;
  return useMemo(() => {
    const { view } = viewFromParameters('tasks', search, ['card', 'by']);
    const { d: _d, sort: _s, cols: _c, 'f.manager': _m, ...filter } = viewToParameters(view);
    return filter;
  }, [search]);
}

/** `2026-11-24..2026-11-30`; a day that is none is left out. */
function daysOf(given: string): { from: string; to: string } | null {
  const [from = '', to = from] = given.split('..');
  return isDay(from) && isDay(to) ? { from, to } : null;
}

type HoursDoorProps = { managerId: number; day: string; filter: Parameters };

/** The same day by hours. */
function HoursDoor({ managerId, day, filter }: HoursDoorProps) {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <Button
      size="compact-md"
      variant="default"
      aria-label={say('hours.byHours')}
      data-terse
      leftSection={<IconClockHour4 size={16} stroke={1.5} />}
      onClick={() =>
        navigate({
          to: '/calendar/$manager',
          params: { manager: String(managerId) },
          search: { ...filter, span: 'day', d: day } as never,
        })
      }
    >
      {say('hours.byHours')}
    </Button>
  );
}

/** One window of a manager: other days take the place of those that stood in it. */
export function DaysCard({ card }: { card: OpenCard }) {
  return <DaysWindow key={card.given} card={card} />;
}

function DaysWindow({ card }: { card: OpenCard }) {
  const say = useSay();
  const { close, open } = useCards();
  const references = useReferences();
  const format = useFormat();
  const labels = useKitLabels();
  const [place, setPlace] = useWindowPlace('days');
  const days = daysOf(card.given);
  const managerId = card.id || null;
  const filter = useCalendarFilter();
  const list = useOwnListView('tasks', {
    ...filter,
    d: days ? `${days.from}..${days.to}` : 'today',
    'f.manager': managerId === null ? '-' : String(managerId),
  });
  const rows = useListRows(taskRequests, list.parameters);
  const filters = useTaskFilters(references, useClientNames(list.view.where));
  const ofOthers = useMemo(() => filters.filter(({ field }) => field !== 'manager'), [filters]);
  const onCreate = useCallback(
    () =>
      open(
        'tasks',
        null,
        [
          managerId && `manager=${managerId};fixed=manager`,
          days && `day=${days.from};shown=${days.from}..${days.to}`,
        ]
          .filter(Boolean)
          .join(';'),
      ),
    [open, managerId, days],
  );
  const onOpen = useCallback(
    ({ id }: TaskRow) => open('tasks', id, days ? `shown=${days.from}..${days.to}` : ''),
    [open, days],
  );
  const tellOutside = useTellOutside();
  const shown = days && [...new Set([days.from, days.to])].map(format.wholeDay).join(' – ');
  return (
    <CardWindow
      title={say('calendar.daysOf', {
        name: references.personName(managerId) || say('calendar.nobody'),
        days: shown ?? '',
      })}
      labels={labels.window}
      place={place}
      onPlaceChange={setPlace}
      onClose={() => close(card)}
      bleed
      size={{ width: 1060, height: 560 }}
    >
      <TaskList
        list={list}
        rows={rows}
        references={references}
        onOpen={onOpen}
        onCreate={onCreate}
        onSaved={(row) => tellOutside(row, card.given || undefined)}
        ofDay
        head={(actions) => (
          <ViewBar
            list={list}
            fields={ofOthers}
            withInterval
            fixed={['manager']}
            actions={
              <>
                {managerId && days && <HoursDoor managerId={managerId} day={days.from} filter={filter} />}
                {actions}
              </>
            }
          />
        )}
      />
    </CardWindow>
  );
}
