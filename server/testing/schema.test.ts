// What the declarations say, held against what the database and the sources really have.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../contract/kit/refusal.ts';
import { slices } from '../app.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const records = slices.flatMap((slice) => slice.records ?? []);
const references = slices.flatMap((slice) => slice.references ?? []);

async function rows<T>(text: string): Promise<T[]> {
  return (await world.app.house.writer.query(text)).rows as T[];
}

it('every journalled table is a kind of record', async () => {
  const tracked = await rows<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger where tgname = 'journal_insert' order by 1`,
  );
  const declared = new Set(records.map(({ table }) => table));
  expect(tracked.map(({ name }) => name).filter((name) => !declared.has(name))).toEqual([]);
});

it('the columns that a kind of record names are there', async () => {
  for (const { table, owner, together = [] } of records) {
    const found = await rows<{ name: string }>(`select name from journal_columns('${table}')`);
    const names = found.map(({ name }) => name);
    for (const column of [...together.flat(), ...(owner ? [owner] : [])])
      expect(names, table).toContain(column);
  }
});

it('events of records are a noun and a past tense', () => {
  const pasts = /^[a-z][a-zA-Z]*\.([a-z][a-zA-Z]*ed|setUp|begun|undone)$/;
  for (const { kind, events, changed } of records) {
    expect(events, kind).toContain(changed);
    for (const event of events) expect(event).toMatch(pasts);
  }
});

it('every event that is told of or listened to belongs to a kind of record, or is known to concern none', () => {
  const sources = globSync('server/{features,platform}/**/*.ts', { cwd: join(import.meta.dirname, '../..') })
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8'));
  const told = new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/emit\(\{\s*name: '([^']+)'/g)].map(([, name]) => name as string),
    ),
  );
  const known = new Set([...records.flatMap(({ events }) => events), 'session.ended']);
  expect([...told].filter((name) => !known.has(name))).toEqual([]);
  for (const { name, on } of slices.flatMap((slice) => slice.reactions ?? []))
    for (const event of on)
      expect(
        known.has(event) || sources.some((text) => emits(text, event)),
        `${name} listens to ${event}`,
      ).toBe(true);
});

/** The event stands somewhere else than in what is listened to. */
function emits(source: string, event: string): boolean {
  return source.replaceAll(/on: \[[^\]]*\]/g, '').includes(`'${event}'`);
}

type Key = { from: string; column: string; to: string; cascades: boolean; indexed: boolean };

/** Foreign keys of one column, whether their rows go with the record they name, and whether an index begins with the column. */
const foreignKeys = () =>
  rows<Key>(`
    select k.conrelid::regclass::text as from, a.attname::text as column, k.confrelid::regclass::text as to, k.confdeltype = 'c' as cascades,
      exists (select from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = a.attnum) as indexed
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' order by 1, 2`);

it('every foreign key has an index', async () => {
  expect((await foreignKeys()).filter(({ indexed }) => !indexed)).toEqual([]);
});

describe('D-04 references', () => {
  const platformTables = ['operations', 'undo_notes', 'events', 'jobs'];

  it('every foreign key to another kind of record is declared, unless its rows go with the record', async () => {
    const told = new Set(references.map(({ table, column, to }) => `${table}.${column} → ${to}`));
    const missing = (await foreignKeys())
      .filter(({ from, to, cascades }) => from !== to && !cascades && !platformTables.includes(from))
      .map(({ from, column, to }) => `${from}.${column} → ${to}`)
      .filter((key) => !told.has(key));
    expect(missing).toEqual([]);
  });

  it('every declared reference is a foreign key', async () => {
    const real = new Set((await foreignKeys()).map(({ from, column, to }) => `${from}.${column} → ${to}`));
    expect(
      references.map(({ table, column, to }) => `${table}.${column} → ${to}`).filter((key) => !real.has(key)),
    ).toEqual([]);
  });

  it('every reference of a kind that has a list can be shown by that list', async () => {
    const listed = references.filter(({ kind }) => ['clients', 'tasks'].includes(kind));
    for (const { kind, field } of listed) {
      const answer = await world.keeper.tell(`${kind}.list`, { [`f.${field}`]: '1' });
      expect([kind, field, answer.status]).toEqual([kind, field, 200]);
    }
  });
});

describe('codes of refusals', () => {
  const root = join(import.meta.dirname, '../..');
  const read = (pattern: string) =>
    globSync(pattern, { cwd: root })
      .filter((path) => !path.endsWith('.test.ts'))
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join('\n');
  const server = read('server/{features,platform}/**/*.ts');
  const listed = async () => {
    const codes: string[] = [...contract.kitRefusals, ...contract.faultCodes, ...contract.viewFaultCodes];
    for (const path of globSync('contract/*.ts', { cwd: root }).filter(
      (each) => !each.endsWith('.test.ts'),
    )) {
      const module = (await import(join(root, path))) as Record<string, unknown>;
      for (const [name, value] of Object.entries(module))
        if (/(Refusals|Faults|FaultCodes)$/.test(name)) codes.push(...(value as string[]));
    }
    return codes;
  };

  it('every code that is refused with stands in the contract', async () => {
    const refused = [
      ...server.matchAll(/refuse\(\s*'([^']+)'|Refusal\(\s*'([^']+)'|code: '((?:fault|view)\.[^']+)'/g),
    ].map(([, a, b, c]) => a ?? b ?? c);
    const known = new Set(await listed());
    expect([...new Set(refused)].filter((code) => !known.has(code as string))).toEqual([]);
  });

  it('no listed code is without use, and none is listed twice', async () => {
    const sources =
      server +
      read('web/{features,platform,pages}/**/*.{ts,tsx}') +
      read('contract/**/*.ts').replaceAll(/export const \w+(?:Refusals|Codes)[\s\S]*?\] as const/g, '');
    const codes = await listed();
    expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });
});
