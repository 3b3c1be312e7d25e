// Writes of people: the directory of managers, roles, the firm. Signing in and first run stand in door-commands.ts.
import { areRightsWithin, type Rights } from '../../../contract/kit/rights.ts';
import { people } from '../../../contract/people.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { setClauses } from '../../platform/db/assign.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';
import { mustBeWithin } from '../../platform/limits.ts';
import { mustBeUnused, takeAlong } from '../../platform/references.ts';
import { refuse, refuseFields } from '../../platform/refusals.ts';
import { mustBeOnlyOne, type Named, nameInTurn } from '../../platform/same-name.ts';
import { type CommandHandler, commandHandler } from '../../platform/slice.ts';
import { mustBeFresh } from '../../platform/versions.ts';
import { groupFaults } from '../groups/index.ts';
import { makeToken } from './passwords.ts';
import { endSessions } from './sessions.ts';

const invitationDays = 14;

type PersonRow = {
  id: number;
  name: string;
  email: string | null;
  status: string;
  roleId: number;
  groupId: number | null;
  keeper: boolean;
  rights: Rights;
  version: number;
};

async function mustFind(rows: Rows, id: number): Promise<PersonRow> {
  const row = await rows.one(sql<PersonRow>`
    select p.id, p.name, p.email, p.status, p.role_id as "roleId", p.group_id as "groupId", r.keeper, r.rights, p.version
    from people p join roles r on r.id = p.role_id where p.id = ${id} for update of p`);
  return row ?? refuse('record.missing', { kind: 'people' });
}

/** Who has more rights than the actor is not the actor's to change, to invite anew or to block: it would be a way to those rights. */
export function mustNotExceed(
  actor: Actor,
  { keeper, rights }: Pick<PersonRow, 'keeper' | 'rights'>,
  request: string,
): void {
  if (!actor.keeper && (keeper || !areRightsWithin(rights, actor.rights)))
    refuse('right.missing', { request });
}

/** Whose records "the group's" rights reach is decided by the group one is in: only a keeper changes their own. */
function mustKeepOwnGroup(actor: Actor, { id, groupId }: PersonRow, set: PersonFields): void {
  if (id !== actor.userId || actor.keeper || set.groupId === undefined || set.groupId === groupId) return;
  refuseFields([{ path: 'set.groupId', code: 'person.ownGroup' }]);
}

type PersonFields = { email?: string | null; groupId?: number | null; roleId?: number };
/** Where the fields stand in the input, and whose they are to be (null: a new person's). */
type Place = { path: string; self: number | null };

/** Refuses fields that name nothing and an e-mail that is another's, all at once; and a role with more rights than the giver's. */
async function mustFit(
  tx: Tx,
  actor: Actor,
  { email, groupId, roleId }: PersonFields,
  { path, self }: Place,
): Promise<void> {
  const faults = await groupFaults(tx, { tree: 'managers', path: `${path}groupId`, id: groupId });
  if (
    email &&
    (await tx.one(sql`select 1 from people where email = ${email} and id is distinct from ${self}`))
  )
    faults.push({ path: `${path}email`, code: 'fault.taken' });
  const role =
    roleId === undefined
      ? undefined
      : await tx.one(
          sql<{ keeper: boolean; rights: Rights }>`select keeper, rights from roles where id = ${roleId}`,
        );
  if (roleId !== undefined && !role) faults.push({ path: `${path}roleId`, code: 'fault.missingRecord' });
  if (faults.length > 0) refuseFields(faults);
  if (role) mustNotExceed(actor, role, 'people.change');
}

