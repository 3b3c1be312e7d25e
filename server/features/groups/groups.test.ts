// Trees of groups: three levels, two modes of moving, no circles, whoever moves at the same time.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rights, rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeGroup } from '../../testing/examples.ts';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Group = {
  id: number;
  parentId: number | null;
  name: string;
  position: number;
  used: boolean;
  version: number;
};

/** One of many at the root, known by the first word of its name. */
const group = (name: string, parentId: number | null = null) =>
  makeGroup(world, { name: parentId === null ? `${name} ${randomUUID()}` : name, parentId });
const said = ({ name }: Group) => name.split(' ')[0] as string;
const move = (id: number, targetId: number | null, mode: 'same' | 'inside') =>
  world.keeper.tell('groups.move', { id, targetId, mode });
const all = async () => (await world.keeper.ask<{ rows: Group[] }>('groups.list')).rows;

/** The tree below a group as text: `а(б в(г))`. */
async function drawn(id: number): Promise<string> {
  const rows = await all();
  const draw = (node: Group): string => {
    const below = rows.filter(({ parentId }) => parentId === node.id).map(draw);
    return below.length > 0 ? `${said(node)}(${below.join(' ')})` : said(node);
  };
  return draw(rows.find((row) => row.id === id) as Group);
}

/** а(б в(г)) with ids by name. */
async function tree(): Promise<Record<'a' | 'b' | 'c' | 'd', number>> {
  const a = await group('а');
  const [b, c] = [await group('б', a), await group('в', a)];
  return { a, b, c, d: await group('г', c) };
}

