// Loops over everything that the slices declare: who is refused, what undo restores, what a reaction does twice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { rightsAtLevel } from '../../contract/kit/rights.ts';
import { slices } from '../app.ts';
import { examples } from './examples.ts';
import { fingerprint } from './fingerprint.ts';
import { makeWorld, type Person, type World } from './world.ts';

const commands = slices.flatMap((slice) =>
  slice.commands.map(({ request, final }) => ({ name: request.name, open: request.open, final })),
);
const queries = slices.flatMap((slice) =>
  slice.queries.map(({ request }) => ({ name: request.name, open: request.open })),
);

function exampleOf(name: string): (world: World) => Promise<object> {
  const example = (examples as Record<string, (world: World) => Promise<object>>)[name];
  if (!example) throw new Error(`${name} has no example in testing/examples.ts`);
  return example;
}

let world: World;
let nobody: Person;
beforeAll(async () => {
  world = await makeWorld();
  nobody = await world.join('Никто', rightsAtLevel('none'));
});
afterAll(() => world.close());

it('every command has an example', () => {
  expect(commands.filter(({ name }) => !Object.hasOwn(examples, name))).toEqual([]);
});

describe('B-09 a stranger is refused', () => {
  it.each([...commands, ...queries].filter(({ open }) => !open))('$name', async ({ name }) => {
    const answer = await world.stranger.tell(name, {});
    expect([answer.status, answer.refusal?.code]).toEqual([401, 'session.missing']);
  });
});

/** Commands that need no right of a role, and why. */
const anybodysCommands: Record<string, string> = {
  'people.setUp': 'open; refused by its own rule once the firm is there',
  'people.signIn': 'open: the way in',
  'people.signOut': 'ends the own session',
  'people.changePassword': 'the own password',
  'people.changeAppearance': 'the own screens',
  'people.acceptInvitation': 'open: whoever has the link',
  'views.create': 'an own view',
  'views.keepLayout': 'the own layout',
  'reminders.read': 'the own reminders',
  'reminders.set': 'the own reminders',
  'reminders.subscribe': 'the own browser',
  'files.keepPhoto': 'an own upload',
  'calendar.openFeed': 'the own feed',
  'calendar.closeFeed': 'the own feed',
};

describe('B-09 a person whose role may nothing is refused', () => {
  it.each(commands.filter(({ name }) => !anybodysCommands[name]))('$name', async ({ name }) => {
    const input = await exampleOf(name)(world);
    await world.settle();
    const before = await fingerprint(world.app);
    const answer = await nobody.tell(name, input);
    expect([403, 404]).toContain(answer.status);
    expect(await fingerprint(world.app)).toEqual(before);
  });
});

/** Queries that answer a person without rights, and what they then say. */
const anybodysQueries: Record<string, (body: Record<string, unknown>) => void> = {
  'people.door': ({ isSetUp }) => expect(isSetUp).toBe(true),
  'people.me': ({ person }) => expect(person).toMatchObject({ id: nobody.id }),
  // Names stand on every task; addresses and telephones are left out.
  'people.list': ({ rows }) => {
    for (const row of rows as { id: number; email: unknown; phone: string }[])
      if (row.id !== nobody.id) expect(row).toMatchObject({ email: null, phone: '', position: '' });
  },
  'people.sessions': ({ rows }) => {
    for (const row of rows as { personId: number }[]) expect(row.personId).toBe(nobody.id);
  },
  // Directories and groups are the words in which records speak; they hold no record.
  'directories.list': ({ rows }) => expect(rows).not.toEqual([]),
  'groups.list': ({ rows }) => expect(rows).toBeInstanceOf(Array),
  'views.list': ({ rows }) => {
    for (const row of rows as { shared: boolean; ownerId: number }[])
      expect(row.shared || row.ownerId === nobody.id).toBe(true);
  },
  'imports.list': ({ rows }) => expect(rows).toEqual([]),
  'views.layouts': ({ layouts }) => expect(layouts).toEqual({}),
  // That somebody is away is plain to all; why is not.
  'calendar.times': ({ absences }) => {
    expect(absences).not.toEqual([]);
    for (const absence of absences as object[]) expect(absence).toMatchObject({ kind: 'other', note: '' });
  },
  'calendar.feed': ({ openedAt }) => expect(openedAt).toBeNull(),
  'files.photo': ({ id }) => expect(id).toBeNull(),
  'reminders.push': ({ rows }) => expect(rows).toEqual([]),
  'reminders.settings': ({ minutes }) => expect(minutes).toBe(15),
  'calendar.holidays': ({ rows }) => expect(rows).toBeInstanceOf(Array),
  'operations.list': ({ rows }) => {
    for (const row of rows as { actorId: number }[]) expect(row.actorId).toBe(nobody.id);
  },
};

