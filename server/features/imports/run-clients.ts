// The run of a chunk of clients: each row is settled anew against the base as it is now, so that nothing is doubled and nothing stale is written.

import type { ClientInput } from '../../../contract/clients.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import {
  type ClientCard,
  type ClientColumns,
  clientCards,
  clientColumns,
  clientsOfKeys,
  insertClients,
  updateClients,
} from '../clients/index.ts';
import { clientRefs, type StagedClient } from './client-row.ts';
import { bestMatch, indexOf, type Match } from './match-client.ts';
import { isReason, withIds } from './names.ts';
import { keysIn, settleKnown, settleNew, wantedMatch } from './settle-client.ts';
import { type Reason, reasonAt, type Sheet } from './sheet.ts';
import { keepResults, type RowResult, type RunRow } from './staging.ts';
import type { Told } from './told.ts';

/** `columns` are those of the row as it was staged: names may stand in them where ids will. */
type Wanted = { row: RunRow; columns: ClientColumns; input: StagedClient; match: Match | null | Reason };

type Keyed = { row: RunRow; input: Wanted['input'] | Reason; columns: ClientColumns };

/** What of a chunk needs no base: normal forms and keys. */
export function keyedClients({ names, firm }: Sheet, rows: RunRow[]): Keyed[] {
  return rows.map((row) => ({
    row,
    input: withIds(names, 'clients', row.input),
    columns: clientColumns(row.input as ClientInput, firm.country),
  }));
}

/** What a chunk writes. */
type Work = {
  inserts: { row: RunRow; columns: ClientColumns; owner: number | null }[];
  patches: Map<number, StagedClient>;
  results: RowResult[];
};

export async function runClients(
  tx: Tx,
  sheet: Sheet,
  chunk: { importId: number; ready: Keyed[]; told: Told; meanwhile(): Promise<void> },
): Promise<void> {
  const { importId, ready, told, meanwhile } = chunk;
  const wanted = await matchedNow(tx, sheet, { keyed: ready, made: told.made });
  const ids = new Set(wanted.flatMap(({ match }) => (match && !isReason(match) ? [match.client.id] : [])));
  const cards = await clientCards(tx, sheet.actor, { ids: [...ids], lock: true });
  const work: Work = { inserts: [], patches: new Map(), results: [] };
  for (const each of wanted) settleRow(sheet, { each, cards, work, told });
  const { country } = sheet.firm;
  const inserting = insertClients(
    tx,
    work.inserts.map(({ columns }) => columns),
    sheet.actor.userId,
  );
  const [made] = await Promise.all([inserting, meanwhile()]);
  for (const [i, { row, owner }] of work.inserts.entries()) {
    const id = made[i] as number;
    work.results.push({ line: row.line, outcome: 'made', targetId: id, reasons: [] });
    told.add('made', id, [owner]);
  }
  await updateClients(
    tx,
    [...work.patches].map(([id, patch]) => ({ id, columns: clientColumns(patch as ClientInput, country) })),
  );
  await keepResults(tx, importId, work.results);
}

async function matchedNow(
  tx: Tx,
  sheet: Sheet,
  { keyed, made }: { keyed: Keyed[]; made: Set<number> },
): Promise<Wanted[]> {
  const keysOf = ({ row, columns }: Keyed) => keysIn(columns, row.company);
  const known = await clientsOfKeys(tx, sheet.actor, keyed.map(keysOf));
  const planned = new Map(known.map((client) => [client.id, client]));
  const candidates = indexOf(known.filter(({ id }) => !made.has(id)));
  return keyed.map((each) => {
    const { row, input, columns } = each;
    if (isReason(input)) return { row, columns, input: {}, match: input };
    const keys = keysOf(each);
    const target = row.targetId === null ? undefined : planned.get(row.targetId);
    const match = target
      ? { client: target, score: Number.POSITIVE_INFINITY }
      : bestMatch(keys, candidates(keys));
    return { row, columns, input: input as StagedClient, match: wantedMatch(match, sheet) };
  });
}

type Place = { each: Wanted; cards: Map<number, ClientCard>; work: Work; told: Told };

function settleRow(sheet: Sheet, { each, cards, work, told }: Place): void {
  const { row, columns, input, match } = each;
  const refuse = (reasons: Reason[]) =>
    work.results.push({ line: row.line, outcome: 'refused', targetId: row.targetId, reasons });
  if (isReason(match)) return void refuse([match]);
  const card = match ? cards.get(match.client.id) : undefined;
  if (card && isStale(sheet, { row, card, told }))
    return void refuse([reasonAt(undefined, 'reason.changedSince')]);
  const now = match ? settleKnown(sheet, input, card) : settleNew(sheet, input);
  if (now.outcome === 'refused') refuse(now.reasons);
  else if (now.outcome === 'made') {
    const refs = Object.fromEntries(clientRefs.map((field) => [field, now.input[field]])) as ClientInput;
    work.inserts.push({
      row,
      columns: { ...columns, ...clientColumns(refs, '') },
      owner: refs.responsibleId ?? null,
    });
  } else if (card) {
    work.results.push({ line: row.line, outcome: now.outcome, targetId: card.id, reasons: [] });
    if (now.outcome === 'changed') change({ cards, work, told }, card, now.patch);
  }
}

/** What was written over must be what the plan has shown. */
function isStale(
  { options }: Sheet,
  { row, card, told }: { row: RunRow; card: ClientCard; told: Told },
): boolean {
  return options.existing === 'overwrite' && row.targetVersion !== card.version && !told.changed.has(card.id);
}

function change({ cards, work, told }: Omit<Place, 'each'>, card: ClientCard, patch: StagedClient): void {
  work.patches.set(card.id, { ...work.patches.get(card.id), ...patch });
  cards.set(card.id, { ...card, ...patch } as ClientCard);
  told.add('changed', card.id, [card.responsibleId, patch.responsibleId as number | null | undefined]);
}
