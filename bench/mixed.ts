// Sixteen clients at once: nine of ten requests read a page of one manager, one writes. The same rows asked bare say what this hour of the machine gives.
import { bareInsert, bareList, withoutTriggers } from './bare.ts';
import type { Base } from './base.ts';
import { manager } from './seed.ts';
import { quantiles, type Result } from './timing.ts';

const clientsAtOnce = 16;
const connections = 4; // as many as the house reads with
const before = 3000; // ms; connections open and code is compiled
const during = 6000; // ms
const limit = 20;

type Hands = { read(n: number): Promise<unknown>; write(n: number): Promise<unknown> };

export async function measureMixed(base: Base): Promise<Result> {
  const asked: Hands = {
    read: (n) =>
      base.ask('tasks.list', {
        'f.manager': String(manager(n)),
        'f.open': 'yes',
        sort: 'at',
        limit: String(limit),
      }),
    write: (n) => base.call('tasks.create', { description: `mixed ${n}`, managerId: manager(n) }),
  };
  const { hands, leave } = await bareHands(base);
  await mixed(asked, before);
  const times = await mixed(asked, during);
  await mixed(hands, before / 3);
  const bare = await mixed(hands, during / 2);
  leave();
  const perSecond = times.length / (during / 1000);
  return {
    name: '16 clients, nine reads to one write',
    ...quantiles(times),
    bare: quantiles(bare),
    budget: { text: '≥ 1,000 requests/s', holds: perSecond >= 1000 },
    note: `${Math.round(perSecond)} requests/s, who asks on the same two cores; bare ${Math.round(bare.length / (during / 2000))}`,
  };
}

async function bareHands(base: Base): Promise<{ hands: Hands; leave(): void }> {
  const insert = await bareInsert(base.pool);
  const clients = await Promise.all(Array.from({ length: connections }, () => withoutTriggers(base.pool)));
  const free = [...clients];
  const waiting: (() => void)[] = [];
  const withOne = async <T>(work: (client: (typeof clients)[number]) => Promise<T>): Promise<T> => {
    while (free.length === 0) await new Promise<void>((go) => waiting.push(go));
    const client = free.pop() as (typeof clients)[number];
    return work(client).finally(() => {
      free.push(client);
      waiting.shift()?.();
    });
  };
  const hands: Hands = {
    read: (n) =>
      withOne((client) =>
        bareList(client, {
          where: 't.manager_id = $1 and t.is_open',
          order: 't.at, t.id',
          values: [manager(n)],
          limit,
        }),
      ),
    write: (n) => withOne((client) => client.query(insert(`bare ${n}`))),
  };
  const leave = () => {
    for (const client of clients) client.release(true);
  };
  return { hands, leave };
}

/** What each request took, milliseconds. */
async function mixed({ read, write }: Hands, duration: number): Promise<number[]> {
  const until = performance.now() + duration;
  const times: number[] = [];
  const one = async (client: number) => {
    for (let n = 0; performance.now() < until; n++) {
      const started = performance.now();
      await (n % 10 === 9 ? write(n) : read(client * 13 + n));
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: clientsAtOnce }, (_, client) => one(client)));
  return times;
}
