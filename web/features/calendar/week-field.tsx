// Working hours, Monday to Sunday: from, to, and how long of it is a break; a day without a tick is off.
import { Checkbox, NumberInput } from '@mantine/core';
import type { Hours, Week } from '../../../contract/calendar.ts';
import { useFormat } from '../../platform/format.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { ClockField } from './clock-field.tsx';
import { usualHours } from './week-hours.ts';

type WeekFieldProps = {
  value: Week;
  onChange(week: Week): void;
  /** By day, Monday is 0. */
  faults: Record<number, string>;
  /** What is to be known of a day before it is saved. */
  notes: Record<number, string>;
  disabled?: boolean;
};

/** Any Monday: only its name is used. */
const monday = Temporal.PlainDate.from('2024-01-01');

export function WeekField({ value, onChange, faults, notes, disabled = false }: WeekFieldProps) {
  const say = useSay();
  const format = useFormat();
  const set = (day: number, hours: Hours | null) =>
    onChange(value.map((each, at) => (at === day ? hours : each)));
  return (
    <fieldset className={styles.week} disabled={disabled}>
      <legend>{say('calendar.week')}</legend>
      {value.map((hours, day) => {
        const name = format.weekday(monday.add({ days: day }).toString());
        return (
          <div key={name} className={styles.weekDay}>
            <Checkbox
              size="xs"
              label={name}
              checked={hours !== null}
              onChange={(event) => set(day, event.currentTarget.checked ? usualHours : null)}
            />
            {hours ? (
              <DayHours name={name} hours={hours} fault={faults[day]} onChange={(next) => set(day, next)} />
            ) : (
              <span className={styles.dayOff}>{say('calendar.dayOff')}</span>
            )}
            {notes[day] && (
              <p role="alert" className={styles.dayNote}>
                {notes[day]}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

type DayHoursProps = { name: string; hours: Hours; fault: string | undefined; onChange(hours: Hours): void };

function DayHours({ name, hours, fault, onChange }: DayHoursProps) {
  const say = useSay();
  const clock = (end: 'from' | 'to') => ({
    label: `${name}: ${say(end === 'from' ? 'interval.from' : 'interval.to')}`,
    value: hours[end],
    onChange: (minutes: number) => onChange({ ...hours, [end]: minutes }),
  });
  return (
    <>
      <ClockField {...clock('from')} />
      <span aria-hidden>–</span>
      <ClockField {...clock('to')} error={fault} />
      <NumberInput
        aria-label={`${name}: ${say('calendar.pause')}`}
        value={hours.pause}
        min={0}
        max={1440}
        allowDecimal={false}
        hideControls
        suffix={` ${say('calendar.minuteMark')}`}
        onChange={(pause) => onChange({ ...hours, pause: Number(pause) || 0 })}
      />
    </>
  );
}
