/** Dragging a row of the tree over another one. What the drop means is decided by the tree's mode, not by the pixel. */
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';

interface BranchDrag {
  element: RefObject<HTMLElement | null>;
  treeId: string;
  /** null is the root row, which is only a target. */
  id: number | null;
  disabled: boolean;
  onOver(draggedId: number): void;
  onDrop(draggedId: number): void;
}

/** True while another branch hovers over this row. */
export function useBranchDrag(drag: BranchDrag): boolean {
  const { element, treeId, id, disabled } = drag;
  const [over, setOver] = useState(false);
  const latest = useRef(drag);
  useEffect(() => {
    latest.current = drag;
  });
  useEffect(() => {
    const row = element.current;
    if (!row || disabled) return;
    const target = dropTargetForElements({
      element: row,
      canDrop: ({ source }) => source.data.tree === treeId && source.data.node !== id,
      onDragEnter: ({ source }) => {
        setOver(true);
        latest.current.onOver(source.data.node as number);
      },
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        latest.current.onDrop(source.data.node as number);
      },
    });
    if (id === null) return target;
    return combine(target, draggable({ element: row, getInitialData: () => ({ tree: treeId, node: id }) }));
  }, [element, treeId, id, disabled]);
  return over;
}
