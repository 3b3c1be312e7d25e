// Tasks of every make, and what a test must know of them to make their list itself. One file of tests fills one world.
import { dayIn } from '../platform/clock.ts';
import { makeClient, makeEntry, makeGroup, makePerson } from './examples.ts';
import type { World } from './world.ts';

export type Row = {
  id: number;
  typeId: number | null;
  stateId: number;
  managerId: number | null;
  clientId: number | null;
  clientName: string | null;
  description: string;
  results: string;
  at: string | null;
  hasTime: boolean;
  minutes: number | null;
  deadline: string | null;
  setAt: string;
  doneAt: string | null;
  authorId: number;
  tags: string[];
  isOpen: boolean;
  overdue: boolean;
};

export const zone = 'Europe/Moscow';
export const today = '2026-11-23';
export const now = Date.parse('2026-11-23T11:00:00Z');

/** Position in their directory by the id of an entry; names by the id of a person; digits by the id of a client. */
export const position = new Map<number, number>();
export const names = new Map<number, string>();
export const digits = new Map<number, string>();
export const groupOf = new Map<number, number>();
export const clientGroup = new Map<number, number>();
export const typeGroup = new Map<number, number>();
/** Of each tree: a group, one below it, one beside it. */
export const groups: Record<'managers' | 'clients' | 'types', number[]> = {
  managers: [],
  clients: [],
  types: [],
};

/** The same numbers in every run: a linear congruence. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % below;
  };
}

async function nested(world: World, tree: string): Promise<number[]> {
  const top = await makeGroup(world, { tree, name: 'верх' });
  return [
    top,
    await makeGroup(world, { tree, name: 'низ', parentId: top }),
    await makeGroup(world, { tree, name: 'рядом' }),
  ];
}

async function makeBase(world: World): Promise<{
  people: number[];
  clients: number[];
  types: number[];
  states: number[];
  done: Set<number>;
}> {
  const branches = {
    managers: await nested(world, 'managers'),
    clients: await nested(world, 'clients'),
    types: await nested(world, 'taskTypes'),
  };
  Object.assign(groups, branches);
  const people: number[] = [];
  for (const [n, name] of ['Яков', 'Анна', 'Ёлка', 'Елена', 'жанна'].entries()) {
    people.push(await makePerson(world, { name, groupId: branches.managers[n % 3] }));
    names.set(people[n] as number, name);
    groupOf.set(people[n] as number, branches.managers[n % 3] as number);
  }
  const clients: number[] = [];
  for (const [n, name] of ['Ромашка', 'Альфа', 'ёжик', 'Zenit', 'beta', 'Беркут'].entries()) {
    const phone = n === 3 ? [] : [{ value: `8 495 100-0${(n * 7) % 10}-0${n}` }];
    clients.push(await makeClient(world, { name, phones: phone, groupId: branches.clients[n % 3] }));

    clientGroup.set(clients[n] as number, branches.clients[n % 3] as number);
    if (phone[0]) digits.set(clients[n] as number, `7${phone[0].value.replace(/\D/g, '').slice(1)}`);
  }
  const { rows: entries } = await world.keeper.ask<{
    rows: { id: number; directory: string; position: number; meaning: string | null }[];
  }>('directories.list');
  const idsOf = (directory: string) =>
    entries.filter((entry) => entry.directory === directory).map(({ id }) => id);
  const types = [
    ...idsOf('taskTypes').slice(0, 3),
    await makeEntry(world, { directory: 'taskTypes', name: 'Свой', groupId: branches.types[1] }),
  ];
  typeGroup.set(types[3] as number, branches.types[1] as number);
  for (const entry of entries) position.set(entry.id, entry.position);
  position.set(types[3] as number, 1000);
  const done = new Set(entries.filter(({ meaning }) => meaning === 'done').map(({ id }) => id));
  return { people, clients, types, states: idsOf('taskStates'), done };
}

/** 150 tasks; the rows as the list gives them. */
export async function fillTasks(world: World): Promise<Row[]> {
  const { people, clients, types, states, done } = await makeBase(world);
  const notDone = states.filter((id) => !done.has(id));
  const random = randomOf(7);
  const one = <T>(from: T[]) => from[random(from.length)] as T;
  const words = ['договор', 'Ёлки', 'звонок', 'оплата', 'Счёт', 'offer', ''];
  for (let n = 0; n < 150; n++) {
    const hasTime = random(3) > 0;
    const start = Date.parse('2026-11-22T21:00:00Z') + (random(120) - 60) * 86_400_000;
    const at = random(6) === 0 ? null : new Date(start + (hasTime ? random(1440) * 60_000 : 0)).toISOString();
    await world.keeper.ask('tasks.create', {
      typeId: one([...types, null]),
      // Nothing is done in days to come.
      stateId: one(at !== null && Date.parse(at) > now - 86_400_000 ? notDone : states),
      managerId: one([...people, null]),
      clientId: one([...clients, null]),
      description: `${one(words)} ${one(words)}`.trim(),
      results: one(words),
      at,
      hasTime: at !== null && hasTime,
      minutes: one([null, 15, 30, 60]),
      deadline: random(3) === 0 ? new Date(now + (random(20) - 10) * 86_400_000).toISOString() : null,
      tags: [...new Set([one(['а', 'б', 'В']), one(['а', 'б', 'В'])])].slice(random(3) === 0 ? 2 : 0),
    });
    world.clock.set(new Date(now - random(3) * 1000).toISOString());
  }
  world.clock.set(new Date(now).toISOString());
  return (await world.keeper.ask<{ rows: Row[] }>('tasks.list', { limit: '1000' })).rows;
}

/** The day a task counts for, in the firm's zone. */
export const dayOf = (row: Row) => row.at && dayIn(row.at, zone);
