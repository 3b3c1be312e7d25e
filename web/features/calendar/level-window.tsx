// Levelling: which tasks would go where, how full the fullest day is before and after; one press moves them, one undo brings them back.
import { Anchor, Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { CalendarMove, FilledDay, Levelled } from '../../../contract/calendar.ts';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import { fillAfter, workOnDaysOff } from '../../../contract/levelling.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { notifications } from '../../kit/notes/notes.ts';
import { EmptyState, ErrorState } from '../../kit/states/empty-state.tsx';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { CardWindow } from '../../kit/window/card-window.tsx';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useWindowPlace } from '../../platform/layouts.ts';
import { useAsk } from '../../platform/queries.ts';
import type { References } from '../../platform/references.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { lengthWords } from './use-hour-labels.ts';

type LevelWindowProps = {
  parameters: Parameters;
  references: References;
  onOpenTask(id: number): void;
  onClose(): void;
};

export function LevelWindow({ parameters, references, onOpenTask, onClose }: LevelWindowProps) {
  const words = useWords();
  const { say } = words;
  const act = useDo();
  const labels = useKitLabels();
  const [place, setPlace] = useWindowPlace('level');
  const { data, error } = useAsk('calendar.level', parameters);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const chosen = (data?.moves ?? []).filter(({ id }) => !left.has(id));
  const level = async () => {
    const moves = chosen.map(({ id, version, to }) => ({ id, version, day: to }));
    const text = ({ changed, skipped }: { changed: number; skipped: number }) =>
      [
        say('calendar.levelled', { count: changed }),
        skipped > 0 && say('calendar.levelStay', { count: skipped }),
      ]
        .filter(Boolean)
        .join('; ');
    const done = await act('tasks.move', { moves }, { text });
    if (done && done.operation !== null) onClose();
    else if (done)
      notifications.show({ message: say('calendar.stale'), autoClose: 8000, withCloseButton: true });
  };
  const toggle = (id: number) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <CardWindow
      title={say('calendar.level')}
      labels={labels.window}
      place={place}
      onPlaceChange={setPlace}
      onClose={onClose}
      onSave={chosen.length > 0 ? level : undefined}
      size={{ width: 760, height: 560 }}
      footer={
        chosen.length > 0 && (
          <div className={styles.foot}>
            <Button className={styles.push} onClick={level}>
              {say('calendar.moveThem', { count: chosen.length })}
            </Button>
          </div>
        )
      }
    >
      {error && !data && <ErrorState title={refusalText(words, error)} />}
      {!error && !data && <SkeletonRows rows={8} label={say('calendar.level')} />}
      {data?.moves.length === 0 && (
        <EmptyState title={say('calendar.levelNone')} text={say('calendar.levelNoneText')} />
      )}
      {data && data.moves.length > 0 && (
        <>
          <p className={styles.lead}>{say('calendar.levelLead')}</p>
          {data.managers.map((manager) => (
            <ManagerMoves
              key={manager.managerId}
              manager={manager}
              moves={data.moves.filter(({ managerId }) => managerId === manager.managerId).sort(byDay)}
              name={references.personName(manager.managerId)}
              left={left}
              onToggle={toggle}
              onOpenTask={onOpenTask}
            />
          ))}
        </>
      )}
    </CardWindow>
  );
}

const byDay = (one: CalendarMove, other: CalendarMove) =>
  one.from.localeCompare(other.from) || one.to.localeCompare(other.to) || one.id - other.id;

type ManagerMovesProps = {
  manager: Levelled['managers'][number];
  moves: CalendarMove[];
  name: string;
  left: ReadonlySet<number>;
  onToggle(id: number): void;
  onOpenTask(id: number): void;
};

function ManagerMoves({ manager, moves, name, left, onToggle, onOpenTask }: ManagerMovesProps) {
  const { say, locale } = useWords();
  const format = useFormat();
  return (
    <section className={styles.moves}>
      <h3>{name}</h3>
      <Gain days={manager.days} moves={moves.filter(({ id }) => !left.has(id))} />
      <ul>
        {moves.map(({ id, title, clientName, minutes, from, to }) => (
          <li key={id}>
            <Checkbox
              size="xs"
              checked={!left.has(id)}
              onChange={() => onToggle(id)}
              label={
                <span className={styles.move}>
                  <span className={styles.moveTitle}>
                    <Anchor component="button" type="button" inherit onClick={() => onOpenTask(id)}>
                      {numbered(id, locale)} {title}
                    </Anchor>{' '}
                    <small>{clientName}</small>
                  </span>
                  <span>{lengthWords(say, minutes)}</span>
                  <span>{format.day(from)}</span>
                  <span>
                    → <strong>{format.day(to)}</strong>
                  </span>
                </span>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type GainProps = { days: FilledDay[]; moves: CalendarMove[] };

/** Of the moves that are chosen; what changes is bold. */
function Gain({ days, moves }: GainProps) {
  const { say } = useWords();
  const { number } = useFormat();
  const [before, after] = [fillAfter(days, []), fillAfter(days, moves)];
  const off = workOnDaysOff(days, moves);
  const percent = (value: number) => `${number(value)}%`;
  const length = (minutes: number) => lengthWords(say, minutes);
  const figures = [
    { of: say('calendar.overfull'), was: number(before.overfull), is: number(after.overfull) },
    { of: say('calendar.over'), was: length(before.over), is: length(after.over) },
    ...(off.before > 0
      ? [{ of: say('calendar.onDaysOff'), was: length(off.before), is: length(off.after) }]
      : []),
    { of: say('calendar.fullest'), was: percent(before.fullest), is: percent(after.fullest) },
  ];
  return (
    <div className={styles.gain}>
      {figures.map(({ of, was, is }) => (
        <p key={of}>
          <span>{of}</span> <span>{was}</span> <span>→ {is === was ? is : <strong>{is}</strong>}</span>
        </p>
      ))}
    </div>
  );
}