describe('D-02 levels', () => {
  it('are three under the root', async () => {
    const { a, d } = await tree();
    expect(await drawn(a)).toBe('а(б в(г))');
    const answer = await world.keeper.tell('groups.create', { tree: 'clients', parentId: d, name: 'д' });
    expect(answer.refusal).toMatchObject({ code: 'group.tooDeep', params: { depth: 3 } });
  });

  it('B-09 are those of clients only for whoever has to do with clients', async () => {
    await group('Опт');
    await makeGroup(world, { tree: 'managers', name: 'Отдел' });
    const none = rightsAtLevel('none');
    const treesOf = async (name: string, rights: Rights) => {
      const person = await world.join(name, rights);
      const { rows } = await person.ask<{ rows: { tree: string }[] }>('groups.list');
      return [...new Set(rows.map(({ tree }) => tree))].sort();
    };
    expect(await treesOf('Без клиентов', none)).toEqual(['managers']);
    const adds = { ...none, clients: { ...none.clients, add: 'own' as const } };
    expect(await treesOf('Заводит', adds)).toEqual(['clients', 'managers']);
    const keeps = { ...none, directories: { ...none.directories, change: 'all' as const } };
    expect(await treesOf('Ведёт справочники', keeps)).toEqual(['clients', 'managers']);
  });

  it('B-09 of managers are written only by who may change people too, also by an undo', async () => {
    const [mine, theirs] = [
      await makeGroup(world, { tree: 'managers' }),
      await makeGroup(world, { tree: 'managers' }),
    ];
    const all = rightsAtLevel('all');
    const head = await world.join('Ведёт справочники без людей', {
      ...all,
      people: rightsAtLevel('none').people,
    });
    for (const [name, input] of [
      ['groups.move', { id: theirs, targetId: mine, mode: 'inside' }],
      ['groups.create', { tree: 'managers', parentId: mine, name: 'x' }],
      ['groups.rename', { id: theirs, version: 1, name: 'x' }],
      ['groups.delete', { id: theirs }],
    ] as const)
      expect([name, (await head.tell(name, input)).refusal]).toMatchObject([
        name,
        { code: 'right.missing', params: { kind: 'people', verb: 'change' } },
      ]);
    expect((await head.tell('groups.create', { tree: 'clients', name: `Свои ${randomUUID()}` })).status).toBe(
      200,
    );

    const lost = await world.join('Вёл людей', all);
    const operations: unknown[] = [];
    const deed = async (name: string, input: object) =>
      operations.push((await lost.tell(name, input)).body.operation);
    await deed('groups.move', { id: theirs, targetId: mine, mode: 'inside' });
    await deed('groups.delete', { id: await makeGroup(world, { tree: 'managers' }) });
    await deed('groups.create', { tree: 'managers', parentId: mine, name: 'новая' });
    const { role } = await lost.ask<{ role: { id: number; version: number } }>('people.me');
    const rights = { ...all, people: rightsAtLevel('none').people };
    await world.keeper.ask('people.changeRole', { id: role.id, version: role.version, set: { rights } });
    for (const id of operations)
      expect((await lost.tell('operations.undo', { id })).refusal?.code).toBe('right.missing');
    for (const id of operations)
      expect((await world.keeper.tell('operations.undo', { id })).status).toBe(200);
  });

  it('have each a name of its own beside the others', async () => {
    const a = await makeGroup(world, { name: 'Дилеры' });
    const add = (name: string, parentId: number | null = null) =>
      world.keeper.tell('groups.create', { tree: 'clients', parentId, name });
    expect((await add('дилеры')).refusal?.faults).toEqual([
      { path: 'name', code: 'fault.sameName', params: { name: 'Дилеры' } },
    ]);
    expect((await add('Дилеры', a)).status).toBe(200);
    const b = await makeGroup(world, { name: 'Агенты' });
    expect(
      (await world.keeper.tell('groups.rename', { id: b, version: 1, name: 'ДИЛЕРЫ' })).refusal?.code,
    ).toBe('input.faulty');
    expect((await world.keeper.tell('groups.rename', { id: b, version: 1, name: 'агенты' })).status).toBe(
      200,
    );
  });

  it('keep it where they are moved, and where a move or a new name is undone', async () => {
    const keeper = world.keeper;
    const moveInto = (id: number, targetId: number | null) =>
      keeper.tell('groups.move', { id, targetId, mode: 'inside' });
    const [home, other] = [
      await makeGroup(world, { name: 'Дом' }),
      await makeGroup(world, { name: 'Второй дом' }),
    ];
    const one = await makeGroup(world, { name: 'Двойник', parentId: home });
    const two = await makeGroup(world, { name: 'двойник', parentId: other });
    expect((await moveInto(two, home)).refusal?.faults).toMatchObject([
      { path: 'name', code: 'fault.sameName' },
    ]);
    const renamed = await keeper.ask<{ operation: number }>('groups.rename', {
      id: one,
      version: 1,
      name: 'Иной',
    });
    expect((await moveInto(two, home)).status).toBe(200);
    const undo = { id: renamed.operation };
    expect((await keeper.tell('operations.undo', undo)).refusal?.code).toBe('operation.clash');
    await moveInto(two, other);
    expect((await keeper.tell('operations.undo', undo)).status).toBe(200);
  });

  it('are of one tree', async () => {
    const { a } = await tree();
    expect(
      (await world.keeper.tell('groups.create', { tree: 'managers', parentId: a, name: 'x' })).refusal?.code,
    ).toBe('group.otherTree');
    const other = await makeGroup(world, { tree: 'managers' });
    expect((await move(a, other, 'inside')).refusal?.code).toBe('group.otherTree');
    expect((await move(a, 999_999, 'inside')).refusal?.code).toBe('record.missing');
  });

  it('say which groups are in use', async () => {
    const { b, c } = await tree();
    await makeClient(world, { groupId: b });
    const rows = await all();
    const usedOf = (found: Group[]) => [b, c].map((id) => found.find((row) => row.id === id)?.used);
    expect(usedOf(rows)).toEqual([true, false]);
    const person = await world.join('Своё', rightsAtLevel('own'));
    const theirs = await person.ask<{ rows: Group[] }>('groups.list');
    expect(usedOf(theirs.rows)).toEqual([false, false]);
  });
});

