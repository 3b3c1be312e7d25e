// The tasks of one client, newest first, inside of the client's card.
import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../kit/states/empty-state.tsx';
import { TintGlyph } from '../../kit/tint-glyph.tsx';
import { useFormat } from '../../platform/format.ts';
import { useAsk } from '../../platform/queries.ts';
import type { References } from '../../platform/references.ts';
import { useMay } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './tasks.module.css';

type ClientTasksProps = {
  clientId: number;
  references: References;
  onOpen(id: number): void;
  onCreate(): void;
};

const shownAtMost = '200';

export function ClientTasks({ clientId, references, onOpen, onCreate }: ClientTasksProps) {
  const say = useSay();
  const format = useFormat();
  const mayAdd = useMay('tasks', 'add');
  const { data } = useAsk('tasks.list', { 'f.client': String(clientId), sort: '-at', limit: shownAtMost });
  const { data: counted } = useAsk('tasks.count', { 'f.client': String(clientId) });
  const rows = data?.rows ?? [];
  // Where the button stands depends on the answer: shown sooner, it would be taken away from under the finger.
  const add = mayAdd && data && (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<IconPlus size={16} stroke={1.5} />}
      onClick={onCreate}
    >
      {say('task.create')}
    </Button>
  );
  if (data && rows.length === 0) return <EmptyState title={say('task.none')} action={add} />;
  return (
    <div className={styles.clientTasks}>
      <p className={styles.clientTasksHead}>
        {counted && (
          <Anchor component={Link} to="/tasks" search={{ d: 'all', 'f.client': String(clientId) } as never}>
            {say('task.count', { count: counted.count })}
          </Anchor>
        )}
        {add}
      </p>
      <ul className={styles.clientTaskList}>
        {rows.map((row) => (
          <li key={row.id} data-tint={references.entry.get(row.stateId)?.tint ?? undefined}>
            <button type="button" onClick={() => onOpen(row.id)}>
              <span className={row.overdue ? styles.late : undefined}>
                {row.at ? format.moment(row.at, row.hasTime) : ''}
              </span>
              <span className={styles.state}>
                <TintGlyph tint={references.entry.get(row.stateId)?.tint ?? undefined} />
                {references.entryName(row.stateId)}
              </span>
              <strong>{references.entryName(row.typeId)}</strong>
              <span className={styles.clientTaskText}>{row.results || row.description}</span>
              <span>{references.personName(row.managerId)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
