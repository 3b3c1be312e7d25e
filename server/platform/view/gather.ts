// Whether a page is found by walking an index in its order until enough rows fit, and whether that may take long.
import { type RawBuilder, sql } from '../db/sql.ts';
import type { Rows } from '../db/transaction.ts';

type Node = {
  'Node Type': string;
  'Plan Rows': number;
  'Join Type'?: string;
  Filter?: string;
  'Join Filter'?: string;
  Plans?: Node[];
};

/** So many rows are gathered and sorted as fast as one page may take. */
const fewRows = 20_000;
/** Where they lie together in time: such as end, or were set, in one month stand at one end of all, so that a walk meets them late. */
const rowsTogether = 150_000;

/**
 * True where the planner means to walk past rows that do not fit, though those that do are few: it takes them to lie evenly, and reads
 * nearly all rows where they lie at the end or are none. `ids` has a limit.
 */
export async function isLongWalk(
  rows: Rows,
  ids: RawBuilder<unknown>,
  { together }: { together: boolean },
): Promise<boolean> {
  const answer = await rows.one(sql<{ 'QUERY PLAN': [{ Plan: Node }] }>`explain (format json) ${ids}`);
  const chain = outerChain(answer?.['QUERY PLAN'][0].Plan);
  const all = chain[chain.findLastIndex((node) => node['Node Type'] === 'Limit') + 1];
  if (!all || chain.some((node) => node['Node Type'] === 'Sort')) return false;
  return all['Plan Rows'] <= (together ? rowsTogether : fewRows) && chain.some(passesBy);
}

/** The node and what feeds it first, down to the table. */
function outerChain(node: Node | undefined): Node[] {
  return node ? [node, ...outerChain(node.Plans?.[0])] : [];
}

const passesBy = (node: Node) =>
  node.Filter !== undefined ||
  node['Join Filter'] !== undefined ||
  (node['Join Type'] !== undefined && node['Join Type'] !== 'Left');
