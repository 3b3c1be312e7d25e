// Two clients become one: the fields by choice, whatever named the one that goes names the one that stays, one operation to undo.
import type { z } from 'zod';
import { type ClientInput, clients } from '../../../contract/clients.ts';
import type { Fault } from '../../../contract/kit/refusal.ts';
import { type Mergeable, type MergeChoice, mergedClient } from '../../../contract/merge-clients.ts';
import { type Actor, may, reaches } from '../../platform/actor.ts';
import { setClauses } from '../../platform/db/assign.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { readInput } from '../../platform/input.ts';
import { replaceEverywhere } from '../../platform/references.ts';
import { refuse, refuseFields } from '../../platform/refusals.ts';
import { commandHandler } from '../../platform/slice.ts';
import { mustBeFresh } from '../../platform/versions.ts';
import { firmOf } from '../people/index.ts';
import { type ClientCard, clientCards } from './bulk.ts';
import { readClient } from './queries.ts';
import { clientColumns } from './rules.ts';

type Input = z.output<typeof clients.merge.input>;
type Both = { stays: ClientCard; goes: ClientCard };

export const merge = commandHandler({
  request: clients.merge,
  may: (actor) => may(actor, 'clients', 'change') && may(actor, 'clients', 'delete'),
  async run(tx, actor, input, emit) {
    const both = await mustFindBoth(tx, actor, input);
    const { stays, goes } = both;
    const set = changesOf(both, input as MergeChoice);
    const responsibleId = set.responsibleId ?? stays.responsibleId;
    if (responsibleId !== stays.responsibleId && !reaches(actor, 'clients', 'add', responsibleId))
      refuseFields([{ path: 'fields.responsibleId', code: 'client.notToGive' }]);
    await writeStaying(tx, both, set);
    const changed = await replaceEverywhere(tx, 'clients', { from: goes.id, to: stays.id }, emit);
    await tx.rows(sql`delete from clients where id = ${goes.id}`);
    const owners = [stays.responsibleId, responsibleId].filter((person) => person !== null);
    emit({ name: 'client.changed', ids: [stays.id], owners });
    emit({ name: 'client.deleted', ids: [goes.id], owners: [goes.responsibleId ?? []].flat() });
    return { changed };
  },
});

/** Both, locked. Who has not seen them as they are is shown how they are; all else that hinders is named by its field, at once. */
async function mustFindBoth(tx: Tx, actor: Actor, { id, version, from }: Input): Promise<Both> {
  if (id === from.id) refuseFields([{ path: 'from.id', code: 'fault.choice' }]);
  const cards = await clientCards(tx, actor, { ids: [id, from.id], lock: true });
  const [stays, goes] = [cards.get(id), cards.get(from.id)];
  // First of all: of two who merge the same pair at once, the later one finds no client that goes.
  if (stays?.mayChange) await mustBeSeen(tx, actor, stays, version);
  const faults = [...changeFaults(stays, 'id'), ...changeFaults(goes, 'from.id')];
  if (goes?.mayChange && !reaches(actor, 'clients', 'delete', goes.responsibleId))
    faults.push({ path: 'from.id', code: 'client.notToDelete' });
  if (!stays || !goes || faults.length > 0) return refuseFields(faults);
  await mustBeSeen(tx, actor, goes, from.version);
  return { stays, goes };
}

async function mustBeSeen(tx: Tx, actor: Actor, card: ClientCard, seen: number): Promise<void> {
  if (card.version !== seen) mustBeFresh(await readClient(tx, actor, card.id), seen);
}

function changeFaults(card: ClientCard | undefined, path: string): Fault[] {
  if (!card) return [{ path, code: 'fault.missingRecord' }];
  return card.mayChange ? [] : [{ path, code: 'client.notToChange' }];
}

/** What changes in the client that stays. Refuses by field what is more than a card holds. */
function changesOf({ stays, goes }: Both, choice: MergeChoice): ClientInput {
  const merged = mergedClient({ stays, goes }, choice);
  const changed = Object.entries(merged).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(stays[field as keyof Mergeable]),
  );
  const set = Object.fromEntries(changed) as Partial<Mergeable>;
  const phones = set.phones?.map(({ value, note }) => ({ value, note }));
  return readInput(clients.change.input.shape.set, { ...set, ...(phones ? { phones } : {}) });
}

/**
 * Refuses the undo of a merge whose client that stayed has since gone into another: what had named the one that comes back names
 * that other by now, would stay there, and would be beyond every later undo.
 */
async function mustBeUndoneInTurn(tx: Tx): Promise<void> {
  const later = await tx.one(sql<{ name: string }>`
    select m ->> 'name' as name from net_changes n
    join clients h on h.merged <> '[]' and h.merged @> jsonb_build_array(jsonb_build_object('id', n.row_id))
    cross join jsonb_array_elements(h.merged) m
    where n.of = 'clients' and n.left_alone = 'goneSince' and n.after ? 'merged' and (m ->> 'id')::bigint = n.row_id limit 1`);
  if (later) refuse('client.mergedSince', later);
}

/** After an undo: merges are taken back last first, and clients that are back are part of no other, whatever was merged since. */
export async function settleReturned(tx: Tx, ids: number[]): Promise<void> {
  await mustBeUndoneInTurn(tx);
  await tx.rows(sql`
    update clients t set version = t.version + 1,
      merged = (select coalesce(jsonb_agg(m order by n), '[]') from jsonb_array_elements(t.merged) with ordinality e (m, n)
        where not exists (select from clients c where c.id = (m ->> 'id')::bigint))
    where t.id in (
      select h.id from unnest(${ids}::bigint[]) back (id) join clients c on c.id = back.id
      join clients h on h.merged <> '[]' and h.merged @> jsonb_build_array(jsonb_build_object('id', back.id)))`);
}

/** A client that is in use stays in use. */
async function writeStaying(tx: Tx, { stays, goes }: Both, set: ClientInput): Promise<void> {
  const { country } = await firmOf(tx);
  const archived = stays.archived && goes.archived;
  const values = { ...clientColumns(set, country), ...(archived === stays.archived ? {} : { archived }) };
  const clauses = setClauses(values, Object.fromEntries(Object.keys(values).map((name) => [name, name])));
  const taken = JSON.stringify([{ id: goes.id, name: goes.name }]);
  await tx.rows(sql`
    update clients set ${clauses}, merged = merged || (select merged from clients where id = ${goes.id}) || ${taken}::jsonb
    where id = ${stays.id}`);
}