const queryInputs: Record<string, object> = {
  'imports.get': { id: 1 },
  'imports.rows': { id: 1 },
  'clients.get': { id: 1 },
  'clients.uses': { id: 1 },
  'tasks.get': { id: 1 },
  'operations.show': { id: 1 },
  'operations.history': { kind: 'tasks', id: 1 },
  'people.invitation': { token: 'none' },
  'calendar.holidays': { year: 2026 },
};

describe('B-09 a person whose role may nothing reads nothing of others', () => {
  it.each(queries)('$name', async ({ name }) => {
    const answer = await nobody.tell(name, queryInputs[name] ?? {});
    const check = anybodysQueries[name];
    if (check) check(answer.body);
    else expect([403, 404, 422]).toContain(answer.status);
    if (answer.status === 422) expect(answer.refusal?.code).toBe('invitation.ended');
  });
});

describe('every command refuses what it does not know', () => {
  // The import of tables keeps its own contract.
  it.each(commands.filter(({ name }) => !name.startsWith('imports.')))('$name', async ({ name }) => {
    const answer = await world.keeper.tell(name, { zzz: 1 });
    expect(answer.refusal?.faults).toContainEqual({ path: 'zzz', code: 'fault.unknownKey' });
  });
});

/** A version that may be left out is not asked for. */
function asksVersion({ request }: { request: { input: z.ZodType } }): boolean {
  const { shape } = request.input as { shape?: Record<string, z.ZodType> };
  return shape?.version !== undefined && !shape.version.isOptional();
}

describe('T-12 of many who have seen the same version one writes', () => {
  const versioned = slices.flatMap(({ commands: all }) =>
    all.filter(asksVersion).map(({ request }) => request),
  );
  it.each(versioned)('$name', async ({ name }) => {
    const input = await exampleOf(name)(world);
    await world.settle();
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.keeper.tell(name, input)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    await world.settle();
  });
});

/** Who sends the example: open commands come from somebody without a session, and end no session of the keeper. */
const strangers = new Set(['people.setUp', 'people.signIn', 'people.acceptInvitation']);
/** What can only be stopped while it goes on. */
const unsettled = new Set(['imports.stop']);
const undoable = commands.filter(({ name, final }) => !final && name !== 'people.signOut');

describe('Z-01 undo restores every journalled table byte for byte, redo brings the change back', () => {
  it.each(undoable)('$name', async ({ name }) => {
    const input = await exampleOf(name)(world);
    if (!unsettled.has(name)) await world.settle();
    const before = await fingerprint(world.app);
    const sender = strangers.has(name) ? world.stranger : world.keeper;
    const answer = await sender.tell(name, input);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const { operation } = answer.body as { operation: number | null };
    if (operation === null) return expect(await fingerprint(world.app)).toEqual(before);
    await world.settle();
    const after = await fingerprint(world.app);
    expect(after).not.toEqual(before);
    expect((await world.keeper.tell('operations.list')).status).toBe(200);
    expect((await world.keeper.tell('operations.show', { id: operation })).status).toBe(200);
    const undone = await world.keeper.ask<{ operation: number; leftAlone: unknown[] }>('operations.undo', {
      id: operation,
    });
    await world.settle();
    expect(undone.leftAlone).toEqual([]);
    expect(await fingerprint(world.app)).toEqual(before);
    await world.keeper.ask('operations.undo', { id: undone.operation });
    await world.settle();
    expect(await fingerprint(world.app)).toEqual(after);
  });
});

describe('every reaction run twice with the same event changes nothing the second time', () => {
  const reactions = slices.flatMap((slice) =>
    (slice.reactions ?? []).flatMap(({ name, on }) => on.map((event) => ({ name, event }))),
  );
  it.each(reactions)('$name on $event', async ({ name, event }) => {
    const { rows } = await world.app.house.writer.query('select id from events where name = $1 order by id', [
      event,
    ]);
    expect(rows, `no example makes ${event}`).not.toEqual([]);
    for (const { id } of rows)
      await world.app.house.writer.query(
        'insert into jobs (listener, event_id, run_at) values ($1, $2, $3)',
        [name, id, world.app.house.clock.now().toString()],
      );
    const before = await fingerprint(world.app);
    await world.settle();
    expect(await fingerprint(world.app)).toEqual(before);
    expect((await world.app.house.writer.query('select last_fault from jobs')).rows).toEqual([]);
  });
});
