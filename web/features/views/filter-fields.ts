// What a filter can be set by: a page declares its fields; chips, the picker and the words of the view come from here.
import { isDay } from '../../../contract/kit/interval.ts';
import type { Condition } from '../../../contract/kit/view.ts';
import type { ViewFault } from '../../../contract/kit/view-url.ts';
import type { PickOption, PickSearch } from '../../kit/fields/use-pick-options.ts';
import { fieldName } from '../../platform/refusal-text.ts';
import type { Say, useWords } from '../../platform/texts.tsx';

export type PickedField = {
  field: string;
  title: string;
  /** Values to pick from, groups among them. */
  search: PickSearch;
  /** The name of a value: an id, `g5`, `me`, `yes`. */
  nameOf(value: string): string;
  /** False: nothing of the kind has this id. */
  knows?(value: string): boolean;
};

/** A field whose values are not picked; `given`: it can be looked at and taken off, nothing more. */
export type WrittenField = { field: string; title: string; by: 'text' | 'days' | 'given' };

export type FilterField = PickedField | WrittenField;

/** The field as the condition asks for it: «Состояние», «Состояние, кроме». */
export function conditionTitle(condition: Condition | undefined, { title }: FilterField, say: Say): string {
  return condition?.op === 'notIn' ? say('view.not', { title }) : title;
}

/** The values of the condition in words: «выполнена, отменена», «пусто». */
export function conditionWords(
  condition: Condition,
  field: FilterField,
  say: Say,
  sayDay: (day: string) => string,
): string {
  switch (condition.op) {
    case 'in':
    case 'notIn':
      return condition.values.map((value) => ('by' in field ? value : field.nameOf(value))).join(', ');
    case 'empty':
      return say('view.empty');
    case 'filled':
      return say('view.filled');
    case 'contains':
      return say('view.quoted', { text: condition.text });
    case 'starts':
      return say('view.quoted', { text: `${condition.text}…` });
    case 'range':
      return rangeWords(condition, sayDay);
  }
}

function rangeWords(
  { from, to }: { from: string | null; to: string | null },
  sayDay: (day: string) => string,
) {
  const [first, last] = [from, to].map((bound) => (bound !== null && isDay(bound) ? sayDay(bound) : bound));
  return from === to ? (first ?? '') : `${first ?? '…'} – ${last ?? '…'}`;
}

/** Conditions that name what there is not: the list shows nothing for them, and it is said why. */
export function unknownValues(where: Condition[], fields: FilterField[]): ViewFault[] {
  return where.flatMap((condition) => {
    const field = fields.find((each) => each.field === condition.field);
    if (!('values' in condition) || !field || 'by' in field || !field.knows) return [];
    const known = condition.values.every((value) => field.knows?.(value));
    return known ? [] : [{ path: `f.${condition.field}`, code: 'view.noSuchValue' as const }];
  });
}

/** What the values of a condition look like in the picker. */
export function optionsOf(condition: Condition | undefined, field: PickedField): PickOption[] {
  const values = condition?.op === 'in' || condition?.op === 'notIn' ? condition.values : [];
  return values.map((value) => ({ value, label: field.nameOf(value), isGroup: /^g\d/.test(value) }));
}

/** The field of a condition; one that only an address can name is shown too: nothing narrows a list unseen. */
export function fieldOf(
  condition: Condition,
  fields: FilterField[],
  words: Pick<ReturnType<typeof useWords>, 'say' | 'sayIfKnown'>,
): FilterField {
  const { field, op } = condition;
  const known = fields.find((each) => each.field === field);
  return (
    known ?? {
      field,
      title: fieldName(words, `f.${field}`),
      by: op === 'contains' || op === 'starts' ? 'text' : 'given',
    }
  );
}
