// The calendar of all managers: saved views, the view in chips and in words, the board. Features meet here.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Mode } from '../../contract/calendar-lines.ts';
import { oneOfFaults, type Parameters } from '../../contract/kit/view-url.ts';
import { oneOfAll } from '../features/calendar/both-ways.ts';
import { CalendarBoard, type ManagerDays } from '../features/calendar/calendar-board.tsx';
import { useTaskFilters } from '../features/tasks/task-filters.ts';
import { ViewBar } from '../features/views/view-bar.tsx';
import { ViewTabs } from '../features/views/view-tabs.tsx';
import { useViewWords } from '../features/views/view-words.ts';
import { Forbidden } from '../kit/states/empty-state.tsx';
import { useCards } from '../platform/cards.ts';
import { useCreateKey } from '../platform/create-key.ts';
import { useFirmDays } from '../platform/firm-days.ts';
import { ownDays, useListView } from '../platform/list-view.ts';
import { useReferences } from '../platform/references.ts';
import { useMay, useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import { useClientNames } from './use-client-names.ts';

const fallback = { d: 'next30' };
const modes: readonly Mode[] = ['count', 'load'];

export function CalendarPage() {
  const say = useSay();
  const mayView = useMay('tasks', 'view');
  if (!mayView) return <Forbidden title={say('calendar.forbidden')} text={say('fault.askKeeper')} />;
  return <Calendar />;
}

function Calendar() {
  const say = useSay();
  const { by } = useSearch({ strict: false }) as { by?: string };
  const navigate = useNavigate();
  const list = useListView('tasks', fallback, undefined, ownDays);
  const references = useReferences();
  const filters = useTaskFilters(references, useClientNames(list.view.where));
  const words = useViewWords(filters);
  const { open } = useCards();
  const createTask = useCallback(() => open('tasks', null), [open]);
  const mayAdd = useMay('tasks', 'add');
  useCreateKey(createTask, mayAdd);
  const firmDays = useFirmDays();
  const mode: Mode = by === 'load' ? 'load' : 'count';
  const onMode = (next: Mode) =>
    navigate({
      to: '.',
      replace: true,
      search: ((before: Parameters) => ({ ...before, by: next === 'load' ? next : undefined })) as never,
    });
  const onOpenDays = useCallback(
    ({ managerId, from, to }: ManagerDays) => open('days', managerId ?? 0, `${from}..${to}`),
    [open],
  );
  const onOpenList = useCallback(
    (parameters: Parameters) => navigate({ to: '/tasks', search: parameters as never }),
    [navigate],
  );
  const { person, today } = useMe();
  /** Of the cell under the cursor; in a week or month today, where it is one of its days. */
  const createThere = useCallback(
    ({ managerId, from, to }: ManagerDays) => {
      const day = from <= today && today <= to ? today : from;
      open('tasks', null, [managerId && `manager=${managerId}`, `day=${day}`].filter(Boolean).join(';'));
    },
    [open, today],
  );
  const onOpenHours = useCallback(
    (managerId: number | null) => {
      const asked = list.parameters['f.manager'] ?? '';
      const one = managerId ?? (/^\d+$/.test(asked) ? asked : person.id);
      const search = oneOfAll({ parameters: list.parameters, interval: list.view.interval, today });
      navigate({
        to: '/calendar/$manager',
        params: { manager: String(one) },
        search: { ...search, ...(by ? { by } : {}) } as never,
      });
    },
    [navigate, list.parameters, list.view.interval, person.id, today, by],
  );
  const shown = useMemo(
    () => ({ ...list.view, interval: list.view.interval ?? { preset: 'next30' as const } }),
    [list.view],
  );
  return (
    <CalendarBoard
      list={list}
      parameters={list.parameters}
      mode={mode}
      onMode={onMode}
      references={references}
      title={[say('place.calendar'), words(shown), firmDays].filter(Boolean).join(' · ')}
      onOpenDays={onOpenDays}
      onCreate={mayAdd ? createThere : undefined}
      onOpenList={onOpenList}
      onOpenTask={(id) => open('tasks', id)}
      onOpenHours={onOpenHours}
      head={
        <>
          <ViewTabs of="calendar" list={list} fallback={fallback} />
          <ViewBar
            list={{ ...list, view: shown, faults: [...list.faults, ...oneOfFaults('by', by, modes)] }}
            fields={filters}
            withInterval="days"
            withSearches
            actions={null}
          />
        </>
      }
    />
  );
}
