// The made-up firm as plain values: the same at every filling but for the day it stands around. Pure.
import type { ClientInput } from '../../../contract/clients.ts';
import type { DemoWords } from './words.ts';

export const demoClients = 300;
export const demoTasks = 2000;

/** A small generator with a fixed seed: a demo looks the same for everybody. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export type Ids = {
  people: number[];
  groups: number[];
  statuses: number[];
  types: number[];
  origins: number[];
};

const pick = <T>(roll: (sides: number) => number, list: T[]): T => list[roll(list.length)] as T;

/** No two made-up companies share a name: plain ones, then with a trade, then with a city. */
function companyName(words: DemoWords, n: number): string {
  const first = words.firstParts[n % words.firstParts.length] as string;
  const round = Math.floor(n / words.firstParts.length);
  if (round === 0) return first;
  if (round <= words.secondParts.length) return `${first}-${words.secondParts[round - 1]}`;
  return `${first} ${words.cities[(round - 1 - words.secondParts.length) % words.cities.length]}`;
}

export function demoClient(words: DemoWords, n: number, ids: Ids): ClientInput {
  const roll = dice(n + 1);
  const city = pick(roll, words.cities);
  const contact = `${pick(roll, words.given)} ${pick(roll, words.surnames)}`;
  return {
    name: pick(roll, words.forms).replace('{}', companyName(words, n)),
    line: pick(roll, words.lines),
    actualAddress: `${city}, ${pick(roll, words.streets)}, ${1 + roll(120)}`,
    contactPersons: contact,
    phones: [{ value: words.phone(n), note: contact }],
    emails: [{ value: `office${n + 1}@${words.domain}` }],
    groupId: pick(roll, ids.groups),
    statusId: pick(roll, ids.statuses),
    typeId: pick(roll, ids.types),
    originId: pick(roll, ids.origins),
    responsibleId: pick(roll, ids.people),
  };
}

export type DemoTask = {
  client: number | null;
  manager: number;
  type: number;
  day: number;
  minuteOfDay: number | null;
  text: string;
  outcome: string | null;
  tag: string | null;
  cancelled: boolean;
  minutes: number | null;
};

const lengths = [15, 30, 45, 60, 60, 90, 120, 180]; // minutes

/** Tasks from two months back to six weeks ahead; most of the past is done, a little is overdue. Numbers are places in lists. */
export function demoTask(words: DemoWords, n: number, counts: { people: number; types: number }): DemoTask {
  const roll = dice(n * 7919 + 13);
  const day = roll(100) - 58;
  const past = day < 0 || (day === 0 && roll(3) === 0);
  const done = past && roll(100) < 93;
  return {
    client: roll(20) === 0 ? null : roll(demoClients),
    manager: roll(counts.people),
    type: roll(counts.types),
    day,
    minuteOfDay: roll(5) === 0 ? null : 9 * 60 + roll(18) * 30,
    text: pick(roll, words.deeds),
    outcome: done ? pick(roll, words.outcomes) : null,
    tag: roll(8) === 0 ? pick(roll, words.tags) : null,
    cancelled: past && !done && roll(3) === 0,
    minutes: roll(4) === 0 ? null : pick(roll, lengths),
  };
}