describe('D-03 moving', () => {
  it('to the same level places the branch right after the target', async () => {
    const { a, b, c } = await tree();
    expect((await move(c, b, 'same')).status).toBe(200);
    expect(await drawn(a)).toBe('а(б в(г))');
    await move(b, c, 'same');
    expect(await drawn(a)).toBe('а(в(г) б)');
    const last = await group('е', a);
    await move(last, c, 'same');
    expect(await drawn(a)).toBe('а(в(г) е б)');
  });

  it('to the subordinate level places it inside, last', async () => {
    const { a, b, d } = await tree();
    await move(d, b, 'inside');
    expect(await drawn(a)).toBe('а(б(г) в)');
    await move(await group('е'), a, 'inside');
    expect(await drawn(a)).toBe('а(б(г) в е)');
  });

  it('to the root and back', async () => {
    const { a, c } = await tree();
    await move(c, null, 'inside');
    expect([await drawn(a), await drawn(c)]).toEqual(['а(б)', 'в(г)']);
    await move(c, a, 'inside');
    expect(await drawn(a)).toBe('а(б в(г))');
  });

  it('into itself or below itself is refused', async () => {
    const { a, c, d } = await tree();
    for (const [id, target, mode] of [
      [a, d, 'inside'],
      [a, d, 'same'],
      [c, d, 'same'],
    ] as const)
      expect((await move(id, target, mode)).refusal?.code).toBe('group.intoItself');
    expect((await move(a, a, 'inside')).body).toMatchObject({ operation: null });
  });

  it('a branch too high for its place is refused', async () => {
    const one = await tree();
    const two = await tree();
    expect((await move(one.c, two.b, 'inside')).refusal).toMatchObject({
      code: 'group.tooDeep',
      params: { depth: 3 },
    });
    expect((await move(one.d, two.b, 'inside')).status).toBe(200);
  });

  it('is undone', async () => {
    const { a, c } = await tree();
    const answer = await move(c, null, 'inside');
    await world.keeper.ask('operations.undo', { id: answer.body.operation });
    expect(await drawn(a)).toBe('а(б в(г))');
  });

  it('into each other at the same time: one of the two is refused', async () => {
    for (let n = 0; n < 12; n++) {
      const [one, two] = [await group('один'), await group('два')];
      const answers = await Promise.all([move(one, two, 'inside'), move(two, one, 'inside')]);
      expect(answers.map(({ refusal, status }) => refusal?.code ?? status).sort()).toEqual([
        200,
        'group.intoItself',
      ]);
    }
  });

  it('at the same time by many never makes a circle nor a fourth level', async () => {
    const { a, b, c, d } = await tree();
    const ids = [a, b, c, d];
    const moves = ids.flatMap((id) =>
      ids.filter((other) => other !== id).map((other) => move(id, other, 'inside')),
    );
    for (const { status } of await Promise.all(moves)) expect([200, 422]).toContain(status);
    const rows = await all();
    const levelOf = (id: number | null, level = 0): number => {
      expect(level).toBeLessThanOrEqual(3);
      const row = rows.find((node) => node.id === id);
      return row ? levelOf(row.parentId, level + 1) : level;
    };
    for (const { id } of rows) levelOf(id);
  });
});

describe('D-04 deleting', () => {
  it('is refused while groups stand below or records in it', async () => {
    const { c, d } = await tree();
    expect((await world.keeper.tell('groups.delete', { id: c })).refusal).toMatchObject({
      code: 'group.hasGroups',
      params: { count: 1 },
    });
    await makeClient(world, { groupId: d });
    const answer = await world.keeper.tell('groups.delete', { id: d });
    expect(answer.refusal).toMatchObject({
      code: 'record.inUse',
      details: { uses: [{ kind: 'clients', field: 'group', count: 1 }] },
    });
  });

  it('a group that is neither goes', async () => {
    const { b } = await tree();
    await world.keeper.ask('groups.delete', { id: b });
    expect((await world.keeper.tell('groups.delete', { id: b })).refusal?.code).toBe('record.missing');
  });
});

it('T-12 a stale rename is refused', async () => {
  const { b } = await tree();
  await world.keeper.ask('groups.rename', { id: b, version: 1, name: 'иначе' });
  const answer = await world.keeper.tell('groups.rename', { id: b, version: 1, name: 'ещё иначе' });
  expect(answer.refusal).toMatchObject({
    code: 'record.stale',
    details: { current: { name: 'иначе', version: 2 } },
  });
});
