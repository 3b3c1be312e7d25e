// The schema that the migrations make, as one readable file: docs/schema.sql. `--write` renews it; otherwise it is compared.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../server/app.ts';
import { openClient } from '../../server/platform/db/connection.ts';
import { startEmbedded } from '../../server/platform/db/embedded/index.ts';
import { ensureDatabase } from '../../server/platform/db/ensure-database.ts';
import { migrate } from '../../server/platform/db/migrate.ts';
import { root } from './source-files.ts';

const file = join(root, 'docs/schema.sql');

const tables = `
  select c.relname as name, string_agg(format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    case when a.attgenerated <> '' then ' generated' when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end), E',\\n' order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`;
const indexes = `select indexdef || ';' as line from pg_indexes where schemaname = 'public' order by indexname`;
const constraints = `
  select format('alter table %s add constraint %s %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
  from pg_constraint where connamespace = 'public'::regnamespace and contype in ('f', 'c') order by conrelid::regclass::text, conname`;
const views = `select format(E'create view %s as\\n%s', viewname, definition) as line from pg_views where schemaname = 'public' order by viewname`;
const triggers = `
  select format('create trigger %s on %s;', tgname, tgrelid::regclass) as line from pg_trigger where not tgisinternal order by tgrelid::regclass::text, tgname`;

async function dump(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-schema-'));
  const database = await startEmbedded({ root: folder, settings: { fsync: 'off' }, watchdog: true });
  try {
    const server = { ...database.connection, database: 'postgres' };
    await ensureDatabase(server, 'voronka');
    await migrate({ ...server, database: 'voronka' }, migrations);
    const client = await openClient({ ...server, database: 'voronka' });
    const made = (await client.query(tables)).rows.map(
      ({ name, columns }) => `create table ${name} (\n${columns}\n);`,
    );
    const rest: string[] = [];
    for (const query of [constraints, indexes, views, triggers])
      rest.push(...(await client.query(query)).rows.map(({ line }) => line));
    await client.end();
    return `-- What the migrations make, for reading in review. Renew it by: npm run schema\n\n${[...made, ...rest].join('\n\n')}\n`;
  } finally {
    await database.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A fault where the committed dump is not what the migrations make. */
export async function schemaFaults(): Promise<string[]> {
  const now = await dump();
  let kept = '';
  try {
    kept = readFileSync(file, 'utf8');
  } catch {
    return ['docs/schema.sql is missing; run: npm run schema'];
  }
  return now === kept ? [] : ['docs/schema.sql is not what the migrations make; run: npm run schema'];
}

if (process.argv.includes('--write')) writeFileSync(file, await dump());
