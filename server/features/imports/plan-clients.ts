// The plan of a chunk of clients: each row against the base and against the rows before it. Writes staging rows only.
import type { Tx } from '../../platform/db/transaction.ts';
import type { TableRow } from '../../platform/tables/table-limits.ts';
import { type ClientCard, clientCards, clientsOfKeys } from '../clients/index.ts';
import { type ClientDraft, clientRefs, readClientRow, type StagedClient } from './client-row.ts';
import { keepWords, linesOf } from './ledger.ts';
import {
  bestMatch,
  indexOf,
  isByNameOnly,
  keyWords,
  likeness,
  type Match,
  type RowKeys,
} from './match-client.ts';
import { changesOf, patchOf } from './merge-client.ts';
import { isReason } from './names.ts';
import { otherNotes, otherRemarks } from './other-words.ts';
import { keysOf, settleKnown, settleNew, wantedMatch } from './settle-client.ts';
import { type Reason, reasonAt, type Sheet } from './sheet.ts';
import { keepRows, rowsOfLines, type StagedRow } from './staging.ts';

type Known = { draft: ClientDraft; keys: RowKeys; match: Match | null | Reason };

/** What a chunk is planned against; `lines` and `rows` grow row by row. */
type Ground = {
  sheet: Sheet;
  cards: Map<number, ClientCard>;
  lines: Map<string, number>;
  rows: Map<number, StagedRow>;
  touched: Set<StagedRow>;
  newWords: Map<string, number>;
};

export async function planClients(
  tx: Tx,
  sheet: Sheet,
  chunk: { importId: number; rows: TableRow[] },
): Promise<void> {
  const drafts = chunk.rows.map((row) => readClientRow(row, sheet));
  const fit = drafts.filter(({ reasons }) => reasons.length === 0);
  const known = await matched(tx, sheet, fit);
  const ground = await groundOf(tx, sheet, { importId: chunk.importId, known });
  for (const draft of drafts)
    if (draft.reasons.length > 0) ground.touched.add(refusedRow(draft, draft.reasons));
  for (const each of known) planRow(ground, each);
  await keepRows(tx, chunk.importId, [...ground.touched]);
  await keepWords(tx, ground.newWords);
}

async function matched(tx: Tx, sheet: Sheet, drafts: ClientDraft[]): Promise<Known[]> {
  const known = drafts.map((draft) => ({
    draft,
    keys: keysOf(draft.input, draft.company, sheet.firm.country),
  }));
  const candidates = indexOf(
    await clientsOfKeys(
      tx,
      sheet.actor,
      known.map(({ keys }) => keys),
    ),
  );
  return known.map((each) => ({
    ...each,
    match: wantedMatch(bestMatch(each.keys, candidates(each.keys)), sheet),
  }));
}

const clientWord = (id: number) => `client ${id}`;

async function groundOf(
  tx: Tx,
  sheet: Sheet,
  { importId, known }: { importId: number; known: Known[] },
): Promise<Ground> {
  const ids = known.flatMap(({ match }) => (match && !isReason(match) ? [match.client.id] : []));
  const words = known.flatMap(({ keys }) => keyWords(keys));
  const lines = await linesOf(tx, [...new Set([...words, ...ids.map(clientWord)])]);
  const earlier = await rowsOfLines(tx, importId, [...new Set(lines.values())]);
  const targets = earlier.flatMap(({ targetId }) => targetId ?? []);
  const cards = await clientCards(tx, sheet.actor, { ids: [...new Set([...ids, ...targets])], lock: false });
  return {
    sheet,
    cards,
    lines,
    rows: new Map(earlier.map((row) => [row.line, row])),
    touched: new Set(),
    newWords: new Map(),
  };
}

function refusedRow({ line, title, cells, input }: ClientDraft, reasons: Reason[]): StagedRow {
  return { ...emptyRow(line, title), outcome: 'refused', input, reasons, cells };
}

function emptyRow(line: number, title: string) {
  return {
    line,
    title,
    targetId: null,
    targetVersion: null,
    twin: null,
    company: false,
    input: {},
    changes: [],
    reasons: [],
    cells: null,
  };
}

