// The running of an import: all its rows in one transaction, one operation of the person who asked, one undo.
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Later } from '../../platform/jobs.ts';
import { mustBeWithin } from '../../platform/limits.ts';
import type { Emit } from '../../platform/slice.ts';
import { sheetOf, treeOf } from './job-sheet.ts';
import { makeNames } from './make-names.ts';
import { keyedClients, runClients } from './run-clients.ts';
import { runTasks } from './run-tasks.ts';
import type { Sheet } from './sheet.ts';
import {
  countRows,
  endJob,
  type Import,
  lastLine,
  namesToMake,
  preferIndexes,
  type RunRow,
  refuseRepeats,
  rowsToRun,
  showProgress,
} from './staging.ts';
import { Told } from './told.ts';

const nouns = { clients: 'client', tasks: 'task' };
const linesAtOnce = 1000;

/** Imports run one after the other, so that two tables with the same people cannot make them twice. */
const lock = 7214020;
const secondsBetween = 2;

/** Runs the whole import. Throws `Stopped` where it was stopped. */
export async function runImport(tx: Tx, job: Import, emit: Emit): Promise<void> {
  const own = await tx.one(sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${lock}) as free`);
  // Waiting here would hold one of the few lanes in which everything else reacts.
  if (!own?.free) throw new Later(secondsBetween);
  await preferIndexes(tx);
  const makes = await namesToMake(tx, job.id, job.kind);
  const names = await makeNames(tx, { makes, tree: treeOf[job.kind], meanings: job.options.meanings }, emit);
  const sheet = await sheetOf(tx, job, { names });
  const told = new Told();
  const planned = await countRows(tx, job.id, job.nuls);
  const total = planned.made + planned.changed;
  const chunks = { sheet, told, total };
  if (job.kind === 'clients') await runChunks(tx, job, { ...chunks, prepare: keyedClients, run: runClients });
  else await runChunks(tx, job, { ...chunks, prepare: (_, rows) => rows, run: runTasks });
  await refuseRepeats(tx, job.id);
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

type Chunks<Ready> = {
  sheet: Sheet;
  told: Told;
  total: number;
  /** What of a chunk can be done without the base. */
  prepare(sheet: Sheet, rows: RunRow[]): Ready;
  /** Calls `meanwhile` when its longest statement is on its way. */
  run(
    tx: Tx,
    sheet: Sheet,
    chunk: { importId: number; ready: Ready; told: Told; meanwhile(): Promise<void> },
  ): Promise<void>;
};

/** Chunk after chunk; while the database writes one, the next is made ready. */
async function runChunks<Ready>(
  tx: Tx,
  job: Import,
  { sheet, told, total, prepare, run }: Chunks<Ready>,
): Promise<void> {
  const take = (line: number) => rowsToRun(tx, job.id, { line, lines: linesAtOnce });
  const last = await lastLine(tx, job.id);
  let chunk = await take(-1);
  let ready = prepare(sheet, chunk.rows);
  for (let done = 0; ; ) {
    await showProgress(tx, job, { done, total });
    const following = await take(chunk.upTo);
    let next: Ready | undefined;
    const meanwhile = async () => {
      await new Promise(setImmediate);
      next = prepare(sheet, following.rows);
    };
    if (chunk.rows.length > 0) await run(tx, sheet, { importId: job.id, ready, told, meanwhile });
    done += chunk.rows.length;
    if (chunk.upTo >= last) return;
    chunk = following;
    ready = next ?? prepare(sheet, following.rows);
  }
}

/** Null where nothing was to change: then there is nothing to undo. */
async function operationOf(tx: Tx): Promise<number | null> {
  const row = await tx.one(
    sql<{ touched: boolean }>`select current_setting('voronka.touched') = '1' as touched`,
  );
  return row?.touched ? tx.operation : null;
}
