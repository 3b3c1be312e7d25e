// The list of tasks through every filter and interval, held against the same rows chosen in JavaScript.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presets } from '../../../contract/kit/view.ts';
import { dayIn } from '../../platform/clock.ts';
import {
  clientGroup,
  dayOf,
  digits,
  fillTasks,
  groupOf,
  groups,
  names,
  now,
  type Row,
  today,
  typeGroup,
  zone,
} from '../../testing/task-base.ts';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
let rows: Row[];
beforeAll(async () => {
  world = await makeWorld();
  rows = await fillTasks(world);
});
afterAll(() => world.close());

const list = async (parameters: Record<string, string> = {}) =>
  (await world.keeper.ask<{ rows: Row[] }>('tasks.list', parameters)).rows;

describe('T-08 filters', () => {
  const some = () =>
    rows.find((row) => row.typeId && row.managerId && row.clientId && row.at && row.minutes) as Row;
  const branch = (ids: number[]) => new Set(ids.slice(0, 2));
  const cases: [string, () => Record<string, string>, (row: Row) => boolean][] = [
    ['one state', () => ({ 'f.state': String(some().stateId) }), (row) => row.stateId === some().stateId],
    ['not a state', () => ({ 'f.state': `!${some().stateId}` }), (row) => row.stateId !== some().stateId],
    [
      'two managers',
      () => ({ 'f.manager': `${some().managerId},${world.keeper.id}` }),
      (row) => row.managerId === some().managerId,
    ],
    [
      'not a manager',
      () => ({ 'f.manager': `!${some().managerId}` }),
      (row) => row.managerId !== some().managerId,
    ],
    ['no manager', () => ({ 'f.manager': '-' }), (row) => row.managerId === null],
    ['any manager', () => ({ 'f.manager': '*' }), (row) => row.managerId !== null],
    ['me', () => ({ 'f.author': 'me' }), () => true],
    [
      'a group of managers with those below',
      () => ({ 'f.manager': `g${groups.managers[0]}` }),
      (row) => branch(groups.managers).has(groupOf.get(row.managerId ?? 0) ?? 0),
    ],
    [
      'not a group of managers',
      () => ({ 'f.manager': `!g${groups.managers[0]}` }),
      (row) => !branch(groups.managers).has(groupOf.get(row.managerId ?? 0) ?? 0),
    ],
    [
      'a group of clients',
      () => ({ 'f.client': `g${groups.clients[0]}` }),
      (row) => branch(groups.clients).has(clientGroup.get(row.clientId ?? 0) ?? 0),
    ],
    [
      'a group of types or a type',
      () => ({ 'f.type': `g${groups.types[0]},${some().typeId}` }),
      (row) => row.typeId === some().typeId || typeGroup.get(row.typeId ?? 0) === groups.types[1],
    ],
    ['a client', () => ({ 'f.client': String(some().clientId) }), (row) => row.clientId === some().clientId],
    ['no client', () => ({ 'f.client': '-' }), (row) => row.clientId === null],
    [
      'days',
      () => ({ 'f.day': '2026-11-20..2026-12-01' }),
      (row) =>
        row.at !== null && (dayOf(row) as string) >= '2026-11-20' && (dayOf(row) as string) <= '2026-12-01',
    ],
    [
      'moments of whole days of the firm',
      () => ({ 'f.at': '2026-11-20..2026-11-25' }),
      (row) =>
        row.at !== null && (dayOf(row) as string) >= '2026-11-20' && (dayOf(row) as string) <= '2026-11-25',
    ],
    [
      'moments from',
      () => ({ 'f.deadline': '2026-11-23..' }),
      (row) => row.deadline !== null && dayIn(row.deadline, zone) >= '2026-11-23',
    ],
    ['no deadline', () => ({ 'f.deadline': '-' }), (row) => row.deadline === null],
    ['done', () => ({ 'f.doneAt': '*' }), (row) => row.doneAt !== null],
    ['minutes', () => ({ 'f.minutes': '30,60' }), (row) => row.minutes === 30 || row.minutes === 60],
    ['minutes between', () => ({ 'f.minutes': '16..45.5' }), (row) => row.minutes === 30],
    [
      'numbers between',
      () => ({ 'f.id': `${rows[0]?.id}..${rows[0]?.id}` }),
      (row) => row.id === rows[0]?.id,
    ],
    ['a tag of two', () => ({ 'f.tags': 'а,В' }), (row) => row.tags.includes('а') || row.tags.includes('В')],
    ['not a tag', () => ({ 'f.tags': '!а' }), (row) => !row.tags.includes('а')],
    ['no tag', () => ({ 'f.tags': '-' }), (row) => row.tags.length === 0],
    ['a tag that contains', () => ({ 'f.tags': '~в' }), (row) => row.tags.includes('В')],
    ['left to do', () => ({ 'f.open': 'yes' }), (row) => row.isOpen],
    ['not left to do', () => ({ 'f.open': 'no' }), (row) => !row.isOpen],
    ['overdue', () => ({ 'f.overdue': 'yes' }), (row) => row.overdue],
    ['not overdue, the undated too', () => ({ 'f.overdue': 'no' }), (row) => !row.overdue],
    ['a text that contains', () => ({ 'f.description': '~ЕЛКИ' }), (row) => /ёлки/i.test(row.description)],
    ['a text that starts', () => ({ 'f.description': '^счет' }), (row) => /^счёт/i.test(row.description)],
    ['results that start', () => ({ 'f.results': '^дог' }), (row) => /^дог/i.test(row.results)],
    ['a text exactly', () => ({ 'f.results': 'Счёт' }), (row) => row.results === 'Счёт'],
    ['no text', () => ({ 'f.results': '-' }), (row) => row.results === ''],
    ['a name that contains', () => ({ 'f.client': '~маш' }), (row) => row.clientName === 'Ромашка'],
    ['a name that starts', () => ({ 'f.manager': '^ж' }), (row) => names.get(row.managerId ?? 0) === 'жанна'],
    ['a telephone that contains', () => ({ 'f.phone': '~495100' }), (row) => digits.has(row.clientId ?? 0)],
    [
      'two filters',
      () => ({ 'f.open': 'yes', 'f.client': '*' }),
      (row) => row.isOpen && row.clientId !== null,
    ],
  ];

  it.each(cases)('%s', async (_name, parameters, fits) => {
    const expected = rows
      .filter(fits)
      .map(({ id }) => id)
      .sort((a, b) => a - b);
    const found = (await list({ ...parameters(), limit: '1000' })).map(({ id }) => id).sort((a, b) => a - b);
    expect(found).toEqual(expected);
    expect(await world.keeper.ask('tasks.count', parameters())).toMatchObject({
      count: expected.length,
      near: false,
    });
    expect(expected.length).toBeGreaterThan(0);
  });

  const wrong: [string, string, string][] = [
    ['f.state', 'x', 'view.badValue'],
    ['f.state', 'g1x', 'view.badValue'],
    ['f.author', 'gg', 'view.badValue'],
    ['f.id', '1.5..2', 'view.badValue'],
    ['f.id', 'x..', 'view.badValue'],
    ['f.minutes', '1..y', 'view.badValue'],
    ['f.minutes', '100..5', 'view.endBeforeStart'],
    ['f.deadline', '2026-12-10..2026-11-01', 'view.endBeforeStart'],
    ['f.day', '2026-12-10..2026-11-01', 'view.endBeforeStart'],
    ['f.day', '2026-11-31..', 'view.badValue'],
    ['f.day', '0000-01-01..', 'view.badValue'],
    ['f.day', '..9999-12-31', 'view.badValue'],
    ['f.at', '2026-11-23', 'view.badValue'],
    ['f.at', '0001-01-01..', 'view.badValue'],
    ['f.open', 'maybe', 'view.badValue'],
    ['f.open', '~y', 'view.badValue'],
    ['f.state', '1..2', 'view.badValue'],
    ['f.tags', 'a..b', 'view.badValue'],
    ['f.nothing', '1', 'view.unknownField'],
    ['f.constructor', '1', 'view.unknownField'],
    ['s.nothing', 'x', 'view.unknownField'],
    ['s.overdue', 'x', 'view.notSearchable'],
    ['sort', 'nothing', 'view.unknownField'],
    ['sort', 'constructor', 'view.unknownField'],
    ['d', 'someday', 'view.badValue'],
    ['offset', '-1', 'view.badValue'],
    ['limit', '1001', 'view.badValue'],
    ['limit', '0', 'view.badValue'],
    ['x', '1', 'view.unknownParameter'],
  ];
  it.each(wrong)('%s=%s is refused by its name', async (path, value, code) => {
    for (const name of ['tasks.list', 'tasks.count']) {
      const answer = await world.keeper.tell(name, { [path]: value });
      expect([answer.status, answer.refusal?.code, answer.refusal?.faults[0]]).toMatchObject([
        422,
        'view.faulty',
        { path, code },
      ]);
    }
    if (path === 'offset' || path === 'limit') return;
    const many = await world.keeper.tell('tasks.delete', { chosen: { view: { [path]: value } } });
    expect([many.status, many.refusal?.code]).toEqual([422, 'view.faulty']);
  });
});

