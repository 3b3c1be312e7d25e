// Undo without a ceiling: what others changed since stays and is named, what hangs together goes together, and a redo is an undo.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeEntry, makeGroup, makeTask } from '../../testing/examples.ts';
import { fingerprint } from '../../testing/fingerprint.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';
import { sql } from '../db/sql.ts';
import { writing } from '../db/transaction.ts';

let world: World;
let keeper: Person;
beforeAll(async () => {
  world = await makeWorld();
  keeper = world.keeper;
});
afterAll(() => world.close());

type Done = { operation: number; id: number };
type Undone = { operation: number; restored: number; leftAlone: { of: string; id: number; why: string }[] };

const undo = (operation: number) => keeper.ask<Undone>('operations.undo', { id: operation });
const refusedUndo = async (operation: number) =>
  (await keeper.tell('operations.undo', { id: operation })).refusal;
const taskOf = (id: number) => keeper.ask<Record<string, unknown> & { version: number }>('tasks.get', { id });

async function change(id: number, set: object): Promise<number> {
  const { version } = await taskOf(id);
  return (await keeper.ask<Done>('tasks.change', { id, version, set })).operation;
}

describe('Z-01 what others changed since', () => {
  it('stays and is named, whole', async () => {
    const id = await makeTask(world);
    const first = await change(id, { description: 'моё' });
    await change(id, { description: 'чужое' });
    const refusal = await refusedUndo(first);
    expect(refusal).toMatchObject({
      code: 'operation.nothingLeft',
      details: { leftAlone: [{ of: 'tasks', id, why: 'changedSince' }] },
    });
    expect(await taskOf(id)).toMatchObject({ description: 'чужое' });
  });

  it('stays in its columns, while the rest goes back', async () => {
    const id = await makeTask(world);
    const first = await change(id, { description: 'моё', results: 'моё' });
    await change(id, { results: 'чужое' });
    const undone = await undo(first);
    expect(undone).toMatchObject({ restored: 1, leftAlone: [{ of: 'tasks', id, why: 'changedSince' }] });
    expect(await taskOf(id)).toMatchObject({ description: 'Позвонить', results: 'чужое' });
  });

  it('keeps a moment and its day together', async () => {
    const id = await makeTask(world, { at: null });
    const first = await change(id, { at: '2026-11-25T10:00:00Z', hasTime: true, results: 'р' });
    await change(id, { at: '2026-11-25T12:00:00Z' });
    await undo(first);
    expect(await taskOf(id)).toMatchObject({ at: '2026-11-25T12:00:00+00:00', hasTime: true, results: '' });
  });

  it('keeps one row of many and gives the others back', async () => {
    const ids = [await makeTask(world), await makeTask(world), await makeTask(world)];
    const many = await keeper.ask<Done>('tasks.changeMany', { chosen: { ids }, set: { results: 'разом' } });
    await change(ids[1] as number, { results: 'иначе' });
    const undone = await undo(many.operation);
    expect(undone).toMatchObject({ restored: 2, leftAlone: [{ id: ids[1], why: 'changedSince' }] });
    expect(await Promise.all(ids.map(async (id) => (await taskOf(id)).results))).toEqual(['', 'иначе', '']);
  });

  it('R-02 stays too where they save it while the undo runs', async () => {
    const ids = [await makeTask(world), await makeTask(world)];
    const many = await keeper.ask<Done>('tasks.changeMany', { chosen: { ids }, set: { results: 'разом' } });
    const { house } = world.app;
    const waits = sql<{ waits: boolean }>`select exists (select from pg_locks where not granted) as waits`;
    const undone = await writing(house, async (tx) => {
      await tx.rows(
        sql`update tasks set version = version + 1, description = 'чужое', results = 'чужое' where id = ${ids[1]}`,
      );
      await tx.rows(sql`
        insert into operations (id, at, name, actor_id, via) values (${tx.operation}, ${tx.now}, 'test.meanwhile', ${keeper.id}, 'person')`);
      const running = undo(many.operation);
      await expect.poll(async () => (await tx.rows(waits))[0]?.waits).toBe(true);
      return { running };
    });
    expect(await undone.running).toMatchObject({
      restored: 1,
      leftAlone: [{ of: 'tasks', id: ids[1], why: 'changedSince' }],
    });
    expect(await taskOf(ids[0] as number)).toMatchObject({ results: '' });
    expect(await taskOf(ids[1] as number)).toMatchObject({ description: 'чужое', results: 'чужое' });
  });

  it('a made row that was changed since stays', async () => {
    const made = await keeper.ask<Done>('tasks.create', { description: 'новая' });
    await change(made.id, { results: 'р' });
    expect(await refusedUndo(made.operation)).toMatchObject({ code: 'operation.nothingLeft' });
  });

  it('a made row that is used since stays', async () => {
    const made = await keeper.ask<Done>('clients.create', { name: 'Нужный' });
    await makeTask(world, { clientId: made.id });
    expect(await refusedUndo(made.operation)).toMatchObject({
      details: { leftAlone: [{ of: 'clients', id: made.id, why: 'usedSince' }] },
    });
  });

  it('a changed row that is gone since is named', async () => {
    const ids = [await makeTask(world), await makeTask(world)];
    const many = await keeper.ask<Done>('tasks.changeMany', { chosen: { ids }, set: { results: 'разом' } });
    await keeper.ask('tasks.delete', { chosen: { ids: [ids[0]] } });
    expect(await undo(many.operation)).toMatchObject({
      restored: 1,
      leftAlone: [{ id: ids[0], why: 'goneSince' }],
    });
  });

  it('a row whose partner is gone cannot come back as it was', async () => {
    const clientId = await makeClient(world);
    const id = await makeTask(world, { clientId });
    const gone = await keeper.ask<Done>('tasks.delete', { chosen: { ids: [id] } });
    const partner = await keeper.ask<Done>('clients.delete', { chosen: { ids: [clientId] } });
    expect(await refusedUndo(gone.operation)).toMatchObject({
      details: { leftAlone: [{ of: 'tasks', id, why: 'partnerMissing' }] },
    });
    await undo(partner.operation);
    expect(await undo(gone.operation)).toMatchObject({ restored: 1, leftAlone: [] });
  });
});

