// What goes out of the house as a file: the rows of a view as paper shows them, with the names that they need. By the right to export:
// of clients that one may not export the name alone, which belongs to the task.
import type { FastifyRequest } from 'fastify';
import { listInput } from '../../../contract/kit/page.ts';
import type { PrintedTask } from '../../../contract/tasks.ts';
import { may } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { type Rows, reading } from '../../platform/db/transaction.ts';
import type { Door } from '../../platform/http.ts';
import { readInput } from '../../platform/input.ts';
import { refuse } from '../../platform/refusals.ts';
import { readListInput } from '../../platform/view/page.ts';
import { readerOf } from '../../platform/view/reader.ts';
import { clientsReached } from '../clients/index.ts';
import { namesIn, type Speech, speechOf } from '../people/index.ts';
import { tasksReached } from './access.ts';
import { printedRows } from './print.ts';

/** Nothing where there is no id. */
type Names = { entryName(id: number | null): string; personName(id: number | null): string };

/** `left`: how many tasks of the view did not fit; `today`: of the firm, `YYYY-MM-DD`. */
export type Exported = Speech & { rows: PrintedTask[]; left: number; names: Names; today: string };

/** What a file with them is called, before the day. */
export const tasksFile = { ru: 'Задачи', en: 'Tasks' };

/** Refuses who may not export, and a view that means nothing. */
export async function exportedTasks(
  { house, actorOf }: Door,
  request: FastifyRequest,
  parameters: Record<string, string>,
): Promise<Exported> {
  const actor = (await actorOf(request)) ?? refuse('session.missing');
  if (!may(actor, 'tasks', 'export')) refuse('right.missing', { request: 'tasks.export' });
  const { view } = readListInput('tasks', readInput(listInput(), parameters));
  const reader = readerOf(reading(house), actor);
  const told = {
    tasks: tasksReached(actor, 'export'),
    last: tasksReached(actor, 'export', 'l'),
    clients: clientsReached(actor, 'export', 'client'),
  };
  const { rows: text, left } = await printedRows(reader, view, told);
  const rows: PrintedTask[] = JSON.parse(text);
  const speech = await speechOf(reader.rows, actor.userId);
  return { rows, left, names: await namesFor(reader.rows, speech), ...speech, today: reader.today };
}

async function namesFor(rows: Rows, { locale }: Speech): Promise<Names> {
  const [entries, people] = await Promise.all([
    rows.rows(sql<{ id: number; name: string }>`select id, name from pub_entries`),
    rows.rows(sql<{ id: number; name: string }>`select id, name from pub_people`),
  ]);
  return { entryName: namesIn(entries, locale), personName: namesIn(people, locale) };
}
