/** What can be done with one column. */
import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsSort,
  IconArrowUp,
  IconEyeOff,
  IconPin,
  IconPinnedOff,
  IconRestore,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { GridColumn, GridLabels, GridSort } from './grid-types.ts';

export interface ColumnMenuProps {
  column: GridColumn<never>;
  pinned: boolean;
  sort: GridSort | undefined;
  labels: GridLabels;
  opened: boolean;
  onClose(): void;
  onSort(sort: 'ascending' | 'descending' | 'none'): void;
  onHide(): void;
  onPin(pinned: boolean): void;
  onMove(step: -1 | 1): void;
  onReset(): void;
  /** The button the menu hangs on. */
  children: ReactNode;
}

const icon = { size: 16, stroke: 1.5 };

export function ColumnMenu(props: ColumnMenuProps) {
  const { labels, pinned } = props;
  return (
    <Menu
      opened={props.opened}
      onClose={props.onClose}
      position="bottom-start"
      width={210}
      returnFocus={false}
    >
      <Menu.Target>{props.children}</Menu.Target>
      <Menu.Dropdown onKeyDown={(event) => event.stopPropagation()}>
        {props.column.sortable && <SortItems {...props} />}
        <Menu.Item
          leftSection={pinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />}
          onClick={() => props.onPin(!pinned)}
        >
          {pinned ? labels.unpin : labels.pin}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowLeft {...icon} />} onClick={() => props.onMove(-1)}>
          {labels.moveLeft}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowRight {...icon} />} onClick={() => props.onMove(1)}>
          {labels.moveRight}
        </Menu.Item>
        <Menu.Item leftSection={<IconEyeOff {...icon} />} onClick={props.onHide}>
          {labels.hide}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconRestore {...icon} />} onClick={props.onReset}>
          {labels.resetLayout}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SortItems({ labels, sort, onSort }: ColumnMenuProps) {
  return (
    <>
      <Menu.Item leftSection={<IconArrowUp {...icon} />} onClick={() => onSort('ascending')}>
        {labels.sortAscending}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowDown {...icon} />} onClick={() => onSort('descending')}>
        {labels.sortDescending}
      </Menu.Item>
      {sort && (
        <Menu.Item leftSection={<IconArrowsSort {...icon} />} onClick={() => onSort('none')}>
          {labels.sortNone}
        </Menu.Item>
      )}
      <Menu.Divider />
    </>
  );
}
