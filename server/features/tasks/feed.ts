// Tasks by name, outside of any list: of one person, as another program's calendar shows them, and as reminders name them.
import { sql } from '../../platform/db/sql.ts';
import type { Reader } from '../../platform/view/source.ts';
import { joinsNamed } from '../../platform/view/where.ts';
import { tasksReached } from './access.ts';
import { tasksSource } from './source.ts';

export type FeedTask = {
  id: number;
  version: number;
  /** ISO 8601, and the firm's day of it. */
  at: string;
  day: string;
  hasTime: boolean;
  minutes: number | null;
  isOpen: boolean;
  type: string | null;
  client: string | null;
  description: string;
};

/** Days inclusive; cancelled tasks are not there. At most 5,000: what is to come first, the nearest before all, then what is past. */
export function feedTasks(reader: Reader, { from, to }: { from: string; to: string }): Promise<FeedTask[]> {
  return reader.rows.rows(sql<FeedTask>`
    select t.id, t.version, t.at, t.day, t.has_time as "hasTime", t.minutes, t.is_open as "isOpen",
      type.name as type, client.name as client, t.description
    from tasks t ${joinsNamed(tasksSource(reader), reader, ['type', 'client'])}
    where t.manager_id = ${reader.actor.userId} and ${tasksReached(reader.actor, 'view')}
      and t.day between ${from}::date and ${to}::date
      and not exists (select from pub_entries s where s.id = t.state_id and s.meaning = 'cancelled')
    order by t.day < ${reader.today}::date, abs(t.day - ${reader.today}::date), t.at, t.id limit 5000`);
}

export type NamedTask = Pick<FeedTask, 'id' | 'hasTime' | 'type' | 'client' | 'description'> & {
  at: string | null;
  deadline: string | null;
};

/** Those of the tasks that the reader may see; the first 200 characters of their texts. */
export function namedTasks(reader: Reader, ids: number[]): Promise<NamedTask[]> {
  return reader.rows.rows(sql<NamedTask>`
    select t.id, t.at, t.has_time as "hasTime", t.deadline, type.name as type, client.name as client,
      left(t.description, 200) as description
    from tasks t ${joinsNamed(tasksSource(reader), reader, ['type', 'client'])}
    where t.id = any(${ids}::bigint[]) and ${tasksReached(reader.actor, 'view')}`);
}