function planRow(ground: Ground, { draft, keys, match }: Known): void {
  if (isReason(match)) {
    ground.touched.add(refusedRow(draft, [match]));
    return;
  }
  const twin = twinOf(ground, { keys, match });
  const row = isReason(twin)
    ? refusedRow(draft, [twin])
    : twin
      ? repeated(ground, draft, twin)
      : settled(ground, draft, match);
  ground.touched.add(row);
  if (row.outcome === 'refused') return;
  remember(ground, row, [...keyWords(keys), ...(row.targetId ? [clientWord(row.targetId)] : [])]);
}

function remember({ lines, rows, newWords }: Ground, row: StagedRow, words: string[]): void {
  const line = row.twin ?? row.line;
  if (row.twin === null) rows.set(row.line, row);
  for (const word of words) {
    if (lines.has(word)) continue;
    lines.set(word, line);
    newWords.set(word, line);
  }
}

/** The earlier row that this one repeats: of the same client of the base, or one that is like it. A reason where the options refuse. */
function twinOf(
  ground: Ground,
  { keys, match }: { keys: RowKeys; match: Match | null },
): StagedRow | null | Reason {
  const { lines, rows, sheet } = ground;
  const of = (word: string) => rows.get(lines.get(word) ?? -1);
  if (match) return of(clientWord(match.client.id)) ?? null;
  const candidates = [...new Set(keyWords(keys).flatMap((word) => of(word) ?? []))];
  const scored = candidates.map((row) => ({ row, score: likeness(keys, stagedKeys(row, sheet)) }));
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left), {
    row: null as StagedRow | null,
    score: 0,
  });
  if (!best.row || !isByNameOnly(best.score) || sheet.options.sameName === 'update') return best.row;
  return sheet.options.sameName === 'make'
    ? null
    : reasonAt(undefined, 'reason.sameName', { line: best.row.line });
}

function stagedKeys(row: StagedRow, { firm }: Sheet): RowKeys {
  return keysOf(row.input as StagedClient, false, firm.country);
}

/** What a repeated row brings goes into the row that it repeats. */
function repeated(ground: Ground, draft: ClientDraft, twin: StagedRow): StagedRow {
  const { sheet, cards, touched } = ground;
  const rules = { overwrite: false, country: sheet.firm.country };
  const notes = [draft.input.notes ?? '', ...otherNotes(twin.input, draft, sheet)].filter(
    (text) => text !== '',
  );
  const more = patchOf(twin.input, { ...draft.input, notes: notes.join('\n') }, rules);
  if (Object.keys(more).length > 0) {
    twin.input = { ...twin.input, ...more };
    const card = twin.targetId === null ? undefined : cards.get(twin.targetId);
    if (card) Object.assign(twin, { ...resettled(sheet, twin, card) });
    touched.add(twin);
  }
  return {
    ...emptyRow(draft.line, draft.title),
    outcome: 'duplicate',
    twin: twin.line,
    targetId: twin.targetId,
  };
}

function resettled(sheet: Sheet, { input }: StagedRow, card: ClientCard): Partial<StagedRow> {
  const now = settleKnown(sheet, input as StagedClient, card);
  if (now.outcome === 'refused') return { outcome: 'refused', reasons: now.reasons };
  if (now.outcome === 'made') return {};
  return { outcome: now.outcome, changes: changesOf(card, now.patch) };
}

function settled({ sheet, cards }: Ground, draft: ClientDraft, match: Match | null): StagedRow {
  const card = match ? cards.get(match.client.id) : undefined;
  const now = match ? settleKnown(sheet, draft.input, card) : settleNew(sheet, draft.input);
  if (now.outcome === 'refused') return refusedRow(draft, now.reasons);
  const row = { ...emptyRow(draft.line, draft.title), company: draft.company, outcome: now.outcome };
  if (now.outcome === 'made') return { ...row, input: now.input };
  const input = withoutUnused(draft.input, now.patch);
  return {
    ...row,
    input,
    targetId: card?.id ?? null,
    targetVersion: card?.version ?? null,
    changes: changesOf(card ?? {}, now.patch),
    reasons: card && sheet.options.existing === 'fill' ? otherRemarks(card, draft, sheet) : [],
  };
}

/** Names that would be made for fields that stay as they are are not made. */
function withoutUnused(input: StagedClient, patch: StagedClient): StagedClient {
  const unused = clientRefs.filter((field) => typeof input[field] === 'string' && patch[field] === undefined);
  return Object.fromEntries(
    Object.entries(input).filter(([field]) => !unused.some((name) => name === field)),
  );
}
