// Pure: the mornings that have come within a stretch of time, and the day before each, whose tasks are overdue by then.

/** Nine by the firm's clock. */
const hour = 9;

/** `from` and `to`: the whole of the day before, `to` not in it. */
export type Morning = { moment: string; day: string; from: string; to: string };

/** After a house has stood still for long, the last days are enough: what is older was overdue before. */
const atMost = 31;

/** Of `from` (not in it) to `to`. */
export function morningsIn(stretch: { from: string; to: string }, timeZone: string): Morning[] {
  const last = Temporal.Instant.from(stretch.to).toZonedDateTimeISO(timeZone).toPlainDate();
  const days = [...Array(atMost).keys()].map((back) => last.subtract({ days: back })).reverse();
  return days.flatMap((day) => {
    const moment = day.toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) }).toInstant();
    const isIn =
      Temporal.Instant.compare(moment, stretch.from) > 0 && Temporal.Instant.compare(moment, stretch.to) <= 0;
    return isIn ? [{ moment: moment.toString(), ...dayBefore(day, timeZone) }] : [];
  });
}

function dayBefore(day: Temporal.PlainDate, timeZone: string) {
  const before = day.subtract({ days: 1 });
  const start = (of: Temporal.PlainDate) => of.toZonedDateTime(timeZone).toInstant().toString();
  return { day: before.toString(), from: start(before), to: start(day) };
}
