// Above a directory: the order shown, archived entries on a switch, search on a phone, columns, add.
import { Button, SegmentedControl, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Entry } from '../../../contract/directories.ts';
import type { View } from '../../../contract/kit/view.ts';
import { ColumnChooser } from '../../kit/grid/column-chooser.tsx';
import type { GridColumn, GridLayout } from '../../kit/grid/grid-types.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { ListView } from '../../platform/list-view.ts';
import { byName } from '../../platform/local-rows.ts';
import { PhoneSearch } from '../../platform/phone-search.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './directories.module.css';
import { byPlace, showArchived, showsArchived, sortedBy } from './use-entries.ts';

type EntryBarProps = {
  list: ListView;
  view: View;
  columns: GridColumn<Entry>[];
  layout: GridLayout;
  onLayoutChange(layout: GridLayout): void;
  /** Moves the active entry; only where the list stands in its own order. */
  moves: ReactNode;
  onCreate: (() => void) | undefined;
};

export function EntryBar({ list, view, columns, layout, onLayoutChange, moves, onCreate }: EntryBarProps) {
  const say = useSay();
  const labels = useKitLabels();
  return (
    <div className={styles.bar} role="toolbar" aria-label={say('view.filter')}>
      <PhoneSearch list={list} />
      <OrderSwitch view={view} onChange={list.setSort} />
      {moves}
      <Switch
        label={say('entry.showArchived')}
        checked={showsArchived(view)}
        onChange={(event) => showArchived(list, event.currentTarget.checked)}
      />
      <span className={styles.actions}>
        <span className={styles.deskOnly}>
          <ColumnChooser
            columns={columns}
            layout={layout}
            onLayoutChange={onLayoutChange}
            labels={labels.chooser}
          />
        </span>
        {onCreate && (
          <Button
            size="compact-md"
            className="create-button"
            leftSection={<IconPlus size={16} stroke={2} />}
            onClick={onCreate}
          >
            {say('kit.add')}
          </Button>
        )}
      </span>
    </div>
  );
}

/** By name to find, by the own order to arrange; any other sorting of a column shows neither as chosen. */
function OrderSwitch({ view, onChange }: { view: View; onChange(sort: View['sort']): void }) {
  const say = useSay();
  const value = sortedBy(view, byName) ? 'name' : sortedBy(view, byPlace) ? 'place' : '';
  return (
    <SegmentedControl
      aria-label={say('entry.order')}
      title={say('entry.orderText')}
      data={[
        { value: 'name', label: say('entry.byName') },
        { value: 'place', label: say('entry.byPlace') },
      ]}
      value={value}
      onChange={(chosen) => onChange(chosen === 'place' ? byPlace : byName)}
    />
  );
}
