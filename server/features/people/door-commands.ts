// First run, signing in and out, passwords and invitations: what happens at the door.
import { people } from '../../../contract/people.ts';
import { sql } from '../../platform/db/sql.ts';
import { refuse } from '../../platform/refusals.ts';
import { type CommandHandler, commandHandler } from '../../platform/slice.ts';
import { mustBeAZone } from './commands.ts';
import { hashPassword, hashToken, isPassword } from './passwords.ts';
import { firstRoles } from './roles.ts';
import { countAttempt, endSessions, forgetAttempts, openSession } from './sessions.ts';

const anyone = () => true;

const setUp = commandHandler({
  request: people.setUp,
  secret: ['session'],
  may: anyone,
  async run(tx, _actor, input, emit) {
    await tx.rows(sql`select pg_advisory_xact_lock(7214003)`);
    if (await tx.one(sql`select 1 from people limit 1`)) refuse('setUp.done');
    await mustBeAZone(tx, input.timeZone, 'timeZone');
    await tx.rows(sql`
      insert into firms (id, name, locale, time_zone, country)
      values (1, ${input.firmName}, ${input.locale}, ${input.timeZone}, ${input.country})`);
    const roleIds: number[] = [];
    for (const role of firstRoles(input.locale)) {
      const row = await tx.one(sql<{ id: number }>`
        insert into roles (name, keeper, rights) values (${role.name}, ${role.keeper}, ${JSON.stringify(role.rights)}) returning id`);
      roleIds.push(row?.id as number);
    }
    const row = await tx.one(sql<{ id: number }>`
      insert into people (name, email, role_id, status) values (${input.name}, ${input.email}, ${roleIds[0]}, 'active') returning id`);
    const id = row?.id as number;
    await tx.rows(
      sql`insert into credentials (person_id, password_hash, changed_at) values (${id}, ${await hashPassword(input.password)}, ${tx.now})`,
    );
    emit({ name: 'firm.setUp', ids: [1], details: { locale: input.locale } });
    return { session: await openSession(tx, id, input.from) };
  },
  final: true,
});

type Known = { id: number; status: string; hash: string };

const signIn = commandHandler({
  request: people.signIn,
  may: anyone,
  async run(tx, _actor, { email, password, from }) {
    await countAttempt(tx, email, from);
    const known = await tx.one(sql<Known>`
      select p.id, p.status, c.password_hash as hash from people p join credentials c on c.person_id = p.id where p.email = ${email}`);
    if (!(await isPassword(password, known?.hash)) || !known) refuse('signIn.wrong');
    if (known.status !== 'active') refuse('signIn.blocked');
    await forgetAttempts(tx, email);
    return { session: await openSession(tx, known.id, from) };
  },
});

const signOut = commandHandler({
  request: people.signOut,
  may: (actor) => actor.userId !== null,
  async run(tx, actor, _input, emit) {
    await tx.rows(sql`delete from sessions where id = ${actor.sessionId}`);
    emit({ name: 'session.ended', ids: [actor.userId as number] });
    return { session: null };
  },
});

const endSession = commandHandler({
  request: people.endSession,
  may: (actor) => actor.userId !== null,
  async run(tx, actor, { id }, emit) {
    const row = await tx.one(sql<{ personId: number }>`
      delete from sessions where id = ${id} and (person_id = ${actor.userId} or ${actor.keeper}) returning person_id as "personId"`);
    if (!row) refuse('record.missing', { kind: 'sessions' });
    emit({ name: 'session.ended', ids: [row.personId] });
    return {};
  },
});

const changePassword = commandHandler({
  request: people.changePassword,
  may: (actor) => actor.userId !== null,
  async run(tx, actor, { current, next }, emit) {
    const id = actor.userId as number;
    const known = await tx.one(sql<{ hash: string; email: string }>`
      select c.password_hash as hash, p.email from credentials c join people p on p.id = c.person_id where c.person_id = ${id}`);
    await countAttempt(tx, known?.email ?? '', { address: `person ${id}`, agent: '' });
    if (!(await isPassword(current, known?.hash))) refuse('password.wrong');
    await forgetAttempts(tx, known?.email ?? '');
    await tx.rows(
      sql`update credentials set password_hash = ${await hashPassword(next)}, changed_at = ${tx.now} where person_id = ${id}`,
    );
    await endSessions(tx, id, emit, actor.sessionId);
    return {};
  },
});

const changeAppearance = commandHandler({
  request: people.changeAppearance,
  may: (actor) => actor.userId !== null,
  async run(tx, actor, set) {
    await tx.rows(sql`
      insert into appearances (person_id, appearance) values (${actor.userId}, ${JSON.stringify(set)})
      on conflict (person_id) do update set appearance = appearances.appearance || excluded.appearance`);
    return {};
  },
});

const acceptInvitation = commandHandler({
  request: people.acceptInvitation,
  secret: ['session'],
  may: anyone,
  async run(tx, _actor, { token, password, from }, emit) {
    const found = await tx.one(sql<{ id: number }>`
      delete from invitations i using people p
      where i.token_hash = ${hashToken(token)} and i.expires_at > ${tx.now} and p.id = i.person_id and p.status <> 'blocked'
      returning p.id`);
    if (!found) refuse('invitation.ended');
    await tx.rows(sql`
      insert into credentials (person_id, password_hash, changed_at) values (${found.id}, ${await hashPassword(password)}, ${tx.now})
      on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`);
    await tx.rows(
      sql`update people set status = 'active', version = version + 1 where id = ${found.id} and status <> 'active'`,
    );
    await endSessions(tx, found.id, emit);
    emit({ name: 'person.changed', ids: [found.id] });
    return { session: await openSession(tx, found.id, from) };
  },
  // The link is used up: an undo would leave a person who can neither sign in nor accept it again.
  final: true,
});

export const doorCommands: CommandHandler[] = [
  setUp,
  signIn,
  signOut,
  endSession,
  changePassword,
  changeAppearance,
  acceptInvitation,
];
