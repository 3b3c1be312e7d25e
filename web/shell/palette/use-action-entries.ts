// What can be done from anywhere, and what the open screen has told that can be done on it.

import {
  IconAddressBook,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBolt,
  IconHelp,
  IconKeyboard,
  IconLanguage,
  IconLink,
  IconListCheck,
  IconLogout,
  IconPalette,
  IconPhoto,
  IconRowInsertBottom,
  IconTableImport,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { notifications } from '../../kit/notes/notes.ts';
import { useActions } from '../../platform/actions.ts';
import { useAppearance } from '../../platform/appearance.ts';
import { useCards, withCards } from '../../platform/cards.ts';
import { copyText } from '../../platform/clipboard.ts';
import { useReversals } from '../../platform/deeds.tsx';
import { helpBeside } from '../../platform/help.ts';
import { useBroughtIn, useMay } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import { useSignOut } from '../sign-out.ts';
import type { Entry } from './entry.ts';

type Told = Omit<Entry, 'kind'>;

export function useActionEntries(onHelp: () => void): Entry[] {
  const say = useSay();
  const signOut = useSignOut();
  const here = useActions().map((action): Told => ({ ...action, label: action.text, icon: IconBolt }));
  const last: Told[] = [
    ...useScreenEntries(),
    { id: 'do.link', label: say('palette.copyLink'), icon: IconLink, run: useCopyLink() },
    { id: 'do.keys', label: say('shell.shortcuts'), keys: '?', icon: IconKeyboard, run: onHelp },
    { id: 'do.signOut', label: say('shell.signOut'), keys: 'Alt+Q', icon: IconLogout, run: signOut },
  ];
  const all = [...here, ...useNewEntries(), ...useReversalEntries(), ...useLookEntries(), ...last];
  return all.map((entry) => ({ ...entry, kind: 'actions' }));
}

/** What has a button of its own on the screen. */
function useScreenEntries(): Told[] {
  const say = useSay();
  const navigate = useNavigate();
  const mayImport = useBroughtIn().length > 0;
  return [
    ...(mayImport
      ? [
          {
            id: 'do.import',
            label: say('palette.import'),
            icon: IconTableImport,
            run: () => navigate({ to: '/import', search: withCards as never }),
          },
        ]
      : []),
    {
      id: 'do.background',
      label: say('palette.background'),
      keys: 'Alt+0',
      icon: IconPhoto,
      run: () => navigate({ to: '/settings', hash: 'background', search: withCards as never }),
    },
    { id: 'do.help', label: say('palette.help'), keys: 'F1', icon: IconHelp, run: () => helpBeside.show() },
  ];
}

function useNewEntries(): Told[] {
  const say = useSay();
  const { open } = useCards();
  const mayTasks = useMay('tasks', 'add');
  const mayClients = useMay('clients', 'add');
  const task: Told = {
    id: 'do.newTask',
    label: say('palette.newTask'),
    icon: IconListCheck,
    run: () => open('tasks', null),
  };
  const client: Told = {
    id: 'do.newClient',
    label: say('palette.newClient'),
    icon: IconAddressBook,
    run: () => open('clients', null),
  };
  return [...(mayTasks ? [task] : []), ...(mayClients ? [client] : [])];
}

/** Only what there is to undo and to do again. */
function useReversalEntries(): Told[] {
  const say = useSay();
  const { last, next, undo, redo } = useReversals();
  const undoing: Told[] = last
    ? [
        {
          id: 'do.undo',
          label: say('undo.undoWhat', { what: last.text }),
          keys: 'Ctrl+Z',
          icon: IconArrowBackUp,
          run: () => void undo(),
        },
      ]
    : [];
  const redoing: Told[] = next
    ? [
        {
          id: 'do.redo',
          label: say('undo.redoWhat', { what: next.text }),
          keys: 'Ctrl+Shift+Z',
          icon: IconArrowForwardUp,
          run: () => void redo(),
        },
      ]
    : [];
  return [...undoing, ...redoing];
}

const looks = {
  theme: ['auto', 'light', 'dark'],
  density: ['compact', 'normal', 'roomy'],
} as const;
const languages = { ru: 'Русский', en: 'English' } as const;

/** Every look but the one that is on. */
function useLookEntries(): Told[] {
  const say = useSay();
  const [appearance, change] = useAppearance();
  const themes = looks.theme
    .filter((theme) => theme !== appearance.theme)
    .map((theme) => ({
      id: `do.theme.${theme}`,
      label: `${say('settings.theme')}: ${say(`settings.theme.${theme}`).toLowerCase()}`,
      icon: IconPalette,
      run: () => change({ theme }),
    }));
  const densities = looks.density
    .filter((density) => density !== appearance.density)
    .map((density) => ({
      id: `do.density.${density}`,
      label: `${say('settings.density')}: ${say(`settings.density.${density}`).toLowerCase()}`,
      icon: IconRowInsertBottom,
      run: () => change({ density }),
    }));
  const tongues = (['ru', 'en'] as const)
    .filter((locale) => locale !== appearance.locale)
    .map((locale) => ({
      id: `do.language.${locale}`,
      label: `${say('settings.language')}: ${languages[locale]}`,
      icon: IconLanguage,
      run: () => change({ locale }),
    }));
  return [...themes, ...densities, ...tongues];
}

/** The address of the view alone: without the windows that stand over it. */
function useCopyLink(): () => void {
  const say = useSay();
  return () => {
    const address = new URL(window.location.href);
    address.searchParams.delete('card');
    copyText(address.href).then(() => notifications.show({ message: say('palette.linkCopied') }));
  };
}
