// The foot of the list: how many there are, and what can be done with those selected.
import { Button } from '@mantine/core';
import { IconCalendarTime, IconCheck, IconTrash, IconUserShare } from '@tabler/icons-react';
import type { TaskInput } from '../../../contract/tasks.ts';
import { PickButton } from '../../kit/fields/pick-button.tsx';
import { countSelected, nothingSelected } from '../../kit/grid/selection.ts';
import { MenuButton } from '../../kit/late/menu-button.tsx';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { chosenOf, type ListRows, type ListView } from '../../platform/list-view.ts';
import type { References } from '../../platform/references.ts';
import { useMe } from '../../platform/session.tsx';
import { type Say, useSay } from '../../platform/texts.tsx';
import styles from './tasks.module.css';
import { useDeleteTasks } from './use-delete-tasks.ts';

type TaskFootProps = {
  rows: Pick<ListRows<never>, 'total' | 'near' | 'failure' | 'selection' | 'setSelection'>;
  list: ListView;
  references: References;
};

export function TaskFoot({ rows, list, references }: TaskFootProps) {
  const say = useSay();
  const { total = 0, selection } = rows;
  const count = countSelected(selection, total);
  const otherZone = useFirmZone();
  return (
    <footer className={styles.foot}>
      <span>{countText(say, rows)}</span>
      {otherZone && <span className={styles.firmDays}>{say('task.firmDays', { zone: otherZone })}</span>}
      {count > 0 && (
        <>
          <span className={styles.selected}>{say('task.selected', { count })}</span>
          <BulkActions rows={rows} list={list} references={references} count={count} />
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

/** The zone of the firm's days, where the reader's hours are by another clock. */
function useFirmZone(): string | null {
  const { firm, appearance } = useMe();
  return appearance.timeZone && appearance.timeZone !== firm.timeZone ? firm.timeZone : null;
}

/** Where the list has failed there is nothing to count. */
function countText(say: Say, { total, near, failure }: TaskFootProps['rows']): string {
  if (total === undefined) return failure ? '' : say('task.counting');
  const found = say('task.count', { count: total });
  return near && total > 0 ? say('kit.near', { found }) : found;
}

function BulkActions({ rows, list, references, count }: TaskFootProps & { count: number }) {
  const say = useSay();
  const act = useDo();
  const labels = useKitLabels().pick;
  const chosen = () => chosenOf(rows, list.parameters);
  const change = async (set: TaskInput, text: string, moveByDays?: number) => {
    const done = await act(
      'tasks.changeMany',
      { chosen: chosen(), set, moveByDays },
      { text: (answer) => told(text, answer.skipped) },
    );
    if (done) rows.setSelection(nothingSelected);
  };
  const told = (text: string, skipped: number) =>
    skipped > 0 ? `${text}. ${say('task.skipped', { count: skipped })}` : text;
  const { removeSelected } = useDeleteTasks(rows, list);
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
          onClick={() => change({ stateId: done.id }, say('task.completedMany', { count }))}
        >
          {say('task.complete')}
        </Button>
      )}
      <PickButton
        labels={labels}
        label={say('task.setState')}
        search={references.searchEntries('taskStates')}
        onPick={(id, name) => change({ stateId: id }, say('task.stateSet', { count, name }))}
      />
      <MoveMenu onMove={(days, name) => change({}, say('task.moved', { count, name }), days)} />
      <PickButton
        labels={labels}
        label={say('task.handOver')}
        icon={<IconUserShare size={16} stroke={1.5} />}
        search={references.searchPeople()}
        onPick={(id, name) => change({ managerId: id }, say('task.handedOver', { count, name }))}
      />
      <Button
        size="compact-sm"
        variant="light"
        color="red"
        leftSection={<IconTrash size={16} stroke={1.5} />}
        onClick={removeSelected}
      >
        {say('task.deleteMany', { count })}
      </Button>
    </>
  );
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
