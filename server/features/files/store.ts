// Keeping and reading uploads. Not journalled: a file by itself changes nothing of the firm.
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';

export type StoredFile = { id: number; name: string; size: number; ownerId: number };

/** Bytes of all files that are whole: what a limit counts. */
export function storageUsed(): RawBuilder<{ used: number }> {
  return sql`select coalesce(sum(size), 0)::bigint as used from files`;
}

/** The whole file; undefined where it is not there (any more), or is another person's. */
export async function readFile(
  rows: Rows,
  id: number,
  ownerId: number | null,
): Promise<(StoredFile & { bytes: Buffer }) | undefined> {
  const file =
    await rows.one(sql<StoredFile>`select id, name, size, owner_id as "ownerId" from files where id = ${id} and size > 0
    and (${ownerId}::bigint is null or owner_id = ${ownerId})`);
  if (!file) return undefined;
  const pieces = await rows.rows(
    sql<{ bytes: Buffer }>`select bytes from file_pieces where file_id = ${id} order by n`,
  );
  return { ...file, bytes: Buffer.concat(pieces.map((piece) => piece.bytes)) };
}
