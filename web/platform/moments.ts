// Between an instant of the contract and the date and time that a person types, in the zones of whoever types.
import type { Moment } from '../kit/fields/parse-moment.ts';

/** A time is of the person's clock; a day without one is a day of the firm, whoever reads it. */
export type Zones = Readonly<{ timeZone: string; dayZone: string }>;

export function toMoment(at: string | null, hasTime: boolean, { timeZone, dayZone }: Zones): Moment | null {
  if (at === null) return null;
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(hasTime ? timeZone : dayZone);
  return { date: zoned.toPlainDate(), time: hasTime ? zoned.toPlainTime() : null };
}

/** Without a time it is the start of that day of the firm. */
export function fromMoment(
  moment: Moment | null,
  { timeZone, dayZone }: Zones,
): { at: string | null; hasTime: boolean } {
  if (moment === null) return { at: null, hasTime: false };
  const { date, time } = moment;
  const zoned = time ? date.toZonedDateTime({ timeZone, plainTime: time }) : date.toZonedDateTime(dayZone);
  return { at: zoned.toInstant().toString(), hasTime: time !== null };
}
