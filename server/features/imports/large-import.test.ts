// 100,000 rows through plan, run and undo; the rates are printed, not asserted.
import { expect, it } from 'vitest';
import { makeWorld } from '../../testing/world.ts';
import { countOf, csv, finish, plan, sumOf } from './import-steps.ts';

const rows = 100_000;

function table(): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const phone = `8 (9${20 + (i % 60)}) ${String(1_000_000 + i).replace(/(\d{3})(\d\d)(\d\d)/, '$1-$2-$3')}`;
    return `ООО «Предприятие ${i}»;Иванов Пётр ${i};${phone};office${i}@firm${i % 977}.example;${i % 3 === 0 ? 'Постоянный' : 'Новенький'};г. Москва, ул. Ленина, д. ${i % 200};тег${i % 50}`;
  });
  return `Название;Контактное лицо;Телефон;E-mail;Статус;Адрес;Теги\n${lines.join('\n')}\n`;
}

function rateOf(ms: number): string {
  return `${Math.round(rows / (ms / 1000))} rows/s (${Math.round(ms / 100) / 10} s)`;
}

it('B-08 Z-01 100,000 rows are planned, run, planned again and undone', { timeout: 600_000 }, async () => {
  const world = await makeWorld();
  const file = csv(table());
  const marks: [string, number][] = [];
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    marks.push([what, performance.now() - start]);
    return result;
  };
  const before = await sumOf(world, 'clients');
  const seen = await timed('plan', () => plan(world, world.keeper, file));
  expect(seen.counts).toMatchObject({ made: rows, refused: 0 });
  const done = await timed('run', () => finish(world, world.keeper, seen.id));
  expect(done).toMatchObject({ status: 'done', counts: { made: rows } });
  const again = await timed('plan against 100,000', () => plan(world, world.keeper, file));
  expect(again.counts).toMatchObject({ same: rows });
  await timed('undo', () => world.keeper.ask('operations.undo', { id: done.operation }));
  expect(await countOf(world, 'clients')).toBe(0);
  expect(await sumOf(world, 'clients')).toBe(before);
  console.info(marks.map(([what, ms]) => `${what}: ${rateOf(ms)}`).join(' · '));
  await world.close();
});
