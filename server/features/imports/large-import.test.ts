// Many rows through plan, run and undo; how fast it goes with 100,000 is measured by the bench.
import { expect, it } from 'vitest';
import { makeWorld } from '../../testing/world.ts';
import { countOf, csv, finish, plan, sumOf } from './import-steps.ts';

const rows = 20_000;

function table(): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const phone = `8 (9${20 + (i % 60)}) ${String(1_000_000 + i).replace(/(\d{3})(\d\d)(\d\d)/, '$1-$2-$3')}`;
    return `ООО «Предприятие ${i}»;Иванов Пётр ${i};${phone};office${i}@firm${i % 977}.example;${i % 3 === 0 ? 'Постоянный' : 'Новенький'};г. Москва, ул. Ленина, д. ${i % 200};тег${i % 50}`;
  });
  return `Название;Контактное лицо;Телефон;E-mail;Статус;Адрес;Теги\n${lines.join('\n')}\n`;
}

it('B-08 Z-01 20,000 rows are planned, run, planned again and undone', { timeout: 300_000 }, async () => {
  const world = await makeWorld();
  // As after demo data has been taken away: the planner has figures, and they say that there is nothing.
  await world.app.house.writer.query('analyze');
  const file = csv(table());
  const before = await sumOf(world, 'clients');
  const seen = await plan(world, world.keeper, file);
  expect(seen.counts).toMatchObject({ made: rows, refused: 0 });
  const done = await finish(world, world.keeper, seen.id);
  expect(done).toMatchObject({ status: 'done', counts: { made: rows } });
  const again = await plan(world, world.keeper, file);
  expect(again.counts).toMatchObject({ same: rows });
  await world.keeper.ask('operations.undo', { id: done.operation });
  expect(await countOf(world, 'clients')).toBe(0);
  expect(await sumOf(world, 'clients')).toBe(before);
  await world.close();
});

it('B-08 rows to do are found behind thousands that repeat, and are more than is run at once', {
  timeout: 120_000,
}, async () => {
  const world = await makeWorld();
  const repeated = Array.from({ length: 2500 }, () => 'ООО «Начало»;office@begin.example;');
  const long = 'слово '.repeat(1500); // 16 KB, so that 900 rows are 14 MB
  const large = Array.from({ length: 900 }, (_, i) => `ООО «Дальнее ${i}»;far${i}@end.example;${long}${i}`);
  const file = csv(`Название;E-mail;Примечание\n${[...repeated, ...large].join('\n')}\n`);
  const seen = await plan(world, world.keeper, file);
  expect(seen.counts).toMatchObject({ made: 901, duplicate: 2499, refused: 0 });
  const done = await finish(world, world.keeper, seen.id);
  expect(done).toMatchObject({ status: 'done', counts: { made: 901, duplicate: 2499 } });
  expect(await countOf(world, 'clients')).toBe(901);
  await world.close();
});
