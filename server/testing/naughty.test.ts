// Texts that break programs: each comes back byte for byte from wherever it is kept, or is refused by its field. Never a fault, never a loss.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSeen, oneLine } from '../../contract/kit/fields.ts';
import { makeClient, makeTask } from './examples.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const texts: string[] = [
  ...(JSON.parse(
    readFileSync(new URL('../../../shared/data/security/naughty-strings.json', import.meta.url), 'utf8'),
  ) as string[]),
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example","x")',
  '‮gnirts desrever',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'é vs é',
  '\t\r\n \u2028\u2029',
  '\ufeff\u200b',
  '\u0001\u001f\u007f',
  'a'.repeat(10_000),
  '🦊'.repeat(10_000),
  'İIıi ẞß Ǆ ﬃ',
];
const broken = ['a\u0000b', '\u0000', '\ud800', 'x\udfffy', '\udc00\ud800'];

type Told = {
  status: number;
  body: Record<string, unknown>;
  refusal?: { code: string; faults: { path: string; code: string }[] } | undefined;
};

/** A refusal that names the field, and nothing else. */
function expectRefused({ status, refusal }: Told, path: string): void {
  expect([status, refusal?.code]).toEqual([422, 'input.faulty']);
  expect(refusal?.faults.map((fault) => fault.path)).toContain(path);
}

describe('faithful storage', () => {
  it('of long texts, to the byte', async () => {
    const id = await makeTask(world);
    for (const [at, text] of texts.entries()) {
      const { row } = await world.keeper.ask<{ row: { version: number } }>('tasks.change', {
        id,
        version: at + 1,
        set: { description: text, results: text },
      });
      expect(row.version).toBe(at + 2);
      expect(await world.keeper.ask('tasks.get', { id })).toMatchObject({ description: text, results: text });
    }
  });

  it('of names, as one line, or a refusal by the field where there is nothing to see or too much', async () => {
    for (const text of texts) {
      const answer = await world.keeper.tell('clients.create', { name: text });
      const name = oneLine(text);
      if (!isSeen(name) || name.length > 500) expectRefused(answer, 'name');
      else
        expect(await world.keeper.ask('clients.get', { id: answer.body.id })).toMatchObject({
          name,
        });
    }
  });

  it('of telephones, e-mails, tags and requisites, each as one line', async () => {
    for (const text of texts.filter((each) => isSeen(oneLine(each).slice(0, 50)))) {
      const short = oneLine(oneLine(text).slice(0, 50).toWellFormed());
      const card = {
        name: 'x',
        phones: [{ value: short, note: short }],
        emails: [{ value: short }],
        sites: [short],
        tags: [short],
        inn: short,
        bank: short,
      };
      const { id } = await world.keeper.ask<{ id: number }>('clients.create', card);
      expect(await world.keeper.ask('clients.get', { id })).toMatchObject({
        ...card,
        inn: short.replace(/\s+/g, ''),
      });
    }
  });

  it('through the journal and back', async () => {
    const ids: number[] = [];
    for (const text of texts)
      ids.push(await makeTask(world, { description: text, tags: [`т${text}`.slice(0, 100).toWellFormed()] }));
    const before = await world.keeper.ask<{ rows: object[] }>('tasks.list', { limit: '1000', sort: 'id' });
    const { operation } = await world.keeper.ask<{ operation: number }>('tasks.delete', { chosen: { ids } });
    await world.keeper.ask('operations.undo', { id: operation });
    const after = await world.keeper.ask<{ rows: object[] }>('tasks.list', { limit: '1000', sort: 'id' });
    const plain = ({ rows }: { rows: object[] }) => rows.map((row) => ({ ...row, version: 0 }));
    expect(plain(after)).toEqual(plain(before));
  });
});

describe('a refusal by the field', () => {
  it('of what no database holds', async () => {
    const id = await makeClient(world);
    for (const text of broken) {
      expectRefused(await world.keeper.tell('tasks.create', { description: text }), 'description');
      expectRefused(
        await world.keeper.tell('clients.change', { id, version: 1, set: { notes: text } }),
        'set.notes',
      );
      expectRefused(
        await world.keeper.tell('clients.create', { name: `x${text}`, phones: [{ value: text }] }),
        'phones.0.value',
      );
      expectRefused(
        await world.keeper.tell('directories.create', { directory: 'taskTypes', name: `x${text}` }),
        'name',
      );
      expectRefused(await world.keeper.tell('groups.create', { tree: 'clients', name: `x${text}` }), 'name');
      expectRefused(await world.keeper.tell('clients.duplicates', { phones: [text] }), 'phones.0');
      if (text.includes('\u0000')) expectRefused(await world.keeper.tell('clients.find', { text }), 'text');
      expectRefused(
        await world.stranger.tell('people.signIn', { email: `x${text}@b.example`, password: 'x' }),
        'email',
      );
    }
  });

  it('of names of 10,000 characters', async () => {
    const name = 'ё'.repeat(10_000);
    for (const [command, input, path] of [
      ['clients.create', { name }, 'name'],
      ['groups.create', { tree: 'clients', name }, 'name'],
      ['directories.create', { directory: 'taskTypes', name }, 'name'],
      ['people.create', { name, roleId: 1 }, 'name'],
      ['people.createRole', { name, rights: {} }, 'name'],
      ['views.create', { of: 'tasks', name, shared: false, parameters: {} }, 'name'],
      ['tasks.create', { tags: [name] }, 'tags.0'],
    ] as const)
      expectRefused(await world.keeper.tell(command, input), path);
  });

  it('of days in the year 0 and 9999', async () => {
    for (const day of [
      '0000-01-01',
      '9999-12-31',
      '1899-12-31',
      '2201-01-01',
      '2026-02-29',
      '2026-13-01',
      '-000001-01-01',
      '+12026-01-01',
    ])
      expectRefused(
        await world.keeper.tell('clients.create', { name: 'x', contractDate: day }),
        'contractDate',
      );
  });
});

describe('searching for them', () => {
  it('is an answer or a refusal, in every column and in all at once, whichever way', async () => {
    await makeTask(world, { clientId: await makeClient(world) });
    const columns = [
      's.description',
      's.client',
      's.phone',
      's.manager',
      's.tags',
      's.at',
      's.id',
      'q',
      'f.description',
      'f.tags',
      'f.client',
    ];
    for (const text of [...texts, ...broken].filter((each) => each.length < 2000))
      for (const column of columns)
        for (const sign of column.startsWith('f.') ? ['', '~', '^', '!'] : ['']) {
          const answer = await world.keeper.tell('tasks.list', {
            [column]: sign + text,
            mode: text.length % 2 ? 'prefix' : 'inside',
          });
          expect([column, text, [200, 422].includes(answer.status)]).toEqual([column, text, true]);
        }
  });

  it('finds each text by itself', async () => {
    for (const text of texts.filter(
      (each) => /[\p{L}\p{N}]{3}/u.test(each) && each.length < 400 && !/\s{2}|[\r\n]/.test(each.trim()),
    )) {
      const id = await makeTask(world, { description: text });
      const answer = await world.keeper.ask<{ rows: { id: number }[] }>('tasks.list', {
        's.description': text.trim(),
        limit: '1000',
      });
      expect([text, answer.rows.some((row) => row.id === id)]).toEqual([text, true]);
    }
  });
});
