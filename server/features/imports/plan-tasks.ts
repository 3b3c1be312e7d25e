// The plan of a chunk of tasks: the client is found, rows that are there already or repeat an earlier one are known. Writes staging rows only.
import { createHash } from 'node:crypto';
import { fold } from '../../../contract/text/fold.ts';
import { reaches } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { TableRow } from '../../platform/tables/table-limits.ts';
import { clientCards, clientsOfKeys, type KnownClient } from '../clients/index.ts';
import { restOfTasks, sameTasks, type TaskKey, type TaskRest } from '../tasks/index.ts';
import { keepWords, linesOf } from './ledger.ts';
import { indexOf, isByNameOnly, likeness } from './match-client.ts';
import { isReason } from './names.ts';
import { cellsOf, noteLine, type Reason, reasonAt, type Sheet } from './sheet.ts';
import { keepRows, type StagedRow } from './staging.ts';
import { type NamedClient, readTaskRow, type StagedTask, type TaskDraft } from './task-row.ts';

export async function planTasks(
  tx: Tx,
  sheet: Sheet,
  chunk: { importId: number; rows: TableRow[] },
): Promise<void> {
  const drafts = chunk.rows.map((row) => readTaskRow(row, sheet));
  await findClients(tx, sheet, drafts);
  for (const { input, reasons } of drafts)
    if (!reaches(sheet.actor, 'tasks', 'add', input.managerId ?? null))
      reasons.push(reasonAt(undefined, 'reason.mayNotAdd'));
  const fit = drafts.filter(({ reasons }) => reasons.length === 0);
  const there = await sameTasks(
    tx,
    fit.map(({ input }) => taskKey(input)),
  );
  const known = new Map(fit.map((draft, i) => [draft, there[i]]));
  const rests = await restOfTasks(
    tx,
    there.filter((id) => id !== undefined),
  );
  const words = new Map(fit.map((draft) => [draft, taskWord(draft.input)]));
  const lines = await linesOf(tx, [...words.values()]);
  const fresh = new Map<string, number>();
  const rows = drafts.map((draft) => {
    const word = words.get(draft) ?? '';
    const twin = lines.get(word) ?? fresh.get(word) ?? null;
    if (twin === null && word !== '') fresh.set(word, draft.line);
    const id = known.get(draft) ?? null;
    return planned(draft, { twin, there: id, remarks: otherValues(draft, rests.get(id ?? 0), sheet) });
  });
  await keepRows(tx, chunk.importId, rows);
  await keepWords(tx, fresh);
}

/** A type that is yet to be made has no tasks. */
const noType = -1;

export function taskKey({ description, at, clientId, managerId, typeId }: StagedTask): TaskKey {
  return {
    description: description ?? '',
    at: at ?? null,
    clientId: clientId ?? null,
    managerId: managerId ?? null,
    typeId: typeof typeId === 'string' ? noType : (typeId ?? null),
  };
}

function taskWord(input: StagedTask): string {
  return `task ${createHash('sha256').update(JSON.stringify(input)).digest('base64')}`;
}

function planned(
  draft: TaskDraft,
  { twin, there, remarks }: { twin: number | null; there: number | null; remarks: Reason[] },
): StagedRow {
  const { line, title, cells, reasons } = draft;
  const row = {
    line,
    title,
    targetId: null,
    targetVersion: null,
    twin: null,
    company: false,
    input: draft.input,
    changes: [],
    reasons,
    cells: null,
  };
  if (reasons.length > 0) return { ...row, outcome: 'refused', cells };
  if (twin !== null) return { ...row, outcome: 'duplicate', twin, input: {} };
  if (there === null) return { ...row, outcome: 'made' };
  return { ...row, outcome: 'same', targetId: there, reasons: remarks };
}

const restFields = ['results', 'state', 'deadline', 'minutes', 'tags'] as const;

/** What a row says otherwise than the task that is there already: that keeps its own, and this is said. */
function otherValues({ cells, input }: TaskDraft, now: TaskRest | undefined, sheet: Sheet): Reason[] {
  if (!now) return [];
  const others: Record<(typeof restFields)[number], boolean> = {
    results: isOther(input.results, now.results),
    state: isOther(input.stateId, now.stateId),
    deadline: isOther(instant(input.deadline), instant(now.deadline)),
    minutes: isOther(input.minutes, now.minutes),
    tags: (input.tags ?? []).some((tag) => !now.tags.includes(tag)),
  };
  return restFields
    .filter((field) => others[field])
    .map((field) => reasonAt(cellsOf({ cells }, sheet, field)[0], 'reason.kept'));
}

const instant = (text: string | null | undefined) => (text ? Date.parse(text) : null);

/** Nothing said is nothing else. */
const isOther = (said: unknown, now: unknown) => said != null && said !== '' && said !== now;

/** Puts the client into each row, or the reason why there is none. */
async function findClients(tx: Tx, sheet: Sheet, drafts: TaskDraft[]): Promise<void> {
  const naming = drafts.filter((draft) => draft.client !== null) as (TaskDraft & { client: NamedClient })[];
  const known = await clientsOfKeys(
    tx,
    sheet.actor,
    naming.map(({ client }) => client.keys),
  );
  const ids = naming.flatMap(({ client }) => client.id ?? []);
  const byId = await clientCards(tx, sheet.actor, { ids, lock: false });
  const candidates = indexOf(known.filter(({ seen }) => seen));
  for (const { client, input, reasons } of naming) {
    const found =
      client.id !== null && byId.has(client.id) ? client.id : theClient(client, candidates(client.keys));
    if (!isReason(found)) input.clientId = found;
    else if (found.code === 'reason.unknownClient' && sheet.options.unknownClient === 'without')
      keepNamed(input, client);
    else reasons.push(found);
  }
}

function keepNamed(input: StagedTask, { cells }: NamedClient): void {
  input.description = [input.description ?? '', ...cells.map(noteLine)]
    .filter((text) => text !== '')
    .join('\n');
}

/** The likeliest client; of two of the same name the one whose name is written so, or none. */
function theClient({ keys, cells }: NamedClient, known: KnownClient[]): number | Reason {
  const scored = known
    .map((client) => ({ client, id: client.id, score: likeness(keys, client) }))
    .filter(({ score }) => score > 0);
  const [best, second] = scored.toSorted((left, right) => right.score - left.score || left.id - right.id);
  const name = cells[0]?.text.slice(0, 200).toWellFormed() ?? '';
  if (!best) return reasonAt(cells[0], 'reason.unknownClient', { name });
  if (!isByNameOnly(best.score) || second?.score !== best.score) return best.id;
  const [written, ...others] = scored.filter(({ client }) => fold(client.title) === fold(keys.title));
  return written && others.length === 0 ? written.id : reasonAt(cells[0], 'reason.ambiguousClient', { name });
}
