// A change as 500 open screens see it: each hears of it and asks its list anew, as the screens do.
import { setTimeout as pause } from 'node:timers/promises';
import type { Base, Told } from './base.ts';
import { quantiles, type Result } from './timing.ts';

const screens = 500;
const changes = 20;
const changesBefore = 3;
/** How long a screen gathers what it hears before it asks; as web/platform/live.ts does. */
const gatherFor = 40; // ms

export async function measureLive(base: Base): Promise<Result[]> {
  const heard = new Map<number, number[]>();
  const seen = new Map<number, number[]>();
  const note = (times: Map<number, number[]>, ids: number[]) => {
    for (const id of ids) times.set(id, [...(times.get(id) ?? []), performance.now()]);
  };
  const hear = async (told: Told) => {
    const ids = told.flatMap((event) => event.ids ?? []);
    note(heard, ids);
    await pause(gatherFor);
    await base.ask('tasks.list', { d: 'today', sort: 'at', limit: '50' });
    note(seen, ids);
  };
  const open = await Promise.all(Array.from({ length: screens }, () => base.listen(hear)));
  const waits = { heard: [] as number[], seen: [] as number[] };
  for (let n = 0; n < changesBefore + changes; n++) {
    const started = performance.now();
    const { id } = JSON.parse(await base.call('tasks.create', { description: `live ${n}` })) as {
      id: number;
    };
    while ((seen.get(id)?.length ?? 0) < screens) await pause(10);
    if (n < changesBefore) continue;
    for (const [which, times] of [
      ['heard', heard],
      ['seen', seen],
    ] as const)
      waits[which].push(...(times.get(id) ?? []).map((time) => time - started));
  }
  for (const leave of open) leave();
  const seenIn = quantiles(waits.seen);
  return [
    { name: `a change is told to ${screens} open screens`, ...quantiles(waits.heard) },
    {
      name: `a change is seen on ${screens} screens: each asks its list anew`,
      ...seenIn,
      budget: { text: 'p95 ≤ 500 ms', holds: seenIn.p95 <= 500 },
    },
  ];
}
