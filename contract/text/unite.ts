// How what two records say of one thing is put together: nothing is said twice, nothing is lost. Pure.

/** The first list, then whatever of the second is not in it by its key. */
export function united<T>(now: T[], more: T[], key: (each: T) => string): T[] {
  const known = new Set(now.map(key));
  const added: T[] = [];
  for (const each of more) {
    if (known.has(key(each))) continue;
    known.add(key(each));
    added.push(each);
  }
  return added.length === 0 ? now : [...now, ...added];
}

/** The first text, then the lines of the second that are not in it. */
export function grown(now: string, given: string): string {
  const known = new Set(now.split('\n').map((line) => line.trim()));
  const added = given.split('\n').filter((line) => !known.has(line.trim()));
  return added.length === 0 ? now : [now, ...added].filter((text) => text !== '').join('\n');
}

/** Both texts, each whole and as it is; one that stands in the other already is not said twice. */
export function bothTexts(now: string, given: string): string {
  const lines = (text: string) => `\n${text.trim()}\n`;
  if (lines(now).includes(lines(given)) || given.trim() === '') return now;
  if (lines(given).includes(lines(now)) || now.trim() === '') return given;
  return `${now.trimEnd()}\n${given}`;
}
