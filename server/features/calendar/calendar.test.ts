// The calendar through HTTP: counts, filter, rights, intervals, working time, moves and levelling.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarGrid, Levelled } from '../../../contract/calendar.ts';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { fillAfter } from '../../../contract/levelling.ts';
import { makeClient, makeEntry, makePerson, makeTask } from '../../testing/examples.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
let keeper: Person;
beforeAll(async () => {
  world = await makeWorld();
  keeper = world.keeper;
});
afterAll(() => world.close());

const gridOf = (parameters: Record<string, string> = {}, person = keeper) =>
  person.ask<CalendarGrid>('calendar.grid', parameters);

/** Count and minutes of a manager's cell on a day; zeros where the cell is left out. */
function cellOf(grid: CalendarGrid, managerId: number | null, day: string): [number, number] {
  const row = grid.rows.findIndex((each) => each.managerId === managerId);
  const column = grid.columns.findIndex(({ from, to }) => from <= day && day <= to);
  const cell = grid.cells.find(([r, c]) => r === row && c === column);
  return cell ? [cell[2], cell[3]] : [0, 0];
}

const noon = (day: string) => `${day}T09:00:00Z`; // 12:00 in Moscow

describe('K-01 the grid', () => {
  it('shows the next 30 days with every manager, weekends and holidays marked', async () => {
    const idle = await makePerson(world, { name: 'Без Задач' });
    const grid = await gridOf();
    expect([grid.step, grid.from, grid.to, grid.columns.length]).toEqual([
      'day',
      '2026-11-23',
      '2026-12-22',
      30,
    ]);
    expect(grid.columns[5]).toMatchObject({ from: '2026-11-28', off: true });
    expect(grid.columns[0]).toMatchObject({ off: false, holiday: null });
    expect(grid.rows.map(({ managerId }) => managerId)).toEqual(
      expect.arrayContaining([keeper.id, idle, null]),
    );
    expect(grid.rows.find(({ managerId }) => managerId === idle)?.capacity.slice(0, 6)).toEqual([
      480, 480, 480, 480, 480, 0,
    ]);
    const year = await gridOf({ d: '2026-12-25..2027-01-12' });
    expect(year.columns.find(({ from }) => from === '2026-12-31')).toMatchObject({
      off: true,
      holiday: 'Перенесённый выходной',
    });
  });

  it('counts tasks and sums their minutes, half an hour where nobody said how long; cancelled ones take no time', async () => {
    const managerId = await makePerson(world);
    await makeTask(world, { managerId, at: noon('2026-11-26'), minutes: 90 });
    await makeTask(world, { managerId, at: noon('2026-11-26') });
    const gone = await makeTask(world, { managerId, at: noon('2026-11-26'), minutes: 60 });
    await keeper.ask('tasks.cancel', { id: gone, reason: 'передумали' });
    expect(cellOf(await gridOf(), managerId, '2026-11-26')).toEqual([3, 120]);
  });

  it('a day is the firm’s: 01:00 in Moscow belongs to the day that has begun there', async () => {
    const managerId = await makePerson(world);
    await makeTask(world, { managerId, at: '2026-11-26T22:00:00Z' });
    expect(cellOf(await gridOf(), managerId, '2026-11-27')).toEqual([1, 30]);
  });

  it('a blocked person with tasks keeps the row, without tasks has none', async () => {
    const [busy, idle] = [await makePerson(world), await makePerson(world)];
    await makeTask(world, { managerId: busy, at: noon('2026-11-26') });
    for (const id of [busy, idle]) await keeper.ask('people.block', { id, blocked: true });
    const ids = (await gridOf()).rows.map(({ managerId }) => managerId);
    expect([ids.includes(busy), ids.includes(idle)]).toEqual([true, false]);
  });
});

describe('K-02 intervals', () => {
  it.each([
    ['2026-11-24..2026-11-24', 'day', 1],
    ['2026-11-01..2027-01-31', 'week', 14],
    ['year', 'month', 12],
    ['2026-11-24..', 'day', 30],
    ['..2026-11-24', 'day', 30],
  ])('%s', async (d, step, count) => {
    const grid = await gridOf({ d });
    expect([grid.step, grid.columns.length]).toEqual([step, count]);
  });

  it('sums the days of a week', async () => {
    const managerId = await makePerson(world);
    for (const day of ['2027-03-01', '2027-03-04', '2027-03-07', '2027-03-08'])
      await makeTask(world, { managerId, at: noon(day) });
    const grid = await gridOf({ d: '2027-02-01..2027-04-30' });
    expect(cellOf(grid, managerId, '2027-03-03')).toEqual([3, 90]);
    expect(cellOf(grid, managerId, '2027-03-10')).toEqual([1, 30]);
  });

  it.each([
    ['1900-01-01..2200-12-31', 'calendar.tooLong'],
    ['2026-01-01..2027-02-01', 'calendar.tooLong'],
    ['overdue', 'calendar.noDays'],
    ['all', 'calendar.noDays'],
    ['2026-12-01..2026-11-01', 'view.faulty'],
  ])('%s is refused', async (d, code) => {
    expect((await keeper.tell('calendar.grid', { d })).refusal?.code).toBe(code);
  });
});

