/** The toasts of Mantine. */
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { setShower } from './notes.ts';

export function NotesBox() {
  useEffect(() => {
    setShower(notifications);
    return () => setShower(null);
  }, []);
  return <Notifications position="bottom-left" limit={6} />;
}
