// All codes of refusals and faults, gathered from where they are listed: each has words in both languages.
import { calendarRefusals } from './calendar.ts';
import { clientsRefusals } from './clients.ts';
import { demoRefusals } from './demo.ts';
import { directoriesRefusals } from './directories.ts';
import { filesRefusals } from './files.ts';
import { groupsRefusals } from './groups.ts';
import { importsRefusals } from './imports.ts';
import { faultCodes, kitRefusals, viewFaultCodes } from './kit/refusal.ts';
import { limitsRefusals } from './limits.ts';
import { operationsRefusals } from './operations.ts';
import { peopleRefusals } from './people.ts';
import { remindersRefusals } from './reminders.ts';
import { tasksRefusals } from './tasks.ts';

export const refusalCodes: readonly string[] = [
  ...kitRefusals,
  ...faultCodes,
  ...viewFaultCodes,
  ...operationsRefusals,
  ...groupsRefusals,
  ...peopleRefusals,
  ...directoriesRefusals,
  ...clientsRefusals,
  ...filesRefusals,
  ...tasksRefusals,
  ...remindersRefusals,
  ...calendarRefusals,
  ...importsRefusals,
  ...demoRefusals,
  ...limitsRefusals,
];
