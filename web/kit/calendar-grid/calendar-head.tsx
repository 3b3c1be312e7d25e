// The heads of the columns, under the bands that neighbours share; the corner folds and unfolds all groups.
import { ActionIcon } from '@mantine/core';
import { IconFoldDown, IconFoldUp } from '@tabler/icons-react';
import { tip } from '../tip.ts';
import styles from './calendar-grid.module.css';
import type { CalendarHead, CalendarLabels } from './calendar-types.ts';

type HeadProps = {
  heads: CalendarHead[];
  labels: CalendarLabels;
  onToggleAll: ((open: boolean) => void) | null;
};

export function Head({ heads, labels, onToggleAll }: HeadProps) {
  return (
    <div className={styles.head} role="row" aria-rowindex={1}>
      <div role="columnheader" className={styles.corner} aria-colindex={1}>
        <span>{labels.corner}</span>
        {onToggleAll && (
          <>
            <ActionIcon
              {...tip(`${labels.expandAll} (+)`)}
              size="sm"
              aria-label={labels.expandAll}
              onClick={() => onToggleAll(true)}
            >
              <IconFoldDown size={15} stroke={1.5} />
            </ActionIcon>
            <ActionIcon
              {...tip(`${labels.collapseAll} (−)`)}
              size="sm"
              aria-label={labels.collapseAll}
              onClick={() => onToggleAll(false)}
            >
              <IconFoldUp size={15} stroke={1.5} />
            </ActionIcon>
          </>
        )}
      </div>
      {heads.map((head, column) => (
        <div
          key={head.key}
          role="columnheader"
          aria-colindex={column + 2}
          className={styles.day}
          data-off={head.off || undefined}
          data-today={head.today || undefined}
          title={head.title}
        >
          <small className={styles.band}>{head.band === heads[column - 1]?.band ? '' : head.band}</small>
          <strong>{head.label}</strong>
          <small>{head.sub}</small>
        </div>
      ))}
      <div role="columnheader" className={styles.totalHead} aria-colindex={heads.length + 2}>
        {labels.total}
      </div>
    </div>
  );
}
