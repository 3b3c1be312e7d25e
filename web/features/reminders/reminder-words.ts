// What a reminder says: of which task, and what is the matter with it.

import type { Reminder } from '../../../contract/reminders.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import type { Format } from '../../platform/format.ts';
import type { Locale, Say } from '../../platform/texts.tsx';

/** «Звонок: ООО «Гранит»»; without both the first line of its text, without that its number. */
export function reminderTitle({ type, client, description, taskId }: Reminder, locale: Locale): string {
  const said = [type, client ?? description.split('\n')[0]?.trim()].filter(Boolean).join(': ');
  return said || numbered(taskId, locale);
}

export function reminderMatter(say: Say, format: Format, reminder: Reminder): string {
  const { kind, at, hasTime, deadline } = reminder;
  const when =
    deadline !== null && kind !== 'before' ? format.moment(deadline) : at && format.moment(at, hasTime);
  return say(`reminder.${kind}`, { when });
}
