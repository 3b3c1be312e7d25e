// Small cards that two people write at once: what a colleague has made of a field is shown below it before one's own goes over it.

/** Of the fields to be saved those that somebody else has changed since writing began, and to something else. `base`: as it was then. */
export function changedMeanwhile<Fields extends object>(
  base: Fields,
  now: Fields,
  set: Partial<Fields>,
): (keyof Fields & string)[] {
  const names = Object.keys(set) as (keyof Fields & string)[];
  return names.filter((name) => now[name] !== base[name] && now[name] !== set[name]);
}
