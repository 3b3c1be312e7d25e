// What a person's earlier table with the same columns was mapped to: the corrections of one import are not made again in the next.
import type { ImportFile, ImportKind, ImportMapping } from '../../../contract/imports.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { isReasonHeader } from './reason-texts.ts';

/** Earlier imports that are looked at, the latest first. */
const lookedAt = 50;

type Earlier = { header: string[]; mapping: ImportMapping };

/** Undefined where no earlier table of that person had these columns. Why rows were refused is no column of anybody's. */
export async function knownMapping(
  rows: Rows,
  { ownerId, kind, file }: { ownerId: number | null; kind: ImportKind; file: ImportFile },
): Promise<ImportMapping | undefined> {
  if (file.headless) return undefined;
  const earlier = await rows.rows(sql<Earlier>`
    select file -> 'header' as header, mapping from imports
    where owner_id = ${ownerId} and kind = ${kind} and mapping is not null and not (file ->> 'headless')::boolean
    order by id desc limit ${lookedAt}`);
  const own = ownColumns(file.header);
  const found = earlier.find(({ header }) => isSame(ownColumns(header), own));
  if (!found) return undefined;
  const mapped = found.mapping.filter((_, column) => !isReasonHeader(found.header[column] ?? ''));
  let at = 0;
  return file.header.map((header) => (isReasonHeader(header) ? null : (mapped[at++] ?? null)));
}

const ownColumns = (header: string[]) => header.filter((name) => !isReasonHeader(name));

const isSame = (one: string[], other: string[]) =>
  one.length === other.length && one.every((name, at) => name === other[at]);
