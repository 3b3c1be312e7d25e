// Pure: what a row adds to a client that is already there. Empty cells take nothing away; lists are united, texts of many lines grow.
import { fold } from '../../../contract/text/fold.ts';
import { readPhone } from '../../../contract/text/phone.ts';
import { phoneDigits } from '../../../contract/text/phone-digits.ts';
import { grown, united } from '../../../contract/text/unite.ts';
import { emailKey } from '../clients/index.ts';
import type { StagedClient } from './client-row.ts';

export type MergeRules = { overwrite: boolean; country: string };

/** A field before and after; `makes`: `after` is the name of what is made along. */
export type FieldChange = { field: string; before: unknown; after: unknown; makes: boolean };

/** `e164` stands in cards, where the number was read when it was written. */
type Entry = { value: string; note?: string; e164?: string | null };
type Values = Record<string, unknown>;

const textsOfLines = new Set(['notes', 'contactPersons']);

function entryKey(field: string, { value, e164 }: Entry, country: string): string {
  if (field === 'emails') return emailKey(value);
  const number = e164 === undefined ? readPhone(value, country).e164 : e164;
  return number ?? (phoneDigits(value) || fold(value));
}

function merged(field: string, now: unknown, given: unknown, rules: MergeRules): unknown {
  if (Array.isArray(given)) {
    const list = (now ?? []) as unknown[];
    if (field === 'phones' || field === 'emails')
      return united(list as Entry[], given as Entry[], (entry) => entryKey(field, entry, rules.country));
    return united(list as string[], given as string[], fold);
  }
  if (textsOfLines.has(field)) return grown(String(now ?? ''), String(given));
  const isEmpty = now === undefined || now === null || now === '';
  return isEmpty || rules.overwrite ? given : now;
}

/** The fields that change, with their new values. */
export function patchOf(now: Values, given: StagedClient, rules: MergeRules): StagedClient {
  const patch: Values = {};
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === '') continue;
    const after = merged(field, now[field], value, rules);
    if (after !== now[field]) patch[field] = after;
  }
  return patch as StagedClient;
}

const refFields = /^(?:group|status|type|origin|responsible|state|manager|client)Id$/;

/** A name that stands where an id will. */
export function isMade(field: string, value: unknown): boolean {
  return typeof value === 'string' && refFields.test(field);
}

/** The patch as people are shown it. */
export function changesOf(now: Values, patch: Values): FieldChange[] {
  return Object.entries(patch).map(([field, after]) => ({
    field,
    before: now[field] ?? null,
    after,
    makes: isMade(field, after),
  }));
}
