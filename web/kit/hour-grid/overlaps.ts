// Pure: things that overlap stand side by side; when there are too many of them the rest is counted, hour by hour.

/** Places on an axis. */
export type Lying = { key: string; from: number; to: number };
export type Laid = Lying & { column: number; columns: number };
/** Those for whom there was no room, from this place on. */
export type Left = { place: number; keys: string[] };

/** `most` columns; `step`: how long a stretch of the axis the left ones are counted by. */
export function sideBySide(
  things: Lying[],
  { most, step }: { most: number; step: number },
): { laid: Laid[]; left: Left[] } {
  const laid: Laid[] = [];
  const left = new Map<number, string[]>();
  for (const cluster of clustersOf(things)) {
    const { placed, over } = columnsOf(cluster, most);
    const columns = 1 + Math.max(...placed.map(({ column }) => column));
    for (const each of placed) laid.push({ ...each, columns });
    for (const { key, from } of over) {
      const place = Math.floor(from / step) * step;
      left.set(place, [...(left.get(place) ?? []), key]);
    }
  }
  return { laid, left: [...left].map(([place, keys]) => ({ place, keys })) };
}

/** Things that hang together, each with another that it overlaps, from top to bottom. */
function clustersOf(things: Lying[]): Lying[][] {
  const clusters: Lying[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const thing of [...things].sort((one, other) => one.from - other.from || other.to - one.to)) {
    if (thing.from >= end) clusters.push([]);
    clusters.at(-1)?.push(thing);
    end = Math.max(end, thing.to);
  }
  return clusters;
}

/** Each in the first column that is free where it begins. */
function columnsOf(cluster: Lying[], most: number) {
  const ends: number[] = [];
  const placed: (Lying & { column: number })[] = [];
  const over: Lying[] = [];
  for (const thing of cluster) {
    const free = ends.findIndex((end) => end <= thing.from);
    const column = free < 0 ? ends.length : free;
    if (column >= most) {
      over.push(thing);
      continue;
    }
    ends[column] = thing.to;
    placed.push({ ...thing, column });
  }
  return { placed, over };
}
