// What the month grid is given: whole weeks.
import type { DaysProps } from './hour-types.ts';

export type MonthGridProps = DaysProps & {
  /** A day of the month that is meant: days of others are paler. */
  month: string;
  weekdays: string[];
};

/** `key` null: the day itself. */
export type MonthSpot = { day: string; key: string | null };

/** The day of a month's cell at or around an element. */
export function monthDayAt(element: Element | null): string | null {
  return element?.closest<HTMLElement>('[data-month-day]')?.dataset.monthDay ?? null;
}
