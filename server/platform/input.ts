// From a schema's issues to faults with codes and paths: all of them at once, none as a sentence.
import type { z } from 'zod';
import type { Fault } from '../../contract/kit/refusal.ts';
import { refuseFields } from './refusals.ts';

/** The input as the schema reads it. Refuses `input.faulty` with every fault by path. */
export function readInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const read = tryInput(schema, input);
  return 'faults' in read ? refuseFields(read.faults) : read.data;
}

/** The input as the schema reads it, or every fault by path: for rows of which some may be faulty. */
export function tryInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
): { data: z.output<S> } | { faults: Fault[] } {
  const read = schema.safeParse(input, { reportInput: true });
  const faults = read.success ? [] : read.error.issues.flatMap(faultsOf);
  const known = new Set(faults.map(({ path }) => path));
  const unstorable = textFaults(input, []).filter(({ path }) => !known.has(path));
  if (read.success && unstorable.length === 0) return { data: read.data };
  return { faults: [...faults, ...unstorable] };
}

/** No input of the contract is nested half as deep. */
const deepest = 20; // levels

/** Texts that no database can hold, wherever they stand and whatever the schema says of them: NUL and halves of characters. */
function textFaults(value: unknown, path: string[]): Fault[] {
  if (typeof value === 'string') return textFault(value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (path.length > deepest) return [{ path: path.join('.'), code: 'fault.format' }];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...textFault(key, path),
    ...textFaults(inner, [...path, key]),
  ]);
}

function textFault(text: string, path: string[]): Fault[] {
  if (text.includes('\u0000')) return [{ path: path.join('.'), code: 'fault.nulByte' }];
  return text.isWellFormed() ? [] : [{ path: path.join('.'), code: 'fault.malformedText' }];
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue): Fault[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: 'fault.unknownKey' }));
  if (issue.code === 'invalid_union')
    return likeliestOf(issue.errors).flatMap((inner) =>
      faultsOf({ ...inner, path: [...issue.path, ...inner.path] }),
    );
  return [{ path, ...codeOf(issue) }];
}

/** Of several shapes that an input could have had, the one with the least wrong in it is meant. */
function likeliestOf(shapes: Issue[][]): Issue[] {
  return shapes.reduce((best, shape) => (weight(shape) < weight(best) ? shape : best), shapes[0] ?? []);
}

function weight(issues: Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' || issue.input === undefined ? 3 : 1),
    0,
  );
}

function codeOf(issue: Issue): Pick<Fault, 'code' | 'params'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'fault.required' : 'fault.type' };
    case 'too_big':
      return sized(issue.origin, { long: 'fault.tooLong', big: 'fault.tooBig' }, Number(issue.maximum));
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return { code: 'fault.required' };
      return sized(issue.origin, { long: 'fault.tooShort', big: 'fault.tooSmall' }, Number(issue.minimum));
    case 'invalid_value':
      return { code: issue.input === undefined ? 'fault.required' : 'fault.choice' };
    case 'custom':
      return { code: String(issue.params?.code ?? 'fault.format') };
    default:
      return { code: 'fault.format' };
  }
}

function sized(origin: string, codes: { long: string; big: string }, limit: number) {
  const counted = origin === 'string' || origin === 'array';
  return { code: counted ? codes.long : codes.big, params: { limit } };
}
