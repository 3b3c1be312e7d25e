// The menu of a manager's row.
import { Menu } from '@mantine/core';
import { IconLink, IconLock, IconLockOpen, IconPencil, IconTrash, IconUserShare } from '@tabler/icons-react';
import type { Person } from '../../../contract/people.ts';
import { RowMenu } from '../../kit/grid/row-menu.tsx';
import { useMay, useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import type { Invited } from './invitation-window.tsx';
import type { PersonDeeds } from './use-person-deeds.ts';

export type PersonMenuAt = { person: Person; at: { x: number; y: number } };

type PersonMenuProps = {
  menu: PersonMenuAt;
  deeds: PersonDeeds;
  onOpen(person: Person): void;
  onInvited(invited: Invited): void;
  onHandOver(person: Person): void;
  onClose(): void;
};

const look = { size: 16, stroke: 1.5 };

export function PersonMenu({ menu, deeds, onOpen, onInvited, onHandOver, onClose }: PersonMenuProps) {
  const say = useSay();
  const { person: me } = useMe();
  const mayInvite = useMay('people', 'add');
  const rights = [useMay('tasks', 'change'), useMay('tasks', 'add'), useMay('clients', 'change')];
  const mayHandOver = rights.every(Boolean);
  const { person, at } = menu;
  const { can, status } = person;
  const self = person.id === me.id;
  const invite = async () => {
    const made = await deeds.invite(person);
    if (made?.invitation) onInvited({ person, token: made.invitation });
  };
  return (
    <RowMenu at={at} label={person.name} onClose={onClose}>
      <Menu.Item leftSection={<IconPencil {...look} />} onClick={() => onOpen(person)}>
        {say(can.change ? 'kit.change' : 'entry.open')}
      </Menu.Item>
      {mayInvite && status !== 'blocked' && (
        <Menu.Item leftSection={<IconLink {...look} />} onClick={invite}>
          {say(status === 'active' ? 'person.newPassword' : 'person.invite')}
        </Menu.Item>
      )}
      {mayHandOver && (
        <Menu.Item leftSection={<IconUserShare {...look} />} onClick={() => onHandOver(person)}>
          {say('person.handOver')}
        </Menu.Item>
      )}
      {can.change && !self && (
        <Menu.Item
          leftSection={status === 'blocked' ? <IconLockOpen {...look} /> : <IconLock {...look} />}
          onClick={() => deeds.block(person)}
        >
          {say(status === 'blocked' ? 'person.unblock' : 'person.block')}
        </Menu.Item>
      )}
      {can.delete && !self && (
        <Menu.Item color="red" leftSection={<IconTrash {...look} />} onClick={() => deeds.remove(person)}>
          {say('kit.delete')}
        </Menu.Item>
      )}
    </RowMenu>
  );
}
