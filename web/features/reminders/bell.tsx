// The bell of the top bar: how many reminders are unread, and the list of them; toasts for those that come while one looks.
import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import type { Reminder } from '../../../contract/reminders.ts';
import { late, lateWithin } from '../../kit/late/late.tsx';
import { LatePopover } from '../../kit/late/late-popover.tsx';
import { tip } from '../../kit/tip.ts';
import { useCards } from '../../platform/cards.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useAsk } from '../../platform/queries.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './reminders.module.css';
import { useToasts } from './use-toasts.tsx';

const ReminderList = lateWithin(() => import('./reminder-list.tsx').then((file) => file.ReminderList));
const SnoozeWindow = late(() => import('./snooze-window.tsx').then((file) => file.SnoozeWindow));

const countAtMost = 99;

export function Bell() {
  const words = useWords();
  const { say } = words;
  const act = useDo();
  const { open } = useCards();
  const [opened, setOpened] = useState(false);
  const [putOff, setPutOff] = useState<Reminder | null>(null);
  const { data, error } = useAsk('reminders.list', {});
  const unread = data?.unread ?? 0;
  const show = (reminder: Reminder) => {
    setOpened(false);
    if (reminder.unread) void act('reminders.read', { ids: [reminder.id] });
    open('tasks', reminder.taskId);
  };
  const askTime = (reminder: Reminder) => {
    setOpened(false);
    setPutOff(reminder);
  };
  useToasts(data, { onOpen: show, onOwnTime: askTime, onShowAll: () => setOpened(true) });
  const label = unread > 0 ? say('reminder.bellUnread', { count: unread }) : say('reminder.title');
  return (
    <>
      <LatePopover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width={380}
        label={say('reminder.title')}
        className={styles.dropdown}
        target={
          <ActionIcon
            {...tip(opened ? undefined : `${label} · Alt+B`)}
            id="bell"
            className={styles.bell}
            variant="subtle"
            color="gray"
            aria-label={label}
            onClick={() => setOpened(!opened)}
          >
            <IconBell size={18} stroke={1.5} />
            {unread > 0 && (
              <span className={styles.count} aria-hidden>
                {unread > countAtMost ? `${countAtMost}+` : unread}
              </span>
            )}
          </ActionIcon>
        }
      >
        <ReminderList
          rows={data?.rows}
          unread={unread}
          failure={error ? refusalText(words, error) : undefined}
          onOpen={show}
          onReadAll={() => act('reminders.read', { ids: null })}
          onOwnTime={askTime}
        />
      </LatePopover>
      {putOff && <SnoozeWindow reminder={putOff} onClose={() => setPutOff(null)} />}
    </>
  );
}
