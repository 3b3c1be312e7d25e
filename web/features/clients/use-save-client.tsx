// Saving a card: faults at their fields; a stale one merges by field, and asks where two people changed the same.
import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Client, ClientInput } from '../../../contract/clients.ts';
import { goToUnsettled } from '../../kit/fields/unsettled.ts';
import { RefusedError } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import { useTellUnsaved } from '../../platform/unsaved-words.tsx';
import styles from './clients.module.css';

type Saving = {
  client: Client | null;
  changes: ClientInput;
  reset(): void;
  onSaved(id: number): void;
  onClose(): void;
  onFault(field: string): void;
};

type SavedClient = {
  save(): void;
  /** Saves what was written and goes on to something else than closing the card. */
  saveThen(next: () => void): void;
  busy: boolean;
  faults: Record<string, string>;
  clash: ReactNode;
};

/** Fields that both sides changed since the card was opened. */
function sharedFields(client: Client, changes: ClientInput, theirs: Client): string[] {
  return Object.keys(changes).filter(
    (field) =>
      JSON.stringify(client[field as keyof Client]) !== JSON.stringify(theirs[field as keyof Client]),
  );
}

export function useSaveClient({ client, changes, reset, onSaved, onClose, onFault }: Saving): SavedClient {
  const words = useWords();
  const { say, sayIfKnown } = words;
  const act = useDo();
  const tellUnsaved = useTellUnsaved();
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [theirs, setTheirs] = useState<Client | null>(null);
  const onRefused = (refusal: RefusedError['refusal'], then: () => void, set = changes): boolean => {
    if (refusal.code === 'record.stale' && client) {
      const current = (refusal.details as { current: Client }).current;
      if (sharedFields(client, set, current).length > 0) setTheirs(current);
      else change(current.version, then, set);
      return true;
    }
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
      {
        text: say('client.created', { name: changes.name }),
        onRefused: (refusal) => onRefused(refusal, onClose),
      },
    );
    if (!made) return;
    reset();
    onSaved(made.id);
  };
  const change = async (version: number, then: () => void, set = changes) => {
    if (!client) return;
    const done = await act(
      'clients.change',
      { id: client.id, version, set },
      {
        text: say('client.changed', { name: client.name }),
        onRefused: (refusal) => onRefused(refusal, then, set),
      },
    );
    if (!done) return;
    setTheirs(null);
    reset();
    then();
  };
  const save = async (then: () => void) => {
    if (busy || goToUnsettled(document.activeElement)) return;
    if (client && Object.keys(changes).length === 0) return then();
    setBusy(true);
    setFaults({});
    await (client ? change(client.version, then) : create());
    setBusy(false);
  };
  /** The colleague's is kept where both wrote; what I alone changed is saved all the same. */
  const dropMine = (contested: string[], { version }: Client) => {
    const isMine = ([field]: [string, unknown]) => !contested.includes(field);
    const kept = Object.fromEntries(Object.entries(changes).filter(isMine)) as ClientInput;
    tellUnsaved({ words: contested.map((field) => shown(changes[field as keyof ClientInput])).join('\n') });
    setTheirs(null);
    if (Object.keys(kept).length > 0) void change(version, onClose, kept);
    else reset();
  };
  const contested = theirs && client ? sharedFields(client, changes, theirs) : [];
  const clash = theirs && client && (
    <Modal
      opened
      onClose={() => setTheirs(null)}
      title={say('task.clash', { count: contested.length })}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <p>{say('client.clashLead')}</p>
      <ul>
        {contested.map((field) => (
          <li key={field}>
            <strong>{sayIfKnown(`field.${field}`) ?? field}</strong>: {say('task.mine')} —{' '}
            {shown(changes[field as keyof ClientInput])}; {say('task.theirs')} —{' '}
            {shown(theirs[field as keyof Client])}
          </li>
        ))}
      </ul>
      <div className={styles.windowActions}>
        <Button variant="default" onClick={() => dropMine(contested, theirs)}>
          {say('task.keepTheirs')}
        </Button>
        <Button onClick={() => change(theirs.version, onClose)}>{say('task.keepMine')}</Button>
      </div>
    </Modal>
  );
  return {
    save: () => void save(onClose),
    saveThen: (next) => void save(next),
    busy,
    faults,
    clash,
  };
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value))
    return value
      .map((each) => (typeof each === 'object' && each ? (each as { value: string }).value : String(each)))
      .join(', ');
  return String(value);
}
