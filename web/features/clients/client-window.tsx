// The card of a client: three tabs of its own, and those that the page gives (tasks, history); a window over the list.
import { Button, Tabs } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Client, ClientInput } from '../../../contract/clients.ts';
import { requisiteDoubts } from '../../../contract/text/requisite-doubts.ts';
import { late } from '../../kit/late/late.tsx';
import { CardWindow } from '../../kit/window/card-window.tsx';
import type { StepTo } from '../../platform/beneath.ts';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useWindowPlace } from '../../platform/layouts.ts';
import type { References } from '../../platform/references.ts';
import { ClosedDraft, RestoredDraft, useLeave, useStepAway } from '../../platform/restored-draft.tsx';
import { useMay } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import { ClientFacts } from './client-facts.tsx';
import { type ClientDraft, clientDraftName, useClientDraft } from './client-form.ts';
import { ContractTab, MainTab, RelationTab, type TabProps } from './client-tabs.tsx';
import styles from './clients.module.css';
import { DuplicateWarning } from './duplicate-warning.tsx';
import { type ClientField, fieldText } from './field-words.ts';
import { MergeWindow } from './merge-window.tsx';
import { useSaveClient } from './use-save-client.ts';

const ClientClashWindow = late(() =>
  import('./client-clash-window.tsx').then((file) => file.ClientClashWindow),
);

export type MoreTab = { id: string; title: string; content: ReactNode };

export type ClientWindowProps = {
  /** Null: a new one. */
  client: Client | null;
  first: ClientDraft;
  references: References;
  /** Tabs of other parts: tasks, history. */
  more: MoreTab[];
  onClose(): void;
  /** Opens the card again, after it was closed with words unsaved. */
  onReopen(): void;
  onSaved(id: number): void;
  /** To the record beside this one in the list beneath. */
  stepTo: StepTo;
  onOpen(id: number): void;
  onMerged(stays: number, goes: number): void;
  actions: ReactNode;
};

const own = ['main', 'relation', 'contract'] as const;
const panes = { main: MainTab, relation: RelationTab, contract: ContractTab };

/** The tab that a refused field stands on. */
function tabOf(field: string): (typeof own)[number] {
  if (['statusId', 'typeId', 'originId', 'responsibleId', 'contactPersons', 'notes', 'tags'].includes(field))
    return 'relation';
  return /^(contract|inn|kpp|ogrn|bank|account|bik|correspondent|iban|vat)/.test(field) ? 'contract' : 'main';
}

export function ClientWindow(props: ClientWindowProps) {
  const { client, first, references, more } = props;
  const { say, sayIfKnown } = useWords();
  const labels = useKitLabels();
  const [place, setPlace] = useWindowPlace('client');
  const [tab, setTab] = useState<string>('main');
  const held = useClientDraft(first, client);
  const { draft, set, changes, reset, seen, restored } = held;
  const format = useFormat();
  const shown = (field: ClientField, from: ClientInput) =>
    fieldText(field, from[field], { references, day: format.day });
  const saving = useSaveClient({
    client: seen,
    held,
    onSaved: props.onSaved,
    onClose: props.onClose,
    onReopen: props.onReopen,
    wordsOf: (input) =>
      Object.keys(input)
        .map((field) => shown(field as ClientField, input))
        .join('\n'),
    onFault: (field) => setTab(tabOf(field)),
  });
  const doubts = useMemo(
    () =>
      Object.fromEntries(
        requisiteDoubts(draft).map(({ field, code }) => [
          field,
          sayIfKnown(`doubt.${code}`) ?? say('doubt.other'),
        ]),
      ),
    [draft, say, sayIfKnown],
  );
  const leave = useLeave(clientDraftName(client));
  const stepAway = useStepAway(clientDraftName(client));
  const step = (by: 1 | -1) => {
    const go = props.stepTo(by);
    if (go) stepAway(go, props.onReopen);
  };
  const [merging, setMerging] = useState<number | null>(null);
  const mayMerge = useMay('clients', 'delete') && client?.can.change === true;
  const disabled = client !== null && !client.can.change;
  const doubtfulPhones = (client?.phones ?? []).filter(({ valid }) => !valid).map(({ value }) => value);
  const given: TabProps = {
    ...{ draft, set, references, faults: saving.faults, disabled },
    ...{ doubts, doubtfulPhones },
  };
  const Pane = panes[tab as keyof typeof panes];
  return (
    <CardWindow
      title={client ? client.name : say('client.createTitle')}
      actions={client && <ClientFacts client={client} references={references} />}
      labels={labels.window}
      place={place}
      onPlaceChange={setPlace}
      onClose={() => leave(props.onClose, props.onReopen)}
      onSave={saving.save}
      onNext={() => step(1)}
      onPrevious={() => step(-1)}
      focusInside={client === null}
      tabs={
        <Tabs value={tab} onChange={(next) => setTab(next ?? 'main')}>
          <Tabs.List>
            {own.map((id) => (
              <Tabs.Tab key={id} value={id}>
                {say(`client.tab.${id}`)}
              </Tabs.Tab>
            ))}
            {more.map(({ id, title }) => (
              <Tabs.Tab key={id} value={id}>
                {title}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      }
      footer={
        <div className={styles.cardFoot}>
          {props.actions}
          {!disabled && (
            <Button className={styles.push} onClick={saving.save} loading={saving.busy}>
              {say(client ? 'kit.save' : 'kit.add')}
            </Button>
          )}
        </div>
      }
    >
      {restored && !disabled && <RestoredDraft onDiscard={reset} />}
      {disabled && Object.keys(changes).length > 0 && <ClosedDraft card={clientDraftName(client)} />}
      <DuplicateWarning
        draft={draft}
        first={first}
        exceptId={client?.id}
        onOpen={props.onOpen}
        onMerge={mayMerge ? (id) => saving.saveThen(() => setMerging(id)) : undefined}
      />
      {Pane ? <Pane {...given} /> : more.find(({ id }) => id === tab)?.content}
      {saving.clash && (
        <ClientClashWindow
          clash={saving.clash}
          shown={shown}
          onChoose={saving.resolve}
          onDismiss={saving.dismiss}
        />
      )}
      {client && merging !== null && (
        <MergeWindow
          ids={[client.id, merging]}
          references={references}
          onClose={() => setMerging(null)}
          onMerged={(stays, goes) => {
            setMerging(null);
            props.onMerged(stays, goes);
          }}
        />
      )}
    </CardWindow>
  );
}
