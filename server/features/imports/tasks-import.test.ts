// Imports of tasks: clients and managers found, days read, states with their meaning; what is there already is not made twice.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Task } from '../../../contract/tasks.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { bring, csv, plan, rowsOf, sumOf } from './import-steps.ts';

let world: World;
let granit: number;
beforeAll(async () => {
  world = await makeWorld();
  granit = (
    await world.keeper.ask<{ id: number }>('clients.create', {
      name: 'ООО «Гранит»',
      inn: '7707083893',
      phones: [{ value: '+79215550000' }],
    })
  ).id;
  for (const name of ['Двойник', 'ЗАО Двойник']) await world.keeper.ask('clients.create', { name });
});
afterAll(() => world.close());

const header = 'Дата;Время;Крайний срок;Тип;Клиент;Телефон;Менеджер;Состояние;Описание;Результат;Теги\n';
const task = (id: number | null | undefined) => world.keeper.ask<Task>('tasks.get', { id });

it('B-08 tasks with client, manager, type, state, moments', async () => {
  const table = csv(
    `${header}10.12.2026;15:00;11.12.2026;звонок;гранит;;Дома Хозяйка;поставлена;Позвонить;;vip, срочно\n` +
      '12.12.2026;;;Замер;;8 921 555-00-00;;Выполнено;Замерить;Готово;\n;;;;;;;;Когда-нибудь;;\n',
  );
  const done = await bring(world, world.keeper, table, { kind: 'tasks' });
  expect(done).toMatchObject({
    status: 'done',
    counts: { made: 3, refused: 0 },
    makes: [
      { of: 'taskStates', names: ['Выполнено'] },
      { of: 'taskTypes', names: ['Замер'] },
    ],
  });
  const [first, second, third] = await rowsOf(world.keeper, done.id, 'made');
  expect(await task(first?.recordId)).toMatchObject({
    at: '2026-12-10T12:00:00+00:00',
    hasTime: true,
    deadline: '2026-12-11T20:59:00+00:00',
    clientId: granit,
    managerId: world.keeper.id,
    description: 'Позвонить',
    tags: ['vip', 'срочно'],
    isOpen: true,
  });
  expect(await task(second?.recordId)).toMatchObject({
    at: '2026-12-11T21:00:00+00:00',
    hasTime: false,
    clientId: granit,
    isOpen: false,
    results: 'Готово',
  });
  expect(await task(third?.recordId)).toMatchObject({ at: null, clientId: null, isOpen: true });
  const before = await sumOf(world, 'tasks');
  const again = await bring(world, world.keeper, table, { kind: 'tasks' });
  expect(again).toMatchObject({ counts: { made: 0, same: 3 }, operation: null });
  expect(await sumOf(world, 'tasks')).toBe(before);
  await world.keeper.ask('operations.undo', { id: done.operation });
  expect((await world.keeper.ask<{ count: number }>('tasks.count', {})).count).toBe(0);
});

it('B-08 rows whose client, manager, date or entry is not there are refused with the reason', async () => {
  const table = csv(
    `${header}31.02.2026;;;;;;;;плохая дата;;\n01.02.2026;поздно;;;;;;;плохое время;;\n;;;;Неведомый;;;;нет клиента;;\n` +
      ';;;;АО двойник;;;;два клиента;;\n;;;;;;Некто;;нет менеджера;;\n;;;Новый тип;;;;;нет типа;;\n01.01.0001;;;;;;;;год 1;;\n;;;;;;;;повтор;;\n;;;;;;;;повтор;;\n',
  );
  const seen = await plan(world, world.keeper, table, {
    kind: 'tasks',
    options: { unknownManager: 'refuse', makeMissing: false },
  });
  expect(
    (await rowsOf(world.keeper, seen.id)).map(({ line, outcome, twin, reasons }) => [
      line,
      outcome === 'duplicate' ? twin : (reasons[0]?.code ?? outcome),
    ]),
  ).toEqual([
    [2, 'reason.badDate'],
    [3, 'reason.badTime'],
    [4, 'reason.unknownClient'],
    [5, 'reason.ambiguousClient'],
    [6, 'reason.unknownManager'],
    [7, 'reason.unknownEntry'],
    [8, 'reason.dateOutOfRange'],
    [9, 'made'],
    [10, 9],
  ]);
  const written = await plan(
    world,
    world.keeper,
    csv('Описание;Клиент\nтот, что написан так;зао двойник\n'),
    {
      kind: 'tasks',
    },
  );
  expect(written.counts).toMatchObject({ made: 1, refused: 0 });
  const without = await plan(world, world.keeper, csv('Описание;Клиент\nбез него;Неведомый\n'), {
    kind: 'tasks',
    options: { unknownClient: 'without' },
  });
  const [row] = await rowsOf(world.keeper, without.id, 'made');
  expect(row?.changes).toContainEqual({
    field: 'description',
    before: null,
    after: 'без него\nКлиент: Неведомый',
    makes: false,
  });
});

