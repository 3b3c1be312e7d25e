// The top bar: search over everything, the toolbar, reminders, help, me.
import { useMediaQuery } from '@mantine/hooks';
import { IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Bell } from '../features/reminders/bell.tsx';
import { MenuButton } from '../kit/late/menu-button.tsx';
import { withCards } from '../platform/cards.ts';
import { HelpButton } from '../platform/help-button.tsx';
import { useMay, useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import { LostLine } from './lost-line.tsx';
import { usePlaces } from './rail.tsx';
import { SearchButton } from './search-button.tsx';
import { useSignOut } from './sign-out.ts';
import { Toolbar } from './toolbar.tsx';

export function TopBar({ onKeys, onSearch }: { onKeys(): void; onSearch(): void }) {
  const { firm } = useMe();
  const mayHear = useMay('tasks', 'view');
  return (
    <header className="top-bar">
      <span className="top-firm" title={firm.name}>
        {firm.name}
      </span>
      <SearchButton onOpen={onSearch} />
      <LostLine />
      <div className="top-actions">
        <Toolbar />
        {mayHear && <Bell />}
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
  const onPhone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const hidden = usePlaces().filter(({ id }) => onPhone && inMenuOnPhone.has(id));
  return (
    <MenuButton
      position="bottom-end"
      width={220}
      target={
        <button type="button" className="me" aria-label={person.name} data-initials={initials(person.name)} />
      }
      entries={[
        { heading: person.name },
        ...hidden.map(({ to, text, icon }) => ({
          icon,
          text: say(text),
          onClick: () => void navigate({ to, search: withCards as never }),
        })),
        {
          icon: IconSettings,
          text: say('place.settings'),
          onClick: () => void navigate({ to: '/settings', search: withCards as never }),
        },
        { icon: IconKeyboard, text: say('shell.shortcuts'), end: <kbd>?</kbd>, onClick: onKeys },
        { icon: IconLogout, text: say('shell.signOut'), onClick: () => void signOut() },
      ]}
    />
  );
}
