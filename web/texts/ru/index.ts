// The Russian catalogue: one file for each part of the screens.
import { calendarTexts } from './calendar.ts';
import { clientTexts } from './clients.ts';
import { directoryTexts } from './directories.ts';
import { doorTexts } from './door.ts';
import { importTexts } from './imports.ts';
import { journalTexts } from './journal.ts';
import { kitTexts } from './kit.ts';
import { peopleTexts } from './people.ts';
import { refusalTexts } from './refusals.ts';
import { reminderTexts } from './reminders.ts';
import { settingsTexts } from './settings.ts';
import { shellTexts } from './shell.ts';
import { taskTexts } from './tasks.ts';
import { viewTexts } from './views.ts';

export const texts = {
  ...shellTexts,
  ...kitTexts,
  ...doorTexts,
  ...refusalTexts,
  ...viewTexts,
  ...taskTexts,
  ...calendarTexts,
  ...clientTexts,
  ...directoryTexts,
  ...importTexts,
  ...journalTexts,
  ...reminderTexts,
  ...settingsTexts,
  ...peopleTexts,
};
