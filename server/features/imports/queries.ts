// Reads of imports: their state, the rows of the plan with reasons in words, one's own list.
import { type ImportRow, type ImportSummary, type ImportView, imports } from '../../../contract/imports.ts';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { refuse } from '../../platform/refusals.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';
import { localeOf } from '../people/index.ts';
import { mayImport } from './access.ts';
import { changesOf } from './merge-client.ts';
import { reasonText } from './reason-texts.ts';
import type { StagedRow } from './staging.ts';
import { steps } from './steps.ts';
import { labelsOf } from './table.ts';

const signedIn = (actor: Actor) => actor.userId !== null;

const summary = sql`i.id, i.kind, i.status, json_build_object('done', i.progress, 'total', i.total) as progress, i.counts,
  o.id as operation, coalesce(o.undone, false) as undone, i.created_at as "createdAt"`;
/** `o` is the last of the run, its undo, the undo of that and so on. */
const table = sql`imports i left join lateral (
  with recursive chain as (
    select id, undone_by, 0 as links from operations where id = i.operation_id
    union all select n.id, n.undone_by, c.links + 1 from chain c join operations n on n.id = c.undone_by)
  select id, links % 2 = 1 as undone from chain order by links desc limit 1) o on true`;

/** One's own import; refuses `record.missing`. */
export async function readImport(rows: Rows, actor: Actor, id: number): Promise<ImportView> {
  const found = await rows.one(sql<Omit<ImportView, 'can'>>`
    select ${summary}, i.file, i.suggested, i.mapping, i.options, i.makes, i.fault
    from ${table} where i.id = ${id} and i.owner_id = ${actor.userId}`);
  if (!found) return refuse('record.missing', { kind: 'imports' });
  const can = (step: keyof typeof steps) =>
    mayImport(actor, found.kind) && steps[step].includes(found.status);
  return {
    ...found,
    can: { inspect: can('inspect'), plan: can('plan'), run: can('run'), stop: can('stop') },
  };
}

const get = queryHandler({
  request: imports.get,
  may: signedIn,
  answer: (reads, actor, { id }) => readImport(reads, actor, id),
});

const rows = queryHandler({
  request: imports.rows,
  may: signedIn,
  async answer(reads, actor, { id, outcome, offset, limit }) {
    const { file } = await readImport(reads, actor, id);
    const locale = await localeOf(reads, actor.userId);
    const labels = labelsOf(file, locale);
    const found = await reads.rows(sql<StagedRow>`
      select line, outcome, target_id as "targetId", twin, title, input, changes, reasons, cells from import_rows
      where import_id = ${id} and ${outcome ? sql`outcome = ${outcome}` : sql`true`} order by line limit ${limit} offset ${offset}`);
    return { rows: found.map((row) => shown(row, (reason) => reasonText(locale, reason, labels))) };
  },
});

function shown(row: StagedRow, say: (reason: StagedRow['reasons'][number]) => string): ImportRow {
  return {
    line: row.line,
    outcome: row.outcome,
    title: row.title,
    recordId: row.targetId,
    twin: row.twin,
    changes: row.outcome === 'made' ? changesOf({}, row.input) : row.changes,
    reasons: row.reasons.map((reason) => ({ ...reason, text: say(reason) })),
    cells: row.cells,
  };
}

const list = queryHandler({
  request: imports.list,
  may: signedIn,
  async answer(reads, actor, { before, limit }) {
    const found = await reads.rows(sql<Omit<ImportSummary, 'can'>>`
      select ${summary}, i.file ->> 'name' as "fileName" from ${table}
      where i.owner_id = ${actor.userId} and ${before ? sql`i.id < ${before}` : sql`true`} order by i.id desc limit ${limit}`);
    return { rows: found.map((row) => ({ ...row, can: { discard: steps.discard.includes(row.status) } })) };
  },
});

export const importsQueries: QueryHandler[] = [get, rows, list];
