// The mornings of a stretch of time, in any zone.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { morningsIn } from './mornings.ts';

const zones = ['Europe/Berlin', 'Asia/Almaty', 'America/Santiago', 'Pacific/Apia', 'UTC'];
const minutes = fc
  .integer({ min: Date.parse('2024-01-01') / 60_000, max: Date.parse('2028-01-01') / 60_000 })
  .map((at) => Temporal.Instant.fromEpochMilliseconds(at * 60_000));

it('T-11 every morning falls into exactly one of two stretches that follow each other, at nine by the clock', () => {
  fc.assert(
    fc.property(
      minutes,
      fc.nat(15_000),
      fc.nat(15_000),
      fc.constantFrom(...zones),
      (start, first, second, zone) => {
        const [from, middle, to] = [
          start,
          start.add({ minutes: first }),
          start.add({ minutes: first + second }),
        ].map(String) as [string, string, string];
        const whole = morningsIn({ from, to }, zone);
        expect([
          ...morningsIn({ from, to: middle }, zone),
          ...morningsIn({ from: middle, to }, zone),
        ]).toEqual(whole);
        for (const { moment, day, from: starts, to: ends } of whole) {
          const morning = Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
          expect(morning.toPlainTime().toString()).toBe('09:00:00');
          expect(morning.toPlainDate().subtract({ days: 1 }).toString()).toBe(day);
          expect(Temporal.Instant.compare(starts, ends)).toBe(-1);
        }
      },
    ),
  );
});
