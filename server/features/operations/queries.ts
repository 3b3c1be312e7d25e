// The journal screen, what an operation changed, and the history of a record with each field before and after.
import { operations } from '../../../contract/operations.ts';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Reads } from '../../platform/db/transaction.ts';
import { refuse } from '../../platform/refusals.ts';
import { type QueryHandler, queryHandler, type RecordKind } from '../../platform/slice.ts';
import { changeableOf, maySeeRecord, seenOperations, seenRows, tooOldSql } from './access.ts';
import { withoutHidden } from './hidden-partners.ts';
import { type FirstTouched, firstTouchedOf, type Titles, titleKey, titlesOf } from './titles.ts';

const signedIn = (actor: Actor) => actor.userId !== null;

type Reverses = { id: number; at: string; name: string; again: boolean };

/** What operation `o` took back or, as the undo of an undo, does again. */
const reverses = sql<Reverses | null>`(
  with recursive chain (id, depth) as (
    select undoes, 1 from undo_notes where operation = o.id
    union all select n.undoes, c.depth + 1 from chain c join undo_notes n on n.operation = c.id)
  select json_build_object('id', r.id, 'at', r.at, 'name', r.name, 'again', c.depth % 2 = 0)
  from chain c join operations r on r.id = c.id order by c.depth desc limit 1)`;

type OperationRow = {
  id: number;
  at: string;
  name: string;
  actorId: number | null;
  actorName: string | null;
  via: string;
  tables: { of: string; count: number }[] | null;
  undoes: number | null;
  reverses: Reverses | null;
  undoneBy: number | null;
  tooOld: boolean;
  leftAlone:
    | {
        of: string;
        id: number;
        why: 'changedSince' | 'usedSince' | 'goneSince' | 'partnerMissing' | 'notYours';
      }[]
    | null;
};

/** Of `operations o` with `pub_people p`: who did it, as they were last called where they are no more. */
const actorName = sql<string | null>`coalesce(p.name, (
  select g.before ->> 'name' from journal g where g.of = 'people' and g.row_id = o.actor_id and g.change = 'd' order by g.id desc limit 1))`;

const list = queryHandler({
  request: operations.list,
  may: signedIn,
  async answer(reads, actor, { before, limit, actorId }) {
    const rows = await reads.rows(sql<OperationRow>`
      select o.id, o.at, o.name, o.actor_id as "actorId", ${actorName} as "actorName", o.via, n.undoes, o.undone_by as "undoneBy", ${reverses} as reverses,
        n.left_alone as "leftAlone", ${tooOldSql(reads.now)} as "tooOld",
        (select json_agg(json_build_object('of', c.of, 'count', c.count)) from
          (select of, count(distinct row_id) as count from journal where operation = o.id group by of order by count(*) desc) c) as tables
      from operations o left join undo_notes n on n.operation = o.id left join pub_people p on p.id = o.actor_id
      where ${seenOperations(actor)} and ${before ? sql`o.id < ${before}` : sql`true`}
        and ${actorId ? sql`o.actor_id = ${actorId}` : sql`true`}
      order by o.id desc limit ${limit}`);
    const ids = rows.map(({ id }) => id);
    const [firsts, changeable] = await Promise.all([
      firstTouchedOf(reads, actor, ids),
      changeableOf(reads, actor, ids),
    ]);
    const named = rows.map((row) => ({ ...row, first: firsts.get(row.id) ?? null }));
    return { rows: named.map((row) => shown(reads, row, changeable.has(row.id))) };
  },
});

type Named = OperationRow & { first: FirstTouched | null };

function shown(reads: Reads, { tables, tooOld, ...row }: Named, changeable: boolean) {
  const kinds = new Map(reads.declared.records.map((record) => [record.table, record.kind]));
  const open = row.undoneBy === null && !tooOld && !reads.declared.commands.get(row.name)?.final;
  return {
    ...row,
    rows: (tables ?? []).map(({ of, count }) => ({ kind: kinds.get(of) ?? of, count })),
    can: { undo: open && changeable },
  };
}

type JournalRow = {
  of: string;
  id: number;
  change: 'i' | 'u' | 'd';
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

const show = queryHandler({
  request: operations.show,
  may: signedIn,
  async answer(reads, actor, { id }) {
    const seen = await reads.one(
      sql`select 1 from operations o where o.id = ${id} and ${seenOperations(actor)}`,
    );
    if (!seen) refuse('record.missing', { kind: 'operations' });
    const rows = await reads.rows(sql<JournalRow>`
      select of, row_id as id, change, before, after from journal j
      where operation = ${id} and ${seenRows(reads, actor)} order by id limit 500`);
    const titles = await titlesOf(reads, rows);
    const shown = await withoutHidden(reads, actor, rows);
    return {
      rows: shown.map((row) => ({ ...named(reads, row, titles), change: row.change, fields: fieldsOf(row) })),
    };
  },
});

function named(reads: Reads, row: JournalRow, titles: Titles) {
  const record = reads.declared.records.find(({ table }) => table === row.of);
  const known = row.after?.name ?? row.before?.name;
  return {
    kind: record?.kind ?? row.of,
    id: row.id,
    title: titles.get(titleKey(row)) ?? (typeof known === 'string' ? known : null),
  };
}

/** Column names as the contract names them: `manager_id` → `managerId`. */
function fieldName(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function fieldsOf({ before, after }: Pick<JournalRow, 'before' | 'after'>) {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (column) => column !== 'version',
  );
  return columns.map((column) => ({
    field: fieldName(column),
    before: before?.[column] ?? null,
    after: after?.[column] ?? null,
  }));
}

function recordOf(reads: Reads, kind: string): RecordKind {
  return reads.declared.records.find((record) => record.kind === kind) ?? refuse('record.missing', { kind });
}

const historyAtOnce = 100;

const history = queryHandler({
  request: operations.history,
  may: signedIn,
  async answer(reads, actor, { kind, id, before }) {
    const record = recordOf(reads, kind);
    if (!(await maySeeRecord(reads, actor, record, id))) refuse('record.missing', { kind });
    const rows = await reads.rows(sql<
      JournalRow & {
        operation: number;
        at: string;
        name: string;
        actorName: string | null;
        reverses: Reverses | null;
      }
    >`
      select j.of, j.row_id as id, j.change, j.before, j.after, o.id as operation, o.at, o.name, ${actorName} as "actorName", ${reverses} as reverses
      from journal j join operations o on o.id = j.operation left join pub_people p on p.id = o.actor_id
      where j.of = ${record.table} and j.row_id = ${id} and ${before ? sql`o.id < ${before}` : sql`true`}
      order by j.id desc limit ${historyAtOnce}`);
    const shown = await withoutHidden(reads, actor, rows);
    return {
      changes: shown.map((row) => ({
        operation: row.operation,
        at: row.at,
        name: row.name,
        actorName: row.actorName,
        reverses: row.reverses,
        change: row.change,
        fields: fieldsOf(row),
      })),
    };
  },
});

export const operationsQueries: QueryHandler[] = [list, show, history];
