// The days of one manager through HTTP: tasks by day, hours, absences, holidays, and who may see them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnDays } from '../../../contract/calendar.ts';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makePerson, makeTask } from '../../testing/examples.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
let keeper: Person;
beforeAll(async () => {
  world = await makeWorld();
  keeper = world.keeper;
});
afterAll(() => world.close());

const daysOf = (managerId: number, parameters: Record<string, string> = {}, person = keeper) =>
  person.ask<OwnDays>('calendar.manager', {
    d: '2026-11-23..2026-11-29',
    ...parameters,
    'f.manager': String(managerId),
  });
const noon = (day: string) => `${day}T09:00:00Z`; // 12:00 in Moscow

describe('K-08 the days of one manager', () => {
  it('gives the tasks of each day, without an hour first, at most so many a day and the count of all', async () => {
    const managerId = await makePerson(world);
    const late = await makeTask(world, { managerId, at: '2026-11-25T12:00:00Z' });
    const early = await makeTask(world, { managerId, at: '2026-11-25T06:00:00Z' });
    const whole = await makeTask(world, { managerId, at: '2026-11-24T21:00:00Z', hasTime: false });
    await makeTask(world, { at: noon('2026-11-25') });
    const { days, rows } = await daysOf(managerId);
    expect(rows.map(({ id }) => id)).toEqual([whole, early, late]);
    expect(days.map(({ day, count }) => [day, count])).toContainEqual(['2026-11-25', 3]);
    expect(days).toHaveLength(7);
    const few = await daysOf(managerId, { limit: '2' });
    expect(few.rows.map(({ id }) => id)).toEqual([whole, early]);
    expect(few.days[2]).toMatchObject({ count: 3 });
    expect((await daysOf(managerId, { 'f.open': 'no' })).rows).toEqual([]);
  });

  it('gives what began on days before and lasts into these', async () => {
    const managerId = await makePerson(world);
    const night = await makeTask(world, { managerId, at: '2026-11-22T20:00:00Z', minutes: 180 }); // Sunday 23:00 in Moscow
    const trip = await makeTask(world, { managerId, at: '2026-10-30T06:00:00Z', minutes: 44_640 });
    await makeTask(world, { managerId, at: '2026-11-22T20:00:00Z', minutes: 60 }); // to midnight
    const late = await makeTask(world, { managerId, at: '2026-11-22T20:50:00Z' }); // nobody has said how long
    const { lasting, rows } = await daysOf(managerId);
    expect(lasting.map(({ id }) => id)).toEqual([trip, night, late]);
    expect(rows).toEqual([]);
    expect((await daysOf(managerId, { 'f.open': 'no' })).lasting).toEqual([]);
  });

  it('says when the person and the firm work, and what keeps the person away', async () => {
    const managerId = await makePerson(world);
    const short = { from: 600, to: 720, pause: 0 };
    await keeper.ask('calendar.setWeek', {
      personId: managerId,
      week: [short, short, short, short, short, null, null],
    });
    await keeper.ask('calendar.addAbsence', {
      personId: managerId,
      kind: 'sick',
      from: '2026-11-24',
      to: '2026-11-25',
      note: 'грипп',
    });
    await keeper.ask('calendar.setHoliday', { day: '2026-11-27', name: 'День фирмы', working: false });
    const { days } = await daysOf(managerId);
    expect(days[0]).toMatchObject({
      hours: short,
      firmHours: { from: 540, to: 1080 },
      away: null,
      holiday: null,
    });
    expect(days[1]).toMatchObject({ hours: short, away: 'sick' });
    expect(days[4]).toMatchObject({ hours: null, firmHours: null, holiday: 'День фирмы' });
    expect(days[5]).toMatchObject({ hours: null, firmHours: null });
    const rights = { ...rightsAtLevel('all'), people: rightsAtLevel('none').people };
    const other = await world.join('Другой', rights);
    expect((await daysOf(managerId, {}, other)).days[1]).toMatchObject({ away: 'other' });
  });

  it('is nothing to those who may not see that manager’s tasks, and needs one manager', async () => {
    const own = await world.join('Свой', rightsAtLevel('own'));
    expect((await daysOf(own.id, {}, own)).managerId).toBe(own.id);
    expect(await own.tell('calendar.manager', { d: 'week', 'f.manager': String(keeper.id) })).toMatchObject({
      status: 404,
    });
    for (const manager of ['1,2', '-', 'g1'])
      expect(await keeper.tell('calendar.manager', { d: 'week', 'f.manager': manager })).toMatchObject({
        status: 422,
        body: { refusal: { faults: [{ path: 'f.manager' }] } },
      });
  });
});
