// What is measured: lists in several views, deep pages, column search, counts, one create, sixteen clients at once.

import { bareInsert, bareList, bareSearch, withoutTriggers } from './bare.ts';
import { type Base, served as servedTimes } from './base.ts';
import { measureImport } from './import.ts';
import { measureLive } from './live.ts';
import { measureMixed } from './mixed.ts';
import { manager, type Size } from './seed.ts';
import { type Quantiles, quantiles, type Result, timed, timedByTurns, warmUp } from './timing.ts';

type List = {
  name: string;
  parameters(n: number): Record<string, string>;
  bare?: (n: number) => { where: string; order: string; values: unknown[] };
  limit: number;
  budget?: 'page' | 'large';
};

function lists(size: Size): List[] {
  const interval = '2026-11-01..2026-11-30';
  const from = '2026-10-31T21:00:00Z';
  const to = '2026-11-30T21:00:00Z';
  return [
    {
      name: 'page of 50: one manager and state, by date',
      limit: 50,
      budget: 'page',
      parameters: (n) => ({ 'f.manager': String(manager(n)), 'f.open': 'yes', sort: 'at' }),
      bare: (n) => ({
        where: 't.manager_id = any($1::bigint[]) and t.is_open = any($2::boolean[])',
        order: 't.at, t.id',
        values: [[manager(n)], [true]],
      }),
    },
    {
      name: 'page of 50: an interval of a month, by date',
      limit: 50,
      budget: 'page',
      parameters: () => ({ d: interval, sort: 'at' }),
      bare: () => ({
        where: 't.at >= $1::timestamptz and t.at < $2::timestamptz',
        order: 't.at, t.id',
        values: [from, to],
      }),
    },
    {
      name: 'page of 50: everything, newest first',
      limit: 50,
      budget: 'page',
      parameters: () => ({ d: 'all', sort: '-at' }),
      bare: () => ({ where: 't.at is not null', order: 't.at desc, t.id desc', values: [] }),
    },
    {
      name: 'page of 500: one manager, by date',
      limit: 500,
      budget: 'large',
      parameters: (n) => ({ 'f.manager': String(manager(n)), sort: 'at' }),
      bare: (n) => ({
        where: 't.manager_id = any($1::bigint[])',
        order: 't.at, t.id',
        values: [[manager(n)]],
      }),
    },
    {
      name: 'page of 500: everything, by date',
      limit: 500,
      budget: 'large',
      parameters: () => ({ d: 'all', sort: 'at' }),
    },
    {
      name: 'page of 50: everything, by client',
      limit: 50,
      parameters: () => ({ d: 'all', sort: 'client' }),
    },
    {
      name: 'page of 50: everything, by manager, then date',
      limit: 50,
      parameters: () => ({ d: 'all', sort: 'manager,at' }),
    },
    { name: 'page of 50: everything, by state', limit: 50, parameters: () => ({ d: 'all', sort: 'state' }) },
    {
      name: 'page of 50: everything, by deadline',
      limit: 50,
      parameters: () => ({ d: 'all', sort: 'deadline' }),
    },
    { name: 'page of 50: overdue', limit: 50, parameters: () => ({ d: 'overdue', sort: 'at' }) },
    {
      name: 'page of 50: a group of managers, this week',
      limit: 50,
      parameters: (n) => ({ d: 'week', 'f.manager': `g${1001 + (n % 10)}`, sort: 'at' }),
    },
    {
      name: 'deep page: rows 20,000 to 20,050',
      limit: 50,
      parameters: () => ({ d: 'all', sort: 'at', offset: '20000' }),
    },
    {
      name: `deep page: the middle (row ${Math.floor(size.tasks / 2)})`,
      limit: 50,
      parameters: () => ({ d: 'all', sort: 'at', offset: String(Math.floor(size.tasks / 2)) }),
    },
    {
      name: 'column search: client by first characters',
      limit: 50,
      parameters: (n) => ({
        d: 'all',
        's.client': ['гран', 'елка', 'ghju', 'форум'][n % 4] as string,
        mode: 'prefix',
      }),
    },
    {
      name: 'column search: client, one of all',
      limit: 50,
      parameters: (n) => ({ d: 'all', 's.client': `-${5000 + n * 37}` }),
    },
    {
      name: 'column search: description, a rare word',
      limit: 50,
      parameters: (n) => ({ d: 'all', 's.description': `${400_000 + n * 97}` }),
    },
    {
      name: 'column search: client phone',
      limit: 50,
      parameters: (n) => ({ d: 'all', 's.phone': String(10_000 + ((n * 7919) % 80_000)) }),
    },
    { name: 'all columns at once', limit: 50, parameters: (n) => ({ d: 'all', q: `лотос-${7000 + n}` }) },
  ];
}

