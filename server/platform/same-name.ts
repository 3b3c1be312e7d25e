// Two of a kind under one name are one too many: people could not tell which they choose.
import { fold } from '../../contract/text/fold.ts';
import { sql } from './db/sql.ts';
import type { Tx } from './db/transaction.ts';
import { refuse, refuseFields } from './refusals.ts';

export type Named = { name: string; archived?: boolean };

/** One at a time gives names to rows of the kind: two that look before they write would both find the name free. */
export async function nameInTurn(tx: Tx, kind: string): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext(${`names/${kind}`}))`);
}

/** Refuses at `path` a name that one of the others has, whatever its case, its spaces and its ё. Asked after `nameInTurn`. */
export function mustBeOnlyOne(name: string, others: Named[], path: string): void {
  const same = others.find((other) => fold(other.name) === fold(name));
  if (!same) return;
  const code = same.archived ? 'fault.sameNameArchived' : 'fault.sameName';
  refuseFields([{ path, code, params: { name: same.name } }]);
}

/** The name, with the first number behind it that makes it none of the others'. */
export function freeName(name: string, others: Named[]): string {
  const taken = new Set(others.map((other) => fold(other.name)));
  if (!taken.has(fold(name))) return name;
  let number = 2;
  while (taken.has(fold(`${name} ${number}`))) number++;
  return `${name} ${number}`;
}

/** `beside`: rows with the same one stand beside each other. */
export type NamedRow = { id: number; name: string; beside: string };

/** After an undo: refuses `operation.clash` where one of `ids` came back to a name that another beside it has by now. */
export function mustStayOnlyOnes(rows: NamedRow[], ids: number[]): void {
  const touched = new Set(ids);
  const alike = Map.groupBy(rows, ({ name, beside }) => `${beside} ${fold(name)}`);
  for (const same of alike.values())
    if (same.length > 1 && same.some(({ id }) => touched.has(id))) refuse('operation.clash');
}
