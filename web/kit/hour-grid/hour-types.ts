// What the hour grid and the month grid are given and what they tell: days with things that stand at an hour or fill the day.

/** Minutes by the clock on the wall. */
export type Stretch = { from: number; to: number };

export type HourDay = {
  /** `YYYY-MM-DD` */
  day: string;
  label: string;
  sub: string;
  title: string;
  off: boolean;
  today: boolean;
  /** What is said of the day: a holiday, an absence. */
  note: string;
  /** There is no room that day, whatever the hours. */
  away: boolean;
  /** When there is room; null: never. */
  work: Stretch | null;
  /** The house's own hours, marked beside the clock. */
  houseWork: Stretch | null;
  /** How many there are, those that are not given among them. */
  count: number;
};

export type HourItem = {
  key: string;
  day: string;
  /** Epoch milliseconds; null: of the whole day. */
  start: number | null;
  minutes: number;
  title: string;
  /** Under the title, where there is room. */
  note: string;
  hint: string;
  tint: string | undefined;
  /** Over and done: quieter. */
  quiet: boolean;
  movable: boolean;
  /** It began on a day before and lasts into this one. */
  tail?: boolean;
};

/** Where something stands or is to stand. */
export type Slot = { day: string; start: number | null; minutes: number };

export type HourLabels = {
  grid: string;
  wholeDay: string;
  clock(moment: number): string;
  /** Of a line of the clock. */
  hour(minutes: number): string;
  /** Beside an hour that a clock change repeats. */
  hourAgain: string;
  length(minutes: number): string;
  count(count: number): string;
  more(count: number): string;
  fewer: string;
  free: string;
  noSuchHour: string;
  houseHours: string;
  openDay(title: string): string;
};

/** What the grids of hours and of months have in common. */
export type DaysProps = {
  days: HourDay[];
  items: HourItem[];
  timeZone: string;
  labels: HourLabels;
  /** As long as something new is when nobody has drawn its length, in minutes. */
  usualMinutes: number;
  onOpen(key: string): void;
  /** The thing as it was when it was taken hold of: it may have gone elsewhere meanwhile. */
  onMove(item: HourItem, slot: Slot): void;
  /** Absent: nothing new is made here. */
  onCreate: ((slot: Slot) => void) | undefined;
  onDay(day: string): void;
  /** All things of a day, those for whom there is no room too. */
  onMore(day: string): void;
  /** The arrows lead out of the days. */
  onStep(way: -1 | 1): void;
};
