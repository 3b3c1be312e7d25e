// Pure: which tasks without a fixed hour to move so that the fullest days become less full. The fullest never becomes fuller,
// the sum of work stays, and what has an hour stays where it is.
import { fullness } from '../../../contract/levelling.ts';
import type { Load } from '../tasks/index.ts';

/** A day of one manager. */
export type DayOfOne = { day: string; capacity: number };
export type Shift = { task: Load; to: string };

type Day = DayOfOne & { load: number; tasks: Load[] };

/** Below this a day is not full, and nothing is moved off it for the sake of evenness alone. */
const comfortable = 1;

/**
 * Moves of one manager's tasks between the days given (ascending), each task at most once, fullest day first. A task goes no later
 * than `until`; it goes to the nearest day that has room for it, of equally near ones to the emptier, and where none has to the
 * emptiest. Only days above their capacity give.
 */
export function levelDays(days: DayOfOne[], tasks: Load[]): Shift[] {
  const all: Day[] = days.map((day) => ({ ...day, load: 0, tasks: [] }));
  const byDay = new Map(all.map((day) => [day.day, day]));
  for (const task of tasks) {
    const day = byDay.get(task.day);
    if (!day) continue;
    day.load += task.minutes;
    if (task.movable) day.tasks.push(task);
  }
  for (const day of all) day.tasks.sort((a, b) => b.minutes - a.minutes || a.id - b.id);
  const shifts: Shift[] = [];
  const settled = new Set<Day>();
  for (let from = fullest(all, settled); from; from = fullest(all, settled)) {
    const shift = bestShift(from, all);
    if (!shift) {
      settled.add(from);
      continue;
    }
    from.load -= shift.task.minutes;
    from.tasks.splice(from.tasks.indexOf(shift.task), 1);
    shift.day.load += shift.task.minutes;
    shifts.push({ task: shift.task, to: shift.day.day });
  }
  return shifts;
}

function fullest(days: Day[], settled: Set<Day>): Day | undefined {
  let found: Day | undefined;
  for (const day of days)
    if (!settled.has(day) && fullness(day) > (found ? fullness(found) : comfortable)) found = day;
  return found;
}

/** The largest task that finds a day which it leaves less full than its own day is now, and no fuller than the fullest that holds work. */
function bestShift(from: Day, days: Day[]): { task: Load; day: Day } | undefined {
  const at = days.indexOf(from);
  const before = fullness(from);
  const ceiling = Number.isFinite(before)
    ? before
    : Math.max(comfortable, ...days.map(fullness).filter(Number.isFinite));
  for (const task of from.tasks) {
    let best: Target | undefined;
    for (const [n, day] of days.entries()) {
      if (day === from || day.capacity === 0 || (task.until !== null && day.day > task.until)) continue;
      const target = { day, full: (day.load + task.minutes) / day.capacity, far: Math.abs(n - at) };
      if (target.full >= before || target.full > ceiling) continue;
      if (!best || isWiser(target, best)) best = target;
    }
    if (best) return { task, day: best.day };
  }
  return undefined;
}

/** A day that might take a task: how full it would be with it, and how many days it is away. */
type Target = { day: Day; full: number; far: number };

function isWiser(one: Target, other: Target): boolean {
  const [has, otherHas] = [one.full <= comfortable, other.full <= comfortable];
  if (has !== otherHas) return has;
  const [near, emptier] = [one.far - other.far, one.full - other.full];
  return (has ? near || emptier : emptier || near) < 0;
}
