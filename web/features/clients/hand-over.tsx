// Taking a client over at once: the client and its open tasks go to another manager, in one step with one undo.
import { Button, Popover } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import type { Client } from '../../../contract/clients.ts';
import { PickField } from '../../kit/fields/pick-field.tsx';
import { useDo } from '../../platform/deeds.tsx';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';

export function HandOver({ client, references }: { client: Client; references: References }) {
  const say = useSay();
  const labels = useKitLabels();
  const act = useDo();
  const [opened, setOpened] = useState(false);
  if (!client.can.change) return null;
  const handOver = async (toId: number, name: string) => {
    setOpened(false);
    await act('tasks.handOver', { clientId: client.id, toId }, { text: say('client.handedOver', { name }) });
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus width={320} position="top-start">
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
      <Popover.Dropdown aria-label={say('client.handOver')}>
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
