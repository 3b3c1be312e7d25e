// The rows of a merge: a field, what it is in each of the two, and what it will be.

import { Checkbox, Radio } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { Client } from '../../../contract/clients.ts';
import { entryValue, type ListField } from '../../../contract/merge-clients.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { useWords } from '../../platform/texts.tsx';
import { type ClientField, entryText, fieldLabels, fieldText } from './field-words.ts';
import styles from './merge.module.css';
import { type ChoiceField, isJoined, isList, type Merge, mayMerge } from './use-merge.ts';

/** What names a client, by the client's id. */
export type Uses = Record<number, { kind: string; count: number }[]>;

export type MergeView = {
  /** As they stand side by side, whichever of them stays. */
  pair: [Client, Client];
  merge: Merge;
  references: References;
  uses: Uses;
  faults: Record<string, string>;
  /** The two may not be merged: they are only shown. */
  disabled: boolean;
};
type RowProps<F extends ClientField = ClientField> = MergeView & { field: F };

/** Which of the two stays; beside it the name that it will have. */
export function MergeHead({ pair, merge, uses, faults }: MergeView) {
  const { say, sayIfKnown, locale } = useWords();
  const format = useFormat();
  const group = useId();
  const factsOf = ({ id, createdAt, archived }: Client) =>
    [
      numbered(id, locale),
      say('client.addedOn', { day: format.moment(createdAt) }),
      ...(uses[id] ?? [])
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => sayIfKnown(`use.${kind}`, { count })),
      archived && say('client.archived'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <div className={styles.head} role="radiogroup" aria-label={say('client.mergeStays')}>
      <span className={styles.name}>{say('client.mergeStays')}</span>
      {pair.map((client, at) => {
        const stays = client.id === merge.stays.id;
        const fault = faults[stays ? 'id' : 'from.id'];
        return (
          <Radio
            key={client.id}
            name={group}
            value={client.id}
            checked={stays}
            disabled={!mayMerge(client, pair[1 - at] as Client)}
            data-autofocus={stays || undefined}
            onChange={() => merge.setStays(client.id)}
            label={<strong>{client.name}</strong>}
            description={factsOf(client)}
            error={fault}
            className={styles.cell}
          />
        );
      })}
      <span className={styles.result}>{say('client.mergeResult')}</span>
    </div>
  );
}

export function MergeRows({ title, fields, ...view }: MergeView & { title: string; fields: ClientField[] }) {
  if (fields.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {fields.map((field) =>
        isList(field) ? (
          <ListRow key={field} {...view} field={field} />
        ) : (
          <ChoiceRow key={field} {...view} field={field} />
        ),
      )}
    </section>
  );
}

export function SameRows({ fields, ...view }: MergeView & { fields: ClientField[] }) {
  const { say } = useWords();
  return fields.map((field) => (
    <div key={field} className={styles.row} data-same>
      <span className={styles.name}>{say(fieldLabels[field])}</span>
      <div className={styles.whole}>
        <Value {...view} field={field} of={view.merge.result} />
      </div>
    </div>
  ));
}

function ChoiceRow({ field, ...view }: RowProps<ChoiceField>) {
  const { pair, merge } = view;
  const { say } = useWords();
  const group = useId();
  const source = merge.sourceOf(field);
  const mayJoin = isJoined(field) && merge.clashing.includes(field);
  return (
    <Row field={field} {...view} role="radiogroup">
      {pair.map((client) => (
        <Cell key={client.id} client={client}>
          <Radio
            size="xs"
            name={group}
            value={client.id}
            checked={source === client.id}
            disabled={view.disabled}
            onChange={() => merge.take(field, client.id)}
            classNames={{ inner: styles.dot }}
            label={<Value {...view} field={field} of={client} />}
          />
        </Cell>
      ))}
      <div className={styles.result} data-label={say('client.mergeResult')} data-seen={!mayJoin || undefined}>
        {mayJoin && (
          <Radio
            size="xs"
            name={group}
            value="both"
            checked={source === 'both'}
            disabled={view.disabled}
            onChange={() => merge.take(field, 'both')}
            label={say('client.mergeBoth')}
          />
        )}
        <Value {...view} field={field} of={merge.result} />
      </div>
    </Row>
  );
}

function ListRow({ field, ...view }: RowProps<ListField>) {
  const { pair, merge } = view;
  const { say } = useWords();
  return (
    <Row field={field} {...view} role="group">
      {pair.map((client) => (
        <Cell key={client.id} client={client} plain>
          <Value {...view} field={field} of={client} />
        </Cell>
      ))}
      <div className={styles.result} data-label={say('client.mergeResult')}>
        {merge.lists[field].map((entry) => {
          const value = entryValue(entry);
          return (
            <Checkbox
              key={value}
              size="xs"
              checked={!merge.isDropped(field, value)}
              disabled={view.disabled}
              onChange={() => merge.toggle(field, value)}
              label={entryText(entry)}
            />
          );
        })}
      </div>
    </Row>
  );
}

function Row({
  field,
  faults,
  role,
  children,
}: RowProps & { role: 'radiogroup' | 'group'; children: ReactNode }) {
  const { say } = useWords();
  const name = useId();
  const fault = faultOf(faults, field);
  return (
    <div className={styles.row} {...{ role, 'aria-labelledby': name }}>
      <span id={name} className={styles.name}>
        {say(fieldLabels[field])}
      </span>
      {children}
      {fault && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}

/** On a phone the columns stand below each other: each says whose it is. */
function Cell({ client, plain, children }: { client: Client; plain?: boolean; children: ReactNode }) {
  return (
    <div className={styles.cell} data-label={client.name} data-plain={plain}>
      {children}
    </div>
  );
}

/** Faults of fields of the card, of the choice, or of an entry of a list. */
function faultOf(faults: Record<string, string>, field: ClientField): string | undefined {
  const of = ([path]: [string, string]) => path.replace(/^fields\./, '').split('.')[0] === field;
  return Object.entries(faults).find(of)?.[1];
}

type ValueProps = RowProps & { of: Merge['result'] };

function Value({ field, of, references }: ValueProps) {
  const { say } = useWords();
  const format = useFormat();
  const value = of[field];
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className={styles.empty}>{say('client.mergeEmpty')}</span>;
  return <span className={styles.value}>{fieldText(field, value, { references, day: format.day })}</span>;
}
