// What whoever hosts this house has limited, and how much of it is used; nothing where nothing is limited.
import { Progress } from '@mantine/core';
import { useFormat } from '../../platform/format.ts';
import { useAsk } from '../../platform/queries.ts';
import { useSay } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import { megabytes } from './megabytes.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';

/** From here on it is worth attention. */
const nearlyFull = 0.9;

export function LimitsSection() {
  const say = useSay();
  const { data } = useAsk('limits.use', {});
  if (!data || data.rows.length === 0) return null;
  return (
    <Section id="limits" title={say('settings.limits')} text={say('settings.limitsText')}>
      {data.rows.map((row) => (
        <OneLimit key={row.kind} {...row} />
      ))}
      {data.contact && <p className={styles.note}>{say('settings.limits.ask', { contact: data.contact })}</p>}
    </Section>
  );
}

type LimitProps = { kind: string; used: number; most: number };

function OneLimit({ kind, used, most }: LimitProps) {
  const say = useSay();
  const format = useFormat();
  const label = say(`settings.limits.${kind}` as TextId);
  const shown = (value: number) => format.number(kind === 'storage' ? megabytes(value) : value);
  const part = Math.min(1, used / most);
  return (
    <div className={styles.limit}>
      <span>{label}</span>
      <span>{say('settings.limits.use', { used: shown(used), most: shown(most) })}</span>
      <Progress
        aria-label={label}
        value={part * 100}
        color={part >= nearlyFull ? 'var(--attention)' : 'var(--accent)'}
      />
    </div>
  );
}
