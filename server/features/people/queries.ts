// Reads of people: the door, oneself, the directory of managers, roles and sessions.
import {
  appearance,
  type Firm,
  type Person,
  people,
  type Role,
  type Session,
} from '../../../contract/people.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { dayIn } from '../../platform/clock.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Reads, Rows } from '../../platform/db/transaction.ts';
import { refuse } from '../../platform/refusals.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';
import { demoFilling } from './demo-filling.ts';
import { hashToken } from './passwords.ts';

const signedIn = (actor: Actor) => actor.userId !== null;

const door = queryHandler({
  request: people.door,
  may: () => true,
  async answer(reads) {
    const firm = await reads.one(sql<{ name: string; locale: 'ru' | 'en' }>`select name, locale from firms`);
    return { isSetUp: firm !== undefined, firmName: firm?.name ?? '', locale: firm?.locale ?? 'ru' };
  },
});

/** The firm; refuses `record.missing` before the first run. */
export async function firmOf(rows: Rows): Promise<Omit<Firm, 'hasDemo'>> {
  const firm = await rows.one(sql<Omit<Firm, 'hasDemo'>>`
    select name, locale, time_zone as "timeZone", country, default_interval as "defaultInterval", version from firms`);
  return firm ?? refuse('record.missing', { kind: 'firm' });
}

const personColumns = sql`p.id, p.name, p.email, p.phone, p.position, p.group_id as "groupId", p.role_id as "roleId", p.status, p.version`;

function withCan(actor: Actor) {
  return (row: Omit<Person, 'can'>): Person => ({
    ...row,
    can: {
      change: may(actor, 'people', 'change'),
      delete: may(actor, 'people', 'delete') && row.id !== actor.userId,
    },
  });
}

const me = queryHandler({
  request: people.me,
  may: signedIn,
  async answer(reads, actor) {
    const [person, role, look, firm, demo] = await Promise.all([
      reads.one(sql<Omit<Person, 'can'>>`select ${personColumns} from people p where p.id = ${actor.userId}`),
      reads.one(
        sql<Role>`select r.id, r.name, r.keeper, r.rights, r.version from roles r join people p on p.role_id = r.id where p.id = ${actor.userId}`,
      ),
      reads.one(
        sql<{ appearance: object }>`select appearance from appearances where person_id = ${actor.userId}`,
      ),
      firmOf(reads),
      demoFilling(reads),
    ]);
    if (!person || !role) refuse('session.missing');
    return {
      person: withCan(actor)(person),
      role,
      appearance: appearance.parse({ locale: firm.locale, ...look?.appearance }),
      firm: { ...firm, hasDemo: demo !== undefined },
      today: dayIn(reads.now, firm.timeZone),
    };
  },
});

const list = queryHandler({
  request: people.list,
  may: signedIn,
  async answer(reads, actor) {
    const rows = await reads.rows(
      sql<
        Omit<Person, 'can'>
      >`select ${personColumns} from people p order by p.name collate "ru-x-icu", p.id`,
    );
    const mayView = may(actor, 'people', 'view');
    return {
      rows: rows
        .map((row) => (mayView || row.id === actor.userId ? row : withoutAddress(row)))
        .map(withCan(actor)),
    };
  },
});

/** Names are on every task; who may not view people sees no more than that. */
function withoutAddress(row: Omit<Person, 'can'>): Omit<Person, 'can'> {
  return { ...row, email: null, phone: '', position: '' };
}

const roles = queryHandler({
  request: people.roles,
  may: (actor) => may(actor, 'people', 'view'),
  async answer(reads) {
    return {
      rows: await reads.rows(
        sql<Role>`select id, name, keeper, rights, version from roles order by keeper desc, id`,
      ),
    };
  },
});

const sessions = queryHandler({
  request: people.sessions,
  may: signedIn,
  async answer(reads: Reads, actor, { personId }) {
    const whose = personId ?? actor.userId;
    if (whose !== actor.userId && !actor.keeper) refuse('right.missing', { request: 'people.sessions' });
    const rows = await reads.rows(sql<Session>`
      select id, person_id as "personId", created_at as "createdAt", seen_at as "seenAt", address, agent, id = ${actor.sessionId} as current
      from sessions where person_id = ${whose} and expires_at > ${reads.now} order by seen_at desc`);
    return { rows };
  },
});

const invitation = queryHandler({
  request: people.invitation,
  may: () => true,
  async answer(reads, _actor, { token }) {
    const row = await reads.one(sql<{ name: string; email: string; firmName: string }>`
      select p.name, coalesce(p.email, '') as email, f.name as "firmName"
      from invitations i join people p on p.id = i.person_id, firms f
      where i.token_hash = ${hashToken(token)} and i.expires_at > ${reads.now} and p.status <> 'blocked'`);
    return row ?? refuse('invitation.ended');
  },
});

export const peopleQueries: QueryHandler[] = [door, me, list, roles, sessions, invitation];
