// Two people changed one task: what merges by itself, and what only a person can settle. Pure.
import type { Task, TaskInput, TaskRow } from '../../../contract/tasks.ts';

export type ClashField = keyof TaskInput;

/** `fields`: those that both sides changed, and differently; the rest of `mine` is saved whatever is chosen. */
export type Clash = { row: TaskRow; mine: TaskInput; theirs: Task; fields: ClashField[] };

/** Fields that say one thing together go by the name of the first. */
const together: ClashField[][] = [['at', 'hasTime']];

const partsOf = (field: ClashField): ClashField[] =>
  together.find((parts) => parts.includes(field)) ?? [field];

/** A moment is the same however it is written. */
function comparable(field: ClashField, value: unknown): unknown {
  const isMoment = (field === 'at' || field === 'deadline') && typeof value === 'string';
  return isMoment ? Date.parse(value) : JSON.stringify(value);
}

function picked(from: TaskInput, fields: ClashField[]): TaskInput {
  return Object.fromEntries(fields.filter((field) => field in from).map((field) => [field, from[field]]));
}

/** Null where nobody else touched what is being saved. */
export function clashOf(row: TaskRow, mine: TaskInput, theirs: Task): Clash | null {
  const whole: TaskInput = { ...row, ...mine };
  const differ = (one: TaskInput, other: TaskInput) => (field: ClashField) =>
    comparable(field, one[field]) !== comparable(field, other[field]);
  const changed = new Set((Object.keys(mine) as ClashField[]).map((field) => partsOf(field)[0] ?? field));
  const fields = [...changed].filter(
    (field) => partsOf(field).some(differ(row, theirs)) && partsOf(field).some(differ(whole, theirs)),
  );
  if (fields.length === 0) return null;
  return { row, mine: { ...mine, ...picked(whole, fields.flatMap(partsOf)) }, theirs, fields };
}

/** What is to be saved, and what is given up, where the colleague's is chosen for the fields `given`. */
export function settled({ mine }: Clash, given: ClashField[]): { kept: TaskInput; lost: TaskInput } {
  const lost = picked(mine, given.flatMap(partsOf));
  const kept = picked(
    mine,
    (Object.keys(mine) as ClashField[]).filter((field) => !(field in lost)),
  );
  return { kept, lost };
}

/** The clash with only those of my words that were given up: what bringing them back asks about. */
export const reclaimed = (clash: Clash, given: ClashField[]): Clash => ({
  ...clash,
  mine: settled(clash, given).lost,
  fields: given,
});

/** What was written in words. */
export const wordsOf = ({ description, results }: TaskInput): string =>
  [description, results].filter(Boolean).join('\n');
