// Two clients side by side: which stays, whose value each field takes, and beside it what will be. One step, undone by one.
import { Alert, Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Client } from '../../../contract/clients.ts';
import { ErrorState } from '../../kit/states/empty-state.tsx';
import { CardWindow } from '../../kit/window/card-window.tsx';
import { isGone } from '../../platform/gone.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useWindowPlace } from '../../platform/layouts.ts';
import { useAsk } from '../../platform/queries.ts';
import type { References } from '../../platform/references.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './merge.module.css';
import { MergeHead, MergeRows, type MergeView, SameRows, type Uses } from './merge-fields.tsx';
import { type Merge, mayMerge, useMerge } from './use-merge.ts';
import { type Saving, useSaveMerge } from './use-save-merge.ts';

type MergeWindowProps = {
  /** The one that stays at first, and the one that goes. */
  ids: [number, number];
  references: References;
  onClose(): void;
  onMerged(stays: number, goes: number): void;
};

export function MergeWindow(props: MergeWindowProps) {
  const [one, other] = props.ids;
  // While it is being saved one of them goes: it is not asked for again.
  const [busy, setBusy] = useState(false);
  const first = useAsk('clients.get', { id: one }, { enabled: !busy });
  const second = useAsk('clients.get', { id: other }, { enabled: !busy });
  const uses = useUses(props.ids, !busy);
  const failed = [first, second].find(({ error, data }) => isGone(error, data));
  // What was saved just before is waited for; what changes later shows while one chooses.
  const [ready, setReady] = useState(false);
  if (!ready && !first.isFetching && !second.isFetching) setReady(true);
  if (failed) return <NoMerge error={failed.error} onClose={props.onClose} />;
  if (first.data?.id !== one || second.data?.id !== other || !uses || !ready) return null;
  return <MergeForm {...props} pair={[first.data, second.data]} uses={uses} saving={[busy, setBusy]} />;
}

/** What names each of the two; undefined until both are known. */
function useUses([one, other]: [number, number], enabled: boolean): Uses | undefined {
  const first = useAsk('clients.uses', { id: one }, { enabled });
  const second = useAsk('clients.uses', { id: other }, { enabled });
  if (!first.data || !second.data) return undefined;
  return { [one]: first.data.uses, [other]: second.data.uses };
}

function NoMerge({ error, onClose }: { error: unknown; onClose(): void }) {
  const words = useWords();
  const labels = useKitLabels();
  return (
    <CardWindow
      title={words.say('client.mergeTitle')}
      labels={labels.window}
      place={null}
      onPlaceChange={() => {}}
      onClose={onClose}
      size={{ width: 420, height: 260 }}
    >
      <ErrorState title={refusalText(words, error)} />
    </CardWindow>
  );
}

type MergeFormProps = MergeWindowProps & { pair: [Client, Client]; uses: Uses; saving: Saving };

function MergeForm({ pair, uses, saving, references, onClose, onMerged }: MergeFormProps) {
  const { say } = useWords();
  const labels = useKitLabels();
  const [place, setPlace] = useWindowPlace('merge');
  const merge = useMerge(pair);
  const [busy] = saving;
  const { save, stale, faults } = useSaveMerge(merge, saving, onMerged);
  const allowed = mayMerge(merge.stays, merge.goes);
  const view: MergeView = { pair, merge, references, uses, faults, disabled: !allowed };
  return (
    <CardWindow
      title={say('client.mergeTitle')}
      labels={labels.window}
      place={place}
      onPlaceChange={setPlace}
      onClose={onClose}
      onSave={allowed ? save : undefined}
      focusInside={allowed}
      bleed
      size={{ width: 1040, height: 680 }}
      footer={allowed && <MergeFoot merge={merge} uses={uses} onSave={save} busy={busy} />}
    >
      {!allowed && <Notice text={say('client.mergeNoRight')} />}
      {stale && <Notice text={say('client.mergeStale')} />}
      <div className={styles.table}>
        <MergeHead {...view} />
        <MergeRows {...view} title={say('client.mergeClashing')} fields={merge.clashing} />
        <MergeRows {...view} title={say('client.mergeOnlyOne')} fields={merge.onlyOne} />
        <Same {...view} />
      </div>
    </CardWindow>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <Alert role="status" color="yellow" m={16} mb={12}>
      {text}
    </Alert>
  );
}

/** What is equal is put away: there is nothing to choose. */
function Same(view: MergeView) {
  const { say } = useWords();
  const [shown, setShown] = useState(false);
  const { same } = view.merge;
  if (same.length === 0) return null;
  return (
    <section className={styles.part}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={styles.fold}
        leftSection={
          shown ? <IconChevronDown size={14} stroke={1.5} /> : <IconChevronRight size={14} stroke={1.5} />
        }
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {say('client.mergeSame', { count: same.length })}
      </Button>
      {shown && <SameRows {...view} fields={same} />}
    </section>
  );
}

type MergeFootProps = { merge: Merge; uses: Uses; onSave(): void; busy: boolean };

function MergeFoot({ merge, uses, onSave, busy }: MergeFootProps) {
  const { say, sayIfKnown } = useWords();
  const moving = uses[merge.goes.id] ?? [];
  const what = moving.map(({ kind, count }) => sayIfKnown(`use.${kind}`, { count }) ?? `${kind}: ${count}`);
  const count = moving.reduce((sum, each) => sum + each.count, 0);
  return (
    <div className={styles.foot}>
      <p aria-live="polite">
        {say('client.mergeGoes', { name: merge.goes.name })}
        {count > 0 && ` ${say('client.mergeMoves', { count, what: what.join(', ') })}`}
      </p>
      <Button className={styles.push} onClick={onSave} loading={busy}>
        {say('client.mergeDo')}
      </Button>
    </div>
  );
}
