/** The toasts of Mantine. */
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { setShower } from './notes.ts';

/** Three of what was done, three reminders and two of words not saved may stand; a refusal must not wait for one of them to go. */
const atOnce = 10;

export function NotesBox() {
  useEffect(() => {
    setShower(notifications);
    return () => setShower(null);
  }, []);
  return <Notifications position="bottom-left" limit={atOnce} />;
}
