// Two people changed one record: what merges by itself, and what only a person can settle. Pure.

export type ClashField<Input> = keyof Input & string;

/** `wholes`: fields that say one thing together go by the name of the first. */
export type Meaning<Input> = {
  wholes: ClashField<Input>[][];
  /** What is equal where a field says the same, however it is written. */
  essenceOf(field: ClashField<Input>, value: unknown): unknown;
};

/** `fields`: those that both sides changed, and differently; the rest of `mine` is saved whatever is chosen. */
export type Clash<Input, Row extends Input> = {
  mine: Input;
  theirs: Row;
  fields: ClashField<Input>[];
  meaning: Meaning<Input>;
};

function partsOf<Input>({ wholes }: Meaning<Input>, field: ClashField<Input>): ClashField<Input>[] {
  return wholes.find((parts) => parts.includes(field)) ?? [field];
}

function picked<Input extends object>(from: Input, fields: ClashField<Input>[]): Input {
  return Object.fromEntries(
    fields.filter((field) => field in from).map((field) => [field, from[field]]),
  ) as Input;
}

/** `row`: as it was when the person began to write. Null where nobody else touched what is being saved. */
export function clashOf<Input extends object, Row extends Input>(
  row: Input,
  mine: Input,
  theirs: Row,
  meaning: Meaning<Input>,
): Clash<Input, Row> | null {
  const whole: Input = { ...row, ...mine };
  const essence = (of: Input, field: ClashField<Input>) =>
    JSON.stringify(meaning.essenceOf(field, of[field]));
  const differ = (one: Input, other: Input) => (field: ClashField<Input>) =>
    essence(one, field) !== essence(other, field);
  const parts = (field: ClashField<Input>) => partsOf(meaning, field);
  const changed = new Set(
    (Object.keys(mine) as ClashField<Input>[]).map((field) => parts(field)[0] ?? field),
  );
  const fields = [...changed].filter(
    (field) => parts(field).some(differ(row, theirs)) && parts(field).some(differ(whole, theirs)),
  );
  if (fields.length === 0) return null;
  return { mine: { ...mine, ...picked(whole, fields.flatMap(parts)) }, theirs, fields, meaning };
}

/** What is to be saved, and what is given up, where the colleague's is chosen for the fields `given`. */
export function settled<Input extends object, Row extends Input>(
  { mine, meaning }: Clash<Input, Row>,
  given: ClashField<Input>[],
): { kept: Input; lost: Input } {
  const lost = picked(
    mine,
    given.flatMap((field) => partsOf(meaning, field)),
  );
  const kept = picked(
    mine,
    (Object.keys(mine) as ClashField<Input>[]).filter((field) => !(field in lost)),
  );
  return { kept, lost };
}

/** The clash with only those of my words that were given up: what bringing them back asks about. */
export const reclaimed = <Input extends object, Row extends Input>(
  clash: Clash<Input, Row>,
  given: ClashField<Input>[],
): Clash<Input, Row> => ({ ...clash, mine: settled(clash, given).lost, fields: given });
