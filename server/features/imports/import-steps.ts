// The steps of an import as a person takes them, for the tests of this folder.
import type {
  ImportKind,
  ImportMapping,
  ImportOptions,
  ImportRow,
  ImportView,
} from '../../../contract/imports.ts';
import { sessionCookie } from '../../platform/http.ts';
import { dataFile } from '../../platform/tables/table-files.ts';
import type { Person, World } from '../../testing/world.ts';

export type Upload = { name: string; bytes: Buffer };

export const csv = (text: string, name = 'table.csv'): Upload => ({ name, bytes: Buffer.from(text) });
export const collected = (path: string): Upload => ({
  name: path.split('/').at(-1) ?? path,
  bytes: dataFile(path),
});

export async function upload({ app }: World, person: Person, { name, bytes }: Upload): Promise<number> {
  const response = await app.server.inject({
    method: 'PUT',
    url: '/files',
    query: { name },
    payload: bytes,
    headers: { 'content-type': 'application/octet-stream', cookie: `${sessionCookie}=${person.session}` },
  });
  if (response.statusCode !== 200) throw new Error(`PUT /files: ${response.statusCode} ${response.body}`);
  return response.json<{ id: number }>().id;
}

export type Ask = { kind?: ImportKind; mapping?: ImportMapping; options?: Partial<ImportOptions> };

/** Uploads, looks and plans to the end. */
export async function plan(world: World, person: Person, file: Upload, ask: Ask = {}): Promise<ImportView> {
  const fileId = await upload(world, person, file);
  const { row } = await person.ask<{ row: ImportView }>('imports.create', {
    fileId,
    kind: ask.kind ?? 'clients',
  });
  await person.ask('imports.plan', {
    id: row.id,
    mapping: ask.mapping ?? row.suggested,
    options: ask.options ?? {},
  });
  await world.settle();
  return person.ask<ImportView>('imports.get', { id: row.id });
}

/** Plans and runs to the end. */
export async function bring(world: World, person: Person, file: Upload, ask: Ask = {}): Promise<ImportView> {
  const { id } = await plan(world, person, file, ask);
  return finish(world, person, id);
}

export async function finish(world: World, person: Person, id: number): Promise<ImportView> {
  await person.ask('imports.run', { id });
  await world.settle();
  return person.ask<ImportView>('imports.get', { id });
}

export async function rowsOf(person: Person, id: number, outcome?: string): Promise<ImportRow[]> {
  const input = { id, limit: 200, ...(outcome ? { outcome } : {}) };
  return (await person.ask<{ rows: ImportRow[] }>('imports.rows', input)).rows;
}

/** The whole of a table as one word, its counters of versions apart. */
export async function sumOf({ app }: World, table: string): Promise<string> {
  const { rows } = await app.house.writer.query(
    `select md5(coalesce(string_agg((to_jsonb(t) - 'version')::text, ',' order by id), '')) as sum from ${table} t`,
  );
  return rows[0].sum;
}

export async function countOf({ app }: World, table: string): Promise<number> {
  return (await app.house.writer.query(`select count(*) as count from ${table}`)).rows[0].count;
}
