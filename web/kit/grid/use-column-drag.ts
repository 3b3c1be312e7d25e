/** Dragging a header beside another one. */

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { useEffect, useRef, useState } from 'react';

export interface ColumnMove {
  id: string;
  beside: string;
  edge: 'left' | 'right';
}

/** Makes the element draggable within its grid and tells the edge another header hovers over. */
export function useColumnDrag(gridId: string, columnId: string, onMove: (move: ColumnMove) => void) {
  const ref = useRef<HTMLDivElement>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const move = useRef(onMove);
  useEffect(() => {
    move.current = onMove;
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const isOurs = (data: Record<string | symbol, unknown>) => data.grid === gridId;
    return combine(
      draggable({ element, getInitialData: () => ({ grid: gridId, column: columnId }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => isOurs(source.data) && source.data.column !== columnId,
        getData: ({ input }) => attachClosestEdge({}, { element, input, allowedEdges: ['left', 'right'] }),
        onDrag: ({ self }) => setEdge(extractClosestEdge(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ self, source }) => {
          setEdge(null);
          const side = extractClosestEdge(self.data) === 'right' ? 'right' : 'left';
          move.current({ id: String(source.data.column), beside: columnId, edge: side });
        },
      }),
    );
  }, [gridId, columnId]);
  return { ref, edge };
}
