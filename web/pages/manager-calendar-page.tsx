// The calendar of one manager, `/calendar/3?span=week&d=2026-11-23`: a day, a week or a month. Features meet here.
import { Anchor } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type Parameters, viewFromParameters } from '../../contract/kit/view-url.ts';
import { allOfOne, keptForAll } from '../features/calendar/both-ways.ts';
import { OwnBar } from '../features/calendar/own-bar.tsx';
import { OwnBoard, useOwnDays } from '../features/calendar/own-board.tsx';
import {
  boundsOf,
  dayOf,
  type Shown,
  type Span,
  shownFaults,
  spanOf,
  stepped,
} from '../features/calendar/own-days.ts';
import { useTaskFilters } from '../features/tasks/task-filters.ts';
import { ViewBar } from '../features/views/view-bar.tsx';
import { useViewWords } from '../features/views/view-words.ts';
import type { Slot } from '../kit/hour-grid/hour-types.ts';
import { ErrorState, Forbidden } from '../kit/states/empty-state.tsx';
import { RefusedError } from '../platform/api.ts';
import { useCards } from '../platform/cards.ts';
import { useCreateKey } from '../platform/create-key.ts';
import { useFirmFormat, useFormat } from '../platform/format.ts';
import { ownDays, useListView } from '../platform/list-view.ts';
import { useReferences } from '../platform/references.ts';
import { useMay, useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import styles from './pages.module.css';
import { useClientNames } from './use-client-names.ts';

const own = ['span', 'd', ...keptForAll];

export function ManagerCalendarPage() {
  const say = useSay();
  const { manager } = useParams({ strict: false }) as { manager: string };
  const mayView = useMay('tasks', 'view');
  if (!mayView) return <Forbidden title={say('calendar.forbidden')} text={say('fault.askKeeper')} />;
  if (!/^\d{1,15}$/.test(manager))
    return <ErrorState title={say('fault.noPage')} text={say('fault.noPageText')} />;
  return <ManagerCalendar managerId={Number(manager)} />;
}

function ManagerCalendar({ managerId }: { managerId: number }) {
  const navigate = useNavigate();
  const { open } = useCards();
  const { today } = useMe();
  const inHand = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) ?? false;
  const search = useSearch({ strict: false }) as Parameters;
  const shown: Shown = useMemo(
    () => ({ span: spanOf(search.span, inHand), day: dayOf(search.d, today), inHand }),
    [search.span, search.d, inHand, today],
  );
  const list = useListView('tasks', ownDays, own, ownDays);
  const references = useReferences();
  const filters = useTaskFilters(references, useClientNames(list.view.where));
  const ofTasks = useMemo(() => filters.filter(({ field }) => field !== 'manager'), [filters]);
  const filter = useFilter(list.parameters);
  const onAll = useBackToAll(search, shown, filter);
  const words = useViewWords(ofTasks);
  const bounds = boundsOf(shown);
  const show = useCallback(
    (next: Partial<{ span: Span; d: string }>) =>
      navigate({ to: '.', search: ((before: Parameters) => ({ ...before, ...next })) as never }),
    [navigate],
  );
  const onStep = useCallback((way: -1 | 1) => show({ d: stepped(shown, way) }), [show, shown]);
  const onToday = useCallback(() => show({ d: today }), [show, today]);
  const onSpan = useCallback((span: Span) => show({ span }), [show]);
  const onDay = useCallback((d: string) => show({ span: 'day', d }), [show]);
  const onDayTasks = useCallback(
    (day: string) => open('days', managerId, `${day}..${day}`),
    [open, managerId],
  );
  const onOpen = useCallback(
    (id: number) => open('tasks', id, `shown=${bounds.from}..${bounds.to}`),
    [open, bounds.from, bounds.to],
  );
  const onCreate = useCallback(
    (slot: Slot) =>
      open('tasks', null, `manager=${managerId};${givenBy(slot)};shown=${bounds.from}..${bounds.to}`),
    [open, managerId, bounds.from, bounds.to],
  );
  const onCreateKey = useCallback(
    () =>
      onCreate({
        day: bounds.from <= today && today <= bounds.to ? today : shown.day,
        start: null,
        minutes: 0,
      }),
    [onCreate, bounds.from, bounds.to, today, shown.day],
  );
  const { error } = useOwnDays({ managerId, shown, filter });
  const isMissing = error instanceof RefusedError && error.refusal.code === 'record.missing';
  const isHidden = isMissing && references.person.has(managerId);
  const mayAdd = useMay('tasks', 'add') && !isMissing;
  useCreateKey(onCreateKey, mayAdd);
  const daysWords = useDaysWords(shown);
  const where = list.view.where.filter(({ field }) => field !== 'manager');
  const filterWords = words({ ...list.view, where, interval: null });
  return (
    <div className={styles.page}>
      <OwnBar
        filter={
          <ViewBar
            list={{ ...list, faults: [...list.faults, ...shownFaults(search)] }}
            fields={ofTasks}
            withInterval={false}
            withSearches
            fixed={['manager']}
            actions={null}
          />
        }
        title={[references.personName(managerId), daysWords, filterWords].filter(Boolean).join(' · ')}
        zoneNote={useZoneNote()}
        managerId={managerId}
        shown={shown}
        references={references}
        printAddress={`/print/calendar/${managerId}?${new URLSearchParams({ ...filter, span: shown.span, d: shown.day, ...(inHand ? { hand: 'yes' } : {}) })}`}
        onSpan={onSpan}
        onStep={onStep}
        onToday={onToday}
        onManager={(id) =>
          navigate({ to: '/calendar/$manager', params: { manager: String(id) }, search: true as never })
        }
        onCreate={mayAdd ? onCreateKey : undefined}
        onAll={onAll}
      />
      {isHidden ? (
        <Hidden />
      ) : (
        <OwnBoard
          key={managerId}
          list={list}
          managerId={managerId}
          shown={shown}
          filter={filter}
          references={references}
          onOpen={onOpen}
          onCreate={onCreate}
          onDay={onDay}
          onDayTasks={onDayTasks}
          onStep={onStep}
        />
      )}
    </div>
  );
}