describe('K-03 the filter of the list', () => {
  it('narrows counts by states and types, rows by managers and their groups', async () => {
    const typeId = await makeEntry(world, { directory: 'taskTypes', name: 'Редкий' });
    const groupId = (await keeper.ask<{ id: number }>('groups.create', { tree: 'managers', name: 'Отдел' }))
      .id;
    const managerId = await makePerson(world, { groupId });
    await makeTask(world, { managerId, typeId, at: noon('2026-11-23') });
    const done = await makeTask(world, { managerId, at: noon('2026-11-23') });
    await keeper.ask('tasks.complete', { id: done, results: 'да' });
    expect(cellOf(await gridOf({ 'f.type': String(typeId) }), managerId, '2026-11-23')[0]).toBe(1);
    expect(cellOf(await gridOf({ 'f.open': 'no' }), managerId, '2026-11-23')[0]).toBe(1);
    for (const manager of [`g${groupId}`, String(managerId)])
      expect((await gridOf({ 'f.manager': manager })).rows.map((row) => row.managerId)).toEqual([managerId]);
    expect((await gridOf({ 'f.manager': `!${managerId}` })).rows.map((row) => row.managerId)).not.toContain(
      managerId,
    );
    expect((await gridOf({ 'f.manager': '-' })).rows.map((row) => row.managerId)).toEqual([null]);
  });

  it('Z-03 each count is that of the list behind it', async () => {
    const grid = await gridOf({ 'f.open': 'yes' });
    for (const [row, column, count] of grid.cells) {
      const { managerId } = grid.rows[row] as CalendarGrid['rows'][number];
      const { from, to } = grid.columns[column] as CalendarGrid['columns'][number];
      const parameters = {
        d: `${from}..${to}`,
        'f.open': 'yes',
        'f.manager': managerId === null ? '-' : String(managerId),
      };
      expect((await keeper.ask<{ count: number }>('tasks.count', parameters)).count).toBe(count);
    }
    expect(grid.cells.length).toBeGreaterThan(3);
  });
});

describe('B-09 what one may not see is not counted', () => {
  it('own: one row, one’s own tasks', async () => {
    const manager = await world.join('Свой', rightsAtLevel('own'));
    await makeTask(world, { managerId: manager.id, at: noon('2026-11-25') });
    const grid = await gridOf({}, manager);
    expect(grid.rows.map(({ managerId }) => managerId)).toEqual([manager.id]);
    expect(grid.cells.map(([, , count]) => count)).toEqual([1]);
  });

  it('group: the people of the group; asking for others finds none', async () => {
    const groupId = (await keeper.ask<{ id: number }>('groups.create', { tree: 'managers', name: 'Группа' }))
      .id;
    const mate = await makePerson(world, { groupId });
    const head = await world.join('Глава', rightsAtLevel('group'), groupId);
    const ids = (await gridOf({}, head)).rows.map(({ managerId }) => managerId);
    expect(ids.toSorted()).toEqual([mate, head.id].toSorted());
    expect((await gridOf({ 'f.manager': String(keeper.id) }, head)).rows).toEqual([]);
  });

  it('why somebody is away is not everybody’s to know', async () => {
    const personId = await makePerson(world);
    await keeper.ask('calendar.addAbsence', {
      personId,
      kind: 'sick',
      from: '2026-11-25',
      to: '2026-11-26',
      note: 'грипп',
    });
    const other = await world.join('Другой', rightsAtLevel('none'));
    const { absences } = await other.ask<{ absences: object[] }>('calendar.times', { personId });
    expect(absences).toMatchObject([{ kind: 'other', note: '' }]);
  });
});

