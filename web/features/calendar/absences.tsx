// Days on which somebody is away: leave, illness, a trip.
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Absence } from '../../../contract/calendar.ts';
import { absenceKinds } from '../../../contract/kit/names.ts';
import { PartForm } from '../../kit/fields/part-form.tsx';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { DayField } from './day-field.tsx';

/** An absence being written. */
export type AbsenceDraft = {
  kind: Absence['kind'];
  from: string | null;
  to: string | null;
  note: string;
};

export const noAbsence: AbsenceDraft = { kind: 'vacation', from: null, to: null, note: '' };

/** True where there is something to lose. */
export function isWritten({ from, to, note }: AbsenceDraft): boolean {
  return from !== null || to !== null || note !== '';
}

type NewAbsenceProps = { personId: number; draft: AbsenceDraft; onDraft(draft: AbsenceDraft): void };
type AbsencesProps = NewAbsenceProps & { absences: Absence[]; disabled: boolean };

export function Absences({ absences, disabled, ...written }: AbsencesProps) {
  const say = useSay();
  const act = useDo();
  const format = useFormat();
  return (
    <section className={styles.absences}>
      <h3>{say('calendar.absences')}</h3>
      {absences.length === 0 && <p className={styles.lead}>{say('calendar.noAbsences')}</p>}
      <ul>
        {absences.map(({ id, kind, from, to, note }) => (
          <li key={id}>
            <strong>{say(`absence.${kind}`)}</strong>
            <span>{[...new Set([from, to])].map(format.day).join(' – ')}</span>
            <span className={styles.note}>{note}</span>
            {!disabled && (
              <ActionIcon
                size="sm"
                aria-label={say('kit.remove', { label: say(`absence.${kind}`) })}
                onClick={() =>
                  act('calendar.deleteAbsence', { id }, { text: say('calendar.absenceDeleted') })
                }
              >
                <IconX size={14} stroke={1.5} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!disabled && <NewAbsence {...written} />}
    </section>
  );
}

function NewAbsence({ personId, draft, onDraft }: NewAbsenceProps) {
  const say = useSay();
  const act = useDo();
  const [asked, setAsked] = useState(false);
  const { kind, from, note } = draft;
  const to = draft.to ?? from;
  const backwards = from !== null && to !== null && from > to;
  const set = (part: Partial<AbsenceDraft>) => onDraft({ ...draft, ...part });
  const add = async () => {
    setAsked(from === null);
    if (from === null || to === null || backwards) return;
    const absence = { personId, kind, from, to, note };
    if (await act('calendar.addAbsence', absence, { text: say('calendar.absenceAdded') })) onDraft(noAbsence);
  };
  return (
    <PartForm className={styles.newAbsence} idle={!isWritten(draft)} onSubmit={add}>
      <Select
        label={say('calendar.reason')}
        data={absenceKinds.map((value) => ({ value, label: say(`absence.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => value && set({ kind: value })}
      />
      <DayField
        label={say('interval.from')}
        value={from}
        onChange={(day) => set({ from: day })}
        error={asked && from === null ? say('refusal.fault.required') : undefined}
      />
      <DayField
        label={say('interval.to')}
        value={draft.to}
        onChange={(day) => set({ to: day })}
        error={backwards ? say('refusal.absence.backwards') : undefined}
      />
      <TextInput
        label={say('calendar.note')}
        value={note}
        maxLength={200}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <Button type="submit" variant="default" disabled={backwards}>
        {say('kit.add')}
      </Button>
    </PartForm>
  );
}
