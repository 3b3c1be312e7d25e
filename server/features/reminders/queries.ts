// Reads of one's own reminders: the bell, and the settings.
import { type Reminder, reminders } from '../../../contract/reminders.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';
import { readerOf } from '../../platform/view/reader.ts';
import { namedTasks } from '../tasks/index.ts';
import { stands, usual } from './standing.ts';

const shownAtMost = 100;

type Due = Pick<Reminder, 'id' | 'taskId' | 'kind' | 'dueAt' | 'unread'>;

/** Those of one person that were told and still hold, newest first. */
const told = (personId: number | null) => sql`
  from reminders r join pub_tasks t on t.id = r.task_id
  where r.person_id = ${personId} and r.told_at is not null and ${stands}`;

function dueOf(rows: Rows, personId: number | null): Promise<Due[]> {
  return rows.rows(sql<Due>`
    select r.id, r.task_id as "taskId", r.kind, r.due_at as "dueAt", r.read_at is null as unread
    ${told(personId)} order by r.due_at desc, r.id desc limit ${shownAtMost}`);
}

async function countUnread(rows: Rows, personId: number | null): Promise<number> {
  const row = await rows.one(
    sql<{ unread: number }>`select count(*) as unread ${told(personId)} and r.read_at is null`,
  );
  return row?.unread ?? 0;
}

/** Where the role lets nobody see tasks there is nothing to be reminded of. */
const mayHear = (actor: Actor) => may(actor, 'tasks', 'view');

const list = queryHandler({
  request: reminders.list,
  may: mayHear,
  async answer(reads, actor) {
    const [due, unread] = await Promise.all([dueOf(reads, actor.userId), countUnread(reads, actor.userId)]);
    const names = await namedTasks(readerOf(reads, actor), [...new Set(due.map(({ taskId }) => taskId))]);
    const byId = new Map(names.map((task) => [task.id, task]));
    const rows = due.flatMap((reminder) => {
      const task = byId.get(reminder.taskId);
      return task ? [{ ...task, ...reminder }] : [];
    });
    return { rows, unread };
  },
});

const settings = queryHandler({
  request: reminders.settings,
  may: (actor) => actor.userId !== null,
  async answer(reads, actor) {
    const row = await reads.one(sql<typeof usual>`
      select minutes, at_deadline as "atDeadline", when_overdue as "whenOverdue"
      from reminder_settings where person_id = ${actor.userId}`);
    return row ?? usual;
  },
});

const push = queryHandler({
  request: reminders.push,
  may: (actor) => actor.userId !== null,
  async answer(reads, actor) {
    const key = await reads.one(sql<{ key: string }>`select public_key as key from push_keys`);
    const rows = await reads.rows(sql<{ id: number; endpoint: string; agent: string; madeAt: string }>`
      select id, endpoint, agent, made_at as "madeAt" from push_subscriptions where person_id = ${actor.userId} order by id`);
    return { key: key?.key ?? '', rows };
  },
});

export const reminderQueries: QueryHandler[] = [list, settings, push];
