// The list as it is printed: each task with its client's address, line, phones and people, and the last task done for that client, of one that is done the last before it.
import type { View } from '../../../contract/kit/view.ts';
import { tasks } from '../../../contract/tasks.ts';
import { may } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import { JsonText, type QueryHandler, queryHandler } from '../../platform/slice.ts';
import { countRows, orderedIds, readListInput } from '../../platform/view/page.ts';
import { readerOf } from '../../platform/view/reader.ts';
import type { Reader } from '../../platform/view/source.ts';
import { tasksReached } from './access.ts';
import { clientJoin, tasksSource } from './source.ts';

/** More would be a book. */
const printedAtMost = 5000;

/** Which tasks are told of, over `t`, and which as the last one done, over `l`; of which clients more than the name, over `client`. */
type Told = { tasks: RawBuilder<boolean>; last: RawBuilder<boolean>; clients: RawBuilder<boolean> };

/** `rows`: JSON. `left`: how many tasks of the view come after those that are printed. */
type Printed = { rows: string; left: number };

/** The rows of a view as paper shows them. One statement: the last done task of each client is looked up by its index. */
export async function printedRows(reader: Reader, view: View, told: Told): Promise<Printed> {
  const source = tasksSource(reader);
  const ids = await orderedIds(source, view, reader, { offset: 0, limit: printedAtMost });
  const row = await reader.rows.one(sql<{ rows: string; printed: number }>`
      with page as materialized (select id, row_number() over () as n from (${ids}) p)
      select coalesce(json_agg(json_build_object(
        'id', t.id, 'at', t.at, 'hasTime', t.has_time, 'setAt', t.set_at, 'stateId', t.state_id, 'typeId', t.type_id,
        'managerId', t.manager_id, 'description', t.description, 'results', t.results, 'clientName', client.name, 'isOpen', t.is_open,
        'client', case when client.id is not null and ${told.clients} then json_build_object('address', client.actual_address, 'line', client.line,
          'phones', (select coalesce(json_agg(p ->> 'shown'), '[]') from jsonb_array_elements(client.phones) p),
          'contactPersons', client.contact_persons) end,
        'last', case when last.id is not null then json_build_object('doneAt', last.done_at, 'typeId', last.type_id,
          'text', coalesce(nullif(last.results, ''), last.description)) end) order by page.n), '[]')::text as rows, (select count(*) from page) as printed
      from page join tasks t on t.id = page.id and ${told.tasks} ${clientJoin(reader.actor)}
      left join lateral (
        select l.* from tasks l where l.client_id = client.id and l.done_at is not null and l.id <> t.id
          and (t.done_at is null or l.done_at < t.done_at) and ${tasksReached(reader.actor, 'view', 'l')} and ${told.last}
        order by l.done_at desc limit 1) last on true`);
  const isCut = row?.printed === printedAtMost;
  const left = isCut ? (await countRows(source, view, reader)).count - printedAtMost : 0;
  return { rows: row?.rows ?? '[]', left: Math.max(0, left) };
}

export const print: QueryHandler = queryHandler({
  request: tasks.print,
  may: (actor) => may(actor, 'tasks', 'view'),
  async answer(reads, actor, input) {
    const { view } = readListInput('tasks', input);
    const all = { tasks: sql<boolean>`true`, last: sql<boolean>`true`, clients: sql<boolean>`true` };
    const { rows, left } = await printedRows(readerOf(reads, actor), view, all);
    return new JsonText(`{"rows":${rows},"left":${left}}`);
  },
});
