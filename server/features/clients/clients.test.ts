// Clients through HTTP: the card, its normal forms and doubts, changes of many, what stands in the way of a deletion.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeEntry, makeGroup, makeTask } from '../../testing/examples.ts';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Card = Record<string, unknown> & {
  version: number;
  doubts: { field: string; code: string }[];
  phones: Record<string, unknown>[];
};

const shared = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../shared/data/${path}`, import.meta.url), 'utf8'));
const cardOf = (id: number) => world.keeper.ask<Card>('clients.get', { id });

describe('C-01 C-02 C-03 the card', () => {
  const whole = {
    name: 'ООО «Ромашка & Ко»',
    fullName: 'Общество с ограниченной ответственностью «Ромашка и компания»',
    line: 'цветы',
    legalAddress: 'Москва, ул. Ёлочная, 1',
    actualAddress: 'там же',
    contactPersons: 'Иванов\n\tПетров',
    notes: 'строка\r\nвторая',
    contractNumber: '17/б',
    contractTerms: '<script>alert(1)</script>',
    bank: 'АО «Банк»',
    sites: ['https://пример.рф'],
    messengers: ['@romashka'],
    tags: ['важный', 'vip'],
    contractDate: '2026-01-31',
    contractTill: '2200-12-31',
    emails: [{ value: 'Info@Romashka.example', note: 'общий' }],
  };

  it('comes back as it was written', async () => {
    const id = await makeClient(world, whole);
    expect(await cardOf(id)).toMatchObject(whole);
  });

  it('keeps unlimited texts', async () => {
    const notes = 'ё'.repeat(1_000_000);
    const id = await makeClient(world, { notes });
    expect((await cardOf(id)).notes).toBe(notes);
    const answer = await world.keeper.tell('clients.create', { name: 'x', notes: `${notes}!` });
    expect(answer.refusal?.faults).toEqual([
      { path: 'notes', code: 'fault.tooLong', params: { limit: 1_000_000 } },
    ]);
  });

  it('belongs to whoever made it unless somebody else is named', async () => {
    expect(await cardOf(await makeClient(world))).toMatchObject({ responsibleId: world.keeper.id });
    expect(await cardOf(await makeClient(world, { responsibleId: null }))).toMatchObject({
      responsibleId: null,
    });
  });
});

describe('C-03 requisites', () => {
  type Vector = { type: string; value: string; valid: boolean; bik?: string };
  const fields: Record<string, string> = {
    inn: 'inn',
    kpp: 'kpp',
    ogrn: 'ogrn',
    bik: 'bik',
    account: 'account',
    corrAccount: 'correspondentAccount',
  };
  const vectors = shared<Vector[]>('requisites/vectors.json').filter(({ type }) => fields[type]);

  it('are doubted exactly where their check digits are wrong, and saved all the same', async () => {
    expect(vectors.length).toBeGreaterThan(20);
    for (const { type, value, valid, bik } of vectors) {
      const field = fields[type] as string;
      const id = await makeClient(world, { [field]: value, ...(bik ? { bik } : {}) });
      const card = await cardOf(id);
      expect(card[field]).toBe(value.replace(/\s+/g, ''));
      expect([type, value, card.doubts.some((doubt) => doubt.field === field)]).toEqual([
        type,
        value,
        !valid,
      ]);
    }
  });
});

describe('C-01 telephones', () => {
  type Spelling = { input: string; e164: string | null; level: string };

  it('are kept as typed and known by their international form', async () => {
    const spellings = shared<Spelling[]>('phones/russian-spellings.json')
      .filter(({ level }) => level === 'must')
      .slice(0, 60);
    for (let at = 0; at < spellings.length; at += 20) {
      const part = spellings.slice(at, at + 20);
      const { phones } = await cardOf(
        await makeClient(world, { phones: part.map(({ input }) => ({ value: input })) }),
      );
      expect(phones.map(({ value, e164 }) => [value, e164])).toEqual(
        part.map(({ input, e164 }) => [input.trim(), e164]),
      );
    }
  });

  it('that are none are kept and marked', async () => {
    const values = ['спросить Машу', '9'.repeat(50), '+7', '911'];
    const { phones } = await cardOf(await makeClient(world, { phones: values.map((value) => ({ value })) }));
    expect(phones.map(({ value }) => value)).toEqual(values);
    expect(phones.every(({ valid }) => valid === false)).toBe(true);
    const answer = await world.keeper.tell('clients.create', {
      name: 'x',
      phones: [{ value: '9'.repeat(201) }],
    });
    expect(answer.refusal?.faults).toMatchObject([{ path: 'phones.0.value', code: 'fault.tooLong' }]);
  });
});

describe('C-06 duplicates', () => {
  const duplicates = async (typed: object) =>
    (await world.keeper.ask<{ rows: { id: number; by: string[] }[] }>('clients.duplicates', typed)).rows;

  it('are found by telephone in any form, e-mail in any case, INN, and name without legal form and quotes', async () => {
    const id = await makeClient(world, {
      name: 'ООО «Северный Ветер»',
      phones: [{ value: '8 (812) 555-66-77' }],
      emails: [{ value: 'Wind@North.example' }],
      inn: '1234567894',
    });
    expect(await duplicates({ phones: ['+7 812 5556677'] })).toMatchObject([{ id, by: ['phone'] }]);
    expect(await duplicates({ emails: ['wind@NORTH.example'] })).toMatchObject([{ id, by: ['email'] }]);
    expect(await duplicates({ inn: '12 3456 7894' })).toMatchObject([{ id, by: ['inn'] }]);
    expect(await duplicates({ name: 'северный ветер, ооо' })).toMatchObject([{ id, by: ['name'] }]);
    expect(
      await duplicates({ name: 'Северный ветер', phones: ['88125556677'], inn: '1234567894' }),
    ).toMatchObject([{ id, by: ['phone', 'inn', 'name'] }]);
    expect(await duplicates({ exceptId: id, name: 'Северный ветер' })).toEqual([]);
    expect(await duplicates({})).toEqual([]);
  });

  it('B-09 of clients that may not be seen are told without name and manager', async () => {
    const manager = await world.join('Свой', rightsAtLevel('own'));
    const id = await makeClient(world, { name: 'Тайный клиент', inn: '5003052454' });
    const { rows } = await manager.ask<{ rows: unknown[] }>('clients.duplicates', { inn: '5003052454' });
    expect(rows).toEqual([{ id, name: '', responsibleName: null, by: ['inn'] }]);
  });
});

describe('T-12 a stale write', () => {
  it('is refused with the whole card as it stands, and a fresh one goes through', async () => {
    const id = await makeClient(world, { notes: 'раз' });
    await world.keeper.ask('clients.change', { id, version: 1, set: { notes: 'два' } });
    const answer = await world.keeper.tell('clients.change', {
      id,
      version: 1,
      set: { notes: 'три', line: 'р' },
    });
    expect([answer.status, answer.refusal?.code]).toEqual([409, 'record.stale']);
    expect(answer.refusal?.details).toMatchObject({
      current: { id, notes: 'два', version: 2, phones: expect.any(Array) },
    });
    await world.keeper.ask('clients.change', { id, version: 2, set: { line: 'р' } });
    expect(await cardOf(id)).toMatchObject({ notes: 'два', line: 'р', version: 3 });
  });

  it('of two at the same time one is refused', async () => {
    const id = await makeClient(world);
    const answers = await Promise.all(
      ['а', 'б', 'в'].map((notes) => world.keeper.tell('clients.change', { id, version: 1, set: { notes } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('T-09 changes of many', () => {
  it('by ids and by a view but some', async () => {
    const line = `часть ${Math.random()}`;
    const ids = [
      await makeClient(world, { line }),
      await makeClient(world, { line }),
      await makeClient(world, { line }),
    ];
    const groupId = await makeGroup(world);
    const view = { 's.line': line };
    expect(
      await world.keeper.ask('clients.changeMany', { chosen: { view, except: [ids[0]] }, set: { groupId } }),
    ).toMatchObject({ changed: 2, skipped: 0 });
    expect(await world.keeper.ask('clients.count', { ...view, 'f.group': `g${groupId}` })).toMatchObject({
      count: 2,
    });
    expect(await world.keeper.ask('clients.archive', { chosen: { ids }, archived: true })).toMatchObject({
      changed: 3,
    });
  });

  it('touch no row out of reach, and say how many were skipped', async () => {
    const manager = await world.join('Один', {
      ...rightsAtLevel('all'),
      clients: { ...rightsAtLevel('all').clients, change: 'own', delete: 'own' },
    });
    const [own, foreign] = [await makeClient(world, { responsibleId: manager.id }), await makeClient(world)];
    const chosen = { ids: [own, foreign] };
    expect(
      await manager.ask('clients.changeMany', { chosen, set: { groupId: await makeGroup(world) } }),
    ).toMatchObject({ changed: 1, skipped: 1 });
    expect(await manager.ask('clients.delete', { chosen })).toMatchObject({ changed: 1, skipped: 1 });
    expect((await world.keeper.tell('clients.get', { id: foreign })).status).toBe(200);
  });

  it('fields that name nothing are refused all at once, by path', async () => {
    const set = { groupId: 999_999, statusId: 999_999, responsibleId: 999_999 };
    const answer = await world.keeper.tell('clients.changeMany', { chosen: { ids: [1] }, set });
    expect(answer.refusal?.faults.map(({ path }) => path).sort()).toEqual([
      'set.groupId',
      'set.responsibleId',
      'set.statusId',
    ]);
    const kind = await makeEntry(world, { directory: 'clientTypes' });
    expect(
      (await world.keeper.tell('clients.create', { name: 'x', statusId: kind })).refusal?.faults,
    ).toMatchObject([{ path: 'statusId' }]);
  });
});

describe('D-04 a client in use', () => {
  it('is not deleted, and what uses it is named', async () => {
    const id = await makeClient(world);
    await makeTask(world, { clientId: id });
    const answer = await world.keeper.tell('clients.delete', { chosen: { ids: [id] } });
    expect(answer.refusal).toMatchObject({
      code: 'record.inUse',
      params: { count: 1 },
      details: { uses: [{ kind: 'tasks', field: 'client', count: 1 }] },
    });
  });

  it('B-09 tells nobody how much of others’ uses it, only that something does', async () => {
    const person = await world.join('Своё', rightsAtLevel('own'));
    const id = await makeClient(world, { responsibleId: person.id });
    for (const managerId of [world.keeper.id, world.keeper.id, person.id])
      await makeTask(world, { clientId: id, managerId });
    const uses = [{ kind: 'tasks', field: 'client', count: 1, hidden: true }];
    expect(await person.ask('clients.uses', { id })).toEqual({ uses });
    const answer = await person.tell('clients.delete', { chosen: { ids: [id] } });
    expect(answer.refusal).toMatchObject({ params: { count: 1 }, details: { uses } });
  });

  it('is replaced everywhere, and with that may go', async () => {
    const [from, to] = [await makeClient(world), await makeClient(world)];
    const task = await makeTask(world, { clientId: from });
    expect(await world.keeper.ask('clients.replace', { from, to, remove: true })).toMatchObject({
      changed: 1,
    });
    expect(await world.keeper.ask('tasks.get', { id: task })).toMatchObject({ clientId: to });
    expect((await world.keeper.tell('clients.get', { id: from })).refusal?.code).toBe('record.missing');
    expect(
      (await world.keeper.tell('clients.replace', { from: to, to, remove: true })).refusal?.faults,
    ).toMatchObject([{ path: 'to' }]);
  });
});

describe('pickers', () => {
  it('Z-06 find a name by its words in any order, and say that it is not written so', async () => {
    const id = await makeClient(world, { name: 'Щёголев Семён, ИП' });
    for (const text of ['семен щеголев', 'ип щего', 'ctvty otujktd'])
      expect([text, await world.keeper.ask('clients.find', { text })]).toMatchObject([
        text,
        { rows: [{ id }], near: true },
      ]);
  });

  it('Z-06 find by name in any layout or with a slip, telephone, e-mail and INN; archived ones only by id', async () => {
    const id = await makeClient(world, {
      name: 'Журавль',
      phones: [{ value: '8 343 111-22-33' }],
      emails: [{ value: 'crane@birds.example' }],
      inn: '6663003127',
    });
    const find = async (input: object) =>
      (await world.keeper.ask<{ rows: { id: number }[] }>('clients.find', input)).rows.map((row) => row.id);
    for (const text of ['журав', ';ehfdkm', '34311122', '+7 (343) 111', 'crane@', '66630031'])
      expect([text, await find({ text })]).toEqual([text, [id]]);
    expect(await find({ text: '%' })).toEqual([]);
    for (const text of ['жураль', 'жуарвль', 'жюравль'])
      expect([text, await world.keeper.ask('clients.find', { text })]).toMatchObject([
        text,
        { rows: [{ id }], near: true },
      ]);
    await world.keeper.ask('clients.archive', { chosen: { ids: [id] }, archived: true });
    expect([await find({ text: 'журавль' }), await find({ ids: [id] })]).toEqual([[], [id]]);
  });
});