/** A colleague's days that the reader has no right to see. */
function Hidden() {
  const say = useSay();
  const { person } = useMe();
  return (
    <Forbidden
      title={say('hours.hidden')}
      text={say('fault.askKeeper')}
      action={
        <Anchor
          component={Link}
          to="/calendar/$manager"
          params={{ manager: String(person.id) } as never}
          search={true as never}
        >
          {say('hours.mine')}
        </Anchor>
      }
    />
  );
}

/** First values of a new task, as its card reads them. */
function givenBy({ day, start, minutes }: Slot): string {
  if (start === null) return `day=${day}`;
  return `at=${Temporal.Instant.fromEpochMilliseconds(start)};minutes=${minutes}`;
}

/** Of a list's parameters those that a calendar has too. */
function useFilter(parameters: Parameters): Parameters {
  return useMemo(() => {
    const { sort: _s, cols: _c, n: _n, page: _p, 'f.manager': _m, d: _d, ...filter } = parameters;
    return filter;
  }, [parameters]);
}

/** To all managers by days, as one came from there or as the days here say. */
function useBackToAll(search: Parameters, shown: Shown, filter: Parameters) {
  const navigate = useNavigate();
  const { today } = useMe();
  return () => {
    const kept = Object.fromEntries(
      keptForAll.flatMap((name) => (search[name] ? [[name, search[name]]] : [])),
    );
    const interval = kept.all ? viewFromParameters('tasks', { d: kept.all }).view.interval : null;
    const days = allOfOne({ kept, interval, shown, today });
    navigate({ to: '/calendar', search: { ...filter, ...days } as never });
  };
}

/** «вторник, 24 ноября», «23–29 нояб.», «ноябрь 2026». */
function useDaysWords({ span, day, inHand }: Shown): string {
  const format = useFirmFormat();
  if (span === 'month') return `${format.wholeMonth(day)} ${day.slice(0, 4)}`;
  const { from, to } = boundsOf({ span, day, inHand });
  return from === to ? format.longDay(from) : format.days(from, to);
}

function useZoneNote(): string {
  const say = useSay();
  const firm = useFirmFormat();
  const mine = useFormat();
  if (firm.timeZone === mine.timeZone) return '';
  const now = new Date().toISOString();
  return say('hours.zone', { zone: firm.timeZone, now: firm.clock(now), yours: mine.clock(now) });
}
