// From a session token to who acts, with the rights as they are at this moment: one statement a request.
import type { Rights } from '../../../contract/kit/rights.ts';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { hashToken } from './passwords.ts';

type Found = {
  userId: number;
  sessionId: number | null;
  keeper: boolean;
  rights: Rights;
  groupUserIds: number[] | null;
  timeZone: string;
};

const reach = sql`r.keeper, r.rights, case when p.group_id is null then array[p.id]
  else array(select m.id from people m where m.group_id in (select group_branch(array[p.group_id]))) end as "groupUserIds",
  (select time_zone from firms) as "timeZone"`;

/** Null: no such session any more. That the session is in use is noted on the way, at most once a minute. */
export async function identify(rows: Rows, token: string): Promise<Actor | null> {
  const hash = hashToken(token);
  const found = await rows.one(sql<Found>`
    with seen as (
      update sessions set seen_at = ${rows.now}
      where token_hash = ${hash} and expires_at > ${rows.now} and seen_at < ${rows.now}::timestamptz - interval '1 minute')
    select s.person_id as "userId", s.id as "sessionId", ${reach}
    from sessions s join people p on p.id = s.person_id join roles r on r.id = p.role_id
    where s.token_hash = ${hash} and s.expires_at > ${rows.now} and p.status = 'active'`);
  return found ? { ...found, groupUserIds: found.groupUserIds ?? [] } : null;
}

/** The person as who acts, with the rights as they are at this moment: for work that goes on after the request. Null: may act no more. */
export async function actorOf(rows: Rows, personId: number): Promise<Actor | null> {
  const found = await rows.one(sql<Found>`
    select p.id as "userId", null as "sessionId", ${reach}
    from people p join roles r on r.id = p.role_id where p.id = ${personId} and p.status = 'active'`);
  return found ? { ...found, groupUserIds: found.groupUserIds ?? [] } : null;
}
