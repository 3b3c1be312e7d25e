// A task of one's day: a line to walk to, with its keys and the same deeds under the finger.
import { ActionIcon } from '@mantine/core';
import { IconArrowForward, IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { TaskRow } from '../../../contract/tasks.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { tip } from '../../kit/tip.ts';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './my-day.module.css';
import type { Deeds } from './my-day.tsx';

type MyTaskProps = { row: TaskRow; references: References; deeds: Deeds; dated: boolean };

export function MyTask({ row, references, deeds, dated }: MyTaskProps) {
  const { say, locale } = useWords();
  const mayClose = row.isOpen && row.can.change;
  const onKey = (event: KeyboardEvent) => {
    if (!mayClose || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'Space') deeds.onComplete(row);
    else if (event.code === 'KeyR') deeds.onResult(row);
    else if (event.code === 'KeyT') deeds.onPutOff(row);
    else return;
    event.preventDefault();
    if (event.code !== 'KeyR') leave(event.currentTarget as HTMLElement);
  };
  return (
    <li className={styles.task} data-closed={!row.isOpen || undefined}>
      {mayClose ? (
        <ActionIcon
          {...tip(`${say('task.complete')} · ${say('myDay.space')}`)}
          variant="subtle"
          color="gray"
          tabIndex={-1}
          aria-label={say('task.complete')}
          onClick={() => deeds.onComplete(row)}
        >
          <IconCircle size={18} stroke={1.5} />
        </ActionIcon>
      ) : (
        <span className={styles.closed}>
          {!row.isOpen && <IconCircleCheckFilled size={18} aria-hidden />}
        </span>
      )}
      <button
        type="button"
        className={styles.line}
        data-task={row.id}
        onKeyDown={onKey}
        onClick={() => deeds.onOpen(row.id)}
      >
        <When row={row} dated={dated} />
        <strong>
          {references.entryName(row.typeId) || (row.description ? '' : numbered(row.id, locale))}
        </strong>
        <span className={styles.client}>{row.clientName}</span>
        <span className={styles.text}>
          {row.description}
          {!row.isOpen && row.results && (
            <small>
              {row.description && ' · '}
              {row.results}
            </small>
          )}
        </span>
      </button>
      {mayClose && (
        <ActionIcon
          {...tip(`${say('myDay.tomorrow')} · T`)}
          variant="subtle"
          color="gray"
          tabIndex={-1}
          aria-label={say('myDay.tomorrow')}
          onClick={() => deeds.onPutOff(row)}
        >
          <IconArrowForward size={18} stroke={1.5} />
        </ActionIcon>
      )}
    </li>
  );
}

function When({ row, dated }: Pick<MyTaskProps, 'row' | 'dated'>) {
  const format = useFormat();
  const text =
    row.at && (dated ? format.moment(row.at, row.hasTime) : row.hasTime ? format.clock(row.at) : '');
  return <span className={row.overdue ? styles.late : styles.when}>{text}</span>;
}

/** What was closed goes away: the focus is on its neighbour before it does. */
function leave(line: HTMLElement): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-task]')];
  const at = rows.indexOf(line);
  (rows[at + 1] ?? rows[at - 1])?.focus();
}
