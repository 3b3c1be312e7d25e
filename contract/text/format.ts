// Dates as people say them, numbers with thin spaces: on screens and on paper.

export type Format = ReturnType<typeof formatFor>;

type Words = { yesterday: string; today: string; tomorrow: string };

const minute = 60_000; // ms

export function formatFor(locale: 'ru' | 'en', timeZone: string, words: Words) {
  const intl = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { timeZone, ...options });
  const time = intl({ hour: '2-digit', minute: '2-digit' });
  const sameYear = intl({ weekday: 'short', day: 'numeric', month: 'short' });
  const otherYear = intl({ day: 'numeric', month: 'short', year: 'numeric' });
  const whole = intl({ dateStyle: 'full', timeStyle: 'short' });
  const wholeDay = intl({ dateStyle: 'full' });
  const weekday = intl({ weekday: 'short' });
  const month = intl({ month: 'short' });
  const wholeMonth = intl({ month: 'long' });
  const paper = intl({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const number = new Intl.NumberFormat(locale === 'ru' ? 'ru-RU' : 'en-GB');
  const dayOf = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  const sayDay = (day: Temporal.PlainDate, moment: Date) => {
    const today = Temporal.Now.plainDateISO(timeZone);
    const distance = today.until(day).days;
    if (distance >= -1 && distance <= 1)
      return [words.yesterday, words.today, words.tomorrow][distance + 1] as string;
    return (day.year === today.year ? sameYear : otherYear).format(moment).replace(',', '');
  };
  const onPaper = (date: Date, weekday: boolean) => {
    const parts = new Map(paper.formatToParts(date).map(({ type, value }) => [type, value]));
    return `${weekday ? `${parts.get('weekday')} ` : ''}${parts.get('day')} ${parts.get('month')} ${parts.get('year')}`;
  };
  const startOf = (day: string) =>
    new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
  return {
    timeZone,
    /** «сегодня 14:30», «пт 27 нояб.»; a year only when it is another one. */
    moment: (text: string, hasTime = true) => {
      const date = new Date(text);
      const day = sayDay(dayOf(text), date);
      return hasTime ? `${day} ${time.format(date)}` : day;
    },
    /** The time of day alone, under a heading that says the day. */
    clock: (text: string) => time.format(new Date(text)),
    /** The calendar day `YYYY-MM-DD` on which the moment falls. */
    dayOf: (text: string) => dayOf(text).toString(),
    /** A calendar day `YYYY-MM-DD`. */
    day: (text: string) => sayDay(Temporal.PlainDate.from(text), startOf(text)),
    /** «24», «вт», «нояб.»: what heads a column of a calendar. */
    dayNumber: (text: string) => String(Temporal.PlainDate.from(text).day),
    weekday: (text: string) => weekday.format(startOf(text)),
    month: (text: string) => month.format(startOf(text)),
    /** «ноябрь» */
    wholeMonth: (text: string) => wholeMonth.format(startOf(text)),
    wholeDay: (text: string) => wholeDay.format(startOf(text)),
    /** «вт 24 нояб. 2026, 09:00»: on paper "today" is wrong by tomorrow. */
    paperMoment: (text: string, hasTime = true) => {
      const date = new Date(text);
      return hasTime ? `${onPaper(date, true)}, ${time.format(date)}` : onPaper(date, true);
    },
    /** «24 нояб. 2026» of a calendar day `YYYY-MM-DD`. */
    paperDay: (text: string) => onPaper(startOf(text), false),
    exact: (text: string, hasTime = true) => (hasTime ? whole : wholeDay).format(new Date(text)),
    number: (value: number) => number.format(value),
    /** The moment at which this text would read otherwise: the next minute. */
    nextChange: () => minute - (Date.now() % minute),
  };
}
