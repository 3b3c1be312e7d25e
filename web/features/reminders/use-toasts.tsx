// A reminder that falls due while the house is open stands in a corner until somebody takes it; many are one.

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

/** So many stand at once, however long they are left there: what is done meanwhile needs room to offer its undo. */
const standAtMost = 3;
const manyId = 'reminders';
const toastId = ({ id }: Reminder) => `reminder-${id}`;
/** A reminder that was put off is another one when it comes back. */
const telling = ({ id, dueAt }: Reminder) => `${id} ${dueAt}`;

/** Those that stand, until they are closed. */
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
    if (fresh.length === 0) return;
    const tooMany = countOf(shown.current) + fresh.length > standAtMost;
    if (tooMany) for (const reminder of shown.current.one.values()) hideOne(reminder, shown.current);
    if (tooMany || shown.current.many) showMany(told.unread, shown.current, latest);
    if (!tooMany) for (const reminder of fresh) showOne(reminder, shown.current, latest);
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

const countOf = ({ one, many }: Shown) => one.size + (many ? 1 : 0);

/** Read, put off or done elsewhere. */
function hideTaken(shown: Shown, unread: Reminder[]): void {
  const standing = new Set(unread.map(telling));
  for (const [key, reminder] of shown.one) if (!standing.has(key)) hideOne(reminder, shown);
  if (!shown.many || unread.length > 0) return;
  notifications.hide(manyId);
  shown.many = false;
}

function hideOne(reminder: Reminder, shown: Shown): void {
  notifications.hide(toastId(reminder));
  shown.one.delete(telling(reminder));
}

const look = { autoClose: false, withBorder: false, classNames: { root: styles.toast } } as const;

function showOne(reminder: Reminder, shown: Shown, handlers: Handlers): void {
  const key = telling(reminder);
  shown.one.set(key, reminder);
  notifications.show({
    ...look,
    id: toastId(reminder),
    onClose: () => shown.one.delete(key),
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
    onClose: () => {
      shown.many = false;
    },
    message: <ManyToast count={count} hide={hide} onShowAll={onShowAll} />,
  });
}
