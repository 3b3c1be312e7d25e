// Search in columns and in all of them at once: forgiving of layout, ё, case, alphabet and one slip, and of how numbers are written.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClient, makeEntry, makeGroup, makePerson, makeTask } from '../../testing/examples.ts';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const shared = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../shared/data/${path}`, import.meta.url), 'utf8'));
const ids = async (parameters: Record<string, string>, name = 'tasks.list') =>
  (await world.keeper.ask<{ rows: { id: number }[] }>(name, { limit: '1000', ...parameters })).rows.map(
    ({ id }) => id,
  );

describe('T-06 a column', () => {
  let task: number;
  let other: number;
  beforeAll(async () => {
    const clientId = await makeClient(world, {
      name: 'Ёлочные игрушки',
      phones: [{ value: '+7 (812) 333-44-55 доб. 7' }, { value: '+375 29 123-45-67' }],
    });
    const managerId = await makePerson(world, { name: 'Семёнов Пётр' });
    task = await makeTask(world, {
      clientId,
      managerId,
      description: 'Подписать договор поставки № 17',
      results: 'Отложено',
      tags: ['Срочно'],
      at: '2026-12-25T07:30:00Z',
    });
    other = await makeTask(world, { description: 'Отложено', at: null, hasTime: false });
  });

  const found: [string, string, string][] = [
    ['inside a word', 's.description', 'писать'],
    ['the case', 's.description', 'ДОГОВОР'],
    ['another layout', 's.description', 'ljujdjh'],
    ['ё for е', 's.client', 'елочные'],
    ['Latin letters', 's.client', 'igrushki'],
    ['a letter wrong', 's.description', 'договар'],
    ['a letter missing', 's.description', 'догвор'],
    ['a letter too many', 's.description', 'доготвор'],
    ['letters swapped', 's.description', 'договро'],
    ['a person', 's.manager', 'семенов'],
    ['a telephone as written', 's.phone', '(812) 333-44'],
    ['a telephone from its 8', 's.phone', '88123334455'],
    ['a telephone from its +7', 's.phone', '+7812333'],
    ['a telephone from its 8 while one types', 's.phone', '8812 333'],
    ['a telephone that was kept with +7, from its 8', 's.phone', '8812'],
    ['a second telephone', 's.phone', '37529123'],
    ['a number', 's.id', ''],
    ['a sign of many letters', 's.description', '№ 17'],
    ['the letters of that sign', 's.description', 'no 17'],
    ['a day', 's.at', '25.12.2026'],
    ['a day as the list shows it', 's.at', 'пт 25 дек. 10:30'],
    ['a month', 's.at', 'дек'],
    ['an hour of the firm', 's.at', '10:30'],
    ['a tag', 's.tags', 'срочн'],
    ['a tag in another layout', 's.tags', 'chjxyj'],
  ];
  it.each(found)('is found by %s', async (_why, name, text) => {
    const result = await ids({ [name]: name === 's.id' ? String(task) : text });
    expect(result).toContain(task);
    expect(result).not.toContain(other);
  });

  it('is searched in itself, not in its neighbour', async () => {
    expect(await ids({ 's.description': 'Отложено' })).toEqual([other]);
    expect(await ids({ 's.results': 'Отложено' })).toEqual([task]);
  });

  it('by first characters finds beginnings of words, not their middles', async () => {
    const prefix = (text: string) => ids({ 's.description': text, mode: 'prefix' });
    expect(await prefix('дог')).toEqual([task]);
    expect(await prefix('подп')).toEqual([task]);
    expect(await prefix('говор')).toEqual([]);
  });

  it('by first characters finds telephones by their first digits, with the code of the country or without', async () => {
    const prefix = (text: string) => ids({ 's.phone': text, mode: 'prefix' });
    for (const text of ['+', '+7812', '7812', '8812', '812', '(812) 333', '37529', '29123'])
      expect([text, await prefix(text)]).toEqual([text, [task]]);
    for (const text of ['+812', '4455', '33344', '+29', '123', '2333'])
      expect([text, await prefix(text)]).toEqual([text, []]);
  });

  it.each([
    ['s.client', 'игрушки ёлочные'],
    ['s.client', 'buheirb `kjxy'],
    ['s.client', 'igrushki elochn'],
    ['s.description', 'поставки договор'],
  ])('%s is found by its words in another order: %s', async (name, text) => {
    expect(await ids({ [name]: text })).toEqual([task]);
    expect(await ids({ [name]: text, mode: 'prefix' })).toEqual([task]);
    expect(await ids({ [name]: `${text} рыба` })).toEqual([]);
  });

  it('a client is found with a slip by all columns of clients too', async () => {
    for (const q of ['ёлчные', 'ёлочыне', 'игрушки ёлоч']) {
      const { rows } = await world.keeper.ask<{ rows: { name: string }[] }>('clients.list', { q });
      expect(rows.map(({ name }) => name)).toEqual(['Ёлочные игрушки']);
    }
  });

  it('clients are found by their tags, group, status and responsible person, one column or all at once', async () => {
    const statusId = await makeEntry(world, { directory: 'clientStatuses', name: 'Дремлющий' });
    const groupId = await makeGroup(world, { name: 'Экспортёры' });
    const responsibleId = await makePerson(world, { name: 'Хвостова Зоя' });
    await makeClient(world, { name: 'Помечен', tags: ['Сезонный'], statusId, groupId, responsibleId });
    for (const asked of [
      { 's.tags': 'ctpjyysq' },
      { q: 'сезонн' },
      { q: 'дремлющий' },
      { q: 'экспортеры' },
      { q: 'хвостова' },
    ]) {
      const { rows } = await world.keeper.ask<{ rows: { name: string }[] }>('clients.list', asked);
      expect([asked, rows.map(({ name }) => name)]).toEqual([asked, ['Помечен']]);
    }
    expect(await world.keeper.ask('clients.find', { text: 'ctpjyysq' })).toMatchObject({
      rows: [{ name: 'Помечен', hint: '+7 495 123 45 67 · Сезонный' }],
    });
  });

  it('is found by nothing that is not there', async () => {
    for (const text of ['рыба', '%', '_', '\\', '.*', "'", '[', '(', '\\m', '*', '((((', 'a{99999}'])
      for (const mode of ['prefix', 'inside'])
        expect([text, mode, await ids({ 's.description': text, mode })]).toEqual([text, mode, []]);
  });

  it('by blanks alone is not narrowed', async () => {
    const all = await world.keeper.ask('tasks.count', {});
    for (const field of ['s.description', 's.phone', 's.client', 's.id'])
      expect([field, await world.keeper.ask('tasks.count', { [field]: '  ' })]).toEqual([field, all]);
  });

  it('takes signs as they are', async () => {
    const id = await makeTask(world, { description: '50% (скидка) [a_b] \\d+ «тест» +7' });
    for (const text of ['50%', '(скидка', '[a_b]', '\\d+', '«тест', '+7'])
      for (const mode of ['prefix', 'inside'])
        expect([text, mode, await ids({ 's.description': text, mode })]).toEqual([text, mode, [id]]);
  });

  it('all at once', async () => {
    for (const q of [
      'договор поставки',
      'Елочные',
      'Семенов',
      '8123334455',
      'отложено',
      'срочно',
      String(task),
    ])
      expect([q, (await ids({ q })).includes(task)]).toEqual([q, true]);
    expect(await ids({ q: 'такого нет нигде' })).toEqual([]);
  });

  it('of a directory', async () => {
    expect(await ids({ 's.state': 'постав' })).toEqual(expect.arrayContaining([task, other]));
    expect(await ids({ 's.state': 'отменена' })).toEqual([]);
  });

  it('by first characters forgives a slip in them all the same', async () => {
    expect(await ids({ 's.description': 'пдписать', mode: 'prefix' })).toEqual([task]);
    expect(await ids({ 's.description': 'пставки', mode: 'prefix' })).toEqual([task]);
  });

  it('says that it found by a slip; what was chosen before is not deleted in the place of what has gone', async () => {
    const view = { 's.description': 'Одуванчи' };
    const near = async () => (await world.keeper.ask<{ near: boolean }>('tasks.count', view)).near;
    const chosenTask = await makeTask(world, { description: 'Одуванчик' });
    await makeTask(world, { description: 'Одуваньчик' });
    expect(await near()).toBe(false);
    const chosen = { view, except: [] };
    expect(await world.keeper.ask('tasks.count', { q: String(chosenTask) })).toMatchObject({
      count: 1,
      near: false,
    });
    await world.keeper.ask('tasks.delete', { chosen: { ids: [chosenTask] } });
    expect(await near()).toBe(true);
    expect(await world.keeper.ask('tasks.delete', { chosen })).toMatchObject({ changed: 0 });
    expect(await world.keeper.ask('tasks.delete', { chosen: { ...chosen, near: true } })).toMatchObject({
      changed: 1,
    });
  });

  it('T-09 all that was chosen takes nothing that came later, but what was chosen by itself', async () => {
    const view = { 's.description': 'Незабудка' };
    const made = async () => makeTask(world, { description: 'Незабудка' });
    const [kept] = [await made(), await made()];
    const { last } = await world.keeper.ask<{ last: number }>('tasks.count', view);
    const [later, also] = [await made(), await made()];
    const chosen = { view, except: [kept], upTo: last, also: [also] };
    expect(await world.keeper.ask('tasks.delete', { chosen })).toMatchObject({ changed: 2 });
    expect(await ids(view)).toEqual([kept, later]);
  });

  it('T-09 of what was chosen one by one, what has left the view since is not taken', async () => {
    const within = { 's.description': 'Подснежник' };
    const [stays, leaves] = [
      await makeTask(world, { description: 'Подснежник' }),
      await makeTask(world, { description: 'Подснежник' }),
    ];
    await world.keeper.ask('tasks.change', { id: leaves, version: 1, set: { description: 'Ландыш' } });
    const chosen = { ids: [stays, leaves], within };
    expect(await world.keeper.ask('tasks.changeMany', { chosen, set: { results: 'х' } })).toMatchObject({
      changed: 1,
    });
    expect(await world.keeper.ask('tasks.delete', { chosen })).toMatchObject({ changed: 1, skipped: 0 });
    expect(await ids({ 's.description': 'Ландыш' })).toEqual([leaves]);
    const faulty = { chosen: { ids: [leaves], within: { d: 'never' } } };
    expect((await world.keeper.tell('tasks.delete', faulty)).refusal?.code).toBe('view.faulty');
  });

  it('two of them narrow each other', async () => {
    expect(await ids({ 's.description': 'договор', 's.client': 'игрушки' })).toEqual([task]);
    expect(await ids({ 's.description': 'договор', 's.client': 'зебра' })).toEqual([]);
  });
});

describe('Z-06 names in a wrong layout or alphabet', () => {
  it('find their client', async () => {
    const layout = shared<{ query: string; finds: string }[]>('search/layout.json').slice(0, 40);
    const translit = shared<{ bgn: string; finds: string }[]>('search/translit.json')
      .slice(0, 40)
      .map(({ bgn, finds }) => ({ query: bgn, finds }));
    const pairs = [...layout, ...translit];
    const made = new Map<string, number>();
    for (const { finds } of pairs)
      if (!made.has(finds)) made.set(finds, await makeClient(world, { name: finds, phones: [] }));
    for (const { query, finds } of pairs) {
      const result = await ids({ 's.name': query }, 'clients.list');
      expect([query, finds, result.includes(made.get(finds) as number)]).toEqual([query, finds, true]);
    }
  });
});
