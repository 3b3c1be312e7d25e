// Pure: what two clients are as one. The server merges by it; the window shows by it beforehand what will be.
import { fold } from './text/fold.ts';
import { phoneDigits } from './text/phone-digits.ts';
import { grown, united } from './text/unite.ts';

/** Fields with one value: that of the one client or of the other. In the order of the card. */
export const singleFields = [
  'name',
  'fullName',
  'groupId',
  'line',
  'legalAddress',
  'actualAddress',
  'statusId',
  'typeId',
  'originId',
  'responsibleId',
  'contractNumber',
  'contractDate',
  'contractTill',
  'contractTerms',
  'inn',
  'kpp',
  'ogrn',
  'bank',
  'account',
  'bik',
  'correspondentAccount',
  'iban',
  'vat',
] as const;

/** Free texts: that of the one, that of the other, or both below each other. */
export const joinedFields = ['contactPersons', 'notes'] as const;

/** Lists: united, each entry once, without those that are dropped. */
export const listFields = ['phones', 'emails', 'sites', 'messengers', 'tags'] as const;

export type SingleField = (typeof singleFields)[number];
export type JoinedField = (typeof joinedFields)[number];
export type ListField = (typeof listFields)[number];

/** Whose value is taken: of the client that stays, of the one that goes, of both. */
export type Whose = 'stays' | 'goes' | 'both';

export type MergeChoice = {
  /** What is not chosen is the value that is there; where there are two, that of the client that stays. Texts are joined. */
  fields: Partial<Record<SingleField, 'stays' | 'goes'> & Record<JoinedField, Whose>>;
  /** Entries of lists that are left out, by their value. */
  without: Partial<Record<ListField, string[]>>;
};

type Phone = { value: string; note: string; shown: string; e164: string | null };
type Email = { value: string; note: string };
type Entry = string | { value: string };

/** As much of a client as merging asks for. */
export type Mergeable = Record<Exclude<SingleField, IdField | DayField>, string> &
  Record<IdField, number | null> &
  Record<DayField, string | null> &
  Record<JoinedField, string> & {
    phones: Phone[];
    emails: Email[];
    sites: string[];
    messengers: string[];
    tags: string[];
  };
type IdField = 'groupId' | 'statusId' | 'typeId' | 'originId' | 'responsibleId';
type DayField = 'contractDate' | 'contractTill';

const isEmpty = (value: unknown) => value === null || value === '';

/** Whose value a field gets. */
export function whoseIs(
  field: SingleField | JoinedField,
  { stays, goes }: Pair,
  chosen: MergeChoice['fields'],
): Whose {
  const given = chosen[field];
  if (given !== undefined) return given;
  if (isEmpty(goes[field])) return 'stays';
  if (isEmpty(stays[field])) return 'goes';
  return (joinedFields as readonly string[]).includes(field) ? 'both' : 'stays';
}

export type Pair = { stays: Mergeable; goes: Mergeable };

/** All fields of the client that the two become. */
export function mergedClient(pair: Pair, choice: MergeChoice): Mergeable {
  const { stays, goes } = pair;
  const merged: Record<string, unknown> = {};
  for (const field of [...singleFields, ...joinedFields]) {
    const whose = whoseIs(field, pair, choice.fields);
    merged[field] = whose === 'both' ? grown(String(stays[field]), String(goes[field])) : pair[whose][field];
  }
  const lists = unitedLists(stays, goes);
  for (const field of listFields) {
    const left = new Set(choice.without[field]);
    merged[field] = (lists[field] as Entry[]).filter((entry) => !left.has(entryValue(entry)));
  }
  return merged as Mergeable;
}

/** The lists of both, as they are before anything is left out. */
export function unitedLists(stays: Mergeable, goes: Mergeable): Pick<Mergeable, ListField> {
  return {
    phones: noted(united(stays.phones, goes.phones, phoneKey), goes.phones, phoneKey),
    emails: noted(united(stays.emails, goes.emails, emailKey), goes.emails, emailKey),
    sites: united(stays.sites, goes.sites, siteKey),
    messengers: united(stays.messengers, goes.messengers, fold),
    tags: united(stays.tags, goes.tags, fold),
  };
}

/** An entry of a list as it is named when it is left out. */
export const entryValue = (entry: Entry) => (typeof entry === 'string' ? entry : entry.value);

/** One number with two extensions is two telephones. */
function phoneKey({ value, e164, shown }: Phone): string {
  if (e164 === null) return phoneDigits(value) || fold(value);
  return `${e164}${/ #.*$/.exec(shown)?.[0] ?? ''}`;
}

const emailKey = ({ value }: Email) => value.trim().toLowerCase();

const siteKey = (site: string) =>
  fold(site)
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');

const longestNote = 200; // characters

/** Of an entry that both lists have, the notes of both stay. */
function noted<T extends { value: string; note: string }>(
  list: T[],
  theirs: T[],
  key: (entry: T) => string,
): T[] {
  const notes = new Map(theirs.map((entry) => [key(entry), entry.note]));
  return list.map((entry) => {
    const other = notes.get(key(entry)) ?? '';
    if (other === '' || fold(entry.note).includes(fold(other))) return entry;
    const note = entry.note === '' ? other : `${entry.note}, ${other}`;
    return note.length > longestNote ? entry : { ...entry, note };
  });
}
