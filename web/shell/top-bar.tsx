// The top bar: search over everything, the toolbar, help, me.
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import { usePlaces } from './rail.tsx';
import { SearchButton } from './search-button.tsx';
import { useSignOut } from './sign-out.ts';
import { Toolbar } from './toolbar.tsx';

export function TopBar({ onHelp, onSearch }: { onHelp(): void; onSearch(): void }) {
  const say = useSay();
  const { firm } = useMe();
  return (
    <header className="top-bar">
      <span className="top-firm" title={firm.name}>
        {firm.name}
      </span>
      <SearchButton onOpen={onSearch} />
      <div className="top-actions">
        <Toolbar />
        <Tooltip label={`${say('shell.shortcuts')} · ?`}>
          <ActionIcon variant="subtle" color="gray" aria-label={say('shell.shortcuts')} onClick={onHelp}>
            <IconKeyboard size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <MyMenu />
      </div>
    </header>
  );
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
}

function MyMenu() {
  const say = useSay();
  const { person } = useMe();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const hidden = usePlaces().filter(({ id }) => id === 'directories' || id === 'import');
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className="me" aria-label={person.name} data-initials={initials(person.name)} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.name}</Menu.Label>
        {hidden.map(({ id, to, text, icon: Icon }) => (
          <Menu.Item
            key={id}
            className="only-on-phone"
            leftSection={<Icon size={16} stroke={1.5} />}
            onClick={() => navigate({ to })}
          >
            {say(text)}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconSettings size={16} stroke={1.5} />}
          onClick={() => navigate({ to: '/settings' })}
        >
          {say('place.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} />} onClick={signOut}>
          {say('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
