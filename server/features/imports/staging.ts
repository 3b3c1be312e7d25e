// Staged rows and the state of an import, in SQL. Everything here is written in the transaction of the job, progress apart.
import type {
  ImportCounts,
  ImportFile,
  ImportKind,
  ImportMakes,
  ImportMapping,
  ImportOptions,
  ImportOutcome,
  ImportStatus,
} from '../../../contract/imports.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';
import type { FieldChange } from './merge-client.ts';
import type { Reason } from './sheet.ts';

export type StagedRow = {
  line: number;
  outcome: ImportOutcome;
  targetId: number | null;
  targetVersion: number | null;
  twin: number | null;
  title: string;
  /** Clients: the name is a company's (match-client.ts). */
  company: boolean;
  input: Record<string, unknown>;
  changes: FieldChange[];
  reasons: Reason[];
  cells: string[] | null;
};

/** An import as its job finds it. */
export type Import = {
  id: number;
  ownerId: number;
  kind: ImportKind;
  fileId: number;
  status: ImportStatus;
  turn: number;
  file: ImportFile;
  mapping: ImportMapping;
  options: ImportOptions;
  total: number;
  /** NUL characters that the planning took out. */
  nuls: number;
};

const columns = sql`i.id, i.owner_id as "ownerId", i.kind, i.file_id as "fileId", i.status, i.turn, i.file,
  coalesce(i.mapping, '[]') as mapping, coalesce(i.options, '{}') as options, i.total,
  coalesce((i.counts ->> 'nuls')::integer, 0) as nuls`;

export function findImport(rows: Rows, id: number): Promise<Import | undefined> {
  return rows.one(sql<Import>`select ${columns} from imports i where i.id = ${id}`);
}

// The rows that a planning writes keep their import from being locked for good, not from being changed: a stop must not wait for them.

/** One's own import, locked; undefined where it is another's. */
export function lockOwnImport(tx: Tx, ownerId: number | null, id: number): Promise<Import | undefined> {
  return tx.one(
    sql<Import>`select ${columns} from imports i where i.id = ${id} and i.owner_id = ${ownerId} for no key update`,
  );
}

/** Anybody's import, locked. */
export function lockImport(tx: Tx, id: number): Promise<Import | undefined> {
  return tx.one(sql<Import>`select ${columns} from imports i where i.id = ${id} for no key update`);
}

const staged = sql`line, outcome, target_id as "targetId", target_version as "targetVersion", twin, title, company, input, changes, reasons, cells`;

export async function forgetRows(tx: Tx, importId: number): Promise<void> {
  await tx.rows(sql`delete from import_rows where import_id = ${importId}`);
}

export async function keepRows(tx: Tx, importId: number, rows: StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.rows(sql`
    insert into import_rows (import_id, line, outcome, target_id, target_version, twin, title, company, input, changes, reasons, cells)
    select ${importId}, line, outcome, "targetId", "targetVersion", twin, title, company, input, changes, reasons, cells
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (line integer, outcome text, "targetId" bigint,
      "targetVersion" integer, twin integer, title text, company boolean, input jsonb, changes jsonb, reasons jsonb, cells text[])
    on conflict (import_id, line) do update set outcome = excluded.outcome, target_id = excluded.target_id,
      target_version = excluded.target_version, input = excluded.input, changes = excluded.changes, reasons = excluded.reasons`);
}

export function rowsOfLines(rows: Rows, importId: number, lines: number[]): Promise<StagedRow[]> {
  return rows.rows(sql<StagedRow>`
    select ${staged} from import_rows where import_id = ${importId} and line = any(${lines}::integer[])`);
}

/** Bytes of the rows that are run at once, the last of them aside. */
const bytesAtOnce = 8 * 1024 * 1024;

/** What a run needs of a row: what is shown of it alone stays where it is. */
export type RunRow = Pick<StagedRow, 'line' | 'targetId' | 'targetVersion' | 'company' | 'input'>;

/** The rows that a run has to do among the lines after one, and the line up to which these are all of them. */
export async function rowsToRun(
  rows: Rows,
  importId: number,
  after: { line: number; lines: number },
): Promise<{ rows: RunRow[]; upTo: number }> {
  // Bounded at both ends: no plan of the database's choosing can read more than these lines.
  const last = after.line + after.lines;
  const found = await rows.rows(sql<RunRow & { all: number }>`
    select line, target_id as "targetId", target_version as "targetVersion", company, input, "all" from (
      select *, sum(bytes) over (order by line) - bytes as before, count(*) over () as "all" from (
        select line, target_id, target_version, company, input, octet_length(input::text) as bytes from import_rows
        where import_id = ${importId} and line > ${after.line} and line <= ${last} and outcome in ('made', 'changed')) lines) r
    where before < ${bytesAtOnce} order by line`);
  const isCut = found.length < (found[0]?.all ?? 0);
  return { rows: found, upTo: isCut ? (found.at(-1)?.line ?? last) : last };
}

