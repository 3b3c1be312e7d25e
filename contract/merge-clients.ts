// Pure: what two clients are as one. The server merges by it; the window shows by it beforehand what will be.
import { fold } from './text/fold.ts';
import { phoneDigits } from './text/phone-digits.ts';
import { bothTexts, united } from './text/unite.ts';

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
/** Every field of the card is one of these: clients.ts does not compile with one that is none. */
export type MergedField = SingleField | JoinedField | ListField;

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
    merged[field] =
      whose === 'both' ? bothTexts(String(stays[field]), String(goes[field])) : pair[whose][field];
  }
  const lists = unitedLists(stays, goes);
  for (const field of listFields) {
    const left = new Set(choice.without[field]);
    merged[field] = (lists[field] as Entry[]).filter((entry) => !left.has(entryValue(entry)));
  }
  return merged as Mergeable;
}

/** The lists of both, each entry once, as they are before anything is left out. */
export function unitedLists(stays: Mergeable, goes: Mergeable): Pick<Mergeable, ListField> {
  const once = (field: 'sites' | 'messengers' | 'tags', key: (text: string) => string) =>
    united([], [...stays[field], ...goes[field]], key);
  return {
    phones: unitedEntries([...stays.phones, ...goes.phones], phoneKey),
    emails: unitedEntries([...stays.emails, ...goes.emails], emailKey),
    sites: once('sites', siteKey),
    messengers: once('messengers', fold),
    tags: once('tags', fold),
  };
}

/** An entry of a list as it is named when it is left out. */
export const entryValue = (entry: Entry) => (typeof entry === 'string' ? entry : entry.value);

/** One number with two extensions is two telephones. */
function phoneKey({ value, e164, shown }: Phone): string {
  // Words in it say whose number it is: «склад 12» is not «магазин 12».
  if (e164 === null) return (/\p{L}/u.test(value) ? '' : phoneDigits(value)) || fold(value);
  return `${e164}${/ #.*$/.exec(shown)?.[0] ?? ''}`;
}

const emailKey = ({ value }: Email) => value.trim().toLowerCase();

/** The host in any letters; what follows it is another page in other letters. */
function siteKey(site: string): string {
  const [, host = '', rest = ''] = /^(?:https?:\/\/)?(?:www\.)?([^/]*)(.*)$/i.exec(site.trim()) ?? [];
  return fold(host) + rest.replace(/\/$/, '');
}

const longestNote = 200; // characters

/** Entries of one key are the first of them with the notes of all; one whose note has no room there stays by itself. */
function unitedEntries<T extends { note: string }>(all: T[], key: (entry: T) => string): T[] {
  const found = new Map<string, T>();
  for (const entry of all) {
    const known = found.get(key(entry));
    const note = known ? bothNotes(known.note, entry.note) : entry.note;
    if (note.length > longestNote) found.set(`${key(entry)} ${found.size}`, entry);
    else found.set(key(entry), { ...(known ?? entry), note });
  }
  return [...found.values()];
}

function bothNotes(known: string, more: string): string {
  if (fold(known).includes(fold(more))) return known;
  return known === '' ? more : `${known}, ${more}`;
}
