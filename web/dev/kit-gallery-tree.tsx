/** The tree of groups in both modes, with a limit of three levels. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { GroupMove, GroupNode, MoveMode } from '../kit/tree/group-move.ts';
import { GroupTree } from '../kit/tree/group-tree.tsx';
import { treeLabels } from './kit-gallery-labels.ts';

const firstNodes: GroupNode[] = [
  { id: 1, parentId: null, name: 'Поставщики', count: 214 },
  { id: 2, parentId: 1, name: 'Металл', count: 96 },
  { id: 3, parentId: 2, name: 'Листовой прокат', count: 41 },
  { id: 4, parentId: 2, name: 'Трубы', count: 55 },
  { id: 5, parentId: 1, name: 'Электрика', count: 118 },
  { id: 6, parentId: null, name: 'Покупатели', count: 1840 },
  { id: 7, parentId: 6, name: 'Строительные фирмы с очень длинным названием', count: 1204 },
  { id: 8, parentId: 6, name: 'Розница', count: 636 },
  { id: 9, parentId: null, name: 'Пустая группа', count: 0 },
];

export function TreeGallery() {
  const [nodes, setNodes] = useState(firstNodes);
  const [selected, setSelected] = useState<number | null>(null);
  const [mode, setMode] = useState<MoveMode>('same');
  return (
    <div className="gallery-side">
      <SegmentedControl
        aria-label="Куда"
        data={[
          { value: 'same', label: 'На тот же уровень' },
          { value: 'inside', label: 'Внутрь' },
        ]}
        value={mode}
        onChange={(value) => setMode(value as MoveMode)}
      />
      <GroupTree
        nodes={nodes}
        selected={selected}
        onSelect={setSelected}
        labels={treeLabels}
        allCount={2054}
        mode={mode}
        maxDepth={3}
        onMove={(move) => setNodes((old) => moved(old, move))}
        onRename={(id, name) =>
          setNodes((old) => old.map((node) => (node.id === id ? { ...node, name } : node)))
        }
      />
      <p data-testid="tree-state">{outline(nodes)}</p>
    </div>
  );
}

function moved(nodes: GroupNode[], { id, targetId, mode }: GroupMove): GroupNode[] {
  const node = nodes.find((one) => one.id === id);
  const target = nodes.find((one) => one.id === targetId);
  if (!node) return nodes;
  const rest = nodes.filter((one) => one.id !== id);
  if (mode === 'inside' || !target) return [...rest, { ...node, parentId: targetId }];
  return rest.toSpliced(rest.indexOf(target) + 1, 0, { ...node, parentId: target.parentId });
}

/** «1(2 5) 6» */
function outline(nodes: GroupNode[], parentId: number | null = null): string {
  return nodes
    .filter((node) => node.parentId === parentId)
    .map((node) => {
      const inner = outline(nodes, node.id);
      return inner ? `${node.id}(${inner})` : String(node.id);
    })
    .join(' ');
}
