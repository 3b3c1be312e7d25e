// Reads of tasks: the list, its count, one task whole.
import { type Task, type TaskRow, tasks } from '../../../contract/tasks.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { refuse } from '../../platform/refusals.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';
import { countRows, readListInput, readPage } from '../../platform/view/page.ts';
import { readerOf } from '../../platform/view/reader.ts';
import type { Reader } from '../../platform/view/source.ts';
import { tasksReached } from './access.ts';
import { clientJoin, taskJson, tasksSource } from './source.ts';

const mayView = (actor: Actor) => may(actor, 'tasks', 'view');

const list = queryHandler({
  request: tasks.list,
  may: mayView,
  async answer(reads, actor, input) {
    const { view, window } = readListInput('tasks', input);
    const reader = readerOf(reads, actor);
    return readPage(tasksSource(reader), view, window, reader) as never;
  },
});

const count = queryHandler({
  request: tasks.count,
  may: mayView,
  async answer(reads, actor, input) {
    const { view } = readListInput('tasks', input);
    const reader = readerOf(reads, actor);
    return countRows(tasksSource(reader), view, reader);
  },
});

/** One task as a row of the list, whoever may see it; refuses `record.missing`. */
export async function readTaskRow(reader: Reader, id: number): Promise<TaskRow> {
  const found = await reader.rows.one(sql<{ row: TaskRow }>`
    select ${taskJson(reader, sql`left(t.description, 300)`, sql`left(t.results, 300)`)} as row
    from tasks t ${clientJoin(reader.actor)} where t.id = ${id}`);
  return found?.row ?? refuse('record.missing', { kind: 'tasks' });
}

/** One task whole; refuses `record.missing` where the actor may not see it. */
export async function readTask(reader: Reader, id: number): Promise<Task> {
  const found = await reader.rows.one(sql<{ row: TaskRow; cancelReason: string }>`
    select ${taskJson(reader, sql`t.description`, sql`t.results`)} as row, t.cancel_reason as "cancelReason"
    from tasks t ${clientJoin(reader.actor)}
    where t.id = ${id} and ${tasksReached(reader.actor, 'view')}`);
  if (!found) return refuse('record.missing', { kind: 'tasks' });
  return { ...found.row, cancelReason: found.cancelReason };
}

const get = queryHandler({
  request: tasks.get,
  may: mayView,
  answer: (reads, actor, { id }) => readTask(readerOf(reads, actor), id),
});

export const tasksQueries: QueryHandler[] = [list, count, get];

/** Tasks set since the month began in the firm's time zone: what a limit counts. */
export function tasksOfMonth({ now }: Rows): RawBuilder<{ used: number }> {
  return sql`select count(*) as used from tasks, pub_firm f
    where set_at >= date_trunc('month', ${now}::timestamptz at time zone f.time_zone) at time zone f.time_zone`;
}
