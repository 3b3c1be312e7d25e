// What is chosen while two clients are merged: which of them stays, whose value each field takes, which entries of lists are left out.
import { useState } from 'react';
import type { Client } from '../../../contract/clients.ts';
import {
  type JoinedField,
  joinedFields,
  type ListField,
  listFields,
  type MergeChoice,
  mergedClient,
  type SingleField,
  unitedLists,
  type Whose,
  whoseIs,
} from '../../../contract/merge-clients.ts';
import { type ClientField, fieldLabels } from './field-words.ts';

export type ChoiceField = SingleField | JoinedField;
/** The client by its id, or both. */
export type Source = number | 'both';

type Chosen = {
  stays: number;
  fields: Partial<Record<ChoiceField, Source>>;
  dropped: Partial<Record<ListField, string[]>>;
};

const allFields = Object.keys(fieldLabels) as ClientField[];

export const isList = (field: ClientField): field is ListField =>
  (listFields as readonly string[]).includes(field);
export const isJoined = (field: ClientField): field is JoinedField =>
  (joinedFields as readonly string[]).includes(field);

/** Whether the first may stay and the second go. */
export const mayMerge = (stays: Client, goes: Client) =>
  stays.can.change && goes.can.change && goes.can.delete;

const isEmpty = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** `pair`: the one that stays at first, unless only the other may. */
export function useMerge([one, other]: [Client, Client]) {
  const first = mayMerge(one, other) || !mayMerge(other, one) ? one.id : other.id;
  const [chosen, choose] = useState<Chosen>({ stays: first, fields: {}, dropped: {} });
  const [stays, goes] = chosen.stays === one.id ? [one, other] : [other, one];
  const pair = { stays, goes };
  const choice: MergeChoice = {
    fields: Object.fromEntries(
      Object.entries(chosen.fields).map(([field, source]) => [field, whoseOf(source, stays.id)]),
    ),
    without: chosen.dropped,
  };
  const lists = unitedLists(stays, goes);
  const isListSame = (field: ListField) =>
    lists[field].length === stays[field].length &&
    lists[field].length === goes[field].length &&
    isSame(lists[field], stays[field]);
  const filled = allFields.filter((field) => !isEmpty(one[field]) || !isEmpty(other[field]));
  const same = filled.filter((field) =>
    isList(field) ? isListSame(field) : isSame(one[field], other[field]),
  );
  const differing = filled.filter((field) => !same.includes(field));
  return {
    stays,
    goes,
    choice,
    lists,
    result: mergedClient(pair, choice),
    same,
    /** Both have something, and something else. */
    clashing: differing.filter((field) => !isEmpty(one[field]) && !isEmpty(other[field])),
    onlyOne: differing.filter((field) => isEmpty(one[field]) || isEmpty(other[field])),
    sourceOf: (field: ChoiceField): Source => {
      const whose = whoseIs(field, pair, choice.fields);
      return whose === 'both' ? 'both' : pair[whose].id;
    },
    isDropped: (field: ListField, value: string) => chosen.dropped[field]?.includes(value) ?? false,
    setStays: (id: number) => choose((now) => ({ ...now, stays: id })),
    take: (field: ChoiceField, source: Source) =>
      choose((now) => ({ ...now, fields: { ...now.fields, [field]: source } })),
    toggle: (field: ListField, value: string) =>
      choose((now) => ({ ...now, dropped: toggled(now.dropped, field, value) })),
  };
}

export type Merge = ReturnType<typeof useMerge>;

const whoseOf = (source: Source, staysId: number): Whose =>
  source === 'both' ? 'both' : source === staysId ? 'stays' : 'goes';

function toggled(dropped: Chosen['dropped'], field: ListField, value: string): Chosen['dropped'] {
  const now = dropped[field] ?? [];
  return {
    ...dropped,
    [field]: now.includes(value) ? now.filter((each) => each !== value) : [...now, value],
  };
}
