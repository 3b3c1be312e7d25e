// Roles: what each may see and do at a glance, how many people have it; the matrix opens in a card.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person, Role } from '../../../contract/people.ts';
import { useWordWhenGone } from '../../platform/gone.ts';
import { useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './people.module.css';
import { RoleWindow } from './role-window.tsx';

export function RolesList({ roles, people }: { roles: Role[]; people: Person[] }) {
  const say = useSay();
  const { role: mine } = useMe();
  const [opened, setOpened] = useState<number | 'new' | null>(null);
  const current = roles.find(({ id }) => id === opened) ?? null;
  const close = () => setOpened(null);
  useWordWhenGone(typeof opened === 'number' ? opened : null, current !== null, close);
  return (
    <section className={styles.roles}>
      <div className={styles.rolesHead}>
        <p className={styles.lead}>{say(mine.keeper ? 'role.lead' : 'role.leadOthers')}</p>
        {mine.keeper && (
          <Button
            size="compact-md"
            leftSection={<IconPlus size={16} stroke={2} />}
            onClick={() => setOpened('new')}
          >
            {say('role.add')}
          </Button>
        )}
      </div>
      <ul className={styles.roleRows}>
        {roles.map((role) => (
          <li key={role.id} className={styles.roleRow}>
            <button type="button" className={styles.roleName} onClick={() => setOpened(role.id)}>
              {role.name}
            </button>
            <span className={styles.roleText}>
              <RoleSummary role={role} />
            </span>
            <Link to="/people" search={{ 'f.role': String(role.id) } as never} className={styles.rolePeople}>
              {say('use.people', { count: people.filter(({ roleId }) => roleId === role.id).length })}
            </Link>
          </li>
        ))}
      </ul>
      {opened !== null && (opened === 'new' || current) && (
        <RoleWindow
          key={opened}
          role={current}
          like={roles.at(-1)}
          onClose={close}
          onReopen={() => setOpened(opened)}
        />
      )}
    </section>
  );
}

function RoleSummary({ role }: { role: Role }) {
  const say = useSay();
  if (role.keeper) return say('role.keeperText');
  const { tasks, clients } = role.rights;
  return say('role.summary', {
    tasks: say(`role.level.${tasks.view}`),
    changeTasks: say(`role.level.${tasks.change}`),
    clients: say(`role.level.${clients.view}`),
    changeClients: say(`role.level.${clients.change}`),
  });
}