describe('Z-01 an undo of an undo', () => {
  it('is the redo, as often as one likes', async () => {
    const id = await makeTask(world);
    let operation = await change(id, { description: 'второе' });
    for (const expected of ['Позвонить', 'второе', 'Позвонить', 'второе']) {
      operation = (await undo(operation)).operation;
      expect(await taskOf(id)).toMatchObject({ description: expected });
    }
  });

  it('an operation is undone once', async () => {
    const operation = await change(await makeTask(world), { description: 'второе' });
    await undo(operation);
    expect(await refusedUndo(operation)).toMatchObject({ code: 'operation.undone' });
  });

  it('two at once: one is refused', async () => {
    const operation = await change(await makeTask(world), { description: 'второе' });
    const answers = await Promise.all([
      keeper.tell('operations.undo', { id: operation }),
      keeper.tell('operations.undo', { id: operation }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
});

describe('T-12 a row that comes back', () => {
  it('is newer than whatever anybody has seen of it', async () => {
    const id = await makeTask(world);
    await change(id, { results: 'р' });
    const seen = (await taskOf(id)).version;
    const gone = await keeper.ask<Done>('tasks.delete', { chosen: { ids: [id] } });
    await undo(gone.operation);
    const stale = await keeper.tell('tasks.change', { id, version: seen, set: { description: 'вслепую' } });
    expect(stale.refusal?.code).toBe('record.stale');
    expect((await taskOf(id)).version).toBeGreaterThan(seen);
  });
});

describe('Z-01 what hangs together', () => {
  it('is_open follows the state where its meaning has changed in between', async () => {
    const states = [
      await makeEntry(world, { directory: 'taskStates', name: 'а' }),
      await makeEntry(world, { directory: 'taskStates', name: 'б' }),
    ];
    const id = await makeTask(world, { stateId: states[0] });
    const moved = await change(id, { stateId: states[1] });
    await keeper.ask('directories.change', { id: states[1], version: 1, set: { meaning: 'done' } });
    await world.settle();
    expect(await taskOf(id)).toMatchObject({ isOpen: false });
    await undo(moved);
    expect(await taskOf(id)).toMatchObject({ stateId: states[0], isOpen: true });
  });

  it('a day follows the zone of the firm that was changed in between, and its undo', async () => {
    const dayOf = async (id: number) =>
      (await world.app.house.writer.query('select day from tasks where id = $1', [id])).rows[0].day;
    const id = await makeTask(world, { at: '2026-11-25T18:00:00Z' });
    const plain = await makeTask(world, { at: '2026-11-24T21:00:00Z', hasTime: false });
    const { firm } = await keeper.ask<{ firm: { version: number } }>('people.me');
    const zone = await keeper.ask<Done>('people.changeFirm', {
      version: firm.version,
      set: { timeZone: 'Asia/Vladivostok' },
    });
    await world.settle();
    expect([await dayOf(id), await dayOf(plain)]).toEqual(['2026-11-26', '2026-11-25']);
    await undo(zone.operation);
    await world.settle();
    expect([await dayOf(id), await dayOf(plain)]).toEqual(['2026-11-25', '2026-11-25']);
  });

  it('D-03 a place in a tree that would be below itself is refused', async () => {
    const [above, below] = [await makeGroup(world), await makeGroup(world)];
    await keeper.ask('groups.move', { id: below, targetId: above, mode: 'inside' });
    const out = await keeper.ask<Done>('groups.move', { id: below, targetId: null, mode: 'inside' });
    await keeper.ask('groups.move', { id: above, targetId: below, mode: 'inside' });
    expect(await refusedUndo(out.operation)).toMatchObject({ code: 'operation.clash' });
    expect((await keeper.tell('groups.list')).status).toBe(200);
  });

  it('a name that is taken by now is refused', async () => {
    const person = await keeper.ask<Done>('people.create', {
      name: 'А',
      email: 'taken@test.example',
      roleId: 1,
    });
    const renamed = await keeper.ask<Done>('people.change', {
      id: person.id,
      version: 1,
      set: { email: 'free@test.example' },
    });
    await keeper.ask('people.create', { name: 'Б', email: 'taken@test.example', roleId: 1 });
    expect(await refusedUndo(renamed.operation)).toMatchObject({ code: 'operation.clash' });
  });

  it('a person who has signed in by then cannot be unmade', async () => {
    const made = await keeper.ask<Done & { invitation: string }>('people.create', {
      name: 'В',
      email: 'in@test.example',
      roleId: 1,
    });
    await world.stranger.tell('people.acceptInvitation', {
      token: made.invitation,
      password: 'correct horse',
    });
    expect(await refusedUndo(made.operation)).toMatchObject({ code: 'operation.nothingLeft' });
  });

  it('the last keeper stays one', async () => {
    const [row] = (
      await world.app.house.writer.query(`select id from operations where name = 'people.setUp'`)
    ).rows;
    expect(await refusedUndo(row.id)).toMatchObject({ code: 'operation.final' });
  });
});

describe('Z-01 who may undo', () => {
  it('nobody undoes another’s operation but the keeper', async () => {
    const manager = await world.join('Менеджер', rightsAtLevel('all'));
    const theirs = await manager.ask<Done>('tasks.create', {});
    const mine = await keeper.ask<Done>('tasks.create', {});
    expect((await manager.tell('operations.undo', { id: mine.operation })).refusal?.code).toBe(
      'record.missing',
    );
    expect((await undo(theirs.operation)).restored).toBe(1);
  });

  it('one’s own no more, where the rows are out of reach by now', async () => {
    const manager = await world.join('Свой', rightsAtLevel('own'));
    const made = await manager.ask<Done>('tasks.create', {});
    const changed = await manager.ask<Done>('tasks.change', {
      id: made.id,
      version: 1,
      set: { results: 'р' },
    });
    await change(made.id, { managerId: keeper.id });
    expect((await manager.tell('operations.undo', { id: changed.operation })).refusal?.code).toBe(
      'right.missing',
    );
  });

  it('T-08 an own view is one’s own, whatever the role', async () => {
    const manager = await world.join('Вид', rightsAtLevel('none'));
    const made = await manager.ask<Done>('views.create', {
      of: 'tasks',
      name: 'мой',
      shared: false,
      parameters: {},
    });
    const gone = await manager.ask<Done>('views.delete', { id: made.id });
    await manager.ask('operations.undo', { id: gone.operation });
    expect((await manager.ask<{ rows: unknown[] }>('views.list')).rows).toHaveLength(1);
  });

  it('after 30 days nobody, and the journal says so', async () => {
    const { operation } = await keeper.ask<Done>('tasks.create', {});
    await world.app.house.writer.query(`update operations set at = at - interval '31 days' where id = $1`, [
      operation,
    ]);
    expect(await refusedUndo(operation)).toMatchObject({ code: 'operation.tooOld' });
    const { rows } = await keeper.ask<{ rows: { id: number; can: { undo: boolean } }[] }>('operations.list');
    expect(rows.find(({ id }) => id === operation)?.can.undo).toBe(false);
  });
});

/** Longer than other tests: it writes 200,000 rows with all their indexes. */
const bulkTime = 240_000; // ms

it('Z-01 50,000 rows made, changed and deleted come back the same', { timeout: bulkTime }, async () => {
  const run = (...fragments: ReturnType<typeof sql>[]) =>
    writing(world.app.house, async (tx) => {
      for (const fragment of fragments) await tx.rows(fragment);
      await tx.rows(
        sql`insert into operations (id, at, name, actor_id, via) values (${tx.operation}, ${tx.now}, 'test.bulk', ${keeper.id}, 'person')`,
      );
      return tx.operation;
    });
  const before = await fingerprint(world.app);
  const made =
    await run(sql`insert into tasks (state_id, description, set_at, is_open, tags, at, has_time, day)
    select (select min(id) from pub_entries where directory = 'taskStates'), 'n' || n, now(), true, array['а', n::text], '2026-11-25T10:00:00Z', true, '2026-11-25'
    from generate_series(1, 50000) n`);
  const filled = await fingerprint(world.app);
  // One row first: what a connection has planned for one row must serve it for fifty thousand as well.
  const change = (which: ReturnType<typeof sql>) =>
    sql`update tasks set description = description || '!', tags = '{}', at = null, day = null, has_time = false, version = version + 1 where ${which}`;
  const changed = await run(
    change(sql`description = 'n50000'`),
    change(sql`description like 'n%' and description <> 'n50000!'`),
    sql`delete from tasks where description like 'n%1!'`,
  );
  expect(await undo(changed)).toMatchObject({ restored: 50_000, leftAlone: [] });
  expect(await fingerprint(world.app)).toEqual(filled);
  expect(await undo(made)).toMatchObject({ restored: 50_000, leftAlone: [] });
  expect(await fingerprint(world.app)).toEqual(before);
});
