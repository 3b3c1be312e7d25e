// A reminder that falls due while the house is open stands in a corner until somebody takes it; many at once are one.

import { useEffect, useRef, useState } from 'react';
import type { Queries } from '../../../contract/api.ts';
import type { Reminder } from '../../../contract/reminders.ts';
import { late } from '../../kit/late/late.tsx';
import { notifications } from '../../kit/notes/notes.ts';
import styles from './reminders.module.css';

const OneToast = late(() => import('./reminder-toasts.tsx').then((file) => file.OneToast));
const ManyToast = late(() => import('./reminder-toasts.tsx').then((file) => file.ManyToast));

type Told = Queries['reminders.list']['output'] | undefined;
type Handlers = {
  onOpen(reminder: Reminder): void;
  onOwnTime(reminder: Reminder): void;
  onShowAll(): void;
};

/** More at once are told by their number. */
const singlyAtMost = 3;
const manyId = 'reminders';
const toastId = ({ id }: Reminder) => `reminder-${id}`;
/** A reminder that was put off is another one when it comes back. */
const telling = ({ id, dueAt }: Reminder) => `${id} ${dueAt}`;

type Shown = { one: Map<string, Reminder>; many: boolean };

export function useToasts(told: Told, handlers: Handlers): void {
  const seen = useRef<Set<string>>(null);
  const shown = useRef<Shown>({ one: new Map(), many: false });
  const latest = useLatest(handlers);
  useEffect(() => {
    if (!told) return;
    const unread = told.rows.filter((row) => row.unread);
    const fresh = seen.current ? unread.filter((row) => !seen.current?.has(telling(row))) : [];
    seen.current = new Set([...(seen.current ?? []), ...told.rows.map(telling)]);
    hideTaken(shown.current, unread);
    if (fresh.length > singlyAtMost) showMany(told.unread, shown.current, latest);
    else for (const reminder of fresh) showOne(reminder, shown.current, latest);
  }, [told, latest]);
}

/** Toasts outlive the render that made them. */
function useLatest(handlers: Handlers): Handlers {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const [lasting] = useState<Handlers>(() => ({
    onOpen: (reminder) => latest.current.onOpen(reminder),
    onOwnTime: (reminder) => latest.current.onOwnTime(reminder),
    onShowAll: () => latest.current.onShowAll(),
  }));
  return lasting;
}

/** Read, put off or done elsewhere. */
function hideTaken(shown: Shown, unread: Reminder[]): void {
  const standing = new Set(unread.map(telling));
  for (const [key, reminder] of shown.one)
    if (!standing.has(key)) {
      notifications.hide(toastId(reminder));
      shown.one.delete(key);
    }
  if (!shown.many || unread.length > 0) return;
  notifications.hide(manyId);
  shown.many = false;
}

const look = { autoClose: false, withBorder: false, classNames: { root: styles.toast } } as const;

function showOne(reminder: Reminder, shown: Shown, handlers: Handlers): void {
  shown.one.set(telling(reminder), reminder);
  notifications.show({
    ...look,
    id: toastId(reminder),
    message: (
      <OneToast reminder={reminder} hide={() => notifications.hide(toastId(reminder))} {...handlers} />
    ),
  });
}

function showMany(count: number, shown: Shown, { onShowAll }: Handlers): void {
  if (shown.many) notifications.hide(manyId);
  shown.many = true;
  const hide = () => notifications.hide(manyId);
  notifications.show({
    ...look,
    id: manyId,
    message: <ManyToast count={count} hide={hide} onShowAll={onShowAll} />,
  });
}
