/** The toasts of Mantine. */
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { setShower } from './notes.ts';

/** Three of what was done and three reminders may stand for long; a refusal must not wait for one of them to go. */
const atOnce = 8;

export function NotesBox() {
  useEffect(() => {
    setShower(notifications);
    return () => setShower(null);
  }, []);
  return <Notifications position="bottom-left" limit={atOnce} />;
}
