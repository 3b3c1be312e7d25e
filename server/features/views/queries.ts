// One's own views and the shared ones; one's layouts.
import { type Layout, layout, type SavedView, views } from '../../../contract/views.ts';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';
import { mayChangeView } from './access.ts';

const signedIn = (actor: Actor) => actor.userId !== null;

const list = queryHandler({
  request: views.list,
  may: signedIn,
  async answer(reads, actor) {
    const rows = await reads.rows(sql<Omit<SavedView, 'can'>>`
      select id, of, name, owner_id as "ownerId", shared, position, parameters, version from saved_views
      where shared or owner_id = ${actor.userId} order by position, id`);
    return {
      rows: rows.map((row) => ({
        ...row,
        can: { change: mayChangeView(actor, row), delete: mayChangeView(actor, row) },
      })),
    };
  },
});

const layouts = queryHandler({
  request: views.layouts,
  may: signedIn,
  async answer(reads, actor) {
    const rows = await reads.rows(
      sql<{ of: string; layout: unknown }>`select of, layout from layouts where person_id = ${actor.userId}`,
    );
    const kept = rows.map((row): [string, Layout] => [row.of, layout.parse(row.layout)]);
    return { layouts: Object.fromEntries(kept) };
  },
});

export const viewsQueries: QueryHandler[] = [list, layouts];
