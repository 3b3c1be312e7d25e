// What the bell holds: unread first in weight, not in order; a press opens the task, ↑ and ↓ go along.
import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import type { Reminder } from '../../../contract/reminders.ts';
import { EmptyState, ErrorState } from '../../kit/states/empty-state.tsx';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { useFormat } from '../../platform/format.ts';
import { useSay, useWords } from '../../platform/texts.tsx';
import { reminderMatter, reminderTitle } from './reminder-words.ts';
import styles from './reminders.module.css';
import { SnoozeMenu } from './snooze-menu.tsx';

type ReminderListProps = {
  rows: Reminder[] | undefined;
  unread: number;
  failure: string | undefined;
  onOpen(reminder: Reminder): void;
  onReadAll(): void;
  onOwnTime(reminder: Reminder): void;
};

/** ↑ and ↓ among the reminders; in the menu of one they are the menu's. */
function step(event: KeyboardEvent<HTMLElement>): void {
  if (event.currentTarget.querySelector('[role=menu]')) return;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-reminder]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (by === undefined || (at < 0 && by < 0)) return;
  all[at + by]?.focus();
  event.preventDefault();
}

export function ReminderList(props: ReminderListProps) {
  const { rows, unread, failure } = props;
  const say = useSay();
  const list = useRef<HTMLUListElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows go among the buttons inside
    <div className={styles.panel} onKeyDown={step}>
      <header className={styles.head}>
        <h2>{say('reminder.title')}</h2>
        {unread > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={props.onReadAll}>
            {say('reminder.readAll')}
          </Button>
        )}
      </header>
      {!rows && failure && <ErrorState title={failure} />}
      {!rows && !failure && <SkeletonRows rows={3} label={say('reminder.title')} />}
      {rows?.length === 0 && <EmptyState title={say('reminder.none')} text={say('reminder.noneText')} />}
      <ul className={styles.list} ref={list}>
        {rows?.map((reminder) => (
          <OneReminder key={reminder.id} reminder={reminder} {...props} />
        ))}
      </ul>
    </div>
  );
}

function OneReminder({
  reminder,
  onOpen,
  onOwnTime,
}: Pick<ReminderListProps, 'onOpen' | 'onOwnTime'> & { reminder: Reminder }) {
  const { say, locale } = useWords();
  const format = useFormat();
  const title = reminderTitle(reminder, locale);
  return (
    <li className={styles.one} data-unread={reminder.unread || undefined} data-kind={reminder.kind}>
      <button type="button" className={styles.open} data-reminder onClick={() => onOpen(reminder)}>
        <strong>{title}</strong>
        <span>{reminderMatter(say, format, reminder)}</span>
      </button>
      <SnoozeMenu
        id={reminder.id}
        title={title}
        onSnoozed={() => {}}
        onOwnTime={() => onOwnTime(reminder)}
        nested
      />
    </li>
  );
}
