// Between an instant of the contract and the date and time that a person types, in a time zone.
import type { Moment } from '../kit/fields/parse-moment.ts';

export function toMoment(at: string | null, hasTime: boolean, timeZone: string): Moment | null {
  if (at === null) return null;
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return { date: zoned.toPlainDate(), time: hasTime ? zoned.toPlainTime() : null };
}

/** Without a time it is the start of the day in the zone. */
export function fromMoment(moment: Moment | null, timeZone: string): { at: string | null; hasTime: boolean } {
  if (moment === null) return { at: null, hasTime: false };
  const { date, time } = moment;
  const zoned = time ? date.toZonedDateTime({ timeZone, plainTime: time }) : date.toZonedDateTime(timeZone);
  return { at: zoned.toInstant().toString(), hasTime: time !== null };
}
