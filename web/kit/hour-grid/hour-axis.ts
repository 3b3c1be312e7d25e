// Pure: the hours of some days on one axis, in quarters of an hour by the clock on the wall. An hour that a clock change repeats has
// two places, an hour that it skips is a hole in its own day; the other days stay as they are.

export const quarter = 15; // minutes
const quarterMs = quarter * 60_000;
const dayMinutes = 24 * 60;

/** A quarter of the axis: what the clock shows, and whether it shows it for the second time. */
export type Mark = { minutes: number; again: boolean };

export type Axis = {
  timeZone: string;
  marks: Mark[];
  placeOf: Map<number, number>;
  days: Map<string, DayHours>;
};

/** `places`: where each quarter of the day stands on the axis. */
export type DayHours = { start: number; places: number[] };

/** One number for what the clock shows; its second showing is another. */
const keyOf = ({ minutes, again }: Mark) => minutes + (again ? dayMinutes : 0);

function startOf(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}

/** What the clock shows in each quarter of the day. */
function marksOf(day: string, timeZone: string): { start: number; marks: Mark[] } {
  const date = Temporal.PlainDate.from(day);
  const start = startOf(date, timeZone);
  const length = (startOf(date.add({ days: 1 }), timeZone) - start) / quarterMs;
  const seen = new Set<number>();
  const marks = Array.from({ length }, (_, n) => {
    const clock = Temporal.Instant.fromEpochMilliseconds(start + n * quarterMs).toZonedDateTimeISO(timeZone);
    const minutes = clock.hour * 60 + clock.minute;
    const mark = { minutes, again: seen.has(minutes) };
    seen.add(minutes);
    return mark;
  });
  return { start, marks };
}

/** The axis of the longest of the days; the others find their hours on it. */
export function axisOf(days: string[], timeZone: string): Axis {
  const all = days.map((day) => ({ day, ...marksOf(day, timeZone) }));
  const [longest] = [...all].sort((one, other) => other.marks.length - one.marks.length);
  const marks = longest?.marks ?? [];
  const axis: Axis = {
    timeZone,
    marks,
    placeOf: new Map(marks.map((mark, place) => [keyOf(mark), place])),
    days: new Map(),
  };
  for (const { day, start, marks: own } of all) axis.days.set(day, { start, places: placesOf(axis, own) });
  return axis;
}

function placesOf({ placeOf, marks: whole }: Axis, marks: Mark[]): number[] {
  return marks.map(
    (mark) =>
      placeOf.get(keyOf(mark)) ??
      placeOf.get(mark.minutes) ??
      whole.findLastIndex(({ minutes }) => minutes <= mark.minutes),
  );
}

/** The hours of any day, of one beside the axis too. */
export function hoursOn(axis: Axis, day: string): DayHours {
  const known = axis.days.get(day);
  if (known) return known;
  const { start, marks } = marksOf(day, axis.timeZone);
  return { start, places: placesOf(axis, marks) };
}

/** Where a moment stands on the axis, in quarters with their parts; the end of the day is the end of the axis. */
export function placeAt(axis: Axis, day: string, moment: number): number {
  const { start, places } = hoursOn(axis, day);
  const passed = Math.max(0, (moment - start) / quarterMs);
  const place = places[Math.floor(passed)];
  return place === undefined ? axis.marks.length : place + (passed % 1);
}

/** The moment of a place; in an hour that the day has not, the moment at which the clock jumps over it. */
export function momentAt(axis: Axis, day: string, place: number): number {
  const { start, places } = hoursOn(axis, day);
  const whole = Math.floor(place);
  const at = places.findIndex((each) => each >= whole);
  if (at < 0) return start + places.length * quarterMs;
  return start + (at + (places[at] === whole ? place - whole : 0)) * quarterMs;
}

/** Places that a day has not: hours that its clock jumps over, or does not repeat. */
export function holesOf(axis: Axis, day: string): Stretch[] {
  const has = new Set(hoursOn(axis, day).places);
  const holes: Stretch[] = [];
  for (let place = 0; place < axis.marks.length; place++) {
    if (has.has(place)) continue;
    const last = holes.at(-1);
    if (last?.to === place) last.to = place + 1;
    else holes.push({ from: place, to: place + 1 });
  }
  return holes;
}

type Stretch = { from: number; to: number };

/** The place of what the clock on the wall shows, 0 to 1440 minutes; midnight at the end is the end of the axis. */
export function placeOfClock(axis: Axis, minutes: number): number {
  const place = axis.marks.findIndex((mark) => mark.minutes >= minutes);
  return place < 0 ? axis.marks.length : place;
}

/** Where the clock of a place on one axis stands on another. */
export function sameClock(from: Axis, place: number | null, to: Axis): number | null {
  if (place === null || from.marks.length === to.marks.length) return place;
  const mark = from.marks[Math.floor(place)];
  return mark ? placeOfClock(to, mark.minutes) : to.marks.length - 1;
}

export function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
