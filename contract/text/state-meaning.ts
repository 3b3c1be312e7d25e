// What a state of tasks means for the work, by its name; for states that come with a table.
import type { Meaning } from '../directories.ts';
import { fold } from './fold.ts';

const stillOpen = /^(?:не|not|un|in)\P{L}?(?:\s|complete|finish|done)/u;
const doneWords =
  /выполн|заверш|сделан|закрыт|готов|реализован|выигран|done|complete|closed|finished|\bwon\b/u;
const cancelledWords = /отмен|отказ|не ?реализован|проигран|потерян|упущен|cancel|reject|\blost\b/u;

export function meaningOf(name: string): Meaning {
  const folded = fold(name);
  if (stillOpen.test(folded)) return 'open';
  if (cancelledWords.test(folded)) return 'cancelled';
  return doneWords.test(folded) ? 'done' : 'open';
}
