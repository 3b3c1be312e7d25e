/**
 * A card over the list: moved, resized, closed, saved and walked through without losing sight of the list beneath.
 * Tab stays inside; the mouse may go out. On a phone it fills the screen.
 */
import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCopy, IconList, IconMinus, IconSquare, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useContext, useId, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { goToUnsettled } from '../fields/unsettled.ts';
import { tip } from '../tip.ts';
import { useHeldFocus } from '../use-held-focus.ts';
import { useReturnedFocus } from '../use-returned-focus.ts';
import type { Side, WindowPlace } from './place.ts';
import { type Pull, usePlace } from './use-place.ts';
import styles from './window.module.css';
import { AboveWindows, type WindowFrame, WindowFrameContext } from './window-frame.ts';

export interface CardWindowLabels {
  close: string;
  /** Said of the title bar: Alt and arrows move, with Shift they resize. */
  moveHint: string;
}

export interface CardWindowProps {
  title: ReactNode;
  /** In the bar of windows, where the title would be cut before it says which one this is. */
  name?: string | undefined;
  /** Beside the title: a state, a menu. */
  actions?: ReactNode;
  /** A row of tabs under the title. */
  tabs?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
  /** Of its kind; null until the user has moved or resized one of them, undefined until it is known. */
  place: WindowPlace | null | undefined;
  onPlaceChange(place: WindowPlace): void;
  onClose(): void;
  onSave?(): void;
  onNext?(): void;
  onPrevious?(): void;
  labels: CardWindowLabels;
  /** Typing starts at once: not the title takes the focus but the first part inside with `data-autofocus`. */
  focusInside?: boolean;
  /** The content reaches the edges: a list. */
  bleed?: boolean;
  /** Size before the user's own, pixels. */
  size?: { width: number; height: number };
}

const sides: Side[] = ['n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw'];
const defaultSize = { width: 880, height: 620 };

export function CardWindow(props: CardWindowProps) {
  const { labels, size = defaultSize } = props;
  const titleId = useId();
  const fullScreen = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const frame = useContext(WindowFrameContext);
  const aboveOnDesk = useContext(AboveWindows);
  const state = frame?.state ?? 'normal';
  const isFixed = fullScreen || state === 'maximised';
  const own = frame?.place ?? null;
  const wanted = {
    kept: own ?? props.place ?? null,
    size,
    below: frame?.below ?? 0,
  };
  const { place, screen, grip, nudge } = usePlace(wanted, (next) => {
    frame?.onPlace(next);
    props.onPlaceChange(next);
  });
  // Where it was opened it stays, whatever becomes of others of its kind.
  const isOpening = own === null && props.place !== undefined && !fullScreen;
  useLayoutEffect(() => {
    if (isOpening) frame?.onOpened(place, screen);
  });
  const holdFocus = useHeldFocus(state !== 'minimised');
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => frame?.onTitle(props.name ?? title.current?.textContent ?? ''));
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  useReturnedFocus();
  const shown = state === 'maximised' && frame ? frame.area() : place;
  const box = fullScreen
    ? undefined
    : { left: shown.x, top: shown.y, width: shown.width, height: shown.height };
  return (
    <section
      ref={holdFocus}
      role="dialog"
      aria-modal={false}
      aria-labelledby={titleId}
      tabIndex={-1}
      className={styles.window}
      hidden={state === 'minimised'}
      data-full={fullScreen || undefined}
      data-window={frame?.id}
      data-maximised={state === 'maximised' || undefined}
      style={frame ? { ...box, zIndex: `calc(var(--window-layer) + ${frame.depth})` } : box}
      onPointerDownCapture={frame?.onFront}
      onFocusCapture={frame?.onFront}
      onKeyDown={(event) => onWindowKey(event, latest)}
    >
      {/* The first of its kind is what is given the focus: at the back nobody is, since whoever has it comes to the front. */}
      {frame && !frame.isFront && <span data-autofocus hidden />}
      <header className={styles.bar} {...(isFixed ? {} : grip('move'))}>
        <h2
          ref={title}
          id={titleId}
          className={styles.title}
          tabIndex={fullScreen ? undefined : 0}
          aria-description={fullScreen ? undefined : labels.moveHint}
          title={fullScreen ? undefined : labels.moveHint}
          data-autofocus={props.focusInside ? undefined : true}
          onDoubleClick={() => !fullScreen && frame?.onState(otherSize(frame))}
          onKeyDown={(event) => !isFixed && onTitleKey(event, nudge)}
        >
          {props.title}
        </h2>
        {props.actions}
        {frame && !fullScreen && <FrameButtons frame={frame} />}
        {fullScreen && aboveOnDesk}
        {frame?.onAside && <AsideButton label={frame.labels.aside} onClick={frame.onAside} />}
        <ActionIcon {...tip(`${labels.close} (Esc)`)} aria-label={labels.close} onClick={props.onClose}>
          <IconX size={18} stroke={1.5} />
        </ActionIcon>
      </header>
      {props.tabs && <div className={styles.tabs}>{props.tabs}</div>}
      <div className={styles.content} data-bleed={props.bleed || undefined}>
        <WindowFrameContext value={null}>{props.children}</WindowFrameContext>
      </div>
      {props.footer && <footer className={styles.footer}>{props.footer}</footer>}
      {!isFixed &&
        sides.map((side) => <div key={side} className={styles.edge} data-side={side} {...grip(side)} />)}
    </section>
  );
}

