// Browsers that show reminders: one's own, added by the browser itself, taken away from anywhere.
import { ECDH } from 'node:crypto';
import { reminders } from '../../../contract/reminders.ts';
import { sql } from '../../platform/db/sql.ts';
import { isPublicUrl } from '../../platform/public-hosts.ts';
import { refuse, refuseFields } from '../../platform/refusals.ts';
import { type CommandHandler, commandHandler } from '../../platform/slice.ts';

/** Nobody reads in more; the oldest gives way. */
const browsersAtMost = 20;

/** A point of the curve, without which nothing could be sealed for the browser. */
function isPublicKey(text: string): boolean {
  try {
    return ECDH.convertKey(text, 'prime256v1', 'base64url').length === 65;
  } catch {
    return false;
  }
}

const subscribe = commandHandler({
  request: reminders.subscribe,
  may: (actor) => actor.sessionId !== null,
  async run(tx, actor, { endpoint, keys, agent }) {
    if (!isPublicUrl(endpoint)) refuseFields([{ path: 'endpoint', code: 'reminder.badService' }]);
    if (!isPublicKey(keys.p256dh)) refuseFields([{ path: 'keys.p256dh', code: 'fault.format' }]);
    await tx.rows(sql`
      delete from push_subscriptions where id in (
        select id from push_subscriptions where person_id = ${actor.userId} and endpoint <> ${endpoint}
        order by id desc offset ${browsersAtMost - 1})`);
    const row = await tx.one(sql<{ id: number }>`
      insert into push_subscriptions (person_id, session_id, endpoint, p256dh, auth, agent, made_at)
      values (${actor.userId}, ${actor.sessionId}, ${endpoint}, ${keys.p256dh}, ${keys.auth}, ${agent}, ${tx.now})
      on conflict (endpoint) do update set person_id = excluded.person_id, session_id = excluded.session_id,
        p256dh = excluded.p256dh, auth = excluded.auth, agent = excluded.agent, made_at = excluded.made_at
      returning id`);
    return { id: row?.id as number };
  },
});

const unsubscribe = commandHandler({
  request: reminders.unsubscribe,
  may: (actor) => actor.userId !== null,
  async run(tx, actor, { id }) {
    const gone = await tx.one(sql`
      delete from push_subscriptions where id = ${id} and person_id = ${actor.userId} returning id`);
    if (!gone) refuse('record.missing', { kind: 'reminders' });
    return {};
  },
});

export const pushCommands: CommandHandler[] = [subscribe, unsubscribe];
