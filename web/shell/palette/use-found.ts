// What only the server can find: clients by anything, tasks by their number or text.
import { IconAddressBook, IconListCheck } from '@tabler/icons-react';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { numbered } from '../../../contract/text/numbered.ts';
import { ask } from '../../platform/api.ts';
import { useCards } from '../../platform/cards.ts';
import { useMay } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import type { Entry } from './entry.ts';
import { taskNumber } from './match.ts';

const perKind = 6;

type Named = { id: number; name: string; hint: string };
/** `near`: no client is written so, those found are one slip away. */
type Found = { clients: Named[]; tasks: Named[]; near: boolean };

/** Clients and tasks as the reader may see them; undefined while they are asked for. */
export function useFound(text: string): UseQueryResult<Found> {
  const may = useWhatIsSeen();
  return useQuery({
    queryKey: ['search', text, may],
    enabled: text.length > 1 || taskNumber(text) !== undefined,
    queryFn: async ({ signal }) => {
      const number = taskNumber(text);
      const [clients, byNumber, tasks] = await Promise.all([
        may.clients ? ask('clients.find', { text }, signal) : { rows: [], near: false },
        may.tasks && number ? tasksBy({ 'f.id': number }, signal) : [],
        may.tasks ? tasksBy({ q: text }, signal) : [],
      ]);
      const others = tasks.filter(({ id }) => !byNumber.some((each) => each.id === id));
      return {
        clients: clients.rows.slice(0, perKind),
        tasks: [...byNumber, ...others].slice(0, perKind),
        near: clients.near,
      };
    },
  });
}

/** Clients and tasks by the ids of their entries, `clients.12`: those that are still there. */
export function useNamed(ids: string[]): UseQueryResult<Found> {
  const may = useWhatIsSeen();
  const of = (kind: string) =>
    ids.filter((id) => id.startsWith(`${kind}.`)).map((id) => Number(id.slice(kind.length + 1)));
  const [clientIds, taskIds] = [of('clients'), of('tasks')];
  return useQuery({
    queryKey: ['search', 'recent', ids, may],
    enabled: clientIds.length + taskIds.length > 0,
    queryFn: async ({ signal }) => {
      const [clients, tasks] = await Promise.all([
        may.clients && clientIds.length > 0 ? ask('clients.find', { ids: clientIds }, signal) : { rows: [] },
        may.tasks && taskIds.length > 0 ? tasksBy({ 'f.id': taskIds.join(',') }, signal) : [],
      ]);
      return { clients: clients.rows, tasks, near: false };
    },
  });
}

function useWhatIsSeen() {
  return { clients: useMay('clients', 'view'), tasks: useMay('tasks', 'view') };
}

async function tasksBy(view: Record<string, string>, signal: AbortSignal): Promise<Named[]> {
  const { rows } = await ask('tasks.list', { ...view, limit: '12', sort: '-id' }, signal);
  return rows.map(({ id, description, clientName }) => ({
    id,
    name: description.split('\n')[0] ?? '',
    hint: clientName ?? '',
  }));
}

export function useRecordEntries(): (found: Found | undefined) => Entry[] {
  const { open } = useCards();
  const { locale } = useWords();
  return (found) => [
    ...(found?.clients ?? []).map(
      ({ id, name, hint }): Entry => ({
        id: `clients.${id}`,
        kind: 'clients',
        label: name,
        hint,
        ...(found?.near && { near: true }),
        icon: IconAddressBook,
        run: () => open('clients', id),
      }),
    ),
    ...(found?.tasks ?? []).map(
      ({ id, name, hint }): Entry => ({
        id: `tasks.${id}`,
        kind: 'tasks',
        label: [numbered(id, locale), name].filter(Boolean).join(' · '),
        hint,
        icon: IconListCheck,
        run: () => open('tasks', id),
      }),
    ),
  ];
}
