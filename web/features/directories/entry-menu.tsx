// The menu of a row: everything that can be done with one entry, for the mouse and for Alt+↓ alike.
import { Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconArrowDown,
  IconArrowUp,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { Entry } from '../../../contract/directories.ts';
import { RowMenu } from '../../kit/grid/row-menu.tsx';
import { useSay } from '../../platform/texts.tsx';
import type { EntryDeeds } from './use-entry-deeds.ts';

export type MenuAt = { entry: Entry; at: { x: number; y: number } };

type EntryMenuProps = {
  menu: MenuAt;
  ordered: boolean;
  deeds: EntryDeeds;
  onMove(entry: Entry, by: 1 | -1): void;
  onOpen(entry: Entry): void;
  onClose(): void;
};

const look = { size: 16, stroke: 1.5 };

export function EntryMenu({ menu, ordered, deeds, onMove, onOpen, onClose }: EntryMenuProps) {
  const say = useSay();
  const { entry, at } = menu;
  return (
    <RowMenu at={at} label={entry.name} onClose={onClose}>
      <Menu.Item leftSection={<IconPencil {...look} />} onClick={() => onOpen(entry)}>
        {say(entry.can.change ? 'kit.change' : 'entry.open')}
      </Menu.Item>
      {ordered && entry.can.change && (
        <>
          <Menu.Item leftSection={<IconArrowUp {...look} />} onClick={() => onMove(entry, -1)}>
            {say('entry.up')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown {...look} />} onClick={() => onMove(entry, 1)}>
            {say('entry.down')}
          </Menu.Item>
        </>
      )}
      {entry.can.change && (
        <Menu.Item
          leftSection={entry.archived ? <IconArchiveOff {...look} /> : <IconArchive {...look} />}
          onClick={() => deeds.archive(entry)}
        >
          {say(entry.archived ? 'entry.unarchive' : 'entry.archive')}
        </Menu.Item>
      )}
      {entry.can.delete && (
        <Menu.Item color="red" leftSection={<IconTrash {...look} />} onClick={() => deeds.remove(entry)}>
          {say('kit.delete')}
        </Menu.Item>
      )}
    </RowMenu>
  );
}
