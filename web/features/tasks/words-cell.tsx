// The editor of a task's words in the list.
import { useEffect } from 'react';
import type { TaskRow } from '../../../contract/tasks.ts';
import type { CellEdit } from '../../kit/grid/grid-types.ts';
import { TextCellEditor } from '../../kit/grid/text-cell-editor.tsx';

export type OpenRow = (row: TaskRow) => void;

/** So much of a long text comes with the list. */
const wordsAtMost = 300;

type WordsCellProps = {
  cell: CellEdit<TaskRow>;
  value: string;
  onOpen: OpenRow;
  onSave(value: string): void;
};

/** A cell holds one line, and the list only the beginning of a long text: what is more is edited in the card, or the rest would be lost. */
export function WordsCell({ cell, value, onOpen, onSave }: WordsCellProps) {
  const isWhole = value.length < wordsAtMost && !/[\r\n]/.test(value);
  useEffect(() => {
    if (isWhole) return;
    cell.close('stay');
    onOpen(cell.row);
  }, [isWhole, cell, onOpen]);
  return isWhole ? <TextCellEditor cell={cell} value={value} onSave={onSave} /> : null;
}
