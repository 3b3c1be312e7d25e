// Writes of the trees with their toasts. A refusal is told to the caller, who shows it where the deed was asked for.
import { useMemo } from 'react';
import type { Group, Tree } from '../../../contract/groups.ts';
import type { RefusedError } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useSay } from '../../platform/texts.tsx';

export type Refusal = RefusedError['refusal'];
type OnRefused = (refusal: Refusal) => boolean;

export function useGroupDeeds(tree: Tree) {
  const act = useDo();
  const say = useSay();
  return useMemo(
    () => ({
      create: (parentId: number | null, name: string, onRefused: OnRefused) =>
        act('groups.create', { tree, parentId, name }, { text: say('groups.created', { name }), onRefused }),
      rename: ({ id, version }: Group, name: string, onRefused: OnRefused) =>
        act('groups.rename', { id, version, name }, { text: say('groups.renamed', { name }), onRefused }),
      move: ({ name }: Group, move: { id: number; targetId: number | null; mode: 'same' | 'inside' }) =>
        act('groups.move', move, { text: say('groups.moved', { name }) }),
      remove: ({ id, name }: Group, onRefused: OnRefused) =>
        act('groups.delete', { id }, { text: say('groups.deleted', { name }), onRefused }),
    }),
    [act, say, tree],
  );
}
