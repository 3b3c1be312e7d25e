// The card of a task, new or known: fields, completing and cancelling, history; a window over the list.
import { Button, Tabs } from '@mantine/core';
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Task, TaskRow } from '../../../contract/tasks.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { CardWindow } from '../../kit/window/card-window.tsx';
import type { StepTo } from '../../platform/beneath.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useWindowPlace } from '../../platform/layouts.ts';
import type { References } from '../../platform/references.ts';
import { ClosedDraft, RestoredDraft, useLeave, useStepAway } from '../../platform/restored-draft.tsx';
import { useMayFor } from '../../platform/session.tsx';
import { type Locale, useWords } from '../../platform/texts.tsx';
import { CancelTask, CompleteTask, WhyCancelled } from './close-task.tsx';
import { TaskClashWindow } from './task-clash-window.tsx';
import { TaskFields } from './task-fields.tsx';
import { type TaskDraft, taskDraftName, useDraft } from './task-form.ts';
import styles from './tasks.module.css';
import { useSaveCard } from './use-save-card.ts';

export type TaskWindowProps = {
  /** Null: a new one, with these first values. */
  task: Task | null;
  first: TaskDraft;
  references: References;
  clientName: string | null;
  history: ReactNode;
  /** The manager cannot be changed: of the window of one manager's days. */
  fixedManager?: boolean;
  onClose(): void;
  /** Opens the card again, after it was closed with words unsaved. */
  onReopen(): void;
  onSaved(id: number): void;
  /** To the record beside this one in the list beneath. */
  stepTo: StepTo;
  /** Opens the card of one that was made and closed; left out: it is in sight. */
  onShow?: ((id: number) => void) | undefined;
  onCreated?(row: TaskRow): void;
  onChanged?(row: TaskRow): void;
  onOpenClient(id: number): void;
};

export function TaskWindow(props: TaskWindowProps) {
  const { task, first, references } = props;
  const words = useWords();
  const { say } = words;
  const labels = useKitLabels();
  const [place, setPlace] = useWindowPlace('task');
  const [tab, setTab] = useState<string | null>('card');
  const [closing, setClosing] = useState<'complete' | 'cancel' | 'reason' | null>(null);
  const held = useDraft(first, task);
  const { draft, set, changes, reset, seen, restored } = held;
  const saving = useSaveCard({ ...props, task: seen }, held);
  /** A state that cancels is asked about as the button asks; what came of the task is in the card itself. */
  const save = () => {
    const { stateId } = changes;
    const meaning = stateId === undefined ? null : references.entry.get(stateId)?.meaning;
    if (task?.isOpen && meaning === 'cancelled') setClosing('reason');
    else saving.save();
  };
  const leave = useLeave(taskDraftName(task));
  const stepAway = useStepAway(taskDraftName(task));
  const step = (by: 1 | -1) => {
    const go = props.stepTo(by);
    if (go) stepAway(go, props.onReopen);
  };
  const disabled = task !== null && !task.can.change;
  const finish = () => {
    setClosing(null);
    props.onClose();
  };
  return (
    <CardWindow
      title={task ? say('task.title', { id: task.id }) : say('task.createTitle')}
      name={task ? nameInBar(task, references, words.locale) : undefined}
      labels={labels.window}
      place={place}
      onPlaceChange={setPlace}
      onClose={() => leave(props.onClose, props.onReopen)}
      onSave={save}
      onNext={() => step(1)}
      onPrevious={() => step(-1)}
      focusInside={task === null}
      size={{ width: 760, height: 640 }}
      tabs={
        task && (
          <Tabs value={tab} onChange={setTab}>
            <Tabs.List>
              <Tabs.Tab value="card">{say('task.card')}</Tabs.Tab>
              <Tabs.Tab value="history">{say('task.history')}</Tabs.Tab>
            </Tabs.List>
          </Tabs>
        )
      }
      footer={
        <Foot
          task={task}
          changed={Object.keys(changes).length > 0}
          onSave={save}
          onComplete={() => setClosing('complete')}
          onCancel={() => setClosing('cancel')}
          onSaved={props.onSaved}
        />
      }
    >
      {restored && !disabled && <RestoredDraft onDiscard={reset} />}
      {disabled && Object.keys(changes).length > 0 && <ClosedDraft card={taskDraftName(task)} />}
      {tab === 'history' ? (
        props.history
      ) : (
        <TaskFields
          draft={draft}
          set={set}
          references={references}
          faults={saving.faults}
          clientName={draft.clientId === first.clientId ? props.clientName : null}
          disabled={disabled}
          fixedManager={props.fixedManager === true}
        />
      )}
      {tab === 'card' && task && <Facts task={task} references={references} />}
      {closing === 'complete' && task && (
        <CompleteTask
          task={task}
          draft={draft}
          base={changes.results === undefined ? task.results : (seen?.results ?? '')}
          references={references}
          onClose={() => setClosing(null)}
          onDone={finish}
        />
      )}
      {closing === 'cancel' && task && (
        <CancelTask task={task} onClose={() => setClosing(null)} onDone={finish} />
      )}
      {closing === 'reason' && task && (
        <WhyCancelled
          id={task.id}
          onClose={() => setClosing(null)}
          onDone={(reason) => {
            setClosing(null);
            saving.save(reason);
          }}
        />
      )}
      {saving.clash && (
        <TaskClashWindow
          clash={saving.clash}
          references={references}
          onChoose={saving.resolve}
          onDismiss={saving.dismiss}
        />
      )}
    </CardWindow>
  );
}

