// Pure: from the server's grid to what the calendar shows: lines by groups with their sums, shades, totals.
import type { CalendarColumn, CalendarGrid } from './calendar.ts';
import { type Shade, shadeOfShare, shadeSteps, shadesByCount } from './calendar-shades.ts';
import type { CalendarCell, CalendarLine } from './kit/calendar-line.ts';
import type { Format } from './text/format.ts';

export type Mode = 'count' | 'load';

type Group = { id: number; parentId: number | null; name: string };

export type LinesInput = {
  grid: CalendarGrid;
  /** In their order. */
  groups: Group[];
  groupOf(managerId: number): number | null;
  nameOf(managerId: number): string;
  nobody: string;
  mode: Mode;
  /** Keys of groups whose lines are hidden. */
  folded: ReadonlySet<string>;
  number(value: number): string;
  /** Hours with their unit, from minutes: what stands where there is work but no capacity. */
  hours(minutes: number): string;
};

/** What a cell, a group or the whole calendar holds: tasks, minutes of work, minutes of capacity. */
type Sum = { count: number; minutes: number; capacity: number };

const nothing = (): Sum => ({ count: 0, minutes: 0, capacity: 0 });

function add(to: Sum, { count, minutes, capacity }: Sum): void {
  to.count += count;
  to.minutes += minutes;
  to.capacity += capacity;
}

const wholeOf = (sums: Sum[]): Sum => {
  const whole = nothing();
  for (const sum of sums) add(whole, sum);
  return whole;
};

export const managerKey = (managerId: number | null) => `m${managerId ?? ''}`;
export const groupKey = (groupId: number) => `g${groupId}`;

/** The manager or group of a line's key, as a view names it: `12`, `g5`, `-` for tasks of nobody. */
export function valueOfKey(key: string): string {
  if (key.startsWith('g')) return key;
  return key.slice(1) || '-';
}

type Node = { group: Group; below: Node[]; managers: Manager[] };
type Manager = { id: number | null; sums: Sum[]; can: CalendarLine['can'] };

export type Lines = { lines: CalendarLine[]; totals: string[]; grandTotal: string };

export function calendarLines(input: LinesInput): Lines {
  const managers = managersOf(input.grid);
  const { roots, loose } = treeOf(input, managers);
  const drawing = {
    ...input,
    shades: shadesByCount(managers.flatMap(({ sums }) => sums.map(({ count }) => count))),
    usual: input.grid.columns.map((_, column) => usualOf(input.grid, column)),
  };
  const lines = [
    ...roots.flatMap((node) => groupLines(drawing, node, 0)),
    ...loose.map((manager) => managerLine(drawing, manager, 0)),
  ];
  const sums = input.grid.columns.map((_, column) =>
    wholeOf(managers.map((manager) => manager.sums[column] as Sum)),
  );
  return {
    lines,
    totals: sums.map((sum) => textOf(drawing, sum)),
    grandTotal: textOf(drawing, wholeOf(sums)) || input.number(0),
  };
}

function managersOf({ rows, columns, cells }: CalendarGrid): Manager[] {
  const managers = rows.map(({ managerId, capacity, can }) => ({
    id: managerId,
    can,
    sums: columns.map((_, column) => ({ count: 0, minutes: 0, capacity: capacity[column] ?? 0 })),
  }));
  for (const [row, column, count, minutes] of cells) {
    const sum = managers[row]?.sums[column];
    if (sum) Object.assign(sum, { count, minutes });
  }
  return managers;
}

/** Groups with somebody in them or below them, and those who are in none. */
function treeOf({ groups, groupOf }: LinesInput, managers: Manager[]): { roots: Node[]; loose: Manager[] } {
  const nodes = new Map(groups.map((group) => [group.id, { group, below: [], managers: [] } as Node]));
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const parent = node.group.parentId === null ? undefined : nodes.get(node.group.parentId);
    if (parent) parent.below.push(node);
    else roots.push(node);
  }
  const loose: Manager[] = [];
  for (const manager of managers) {
    const groupId = manager.id === null ? null : groupOf(manager.id);
    const node = groupId === null ? undefined : nodes.get(groupId);
    if (node) node.managers.push(manager);
    else loose.push(manager);
  }
  return { roots: roots.filter(isUsed), loose };
}

function isUsed({ managers, below }: Node): boolean {
  return managers.length > 0 || below.some(isUsed);
}

function everyoneIn({ managers, below }: Node): Manager[] {
  return [...managers, ...below.flatMap(everyoneIn)];
}

