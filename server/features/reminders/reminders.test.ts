// Reminders: when they come, to whom, that none comes twice, and what moves or ends them.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { runDueTurns } from '../../platform/schedule.ts';
import { makeTask } from '../../testing/examples.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
let day = 0;
/** A day of its own for each test, in Moscow: nothing of one is due in another. */
let on: (clock: string, later?: number) => string;
beforeAll(async () => {
  world = await makeWorld();
  await world.app.house.writer.query("update sessions set expires_at = '2030-01-01'");
});
beforeEach(async () => {
  day += 5;
  const first = Temporal.PlainDate.from('2027-01-01').add({ days: day });
  on = (clock, later = 0) =>
    first
      .add({ days: later })
      .toZonedDateTime({ timeZone: 'Europe/Moscow', plainTime: clock })
      .toInstant()
      .toString();
  await goTo(on('00:01'));
  await world.keeper.ask('reminders.read', { ids: null });
});
afterAll(() => world.close());

type Row = { id: number; taskId: number; kind: string; unread: boolean; description: string };
type List = { rows: Row[]; unread: number };

async function goTo(moment: string): Promise<void> {
  world.clock.set(moment);
  await runDueTurns(world.app.house);
}
const listOf = (person: Person) => person.ask<List>('reminders.list');
const kindsOf = async (taskId: number, person = world.keeper) =>
  (await listOf(person)).rows.filter((row) => row.taskId === taskId).map(({ kind }) => kind);
const versionOf = async (id: number) =>
  (await world.keeper.ask<{ version: number }>('tasks.get', { id })).version;
const change = async (id: number, set: object) =>
  world.keeper.ask<{ operation: number }>('tasks.change', { id, version: await versionOf(id), set });
const undo = (id: number) => world.keeper.ask('operations.undo', { id });
const times = async (taskId: number) =>
  Number(
    (await world.app.house.writer.query('select count(*) as n from reminders where task_id = $1', [taskId]))
      .rows[0].n,
  );

describe('T-11 a reminder comes', () => {
  it('fifteen minutes ahead, unless the person has set something else', async () => {
    const id = await makeTask(world, { at: on('12:00') });
    await goTo(on('11:44'));
    expect(await kindsOf(id)).toEqual([]);
    await goTo(on('11:45'));
    expect(await kindsOf(id)).toEqual(['before']);
    expect((await listOf(world.keeper)).unread).toBe(1);
    await world.keeper.ask('reminders.set', { minutes: 60, atDeadline: true, whenOverdue: true });
    const later = await makeTask(world, { at: on('15:00') });
    await goTo(on('14:00'));
    expect(await kindsOf(later)).toEqual(['before']);
    await world.keeper.ask('reminders.set', { minutes: -1, atDeadline: true, whenOverdue: true });
    const never = await makeTask(world, { at: on('17:00') });
    await goTo(on('18:00'));
    expect(await kindsOf(never)).toEqual([]);
    await world.keeper.ask('reminders.set', { minutes: 15, atDeadline: true, whenOverdue: true });
  });

  it.each([
    [0, '12:00', 0],
    [5, '11:55', 0],
    [30, '11:30', 0],
    [97, '10:23', 0],
    [1440, '12:00', -1],
  ])('%i minutes ahead where the task says so', async (remind, clock, later) => {
    const id = await makeTask(world, { at: on('12:00', 1), remind });
    const moment = Temporal.Instant.from(on(clock, later + 1));
    await goTo(moment.subtract({ minutes: 1 }).toString());
    expect(await kindsOf(id)).toEqual([]);
    await goTo(moment.toString());
    expect(await kindsOf(id)).toEqual(['before']);
    await change(id, { remind: -1 });
  });

  it('at nine of its day for a task without an hour, or days before', async () => {
    const day = { at: on('00:00', 1), hasTime: false };
    const id = await makeTask(world, day);
    const early = await makeTask(world, { ...day, remind: 1440 });
    await goTo(on('08:59'));
    expect(await kindsOf(early)).toEqual([]);
    await goTo(on('09:00'));
    expect([await kindsOf(early), await kindsOf(id)]).toEqual([['before'], []]);
    await goTo(on('09:00', 1));
    expect(await kindsOf(id)).toEqual(['before']);
  });

  it('at the deadline, and in the morning after the day it was due', async () => {
    const id = await makeTask(world, { at: on('10:00'), remind: -1, deadline: on('18:00') });
    const plain = await makeTask(world, { at: on('10:00'), remind: -1 });
    await goTo(on('17:59'));
    expect([await kindsOf(id), await kindsOf(plain)]).toEqual([[], []]);
    await goTo(on('18:00'));
    expect(await kindsOf(id)).toEqual(['deadline']);
    await goTo(on('08:59', 1));
    expect(await kindsOf(plain)).toEqual([]);
    await goTo(on('09:00', 1));
    expect([await kindsOf(id), await kindsOf(plain)]).toEqual([['overdue', 'deadline'], ['overdue']]);
  });

  it('when it begins, where it was planned or moved too late for more, and once', async () => {
    await goTo(on('12:00'));
    const soon = await makeTask(world, { at: on('12:05') });
    const moved = await makeTask(world, { at: on('18:00'), remind: 60 });
    await change(moved, { at: on('12:30') });
    const never = await makeTask(world, { at: on('12:06'), remind: -1 });
    const wholeDay = await makeTask(world, { at: on('00:00'), hasTime: false });
    await goTo(on('12:04'));
    expect(await kindsOf(soon)).toEqual([]);
    await goTo(on('12:05'));
    expect(await kindsOf(soon)).toEqual(['before']);
    await goTo(on('12:31'));
    expect([await times(soon), await times(moved), await times(never), await times(wholeDay)]).toEqual([
      1, 1, 0, 0,
    ]);
  });

  it('not for a time that has passed already: one of the task’s own is refused at its field, others are not made', async () => {
    await goTo(on('12:00'));
    const late = await makeTask(world, { at: on('12:05') });
    await goTo(on('12:04'));
    expect(await kindsOf(late)).toEqual([]);
    const input = { at: on('12:30'), hasTime: true, remind: 30 };
    const { refusal } = await world.keeper.tell('tasks.create', input);
    expect(refusal?.faults).toEqual([{ path: 'remind', code: 'task.remindPast' }]);
    const changed = await world.keeper.tell('tasks.change', { id: late, version: 1, set: { remind: 60 } });
    expect(changed.refusal?.faults).toEqual([{ path: 'set.remind', code: 'task.remindPast' }]);
    for (const remind of [-2, 40_321, 1.5, 'x'])
      expect(
        (await world.keeper.tell('tasks.create', { at: on('23:00'), remind })).refusal?.faults,
      ).toMatchObject([{ path: 'remind' }]);
  });
});

