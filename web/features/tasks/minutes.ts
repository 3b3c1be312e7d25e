// How long a task takes, as it is typed: whole minutes, a month at most.

export const minutesRange = { least: 1, most: 44_640 };

/** Null: nothing typed; undefined: no such number of minutes. */
export function readMinutes(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const read = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  return read >= minutesRange.least && read <= minutesRange.most ? read : undefined;
}
