/** The box of a menu: Mantine's, around a button that stands already. */
import { type FloatingPosition, Menu } from '@mantine/core';
import type { KeyboardEvent, RefObject } from 'react';
import type { MenuEntry } from './menu-button.tsx';
import { Standing, useOpenedAfterDrawn } from './standing.ts';

interface MenuBoxProps {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  opened: boolean;
  onChange(opened: boolean): void;
  entries: MenuEntry[];
  position: FloatingPosition;
  width?: number;
  nested?: boolean;
  zIndex?: number;
  /** False: whoever opened it says where the focus goes. */
  returnFocus?: boolean;
  onKeyDown?(event: KeyboardEvent): void;
}

export function MenuBox({ id, anchor, entries, onKeyDown, ...menu }: MenuBoxProps) {
  const opened = useOpenedAfterDrawn(menu.opened);
  return (
    <Menu
      id={id}
      opened={opened}
      onChange={menu.onChange}
      position={menu.position}
      {...(menu.width === undefined ? {} : { width: menu.width })}
      {...(menu.zIndex === undefined ? {} : { zIndex: menu.zIndex })}
      withinPortal={!menu.nested}
      returnFocus={menu.returnFocus ?? true}
    >
      <Menu.Target>
        <Standing anchor={anchor} />
      </Menu.Target>
      <Menu.Dropdown {...(onKeyDown ? { onKeyDown } : {})}>
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
          <Entry key={at} entry={entry} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry === 'line') return <Menu.Divider />;
  if ('heading' in entry) return <Menu.Label>{entry.heading}</Menu.Label>;
  const { text, icon: Icon, end, color, onClick } = entry;
  return (
    <Menu.Item
      leftSection={Icon && <Icon size={16} stroke={1.5} />}
      rightSection={end}
      {...(color ? { color } : {})}
      onClick={onClick}
    >
      {text}
    </Menu.Item>
  );
}