export async function measureAll(base: Base, size: Size): Promise<{ results: Result[]; failed: boolean }> {
  const results: Result[] = [];
  for (const list of lists(size)) {
    results.push(await measureList(base, list));
    process.stderr.write('.');
  }
  results.push(await measureCalendar(base));
  results.push(await measureCounts(base));
  results.push(await measureSearch(base));
  results.push(await measureCreate(base));
  results.push(await measureMixed(base));
  results.push(...(await measureLive(base)));
  results.push(...(await measureImport(base)));
  return { results, failed: results.some(({ budget }) => budget && !budget.holds) };
}

async function measureList(base: Base, list: List): Promise<Result> {
  servedTimes.length = 0;
  const ask = (n: number) => base.ask('tasks.list', { ...list.parameters(n), limit: String(list.limit) });
  const { bare: question } = list;
  const askBare = question && ((n: number) => bareList(base.pool, { ...question(n), limit: list.limit }));
  const [seen, bare] = await timedByTurns(askBare ? [ask, askBare] : [ask]);
  const server = quantiles(servedTimes.slice(warmUp));
  return {
    name: list.name,
    ...(seen as Quantiles),
    server,
    ...(bare ? { bare } : {}),
    ...budgetOf(list, server, bare),
  };
}

function budgetOf(
  list: List,
  server: { p50: number; p95: number },
  bare: { p50: number } | undefined,
): Pick<Result, 'budget'> {
  if (list.budget === 'large') return { budget: { text: 'p95 ≤ 200 ms', holds: server.p95 <= 200 } };
  if (list.budget === 'page' && bare)
    return {
      budget: { text: 'p50 ≤ 2 × bare, ≤ 15 ms', holds: server.p50 <= 2 * bare.p50 && server.p50 <= 15 },
    };
  return {};
}

/** Every manager by 30 days, each time another interval and filter. */
async function measureCalendar(base: Base): Promise<Result> {
  servedTimes.length = 0;
  const seen = await timed((n) => {
    const from = Temporal.PlainDate.from('2026-10-15').add({ days: n % 30 });
    const filter: Record<string, string> = n % 2 ? { 'f.open': 'yes' } : {};
    return base.ask('calendar.grid', { d: `${from}..${from.add({ days: 29 })}`, ...filter });
  });
  const server = quantiles(servedTimes.slice(warmUp));
  return {
    name: 'calendar: all managers by 30 days, all tasks or open ones',
    ...seen,
    server,
    budget: { text: 'p95 ≤ 150 ms', holds: server.p95 <= 150 },
  };
}

async function measureCounts(base: Base): Promise<Result> {
  return {
    name: 'count of everything (beside the list, never before it)',
    ...(await timed(() => base.ask('tasks.count', { d: 'all' }), 10)),
  };
}

async function measureSearch(base: Base): Promise<Result> {
  const texts = ['гранит-77', 'jhbjy-12', 'lotos-5', 'форумм-9', 'вектор-31'];
  const served = await timed((n) =>
    base.ask('clients.find', { input: JSON.stringify({ text: `${texts[n % texts.length]}${n}` }) }),
  );
  const bare = await timed((n) => bareSearch(base.pool, `%гранит-77${n}%`));
  return {
    name: 'search for a client by name, layout or transliteration',
    ...served,
    bare,
    budget: { text: 'p95 ≤ 100 ms', holds: served.p95 <= 100 },
  };
}

const creates = 1000;
/** The same work in a server that has just started takes twice as long: its code is compiled as it is met, on either side. */
const createsBefore = 2000;

/** A create and a bare insert by turns. */
async function measureCreate(base: Base): Promise<Result> {
  const insert = await bareInsert(base.pool);
  const task = { managerId: 1001, at: '2026-11-23T10:00:00Z', hasTime: true };
  const client = await withoutTriggers(base.pool);
  servedTimes.length = 0;
  const [seen, bare] = await timedByTurns(
    [
      (n) => base.call('tasks.create', { ...task, description: `bench ${n}` }),
      (n) => client.query(insert(`bare ${n}`)),
    ],
    creates,
    createsBefore,
  );
  client.release(true);
  const server = quantiles(servedTimes.slice(createsBefore));
  return {
    name: 'one create: session, checks, row, journal, event, jobs, answer',
    ...(seen as Quantiles),
    server,
    bare: bare as Quantiles,
    budget: { text: 'p50 ≤ 3 × bare', holds: server.p50 <= 3 * (bare as Quantiles).p50 },
  };
}
