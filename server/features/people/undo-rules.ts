// What the rules of people and roles say to an undo: it can do no more than the commands that it takes back.
import type { Rights } from '../../../contract/kit/rights.ts';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { refuse } from '../../platform/refusals.ts';
import { mustStayOnlyOnes, type NamedRow, nameInTurn } from '../../platform/same-name.ts';
import { mustHaveAKeeper, mustNotExceed } from './commands.ts';

/** The password went with the person and is kept nowhere: who comes back without one is to be invited anew. */
async function awaitInvitation(tx: Tx, ids: number[]): Promise<void> {
  await tx.rows(sql`
    update people p set status = 'invited', version = version + 1
    where p.id = any(${ids}::bigint[]) and p.status = 'active' and not exists (select from credentials where person_id = p.id)`);
}

/** A link was sent to an address, a session is of who may come in: neither outlives the undo of an e-mail or the return of a block. */
async function endWaysIn(tx: Tx, ids: number[]): Promise<void> {
  await tx.rows(sql`
    delete from invitations where person_id in (
      select row_id from journal where operation = ${tx.operation} and of = 'people' and change = 'u' and after ? 'email')`);
  await tx.rows(sql`
    delete from sessions s using people p where p.id = s.person_id and p.id = any(${ids}::bigint[]) and p.status = 'blocked'`);
}

/** Nor does an undo move its maker to another group, which may have been their own when they still kept the house. */
async function mustKeepOwnGroup(tx: Tx, { userId, keeper }: Actor): Promise<void> {
  const moved = await tx.one(sql`
    select 1 from journal where operation = ${tx.operation} and of = 'people' and row_id = ${userId} and after ? 'group_id'`);
  if (moved && !keeper) refuse('right.missing', { request: 'operations.undo' });
}

/** An undo gives nobody more rights than whoever undoes has, and leaves the house a keeper who can sign in. */
export async function mustBeGiveable(tx: Tx, ids: number[], actor: Actor): Promise<void> {
  await awaitInvitation(tx, ids);
  await endWaysIn(tx, ids);
  await mustHaveAKeeper(tx);
  const people = await tx.rows(sql<{ keeper: boolean; rights: Rights }>`
    select r.keeper, r.rights from people p join roles r on r.id = p.role_id where p.id = any(${ids}::bigint[])`);
  if (actor.userId !== null && ids.includes(actor.userId)) await mustKeepOwnGroup(tx, actor);
  for (const person of people) mustNotExceed(actor, person, 'operations.undo');
}

/** The same of roles, which only a keeper writes; each stays the only one of its name. */
export async function mustBeGiveableRoles(tx: Tx, ids: number[], actor: Actor): Promise<void> {
  await mustHaveAKeeper(tx);
  if (!actor.keeper) refuse('right.missing', { request: 'operations.undo' });
  await nameInTurn(tx, 'roles');
  mustStayOnlyOnes(await tx.rows(sql<NamedRow>`select id, name, '' as beside from roles`), ids);
}
