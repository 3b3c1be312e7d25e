// What an operation did, in words: by its name, which is the request's, and by how many rows of each kind it changed.
import type { Operation } from '../../../contract/operations.ts';
import type { useWords } from '../../platform/texts.tsx';

type Words = Pick<ReturnType<typeof useWords>, 'say' | 'sayIfKnown'>;

export function operationText(words: Words, name: string): string {
  return words.sayIfKnown(`operation.${name}`) ?? words.say('operation.other');
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
