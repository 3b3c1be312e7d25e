// The one source of the present moment, so that tests can stand at a fixed one.

export type Clock = { now(): Temporal.Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** The calendar day of an instant in a time zone: `YYYY-MM-DD`. */
export function dayIn(instant: Temporal.Instant | string, timeZone: string): string {
  return Temporal.Instant.from(instant.toString()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
