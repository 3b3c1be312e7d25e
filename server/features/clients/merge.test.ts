// Two clients become one through HTTP: the fields, what named the one that went, undo and redo, and every reason to refuse.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeEntry, makePerson, makeTask } from '../../testing/examples.ts';
import { fingerprint } from '../../testing/fingerprint.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Card = Record<string, unknown> & { id: number; version: number };
type Merged = { operation: number; changed: number };

const cardOf = (id: number) => world.keeper.ask<Card>('clients.get', { id });
const pairOf = (id: number, from: number, more: object = {}) => ({
  id,
  version: 1,
  from: { id: from, version: 1 },
  ...more,
});
const merge = (id: number, from: number, more: object = {}) =>
  world.keeper.ask<Merged>('clients.merge', pairOf(id, from, more));
const clientOf = async (task: number) =>
  (await world.keeper.ask<{ clientId: number | null }>('tasks.get', { id: task })).clientId;
const undo = (operation: number) =>
  world.keeper.ask<{ operation: number; leftAlone: unknown[] }>('operations.undo', { id: operation });
/** What one query says, past all doors. */
async function counted(text: string, values: unknown[]): Promise<number> {
  return Number((await world.app.house.writer.query(text, values)).rows[0].count);
}

describe('C-06 the fields of two clients that become one', () => {
  it('are filled from whichever has them; where both have, the one that stays is asked', async () => {
    const typeId = await makeEntry(world);
    const id = await makeClient(world, { name: 'Гранит', inn: '5003052454', line: 'камень', typeId: null });
    const from = await makeClient(world, { name: 'ООО Гранит', line: 'плитка', kpp: '500301001', typeId });
    await merge(id, from);
    expect(await cardOf(id)).toMatchObject({
      name: 'Гранит',
      inn: '5003052454',
      line: 'камень',
      kpp: '500301001',
      typeId,
      version: 2,
    });
  });

  it('are taken from the one that is chosen, also where it has nothing', async () => {
    const id = await makeClient(world, {
      name: 'А',
      line: 'камень',
      bank: 'Банк',
      contractDate: '2026-01-02',
    });
    const from = await makeClient(world, { name: 'Б', line: 'плитка', contractDate: '2025-05-06' });
    await merge(id, from, { fields: { name: 'goes', bank: 'goes', contractDate: 'goes', line: 'stays' } });
    expect(await cardOf(id)).toMatchObject({
      name: 'Б',
      line: 'камень',
      bank: '',
      contractDate: '2025-05-06',
    });
    const { rows } = await world.keeper.ask<{ rows: Card[] }>('clients.find', { text: 'Б' });
    expect(rows.map((row) => row.id)).toContain(id);
  });

  it('that are lists are united, each entry once in any spelling, with the notes of both, without what is dropped', async () => {
    const id = await makeClient(world, {
      phones: [
        { value: '8 (812) 555-66-77' },
        { value: '8 812 555 66 00 доб. 1' },
        { value: 'спросить Машу' },
      ],
      emails: [{ value: 'Info@granit.example', note: 'общий' }],
      sites: ['https://granit.example/'],
      messengers: ['@granit'],
      tags: ['важный'],
    });
    const from = await makeClient(world, {
      phones: [
        { value: '+78125556677', note: 'бухгалтерия' },
        { value: '+7 812 5556600 доб. 2' },
        { value: '+7 921 000-00-00' },
        { value: 'Спросить  машу' },
      ],
      emails: [{ value: 'info@GRANIT.example', note: 'Общий' }, { value: 'old@granit.example' }],
      sites: ['http://www.granit.example', 'b.example'],
      messengers: ['@Granit', '@two'],
      tags: ['Важный', 'старый'],
    });
    await merge(id, from, { without: { phones: ['+7 921 000-00-00'], tags: ['старый'] } });
    expect(await cardOf(id)).toMatchObject({
      phones: [
        { value: '8 (812) 555-66-77', note: 'бухгалтерия', e164: '+78125556677' },
        { value: '8 812 555 66 00 доб. 1' },
        { value: 'спросить Машу' },
        { value: '+7 812 5556600 доб. 2' },
      ],
      emails: [
        { value: 'Info@granit.example', note: 'общий' },
        { value: 'old@granit.example', note: '' },
      ],
      sites: ['https://granit.example/', 'b.example'],
      messengers: ['@granit', '@two'],
      tags: ['важный'],
    });
    const { rows } = await world.keeper.ask<{ rows: Card[] }>('clients.duplicates', {
      emails: ['old@granit.example'],
    });
    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  it('that are free texts are joined, each whole, or only one of them is kept', async () => {
    const texts = () => [
      makeClient(world, { notes: 'раз\nдва', contactPersons: 'Иванов' }),
      makeClient(world, { notes: 'два\nтри', contactPersons: 'Петров' }),
    ];
    const [id, from] = await Promise.all(texts());
    await merge(id as number, from as number);
    expect(await cardOf(id as number)).toMatchObject({
      notes: 'раз\nдва\nдва\nтри',
      contactPersons: 'Иванов\nПетров',
    });
    const [other, goes] = await Promise.all(texts());
    await merge(other as number, goes as number, { fields: { notes: 'stays', contactPersons: 'goes' } });
    expect(await cardOf(other as number)).toMatchObject({ notes: 'раз\nдва', contactPersons: 'Петров' });
  });

  it('that are lists lose no entry over words in it, nor a note for want of room', async () => {
    const long = 'н'.repeat(150);
    const id = await makeClient(world, {
      notes: 'Звонить после 15',
      phones: [{ value: '12' }, { value: '8 812 555 66 77', note: long }],
      sites: ['example.com/A'],
    });
    const from = await makeClient(world, {
      notes: 'Адрес\nЗвонить после 15\n',
      phones: [{ value: 'склад 12' }, { value: '+7 812 555-66-77', note: `важно: ${long}` }],
      sites: ['https://www.Example.com/a'],
    });
    await merge(id, from);
    const { phones, sites, notes } = await cardOf(id);
    expect(
      (phones as { value: string; note: string }[]).map(({ value, note }) => [value, note.length]),
    ).toEqual([
      ['12', 0],
      ['8 812 555 66 77', 150],
      ['склад 12', 0],
      ['+7 812 555-66-77', 157],
    ]);
    expect(sites).toEqual(['example.com/A', 'https://www.Example.com/a']);
    expect(notes).toBe('Адрес\nЗвонить после 15\n');
  });

  it('that hold more than a card does are refused by name, and nothing is lost', async () => {
    const phones = (first: number) =>
      Array.from({ length: 60 }, (_, n) => ({ value: `8 921 ${1_000_000 + first + n}` }));
    const id = await makeClient(world, { phones: phones(0), notes: 'а'.repeat(600_000) });
    const from = await makeClient(world, { phones: phones(100), notes: 'б'.repeat(600_000) });
    const answer = await world.keeper.tell('clients.merge', pairOf(id, from));
    expect(answer.refusal?.code).toBe('input.faulty');
    expect(answer.refusal?.faults.map(({ path }) => path).sort()).toEqual(['notes', 'phones']);
    expect(await cardOf(from)).toMatchObject({ version: 1 });
  });

  it('leave a client in use where only the other was in the archive', async () => {
    const [id, from] = [await makeClient(world), await makeClient(world)];
    await world.keeper.ask('clients.archive', { chosen: { ids: [id] }, archived: true });
    await merge(id, from, { version: 2 });
    expect(await cardOf(id)).toMatchObject({ archived: false });
  });
});

/** Makes a row that names the client, for every column that can. A new foreign key to clients fails the test until it stands here. */
const naming: Record<string, (clientId: number) => Promise<number>> = {
  'tasks.client_id': (clientId) => makeTask(world, { clientId }),
};

describe('C-06 what named the client that went', () => {
  it('names the one that stays, whatever table it is', async () => {
    const { rows: keys } = await world.app.house.writer.query<{ table: string; column: string }>(`
      select k.conrelid::regclass::text as table, a.attname::text as column
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      where k.contype = 'f' and k.confrelid = 'clients'::regclass`);
    expect(keys.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(Object.keys(naming).sort());
    const [id, from] = [await makeClient(world), await makeClient(world)];
    const made = await Promise.all(Object.values(naming).map((name) => name(from)));
    expect(await merge(id, from)).toMatchObject({ changed: made.length });
    for (const [n, key] of Object.keys(naming).entries()) {
      const [table, column] = key.split('.');
      const text = `select count(*) from ${table} where id = $1 and ${column} = $2`;
      expect([key, await counted(text, [made[n], id])]).toEqual([key, 1]);
    }
    expect((await world.keeper.tell('clients.get', { id: from })).status).toBe(404);
  });

  it('is told of before, by kind', async () => {
    const id = await makeClient(world);
    await makeTask(world, { clientId: id });
    await makeTask(world, { clientId: id });
    expect(await world.keeper.ask('clients.uses', { id })).toEqual({
      uses: [{ kind: 'tasks', field: 'client', count: 2, hidden: false }],
    });
  });

  it('moves with it by the ten thousand, and comes back with one undo', async () => {
    const many = 10_000;
    const [id, from] = [await makeClient(world), await makeClient(world)];
    await makeTask(world, { clientId: id });
    const first = await makeTask(world, { clientId: from });
    await world.app.house.writer.query(
      `begin; select set_config('voronka.operation', nextval('operation_ids')::text, true);
       insert into tasks (state_id, client_id, manager_id, set_at, author_id, is_open, description)
       select state_id, client_id, manager_id, set_at, author_id, is_open, 'n' || n
       from tasks, generate_series(2, ${many}) n where id = ${first}; commit`,
    );
    const tasksOf = (client: number) => counted('select count(*) from tasks where client_id = $1', [client]);
    const merged = await merge(id, from);
    expect(merged.changed).toBe(many);
    expect([await tasksOf(id), await tasksOf(from)]).toEqual([many + 1, 0]);
    expect((await undo(merged.operation)).leftAlone).toEqual([]);
    expect([await tasksOf(id), await tasksOf(from)]).toEqual([1, many]);
  }, 60_000);

  it('and is written at the same moment is on the client that stays, or is refused', async () => {
    const [id, from] = [await makeClient(world), await makeClient(world)];
    const writes = Array.from({ length: 8 }, () =>
      world.keeper.tell('tasks.create', { description: 'одновременно', clientId: from }),
    );
    const merging = world.keeper.tell('clients.merge', pairOf(id, from));
    const answers = await Promise.all(writes);
    expect((await merging).status).toBe(200);
    for (const { status, body } of answers) {
      expect([200, 404, 422]).toContain(status);
      if (status === 200) expect(await clientOf(body.id as number)).toBe(id);
    }
  });
});

describe('C-06 Z-01 undo and redo of a merge', () => {
  it('bring back both clients and every task, and merge them again', async () => {
    const id = await makeClient(world, { notes: 'раз', phones: [{ value: '8 921 1' }] });
    const from = await makeClient(world, { notes: 'два', phones: [{ value: '8 921 2' }], inn: '5003052454' });
    const [mine, theirs] = [
      await makeTask(world, { clientId: id }),
      await makeTask(world, { clientId: from }),
    ];
    await world.settle();
    const before = await fingerprint(world.app);
    const { operation } = await merge(id, from, { fields: { notes: 'goes' } });
    await world.settle();
    const after = await fingerprint(world.app);
    expect([await clientOf(mine), await clientOf(theirs)]).toEqual([id, id]);
    const undone = await undo(operation);
    await world.settle();
    expect(undone.leftAlone).toEqual([]);
    expect(await fingerprint(world.app)).toEqual(before);
    expect([await clientOf(mine), await clientOf(theirs)]).toEqual([id, from]);
    expect(await cardOf(from)).toMatchObject({ notes: 'два', inn: '5003052454' });
    await undo(undone.operation);
    await world.settle();
    expect(await fingerprint(world.app)).toEqual(after);
  });

  it('leave alone what was changed since, and name it', async () => {
    const [id, from, third] = [await makeClient(world), await makeClient(world), await makeClient(world)];
    const task = await makeTask(world, { clientId: from });
    const { operation } = await merge(id, from);
    await world.keeper.ask('tasks.change', { id: task, version: 2, set: { clientId: third } });
    expect((await undo(operation)).leftAlone).toEqual([{ of: 'tasks', id: task, why: 'changedSince' }]);
    expect(await clientOf(task)).toBe(third);
    expect(await cardOf(from)).toMatchObject({ id: from });
  });

  it('of the first of two merges leave the second as it is', async () => {
    const [id, first, second] = [await makeClient(world), await makeClient(world), await makeClient(world)];
    const { operation } = await merge(id, first);
    await merge(id, second, { version: 2 });
    await undo(operation);
    const merged = async () =>
      (await world.app.house.writer.query('select merged from clients where id = $1', [id])).rows[0].merged;
    expect((await merged()).map((taken: { id: number }) => taken.id)).toEqual([second]);
    await world.keeper.ask('clients.delete', { chosen: { ids: [first] } });
    expect((await world.keeper.tell('clients.get', { id: first })).refusal?.code).toBe('record.missing');
  });

  it('go last first where the client that stayed has gone the same way, and every task comes back', async () => {
    const [a, b, c] = [
      await makeClient(world, { name: 'Средний' }),
      await makeClient(world),
      await makeClient(world),
    ];
    const task = await makeTask(world, { clientId: b });
    const first = await merge(a, b);
    await world.keeper.ask('clients.change', { id: a, version: 2, set: { phones: [{ value: '8 921 3' }] } });
    const second = await merge(c, a, { from: { id: a, version: 3 } });
    const early = await world.keeper.tell('operations.undo', { id: first.operation });
    expect(early.refusal).toMatchObject({ code: 'client.mergedSince', params: { name: 'Средний' } });
    await undo(second.operation);
    expect(await clientOf(task)).toBe(a);
    await undo(first.operation);
    expect(await clientOf(task)).toBe(b);
  });

  it('stand in the history of the client that stays, even where no field of it has changed', async () => {
    const id = await makeClient(world);
    const from = await makeClient(world, { name: 'Ушедший', responsibleId: world.keeper.id });
    const { operation } = await merge(id, from);
    const historyOf = async () =>
      (
        await world.keeper.ask<{ changes: { name: string; operation: number; fields: object[] }[] }>(
          'operations.history',
          { kind: 'clients', id },
        )
      ).changes;
    expect((await historyOf())[0]).toMatchObject({
      name: 'clients.merge',
      operation,
      fields: [{ field: 'merged', before: [], after: [{ id: from, name: 'Ушедший' }] }],
    });
    await undo(operation);
    expect((await historyOf())[0]).toMatchObject({
      name: 'operations.undo',
      reverses: { name: 'clients.merge' },
    });
  });
});

describe('C-06 who looks for the client that went', () => {
  it('hears which client it is now, also after that one has gone the same way', async () => {
    const ids = [];
    for (const name of ['Первый', 'Второй', 'Третий']) ids.push(await makeClient(world, { name }));
    const [first, second, third] = ids as [number, number, number];
    await merge(second, first);
    const { operation } = await merge(third, second, { from: { id: second, version: 2 } });
    const askFor = async (id: number) => (await world.keeper.tell('clients.get', { id })).refusal;
    for (const [id, name] of [
      [first, 'Первый'],
      [second, 'Второй'],
    ] as const)
      expect(await askFor(id)).toMatchObject({
        code: 'client.merged',
        params: { name, into: 'Третий' },
        details: { id: third },
      });
    await undo(operation);
    expect(await askFor(second)).toBeUndefined();
    expect(await askFor(first)).toMatchObject({ params: { into: 'Второй' } });
  });

  it('B-09 hears nothing of a client that may not be seen', async () => {
    const stranger = await world.join('Чужой', rightsAtLevel('own'));
    const [id, from] = [await makeClient(world), await makeClient(world)];
    await merge(id, from);
    expect((await stranger.tell('clients.get', { id: from })).refusal?.code).toBe('record.missing');
  });
});

describe('B-09 Z-01 a merge of one’s own clients', () => {
  it('takes along what colleagues have of them, and its undo and redo do too', async () => {
    const rights = rightsAtLevel('own');
    const person = await world.join('Сливает своих', rights);
    const [id, from] = [
      await makeClient(world, { responsibleId: person.id }),
      await makeClient(world, { responsibleId: person.id }),
    ];
    const task = await makeTask(world, { clientId: from });
    const { operation } = await person.ask<Merged>('clients.merge', pairOf(id, from));
    expect(await clientOf(task)).toBe(id);
    let last = operation;
    for (const client of [from, id, from]) {
      const undone = await person.ask<{ operation: number; leftAlone: unknown[] }>('operations.undo', {
        id: last,
      });
      expect(undone.leftAlone).toEqual([]);
      expect(await clientOf(task)).toBe(client);
      last = undone.operation;
    }
    const named = { from, to: id, remove: false };
    expect((await person.tell('clients.replace', named)).refusal?.code).toBe('record.usesBeyond');
    expect((await person.tell('clients.replace', { ...named, remove: true })).status).toBe(200);
  });
});

describe('C-06 a merge is refused', () => {
  const refusedBy = async (person: Person, input: object) => {
    const { status, refusal } = await person.tell('clients.merge', input);
    return { status, faults: refusal?.faults.map(({ path, code }) => `${path} ${code}`) };
  };

  it('of one client with itself', async () => {
    const id = await makeClient(world);
    expect(await refusedBy(world.keeper, pairOf(id, id))).toEqual({
      status: 422,
      faults: ['from.id fault.choice'],
    });
  });

  it('of clients that are not there, naming each', async () => {
    expect(await refusedBy(world.keeper, pairOf(999_998, 999_999))).toEqual({
      status: 422,
      faults: ['id fault.missingRecord', 'from.id fault.missingRecord'],
    });
  });

  it('T-12 of either client that is not as it was seen, with the card as it is now', async () => {
    for (const stale of ['id', 'from'] as const) {
      const [id, from] = [await makeClient(world), await makeClient(world)];
      const changed = stale === 'id' ? id : from;
      await world.keeper.ask('clients.change', { id: changed, version: 1, set: { notes: 'новое' } });
      const { status, refusal } = await world.keeper.tell('clients.merge', pairOf(id, from));
      expect([status, refusal?.code]).toEqual([409, 'record.stale']);
      expect(refusal?.details).toMatchObject({ current: { id: changed, notes: 'новое', version: 2 } });
      expect(await cardOf(from)).toMatchObject({ id: from });
    }
  });

  it('B-09 to who may not see, change or delete, and nothing is changed by it', async () => {
    const rights = rightsAtLevel('all');
    const sees = await world.join('Видит своих', rightsAtLevel('own'));
    const changes = await world.join('Меняет своих', {
      ...rights,
      clients: { ...rights.clients, change: 'own' },
    });
    const deletes = await world.join('Удаляет своих', {
      ...rights,
      clients: { ...rights.clients, delete: 'own' },
    });
    const twoOf = async (person: Person) => {
      const [own, foreign] = [await makeClient(world, { responsibleId: person.id }), await makeClient(world)];
      return { own, foreign };
    };
    const seen = await twoOf(sees);
    expect(await refusedBy(sees, pairOf(seen.own, seen.foreign))).toEqual({
      status: 422,
      faults: ['from.id fault.missingRecord'],
    });
    const changed = await twoOf(changes);
    expect(await refusedBy(changes, pairOf(changed.foreign, changed.own))).toEqual({
      status: 422,
      faults: ['id client.notToChange'],
    });
    const deleted = await twoOf(deletes);
    expect(await refusedBy(deletes, pairOf(deleted.own, deleted.foreign))).toEqual({
      status: 422,
      faults: ['from.id client.notToDelete'],
    });
    await deletes.ask('clients.merge', pairOf(deleted.foreign, deleted.own));
    for (const id of [seen.foreign, changed.own, deleted.foreign])
      expect(await cardOf(id)).toMatchObject({ id });
  });

  it('B-09 to who may not delete at all', async () => {
    const rights = rightsAtLevel('all');
    const none = await world.join('Не удаляет', {
      ...rights,
      clients: { ...rights.clients, delete: 'none' },
    });
    const input = pairOf(await makeClient(world), await makeClient(world));
    expect(await refusedBy(none, input)).toMatchObject({ status: 403 });
  });

  it('where the client would go to somebody whom one may give none, unless the other is chosen', async () => {
    const rights = rightsAtLevel('all');
    const person = await world.join('Себе', { ...rights, clients: { ...rights.clients, add: 'own' } });
    const other = await makePerson(world);
    const id = await makeClient(world, { responsibleId: person.id });
    const from = await makeClient(world, { responsibleId: other });
    const chosen = pairOf(id, from, { fields: { responsibleId: 'goes' } });
    expect(await refusedBy(person, chosen)).toEqual({
      status: 422,
      faults: ['fields.responsibleId client.notToGive'],
    });
    await person.ask('clients.merge', pairOf(id, from));
    expect(await cardOf(id)).toMatchObject({ responsibleId: person.id });
  });

  it('of fields and choices that there are not', async () => {
    const input = pairOf(await makeClient(world), await makeClient(world), {
      fields: { name: 'both', colour: 'stays' },
      without: { inn: ['1'] },
    });
    expect((await refusedBy(world.keeper, input)).faults?.sort()).toEqual([
      'fields.colour fault.unknownKey',
      'fields.name fault.choice',
      'without.inn fault.unknownKey',
    ]);
  });
});