it('B-08 a time of its own goes with a day or its midnight; beside another time or without a day it is noted', async () => {
  const table = csv(
    'Описание;Дата;Время\nполночь;01.12.2026 0:00:00;14:30\nдень;01.12.2026;9:00\nдва времени;01.12.2026 10:00;11:00\nбез дня;;15:00\n',
  );
  const seen = await plan(world, world.keeper, table, { kind: 'tasks' });
  const read = (await rowsOf(world.keeper, seen.id, 'made')).map(({ changes }) =>
    ['at', 'description'].map((name) => changes.find(({ field }) => field === name)?.after),
  );
  expect(read).toEqual([
    ['2026-12-01T11:30:00Z', 'полночь'],
    ['2026-12-01T06:00:00Z', 'день'],
    ['2026-12-01T07:00:00Z', 'два времени\nВремя: 11:00'],
    [undefined, 'без дня\nВремя: 15:00'],
  ]);
});

it.each([
  ['Длительность, ч', ['1,5', '0:45'], [90, 45]],
  ['Duration (hours)', ['2', '0.5'], [120, 30]],
  ['Длительность звонка, сек', ['185', '20'], [3, 1]],
  ['Длительность, ч (с перерывом, мин)', ['50', '7'], [50, 7]],
  ['Длительность с дорогой', ['50', '7'], [50, 7]],
])('B-08 how long a task takes is read in what its header names: %s', async (label, cells, minutes) => {
  const table = csv(`Описание;${label}\n${cells.map((cell, n) => `дело ${n};${cell}\n`).join('')}`);
  const seen = await plan(world, world.keeper, table, { kind: 'tasks' });
  const read = (await rowsOf(world.keeper, seen.id, 'made')).map(
    ({ changes }) => changes.find(({ field }) => field === 'minutes')?.after,
  );
  expect(read).toEqual(minutes);
});

it('B-08 what a row says otherwise than the task that is there already is said to stay', async () => {
  const file = (state: string, result: string, time: string) =>
    csv(`${header}20.12.2026;12:00;${time};;;;;${state};Одно и то же;${result};\n`);
  await bring(world, world.keeper, file('поставлена', '', '21.12.2026'), { kind: 'tasks' });
  const said = async (table: ReturnType<typeof csv>) => {
    const seen = await plan(world, world.keeper, table, { kind: 'tasks' });
    return (await rowsOf(world.keeper, seen.id, 'same'))[0]?.reasons.map(({ text }) => text);
  };
  expect(await said(file('поставлена', '', '21.12.2026'))).toEqual([]);
  expect(await said(file('Выполнено', 'Готово', '22.12.2026'))).toEqual(
    ['Результат', 'Состояние', 'Крайний срок'].map((column) => `${column}: остаётся, как в карточке`),
  );
});

it('B-08 month/day/year is told by the column as a whole', async () => {
  const seen = await plan(
    world,
    world.keeper,
    csv('Subject,Start Date\na,3/4/2026\nb,3/25/2026\nc,11/1/2026\n'),
    { kind: 'tasks' },
  );
  const days = (await rowsOf(world.keeper, seen.id)).map(
    ({ changes }) => changes.find(({ field }) => field === 'at')?.after,
  );
  expect(days).toEqual(['2026-03-03T21:00:00Z', '2026-03-24T21:00:00Z', '2026-10-31T21:00:00Z']);
});

it('B-08 T-03 what a new state means may be said before the run', async () => {
  const table = csv('Описание;Состояние\nКупить;Передумали\nПродать;Не реализовано\nСнять;Сняли\n');
  const { id } = await plan(world, world.keeper, table, { kind: 'tasks' });
  const run = (meanings: Record<string, string>) =>
    world.keeper.ask('imports.run', {
      id,
      meanings: Object.entries(meanings).map(([name, meaning]) => ({ name, meaning })),
    });
  await expect(run({ Передумали: 'late' })).rejects.toThrow('422');
  await run({ Передумали: 'cancelled', 'Не реализовано': 'cancelled' });
  await world.settle();
  const rows = await rowsOf(world.keeper, id, 'made');
  const open = await Promise.all(rows.map(async ({ recordId }) => (await task(recordId)).isOpen));
  expect(open).toEqual([false, false, true]);
  expect(await world.keeper.ask('imports.get', { id })).toMatchObject({
    options: { meanings: [{ name: 'Передумали' }, { name: 'Не реализовано', meaning: 'cancelled' }] },
  });
});
