// The run of a chunk of tasks: what was made by others since the plan is not made twice, whose client has gone is refused.
import type { Meaning } from '../../../contract/directories.ts';
import type { TaskInput } from '../../../contract/tasks.ts';
import { reaches } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';
import { clientCards } from '../clients/index.ts';
import { insertTasks, sameTasks, stateOf, taskColumns } from '../tasks/index.ts';
import { isReason, withIds } from './names.ts';
import { taskKey } from './plan-tasks.ts';
import { type Reason, reasonAt, type Sheet } from './sheet.ts';
import { keepResults, type RowResult, type RunRow } from './staging.ts';
import type { StagedTask } from './task-row.ts';
import type { Told } from './told.ts';

type Fit = { row: RunRow; input: TaskInput };

export async function runTasks(
  tx: Tx,
  sheet: Sheet,
  chunk: { importId: number; ready: RunRow[]; told: Told; meanwhile(): Promise<void> },
): Promise<void> {
  const { importId, ready: rows, told, meanwhile } = chunk;
  const results: RowResult[] = [];
  const checked = await checkedRows(tx, sheet, rows);
  for (const { row, reason } of checked)
    if (reason) results.push({ line: row.line, outcome: 'refused', targetId: null, reasons: [reason] });
  const fit = checked.flatMap(({ row, input }) => (input ? [{ row, input }] : []));
  const there = await sameTasks(
    tx,
    fit.map(({ input }) => taskKey(input as StagedTask)),
  );
  const isThere = (i: number) => there[i] !== undefined && !told.made.has(there[i]);
  for (const [i, { row }] of fit.entries())
    if (isThere(i))
      results.push({ line: row.line, outcome: 'same', targetId: there[i] as number, reasons: [] });
  const fresh = fit.filter((_, i) => !isThere(i));
  const columns = await columnsOf(tx, sheet, fresh);
  const [ids] = await Promise.all([insertTasks(tx, columns), meanwhile()]);
  for (const [i, { row, input }] of fresh.entries()) {
    const id = ids[i] as number;
    results.push({ line: row.line, outcome: 'made', targetId: id, reasons: [] });
    told.add('made', id, [input.managerId]);
  }
  await keepResults(tx, importId, results);
}

type Checked = { row: RunRow; input?: TaskInput; reason?: Reason };

async function checkedRows(tx: Tx, { actor, names }: Sheet, rows: RunRow[]): Promise<Checked[]> {
  const named = rows.flatMap(({ input }) => (input as StagedTask).clientId ?? []);
  const clients = await clientCards(tx, actor, { ids: [...new Set(named)], lock: false });
  return rows.map((row) => {
    const input = withIds(names, 'taskTypes', row.input);
    if (isReason(input)) return { row, reason: input };
    const { clientId, managerId } = input as TaskInput;
    if (clientId != null && !clients.has(clientId))
      return { row, reason: reasonAt(undefined, 'reason.goneSince', { field: 'clientId' }) };
    if (!reaches(actor, 'tasks', 'add', managerId ?? null))
      return { row, reason: reasonAt(undefined, 'reason.mayNotAdd') };
    return { row, input: input as TaskInput };
  });
}

async function meanings(rows: Rows): Promise<Map<number, Meaning>> {
  const states = await rows.rows(
    sql<{ id: number; meaning: Meaning }>`select id, meaning from pub_entries where directory = 'taskStates'`,
  );
  return new Map(states.map(({ id, meaning }) => [id, meaning]));
}

const empty: TaskInput = {
  typeId: null,
  clientId: null,
  managerId: null,
  description: '',
  results: '',
  at: null,
  minutes: null,
  deadline: null,
  tags: [],
};

/** Columns of new tasks; a task that comes done was done when it says. */
async function columnsOf(tx: Tx, { actor, firm }: Sheet, rows: Fit[]): Promise<Record<string, unknown>[]> {
  if (rows.length === 0) return [];
  const known = await meanings(tx);
  const first = await stateOf(tx, { meaning: 'open' });
  return rows.map(({ input }) => {
    const stateId = input.stateId ?? first.id;
    const meaning = known.get(stateId) ?? 'open';
    return {
      ...taskColumns({ ...empty, ...input }, firm.timeZone),
      has_time: input.hasTime ?? false,
      state_id: stateId,
      is_open: meaning === 'open',
      done_at: meaning === 'done' ? (input.at ?? tx.now) : null,
      set_at: tx.now,
      author_id: actor.userId,
    };
  });
}