/** A house without a keeper who can sign in could never be mended from inside. Asked after the write, one writer at a time. */
export async function mustHaveAKeeper(tx: Tx): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('people/keeper'))`);
  const keeper = await tx.one(sql`
    select 1 from people p join roles r on r.id = p.role_id join credentials c on c.person_id = p.id
    where r.keeper and p.status = 'active' and p.email is not null limit 1`);
  if (!keeper) refuse('person.lastKeeper');
}

/** Makes the way in for a person: earlier links end. Returns the token of the link. */
export async function inviteAgain(tx: Tx, personId: number): Promise<string> {
  const { token, hash } = makeToken();
  await endInvitations(tx, personId);
  await tx.rows(sql`
    insert into invitations (person_id, token_hash, expires_at)
    values (${personId}, ${hash}, ${tx.now}::timestamptz + make_interval(days => ${invitationDays}))`);
  return token;
}

/** Links were sent to an address: with it they end. */
const endInvitations = (tx: Tx, personId: number) =>
  tx.rows(sql`delete from invitations where person_id = ${personId}`);

export type NewPerson = { name: string; position: string; groupId: number | null };

/** Makes a person without a way in, with the least role: for filling a house by other means than by hand. */
export async function insertPerson(tx: Tx, { name, position, groupId }: NewPerson): Promise<number> {
  const row = await tx.one(sql<{ id: number }>`
    insert into people (name, position, group_id, role_id, status)
    values (${name}, ${position}, ${groupId}, (select max(id) from roles where not keeper), 'invited') returning id`);
  return row?.id as number;
}

const create = commandHandler({
  request: people.create,
  secret: ['invitation'],
  may: (actor) => may(actor, 'people', 'add'),
  async run(tx, actor, input, emit) {
    await mustFit(tx, actor, input, { path: '', self: null });
    const row = await tx.one(sql<{ id: number }>`
      insert into people (name, email, phone, position, group_id, role_id, status)
      values (${input.name}, ${input.email}, ${input.phone}, ${input.position}, ${input.groupId}, ${input.roleId}, 'invited') returning id`);
    const id = row?.id as number;
    emit({ name: 'person.created', ids: [id] });
    return { id, invitation: input.email ? await inviteAgain(tx, id) : null };
  },
});

const columns = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  position: 'position',
  groupId: 'group_id',
  roleId: 'role_id',
};

const change = commandHandler({
  request: people.change,
  may: (actor) => may(actor, 'people', 'change'),
  async run(tx, actor, { id, version, set }, emit) {
    const current = await mustFind(tx, id);
    mustBeFresh(current, version);
    if (id !== actor.userId) mustNotExceed(actor, current, 'people.change');
    mustKeepOwnGroup(actor, current, set);
    await mustFit(tx, actor, set, { path: 'set.', self: id });
    await tx.rows(sql`update people set ${setClauses(set, columns)} where id = ${id}`);
    if (current.keeper) await mustHaveAKeeper(tx);
    if (set.email !== undefined && set.email !== current.email) await endInvitations(tx, id);
    emit({ name: 'person.changed', ids: [id] });
    return {};
  },
});

const invite = commandHandler({
  request: people.invite,
  secret: ['invitation'],
  may: (actor) => may(actor, 'people', 'add'),
  async run(tx, actor, { id }) {
    const found = await mustFind(tx, id);
    if (!found.email) refuse('person.noEmail');
    mustNotExceed(actor, found, 'people.invite');
    return { invitation: await inviteAgain(tx, id) };
  },
});

const block = commandHandler({
  request: people.block,
  may: (actor) => may(actor, 'people', 'change'),
  async run(tx, actor, { id, blocked }, emit) {
    const found = await mustFind(tx, id);
    const { keeper, status } = found;
    if (id === actor.userId) refuse('person.self');
    mustNotExceed(actor, found, 'people.block');
    if ((status === 'blocked') === blocked) return {};
    await tx.rows(sql`
      update people set version = version + 1, status = case when ${blocked}::boolean then 'blocked'
        when exists (select from credentials where person_id = ${id}) then 'active' else 'invited' end where id = ${id}`);
    if (keeper) await mustHaveAKeeper(tx);
    if (blocked) await endSessions(tx, id, emit);
    else await mustBeWithin(tx, ['people']);
    emit({ name: 'person.changed', ids: [id] });
    return {};
  },
});

const remove = commandHandler({
  request: people.delete,
  may: (actor) => may(actor, 'people', 'delete'),
  async run(tx, actor, { id }, emit) {
    const found = await mustFind(tx, id);
    const { keeper } = found;
    if (id === actor.userId) refuse('person.self');
    mustNotExceed(actor, found, 'people.delete');
    await mustBeUnused(tx, { actor, table: 'people', ids: [id] });
    await takeAlong(tx, { table: 'people', ids: [id] });
    await endSessions(tx, id, emit);
    await tx.rows(sql`delete from people where id = ${id}`);
    if (keeper) await mustHaveAKeeper(tx);
    emit({ name: 'person.deleted', ids: [id] });
    return {};
  },
});

type RoleRow = { id: number; name: string; keeper: boolean; version: number };

async function mustFindRole(tx: Tx, id: number): Promise<RoleRow> {
  const role = await tx.one(
    sql<RoleRow>`select id, name, keeper, version from roles where id = ${id} for update`,
  );
  if (role?.keeper) refuse('role.keeperFixed');
  return role ?? refuse('record.missing', { kind: 'roles' });
}

async function mustHaveOwnName(tx: Tx, name: string, path: string, self = 0): Promise<void> {
  await nameInTurn(tx, 'roles');
  mustBeOnlyOne(name, await tx.rows(sql<Named>`select name from roles where id <> ${self}`), path);
}

const createRole = commandHandler({
  request: people.createRole,
  may: (actor) => actor.keeper,
  async run(tx, _actor, { name, rights }, emit) {
    await mustHaveOwnName(tx, name, 'name');
    const row = await tx.one(sql<{ id: number }>`
      insert into roles (name, rights) values (${name}, ${JSON.stringify(rights)}) returning id`);
    emit({ name: 'role.created', ids: [row?.id as number] });
    return { id: row?.id as number };
  },
});

const changeRole = commandHandler({
  request: people.changeRole,
  may: (actor) => actor.keeper,
  async run(tx, _actor, { id, version, set }, emit) {
    const current = await mustFindRole(tx, id);
    mustBeFresh(current, version);
    if (set.name !== undefined && set.name !== current.name)
      await mustHaveOwnName(tx, set.name, 'set.name', id);
    const values = { ...set, ...(set.rights ? { rights: JSON.stringify(set.rights) } : {}) };
    await tx.rows(
      sql`update roles set ${setClauses(values, { name: 'name', rights: 'rights' })} where id = ${id}`,
    );
    emit({ name: 'role.changed', ids: [id] });
    return {};
  },
});

const deleteRole = commandHandler({
  request: people.deleteRole,
  may: (actor) => actor.keeper,
  async run(tx, actor, { id }, emit) {
    await mustFindRole(tx, id);
    await mustBeUnused(tx, { actor, table: 'roles', ids: [id] });
    await tx.rows(sql`delete from roles where id = ${id}`);
    emit({ name: 'role.deleted', ids: [id] });
    return {};
  },
});

/** The database must know the zone as well as the runtime does: every day of a task is reckoned there. */
export async function mustBeAZone(tx: Tx, name: string, path: string): Promise<void> {
  const known = await tx.one(sql`select 1 from pg_timezone_names where lower(name) = lower(${name}) limit 1`);
  if (!known) refuseFields([{ path, code: 'fault.choice' }]);
}

const firmColumns = {
  name: 'name',
  locale: 'locale',
  timeZone: 'time_zone',
  country: 'country',
  defaultInterval: 'default_interval',
};

const changeFirm = commandHandler({
  request: people.changeFirm,
  may: (actor) => may(actor, 'settings', 'change'),
  async run(tx, _actor, { version, set }, emit) {
    const firm = await tx.one(sql<{ version: number }>`select version from firms where id = 1 for update`);
    mustBeFresh(firm ?? refuse('record.missing', { kind: 'firm' }), version);
    if (set.timeZone) await mustBeAZone(tx, set.timeZone, 'set.timeZone');
    await tx.rows(sql`update firms set ${setClauses(set, firmColumns)} where id = 1`);
    emit({ name: 'firm.changed', ids: [1] });
    return {};
  },
});

export const peopleCommands: CommandHandler[] = [
  create,
  change,
  invite,
  block,
  remove,
  createRole,
  changeRole,
  deleteRole,
  changeFirm,
];
