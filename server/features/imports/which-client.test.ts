// Which rows are one client: by keys that mean one, never by what people write where there is nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type World } from '../../testing/world.ts';
import { type Ask, bring, csv, plan, rowsOf } from './import-steps.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

/** What each row comes to. */
async function outcomesOf(table: string, ask: Ask = {}): Promise<string[]> {
  const { id } = await plan(world, world.keeper, csv(table), ask);
  return (await rowsOf(world.keeper, id)).map(({ outcome }) => outcome);
}

describe('C-06 a tax number that is none', () => {
  it.each(['-', '—', 'нет', 'n/a', 'не указан', '0', '0000000000', '1111111111', '12345'])(
    'C-06 two clients with «%s» stay two, in one file and against the base',
    async (inn) => {
      const table = `Название;ИНН\nРога ${inn};${inn}\nКопыта ${inn};${inn}\n`;
      expect(await outcomesOf(table)).toEqual(['made', 'made']);
      await world.keeper.ask('clients.create', { name: `Хвосты ${inn}`, inn });
      expect(await outcomesOf(table)).toEqual(['made', 'made']);
      expect(await world.keeper.ask('clients.duplicates', { inn })).toEqual({ rows: [] });
    },
  );

  it('B-08 what stands for nothing in a requisite leaves it empty', async () => {
    const done = await bring(world, world.keeper, csv('Название;ИНН;КПП;ОГРН\nПустое;не указан;-;0\n'));
    const [row] = await rowsOf(world.keeper, done.id, 'made');
    expect(await world.keeper.ask('clients.get', { id: row?.recordId })).toMatchObject({
      inn: '',
      kpp: '',
      ogrn: '',
    });
  });

  it('B-08 a long number that a spreadsheet shortened refuses its row and names the column', async () => {
    const table = 'Название;Телефон;ИНН\nА-три;;7,70708E+09\nБ-три;7.9E+10;\nВ-три;89215550777;7707083893\n';
    const seen = await plan(world, world.keeper, csv(table));
    expect((await rowsOf(world.keeper, seen.id)).map(({ reasons }) => reasons[0]?.text)).toEqual([
      'ИНН: цифры потеряны «7,70708E+09»: таблица сократила длинное число, сделайте ячейки текстом и сохраните ещё раз',
      'Телефон: цифры потеряны «7.9E+10»: таблица сократила длинное число, сделайте ячейки текстом и сохраните ещё раз',
      undefined,
    ]);
    expect(
      await outcomesOf('Описание;ИНН клиента\nПозвонить;7,70708E+09\nПисьмо;-\n', { kind: 'tasks' }),
    ).toEqual(['refused', 'made']);
  });
});

describe('C-06 legal forms that contradict one another', () => {
  const header = 'Компания;Контактное лицо;Телефон;Город\n';
  const three = `${header}АО Кварц;Анна;+79215550101;Псков\nООО «Кварц»;Борис;+79215550102;Уфа\nИП Кварц;Вера;+79215550103;Омск\n`;

  it('C-06 are clients of their own, and the second run makes none of them anew', async () => {
    const done = await bring(world, world.keeper, csv(three));
    expect(done.counts).toMatchObject({ made: 3, duplicate: 0 });
    expect((await bring(world, world.keeper, csv(three))).counts).toMatchObject({ made: 0, same: 3 });
  });

  it('C-06 a row that repeats the second of them is known; without a form it is the first', async () => {
    const table = three.replaceAll('Кварц', 'Топаз').replaceAll('+7921555', '+7921666');
    expect(await outcomesOf(`${table}Топаз, ООО;Глеб;;\nТопаз;Дина;;\n`)).toEqual([
      'made',
      'made',
      'made',
      'duplicate',
      'duplicate',
    ]);
  });

  it('C-06 are one where a telephone, an e-mail or a tax number is', async () => {
    await world.keeper.ask('clients.create', { name: 'ЗАО Опал', phones: [{ value: '+79215550201' }] });
    expect(
      await outcomesOf(`${header}ООО Опал;Анна;8 921 555-02-01;\nПАО Опал;Вера;;\nИП Опал;Глеб;;\n`),
    ).toEqual(['changed', 'duplicate', 'made']);
  });
});
