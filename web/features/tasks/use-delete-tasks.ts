// Deleting from the list: what is selected, and where nothing is, the row under the cursor.
import type { TaskRow } from '../../../contract/tasks.ts';
import { countSelected, nothingSelected } from '../../kit/grid/selection.ts';
import { useDo } from '../../platform/deeds.tsx';
import { chosenOf, type ListRows, type ListView } from '../../platform/list-view.ts';
import { useSay } from '../../platform/texts.tsx';

type Listed = Pick<ListRows<never>, 'total' | 'near' | 'selection' | 'setSelection'>;

export function useDeleteTasks(rows: Listed, list: ListView) {
  const { total = 0, selection, setSelection } = rows;
  const say = useSay();
  const act = useDo();
  const removeSelected = async () => {
    const text = ({ changed, skipped }: { changed: number; skipped: number }) =>
      say('task.deletedMany', { count: changed }) +
      (skipped > 0 ? `. ${say('task.skipped', { count: skipped })}` : '');
    const done = await act(
      'tasks.delete',
      { chosen: chosenOf(rows, list.parameters) },
      { text, nothing: text },
    );
    if (done) setSelection(nothingSelected);
  };
  const remove = ({ id, can }: TaskRow) => {
    if (countSelected(selection, total) > 0) return removeSelected();
    if (!can.delete) return;
    return act('tasks.delete', { chosen: { ids: [id] } }, { text: say('task.deletedMany', { count: 1 }) });
  };
  return { remove, removeSelected };
}