/** The last line of an import's table; -1 where it has none. */
export async function lastLine(rows: Rows, importId: number): Promise<number> {
  const row = await rows.one(
    sql<{
      line: number;
    }>`select coalesce(max(line), -1) as line from import_rows where import_id = ${importId}`,
  );
  return row?.line ?? -1;
}

export type RowResult = { line: number; outcome: ImportOutcome; targetId: number | null; reasons: Reason[] };

/** What became of the rows that were run. */
export async function keepResults(tx: Tx, importId: number, results: RowResult[]): Promise<void> {
  await tx.rows(sql`
    update import_rows i set outcome = r.outcome, target_id = r."targetId",
      reasons = case when r.outcome = 'refused' then r.reasons else i.reasons end
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) r (line integer, outcome text, "targetId" bigint, reasons jsonb)
    where i.import_id = ${importId} and i.line = r.line`);
}

/**
 * For the rest of the transaction an index is used wherever there is one. The figures that the planner goes by are of before it: where a
 * table was empty then, each of many thousand look-ups would read all of what has come into it since.
 */
export async function preferIndexes(tx: Tx): Promise<void> {
  await tx.rows(sql`set local enable_seqscan = off`);
}

/** Rows that repeat a refused one are refused with it: what they say was to go in with that row. */
export async function refuseRepeats(tx: Tx, importId: number): Promise<void> {
  await tx.rows(sql`
    update import_rows i set outcome = 'refused', reasons = jsonb_build_array(jsonb_build_object('column', null,
      'code', 'reason.twinRefused', 'params', jsonb_build_object('line', i.twin)))
    from import_rows t
    where i.import_id = ${importId} and i.outcome = 'duplicate' and t.import_id = i.import_id and t.line = i.twin and t.outcome = 'refused'`);
}

export async function countRows(rows: Rows, importId: number, nuls: number): Promise<ImportCounts> {
  const found = await rows.rows(sql<{ outcome: ImportOutcome; count: number }>`
    select outcome, count(*) as count from import_rows where import_id = ${importId} group by outcome`);
  const counts: ImportCounts = { made: 0, changed: 0, same: 0, duplicate: 0, refused: 0, nuls };
  for (const { outcome, count } of found) counts[outcome] = count;
  return counts;
}

const directoryOf: Record<string, string> = {
  groupId: 'groups',
  statusId: 'clientStatuses',
  originId: 'clientOrigins',
  stateId: 'taskStates',
};

/** The names that the rows to run need and the house has not. */
export async function namesToMake(rows: Rows, importId: number, kind: ImportKind): Promise<ImportMakes> {
  const found = await rows.rows(sql<{ field: string; names: string[] }>`
    select e.key as field, array_agg(distinct e.value #>> '{}') as names
    from import_rows i, jsonb_each(i.input) e
    where i.import_id = ${importId} and i.outcome in ('made', 'changed') and jsonb_typeof(e.value) = 'string'
      and e.key in ('groupId', 'statusId', 'typeId', 'originId', 'stateId')
    group by e.key order by e.key`);
  const typeDirectory = kind === 'clients' ? 'clientTypes' : 'taskTypes';
  return found.map(({ field, names }) => ({ of: directoryOf[field] ?? typeDirectory, names }));
}

/** True while the job is still wanted: nobody has stopped the import. */
async function isWanted(tx: Tx, job: Import): Promise<boolean> {
  const row = await tx.one(
    sql`select 1 from imports where id = ${job.id} and turn = ${job.turn} and status = ${job.status}`,
  );
  return row !== undefined;
}

/** Thrown where the import was stopped: what the job has done is taken back. */
export class Stopped extends Error {}

/** Shows how far the job has come, to all; throws `Stopped` where it is not wanted any more. */
export async function showProgress(
  tx: Tx,
  job: Import,
  progress: { done: number; total: number },
): Promise<void> {
  if (!(await isWanted(tx, job))) throw new Stopped();
  await tx.aside(sql`
    update imports set progress = ${progress.done}, total = ${progress.total}
    where id = ${job.id} and turn = ${job.turn} and status = ${job.status}`);
}

export type Ending = {
  status: 'planned' | 'done';
  total: number;
  counts: ImportCounts;
  makes: ImportMakes;
  operation: number | null;
};

/** Ends the job; throws `Stopped` where somebody was faster. */
export async function endJob(tx: Tx, job: Import, end: Ending): Promise<void> {
  const row = await tx.one(sql`
    update imports set status = ${end.status}, progress = ${end.total}, total = ${end.total}, counts = ${JSON.stringify(end.counts)},
      makes = ${JSON.stringify(end.makes)}, operation_id = ${end.operation}
    where id = ${job.id} and turn = ${job.turn} and status = ${job.status} returning id`);
  if (!row) throw new Stopped();
}

/** Ends the job because of a fault of the file or of who asked. */
export async function failJob(tx: Tx, job: Import, fault: { code: string; params: object }): Promise<void> {
  await tx.rows(sql`
    update imports set status = 'failed', fault = ${JSON.stringify(fault)}
    where id = ${job.id} and turn = ${job.turn} and status = ${job.status}`);
}
