// Whether a page can be planned once for all its values: planning costs as much as reading it.
import { type RightKind, rightKinds } from '../../../contract/kit/rights.ts';
import type { Condition, View } from '../../../contract/kit/view.ts';
import { levelOf } from '../actor.ts';
import type { Reader, Source, Window } from './source.ts';

/** A limit that stands in the text of a statement, so that its plan knows it; others are few enough to be planned each time. */
const usualLimits = new Set([20, 50, 100, 200, 500, 1000]);

/**
 * True for the first page of all rows, or of those with one value in one or two fields, by the interval's moment: an index gives them
 * in order, whatever the values. Anything else is planned for its very values: a search, many values, rights that narrow.
 */
export function isSteady(source: Source, view: View, reader: Reader, { offset, limit }: Window): boolean {
  const [sort = source.defaultSort[0], ...more] = view.sort;
  return (
    source.steady !== undefined &&
    offset === 0 &&
    usualLimits.has(limit) &&
    sort?.field === source.defaultSort[0]?.field &&
    more.length === 0 &&
    isPlainInterval(view) &&
    view.text.trim() === '' &&
    Object.keys(view.search).length === 0 &&
    view.where.length <= 2 &&
    view.where.every((condition) => source.steady?.includes(condition.field) && isOneValue(condition)) &&
    seesAll(source, reader)
  );
}

function isPlainInterval({ interval }: View): boolean {
  return !interval || !('preset' in interval) || !['overdue', 'undated'].includes(interval.preset);
}

function isOneValue(condition: Condition): boolean {
  return condition.op === 'in' && condition.values.length === 1 && !condition.values[0]?.startsWith('g');
}

function seesAll({ of }: Source, { actor }: Reader): boolean {
  const kind = rightKinds.find((known): known is RightKind => known === of);
  return kind !== undefined && levelOf(actor, kind, 'view') === 'all';
}
