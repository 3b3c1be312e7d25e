// What a filter can be set by: a page declares its fields; chips, the picker and the words of the view come from here.
import type { Condition } from '../../../contract/kit/view.ts';
import type { PickOption, PickSearch } from '../../kit/fields/use-pick-options.ts';
import type { Say } from '../../platform/texts.tsx';

export type FilterField = {
  field: string;
  title: string;
  /** Values to pick from, groups among them. */
  search: PickSearch;
  /** The name of a value: an id, `g5`, `me`, `yes`. */
  nameOf(value: string): string;
};

/** The field as the condition asks for it: «Состояние», «Состояние, кроме». */
export function conditionTitle(condition: Condition | undefined, { title }: FilterField, say: Say): string {
  return condition?.op === 'notIn' ? say('view.not', { title }) : title;
}

/** The values of the condition in words: «выполнена, отменена», «пусто». */
export function conditionWords(condition: Condition, field: FilterField, say: Say): string {
  switch (condition.op) {
    case 'in':
    case 'notIn':
      return condition.values.map(field.nameOf).join(', ');
    case 'empty':
      return say('view.empty');
    case 'filled':
      return say('view.filled');
    case 'contains':
    case 'starts':
      return `«${condition.text}»`;
    case 'range':
      return `${condition.from ?? '…'} – ${condition.to ?? '…'}`;
  }
}

/** What the values of a condition look like in the picker. */
export function optionsOf(condition: Condition | undefined, field: FilterField): PickOption[] {
  const values = condition?.op === 'in' || condition?.op === 'notIn' ? condition.values : [];
  return values.map((value) => ({ value, label: field.nameOf(value), isGroup: /^g\d/.test(value) }));
}