function otherSize({ state }: WindowFrame) {
  return state === 'maximised' ? 'normal' : 'maximised';
}

function AsideButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <ActionIcon {...tip(label)} aria-label={label} onClick={onClick}>
      <IconList size={18} stroke={1.5} />
    </ActionIcon>
  );
}

function FrameButtons({ frame }: { frame: WindowFrame }) {
  const { labels, state, onState } = frame;
  const size = state === 'maximised' ? labels.restore : labels.maximise;
  return (
    <>
      <ActionIcon
        {...tip(`${labels.minimise} (Shift+F4)`)}
        aria-label={labels.minimise}
        onClick={() => onState('minimised')}
      >
        <IconMinus size={18} stroke={1.5} />
      </ActionIcon>
      <ActionIcon {...tip(`${size} (F4)`)} aria-label={size} onClick={() => onState(otherSize(frame))}>
        {state === 'maximised' ? (
          <IconCopy size={16} stroke={1.5} style={{ transform: 'scaleX(-1)' }} />
        ) : (
          <IconSquare size={15} stroke={1.5} />
        )}
      </ActionIcon>
    </>
  );
}

/** Esc closes, Ctrl+Enter saves, Alt with up and down walks through the list. */
function onWindowKey(event: KeyboardEvent, latest: { readonly current: CardWindowProps }) {
  const act = windowAction(event, latest);
  if (!act || event.defaultPrevented || belongsToPopup(event)) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** Menus and lists opened from the card hear their own keys: through React they bubble here from outside the card. */
function belongsToPopup(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const openList = event.key === 'Escape' && target.ariaExpanded === 'true';
  return openList || !event.currentTarget.contains(target);
}

function windowAction(
  event: KeyboardEvent,
  latest: { readonly current: CardWindowProps },
): (() => void) | undefined {
  const props = latest.current;
  if (event.key === 'Escape') return props.onClose;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    return props.onSave && (() => saveSettled(event.target as HTMLElement, latest));
  if (!event.altKey) return undefined;
  if (event.key === 'ArrowDown') return props.onNext;
  return event.key === 'ArrowUp' ? props.onPrevious : undefined;
}

/** A field takes over what was typed when it is left: it is left for a moment, and what it then said is what is saved. */
function saveSettled(field: HTMLElement, latest: { readonly current: CardWindowProps }) {
  flushSync(() => field.blur());
  if (goToUnsettled(field)) return;
  latest.current.onSave?.();
  if (field.isConnected && document.activeElement === document.body) field.focus({ preventScroll: true });
}

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Pixels a press moves. */
const stride = 24;

function onTitleKey(event: KeyboardEvent, nudge: (pull: Pull, dx: number, dy: number) => void) {
  const way = event.ctrlKey || event.metaKey ? arrows[event.key] : undefined;
  if (!way) return;
  event.preventDefault();
  event.stopPropagation();
  nudge(event.shiftKey ? 'se' : 'move', way[0] * stride, way[1] * stride);
}
