// What an operation did, in words: the deed by the name of its request, the record it touched, how many rows of each kind it changed.

import type { Change, Operation } from '../../../contract/operations.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import type { useWords } from '../../platform/texts.tsx';

type Words = Pick<ReturnType<typeof useWords>, 'say' | 'sayIfKnown' | 'locale'>;
type Reverses = Pick<Change, 'name' | 'reverses'>;

/** «удалена задача», of many «удалены задачи»; what a name is not known for is "a change". */
function deedText({ say, sayIfKnown }: Words, name: string, count: number): string {
  return sayIfKnown(`operation.${name}`, { count }) ?? say('operation.other');
}

/** An undo says what it took back, a redo what was done again. */
function withReversal(words: Words, { name, reverses }: Reverses, text: (name: string) => string): string {
  if (reverses === null) return text(name);
  return words.say(reverses.again ? 'journal.redoOf' : 'journal.undoOf', { what: text(reverses.name) });
}

/** One change of one record, in its own history. */
export function changeText(words: Words, change: Reverses): string {
  return withReversal(words, change, (name) => deedText(words, name, 1));
}

/** «изменена задача № 12: позвонить», «отменено: добавлен клиент «Гранит»». */
export function operationText(words: Words, operation: Operation): string {
  const subject = subjectText(words, operation);
  return withReversal(
    words,
    operation,
    (name) =>
      mergedText(words, name, operation) ??
      [deedText(words, name, countOf(operation, name)), subject].filter(Boolean).join(' '),
  );
}

/** What became one is called by the record that stays, which is touched first; an undo begins with the one that comes back. */
function mergedText({ sayIfKnown }: Words, name: string, { first, reverses }: Operation): string | undefined {
  if (!first?.title || reverses?.again === false) return undefined;
  return sayIfKnown(`operation.${name}.into`, { title: first.title });
}

/** How many records the words are about: those of the kind that the request is of, where it touched any. */
function countOf({ rows }: Operation, name: string): number {
  const own = rows.find(({ kind }) => name.startsWith(`${kind}.`));
  return own?.count ?? rows.reduce((sum, { count }) => sum + count, 0);
}

/** The record that was touched, where it was one. */
function subjectText({ say, sayIfKnown, locale }: Words, { name, reverses, first, rows }: Operation): string {
  // A table is not called by the one record that came of it.
  if ((reverses?.name ?? name).startsWith('imports.')) return '';
  if (first === null || first.kind === 'firm' || !sayIfKnown(`kind.${first.kind}`)) return '';
  if (rows.find(({ kind }) => kind === first.kind)?.count !== 1) return '';
  const number = numbered(first.id, locale);
  const title = first.title?.split('\n')[0]?.trim();
  if (first.kind === 'tasks') return title ? `${number}: ${title}` : number;
  return title ? say('journal.named', { title }) : number;
}

/** «12 задач, 3 клиента»; nothing where the words say it already: one row of one kind. */
export function countsText(words: Words, rows: Operation['rows']): string {
  if (rows.length === 1 && rows[0]?.count === 1) return '';
  return rows
    .map(
      ({ kind, count }) => words.sayIfKnown(`rows.${kind}`, { count }) ?? words.say('rows.other', { count }),
    )
    .join(', ');
}
