// Taking a client over at once: the client and its open tasks go to another manager, in one step with one undo.
import { Button, Popover } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import type { Client } from '../../../contract/clients.ts';
import { PickField } from '../../kit/fields/pick-field.tsx';
import { closedByEscape } from '../../kit/window/closed-by-escape.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { References } from '../../platform/references.ts';
import { useMay, useMayFor, useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';

export function HandOver({ client, references }: { client: Client; references: References }) {
  const say = useSay();
  const labels = useKitLabels();
  const act = useDo();
  const [opened, setOpened] = useState(false);
  const mayMove = useMay('tasks', 'change');
  const mayGive = useGiving(client.responsibleId);
  if (!client.can.change || !mayMove || !mayGive) return null;
  const handOver = async (toId: number, name: string) => {
    setOpened(false);
    await act('tasks.handOver', { clientId: client.id, toId }, { text: say('client.handedOver', { name }) });
  };
  const { closeOnEscape, onKeyDown } = closedByEscape(() => setOpened(false));
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      closeOnEscape={closeOnEscape}
      trapFocus
      returnFocus
      width={320}
      position="top-start"
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconUserShare size={16} stroke={1.5} />}
          onClick={() => setOpened(!opened)}
        >
          {say('client.handOver')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('client.handOver')} onKeyDown={onKeyDown}>
        <p>{say('client.handOverText')}</p>
        <PickField
          nested
          label={say('field.responsibleId')}
          value={[]}
          search={references.searchPeople()}
          labels={labels.pick}
          onChange={([option]) => option && handOver(Number(option.value), option.label)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Whether there is anybody the client may be given to: who may add tasks only for oneself can take it over, and nothing else. */
function useGiving(owner: number | null): boolean {
  const { person } = useMe();
  const mayAddFor = useMayFor('tasks', 'add');
  return mayAddFor(null) || (mayAddFor(person.id) && owner !== person.id);
}