describe('T-11 R-04 a reminder comes once', () => {
  it('whoever of two processes sweeps, however often, and after both were off for hours', async () => {
    const id = await makeTask(world, { at: on('12:00') });
    const other = await world.another();
    for (const clock of ['11:45', '11:46', '15:00']) {
      world.clock.set(on(clock));
      await Promise.all([world.app, other, world.app, other].map(({ house }) => runDueTurns(house)));
    }
    expect(await times(id)).toBe(1);
    const missed = await makeTask(world, { at: on('16:00') });
    await other.close();
    const { house } = world.app;
    const { rows } = await house.writer.query(
      "select count(*) as n from events where name = 'reminder.reached'",
    );
    await goTo(on('20:00'));
    expect(await kindsOf(missed)).toEqual(['before']);
    await goTo(on('20:01'));
    const after = await house.writer.query(
      "select count(*) as n from events where name = 'reminder.reached'",
    );
    expect(Number(after.rows[0].n)).toBe(Number(rows[0].n) + 1);
  });

  it('for a task that was deleted and came back too', async () => {
    const id = await makeTask(world, { at: on('12:00') });
    await goTo(on('11:45'));
    const { operation } = await world.keeper.ask<{ operation: number }>('tasks.delete', {
      chosen: { ids: [id] },
    });
    expect(await kindsOf(id)).toEqual([]);
    await undo(operation);
    await goTo(on('11:46'));
    expect([await times(id), await kindsOf(id)]).toEqual([1, ['before']]);
  });
});

describe('T-11 what is to come follows the task', () => {
  it('to another time, and back by undo', async () => {
    const id = await makeTask(world, { at: on('12:00') });
    const { operation } = await change(id, { at: on('16:00') });
    await goTo(on('11:45'));
    expect(await kindsOf(id)).toEqual([]);
    await goTo(on('15:45'));
    expect(await kindsOf(id)).toEqual(['before']);
    await undo(operation);
    expect(await kindsOf(id)).toEqual([]);
  });

  it('to another manager, who alone is told', async () => {
    const anna = await world.join('Анна', rightsAtLevel('own'));
    const id = await makeTask(world, { at: on('12:00') });
    await change(id, { managerId: anna.id });
    await goTo(on('11:45'));
    expect([await kindsOf(id), await kindsOf(id, anna)]).toEqual([[], ['before']]);
    const nobody = await world.join('Никто', rightsAtLevel('none'));
    expect((await nobody.tell('reminders.list')).status).toBe(403);
  });

  it('and ends with it: done, cancelled, deleted', async () => {
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push(await makeTask(world, { at: on('12:00') }));
    const [done, cancelled, deleted] = ids as [number, number, number];
    await goTo(on('11:45'));
    const { operation } = await world.keeper.ask<{ operation: number }>('tasks.complete', {
      id: done,
      results: '',
    });
    await world.keeper.ask('tasks.cancel', { id: cancelled, reason: 'нет' });
    await world.keeper.ask('tasks.delete', { chosen: { ids: [deleted] } });
    for (const id of ids) expect(await kindsOf(id)).toEqual([]);
    await undo(operation);
    expect(await kindsOf(done)).toEqual(['before']);
  });
});

