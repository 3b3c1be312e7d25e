// Merging the two clients that are selected in the list: from the bar below it, and by name from the palette.
import { useState } from 'react';
import type { ClientRow } from '../../../contract/clients.ts';
import { countSelected, isSelected, nothingSelected } from '../../kit/grid/selection.ts';
import { late } from '../../kit/late/late.tsx';
import { useAction } from '../../platform/actions.ts';
import type { ListRows } from '../../platform/list-view.ts';
import type { References } from '../../platform/references.ts';
import { useMay } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';

const MergeWindow = late(() => import('./merge-window.tsx').then((file) => file.MergeWindow));

type Pair = [number, number];

export function useMergeSelected(rows: ListRows<ClientRow>, references: References) {
  const say = useSay();
  const [merging, setMerging] = useState<Pair | null>(null);
  const mayChange = useMay('clients', 'change');
  const mayDelete = useMay('clients', 'delete');
  const pair = mayChange && mayDelete ? selectedPair(rows) : null;
  const merge = pair ? () => setMerging(pair) : undefined;
  useAction({ id: 'client.merge', text: say('client.mergeTitle'), run: () => merge?.() }, pair !== null);
  const window = merging && (
    <MergeWindow
      ids={merging}
      references={references}
      onClose={() => setMerging(null)}
      onMerged={() => {
        setMerging(null);
        rows.setSelection(nothingSelected);
      }}
    />
  );
  return { merge, window };
}

/** Of a list of more, choosing all but two is no way to choose two. */
const searchedAtMost = 500; // rows

/** The two that are selected, the earlier one first: it is the one that others know. */
function selectedPair({ selection, total = 0, source }: ListRows<ClientRow>): Pair | null {
  if (countSelected(selection, total) !== 2) return null;
  const ids = selection.all
    ? Array.from({ length: Math.min(total, searchedAtMost) }, (_, at) => source.rowAt(at)?.id ?? 0)
    : [...selection.ids];
  const [one, other, ...more] = ids.filter((id) => id > 0 && isSelected(selection, id)).sort((a, b) => a - b);
  return one !== undefined && other !== undefined && more.length === 0 ? [one, other] : null;
}
