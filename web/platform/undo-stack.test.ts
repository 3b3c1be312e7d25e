// The deeds of this tab: one that is taken back elsewhere is no longer what Ctrl+Z means.
import { expect, test } from 'vitest';
import { undoStack } from './undo-stack.ts';

test('Z-01 a deed that the journal took back is not the last one any more', () => {
  undoStack.push({ operation: 1, text: 'первое' });
  undoStack.push({ operation: 2, text: 'второе' });
  undoStack.moveToUndone({ operation: 2, text: 'из журнала' }, 3);
  expect(undoStack.read().done.map(({ operation }) => operation)).toEqual([1]);
  expect(undoStack.read().undone.map(({ operation }) => operation)).toEqual([3]);
  undoStack.moveToDone({ operation: 3, text: 'из импорта' }, 4);
  expect(undoStack.read().done.map(({ operation }) => operation)).toEqual([1, 4]);
  expect(undoStack.read().undone).toEqual([]);
  undoStack.clear();
});
