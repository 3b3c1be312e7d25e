// Writes of a directory with their toasts. A deletion refused because the entry is in use is told to the caller.
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DirectoryName, Entry } from '../../../contract/directories.ts';
import type { RefusedError } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { queryFor } from '../../platform/queries.ts';
import { useSay } from '../../platform/texts.tsx';
import { type Use, usesIn } from '../../platform/uses.tsx';

export type EntryFields = Partial<Pick<Entry, 'name' | 'groupId' | 'tint' | 'meaning'>>;
type OnRefused = (refusal: RefusedError['refusal']) => boolean;

export type EntryDeeds = ReturnType<typeof useEntryDeeds>;

export function useEntryDeeds(directory: DirectoryName, onInUse: (entry: Entry, uses: Use[]) => void) {
  const act = useDo();
  const say = useSay();
  const client = useQueryClient();
  return useMemo(() => {
    const { queryKey } = queryFor('directories.list', {});
    /** Shown at once, before the server has answered. */
    const patch = (id: number, set: Partial<Entry>) =>
      client.setQueryData(
        queryKey,
        (old) => old && { rows: old.rows.map((row) => (row.id === id ? { ...row, ...set } : row)) },
      );
    const fresh = () => client.invalidateQueries({ queryKey });
    return {
      create: (fields: EntryFields & { name: string }, onRefused: OnRefused) =>
        act(
          'directories.create',
          { directory, ...fields },
          { text: say('entry.created', { name: fields.name }), onRefused },
        ),
      change: async (entry: Entry, set: EntryFields, onRefused: OnRefused = () => false) => {
        patch(entry.id, set);
        const { id, version } = entry;
        const text = say('entry.changed', { name: set.name ?? entry.name });
        const done = await act('directories.change', { id, version, set }, { text, onRefused });
        if (!done) await fresh();
        return done;
      },
      archive: ({ id, name, archived }: Entry) =>
        act(
          'directories.archive',
          { id, archived: !archived },
          { text: say(archived ? 'entry.unarchived' : 'entry.archived', { name }) },
        ),
      remove: (entry: Entry) =>
        act(
          'directories.delete',
          { id: entry.id },
          {
            text: say('entry.deleted', { name: entry.name }),
            onRefused: (refusal) => {
              const uses = usesIn(refusal);
              if (uses.length > 0) onInUse(entry, uses);
              return uses.length > 0;
            },
          },
        ),
      /** Whatever names `from` names `to`, and `from` goes. */
      merge: (from: Entry, to: Pick<Entry, 'id' | 'name'>) =>
        act(
          'directories.replace',
          { from: from.id, to: to.id, remove: true },
          { text: ({ changed }) => say('entry.merged', { from: from.name, to: to.name, count: changed }) },
        ),
      reorder: async (ids: number[]) => {
        const place = new Map(ids.map((id, at) => [id, at + 1]));
        client.setQueryData(
          queryKey,
          (old) =>
            old && { rows: old.rows.map((row) => ({ ...row, position: place.get(row.id) ?? row.position })) },
        );
        const done = await act('directories.reorder', { directory, ids }, { text: say('entry.reordered') });
        if (!done) await fresh();
      },
    };
  }, [act, say, client, directory, onInUse]);
}
