// A refusal in words: by its code, with its figures; an unknown one by what it is at least.
import type { Fault } from '../../contract/kit/refusal.ts';
import { NotComeError } from '../kit/late/come.ts';
import type { TextId } from '../texts/ids.ts';
import { RefusedError, UnreachedError } from './api.ts';
import type { useWords } from './texts.tsx';

type Words = Pick<ReturnType<typeof useWords>, 'say' | 'sayIfKnown'>;

/** What to say of an error that a request ended with. */
export function refusalText(words: Words, error: unknown): string {
  if (error instanceof UnreachedError) return words.say('refusal.unreached');
  if (error instanceof NotComeError) return words.say('fault.notCome');
  if (!(error instanceof RefusedError)) return words.say('refusal.server.fault', { id: '' });
  const { code, params, faults, requestId } = error.refusal;
  const [fault] = faults;
  if ((code === 'input.faulty' || code === 'view.faulty') && fault)
    return `${fieldName(words, fault.path)}: ${faultText(words, fault)}`;
  return (
    words.sayIfKnown(`refusal.${code}`, { ...asValues(params), id: requestId }) ??
    words.say('refusal.server.fault', { id: requestId })
  );
}

/** What to say beside one field. */
export function faultText(words: Words, { code, params }: Fault): string {
  return words.sayIfKnown(`refusal.${code}`, asValues(params ?? {})) ?? words.say('refusal.fault.format');
}

/** The words beside the fields of a form, by path. */
export function faultsByPath(words: Words, error: unknown): Record<string, string> {
  if (!(error instanceof RefusedError)) return {};
  return Object.fromEntries(
    error.refusal.faults.map((fault) => [fault.path.replace(/^(set|next)\./, ''), faultText(words, fault)]),
  );
}

/** Parameters of a view that are no field. */
const viewParts: Record<string, TextId> = {
  d: 'interval.label',
  sort: 'view.sort',
  q: 'view.textSearch',
  cols: 'kit.columns',
  n: 'view.pageSize',
  'f.open': 'task.isOpen',
  'f.group': 'field.groupId',
  by: 'calendar.shade',
  span: 'hours.span',
  who: 'journal.who',
};

/** What people call the field of a form, or the parameter of a view, at this path. */
export function fieldName(words: Words, path: string): string {
  const part = viewParts[path];
  if (part) return words.say(part);
  const last = path.replace(/^(set|next|f|s)\./, '').split('.')[0] ?? path;
  return words.sayIfKnown(`field.${last}`) ?? words.sayIfKnown(`field.${last}Id`) ?? path;
}

function asValues(params: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? String(value) : (value as string | number),
    ]),
  );
}