/** The number first: it alone tells one from another of the same type and client. */
function nameInBar(task: Task, references: References, locale: Locale): string {
  const what = references.entryName(task.typeId) || task.description.trim().split('\n', 1)[0];
  return [numbered(task.id, locale), what, task.clientName].filter(Boolean).join(' · ');
}

type FootProps = {
  task: Task | null;
  changed: boolean;
  onSave(): void;
  onComplete(): void;
  onCancel(): void;
  onSaved(id: number): void;
};

function Foot({ task, changed, onSave, onComplete, onCancel, onSaved }: FootProps) {
  const { say } = useWords();
  const act = useDo();
  const duplicate = async (id: number) => {
    const made = await act('tasks.duplicate', { id }, { text: say('task.duplicated', { id }) });
    if (made) onSaved(made.id);
  };
  const mayChange = task === null || task.can.change;
  const mayAddFor = useMayFor('tasks', 'add');
  return (
    <div className={styles.cardFoot}>
      {task?.isOpen && mayChange && (
        <>
          <Button
            variant="light"
            leftSection={<IconCheck size={16} stroke={1.5} />}
            onClick={onComplete}
            disabled={changed}
          >
            {say('task.complete')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconX size={16} stroke={1.5} />}
            onClick={onCancel}
            disabled={changed}
          >
            {say('task.cancel')}
          </Button>
        </>
      )}
      {task && mayAddFor(task.managerId) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCopy size={16} stroke={1.5} />}
          onClick={() => duplicate(task.id)}
        >
          {say('task.duplicate')}
        </Button>
      )}
      {mayChange && (
        <Button className={styles.push} onClick={onSave}>
          {say(task ? 'kit.save' : 'kit.add')}
        </Button>
      )}
    </div>
  );
}

function Facts({ task, references }: { task: Task; references: References }) {
  const { say } = useWords();
  const format = useFormat();
  const who = references.personName(task.authorId) || say('task.nobody');
  return (
    <div className={styles.form}>
      <p className={styles.facts} title={format.exact(task.setAt)}>
        {say('task.setBy', { when: format.moment(task.setAt), who })}
        {task.cancelReason && ` · ${say('field.cancelReason')}: ${task.cancelReason}`}
      </p>
    </div>
  );
}
