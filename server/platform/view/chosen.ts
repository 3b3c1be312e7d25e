// "These rows" of a bulk change: named one by one, or all rows of a view but some. Always narrowed to what the actor may.
import { viewFromParameters } from '../../../contract/kit/view-url.ts';
import { type RawBuilder, sql } from '../db/sql.ts';
import { Refusal } from '../refusals.ts';
import { viewIds } from './page.ts';
import type { Reader, Source } from './source.ts';

export type Chosen =
  | {
      ids: number[];
      /** What has left this view since it was chosen is seen no more and so is not meant. */
      within?: Record<string, string> | undefined;
      near: boolean;
    }
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
  if ('ids' in chosen) {
    const named = sql<boolean>`t.id = any(${chosen.ids}::bigint[]) and ${source.access(reader.actor)}`;
    if (!chosen.within) return named;
    return sql`${named} and ${await inView(source, chosen.within, { ...reader, slips: slipsOf(chosen) })}`;
  }
  const shown = await inView(source, chosen.view, { ...reader, slips: slipsOf(chosen) });
  const rows = sql<boolean>`${shown} and t.id <> all(${chosen.except}::bigint[])`;
  if (chosen.upTo === undefined) return rows;
  return sql`${rows} and (t.id <= ${chosen.upTo} or t.id = any(${chosen.also}::bigint[]))`;
}

const slipsOf = ({ near }: Chosen) => ({ allowed: near, used: false });

async function inView(
  source: Source,
  parameters: Record<string, string>,
  reader: Reader,
): Promise<RawBuilder<boolean>> {
  const { view, faults } = viewFromParameters(source.of, parameters, ['offset', 'limit']);
  if (faults.length > 0) throw new Refusal('view.faulty', {}, { faults });
  return sql`t.id in (${await viewIds(source, view, reader)})`;
}
