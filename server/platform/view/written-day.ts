// Pure: a day as lists write it (пн 23 нояб. 10:00, 1 Feb 2027, сегодня) in the figures that a search compares: 23.11.____ 10:00.
import { swapLayout } from '../../../contract/text/layout.ts';

/** By their first letters: in full, short, and as they bend (мая, ноября). */
const monthNames = [
  ['янв', 'jan'],
  ['февр', 'feb'],
  ['март', 'мар', 'mar'],
  ['апр', 'apr'],
  ['май', 'мая', 'may'],
  ['июн', 'jun'],
  ['июл', 'jul'],
  ['авг', 'aug'],
  ['сент', 'sep'],
  ['окт', 'oct'],
  ['нояб', 'nov'],
  ['дек', 'dec'],
];
const nearDays: Record<string, number> = {
  вчера: -1,
  сегодня: 0,
  завтра: 1,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
};
/** What tells nothing of the day that its date does not. */
const silent = /^(г|пн|вт|ср|чт|пт|сб|вс|mon|tue|wed|thu|fri|sat|sun)$/;

type Figures = { day: string; month: string; year: string; time: string };

/** Patterns for LIKE over `DD.MM.YYYY HH24:MI`; none where the text is no such day. As typed, or by the other keyboard layout. */
export function writtenDays(text: string, today: string): string[] {
  const found = patternsOf(text, today);
  return found.length > 0 ? found : patternsOf(swapLayout(text), today);
}

function patternsOf(text: string, today: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => word !== '' && !silent.test(word));
  const named = words.find((word) => /^\p{L}/u.test(word));
  if (!named) return [];
  const others = words.filter((word) => word !== named);
  const [hour, rest] = [figuresOf(others, false), figuresOf(others, true)];
  return [
    ...(hour ? nearOf(named, today).map((date) => likeOf({ ...hour, ...date })) : []),
    ...(rest ? monthsOf(named).map((date) => likeOf({ ...rest, ...date })) : []),
  ];
}

function nearOf(word: string, today: string): Pick<Figures, 'day' | 'month' | 'year'>[] {
  return Object.entries(nearDays)
    .filter(([name]) => word.length > 1 && name.startsWith(word))
    .map(([, after]) => {
      const [year = '', month = '', day = ''] = Temporal.PlainDate.from(today)
        .add({ days: after })
        .toString()
        .split('-');
      return { day, month, year };
    });
}

function monthsOf(word: string): Pick<Figures, 'month'>[] {
  return monthNames.flatMap((names, at) =>
    names.some((name) => name.startsWith(word) || (word.length > 2 && word.startsWith(name)))
      ? [{ month: String(at + 1).padStart(2, '0') }]
      : [],
  );
}

/** A number up to 31 before anything else is the day where one is looked for, four figures are the year, what comes last is the hour. */
function figuresOf(words: string[], withDay: boolean): Figures | null {
  const figures: Figures = { day: '__', month: '__', year: '____', time: '' };
  for (const [at, word] of words.entries()) {
    if (withDay && at === 0 && /^([1-9]|0[1-9]|[12]\d|3[01])$/.test(word))
      figures.day = word.padStart(2, '0');
    else if (/^\d{4}$/.test(word)) figures.year = word;
    else if (at === words.length - 1 && /^\d{1,2}(:\d{0,2})?$/.test(word)) figures.time = ` ${word}`;
    else return null;
  }
  return figures;
}

const likeOf = ({ day, month, year, time }: Figures) => `${day}.${month}.${year}${time}%`;
