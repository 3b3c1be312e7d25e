// Working hours and absences of one person, inside of the manager's card.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDo } from '../../platform/deeds.tsx';
import { useHeldDraft } from '../../platform/held-draft.ts';
import { useAsk } from '../../platform/queries.ts';
import { RestoredDraft } from '../../platform/restored-draft.tsx';
import { useSay } from '../../platform/texts.tsx';
import { type AbsenceDraft, Absences, isWritten, noAbsence } from './absences.tsx';
import styles from './calendar.module.css';
import { WeekForm } from './week-form.tsx';
import type { WrittenDays } from './week-hours.ts';

type PersonTimesProps = {
  personId: number;
  disabled: boolean;
  /** Name of the card, under which what is written here is kept. */
  card: string;
};

type TimesDraft = { days: WrittenDays; absence: AbsenceDraft };

const nothingWritten: TimesDraft = { days: {}, absence: noAbsence };

/** What is written and not saved; all of it taken back is nothing. */
function useTimesDraft(card: string) {
  const { draft, set, reset, restored } = useHeldDraft<TimesDraft, null>(card, nothingWritten, null);
  const write = (part: Partial<TimesDraft>) => {
    const { days, absence } = { ...draft, ...part };
    if (Object.keys(days).length === 0 && !isWritten(absence) && absence.kind === noAbsence.kind) reset();
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
  const clear = async () => {
    setOwn(false);
    write({ days: {} });
    if (kept) await act('calendar.setWeek', { personId, week: null }, { text: say('calendar.weekCleared') });
  };
  return (
    <div className={styles.times}>
      {restored && <RestoredDraft onDiscard={reset} />}
      {kept || own || Object.keys(draft.days).length > 0 ? (
        <WeekForm
          personId={personId}
          kept={saved}
          written={draft.days}
          onWritten={(days) => write({ days })}
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
