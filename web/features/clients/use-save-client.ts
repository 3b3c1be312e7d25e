// Saving a card: faults at their fields; a stale one merges by field, and asks where two people changed the same.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Client, ClientInput } from '../../../contract/clients.ts';
import { goToUnsettled } from '../../kit/fields/unsettled.ts';
import { RefusedError } from '../../platform/api.ts';
import { type Clash, type ClashField, clashOf, type Meaning, settled } from '../../platform/clash.ts';
import { useComplain, useDo } from '../../platform/deeds.tsx';
import { useTellGivenUp } from '../../platform/given-up-words.ts';
import { putDraft, writtenAs } from '../../platform/held-draft.ts';
import { queryFor } from '../../platform/queries.ts';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import { clientDraftName, clientDraftOf, type useClientDraft } from './client-form.ts';

export type ClientClash = Clash<ClientInput, Client>;
export type ClashedField = ClashField<ClientInput>;

/** What the server adds to a telephone is not what was written, nor is the order of the parts of an entry. */
const meaning: Meaning<ClientInput> = {
  wholes: [],
  essenceOf: (field, value) =>
    (field === 'phones' || field === 'emails') && Array.isArray(value)
      ? value.map((entry) => [entry.value, entry.note])
      : value,
};

type Saving = {
  /** As it was when the person began to write; null: a new one. */
  client: Client | null;
  held: ReturnType<typeof useClientDraft>;
  onSaved(id: number): void;
  onClose(): void;
  /** Opens the card again, after it was closed. */
  onReopen(): void;
  onFault(field: string): void;
  /** What was written, in the words of the card. */
  wordsOf(input: ClientInput): string;
};

type SavedClient = {
  save(): void;
  /** Saves what was written and goes on to something else than closing the card. */
  saveThen(next: () => void): void;
  busy: boolean;
  faults: Record<string, string>;
  clash: ClientClash | null;
  /** `given`: the fields where the colleague's is kept; what I alone changed is saved all the same. */
  resolve(given: ClashedField[]): void;
  dismiss(): void;
};

export function useSaveClient(saving: Saving): SavedClient {
  const { client, held, onSaved, onClose, onFault } = saving;
  const { changes, reset, send, saved } = held;
  const words = useWords();
  const { say } = words;
  const act = useDo();
  const complain = useComplain();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [clash, setClash] = useState<ClientClash | null>(null);
  /** What comes after the saving that the clash interrupted. */
  const goOn = useRef(onClose);
  const tellGivenUp = useTellGivenUp<ClientInput, Client>(
    { ...saving, nameOf: clientDraftName, draftOf: clientDraftOf },
    setClash,
  );
  const showFaults = (refusal: RefusedError['refusal']): boolean => {
    const found = faultsByPath(words, new RefusedError(422, refusal));
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) onFault(first);
    return first !== undefined;
  };
  const create = async () => {
    if (!changes.name?.trim()) {
      setFaults({ name: say('refusal.fault.required') });
      return onFault('name');
    }
    const made = await act(
      'clients.create',
      { ...changes, name: changes.name },
      { text: say('client.created', { name: changes.name }), onRefused: showFaults },
    );
    if (!made) return;
    const since = saved(null);
    if (since) {
      const seen = await queries.fetchQuery(queryFor('clients.get', { id: made.id })).catch(complain);
      if (!seen) return;
      reset();
      putDraft(writtenAs(clientDraftName(seen), { ...since, seen }));
    }
    onSaved(made.id);
  };
  const change = async (row: Client, set: ClientInput, then: () => void): Promise<void> => {
    const done = await act(
      'clients.change',
      { id: row.id, version: row.version, set },
      {
        text: say('client.changed', { name: row.name }),
        onRefused: (refusal) => {
          if (refusal.code !== 'record.stale') return showFaults(refusal);
          const theirs = (refusal.details as { current: Client }).current;
          const found = clashOf<ClientInput, Client>(row, set, theirs, meaning);
          goOn.current = then;
          if (found) setClash(found);
          else void change(theirs, set, then);
          return true;
        },
      },
    );
    if (!done) return;
    // Who writes on while it is saved is not done with the card.
    if (!saved({ ...row, ...(set as Partial<Client>) })) then();
  };
  const save = async (then: () => void) => {
    if (busy || goToUnsettled(document.activeElement)) return;
    if (client && Object.keys(changes).length === 0) return then();
    setBusy(true);
    setFaults({});
    send();
    await (client ? change(client, changes, then) : create());
    setBusy(false);
  };
  const resolve = (given: ClashedField[]) => {
    setClash(null);
    if (!clash) return;
    if (given.length > 0) tellGivenUp(clash, given);
    const { kept } = settled(clash, given);
    if (Object.keys(kept).length > 0) void change(clash.theirs, kept, goOn.current);
    else reset();
  };
  return {
    save: () => void save(onClose),
    saveThen: (next) => void save(next),
    busy,
    faults,
    clash,
    resolve,
    dismiss: () => setClash(null),
  };
}
