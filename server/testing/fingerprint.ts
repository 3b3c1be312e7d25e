// What the journalled tables hold, as one sum per table: undo must bring back the very same. Versions only count, so they are left out.
import type { App } from '../app.ts';

export type Fingerprint = Record<string, string>;

export async function fingerprint(app: App): Promise<Fingerprint> {
  const tracked = await app.house.writer.query(
    `select tgrelid::regclass::text as table from pg_trigger where tgname = 'journal_insert' order by 1`,
  );
  const sums = tracked.rows.map(async ({ table }): Promise<[string, string]> => {
    const { rows } = await app.house.writer.query(
      `select count(*) || ' rows ' || coalesce(md5(string_agg((to_jsonb(t) - 'version')::text, '|' order by id)), '') as sum from ${table} t`,
    );
    return [table, rows[0].sum];
  });
  return Object.fromEntries(await Promise.all(sums));
}
