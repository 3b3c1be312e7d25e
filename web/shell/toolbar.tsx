// The toolbar in the top bar: places, the clipboard, undo and redo, the background, the way out. Each says its key.
import { ActionIcon } from '@mantine/core';
import {
  IconAddressBook,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCalendarMonth,
  IconCategory,
  IconClipboard,
  IconCopy,
  IconCut,
  IconListCheck,
  IconLogout,
  IconPhoto,
  IconProgressCheck,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { notifications } from '../kit/notes/notes.ts';
import { tip } from '../kit/tip.ts';
import { withCards } from '../platform/cards.ts';
import { type ClipDeed, clipDeeds, doClip, useClip } from '../platform/clip.ts';
import { useReversals } from '../platform/deeds.tsx';
import { useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import type { TextId } from '../texts/ids.ts';
import { usePlaces } from './rail.tsx';
import { useSignOut } from './sign-out.ts';

export function Toolbar() {
  const say = useSay();
  const { appearance } = useMe();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => makeOneStop(bar.current));
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={say('toolbar.name')}
      className="toolbar"
      data-keeps-clip
      data-whole={appearance.toolbar || undefined}
      tabIndex={-1}
      onKeyDown={(event) => walkButtons(event, bar.current)}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className="tools" data-optional>
        <PlaceButtons />
      </div>
      <div className="tools" data-optional>
        {clipDeeds.map((deed) => (
          <ClipButton key={deed} deed={deed} />
        ))}
      </div>
      <div className="tools">
        <UndoButtons />
      </div>
      <div className="tools" data-optional>
        <EndButtons />
      </div>
    </div>
  );
}

const shownButtons = (bar: HTMLElement) =>
  [...bar.querySelectorAll('button')].filter((button) => button.offsetParent !== null);

/** One stop for Tab: the first that is shown. */
function makeOneStop(bar: HTMLElement | null): void {
  for (const [at, button] of (bar ? shownButtons(bar) : []).entries()) button.tabIndex = at === 0 ? 0 : -1;
}

/** Arrows go from button to button. */
function walkButtons(event: KeyboardEvent, bar: HTMLElement | null): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by || !bar) return;
  const buttons = shownButtons(bar);
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons.at((at + by) % buttons.length)?.focus();
  event.preventDefault();
}

type ToolProps = {
  label: string;
  /** After the label, or why it can do nothing now. */
  hint: string;
  icon: typeof IconCut;
  onClick(): void;
  /** It can do nothing now; it stays where it is and says why. */
  idle?: boolean;
};

function Tool({ label, hint, icon: Icon, onClick, idle = false }: ToolProps) {
  return (
    <ActionIcon
      {...tip(hint)}
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-disabled={idle || undefined}
      data-disabled={idle || undefined}
      onClick={() => !idle && onClick()}
    >
      <Icon size={18} stroke={1.5} />
    </ActionIcon>
  );
}

type PlaceTool = { id: string; to: string; text: TextId; icon: typeof IconCut; keys?: string };

const placeTools: PlaceTool[] = [
  { id: 'tasks', to: '/tasks', text: 'place.tasks', icon: IconListCheck },
  { id: 'calendar', to: '/calendar', text: 'place.calendar', icon: IconCalendarMonth },
  { id: 'clients', to: '/clients', text: 'place.clients', icon: IconAddressBook },
  { id: 'people', to: '/people', text: 'place.people', icon: IconUsers },
  { id: 'directories', to: '/directories/taskTypes', text: 'directory.taskTypes', icon: IconCategory },
  {
    id: 'directories',
    to: '/directories/taskStates',
    text: 'directory.taskStates',
    icon: IconProgressCheck,
    keys: 'Alt+9',
  },
  { id: 'settings', to: '/settings', text: 'place.settings', icon: IconSettings },
];

function PlaceButtons() {
  const say = useSay();
  const navigate = useNavigate();
  const places = usePlaces();
  return placeTools.map(({ id, to, text, icon, keys }) => {
    const place = places.find((each) => each.id === id);
    if (!place) return null;
    const hint = `${say(text)} · ${keys ?? place.keys}`;
    return (
      <Tool
        key={to}
        label={say(text)}
        hint={hint}
        icon={icon}
        onClick={() => navigate({ to, search: withCards as never })}
      />
    );
  });
}

const clipTools: Record<ClipDeed, { text: TextId; keys: string; icon: typeof IconCut }> = {
  cut: { text: 'toolbar.cut', keys: 'Ctrl+X', icon: IconCut },
  copy: { text: 'toolbar.copy', keys: 'Ctrl+C', icon: IconCopy },
  paste: { text: 'toolbar.paste', keys: 'Ctrl+V', icon: IconClipboard },
};

function ClipButton({ deed }: { deed: ClipDeed }) {
  const say = useSay();
  const { of, can } = useClip();
  const { text, keys, icon } = clipTools[deed];
  const may = can.split(' ').includes(deed);
  const why = say(`toolbar.why.${of}.${deed}`);
  const run = async () => {
    if (!(await doClip(deed))) notifications.show({ message: say('toolbar.byKey', { keys }) });
  };
  return (
    <Tool
      label={say(text)}
      hint={`${say(text)} · ${keys}${may ? '' : `. ${why}`}`}
      icon={icon}
      idle={!may}
      onClick={run}
    />
  );
}

function UndoButtons() {
  const say = useSay();
  const { last, next, undo, redo } = useReversals();
  return (
    <>
      <Tool
        label={say('undo.undo')}
        hint={`${last ? say('undo.undoWhat', { what: last.text }) : say('undo.nothing')} · Ctrl+Z`}
        icon={IconArrowBackUp}
        idle={!last}
        onClick={() => undo()}
      />
      <Tool
        label={say('undo.redo')}
        hint={`${next ? say('undo.redoWhat', { what: next.text }) : say('undo.nothingToRedo')} · Ctrl+Shift+Z`}
        icon={IconArrowForwardUp}
        idle={!next}
        onClick={() => redo()}
      />
    </>
  );
}

function EndButtons() {
  const say = useSay();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <>
      <Tool
        label={say('settings.background')}
        hint={`${say('settings.background')} · Alt+0`}
        icon={IconPhoto}
        onClick={() => navigate({ to: '/settings', hash: 'background', search: withCards as never })}
      />
      <Tool
        label={say('shell.signOut')}
        hint={`${say('shell.signOut')} · Alt+Q`}
        icon={IconLogout}
        onClick={signOut}
      />
    </>
  );
}
