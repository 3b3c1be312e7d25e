// Working hours and absences of one person, inside of the manager's card.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Week } from '../../../contract/calendar.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useHeldDraft } from '../../platform/held-draft.ts';
import { useAsk } from '../../platform/queries.ts';
import { RestoredDraft } from '../../platform/restored-draft.tsx';
import { useSay } from '../../platform/texts.tsx';
import { type AbsenceDraft, Absences, isWritten, noAbsence } from './absences.tsx';
import styles from './calendar.module.css';
import { WeekForm } from './week-form.tsx';

type PersonTimesProps = {
  personId: number;
  disabled: boolean;
  /** Name of the card, under which what is written here is kept. */
  card: string;
};

type TimesDraft = { week: Week | null; absence: AbsenceDraft };

const nothingWritten: TimesDraft = { week: null, absence: noAbsence };

/** What is written and not saved; all of it taken back is nothing. */
function useTimesDraft(card: string) {
  const { draft, set, reset, restored } = useHeldDraft<TimesDraft, null>(card, nothingWritten, null);
  const write = (part: Partial<TimesDraft>) => {
    const { week, absence } = { ...draft, ...part };
    if (week === null && !isWritten(absence) && absence.kind === noAbsence.kind) reset();
    else set(part);
  };
  return { draft, write, reset, restored };
}

export function PersonTimes({ personId, disabled, card }: PersonTimesProps) {
  const say = useSay();
  const act = useDo();
  const { data } = useAsk('calendar.times', { personId });
  const [own, setOwn] = useState(false);
  const { draft, write, reset, restored } = useTimesDraft(card);
  if (!data) return null;
  const kept = data.weeks.find((each) => each.personId === personId)?.week;
  const saved = kept ?? data.firmWeek;
  const writeWeek = (week: Week) =>
    write({ week: JSON.stringify(week) === JSON.stringify(saved) ? null : week });
  const clear = async () => {
    setOwn(false);
    write({ week: null });
    if (kept) await act('calendar.setWeek', { personId, week: null }, { text: say('calendar.weekCleared') });
  };
  return (
    <div className={styles.times}>
      {restored && <RestoredDraft onDiscard={reset} />}
      {kept || own || draft.week ? (
        <WeekForm
          key={JSON.stringify(kept)}
          personId={personId}
          kept={saved}
          week={draft.week ?? saved}
          onWeek={writeWeek}
          onSaved={() => write({ week: null })}
          disabled={disabled}
          more={
            <Button size="compact-md" variant="subtle" color="gray" onClick={clear}>
              {say('calendar.asFirm')}
            </Button>
          }
        />
      ) : (
        <p className={styles.lead}>
          {say('calendar.firmHours')}{' '}
          {!disabled && (
            <Button size="compact-sm" variant="subtle" onClick={() => setOwn(true)}>
              {say('calendar.ownHours')}
            </Button>
          )}
        </p>
      )}
      <Absences
        personId={personId}
        absences={data.absences}
        disabled={disabled}
        draft={draft.absence}
        onDraft={(absence) => write({ absence })}
      />
    </div>
  );
}