/** `shades`: by count; `usual`: minutes of work that each column holds for who works most in it. */
type Drawing = LinesInput & { shades: ReadonlyMap<number, Shade>; usual: number[] };

/** Minutes of a day on which nobody works, were it a working one. */
const usualDay = 480;

function usualOf({ columns, rows }: CalendarGrid, column: number): number {
  const { from, to } = columns[column] as CalendarGrid['columns'][number];
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1;
  return Math.max(0, ...rows.map(({ capacity }) => capacity[column] ?? 0)) || days * usualDay;
}

function groupLines(drawing: Drawing, node: Node, depth: number): CalendarLine[] {
  const key = groupKey(node.group.id);
  const open = !drawing.folded.has(key);
  const everyone = everyoneIn(node);
  const sums = drawing.grid.columns.map((_, column) =>
    wholeOf(everyone.map((manager) => manager.sums[column] as Sum)),
  );
  const line: CalendarLine = {
    key,
    label: node.group.name,
    depth,
    group: { open },
    cells: sums.map((sum) =>
      sum.count > 0 ? { text: textOf(drawing, sum), shade: 0, over: false } : undefined,
    ),
    away: [],
    can: { move: false, take: false },
    total: textOf(drawing, wholeOf(sums)),
  };
  if (!open) return [line];
  return [
    line,
    ...node.below.filter(isUsed).flatMap((below) => groupLines(drawing, below, depth + 1)),
    ...node.managers.map((manager) => managerLine(drawing, manager, depth + 1)),
  ];
}

function managerLine(drawing: Drawing, { id, sums, can }: Manager, depth: number): CalendarLine {
  return {
    key: managerKey(id),
    label: id === null ? drawing.nobody : drawing.nameOf(id),
    depth,
    group: null,
    cells: sums.map((sum, column) => cellOf(drawing, { id, sum, column })),
    away: sums.map(({ capacity }) => id !== null && capacity === 0),
    can,
    total: textOf(drawing, wholeOf(sums)),
  };
}

type Place = { id: Manager['id']; sum: Sum; column: number };

/** Nobody has no day that could be too full. */
function cellOf(drawing: Drawing, { id, sum, column }: Place): CalendarCell | undefined {
  if (sum.count === 0) return undefined;
  const over = id !== null && drawing.mode === 'load' && sum.minutes > sum.capacity;
  return { text: textOf(drawing, sum), shade: shadeOf(drawing, sum, column), over };
}

/** Tasks; by load, percent of the capacity, or hours where there is none. Empty where there is nothing. */
function textOf({ mode, number, hours }: Drawing, { count, minutes, capacity }: Sum): string {
  if (count === 0) return '';
  if (mode === 'count') return number(count);
  return capacity === 0 ? hours(minutes) : `${number(Math.round((minutes * 100) / capacity))}%`;
}

/** Work where there is no capacity is shaded by what others hold in the same days. */
function shadeOf(
  { mode, shades, usual }: Drawing,
  { count, minutes, capacity }: Sum,
  column: number,
): CalendarCell['shade'] {
  if (mode === 'count') return shades.get(count) ?? 0;
  return shadeOfShare((minutes * 4) / ((capacity || (usual[column] as number)) * shadeSteps));
}

/** Tenths up to ten hours: a cell has no room for more. */
export function shortHours(minutes: number): number {
  const tenths = Math.round(minutes / 6) / 10;
  return tenths < 10 ? tenths : Math.round(minutes / 60);
}

/** What heads a column: the day, week or month, under the band that its neighbours share. */
export function headLabels({ from, to }: CalendarColumn, step: CalendarGrid['step'], format: Format) {
  const labels = {
    day: { label: format.dayNumber(from), sub: format.weekday(from), band: format.month(from) },
    week: { label: format.dayNumber(from), sub: `–${format.dayNumber(to)}`, band: format.month(from) },
    month: { label: format.wholeMonth(from), sub: '', band: from.slice(0, 4) },
  };
  return labels[step];
}

const columnsOnSheet = 31;

/** Columns by tables: more than a sheet holds go on in another. `last`: the one with the totals of the lines. */
export function printedParts<Column>(
  columns: Column[],
): { from: number; columns: Column[]; last: boolean }[] {
  return Array.from({ length: Math.ceil(columns.length / columnsOnSheet) }, (_, part) => {
    const from = part * columnsOnSheet;
    const last = from + columnsOnSheet >= columns.length;
    return { from, columns: columns.slice(from, from + columnsOnSheet), last };
  });
}
