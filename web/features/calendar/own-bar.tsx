// Above the calendar of one manager: steps, the span, whose it is, and the way back to all.
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import { PickField } from '../../kit/fields/pick-field.tsx';
import { tip } from '../../kit/tip.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { PrintDoor } from '../../platform/print-door.tsx';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { type Shown, type Span, spans } from './own-days.ts';
import { WhoseSwitch } from './whose-switch.tsx';

type OwnBarProps = {
  title: string;
  zoneNote: string;
  managerId: number;
  shown: Shown;
  references: References;
  printAddress: string;
  /** The filter in chips. */
  filter: ReactNode;
  onSpan(span: Span): void;
  onStep(way: -1 | 1): void;
  onToday(): void;
  onManager(id: number): void;
  onAll(): void;
  /** Absent: the reader may add none. */
  onCreate: (() => void) | undefined;
};

export function OwnBar(props: OwnBarProps) {
  const { title, zoneNote, managerId, shown, references, onStep, onToday, onSpan } = props;
  const say = useSay();
  const labels = useKitLabels();
  useSpanKeys(props);
  const search = useMemo(() => references.searchPeople(), [references]);
  const week = shown.inHand ? say('hours.threeDays') : say('hours.week');
  return (
    <div className={styles.own} data-span={shown.span}>
      {props.filter}
      <div className={styles.titleRow}>
        <div className={styles.steps}>
          <ActionIcon
            {...tip(`${say('hours.before')} · PgUp`)}
            variant="default"
            aria-label={say('hours.before')}
            onClick={() => onStep(-1)}
          >
            <IconChevronLeft size={18} stroke={1.5} />
          </ActionIcon>
          <Button {...tip('T')} size="compact-md" variant="default" onClick={onToday}>
            {say('hours.today')}
          </Button>
          <ActionIcon
            {...tip(`${say('hours.after')} · PgDn`)}
            variant="default"
            aria-label={say('hours.after')}
            onClick={() => onStep(1)}
          >
            <IconChevronRight size={18} stroke={1.5} />
          </ActionIcon>
        </div>
        <h1 className={styles.title} title={title}>
          {title}
        </h1>
        {zoneNote && <span className={styles.zone}>{zoneNote}</span>}
        <div className={styles.whose}>
          <PickField
            label={say('calendar.manager')}
            hideLabel
            value={references.personOption(managerId)}
            search={search}
            labels={labels.pick}
            onChange={([option]) => (option ? props.onManager(Number(option.value)) : props.onAll())}
          />
        </div>
        <SegmentedControl
          {...tip('D · W · M')}
          size="xs"
          aria-label={say('hours.span')}
          value={shown.span}
          onChange={(span) => onSpan(span as Span)}
          data={spans.map((span) => ({ value: span, label: span === 'week' ? week : say(`hours.${span}`) }))}
        />
        <WhoseSwitch whose="one" onOther={props.onAll} />
        <PrintDoor address={props.printAddress} />
        {props.onCreate && (
          <ActionIcon
            {...tip(`${say('task.create')} · C`)}
            variant="filled"
            color="ink"
            aria-label={say('task.create')}
            onClick={props.onCreate}
          >
            <IconPlus size={18} stroke={2} />
          </ActionIcon>
        )}
      </div>
    </div>
  );
}

const spanKeys: Record<string, Span> = {
  KeyD: 'day',
  KeyW: 'week',
  KeyM: 'month',
  Digit1: 'day',
  Digit2: 'week',
  Digit3: 'month',
};
const stepKeys: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -1, PageDown: 1 };

/** Where letters belong to what is typed or chosen; the switches of the bar itself are not among them. */
const busyWith = 'input:not([type=radio]), textarea, select, [role=dialog], [role=menu]';

/** By physical key, so that the Russian layout works; not while something is typed or a window is open. */
function useSpanKeys({ onSpan, onStep, onToday }: Pick<OwnBarProps, 'onSpan' | 'onStep' | 'onToday'>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const busy = target.isContentEditable || target.closest(busyWith);
      if (busy || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const span = spanKeys[event.code];
      const walks = target.matches('input[type=radio]') && event.key.startsWith('Arrow');
      const step = walks ? undefined : stepKeys[event.key];
      if (span) onSpan(span);
      else if (step) onStep(step);
      else if (event.code === 'KeyT') onToday();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onSpan, onStep, onToday]);
}
