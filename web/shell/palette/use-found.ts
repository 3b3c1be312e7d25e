// What only the server can find: clients by anything, tasks by their number or text.
import { IconAddressBook, IconListCheck } from '@tabler/icons-react';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { TaskRow } from '../../../contract/tasks.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { ask } from '../../platform/api.ts';
import { useCards } from '../../platform/cards.ts';
import { useReferences } from '../../platform/references.ts';
import { useMay } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import type { Entry } from './entry.ts';
import { needlesOf, taskNumber } from './match.ts';
import { whyFound } from './why-found.ts';

const perKind = 6;

type Named = { id: number; name: string; hint: string };
type NamedTask = Named & { row: TaskRow };
/** `near`: no client is written so, those found are one slip away. */
type Found = { clients: Named[]; tasks: NamedTask[]; near: boolean };

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

async function tasksBy(view: Record<string, string>, signal: AbortSignal): Promise<NamedTask[]> {
  const { rows } = await ask('tasks.list', { ...view, limit: '12', sort: '-id' }, signal);
  return rows.map((row) => ({
    id: row.id,
    name: row.description.split('\n')[0] ?? '',
    hint: row.clientName ?? '',
    row,
  }));
}

/** `text`: what they were looked for by; a task says where it holds that, if what one reads of it does not. */
export function useRecordEntries(): (found: Found | undefined, text: string) => Entry[] {
  const { open } = useCards();
  const { locale, say } = useWords();
  const { personName, entryName } = useReferences();
  const why = (row: TaskRow, needles: string[]) => {
    const found = whyFound(row, needles, { person: personName, entry: entryName });
    return found && `${say(`field.${found.field}`)}: ${found.text}`;
  };
  const ofTask = ({ hint, row }: NamedTask, needles: string[]) =>
    [hint, needles.length > 0 && why(row, needles)].filter(Boolean).join(' · ');
  return (found, text) => [
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
      (task): Entry => ({
        id: `tasks.${task.id}`,
        kind: 'tasks',
        label: [numbered(task.id, locale), task.name].filter(Boolean).join(' · '),
        hint: ofTask(task, text === '' || taskNumber(text) !== undefined ? [] : needlesOf(text)),
        icon: IconListCheck,
        run: () => open('tasks', task.id),
      }),
    ),
  ];
}
