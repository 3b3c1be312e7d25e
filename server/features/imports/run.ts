// The running of an import: all its rows in one transaction, one operation of the person who asked, one undo.
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Later } from '../../platform/jobs.ts';
import { mustBeWithin } from '../../platform/limits.ts';
import type { Emit } from '../../platform/slice.ts';
import { sheetOf, treeOf } from './job-sheet.ts';
import { makeNames } from './make-names.ts';
import { runClients } from './run-clients.ts';
import { runTasks } from './run-tasks.ts';
import { countRows, endJob, type Import, namesToMake, rowsToRun, showProgress } from './staging.ts';
import { Told } from './told.ts';

const runners = { clients: runClients, tasks: runTasks };
const nouns = { clients: 'client', tasks: 'task' };
const rowsAtOnce = 1000;

/** Imports run one after the other, so that two tables with the same people cannot make them twice. */
const lock = 7214020;
const secondsBetween = 2;

/** Runs the whole import. Throws `Stopped` where it was stopped. */
export async function runImport(tx: Tx, job: Import, emit: Emit): Promise<void> {
  const own = await tx.one(sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${lock}) as free`);
  // Waiting here would hold one of the few lanes in which everything else reacts.
  if (!own?.free) throw new Later(secondsBetween);
  const makes = await namesToMake(tx, job.id, job.kind);
  const names = await makeNames(tx, { makes, tree: treeOf[job.kind] }, emit);
  const sheet = await sheetOf(tx, job, { names });
  const told = new Told();
  const planned = await countRows(tx, job.id, job.nuls);
  const total = planned.made + planned.changed;
  let done = 0;
  for (let line = -1; ; ) {
    const rows = await rowsToRun(tx, job.id, { line, limit: rowsAtOnce });
    const last = rows.at(-1);
    if (!last) break;
    await showProgress(tx, job, { done, total });
    await runners[job.kind](tx, sheet, { importId: job.id, rows, told });
    done += rows.length;
    line = last.line;
  }
  await mustBeWithin(tx, [job.kind]);
  const counts = await countRows(tx, job.id, job.nuls);
  await endJob(tx, job, {
    status: 'done',
    total: job.total,
    counts,
    makes,
    operation: await operationOf(tx),
  });
  told.emit(emit, nouns[job.kind]);
}

/** Null where nothing was to change: then there is nothing to undo. */
async function operationOf(tx: Tx): Promise<number | null> {
  const row = await tx.one(
    sql<{ touched: boolean }>`select current_setting('voronka.touched') = '1' as touched`,
  );
  return row?.touched ? tx.operation : null;
}
