// Pure: from what was typed into a card to the columns that are kept, normal forms included.
import type { ClientInput } from '../../../contract/clients.ts';
import { companyKey } from '../../../contract/text/legal-form.ts';
import { readPhone } from '../../../contract/text/phone.ts';
import { phoneDigits } from '../../../contract/text/phone-digits.ts';
/** Field of the contract → column; json and normal forms are made by `clientColumns`. */
export const plainColumns = {
  name: 'name',
  fullName: 'full_name',
  groupId: 'group_id',
  line: 'line',
  legalAddress: 'legal_address',
  actualAddress: 'actual_address',
  sites: 'sites',
  messengers: 'messengers',
  statusId: 'status_id',
  typeId: 'type_id',
  originId: 'origin_id',
  responsibleId: 'responsible_id',
  contactPersons: 'contact_persons',
  notes: 'notes',
  contractNumber: 'contract_number',
  contractDate: 'contract_date',
  contractTill: 'contract_till',
  contractTerms: 'contract_terms',
  inn: 'inn',
  kpp: 'kpp',
  ogrn: 'ogrn',
  account: 'account',
  bank: 'bank',
  bik: 'bik',
  correspondentAccount: 'correspondent_account',
  iban: 'iban',
  vat: 'vat',
  tags: 'tags',
} as const satisfies Partial<Record<keyof ClientInput, string>>;

/** Numbers that people group by spaces and banks do not. */
const compact = ['inn', 'kpp', 'ogrn', 'account', 'bik', 'correspondentAccount', 'iban', 'vat'] as const;

/** Equal names are looked for from here on: a key of two letters would match half the base. */
export const nameKeyFrom = 3; // characters

/** Folding can lengthen a name many times; an index holds no key above 2,700 bytes. */
const keyAtMost = 500; // characters

/** Columns and values for the fields that were given. `country`: ISO 3166 code that phones without one belong to. */
export function clientColumns(input: ClientInput, country: string): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(plainColumns)) {
    const value = input[field as keyof typeof plainColumns];
    if (value !== undefined) columns[column] = value;
  }
  for (const field of compact)
    if (input[field] !== undefined) columns[plainColumns[field]] = input[field].replace(/\s+/g, '');
  if (input.name !== undefined) columns.name_key = companyKey(input.name).slice(0, keyAtMost).toWellFormed();
  if (input.phones) Object.assign(columns, phoneColumns(input.phones, country));
  if (input.emails) Object.assign(columns, emailColumns(input.emails));
  return columns;
}

type Entry = { value: string; note?: string };

function phoneColumns(phones: Entry[], country: string) {
  const known = phones
    .filter(({ value }) => value !== '')
    .map(({ value, note = '' }) => {
      const { e164, valid, shown, extension } = readPhone(value, country);
      return { value, note, e164, valid, shown: extension ? `${shown} #${extension}` : shown };
    });
  return {
    phones: JSON.stringify(known),
    phone_keys: [...new Set(known.flatMap(({ e164 }) => e164 ?? []))],
    phone_digits: known
      .map(({ value, e164 }) => `${phoneDigits(e164 ?? '')} ${phoneDigits(value)}`)
      .join(' '),
  };
}

function emailColumns(emails: Entry[]) {
  const known = emails.filter(({ value }) => value !== '').map(({ value, note = '' }) => ({ value, note }));
  const keys = [...new Set(known.map(({ value }) => emailKey(value)))];
  return {
    emails: JSON.stringify(known),
    email_keys: keys.filter((key) => key.includes('@')),
    email_text: keys.join(' '),
  };
}

const digitsLost = /^\d[.,]?\d*e\+?\d+$/i;

/** A tax number by which two clients may be one, else nothing: a dash, a zero or `нет` would make one of all who wrote it. */
export function innKey(inn: string): string {
  const key = inn.replace(/\s+/g, '');
  const letters = key.match(/[\p{L}\p{Nd}]/gu) ?? [];
  const digits = new Set(letters.filter((letter) => /\p{Nd}/u.test(letter)));
  return letters.length >= innKeyFrom && digits.size > 1 && !digitsLost.test(key) ? key : '';
}

/** The shortest tax numbers of the countries around have eight. */
const innKeyFrom = 8; // letters and digits

/** Mail addresses are one whatever their case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
