// What stands in the toasts of reminders: one with its deeds, or how many there are.
import { Button } from '@mantine/core';
import type { Reminder } from '../../../contract/reminders.ts';
import { useFormat } from '../../platform/format.ts';
import { useSay, useWords } from '../../platform/texts.tsx';
import { reminderMatter, reminderTitle } from './reminder-words.ts';
import styles from './reminders.module.css';
import { SnoozeMenu } from './snooze-menu.tsx';

type OneToastProps = {
  reminder: Reminder;
  onOpen(reminder: Reminder): void;
  onOwnTime(reminder: Reminder): void;
  hide(): void;
};

export function OneToast({ reminder, onOpen, onOwnTime, hide }: OneToastProps) {
  const { say, locale } = useWords();
  const format = useFormat();
  const title = reminderTitle(reminder, locale);
  return (
    <div role="status">
      <strong className={styles.toastTitle}>{title}</strong>
      <span>{reminderMatter(say, format, reminder)}</span>
      <div className={styles.toastActions}>
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => {
            hide();
            onOpen(reminder);
          }}
        >
          {say('reminder.open')}
        </Button>
        <SnoozeMenu id={reminder.id} title={title} onSnoozed={hide} onOwnTime={() => onOwnTime(reminder)} />
      </div>
    </div>
  );
}

type ManyToastProps = { count: number; hide(): void; onShowAll(): void };

export function ManyToast({ count, hide, onShowAll }: ManyToastProps) {
  const say = useSay();
  return (
    <div role="status">
      <strong className={styles.toastTitle}>{say('reminder.many', { count })}</strong>
      <div className={styles.toastActions}>
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => {
            hide();
            onShowAll();
          }}
        >
          {say('reminder.show')}
        </Button>
      </div>
    </div>
  );
}
