// Makes the sheet of a job: who asks with the rights of this moment, the names of the house, the labels of the columns.
import type { Rows } from '../../platform/db/transaction.ts';
import { refuse } from '../../platform/refusals.ts';
import { actorOf, firmOf, localeOf } from '../people/index.ts';
import { loadNames } from './names.ts';
import type { DayOrder } from './read-moment.ts';
import { isReasonHeader } from './reason-texts.ts';
import { columnsByField, type Names, type Sheet } from './sheet.ts';
import type { Import } from './staging.ts';
import { labelsOf, numbered } from './table.ts';

/** The tree whose groups the records of an import belong to. */
export const treeOf = { clients: 'clients', tasks: 'taskTypes' } as const;

/** Refuses `import.ownerGone` where the person may act no more. */
export async function sheetOf(
  rows: Rows,
  job: Import,
  known: { names?: Names; dayOrders?: DayOrder[] },
): Promise<Sheet> {
  const actor = (await actorOf(rows, job.ownerId)) ?? refuse('import.ownerGone');
  const { country, timeZone } = await firmOf(rows);
  const locale = await localeOf(rows, job.ownerId);
  return {
    actor,
    options: job.options,
    names: known.names ?? (await loadNames(rows, treeOf[job.kind])),
    firm: { country, timeZone },
    columns: columnsByField(job.mapping),
    labels: labelsOf(job.file, locale),
    numbered: numbered[locale],
    dayOrders: known.dayOrders ?? [],
    isOurs: job.file.header.some(isReasonHeader),
    isUnicode: job.file.encoding === 'utf-8',
  };
}
