/** What can be done with one column. */
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
import type { RefObject } from 'react';
import { MenuBox } from '../late/menu-box.tsx';
import type { MenuEntry } from '../late/menu-button.tsx';
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
  id: string;
  /** The button the menu hangs on. */
  anchor: RefObject<HTMLElement | null>;
}

export function ColumnMenu(props: ColumnMenuProps) {
  const { labels, pinned, sort, onSort } = props;
  const sorting: MenuEntry[] = [
    { icon: IconArrowUp, text: labels.sortAscending, onClick: () => onSort('ascending') },
    { icon: IconArrowDown, text: labels.sortDescending, onClick: () => onSort('descending') },
    ...(sort ? [{ icon: IconArrowsSort, text: labels.sortNone, onClick: () => onSort('none') }] : []),
    'line',
  ];
  return (
    <MenuBox
      id={props.id}
      anchor={props.anchor}
      opened={props.opened}
      onChange={(opened) => !opened && props.onClose()}
      position="bottom-start"
      width={210}
      returnFocus={false}
      onKeyDown={(event) => event.stopPropagation()}
      entries={[
        ...(props.column.sortable ? sorting : []),
        {
          icon: pinned ? IconPinnedOff : IconPin,
          text: pinned ? labels.unpin : labels.pin,
          onClick: () => props.onPin(!pinned),
        },
        { icon: IconArrowLeft, text: labels.moveLeft, onClick: () => props.onMove(-1) },
        { icon: IconArrowRight, text: labels.moveRight, onClick: () => props.onMove(1) },
        { icon: IconEyeOff, text: labels.hide, onClick: props.onHide },
        'line',
        { icon: IconRestore, text: labels.resetLayout, onClick: props.onReset },
      ]}
    />
  );
}
