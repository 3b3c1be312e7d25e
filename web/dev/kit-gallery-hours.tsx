/** A week by hours over a change of the clock, with much of everything; `?many` is three hundred things in one day. And a month. */
import { useState } from 'react';
import { HourGrid } from '../kit/hour-grid/hour-grid.tsx';
import type { HourDay, HourItem, Slot } from '../kit/hour-grid/hour-types.ts';
import { MonthGrid } from '../kit/hour-grid/month-grid.tsx';
import { hourLabels } from './kit-gallery-labels.ts';

const timeZone = 'Europe/Berlin';
const weekdays = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'];
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${timeZone}]`).epochMilliseconds;

function dayOf(date: Temporal.PlainDate): HourDay {
  const off = date.dayOfWeek > 5;
  const work = off ? null : { from: 600, to: 1080 };
  return {
    day: date.toString(),
    label: String(date.day),
    sub: weekdays[date.dayOfWeek - 1] as string,
    title: date.toString(),
    off,
    today: date.day === 21,
    note: date.day === 23 ? 'Отпуск' : '',
    away: date.day === 23,
    work: date.day === 23 ? null : work,
    houseWork: off ? null : { from: 540, to: 1080 },
    count: 0,
  };
}

/** The clocks go back on 25 October 2026. */
const days = Array.from({ length: 7 }, (_, n) =>
  dayOf(Temporal.PlainDate.from('2026-10-19').add({ days: n })),
);
const monthDays = Array.from({ length: 35 }, (_, n) =>
  dayOf(Temporal.PlainDate.from('2026-09-28').add({ days: n })),
);

type Given = Partial<HourItem> & Pick<HourItem, 'key' | 'day' | 'start'>;
const thing = (more: Given): HourItem => ({
  minutes: 60,
  title: `Дело ${more.key}`,
  note: 'подробности',
  hint: `Дело ${more.key}`,
  tint: 'blue',
  quiet: false,
  movable: true,
  ...more,
});

const few: HourItem[] = [
  thing({ key: 'a', day: '2026-10-20', start: at('2026-10-20T10:00') }),
  thing({ key: 'b', day: '2026-10-20', start: at('2026-10-20T10:30'), tint: 'amber' }),
  thing({ key: 'c', day: '2026-10-21', start: at('2026-10-21T12:00'), quiet: true, tint: 'green' }),
  thing({ key: 'd', day: '2026-10-22', start: at('2026-10-22T09:00'), movable: false, tint: 'violet' }),
  thing({ key: 'w', day: '2026-10-20', start: null, minutes: 30 }),
  thing({ key: 'n', day: '2026-10-25', start: at('2026-10-25T01:30'), minutes: 120 }),
];
const many = Array.from({ length: 300 }, (_, n) =>
  thing({
    key: `m${n}`,
    day: '2026-10-21',
    start: n % 5 === 0 ? null : at('2026-10-21T08:00') + (n % 40) * 900_000,
    minutes: 30 + (n % 4) * 15,
  }),
);

function useThings() {
  const [things, setThings] = useState(new URLSearchParams(location.search).has('many') ? many : few);
  const [said, setSaid] = useState('');
  const say = (what: string, { day, start, minutes }: Slot) => {
    const clock =
      start === null
        ? 'весь день'
        : Temporal.Instant.fromEpochMilliseconds(start)
            .toZonedDateTimeISO(timeZone)
            .toPlainTime()
            .toString()
            .slice(0, 5);
    setSaid([what, day, clock, minutes].filter(Boolean).join(' '));
  };
  return {
    said,
    same: {
      items: things,
      timeZone,
      labels: hourLabels,
      usualMinutes: 30,
      onOpen: (key: string) => setSaid(`открыто ${key}`),
      onMove: ({ key }: HourItem, slot: Slot) => {
        say('', slot);
        setThings(things.map((each) => (each.key === key ? { ...each, ...slot } : each)));
      },
      onCreate: (slot: Slot) => say('новое', slot),
      onDay: (day: string) => setSaid(`день ${day}`),
      onMore: (day: string) => setSaid(`все ${day}`),
      onStep: (way: number) => setSaid(`шаг ${way}`),
    },
    counted: (all: HourDay[]) =>
      all.map((day) => ({ ...day, count: things.filter((each) => each.day === day.day).length })),
  };
}

const filled = { display: 'flex', flexDirection: 'column', height: 'calc(100vh - 64px)' } as const;

export function HoursGallery() {
  const { said, same, counted } = useThings();
  return (
    <div style={filled}>
      <p data-testid="said">{said}</p>
      <HourGrid {...same} days={counted(days)} now={at('2026-10-21T14:20')} />
    </div>
  );
}

export function MonthGallery() {
  const { said, same, counted } = useThings();
  return (
    <div style={filled}>
      <p data-testid="said">{said}</p>
      <MonthGrid {...same} days={counted(monthDays)} month="2026-10-01" weekdays={weekdays} />
    </div>
  );
}
