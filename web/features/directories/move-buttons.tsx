// The place of the active row in the own order of its directory: one up, one down.
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { tip } from '../../kit/tip.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './directories.module.css';

export function MoveButtons({ onMove }: { onMove(by: 1 | -1): void }) {
  const say = useSay();
  const button = (by: 1 | -1, label: string, Icon: typeof IconArrowUp) => (
    <ActionIcon {...tip(`${label}: ${say('entry.moveHint')}`)} aria-label={label} onClick={() => onMove(by)}>
      <Icon size={16} stroke={1.5} />
    </ActionIcon>
  );
  return (
    <span className={styles.moves}>
      {button(-1, say('entry.up'), IconArrowUp)}
      {button(1, say('entry.down'), IconArrowDown)}
    </span>
  );
}
