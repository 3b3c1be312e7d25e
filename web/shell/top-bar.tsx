// The top bar: search over everything, undo and redo, reminders, help, me.
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconLogout,
  IconSettings,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { call } from '../platform/api.ts';
import { useRedo, useUndo } from '../platform/deeds.tsx';
import { HelpButton } from '../platform/help-button.tsx';
import { useMay, useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import { undoStack } from '../platform/undo-stack.ts';
import { usePlaces } from './rail.tsx';
import { SearchBox } from './search-box.tsx';

const Bell = lazy(() => import('../features/reminders/bell.tsx').then((file) => ({ default: file.Bell })));

export function TopBar({ onKeys }: { onKeys(): void }) {
  const { firm } = useMe();
  const mayHear = useMay('tasks', 'view');
  return (
    <header className="top-bar">
      <span className="top-firm" title={firm.name}>
        {firm.name}
      </span>
      <SearchBox />
      <div className="top-actions">
        <UndoButtons />
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

function UndoButtons() {
  const say = useSay();
  const { done, undone } = useSyncExternalStore(undoStack.subscribe, undoStack.read);
  const undo = useUndo();
  const redo = useRedo();
  const last = done.at(-1);
  const next = undone.at(-1);
  return (
    <>
      <Tooltip label={`${last ? say('undo.undoWhat', { what: last.text }) : say('undo.nothing')} · Ctrl+Z`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={say('undo.undo')}
          disabled={!last}
          onClick={() => undo()}
        >
          <IconArrowBackUp size={18} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
      <Tooltip
        label={`${next ? say('undo.redoWhat', { what: next.text }) : say('undo.nothingToRedo')} · Ctrl+Shift+Z`}
      >
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={say('undo.redo')}
          disabled={!next}
          onClick={() => redo()}
        >
          <IconArrowForwardUp size={18} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
    </>
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
  const client = useQueryClient();
  const navigate = useNavigate();
  const hidden = usePlaces().filter(({ id }) => inMenuOnPhone.has(id));
  const signOut = async () => {
    await call('people.signOut', {});
    client.clear();
    window.location.assign('/');
  };
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
