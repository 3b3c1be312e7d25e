// The tree of groups beside a list: a click narrows the list to the branch, «Groups» opens the editor of all groups.
// Stands in a flex row beside the list; on a phone it is a button above the list, and the row must become a column.
import { ActionIcon, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconFolders, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Tree } from '../../../contract/groups.ts';
import { late } from '../../kit/late/late.tsx';
import { ErrorState } from '../../kit/states/empty-state.tsx';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { tip } from '../../kit/tip.ts';
import { GroupTree } from '../../kit/tree/group-tree.tsx';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useAsk } from '../../platform/queries.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import { nodesInUse } from './group-nodes.ts';
import styles from './groups.module.css';

const GroupsDrawer = late(() => import('./groups-drawer.tsx').then((file) => file.GroupsDrawer));
const GroupsEditor = late(() => import('./groups-editor.tsx').then((file) => file.GroupsEditor));

export type GroupsPanelProps = {
  tree: Tree;
  /** Null: all groups. */
  selected: number | null;
  onSelect(id: number | null): void;
};

export function GroupsPanel(props: GroupsPanelProps) {
  const { say } = useWords();
  const onPhone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const [editing, setEditing] = useState(false);
  const edit = () => setEditing(true);
  return (
    <>
      {onPhone ? (
        <PhoneGroups {...props} onEdit={edit} />
      ) : (
        <aside className={styles.panel} aria-label={say('tree.name')}>
          <UsedGroups {...props} />
          <EditButton onEdit={edit} />
        </aside>
      )}
      {editing && <GroupsEditor tree={props.tree} onClose={() => setEditing(false)} />}
    </>
  );
}

function UsedGroups({ tree, selected, onSelect }: GroupsPanelProps) {
  const words = useWords();
  const labels = useKitLabels();
  const { data, error } = useAsk('groups.list', {});
  const nodes = useMemo(() => nodesInUse(data?.rows ?? [], tree, selected), [data, tree, selected]);
  if (error && !data) return <ErrorState title={refusalText(words, error)} />;
  if (!data) return <SkeletonRows rows={6} label={words.say('groups.loading')} />;
  return <GroupTree key={tree} nodes={nodes} selected={selected} onSelect={onSelect} labels={labels.tree} />;
}

function EditButton({ onEdit }: { onEdit(): void }) {
  const { say } = useWords();
  return (
    <Button
      className={styles.edit}
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconFolders size={16} stroke={1.5} />}
      onClick={onEdit}
    >
      {say('groups.edit')}
    </Button>
  );
}

/** The chosen group in a strip above the list; the tree itself in a drawer from below. */
function PhoneGroups({ onEdit, ...props }: GroupsPanelProps & { onEdit(): void }) {
  const { say } = useWords();
  const { data } = useAsk('groups.list', {});
  const [opened, setOpened] = useState(false);
  const name = data?.rows.find(({ id }) => id === props.selected)?.name;
  return (
    <div className={styles.strip}>
      <button type="button" className={styles.chosen} aria-haspopup="dialog" onClick={() => setOpened(true)}>
        <span>{name ?? say('tree.all')}</span>
        <IconChevronDown size={16} stroke={1.5} aria-hidden />
      </button>
      {props.selected !== null && (
        <ActionIcon
          {...tip(say('tree.all'))}
          aria-label={say('tree.all')}
          onClick={() => props.onSelect(null)}
        >
          <IconX size={16} stroke={1.5} />
        </ActionIcon>
      )}
      {opened && (
        <GroupsDrawer onClose={() => setOpened(false)}>
          <UsedGroups
            {...props}
            onSelect={(id) => {
              props.onSelect(id);
              setOpened(false);
            }}
          />
          <EditButton
            onEdit={() => {
              setOpened(false);
              onEdit();
            }}
          />
        </GroupsDrawer>
      )}
    </div>
  );
}