describe('K-01 working time', () => {
  it('a week of one’s own, an absence and a holiday lower the capacity', async () => {
    const personId = await makePerson(world);
    const day = { from: 600, to: 900, pause: 0 };
    await keeper.ask('calendar.setWeek', { personId, week: [day, day, day, day, day, null, null] });
    await keeper.ask('calendar.addAbsence', {
      personId,
      kind: 'vacation',
      from: '2026-11-25',
      to: '2026-11-25',
      note: '',
    });
    await keeper.ask('calendar.setHoliday', { day: '2026-11-26', name: 'День фирмы', working: false });
    const capacity = (await gridOf()).rows.find(({ managerId }) => managerId === personId)?.capacity;
    expect(capacity?.slice(0, 6)).toEqual([300, 300, 0, 0, 300, 0]);
  });

  it.each([
    [{ from: 600, to: 600, pause: 0 }, 'week.0.to'],
    [{ from: 600, to: 660, pause: 60 }, 'week.0.to'],
    [{ from: -1, to: 660, pause: 0 }, 'week.0.from'],
  ])('hours that hold nothing are refused: %o', async (hours, path) => {
    const week = [hours, null, null, null, null, null, null];
    const { refusal } = await keeper.tell('calendar.setWeek', { personId: null, week });
    expect(refusal?.faults.map((fault) => fault.path)).toContain(path);
  });

  it('an absence that ends before it begins is refused, entered or changed', async () => {
    const personId = await makePerson(world);
    const given = { personId, kind: 'trip', from: '2026-12-02', to: '2026-12-01', note: '' };
    expect((await keeper.tell('calendar.addAbsence', given)).refusal?.code).toBe('absence.backwards');
    const { id } = await keeper.ask<{ id: number }>('calendar.addAbsence', { ...given, to: '2026-12-03' });
    const changed = await keeper.tell('calendar.changeAbsence', {
      id,
      version: 1,
      set: { to: '2026-12-01' },
    });
    expect(changed.refusal?.code).toBe('absence.backwards');
  });

  it('holidays of a year are filled once; what the firm has said of a day stays', async () => {
    await keeper.ask('calendar.setHoliday', { day: '2030-01-01', name: 'Наш день', working: false });
    const first = await keeper.ask<{ added: number }>('calendar.fillHolidays', { year: 2030 });
    const second = await keeper.ask<{ added: number }>('calendar.fillHolidays', { year: 2030 });
    expect([first.added > 10, second.added]).toEqual([true, 0]);
    const { rows } = await keeper.ask<{ rows: { day: string; name: string }[] }>('calendar.holidays', {
      year: 2030,
    });
    expect(rows[0]).toMatchObject({ day: '2030-01-01', name: 'Наш день' });
  });
});

describe('K-05 moving', () => {
  it('the grid says whose tasks the reader may move, and whom they may give tasks to', async () => {
    const all = rightsAtLevel('all');
    const other = await makePerson(world, { name: 'Чужой' });
    const own = await world.join('Сам', { ...all, tasks: { ...all.tasks, add: 'own', change: 'group' } });
    const { rows } = await gridOf({ 'f.manager': `${own.id},${other}` }, own);
    const can = (id: number | null) => rows.find(({ managerId }) => managerId === id)?.can;
    expect([can(own.id), can(other)]).toEqual([
      { move: true, take: true },
      { move: false, take: false },
    ]);
    const wide = await gridOf({ 'f.manager': String(other) });
    expect(wide.rows[0]?.can).toEqual({ move: true, take: true });
  });

  it('keeps the hour across a change of the clock', async () => {
    const { firm } = await keeper.ask<{ firm: { version: number } }>('people.me');
    await keeper.ask('people.changeFirm', { version: firm.version, set: { timeZone: 'Europe/Berlin' } });
    await world.settle();
    const id = await makeTask(world, { at: '2027-03-27T09:00:00Z' }); // 10:00, the clock goes forward on the 28th
    await keeper.ask('tasks.move', { moves: [{ id, version: 1, day: '2027-03-29' }] });
    expect(await keeper.ask('tasks.get', { id })).toMatchObject({ at: '2027-03-29T08:00:00+00:00' });
  });

  it('a task that was changed since it was seen stays, and is counted', async () => {
    const ids = [await makeTask(world), await makeTask(world)];
    await keeper.ask('tasks.change', { id: ids[1], version: 1, set: { results: 'р' } });
    const moves = ids.map((id) => ({ id, version: 1, day: '2026-12-01' }));
    expect(await keeper.ask('tasks.move', { moves })).toMatchObject({ changed: 1, skipped: 1 });
  });

  it('goes to nobody by its version like to anybody, and what is done stays where it was done', async () => {
    const [id, doneId] = [await makeTask(world), await makeTask(world)];
    const other = await makePerson(world);
    await keeper.ask('tasks.change', { id, version: 1, set: { managerId: other } });
    const to = { day: '2026-12-08', managerId: null };
    expect(await keeper.ask('tasks.move', { moves: [{ id, version: 1, ...to }] })).toMatchObject({
      changed: 0,
    });
    expect(await keeper.ask('tasks.move', { moves: [{ id, version: 2, ...to }] })).toMatchObject({
      changed: 1,
    });
    expect(await keeper.ask('tasks.get', { id })).toMatchObject({
      managerId: null,
      at: expect.stringMatching('2026-12-0[78]'),
    });
    await keeper.ask('tasks.complete', { id: doneId, version: 1, results: 'Да' });
    const moves = [{ id: doneId, version: 2, day: '2026-12-08' }];
    expect(await keeper.ask('tasks.move', { moves })).toMatchObject({ changed: 0, skipped: 1 });
  });

  it('to a manager one may not give tasks to is refused', async () => {
    const manager = await world.join('Рядовой', rightsAtLevel('own'));
    const { id } = await manager.ask<{ id: number }>('tasks.create', { at: noon('2026-11-25') });
    const moves = [{ id, version: 1, day: '2026-11-26', managerId: keeper.id }];
    expect((await manager.tell('tasks.move', { moves })).refusal?.code).toBe('right.missing');
  });
});

