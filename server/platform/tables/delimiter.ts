// Which sign separates the cells of a CSV file, judged by its first records.

const CANDIDATES = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

const RECORDS_LOOKED_AT = 100;

/** Excel's own hint: a first line `sep=;`. */
const HINT = /^sep=([,;\t|])\r?\n/iu;

/** The hint's length is what a reader has to skip. */
export function delimiterHint(text: string): { delimiter: Delimiter; length: number } | null {
  const hint = HINT.exec(text);
  return hint ? { delimiter: hint[1] as Delimiter, length: hint[0].length } : null;
}

/** How often the sign stands outside quotes in each record. A quote opens only at the start of a cell. */
function countPerRecord(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let cellStart = true;
  for (const sign of text) {
    if (sign === '"' && (quoted || cellStart)) quoted = !quoted;
    cellStart = !quoted && (sign === delimiter || sign === '\n' || sign === '\r');
    if (quoted) continue;
    if (sign === delimiter) count += 1;
    if (sign !== '\n' && sign !== '\r') continue;
    if (sign === '\n' || count > 0) counts.push(count);
    count = 0;
    if (counts.length >= RECORDS_LOOKED_AT) return counts;
  }
  return count > 0 ? [...counts, count] : counts;
}

/** Records that have as many signs as the first one speak for it; more cells break a tie. */
function score(text: string, delimiter: string): number {
  const counts = countPerRecord(text, delimiter);
  const first = counts.find((count) => count > 0) ?? 0;
  if (first === 0) return 0;
  const filled = counts.filter((count) => count > 0);
  const agreeing = filled.filter((count) => count === first).length;
  return (
    (agreeing / Math.max(counts.length, 1)) ** 2 * (1 + Math.log(first)) + (counts[0] === first ? 0.5 : 0)
  );
}

/** The separator of a text's beginning; a comma when there is but one column. `fileName` settles doubt (`.tsv`). */
export function detectDelimiter(text: string, fileName = ''): Delimiter {
  const hint = delimiterHint(text);
  if (hint) return hint.delimiter;
  if (/\.tsv$/iu.test(fileName) && text.includes('\t')) return '\t';
  const scores = CANDIDATES.map((delimiter) => ({ delimiter, score: score(text, delimiter) }));
  return scores.reduce((left, right) => (right.score > left.score ? right : left)).delimiter;
}
