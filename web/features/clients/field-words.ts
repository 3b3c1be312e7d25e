// A client's fields in words: their names, and what is in them.
import type { JoinedField, ListField, SingleField } from '../../../contract/merge-clients.ts';
import type { References } from '../../platform/references.ts';
import type { TextId } from '../../texts/ids.ts';

export type ClientField = SingleField | JoinedField | ListField;

/** Every field by its name on the card, in the order of the card. */
export const fieldLabels: Record<ClientField, TextId> = {
  name: 'field.name',
  fullName: 'field.fullName',
  groupId: 'field.groupId',
  line: 'field.line',
  phones: 'field.phones',
  emails: 'field.emails',
  legalAddress: 'field.legalAddress',
  actualAddress: 'field.actualAddress',
  sites: 'field.sites',
  messengers: 'field.messengers',
  statusId: 'field.statusId',
  typeId: 'field.clientTypeId',
  originId: 'field.originId',
  responsibleId: 'field.responsibleId',
  contactPersons: 'field.contactPersons',
  notes: 'field.notes',
  tags: 'field.tags',
  contractNumber: 'field.contractNumber',
  contractDate: 'field.contractDate',
  contractTill: 'field.contractTill',
  contractTerms: 'field.contractTerms',
  inn: 'field.inn',
  kpp: 'field.kpp',
  ogrn: 'field.ogrn',
  bank: 'field.bank',
  account: 'field.account',
  bik: 'field.bik',
  correspondentAccount: 'field.correspondentAccount',
  iban: 'field.iban',
  vat: 'field.vat',
};

type Entry = string | { value: string; note: string; shown?: string };

export function entryText(entry: Entry): string {
  if (typeof entry === 'string') return entry;
  const text = entry.shown || entry.value;
  return entry.note ? `${text} (${entry.note})` : text;
}

type Naming = { references: References; day(day: string): string };

/** Empty where nothing is in it. */
export function fieldText(field: ClientField, value: unknown, { references, day }: Naming): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return (value as Entry[]).map(entryText).join('\n');
  switch (field) {
    case 'groupId':
      return references.groupPath(Number(value));
    case 'responsibleId':
      return references.personName(Number(value));
    case 'statusId':
    case 'typeId':
    case 'originId':
      return references.entryName(Number(value));
    case 'contractDate':
    case 'contractTill':
      return day(String(value));
    default:
      return String(value);
  }
}
