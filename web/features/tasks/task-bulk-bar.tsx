// The foot of the list: how many there are, and what can be done with those selected.
import { Button } from '@mantine/core';
import { IconCalendarTime, IconCheck, IconTrash, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import type { TaskInput } from '../../../contract/tasks.ts';
import { PickButton } from '../../kit/fields/pick-button.tsx';
import { countSelected, nothingSelected } from '../../kit/grid/selection.ts';
import { late } from '../../kit/late/late.tsx';
import { MenuButton } from '../../kit/late/menu-button.tsx';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFirmDays } from '../../platform/firm-days.ts';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { chosenOf, type ListRows, type ListView } from '../../platform/list-view.ts';
import type { References } from '../../platform/references.ts';
import { useMay } from '../../platform/session.tsx';
import { type Say, useSay } from '../../platform/texts.tsx';
import styles from './tasks.module.css';
import { useDeleteTasks } from './use-delete-tasks.ts';

const CloseMany = late(() => import('./close-many.tsx').then((file) => file.CloseMany));

type TaskFootProps = {
  rows: Pick<ListRows<never>, 'total' | 'near' | 'failure' | 'selection' | 'setSelection'>;
  list: ListView;
  references: References;
};

export function TaskFoot({ rows, list, references }: TaskFootProps) {
  const say = useSay();
  const { total = 0, selection } = rows;
  const count = countSelected(selection, total);
  const firmDays = useFirmDays();
  const mayChange = useMay('tasks', 'change');
  const mayDelete = useMay('tasks', 'delete');
  return (
    <footer className={styles.foot}>
      <span>{countText(say, rows)}</span>
      {firmDays && <span className={styles.firmDays}>{firmDays}</span>}
      {count > 0 && (
        <>
          <span className={styles.selected}>{say('task.selected', { count })}</span>
          {mayChange && <BulkActions rows={rows} list={list} references={references} count={count} />}
          {mayDelete && <RemoveMany rows={rows} list={list} count={count} />}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => rows.setSelection(nothingSelected)}
          >
            {say('task.unselect')}
          </Button>
        </>
      )}
    </footer>
  );
}

/** Where the list has failed there is nothing to count. */
function countText(say: Say, { total, near, failure }: TaskFootProps['rows']): string {
  if (total === undefined) return failure ? '' : say('task.counting');
  const found = say('task.count', { count: total });
  return near && total > 0 ? say('kit.near', { found }) : found;
}

type Changed = { changed: number; skipped: number; comeAgain: number };
type More = { moveByDays?: number; reason?: string | undefined };
/** Asked about first; `text` says how many were closed. */
type Closing = { meaning: 'done' | 'cancelled'; stateId: number; text(changed: number): string };

function BulkActions({ rows, list, references, count }: TaskFootProps & { count: number }) {
  const say = useSay();
  useReturnedFocus();
  const act = useDo();
  const labels = useKitLabels().pick;
  const chosen = () => chosenOf(rows, list.parameters);
  const [closing, setClosing] = useState<Closing | null>(null);
  const change = async (set: TaskInput, text: (count: number) => string, more: More = {}) => {
    const told = (answer: Changed) => inWords(say, text(answer.changed), answer);
    const done = await act(
      'tasks.changeMany',
      { chosen: chosen(), set, ...more },
      { text: told, nothing: told },
    );
    if (!done) return false;
    setClosing(null);
    rows.setSelection(nothingSelected);
    return true;
  };
  const setState = (stateId: number, name: string) => {
    const meaning = references.entry.get(stateId)?.meaning;
    const text = (changed: number) => say('task.stateSet', { count: changed, name });
    if (meaning === 'done' || meaning === 'cancelled') setClosing({ meaning, stateId, text });
    else void change({ stateId }, text);
  };
  const done = references
    .entriesOf('taskStates')
    .find(({ meaning, archived }) => meaning === 'done' && !archived);
  return (
    <>
      {done && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconCheck size={16} stroke={1.5} />}
          onClick={() =>
            setClosing({
              meaning: 'done',
              stateId: done.id,
              text: (changed) => say('task.completedMany', { count: changed }),
            })
          }
        >
          {say('task.complete')}
        </Button>
      )}
      <PickButton
        labels={labels}
        label={say('task.setState')}
        search={references.searchEntries('taskStates')}
        onPick={setState}
      />
      <MoveMenu
        onMove={(moveByDays, name) =>
          change({}, (changed) => say('task.moved', { count: changed, name }), { moveByDays })
        }
      />
      <PickButton
        labels={labels}
        label={say('task.handOver')}
        icon={<IconUserShare size={16} stroke={1.5} />}
        search={references.searchPeople()}
        onPick={(managerId, name) =>
          change({ managerId }, (changed) => say('task.handedOver', { count: changed, name }))
        }
      />
      {closing && (
        <CloseMany
          meaning={closing.meaning}
          count={count}
          onClose={() => setClosing(null)}
          onReopen={() => setClosing(closing)}
          onDone={({ reason, ...set }) =>
            change({ stateId: closing.stateId, ...set }, closing.text, { reason })
          }
        />
      )}
    </>
  );
}

function RemoveMany({ rows, list, count }: Pick<TaskFootProps, 'rows' | 'list'> & { count: number }) {
  const say = useSay();
  const { removeSelected } = useDeleteTasks(rows, list);
  return (
    <Button
      size="compact-sm"
      variant="light"
      color="red"
      leftSection={<IconTrash size={16} stroke={1.5} />}
      onClick={removeSelected}
    >
      {say('task.deleteMany', { count })}
    </Button>
  );
}

/** What of the selected was changed, what comes again by itself, what was left. */
function inWords(say: Say, text: string, { skipped, comeAgain }: Changed): string {
  const again = comeAgain > 0 ? say('task.andAgainMany', { text, count: comeAgain }) : text;
  return skipped > 0 ? `${again}. ${say('task.skipped', { count: skipped })}` : again;
}

const steps = [1, 2, 7, 30, -1];

function MoveMenu({ onMove }: { onMove(days: number, name: string): void }) {
  const say = useSay();
  const format = useFormat();
  const entries = steps.map((days) => {
    const name = say('task.byDays', {
      sign: days > 0 ? '+' : '−',
      count: Math.abs(days),
      shown: format.number(Math.abs(days)),
    });
    return { text: name, onClick: () => onMove(days, name) };
  });
  return (
    <MenuButton
      position="top-start"
      target={
        <Button size="compact-sm" variant="light" leftSection={<IconCalendarTime size={16} stroke={1.5} />}>
          {say('task.move')}
        </Button>
      }
      entries={entries}
    />
  );
}
