// The state of a client's card: first values, what was changed, what is sent.
import type { Client, ClientInput } from '../../../contract/clients.ts';
import { useHeldDraft } from '../../platform/held-draft.ts';

export type Entry = { value: string; note: string };

const textFields = [
  'name',
  'fullName',
  'line',
  'legalAddress',
  'actualAddress',
  'contactPersons',
  'notes',
  'contractNumber',
  'contractTerms',
  'inn',
  'kpp',
  'ogrn',
  'account',
  'bank',
  'bik',
  'correspondentAccount',
  'iban',
  'vat',
] as const;
export type TextField = (typeof textFields)[number];

const idFields = ['groupId', 'statusId', 'typeId', 'originId', 'responsibleId'] as const;
export type IdField = (typeof idFields)[number];

export type ClientDraft = Record<TextField, string> &
  Record<IdField, number | null> & {
    phones: Entry[];
    emails: Entry[];
    sites: string[];
    messengers: string[];
    tags: string[];
    contractDate: string | null;
    contractTill: string | null;
  };

export function newClientDraft(responsibleId: number, groupId: number | null): ClientDraft {
  return {
    ...(Object.fromEntries(textFields.map((field) => [field, ''])) as Record<TextField, string>),
    groupId,
    statusId: null,
    typeId: null,
    originId: null,
    responsibleId,
    phones: [],
    emails: [],
    sites: [],
    messengers: [],
    tags: [],
    contractDate: null,
    contractTill: null,
  };
}

export function clientDraftOf(client: Client): ClientDraft {
  const draft = newClientDraft(0, null);
  const known = Object.fromEntries(
    Object.keys(draft).map((field) => [field, client[field as keyof Client]]),
  ) as unknown as ClientDraft;
  return { ...known, phones: client.phones.map(({ value, note }) => ({ value, note })) };
}

/** Only what differs from `base`; lines of a list that were left empty are nothing. */
export function clientChanges(base: ClientDraft, draft: ClientDraft): ClientInput {
  const filled: ClientDraft = {
    ...draft,
    phones: draft.phones.filter(({ value }) => value.trim() !== ''),
    emails: draft.emails.filter(({ value }) => value.trim() !== ''),
    sites: draft.sites.filter((each) => each.trim() !== ''),
    messengers: draft.messengers.filter((each) => each.trim() !== ''),
  };
  const changed = Object.entries(filled).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(base[field as keyof ClientDraft]),
  );
  return Object.fromEntries(changed) as ClientInput;
}

/** By which the draft of a card is kept. */
export const clientDraftName = (client: Client | null) => `clients.${client?.id ?? 'new'}`;

/** The card's draft; `seen`: the client as it was when the person began to write. */
export function useClientDraft(base: ClientDraft, client: Client | null) {
  const held = useHeldDraft(clientDraftName(client), base, client);
  return { ...held, changes: clientChanges(base, held.draft) };
}
