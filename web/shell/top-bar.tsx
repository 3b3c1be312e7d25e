// The top bar: search over everything, the toolbar, reminders, help, me.
import { Menu } from '@mantine/core';
import { IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { HelpButton } from '../platform/help-button.tsx';
import { useMay, useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import { usePlaces } from './rail.tsx';
import { SearchButton } from './search-button.tsx';
import { useSignOut } from './sign-out.ts';
import { Toolbar } from './toolbar.tsx';

const Bell = lazy(() => import('../features/reminders/bell.tsx').then((file) => ({ default: file.Bell })));

export function TopBar({ onKeys, onSearch }: { onKeys(): void; onSearch(): void }) {
  const { firm } = useMe();
  const mayHear = useMay('tasks', 'view');
  return (
    <header className="top-bar">
      <span className="top-firm" title={firm.name}>
        {firm.name}
      </span>
      <SearchButton onOpen={onSearch} />
      <div className="top-actions">
        <Toolbar />
        {mayHear && (
          <Suspense fallback={<span className="bell-waiting" />}>
            <Bell />
          </Suspense>
        )}
        <HelpButton />
        <MyMenu onKeys={onKeys} />
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

/** The bar of a phone has room for five places. */
const inMenuOnPhone = new Set(['directories', 'people', 'import', 'journal']);

function MyMenu({ onKeys }: { onKeys(): void }) {
  const say = useSay();
  const { person } = useMe();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const hidden = usePlaces().filter(({ id }) => inMenuOnPhone.has(id));
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
        <Menu.Item
          leftSection={<IconKeyboard size={16} stroke={1.5} />}
          rightSection={<kbd>?</kbd>}
          onClick={onKeys}
        >
          {say('shell.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} />} onClick={signOut}>
          {say('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
