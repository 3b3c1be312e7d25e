/** Dates as people type them. */
import { describe, expect, it } from 'vitest';
import { type MomentWords, parseMoment } from './parse-moment.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const words: MomentWords = {
  near: [
    [['сегодня', 'today'], 0],
    [['завтра', 'tomorrow'], 1],
    [['послезавтра'], 2],
    [['вчера', 'yesterday'], -1],
  ],
  weekdays: [
    ['понедельник', 'пн'],
    ['вторник', 'вт'],
    ['среда', 'ср'],
    ['четверг'],
    ['пятница', 'пт', 'friday'],
    [],
    [],
  ],
  months: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ].map((name, at) => (at === 10 ? [name, 'november'] : [name])),
};

const typed: [string, string | undefined][] = [
  ['25.11', '2026-11-25'],
  ['25', '2026-11-25'],
  ['5/1/27', '2027-01-05'],
  ['01.01.0000', '0000-01-01'],
  ['2027-01-05', '2027-01-05'],
  ['25 ноя', '2026-11-25'],
  ['5 янв', '2027-01-05'],
  ['5.1', '2027-01-05'],
  ['20 ноя', '2026-11-20'],
  ['1 июня', '2026-06-01'],
  ['29.02', '2028-02-29'],
  ['nov 25', '2026-11-25'],
  ['1 янв 2027', '2027-01-01'],
  ['завтра', '2026-11-24'],
  ['Завтра 14:30', '2026-11-24 14:30'],
  ['tomorrow at 9', '2026-11-24 09:00'],
  ['послез', '2026-11-25'],
  ['пт', '2026-11-27'],
  ['пн', '2026-11-30'],
  ['+3', '2026-11-26'],
  ['-1', '2026-11-22'],
  ['14:30', '2026-11-23 14:30'],
  ['25.11 14.30', '2026-11-25 14:30'],
  ['25.11 в 9', '2026-11-25 09:00'],
  ['31.02', undefined],
  ['25.11 27:00', undefined],
  ['сколько-нибудь', undefined],
  ['', undefined],
];

describe('T-01 typed dates', () => {
  it.each(typed)('T-01 «%s» is %s', (text, expected) => {
    const moment = parseMoment(text, today, words);
    const time = moment?.time ? ` ${moment.time.toString({ smallestUnit: 'minute' })}` : '';
    expect(moment && `${moment.date}${time}`).toBe(expected);
  });
});
