// Working hours and holidays of the firm, inside of the settings.
import { ActionIcon, Badge, Button, Checkbox, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Holiday } from '../../../contract/calendar.ts';
import { PartForm } from '../../kit/fields/part-form.tsx';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useAsk } from '../../platform/queries.ts';
import { useMe } from '../../platform/session.tsx';
import { useStepLeft } from '../../platform/step-left.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { DayField } from './day-field.tsx';
import { WeekForm } from './week-form.tsx';
import type { WrittenDays } from './week-hours.ts';

export function FirmWeek() {
  const { data } = useAsk('calendar.times', {});
  const [written, setWritten] = useState<WrittenDays>({});
  const unsaid = useStepLeft('hours');
  if (!data) return null;
  return (
    <WeekForm personId={null} kept={data.firmWeek} written={written} onWritten={setWritten} unsaid={unsaid} />
  );
}

export function FirmHolidays() {
  const say = useSay();
  const act = useDo();
  const { today } = useMe();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const { data } = useAsk('calendar.holidays', { year });
  const fill = () =>
    act(
      'calendar.fillHolidays',
      { year },
      { text: ({ added }) => say('calendar.holidaysFilled', { count: added, year: String(year) }) },
    );
  return (
    <div className={styles.holidays}>
      <div className={styles.years}>
        <ActionIcon aria-label={String(year - 1)} onClick={() => setYear(year - 1)}>
          <IconChevronLeft size={16} stroke={1.5} />
        </ActionIcon>
        <strong>{year}</strong>
        <ActionIcon aria-label={String(year + 1)} onClick={() => setYear(year + 1)}>
          <IconChevronRight size={16} stroke={1.5} />
        </ActionIcon>
        <Button size="compact-sm" variant="subtle" onClick={fill}>
          {say('calendar.fillHolidays')}
        </Button>
      </div>
      {data?.rows.length === 0 && <p className={styles.lead}>{say('calendar.noHolidays')}</p>}
      <ul>
        {data?.rows.map((holiday) => (
          <HolidayLine key={holiday.id} holiday={holiday} />
        ))}
      </ul>
      <NewHoliday />
    </div>
  );
}

function HolidayLine({ holiday }: { holiday: Holiday }) {
  const say = useSay();
  const act = useDo();
  const format = useFormat();
  const { id, day, name, working } = holiday;
  return (
    <li>
      <span className={styles.when}>{format.day(day)}</span>
      <span className={styles.note}>{name}</span>
      {working && (
        <Badge size="sm" variant="light" color="gray">
          {say('calendar.workingDay')}
        </Badge>
      )}
      <ActionIcon
        size="sm"
        aria-label={say('kit.remove', { label: `${format.day(day)}, ${name}` })}
        onClick={() =>
          act('calendar.deleteHoliday', { id }, { text: say('calendar.holidayDeleted', { name }) })
        }
      >
        <IconX size={14} stroke={1.5} />
      </ActionIcon>
    </li>
  );
}

function NewHoliday() {
  const say = useSay();
  const act = useDo();
  const [day, setDay] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [working, setWorking] = useState(false);
  const add = async () => {
    if (day === null || name.trim() === '') return;
    const done = await act(
      'calendar.setHoliday',
      { day, name, working },
      { text: say('calendar.holidaySet', { name }) },
    );
    if (!done) return;
    setDay(null);
    setName('');
    setWorking(false);
  };
  return (
    <PartForm className={styles.newHoliday} idle={day === null && name === ''} onSubmit={add}>
      <DayField label={say('calendar.day')} value={day} onChange={setDay} />
      <TextInput
        label={say('calendar.holidayName')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        size="xs"
        label={say('calendar.workingDay')}
        checked={working}
        onChange={(event) => setWorking(event.currentTarget.checked)}
      />
      <Button type="submit" variant="default" disabled={day === null || name.trim() === ''}>
        {say('kit.add')}
      </Button>
    </PartForm>
  );
}
