// "These rows" of a bulk change: named one by one, or all rows of a view but some. Always narrowed to what the actor may.
import { viewFromParameters } from '../../../contract/kit/view-url.ts';
import { type RawBuilder, sql } from '../db/sql.ts';
import { Refusal } from '../refusals.ts';
import { viewIds } from './page.ts';
import type { Reader, Source } from './source.ts';

export type Chosen =
  | { ids: number[] }
  | {
      view: Record<string, string>;
      except: number[];
      near: boolean;
      /** Rows with a greater id came later than the choice: but for those of `also` they are none of it. */
      upTo?: number | undefined;
      also: number[];
    };

/** A condition over `t` that is true for the chosen rows which the reader may see. Refuses `view.faulty`. */
export async function chosenRows(
  source: Source,
  chosen: Chosen,
  reader: Reader,
): Promise<RawBuilder<boolean>> {
  if ('ids' in chosen) return sql`t.id = any(${chosen.ids}::bigint[]) and ${source.access(reader.actor)}`;
  const { view, faults } = viewFromParameters(source.of, chosen.view, ['offset', 'limit']);
  if (faults.length > 0) throw new Refusal('view.faulty', {}, { faults });
  const ids = await viewIds(source, view, { ...reader, slips: { allowed: chosen.near, used: false } });
  const rows = sql<boolean>`t.id in (${ids}) and t.id <> all(${chosen.except}::bigint[])`;
  if (chosen.upTo === undefined) return rows;
  return sql`${rows} and (t.id <= ${chosen.upTo} or t.id = any(${chosen.also}::bigint[]))`;
}