describe('T-07 the interval', () => {
  const monday = { week: ['2026-11-23', '2026-11-29'], nextWeek: ['2026-11-30', '2026-12-06'] };
  const bounds: Record<string, [string, string]> = {
    today: [today, today],
    tomorrow: ['2026-11-24', '2026-11-24'],
    yesterday: ['2026-11-22', '2026-11-22'],
    week: monday.week as [string, string],
    nextWeek: monday.nextWeek as [string, string],
    month: ['2026-11-01', '2026-11-30'],
    quarter: ['2026-10-01', '2026-12-31'],
    year: ['2026-01-01', '2026-12-31'],
    next7: [today, '2026-11-29'],
    next30: [today, '2026-12-22'],
    '2026-11-10..': ['2026-11-10', '9999-12-31'],
    '..2026-11-10': ['0000-01-01', '2026-11-10'],
    '2026-11-10..2026-11-20': ['2026-11-10', '2026-11-20'],
  };
  const others: Record<string, (row: Row) => boolean> = {
    all: () => true,
    undated: (row) => row.at === null,
    overdue: (row) => row.overdue,
  };

  it('knows every preset', () => {
    expect(presets.filter((preset) => !bounds[preset] && !others[preset])).toEqual([]);
  });

  it.each([...Object.keys(bounds), ...Object.keys(others)])('%s', async (d) => {
    const range = bounds[d];
    const fits =
      others[d] ??
      ((row: Row) =>
        row.at !== null &&
        (dayOf(row) as string) >= (range?.[0] ?? '') &&
        (dayOf(row) as string) <= (range?.[1] ?? ''));
    const found = await list({ d, limit: '1000' });
    expect(found.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
      rows
        .filter(fits)
        .map(({ id }) => id)
        .sort((a, b) => a - b),
    );
  });

  it('overdue is what is left to do and past its deadline, or without one past its moment or day', () => {
    const isOverdue = (row: Row) => {
      if (!row.isOpen) return false;
      if (row.deadline) return Date.parse(row.deadline) < now;
      return row.at !== null && ((dayOf(row) as string) < today || (row.hasTime && Date.parse(row.at) < now));
    };
    expect(rows.filter((row) => row.overdue !== isOverdue(row))).toEqual([]);
    expect(rows.some(isOverdue)).toBe(true);
  });
});
