// The law of undo: whatever was done, in whatever order, undone from the last to the first leaves the tables as at the start.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeClient, makeEntry, makeGroup, makePerson, makeTask } from '../../testing/examples.ts';
import { type Fingerprint, fingerprint } from '../../testing/fingerprint.ts';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

/** Ids that a step may take: present ones, ones that are gone, and ones that never were. */
type Ids = { tasks: number[]; clients: number[]; entries: number[]; groups: number[]; people: number[] };

type Step = { pick: number; other: number; text: string; does: keyof typeof deeds };

const at = (ids: number[], n: number) => ids[n % ids.length] as number;
const version = async (name: string, id: number) => {
  const answer = await world.keeper.tell(name, { id });
  return Number(answer.body.version ?? 1);
};
const rowVersion = async (table: string, id: number) =>
  Number(
    (await world.app.house.writer.query(`select version from ${table} where id = $1`, [id])).rows[0]
      ?.version ?? 1,
  );

type Told = [name: string, input: object];

const deeds = {
  makeTask: async (ids, step) => [
    'tasks.create',
    { description: step.text, clientId: at(ids.clients, step.pick) },
  ],
  changeTask: async (ids, { pick, text }) => {
    const id = at(ids.tasks, pick);
    return [
      'tasks.change',
      { id, version: await version('tasks.get', id), set: { description: text, tags: [text.trim() || 'т'] } },
    ];
  },
  moveTask: async (ids, { pick, other }) => [
    'tasks.changeMany',
    { chosen: { ids: [at(ids.tasks, pick), at(ids.tasks, other)] }, set: {}, moveByDays: (other % 9) - 4 },
  ],
  completeTask: async (ids, { pick, text }) => ['tasks.complete', { id: at(ids.tasks, pick), results: text }],
  cancelTask: async (ids, { pick }) => ['tasks.cancel', { id: at(ids.tasks, pick), reason: 'нет' }],
  deleteTasks: async (ids, { pick, other }) => [
    'tasks.delete',
    { chosen: { ids: [at(ids.tasks, pick), at(ids.tasks, other)] } },
  ],
  handOver: async (ids, { pick, other }) => [
    'tasks.handOver',
    { clientId: at(ids.clients, pick), toId: at(ids.people, other) },
  ],
  makeClient: async (_ids, { text }) => [
    'clients.create',
    { name: text.trim() || 'имя', phones: [{ value: '8 495 1234567' }] },
  ],
  changeClient: async (ids, { pick, text }) => {
    const id = at(ids.clients, pick);
    return [
      'clients.change',
      {
        id,
        version: await version('clients.get', id),
        set: { notes: text, phones: [{ value: text.slice(0, 50) }] },
      },
    ];
  },
  deleteClient: async (ids, { pick }) => ['clients.delete', { chosen: { ids: [at(ids.clients, pick)] } }],
  replaceClient: async (ids, { pick, other }) => [
    'clients.replace',
    { from: at(ids.clients, pick), to: at(ids.clients, other), remove: other % 2 === 0 },
  ],
  mergeClients: async (ids, { pick, other }) => {
    const [id, from] = [at(ids.clients, pick), at(ids.clients, other)];
    return [
      'clients.merge',
      {
        id,
        version: await version('clients.get', id),
        from: { id: from, version: await version('clients.get', from) },
      },
    ];
  },
  groupClients: async (ids, { pick, other }) => [
    'clients.changeMany',
    {
      chosen: { ids: ids.clients.slice(0, 3) },
      set: { groupId: at(ids.groups, pick), typeId: at(ids.entries, other) },
    },
  ],
  renameEntry: async (ids, { pick, text }) => {
    const id = at(ids.entries, pick);
    return [
      'directories.change',
      { id, version: await rowVersion('directory_entries', id), set: { name: text.trim() || 'имя' } },
    ];
  },
  replaceEntry: async (ids, { pick, other }) => [
    'directories.replace',
    { from: at(ids.entries, pick), to: at(ids.entries, other), remove: true },
  ],
  deleteEntry: async (ids, { pick }) => ['directories.delete', { id: at(ids.entries, pick) }],
  moveGroup: async (ids, { pick, other }) => [
    'groups.move',
    { id: at(ids.groups, pick), targetId: at(ids.groups, other), mode: other % 2 ? 'inside' : 'same' },
  ],
  deleteGroup: async (ids, { pick }) => ['groups.delete', { id: at(ids.groups, pick) }],
} satisfies Record<string, (ids: Ids, step: Step) => Promise<Told>>;

const step = fc.record({
  pick: fc.nat(20),
  other: fc.nat(20),
  text: fc.string({ unit: 'grapheme', maxLength: 12 }),
  does: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
});

async function start(): Promise<Ids> {
  const many = (make: () => Promise<number>) => Promise.all([make(), make(), make(), make()]);
  const clients = await many(() => makeClient(world));
  return {
    clients,
    tasks: await Promise.all(clients.map((clientId) => makeTask(world, { clientId }))),
    entries: await many(() => makeEntry(world)),
    groups: await many(() => makeGroup(world)),
    people: await many(() => makePerson(world)),
  };
}

/** Does the step; null where it was refused or changed nothing. A fault of ours is nobody's refusal. */
async function run(ids: Ids, taken: Step): Promise<number | null> {
  const [name, input] = await deeds[taken.does](ids, taken);
  const answer = await world.keeper.tell(name, input);
  if (answer.status >= 500)
    throw new Error(`${name} ${JSON.stringify(input)}: ${JSON.stringify(answer.body)}`);
  if (answer.status !== 200) return null;
  if (name === 'tasks.create') ids.tasks.push(answer.body.id as number);
  if (name === 'clients.create') ids.clients.push(answer.body.id as number);
  return answer.body.operation as number | null;
}

it('Z-01 what is undone in reverse leaves the tables as at the start, and redone in order as at the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
      const ids = await start();
      const states: Fingerprint[] = [await fingerprint(world.app)];
      const done: number[] = [];
      for (const taken of steps) {
        const operation = await run(ids, taken);
        if (operation === null) continue;
        done.push(operation);
        states.push(await fingerprint(world.app));
      }
      const undone: number[] = [];
      for (const [n, operation] of [...done.entries()].reverse()) {
        undone.unshift(
          (await world.keeper.ask<{ operation: number }>('operations.undo', { id: operation })).operation,
        );
        expect(await fingerprint(world.app)).toEqual(states[n]);
      }
      for (const operation of [...undone].reverse().toReversed())
        await world.keeper.ask('operations.undo', { id: operation });
      expect(await fingerprint(world.app)).toEqual(states.at(-1));
    }),
    { numRuns: 25 },
  );
});
