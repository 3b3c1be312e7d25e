// Days on which somebody is away: leave, illness, a trip.
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type Absence, absenceKinds } from '../../../contract/calendar.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { DayField } from './day-field.tsx';

type AbsencesProps = { personId: number; absences: Absence[]; disabled: boolean };

export function Absences({ personId, absences, disabled }: AbsencesProps) {
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
      {!disabled && <NewAbsence personId={personId} />}
    </section>
  );
}

function NewAbsence({ personId }: { personId: number }) {
  const say = useSay();
  const act = useDo();
  const [kind, setKind] = useState<Absence['kind']>('vacation');
  const [span, setSpan] = useState<{ from: string | null; to: string | null }>({ from: null, to: null });
  const [note, setNote] = useState('');
  const { from } = span;
  const to = span.to ?? from;
  const backwards = from !== null && to !== null && from > to;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (from === null || to === null || backwards) return;
    const added = await act(
      'calendar.addAbsence',
      { personId, kind, from, to, note },
      { text: say('calendar.absenceAdded') },
    );
    if (!added) return;
    setSpan({ from: null, to: null });
    setNote('');
  };
  return (
    <form className={styles.newAbsence} onSubmit={add}>
      <Select
        label={say('calendar.reason')}
        data={absenceKinds.map((value) => ({ value, label: say(`absence.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => value && setKind(value)}
      />
      <DayField
        label={say('interval.from')}
        value={from}
        onChange={(day) => setSpan({ ...span, from: day })}
      />
      <DayField
        label={say('interval.to')}
        value={span.to}
        onChange={(day) => setSpan({ ...span, to: day })}
        error={backwards ? say('refusal.absence.backwards') : undefined}
      />
      <TextInput
        label={say('calendar.note')}
        value={note}
        maxLength={200}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={from === null || backwards}>
        {say('kit.add')}
      </Button>
    </form>
  );
}
