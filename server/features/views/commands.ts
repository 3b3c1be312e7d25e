// Saved views and layouts. A shared view is changed by its owner or by who keeps the settings.

import { viewFromParameters } from '../../../contract/kit/view-url.ts';
import { views } from '../../../contract/views.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { setClauses } from '../../platform/db/assign.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Refusal, refuse } from '../../platform/refusals.ts';
import {
  mustBeOnlyOne,
  mustStayOnlyOnes,
  type Named,
  type NamedRow,
  nameInTurn,
} from '../../platform/same-name.ts';
import { type CommandHandler, commandHandler, type Emit } from '../../platform/slice.ts';
import { mustBeFresh } from '../../platform/versions.ts';
import { mayChangeView } from './access.ts';

const signedIn = (actor: Actor) => actor.userId !== null;

type ViewRow = { id: number; of: string; name: string; ownerId: number; shared: boolean; version: number };

async function mustFind(tx: Tx, actor: Actor, id: number): Promise<ViewRow> {
  const row = await tx.one(sql<ViewRow>`
    select id, of, name, owner_id as "ownerId", shared, version from saved_views where id = ${id} and (shared or owner_id = ${actor.userId}) for update`);
  if (!row) refuse('record.missing', { kind: 'views' });
  if (!mayChangeView(actor, row)) refuse('right.missing', { request: 'views.change' });
  return row;
}

function mustBeAView(of: string, parameters: Record<string, string> | undefined): void {
  const { faults } = viewFromParameters(of, parameters ?? {});
  if (faults.length > 0) throw new Refusal('view.faulty', {}, { faults });
}

function mustBeAllowedToShare(actor: Actor): void {
  if (!may(actor, 'settings', 'view')) refuse('right.missing', { request: 'views.create' });
}

type Place = Pick<ViewRow, 'of' | 'name' | 'ownerId' | 'shared'>;

/** Among its owner's views of the kind, and among the shared ones where it is one of them, no other may have the name. */
async function mustHaveOwnName(tx: Tx, view: Place, path: string, self = 0): Promise<void> {
  await nameInTurn(tx, 'views');
  const beside = await tx.rows(sql<Named>`
    select name from saved_views
    where of = ${view.of} and id <> ${self} and (owner_id = ${view.ownerId} or (shared and ${view.shared}::boolean))`);
  mustBeOnlyOne(view.name, beside, path);
}

/** The same of views that an undo has brought back, shared or named again. */
export async function mustStayTold(tx: Tx, ids: number[]): Promise<void> {
  await nameInTurn(tx, 'views');
  const own = await tx.rows(
    sql<NamedRow>`select id, name, concat(of, '/', owner_id) as beside from saved_views`,
  );
  mustStayOnlyOnes(own, ids);
  const shared = await tx.rows(sql<NamedRow>`select id, name, of as beside from saved_views where shared`);
  mustStayOnlyOnes(shared, ids);
}

/** A private view concerns nobody but its owner. */
function whoHears(ownerId: number, shared: boolean): number[] | undefined {
  return shared ? undefined : [ownerId];
}

const create = commandHandler({
  request: views.create,
  may: signedIn,
  async run(tx, actor, { of, name, shared, parameters }, emit) {
    mustBeAView(of, parameters);
    if (shared) mustBeAllowedToShare(actor);
    await mustHaveOwnName(tx, { of, name, shared, ownerId: actor.userId as number }, 'name');
    const row = await tx.one(sql<{ id: number }>`
      insert into saved_views (of, name, owner_id, shared, position, parameters)
      values (${of}, ${name}, ${actor.userId}, ${shared}, (select coalesce(max(position), 0) + 1 from saved_views), ${JSON.stringify(parameters)}) returning id`);
    emit({
      name: 'view.created',
      ids: [row?.id as number],
      owners: whoHears(actor.userId as number, shared),
    });
    return { id: row?.id as number };
  },
});

const change = commandHandler({
  request: views.change,
  may: signedIn,
  async run(tx, actor, { id, version, set }, emit) {
    const current = await mustFind(tx, actor, id);
    if (set.shared) mustBeAllowedToShare(actor);
    mustBeFresh(current, version);
    mustBeAView(current.of, set.parameters);
    const wanted = { ...current, ...set };
    if (wanted.name !== current.name || wanted.shared !== current.shared)
      await mustHaveOwnName(tx, wanted, 'set.name', id);
    const values = { ...set, ...(set.parameters ? { parameters: JSON.stringify(set.parameters) } : {}) };
    await tx.rows(
      sql`update saved_views set ${setClauses(values, { name: 'name', shared: 'shared', parameters: 'parameters' })} where id = ${id}`,
    );
    emit({
      name: 'view.changed',
      ids: [id],
      owners: whoHears(current.ownerId, current.shared || set.shared === true),
    });
    return {};
  },
});

const remove = commandHandler({
  request: views.delete,
  may: signedIn,
  async run(tx, actor, { id }, emit) {
    const { ownerId, shared } = await mustFind(tx, actor, id);
    await tx.rows(sql`delete from saved_views where id = ${id}`);
    emit({ name: 'view.deleted', ids: [id], owners: whoHears(ownerId, shared) });
    return {};
  },
});

/** The shared views of a person are another's from now on, as far as the actor may change them; answers how many. */
export async function reassignShared(
  tx: Tx,
  actor: Actor,
  { fromId, toId }: { fromId: number; toId: number },
  emit: Emit,
): Promise<number> {
  if (fromId === toId || !mayChangeView(actor, { ownerId: fromId, shared: true })) return 0;
  const rows = await tx.rows(sql<{ id: number }>`
    update saved_views set owner_id = ${toId}, version = version + 1 where owner_id = ${fromId} and shared returning id`);
  if (rows.length > 0) emit({ name: 'view.changed', ids: rows.map(({ id }) => id) });
  return rows.length;
}

const keepLayout = commandHandler({
  request: views.keepLayout,
  may: signedIn,
  async run(tx, actor, { of, layout }) {
    await tx.rows(sql`
      insert into layouts (person_id, of, layout) values (${actor.userId}, ${of}, ${JSON.stringify(layout)})
      on conflict (person_id, of) do update set layout = excluded.layout`);
    return {};
  },
});

export const viewsCommands: CommandHandler[] = [create, change, remove, keepLayout];
