// The planning of an import: every row is read and settled against the base; nothing but staging is written.
import type { ImportField } from '../../../contract/import-fields.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { firmOf } from '../people/index.ts';
import { sheetOf } from './job-sheet.ts';
import { openLedger } from './ledger.ts';
import { planClients } from './plan-clients.ts';
import { planTasks } from './plan-tasks.ts';
import { type DayOrder, DayOrderVotes } from './read-moment.ts';
import {
  countRows,
  endJob,
  forgetRows,
  type Import,
  namesToMake,
  preferIndexes,
  refuseRepeats,
  showProgress,
} from './staging.ts';
import { inChunks, openFile, recordsOf } from './table.ts';

const planners = { clients: planClients, tasks: planTasks };
const rowsAtOnce = 500;
const dateFields: ReadonlySet<ImportField | null> = new Set([
  'date',
  'deadline',
  'contractDate',
  'contractTill',
] as const);

/** Where people write the month first. */
const monthFirstCountries = ['US'];

type Survey = { total: number; nuls: number; dayOrders: DayOrder[] };

/** Reads the table once for what only the whole of it can tell: how many rows, and how each column writes days. */
async function survey(tx: Tx, job: Import, bytes: Buffer): Promise<Survey> {
  const votes = job.mapping.map((field) => (dateFields.has(field) ? new DayOrderVotes() : null));
  const found = { total: 0, nuls: 0 };
  for await (const { cells, nuls } of recordsOf(bytes, job.file)) {
    found.total += 1;
    found.nuls += nuls;
    for (const [column, vote] of votes.entries()) vote?.add(cells[column] ?? '');
  }
  const { country } = await firmOf(tx);
  const usual = monthFirstCountries.includes(country) ? 'monthFirst' : 'dayFirst';
  const otherwise = job.options.dayOrder === 'auto' ? usual : job.options.dayOrder;
  return { ...found, dayOrders: votes.map((vote) => vote?.order(otherwise) ?? otherwise) };
}

/** Plans the whole import. Refuses as the table does; throws `Stopped` where it was stopped. */
export async function planImport(tx: Tx, job: Import): Promise<void> {
  await preferIndexes(tx);
  const { bytes } = await openFile(tx, job.fileId, job.ownerId);
  const { total, nuls, dayOrders } = await survey(tx, job, bytes);
  const sheet = await sheetOf(tx, job, { dayOrders });
  await forgetRows(tx, job.id);
  await openLedger(tx);
  let done = 0;
  for await (const rows of inChunks(recordsOf(bytes, job.file), rowsAtOnce)) {
    await showProgress(tx, job, { done, total });
    await planners[job.kind](tx, sheet, { importId: job.id, rows });
    done += rows.length;
  }
  await refuseRepeats(tx, job.id);
  const counts = await countRows(tx, job.id, nuls);
  const makes = await namesToMake(tx, job.id, job.kind);
  await endJob(tx, job, { status: 'planned', total, counts, makes, operation: null });
}
