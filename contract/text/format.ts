// Dates as people say them, numbers with thin spaces: on screens and on paper.

import { dateFormat, regional } from './intl.ts';

export type Format = ReturnType<typeof formatFor>;

type Words = { yesterday: string; today: string; tomorrow: string };

const minute = 60_000; // ms

/**
 * Times are of `timeZone`, the clock of whoever reads. A moment without a time is a day of the firm, whose zone is `dayZone`: it is the same
 * day for everybody.
 */
export function formatFor(locale: 'ru' | 'en', timeZone: string, words: Words, dayZone = timeZone) {
  const intl = (options: Intl.DateTimeFormatOptions, zone = timeZone) => ({
    format: (date: Date) => dateFormat(locale, { timeZone: zone, ...options }).format(date),
    formatToParts: (date: Date) => dateFormat(locale, { timeZone: zone, ...options }).formatToParts(date),
  });
  const time = intl({ hour: '2-digit', minute: '2-digit' });
  const daysIn = (zone: string) => ({
    zone,
    sameYear: intl({ weekday: 'short', day: 'numeric', month: 'short' }, zone),
    otherYear: intl({ day: 'numeric', month: 'short', year: 'numeric' }, zone),
    paper: intl({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, zone),
  });
  const here = daysIn(timeZone);
  const atFirm = dayZone === timeZone ? here : daysIn(dayZone);
  const whole = intl({ dateStyle: 'full', timeStyle: 'short' });
  const wholeDay = intl({ dateStyle: 'full' }, dayZone);
  const longDay = intl({ weekday: 'long', day: 'numeric', month: 'long' }, dayZone);
  const shortDay = intl({ day: 'numeric', month: 'short' }, dayZone);
  const firmClock = intl({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, dayZone);
  const weekday = intl({ weekday: 'short' }, dayZone);
  const month = intl({ month: 'short' }, dayZone);
  const wholeMonth = intl({ month: 'long' }, dayZone);
  const number = new Intl.NumberFormat(regional[locale]);
  type Days = typeof here;
  const dayOf = (moment: string, { zone }: Days) =>
    Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate();
  const sayDay = (day: Temporal.PlainDate, moment: Date, { zone, sameYear, otherYear }: Days) => {
    const today = Temporal.Now.plainDateISO(zone);
    const distance = today.until(day).days;
    if (distance >= -1 && distance <= 1)
      return [words.yesterday, words.today, words.tomorrow][distance + 1] as string;
    return (day.year === today.year ? sameYear : otherYear).format(moment).replace(',', '');
  };
  const onPaper = (date: Date, weekday: boolean, { paper }: Days) => {
    const parts = new Map(paper.formatToParts(date).map(({ type, value }) => [type, value]));
    return `${weekday ? `${parts.get('weekday')} ` : ''}${parts.get('day')} ${parts.get('month')} ${parts.get('year')}`;
  };
  const isThisYear = (day: string) =>
    Temporal.PlainDate.from(day).year === Temporal.Now.plainDateISO(dayZone).year;
  const startOf = (day: string) =>
    new Date(Temporal.PlainDate.from(day).toZonedDateTime(dayZone).epochMilliseconds);
  return {
    timeZone,
    dayZone,
    /** «сегодня 14:30», «пт 27 нояб.»; a year only when it is another one. */
    moment: (text: string, hasTime = true) => {
      const date = new Date(text);
      const days = hasTime ? here : atFirm;
      const day = sayDay(dayOf(text, days), date, days);
      return hasTime ? `${day} ${time.format(date)}` : day;
    },
    /** The time of day alone, under a heading that says the day. */
    clock: (text: string) => time.format(new Date(text)),
    /** The calendar day `YYYY-MM-DD` on which the moment falls for whoever reads. */
    dayOf: (text: string) => dayOf(text, here).toString(),
    /** The day of the firm on which a task stands: that of lists and calendars. */
    planDay: (text: string) => dayOf(text, atFirm).toString(),
    /** Whether the moment is the start of a day of the firm, as that of a task without an hour is. */
    isPlanDay: (text: string) => {
      const at = Temporal.Instant.from(text).toZonedDateTimeISO(dayZone);
      return at.equals(at.startOfDay());
    },
    /** A calendar day `YYYY-MM-DD`. */
    day: (text: string) => sayDay(Temporal.PlainDate.from(text), startOf(text), atFirm),
    /** «24», «вт», «нояб.»: what heads a column of a calendar. */
    dayNumber: (text: string) => String(Temporal.PlainDate.from(text).day),
    weekday: (text: string) => weekday.format(startOf(text)),
    month: (text: string) => month.format(startOf(text)),
    /** «ноябрь» */
    wholeMonth: (text: string) => wholeMonth.format(startOf(text)),
    /** «вторник, 24 ноября»; the year only where it is another one. */
    longDay: (text: string) => (isThisYear(text) ? longDay : wholeDay).format(startOf(text)),
    /** «вторник, 24 ноября 2026 г.» of paper. */
    wholeDay: (text: string) => wholeDay.format(startOf(text)),
    /** «24–30 нояб.», «28 дек. 2026 – 3 янв. 2027»: years only where one is another. */
    days: (from: string, to: string) => {
      const isNear = isThisYear(from) && isThisYear(to);
      const say = (day: string) =>
        isNear ? shortDay.format(startOf(day)) : onPaper(startOf(day), false, atFirm);
      const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
      return isOneMonth ? `${Temporal.PlainDate.from(from).day}–${say(to)}` : `${say(from)} – ${say(to)}`;
    },
    /** «вт 24 нояб. 2026, 09:00»: on paper "today" is wrong by tomorrow. */
    paperMoment: (text: string, hasTime = true) => {
      const date = new Date(text);
      return hasTime ? `${onPaper(date, true, here)}, ${time.format(date)}` : onPaper(date, true, atFirm);
    },
    /** «24 нояб. 2026, 09:00»: for what is said beside the main moment. */
    paperStamp: (text: string) => {
      const date = new Date(text);
      return `${onPaper(date, false, here)}, ${time.format(date)}`;
    },
    /** «24 нояб. 2026» of a calendar day `YYYY-MM-DD`. */
    paperDay: (text: string) => onPaper(startOf(text), false, atFirm),
    /** With the firm's clock beside it where that is another one. */
    exact: (text: string, hasTime = true) => {
      const date = new Date(text);
      if (!hasTime) return wholeDay.format(date);
      const firm = dayZone === timeZone ? '' : ` (${firmClock.format(date)} ${dayZone})`;
      return whole.format(date) + firm;
    },
    number: (value: number) => number.format(value),
    /** The moment at which this text would read otherwise: the next minute. */
    nextChange: () => minute - (Date.now() % minute),
  };
}
