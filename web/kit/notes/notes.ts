/** Toasts. What shows them comes late: a toast told before that stands as soon as it can. */
import type { NotificationData } from '@mantine/notifications';

type Shower = { show(note: NotificationData): unknown; hide(id: string): unknown; clean(): unknown };

let shower: Shower | null = null;
let waiting: ((shower: Shower) => void)[] = [];
let isWanted = false;
const listeners = new Set<() => void>();

function whenHere(deed: (shower: Shower) => void): void {
  if (shower) deed(shower);
  else waiting.push(deed);
}

export const notifications = {
  /** One that stands under the same id is replaced: it may say what is so no more. */
  show(note: NotificationData): void {
    whenHere((here) => {
      if (note.id) here.hide(note.id);
      here.show(note);
    });
    if (isWanted) return;
    isWanted = true;
    for (const listener of listeners) listener();
  },
  hide(id: string): void {
    whenHere((here) => here.hide(id));
  },
  /** What was told to one person is not for another. */
  clean(): void {
    whenHere((here) => here.clean());
  },
};

/** The box of toasts has been drawn, or is gone. */
export function setShower(next: Shower | null): void {
  shower = next;
  if (!next) return;
  const told = waiting;
  waiting = [];
  for (const deed of told) deed(next);
}

/** Whether there has been anything to show yet. */
export const firstNote = {
  isTold: () => isWanted,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
