// Fields before and after as people read them: names for ids, dates for instants; what is kept only for search is left out.
import { useCallback } from 'react';
import { type Format, useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { References } from '../../platform/references.ts';
import { useRepeatWords } from '../../platform/repeat-words.ts';
import { useWords } from '../../platform/texts.tsx';
import { itemText } from './item-text.ts';

export type FieldChange = { name: string; before: string; after: string };

type Raw = { field: string; before: unknown; after: unknown };
type Words = ReturnType<typeof useWords>;
type Given = {
  words: Words;
  format: Format;
  references: References;
  tints: Record<string, string>;
  repeats(rule: string): string;
};

const personFields = ['managerId', 'responsibleId', 'authorId'];
const entryFields = ['stateId', 'typeId', 'statusId', 'originId'];
const groupFields = ['groupId', 'parentId'];
const momentForm = /^\d{4}-\d\d-\d\dT/;
const dayForm = /^\d{4}-\d\d-\d\d$/;

/** `kind`: fields of the same name mean different things in different records. */
export function useFieldChanges(references: References): (fields: Raw[], kind?: string) => FieldChange[] {
  const words = useWords();
  const format = useFormat();
  const { tints } = useKitLabels();
  const repeats = useRepeatWords();
  return useCallback(
    (fields, kind) => {
      const given = { words, format, references, tints, repeats };
      return fields.flatMap(({ field, before, after }) => {
        const name = fieldName(words, field, kind);
        return name ? [{ name, before: shown(given, field, before), after: shown(given, field, after) }] : [];
      });
    },
    [words, format, references, tints, repeats],
  );
}

function fieldName({ sayIfKnown }: Words, field: string, kind: string | undefined): string | undefined {
  if (field === 'day') return undefined;
  return sayIfKnown(`field.${kind}.${field}`) ?? sayIfKnown(`field.${field}`);
}

function shown({ words, format, references, tints, repeats }: Given, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (personFields.includes(field)) return references.personName(Number(value));
  if (entryFields.includes(field)) return references.entryName(Number(value));
  if (groupFields.includes(field)) return references.groupPath(Number(value));
  if (field === 'meaning') return words.sayIfKnown(`meaning.${value}`) ?? String(value);
  if (field === 'status') return words.sayIfKnown(`person.status.${value}`) ?? String(value);
  if (field === 'repeat') return repeats(String(value));
  if (field === 'tint') return tints[String(value)] ?? String(value);
  if (typeof value === 'boolean') return words.say(value ? 'view.yes' : 'view.no');
  if (Array.isArray(value)) return value.map(itemText).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  if (momentForm.test(text)) return format.moment(text, field !== 'at' || !format.isPlanDay(text));
  return dayForm.test(text) ? format.day(text) : text;
}