describe('Z-02 levelling through the door', () => {
  const gains = ({ moves, managers }: Levelled) =>
    managers.map(({ managerId, days }) => ({
      managerId,
      before: fillAfter(days, []),
      after: fillAfter(days, moves),
    }));

  it('proposes, moves in one operation, and is undone in one', async () => {
    const managerId = await makePerson(world);
    const clientId = await makeClient(world, { name: 'ООО «Гранит»' });
    const full = { managerId, clientId, at: noon('2026-12-07'), hasTime: false, minutes: 300 };
    for (let n = 0; n < 3; n++) await makeTask(world, full);
    await makeTask(world, { ...full, hasTime: true });
    const view = { 'f.manager': String(managerId), d: '2026-12-07..2026-12-11' };
    const before = await gridOf(view);
    const { moves, managers } = await keeper.ask<Levelled>('calendar.level', view);
    expect(new Set(moves.map(({ clientName }) => clientName))).toEqual(new Set(['ООО «Гранит»']));
    expect(gains({ moves, managers })).toEqual([
      {
        managerId,
        before: { overfull: 1, over: 720, fullest: 250 },
        after: { overfull: 0, over: 0, fullest: 63 },
      },
    ]);
    const asked = moves.map(({ id, version, to }) => ({ id, version, day: to }));
    const { operation } = await keeper.ask<{ operation: number }>('tasks.move', { moves: asked });
    const after = await gridOf(view);
    expect(after.cells.map(([, , count]) => count)).toEqual([1, 1, 1, 1]);
    await keeper.ask('operations.undo', { id: operation });
    expect(await gridOf(view)).toEqual(before);
  });

  it('under a filter moves only what the filter shows, and still counts the rest as load', async () => {
    const managerId = await makePerson(world);
    const at = (day: number) => noon(`2026-12-${day}`);
    for (const description of ['Уровнять 1', 'Уровнять 2'])
      await makeTask(world, { managerId, at: at(14), hasTime: false, minutes: 300, description });
    for (const day of [15, 16, 17])
      await makeTask(world, { managerId, at: at(day), hasTime: true, minutes: 480, description: 'Занято' });
    await makeTask(world, { managerId, at: at(18), hasTime: false, minutes: 60, description: 'Занято' });
    const { moves, managers } = await keeper.ask<Levelled>('calendar.level', {
      'f.manager': String(managerId),
      's.description': 'Уровнять',
      d: '2026-12-14..2026-12-18',
    });
    expect(moves.map(({ to }) => to)).toEqual(['2026-12-18']);
    expect(gains({ moves, managers })).toEqual([
      {
        managerId,
        before: { overfull: 1, over: 120, fullest: 125 },
        after: { overfull: 0, over: 0, fullest: 100 },
      },
    ]);
  });

  it('proposes nothing where none of the figures would be better', async () => {
    const managerId = await makePerson(world);
    const add = (day: number, minutes: number, hasTime: boolean) =>
      makeTask(world, { managerId, at: noon(`2026-12-${day}`), minutes, hasTime });
    for (const day of [22, 23, 24, 25]) await add(day, 480, true);
    await add(21, 700, true);
    await add(22, 120, true);
    const id = await add(22, 30, false);
    const level = (d: string) =>
      keeper.ask<Levelled>('calendar.level', { 'f.manager': String(managerId), d });
    expect((await level('2026-12-21..2026-12-25')).moves).toEqual([]);
    expect((await level('2026-12-22..2026-12-25')).moves.map((move) => move.id)).toEqual([id]);
  });

  it('proposes nothing for days that are over', async () => {
    expect(await keeper.ask('calendar.level', { d: '2026-11-01..2026-11-20' })).toEqual({
      moves: [],
      managers: [],
    });
  });
});
