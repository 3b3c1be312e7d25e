// Reminders on their way to browsers: written with the sweep, taken by one process at a time, gone when sent or too old.
import { sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';

export type Told = { id: number; personId: number };

/** One message to each browser of a person, for all that they were just told. */
export async function queuePushes(tx: Tx, told: Told[]): Promise<void> {
  if (told.length === 0) return;
  await tx.rows(sql`
    insert into push_messages (subscription_id, reminder_ids, made_at, send_at)
    select s.id, t.ids, ${tx.now}, ${tx.now}
    from (select "personId", array_agg(id) as ids from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t (id bigint, "personId" bigint)
      group by 1) t join push_subscriptions s on s.person_id = t."personId"`);
}

export type Message = {
  id: number;
  reminderIds: number[];
  attempts: number;
  personId: number;
  subscriptionId: number;
  endpoint: string;
  p256dh: string;
  auth: string;
};

/** Whoever takes a message has it for so long; a process that dies with it in hand leaves it to the next. */
const heldFor = '2 minutes';
const atOnce = 20;

/** A reminder that could not be sent for an hour has lost its point. */
const pointFor = '1 hour';

export async function takeMessages(rows: Rows): Promise<Message[]> {
  return rows.rows(sql<Message>`
    update push_messages m set attempts = attempts + 1, send_at = ${rows.now}::timestamptz + ${heldFor}::interval
    from push_subscriptions s
    where s.id = m.subscription_id and m.id in (
      select id from push_messages where send_at <= ${rows.now} order by send_at, id limit ${atOnce} for update skip locked)
    returning m.id, m.reminder_ids as "reminderIds", m.attempts, s.person_id as "personId", s.id as "subscriptionId",
      s.endpoint, s.p256dh, s.auth`);
}

export async function dropMessage(rows: Rows, id: number): Promise<void> {
  await rows.rows(sql`delete from push_messages where id = ${id}`);
}

/** The browser has taken its subscription back, or its push service has forgotten it. */
export async function dropSubscription(rows: Rows, id: number): Promise<void> {
  await rows.rows(sql`delete from push_subscriptions where id = ${id}`);
}

/** Tried again after a growing pause, as long as there is a point. */
export async function putOffMessage(rows: Rows, { id, attempts }: Message): Promise<void> {
  await rows.rows(sql`
    with late as (delete from push_messages where id = ${id} and made_at < ${rows.now}::timestamptz - ${pointFor}::interval)
    update push_messages set send_at = ${rows.now}::timestamptz + make_interval(secs => 15 * 2 ^ ${attempts}::integer)
    where id = ${id} and made_at >= ${rows.now}::timestamptz - ${pointFor}::interval`);
}
