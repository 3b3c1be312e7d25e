// The reader of a view, from who asks and what the firm's clock says.
import type { Actor } from '../actor.ts';
import { dayIn } from '../clock.ts';
import type { Rows } from '../db/transaction.ts';
import type { Reader } from './source.ts';

/** By whole seconds: who asks the same within one of them asks it to the letter (db/joined-reads.ts). */
const wholeSecond = (moment: string) =>
  Temporal.Instant.from(moment).round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();

export function readerOf(rows: Rows, actor: Actor): Reader {
  const { timeZone } = actor;
  return {
    rows,
    actor,
    now: wholeSecond(rows.now),
    timeZone,
    today: dayIn(rows.now, timeZone),
    slips: { allowed: true, used: false },
  };
}
