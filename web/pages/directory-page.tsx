// One directory: all of them in tabs, the tree of groups where it has one, its list. Features meet here.
import { VisuallyHidden } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import type { DirectoryName } from '../../contract/directories.ts';
import { directoryNames } from '../../contract/kit/names.ts';
import { DirectoryTabs } from '../features/directories/directory-tabs.tsx';
import { EntryList } from '../features/directories/entry-list.tsx';
import { branchOf } from '../features/groups/group-nodes.ts';
import { GroupsPanel } from '../features/groups/groups-panel.tsx';
import { EmptyState, Forbidden } from '../kit/states/empty-state.tsx';
import { SkeletonRows } from '../kit/states/skeleton-rows.tsx';
import { chooseGroup, chosenGroup } from '../platform/group-filter.ts';
import { useListView } from '../platform/list-view.ts';
import { useReferences } from '../platform/references.ts';
import { useMay } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import styles from './pages.module.css';

export function DirectoryPage() {
  const say = useSay();
  const { directory } = useParams({ from: '/directories/$directory' });
  const known = directoryNames.find((name) => name === directory);
  const mayView = useMay('directories', 'view');
  if (!mayView) return <Forbidden title={say('directory.forbidden')} text={say('fault.askKeeper')} />;
  return (
    <div className={styles.page}>
      <VisuallyHidden component="h1">
        {known ? say(`directory.${known}`) : say('place.directories')}
      </VisuallyHidden>
      <DirectoryTabs />
      {known ? (
        <Suspense fallback={<SkeletonRows rows={14} label={say('place.directories')} />}>
          <OneDirectory key={known} directory={known} />
        </Suspense>
      ) : (
        <EmptyState title={say('fault.noPage')} text={say('fault.noPageText')} />
      )}
    </div>
  );
}

function OneDirectory({ directory }: { directory: DirectoryName }) {
  const list = useListView(directory);
  const references = useReferences();
  const isTree = directory === 'taskTypes';
  const groupId = isTree ? chosenGroup(list.view.where) : null;
  const branch = useMemo(
    () => (groupId === null ? null : branchOf(references.groupsOf('taskTypes'), groupId)),
    [references, groupId],
  );
  return (
    <div className={styles.besideTree}>
      {isTree && <GroupsPanel tree="taskTypes" selected={groupId} onSelect={(id) => chooseGroup(list, id)} />}
      <EntryList
        directory={directory}
        list={list}
        references={references}
        groupId={groupId}
        branch={branch}
      />
    </div>
  );
}
