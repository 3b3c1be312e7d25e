// The bar of open windows at the bottom: their titles, and what is done with all of them. It stands where there are several, or one is minimised.
import { ActionIcon } from '@mantine/core';
import {
  IconAddressBook,
  IconBoxMultiple,
  IconCalendarMonth,
  IconChevronsDown,
  IconLayoutGrid,
  IconListCheck,
  IconX,
} from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { tip } from '../kit/tip.ts';
import { useAction } from '../platform/actions.ts';
import { type CardKind, cardKey, type OpenCard, useCards } from '../platform/cards.ts';
import { deskStore, heldOf, visibleOn } from '../platform/desk.ts';
import { showWindow } from '../platform/show-window.ts';
import { useSay } from '../platform/texts.tsx';
import { useOnPhone } from '../platform/visible-windows.ts';
import { arrangeWindows, minimiseAll, useWindowKeys } from './windows.ts';

const icons: Record<CardKind, typeof IconX> = {
  tasks: IconListCheck,
  clients: IconAddressBook,
  days: IconCalendarMonth,
};

export function WindowBar() {
  const say = useSay();
  const { cards, closeAll } = useCards();
  const desk = useSyncExternalStore(deskStore.subscribe, deskStore.read);
  useWindowKeys();
  const isWorthIt =
    cards.length > 1 || cards.some((card) => heldOf(desk, cardKey(card)).state === 'minimised');
  const tile = () => arrangeWindows('tile');
  const cascade = () => arrangeWindows('cascade');
  // A phone has no room to arrange them in, and leaves the desk of the computer as it is.
  const mayArrange = !useOnPhone() && cards.length > 0;
  useAction({ id: 'windows.tile', text: say('window.tile'), run: tile }, mayArrange);
  useAction({ id: 'windows.cascade', text: say('window.cascade'), run: cascade }, mayArrange);
  useAction({ id: 'windows.minimise', text: say('window.minimiseAll'), run: minimiseAll }, mayArrange);
  useAction({ id: 'windows.close', text: say('window.closeAll'), run: closeAll }, cards.length > 0);
  if (!isWorthIt) return null;
  const deeds: [string, typeof IconX, () => void][] = [
    [say('window.tile'), IconLayoutGrid, tile],
    [say('window.cascade'), IconBoxMultiple, cascade],
    [say('window.minimiseAll'), IconChevronsDown, minimiseAll],
    [say('window.closeAll'), IconX, closeAll],
  ];
  return (
    <footer className="window-bar">
      <ul aria-label={say('window.open')}>
        {cards.map((card) => (
          <OneWindow key={cardKey(card)} card={card} front={visibleOn(desk).at(-1) === cardKey(card)} />
        ))}
      </ul>
      <div className="window-deeds">
        {deeds.map(([label, Icon, run]) => (
          <ActionIcon
            key={label}
            {...tip(label)}
            variant="subtle"
            color="gray"
            aria-label={label}
            onClick={run}
          >
            <Icon size={16} stroke={1.5} />
          </ActionIcon>
        ))}
      </div>
    </footer>
  );
}

function OneWindow({ card, front }: { card: OpenCard; front: boolean }) {
  const say = useSay();
  const { close } = useCards();
  const { titles } = useSyncExternalStore(deskStore.subscribe, deskStore.read);
  const id = cardKey(card);
  const title = titles[id] || say('window.untitled');
  const Icon = icons[card.kind];
  const toggle = () => (front ? deskStore.set(id, { state: 'minimised' }) : showWindow(id));
  return (
    <li data-front={front || undefined}>
      <button type="button" aria-pressed={front} title={title} onClick={toggle}>
        <Icon size={15} stroke={1.5} aria-hidden />
        <span>{title}</span>
      </button>
      <button type="button" aria-label={say('window.close', { title })} onClick={() => close(card)}>
        <IconX size={13} stroke={1.5} aria-hidden />
      </button>
    </li>
  );
}
