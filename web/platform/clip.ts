// What cutting, copying and pasting would act on: the grid or the group that has the focus says it by `data-clip`, a field by what is marked in it.
import { useSyncExternalStore } from 'react';
import { copyText } from './clipboard.ts';

export const clipDeeds = ['cut', 'copy', 'paste'] as const;
export type ClipDeed = (typeof clipDeeds)[number];

/** `of`: rows of a list, cells of the calendar, groups of a tree, text, or nothing that could be. */
type Clip = { of: 'rows' | 'cells' | 'groups' | 'text' | 'nothing'; can: string };

const nothing: Clip = { of: 'nothing', can: '' };
let target: HTMLElement | null = null;
let clip = nothing;

function isField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && /^(text|search|tel|url|email)$/.test(element.type))
  );
}

function clipOf(element: HTMLElement | null): Clip {
  if (isField(element)) {
    const isMarked = element.selectionStart !== element.selectionEnd;
    const isFixed = element.readOnly || element.disabled;
    return {
      of: 'text',
      can: [isMarked && 'copy', isMarked && !isFixed && 'cut', !isFixed && 'paste'].filter(Boolean).join(' '),
    };
  }
  const of = element?.dataset.clipOf;
  if (of === 'rows' || of === 'cells' || of === 'groups') return { of, can: element?.dataset.clip ?? '' };
  return document.getSelection()?.isCollapsed === false ? { of: 'text', can: 'copy' } : nothing;
}

const listeners = new Set<() => void>();
const events = ['focusin', 'focusout', 'selectionchange'] as const;
const watch = new MutationObserver(look);

function look(): void {
  const active = document.activeElement as HTMLElement | null;
  // The buttons that do it are no target: what had the focus before them is.
  if (!active?.closest('[data-keeps-clip]')) target = active;
  const next = clipOf(target);
  if (next.of === clip.of && next.can === clip.can) return;
  clip = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-clip'] });
    for (const event of events) document.addEventListener(event, look);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    watch.disconnect();
    for (const event of events) document.removeEventListener(event, look);
  };
}

export function useClip(): Clip {
  return useSyncExternalStore(subscribe, () => clip);
}

const codes: Record<ClipDeed, string> = { cut: 'KeyX', copy: 'KeyC', paste: 'KeyV' };

/** Does what the key would. False where the browser lets only the key itself paste. */
export async function doClip(deed: ClipDeed): Promise<boolean> {
  target?.focus({ preventScroll: true });
  if (clip.of === 'cells' || clip.of === 'groups') {
    const key = { code: codes[deed], ctrlKey: true, bubbles: true, cancelable: true };
    // Pressed and let go: a tree waits for that.
    for (const type of ['keydown', 'keyup']) target?.dispatchEvent(new KeyboardEvent(type, key));
    return true;
  }
  if (clip.of === 'rows') return copyRows(target);
  if (deed !== 'paste') return document.execCommand(deed);
  try {
    return document.execCommand('insertText', false, await navigator.clipboard.readText());
  } catch {
    return false;
  }
}

/** The browser's own command asks what is marked, not what has the focus: the list is asked itself. */
async function copyRows(list: HTMLElement | null): Promise<boolean> {
  const clipboardData = new DataTransfer();
  list?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
  const text = clipboardData.getData('text/plain');
  if (text !== '') await copyText(text);
  return true;
}