describe('T-11 a reminder put off', () => {
  it('is gone until then, and comes back unread', async () => {
    const taskId = await makeTask(world, { at: on('12:00') });
    await goTo(on('11:45'));
    const { id } = (await listOf(world.keeper)).rows[0] as Row;
    await world.keeper.ask('reminders.read', { ids: [id] });
    expect((await listOf(world.keeper)).unread).toBe(0);
    await world.keeper.ask('reminders.snooze', { id, until: on('11:55') });
    await goTo(on('11:54'));
    expect(await kindsOf(taskId)).toEqual([]);
    await goTo(on('11:55'));
    expect((await listOf(world.keeper)).rows[0]).toMatchObject({ id, unread: true });
    await world.keeper.ask('reminders.snooze', { id, until: on('13:00') });
    const { operation } = await world.keeper.ask<{ operation: number }>('tasks.complete', {
      id: taskId,
      results: '',
    });
    await goTo(on('13:00'));
    expect(await kindsOf(taskId)).toEqual([]);
    await undo(operation);
    await goTo(on('13:01'));
    expect(await kindsOf(taskId)).toEqual(['before']);
  });

  it('is one’s own, and ahead by a year at the most', async () => {
    await makeTask(world, { at: on('12:00') });
    await goTo(on('11:45'));
    const { id } = (await listOf(world.keeper)).rows[0] as Row;
    const anna = await world.join('Анна', rightsAtLevel('all'));
    expect((await anna.tell('reminders.snooze', { id, until: on('13:00') })).status).toBe(404);
    await anna.ask('reminders.read', { ids: [id] });
    expect((await listOf(world.keeper)).unread).toBe(1);
    for (const [until, code] of [
      [on('11:45'), 'reminder.past'],
      ['2030-01-01T00:00:00Z', 'reminder.tooFar'],
    ])
      expect((await world.keeper.tell('reminders.snooze', { id, until })).refusal?.faults).toEqual([
        { path: 'until', code },
      ]);
  });
});

it('T-11 a thousand at once are told in one event', async () => {
  const { house } = world.app;
  await makeTask(world, { at: on('12:00'), remind: -1 });
  await house.writer.query(`begin; select set_config('voronka.operation', '1', true);
    insert into tasks (state_id, manager_id, description, at, has_time, day, set_at, is_open)
      select state_id, manager_id, description || n, at, true, day, set_at, true
      from (select * from tasks order by id desc limit 1) t, generate_series(1, 1000) n; commit`);
  await goTo(on('11:45'));
  const events = await house.writer.query(
    "select cardinality(ids) as n from events where name = 'reminder.reached' order by id desc limit 1",
  );
  expect(events.rows).toEqual([{ n: 1000 }]);
  const { rows, unread } = await listOf(world.keeper);
  expect([rows.length, unread]).toEqual([100, 1000]);
});

/** The last: the clock goes on by months. */
describe('T-11 a reminder of a task without an hour', () => {
  it('at nine by the clock on the wall on a day when the clock changes', async () => {
    const { firm } = await world.keeper.ask<{ firm: { version: number } }>('people.me');
    await world.keeper.ask('people.changeFirm', {
      version: firm.version,
      set: { timeZone: 'Europe/Berlin' },
    });
    await world.settle();
    for (const [day, nine] of [
      ['2028-03-26', '07:00'], // summer time since two in the night
      ['2028-10-29', '08:00'], // winter time since three
    ] as const) {
      const at = Temporal.PlainDate.from(day).toZonedDateTime('Europe/Berlin').toInstant().toString();
      await goTo(Temporal.Instant.from(at).subtract({ hours: 10 }).toString());
      const usual = await makeTask(world, { at, hasTime: false });
      const own = await makeTask(world, { at, hasTime: false, remind: 0 });
      await goTo(Temporal.Instant.from(`${day}T${nine}:00Z`).subtract({ seconds: 30 }).toString());
      expect([await times(usual), await times(own)]).toEqual([0, 0]);
      await goTo(`${day}T${nine}:00Z`);
      expect([await times(usual), await times(own)]).toEqual([1, 1]);
    }
    const { firm: now } = await world.keeper.ask<{ firm: { version: number } }>('people.me');
    await world.keeper.ask('people.changeFirm', { version: now.version, set: { timeZone: 'Europe/Moscow' } });
    await world.settle();
  });
});
