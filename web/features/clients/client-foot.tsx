// The foot of the list of clients: the count, and what can be done with those selected.
import { Button } from '@mantine/core';
import { IconArchive, IconArrowMerge, IconTrash } from '@tabler/icons-react';
import type { Chosen, ClientInput } from '../../../contract/clients.ts';
import { PickButton } from '../../kit/fields/pick-button.tsx';
import { countSelected, nothingSelected } from '../../kit/grid/selection.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { chosenOf, type ListRows, type ListView } from '../../platform/list-view.ts';
import type { References } from '../../platform/references.ts';
import { useMay } from '../../platform/session.tsx';
import { type Say, useSay } from '../../platform/texts.tsx';
import { told } from './bulk-words.ts';
import styles from './clients.module.css';

type ClientFootProps = {
  rows: Pick<ListRows<never>, 'total' | 'near' | 'failure' | 'selection' | 'setSelection'>;
  list: ListView;
  references: References;
  onDelete(): void;
  /** Given where two are selected. */
  onMerge: (() => void) | undefined;
};

export function ClientFoot(props: ClientFootProps) {
  const say = useSay();
  const { rows } = props;
  const count = countSelected(rows.selection, rows.total ?? 0);
  const clear = () => rows.setSelection(nothingSelected);
  return (
    <footer className={styles.foot}>
      <span>{countText(say, rows)}</span>
      {count > 0 && (
        <>
          <span className={styles.selected}>{say('task.selected', { count })}</span>
          <ChangeMany {...props} clear={clear} />
          <RemoveMany {...props} count={count} />
          <Button size="compact-sm" variant="subtle" color="gray" onClick={clear}>
            {say('task.unselect')}
          </Button>
        </>
      )}
    </footer>
  );
}

/** What may be set of all that are selected; nothing to who may change none. */
function ChangeMany({ rows, list, references, onMerge, clear }: ClientFootProps & { clear(): void }) {
  const say = useSay();
  useReturnedFocus();
  const act = useDo();
  const labels = useKitLabels().pick;
  const mayChange = useMay('clients', 'change');
  const chosen = () => chosenOf(rows, list.parameters) as Chosen;
  const change = async (set: ClientInput) => {
    const done = await act('clients.changeMany', { chosen: chosen(), set }, told(say, 'client.changedMany'));
    if (done) clear();
  };
  const archive = async () => {
    const input = { chosen: chosen(), archived: true };
    if (await act('clients.archive', input, told(say, 'client.archivedMany'))) clear();
  };
  if (!mayChange) return null;
  return (
    <>
      <PickButton
        labels={labels}
        label={say('field.responsibleId')}
        search={references.searchPeople()}
        onPick={(responsibleId) => change({ responsibleId })}
      />
      <PickButton
        labels={labels}
        label={say('field.groupId')}
        search={references.searchGroups('clients')}
        onPick={(groupId) => change({ groupId })}
      />
      <PickButton
        labels={labels}
        label={say('field.statusId')}
        search={references.searchEntries('clientStatuses')}
        onPick={(statusId) => change({ statusId })}
      />
      {onMerge && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconArrowMerge size={16} stroke={1.5} />}
          onClick={onMerge}
        >
          {say('client.mergeTitle')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconArchive size={16} stroke={1.5} />}
        onClick={archive}
      >
        {say('client.archive')}
      </Button>
    </>
  );
}

function RemoveMany({ onDelete, count }: ClientFootProps & { count: number }) {
  const say = useSay();
  const mayDelete = useMay('clients', 'delete');
  if (!mayDelete) return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      color="red"
      leftSection={<IconTrash size={16} stroke={1.5} />}
      onClick={onDelete}
    >
      {say('client.deleteMany', { count })}
    </Button>
  );
}

/** Where the list has failed there is nothing to count. */
function countText(say: Say, { total, near, failure }: ClientFootProps['rows']): string {
  if (total === undefined) return failure ? '' : say('task.counting');
  const found = say('client.count', { count: total });
  return near && total > 0 ? say('kit.near', { found }) : found;
}
