/**
 * A card over the list: moved, resized, closed, saved and walked through without losing sight of the list beneath.
 * Tab stays inside; the mouse may go out. On a phone it fills the screen.
 */
import { ActionIcon, Tooltip } from '@mantine/core';
import { useFocusTrap, useMediaQuery } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { goToUnsettled } from '../fields/unsettled.ts';
import { useReturnedFocus } from '../use-returned-focus.ts';
import type { Side, WindowPlace } from './place.ts';
import { type Pull, usePlace } from './use-place.ts';
import styles from './window.module.css';

export interface CardWindowLabels {
  close: string;
  /** Said of the title bar: Alt and arrows move, with Shift they resize. */
  moveHint: string;
}

export interface CardWindowProps {
  title: ReactNode;
  /** Beside the title: a state, a menu. */
  actions?: ReactNode;
  /** A row of tabs under the title. */
  tabs?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
  /** null until the user has moved or resized it. */
  place: WindowPlace | null;
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
  const { place, grip, nudge } = usePlace(props.place, size, props.onPlaceChange);
  const trap = useFocusTrap(true);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  useReturnedFocus();
  const box = fullScreen
    ? undefined
    : { left: place.x, top: place.y, width: place.width, height: place.height };
  return (
    <section
      ref={trap}
      role="dialog"
      aria-modal={false}
      aria-labelledby={titleId}
      tabIndex={-1}
      className={styles.window}
      data-full={fullScreen || undefined}
      style={box}
      onKeyDown={(event) => onWindowKey(event, latest)}
    >
      <header className={styles.bar} {...(fullScreen ? {} : grip('move'))}>
        <h2
          id={titleId}
          className={styles.title}
          tabIndex={fullScreen ? undefined : 0}
          aria-description={fullScreen ? undefined : labels.moveHint}
          title={fullScreen ? undefined : labels.moveHint}
          data-autofocus={props.focusInside ? undefined : true}
          onKeyDown={(event) => onTitleKey(event, nudge)}
        >
          {props.title}
        </h2>
        {props.actions}
        <Tooltip label={`${labels.close} (Esc)`}>
          <ActionIcon aria-label={labels.close} onClick={props.onClose}>
            <IconX size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </header>
      {props.tabs && <div className={styles.tabs}>{props.tabs}</div>}
      <div className={styles.content} data-bleed={props.bleed || undefined}>
        {props.children}
      </div>
      {props.footer && <footer className={styles.footer}>{props.footer}</footer>}
      {!fullScreen &&
        sides.map((side) => <div key={side} className={styles.edge} data-side={side} {...grip(side)} />)}
    </section>
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
  const way = event.altKey ? arrows[event.key] : undefined;
  if (!way) return;
  event.preventDefault();
  event.stopPropagation();
  nudge(event.shiftKey ? 'se' : 'move', way[0] * stride, way[1] * stride);
}
