// Tasks through HTTP: set, change, complete, cancel, hand over; days by the firm's clock.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makePerson, makeTask } from '../../testing/examples.ts';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Row = Record<string, unknown> & {
  id: number;
  version: number;
  stateId: number;
  isOpen: boolean;
  at: string | null;
};
type Done = { id: number; operation: number; row: Row };

const taskOf = (id: number) => world.keeper.ask<Row>('tasks.get', { id });
const dayOf = async (id: number) =>
  (await world.app.house.writer.query('select day from tasks where id = $1', [id])).rows[0].day;
const refusalOf = async (name: string, input: object) => (await world.keeper.tell(name, input)).refusal;

async function stateThatMeans(meaning: string): Promise<number> {
  const { rows } = await world.keeper.ask<{ rows: { id: number; meaning: string | null }[] }>(
    'directories.list',
  );
  return rows.find((row) => row.meaning === meaning)?.id as number;
}

describe('T-01 a task', () => {
  it('keeps everything that was said', async () => {
    const clientId = await makeClient(world, { name: 'Ромашка' });
    const whole = {
      clientId,
      managerId: world.keeper.id,
      description: 'строка\n\tвторая\r\n  третья ',
      results: '<b>итог</b>',
      hasTime: true,
      minutes: 45,
      tags: ['а', 'б'],
    };
    const { row } = await world.keeper.ask<Done>('tasks.create', {
      ...whole,
      at: '2026-11-25T10:00:00+03:00',
      deadline: '2026-11-26T00:00:00Z',
    });
    expect(row).toMatchObject({
      ...whole,
      clientName: 'Ромашка',
      at: '2026-11-25T07:00:00+00:00',
      deadline: '2026-11-26T00:00:00+00:00',
      setAt: '2026-11-23T11:00:00+00:00',
    });
  });

  it('stands alone as well, and is its maker’s unless somebody else is named', async () => {
    const { row } = await world.keeper.ask<Done>('tasks.create', {});
    expect(row).toMatchObject({
      managerId: world.keeper.id,
      authorId: world.keeper.id,
      clientId: null,
      at: null,
      version: 1,
    });
    const nobody = await world.keeper.ask<Done>('tasks.create', { managerId: null });
    expect(nobody.row).toMatchObject({ managerId: null });
  });

  it('has texts without a limit; the list shows their beginning, the card the whole', async () => {
    const description = 'ё'.repeat(1_000_000);
    const { id, row } = await world.keeper.ask<Done>('tasks.create', { description });
    expect((row.description as string).length).toBe(300);
    expect((await taskOf(id)).description).toBe(description);
  });

  it('names only what there is, all faults at once and by path', async () => {
    const nothing = { typeId: 999_999, stateId: 999_999, managerId: 999_999, clientId: 999_999 };
    const created = await refusalOf('tasks.create', nothing);
    expect(created?.faults.map(({ path, code }) => [path, code]).sort()).toEqual(
      Object.keys(nothing)
        .sort()
        .map((path) => [path, 'fault.missingRecord']),
    );
    const changed = await refusalOf('tasks.change', { id: await makeTask(world), version: 1, set: nothing });
    expect(changed?.faults.map(({ path }) => path).sort()).toEqual(
      Object.keys(nothing)
        .sort()
        .map((name) => `set.${name}`),
    );
    const blocked = await makePerson(world);
    await world.keeper.ask('people.block', { id: blocked, blocked: true });
    expect((await refusalOf('tasks.create', { managerId: blocked }))?.faults).toMatchObject([
      { path: 'managerId' },
    ]);
  });
});

describe('T-10 the life of a task', () => {
  it('begins in the first state and ends with a result and the actual moment', async () => {
    const made = await world.keeper.ask<Done>('tasks.create', { description: 'Позвонить' });
    expect(made.row).toMatchObject({ isOpen: true, stateId: await stateThatMeans('open') });
    const done = await world.keeper.ask<Done>('tasks.complete', { id: made.id, results: 'Договорились' });
    expect(done.row).toMatchObject({
      isOpen: false,
      stateId: await stateThatMeans('done'),
      results: 'Договорились',
      at: '2026-11-23T11:00:00+00:00',
      doneAt: '2026-11-23T11:00:00+00:00',
      hasTime: true,
    });
  });

  it('keeps the result it has where none is said', async () => {
    const id = await makeTask(world, { results: 'Звонил дважды' });
    const { row } = await world.keeper.ask<Done>('tasks.complete', { id });
    expect(row).toMatchObject({
      isOpen: false,
      results: 'Звонил дважды',
      doneAt: '2026-11-23T11:00:00+00:00',
    });
  });

  it('may end at another moment', async () => {
    const id = await makeTask(world);
    const { row } = await world.keeper.ask<Done>('tasks.complete', {
      id,
      results: '',
      at: '2026-11-20T09:00:00Z',
    });
    expect(row).toMatchObject({ at: '2026-11-20T09:00:00+00:00', doneAt: '2026-11-20T09:00:00+00:00' });
    expect(await dayOf(id)).toBe('2026-11-20');
  });

  it('ends no later than today, whatever its clock says', async () => {
    const id = await makeTask(world);
    for (const at of ['2100-01-01T09:00:00Z', '2026-11-23T21:00:00Z'])
      expect((await refusalOf('tasks.complete', { id, results: '', at }))?.faults).toEqual([
        { path: 'at', code: 'task.doneAhead' },
      ]);
    await world.keeper.ask('tasks.complete', { id, results: '', at: '2026-11-23T20:59:00Z' });
  });

  it('is cancelled with a reason, never without', async () => {
    const id = await makeTask(world);
    expect((await refusalOf('tasks.cancel', { id, reason: '   ' }))?.faults).toEqual([
      { path: 'reason', code: 'fault.required' },
    ]);
    await world.keeper.ask('tasks.cancel', { id, reason: 'передумали' });
    expect(await taskOf(id)).toMatchObject({ isOpen: false, cancelReason: 'передумали', doneAt: null });
  });

  it('ends once: of two who complete it one is told that it is done', async () => {
    const id = await makeTask(world);
    const answers = await Promise.all(
      ['мой', 'твой'].map((results) => world.keeper.tell('tasks.complete', { id, results })),
    );
    expect(answers.map(({ refusal, status }) => refusal?.code ?? status).sort()).toEqual([
      200,
      'task.alreadyClosed',
    ]);
    expect((await refusalOf('tasks.cancel', { id, reason: 'нет' }))?.code).toBe('task.alreadyClosed');
  });

  it('ends in a state that means so', async () => {
    const [id, open, done] = [
      await makeTask(world),
      await stateThatMeans('open'),
      await stateThatMeans('done'),
    ];
    expect((await refusalOf('tasks.complete', { id, results: '', stateId: open }))?.code).toBe(
      'task.stateNotDone',
    );
    expect((await refusalOf('tasks.cancel', { id, reason: 'x', stateId: done }))?.code).toBe(
      'task.stateNotCancelled',
    );
  });

  it('is opened again by its state', async () => {
    const id = await makeTask(world);
    const { row } = await world.keeper.ask<Done>('tasks.complete', { id, results: 'р' });
    const again = await world.keeper.ask<Done>('tasks.change', {
      id,
      version: row.version,
      set: { stateId: await stateThatMeans('open') },
    });
    expect(again.row).toMatchObject({ isOpen: true, doneAt: null, results: 'р' });
  });

  it.each([
    { plan: { at: '2026-11-30T00:00:00+03:00', hasTime: false }, day: '2026-11-30' },
    { plan: { at: null, hasTime: false }, day: null },
  ])('that is opened again goes back to its plan $day, alone and with others', async ({ plan, day }) => {
    const stateId = await stateThatMeans('open');
    const id = await makeTask(world, plan);
    const planned = await taskOf(id);
    const opened = { isOpen: true, doneAt: null, at: planned.at, hasTime: false };
    const { row } = await world.keeper.ask<Done>('tasks.complete', { id, results: '' });
    await world.keeper.ask('tasks.change', { id, version: row.version, set: { stateId } });
    expect(await taskOf(id)).toMatchObject(opened);
    await world.keeper.ask<Done>('tasks.complete', { id, results: '' });
    const done = await taskOf(id);
    const again = await world.keeper.ask<Done>('tasks.changeMany', {
      chosen: { ids: [id] },
      set: { stateId },
    });
    expect(await taskOf(id)).toMatchObject(opened);
    expect(await dayOf(id)).toBe(day);
    await world.keeper.ask('operations.undo', { id: again.operation });
    expect(await taskOf(id)).toMatchObject({ isOpen: false, at: done.at, doneAt: done.doneAt });
  });

  it('that was done and then cancelled goes back to its plan as well', async () => {
    const id = await makeTask(world, { at: '2026-12-10T07:00:00Z', hasTime: true });
    let { row } = await world.keeper.ask<Done>('tasks.complete', { id, results: '' });
    for (const meaning of ['cancelled', 'open']) {
      const set = { stateId: await stateThatMeans(meaning) };
      ({ row } = await world.keeper.ask<Done>('tasks.change', { id, version: row.version, set }));
    }
    expect(row).toMatchObject({ isOpen: true, at: '2026-12-10T07:00:00+00:00', hasTime: true });
  });

  it('T-09 that is asked for no change has none, not even in its version', async () => {
    const id = await makeTask(world);
    const before = await taskOf(id);
    const done = await world.keeper.ask<{ changed: number }>('tasks.changeMany', {
      chosen: { ids: [id] },
      set: {},
    });
    expect(done.changed).toBe(0);
    expect(await taskOf(id)).toEqual(before);
  });

  it('that was planned anew after it was done keeps that when it is opened again', async () => {
    const id = await makeTask(world);
    const change = async (version: number, set: object) =>
      (await world.keeper.ask<Done>('tasks.change', { id, version, set })).row.version;
    const { row } = await world.keeper.ask<Done>('tasks.complete', { id, results: '' });
    const version = await change(row.version, { at: '2026-11-20T09:00:00Z' });
    await change(version, { stateId: await stateThatMeans('open') });
    expect(await taskOf(id)).toMatchObject({ isOpen: true, at: '2026-11-20T09:00:00+00:00' });
  });

  it('that gets a state which means done was done now, not when it had been planned', async () => {
    const planned = { at: '2026-12-10T07:00:00Z', hasTime: false };
    const stateId = await stateThatMeans('done');
    const [one, many] = [await makeTask(world, planned), await makeTask(world, planned)];
    const early = await makeTask(world, planned);
    await world.keeper.ask('tasks.complete', { id: early, results: '', at: '2026-11-20T09:00:00Z' });
    await world.keeper.ask('tasks.change', { id: one, version: 1, set: { stateId } });
    await world.keeper.ask('tasks.changeMany', { chosen: { ids: [many, early] }, set: { stateId } });
    const now = '2026-11-23T11:00:00+00:00';
    for (const id of [one, many])
      expect(await taskOf(id)).toMatchObject({ isOpen: false, at: now, hasTime: true, doneAt: now });
    expect(await taskOf(early)).toMatchObject({
      at: '2026-11-20T09:00:00+00:00',
      doneAt: '2026-11-20T09:00:00+00:00',
    });
    const set = { stateId: await stateThatMeans('open') };
    await world.keeper.ask('tasks.changeMany', { chosen: { ids: [one, many] }, set });
    for (const id of [one, many])
      expect(await taskOf(id)).toMatchObject({ at: '2026-12-10T07:00:00+00:00', hasTime: false });
  });

  it('that gets a state which means cancelled keeps why', async () => {
    const id = await makeTask(world);
    const set = { stateId: await stateThatMeans('cancelled') };
    await world.keeper.ask('tasks.change', { id, version: 1, set, reason: 'передумали' });
    expect(await taskOf(id)).toMatchObject({ isOpen: false, cancelReason: 'передумали' });
    const other = await makeTask(world);
    await world.keeper.ask('tasks.change', { id: other, version: 1, set: { results: 'х' }, reason: 'мимо' });
    expect(await taskOf(other)).toMatchObject({ isOpen: true, cancelReason: '' });
  });

  it('T-09 T-10 that is closed with others has their result or reason; closed before, it keeps its own', async () => {
    const [one, before] = [await makeTask(world), await makeTask(world)];
    const begun = await makeTask(world, { results: 'звонил дважды' });
    await world.keeper.ask('tasks.complete', { id: before, results: 'своё' });
    const many = (set: object, reason?: string) =>
      world.keeper.ask('tasks.changeMany', { chosen: { ids: [one, before, begun] }, set, reason });
    expect(await many({ stateId: await stateThatMeans('done'), results: 'общее' })).toMatchObject({
      changed: 2,
      skipped: 0,
      comeAgain: 0,
    });
    expect(await taskOf(begun)).toMatchObject({ isOpen: false, results: 'звонил дважды\nобщее' });
    await world.keeper.ask('tasks.delete', { chosen: { ids: [begun] } });
    expect(await taskOf(one)).toMatchObject({ isOpen: false, results: 'общее' });
    expect(await taskOf(before)).toMatchObject({ isOpen: false, results: 'своё' });
    const cancelled = { stateId: await stateThatMeans('cancelled') };
    await world.keeper.ask('tasks.change', {
      id: one,
      version: (await taskOf(one)).version,
      set: cancelled,
      reason: 'первая',
    });
    await many(cancelled, 'общая');
    expect(await taskOf(one)).toMatchObject({ cancelReason: 'первая' });
    expect(await taskOf(before)).toMatchObject({ cancelReason: 'общая' });
  });

  it('is not done in days to come', async () => {
    const id = await makeTask(world);
    const set = { stateId: await stateThatMeans('done'), at: '2026-12-10T07:00:00Z' };
    const refused = { faults: [{ path: 'set.at', code: 'task.doneAhead' }] };
    expect(await refusalOf('tasks.change', { id, version: 1, set })).toMatchObject(refused);
    expect(await refusalOf('tasks.changeMany', { chosen: { ids: [id] }, set })).toMatchObject(refused);
    const { row } = await world.keeper.ask<Done>('tasks.complete', { id, results: '' });
    for (const at of [set.at, '2026-11-23T21:00:00Z'])
      expect(await refusalOf('tasks.change', { id, version: row.version, set: { at } })).toMatchObject(
        refused,
      );
    const many = (input: object) => world.keeper.ask('tasks.changeMany', { chosen: { ids: [id] }, ...input });
    for (const input of [{ set: { at: set.at } }, { set: {}, moveByDays: 1 }])
      expect(await many(input)).toMatchObject({ changed: 0, skipped: 1 });
    expect(await many({ set: {}, moveByDays: -1 })).toMatchObject({ changed: 1 });
    const open = await makeTask(world, { at: '2026-12-10T07:00:00Z' });
    const both = { chosen: { ids: [open] }, set: { stateId: set.stateId }, moveByDays: 1 };
    expect(await world.keeper.ask('tasks.changeMany', both)).toMatchObject({ changed: 0, skipped: 1 });
    const made = await world.keeper.tell('tasks.create', set);
    expect(made.refusal).toMatchObject({ faults: [{ path: 'at', code: 'task.doneAhead' }] });
  });

  it('T-09 is duplicated: what is planned goes along, what came of it does not', async () => {
    const id = await makeTask(world, { tags: ['т'], minutes: 30 });
    await world.keeper.ask('tasks.complete', { id, results: 'сделано' });
    const copy = await world.keeper.ask<Done>('tasks.duplicate', { id });
    expect(copy.row).toMatchObject({
      description: 'Позвонить',
      tags: ['т'],
      minutes: 30,
      results: '',
      isOpen: true,
      doneAt: null,
      version: 1,
    });
  });
});

describe('T-12 a stale write', () => {
  it('is refused with the whole task as it stands', async () => {
    const id = await makeTask(world);
    await world.keeper.ask('tasks.change', { id, version: 1, set: { results: 'моё' } });
    for (const [name, input] of [
      ['tasks.change', { id, version: 1, set: { results: 'чужое' } }],
      ['tasks.complete', { id, version: 1, results: 'чужое' }],
      ['tasks.cancel', { id, version: 1, reason: 'чужое' }],
    ] as const) {
      const answer = await world.keeper.tell(name, input);
      expect([answer.status, answer.refusal?.code]).toEqual([409, 'record.stale']);
      expect(answer.refusal?.details).toMatchObject({ current: { id, results: 'моё', version: 2 } });
    }
  });
});

describe('T-09 many at once', () => {
  it('change together and in one operation', async () => {
    const ids = [await makeTask(world), await makeTask(world)];
    const stateId = await stateThatMeans('done');
    const answer = await world.keeper.ask<{ operation: number; changed: number }>('tasks.changeMany', {
      chosen: { ids },
      set: { stateId, results: 'разом' },
    });
    expect(answer.changed).toBe(2);
    for (const id of ids)
      expect(await taskOf(id)).toMatchObject({
        isOpen: false,
        results: 'разом',
        doneAt: '2026-11-23T11:00:00+00:00',
      });
    await world.keeper.ask('operations.undo', { id: answer.operation });
    for (const id of ids) expect(await taskOf(id)).toMatchObject({ isOpen: true, results: '', doneAt: null });
  });

  it('that are not there or out of reach are left out, never a fault', async () => {
    expect(await world.keeper.ask('tasks.delete', { chosen: { ids: [999_999] } })).toEqual({
      changed: 0,
      skipped: 0,
      operation: null,
    });
    const manager = await world.join('Один', rightsAtLevel('own'));
    const [own, foreign] = [await makeTask(world, { managerId: manager.id }), await makeTask(world)];
    expect(await manager.ask('tasks.delete', { chosen: { ids: [own, foreign] } })).toMatchObject({
      changed: 1,
      skipped: 0,
    });
    expect(
      await manager.ask('tasks.changeMany', { chosen: { view: {} }, set: { results: 'х' } }),
    ).toMatchObject({ changed: 0 });
    expect(await taskOf(foreign)).toMatchObject({ results: '' });
  });

  it('without a day are given no hour and moved nowhere: they are skipped', async () => {
    const ids = [await makeTask(world, { at: null }), await makeTask(world, { hasTime: false })] as const;
    const many = (wanted: object) => world.keeper.ask('tasks.changeMany', { chosen: { ids }, ...wanted });
    expect(await many({ set: { hasTime: true } })).toMatchObject({ changed: 1, skipped: 1 });
    expect(await many({ set: {}, moveByDays: 2 })).toMatchObject({ changed: 1, skipped: 1 });
    expect(await taskOf(ids[0])).toMatchObject({ at: null, hasTime: false });
    expect(await taskOf(ids[1])).toMatchObject({ at: '2026-11-27T10:00:00+00:00', hasTime: true });
    expect(
      await world.keeper.ask('tasks.changeMany', { chosen: { ids: [ids[0]] }, set: {}, moveByDays: 2 }),
    ).toEqual({ changed: 0, skipped: 1, comeAgain: 0, operation: null });
    expect(await many({ set: { results: 'разом' }, moveByDays: 1 })).toMatchObject({
      changed: 2,
      skipped: 0,
    });
    expect(
      (await refusalOf('tasks.changeMany', { chosen: { ids }, set: { at: null, hasTime: true } }))?.faults,
    ).toEqual([{ path: 'set.at', code: 'fault.required' }]);
  });

  it('cannot be given a moment and moved at the same time', async () => {
    const answer = await refusalOf('tasks.changeMany', {
      chosen: { ids: [1] },
      set: { at: null },
      moveByDays: 1,
    });
    expect(answer?.faults).toEqual([{ path: 'moveByDays', code: 'fault.choice' }]);
  });
});

describe('C-05 taking over', () => {
  it('of one client takes its open tasks along, and is undone', async () => {
    const [from, to] = [await makePerson(world), await makePerson(world)];
    const clientId = await makeClient(world, { responsibleId: from });
    const [open, done] = [
      await makeTask(world, { clientId, managerId: from }),
      await makeTask(world, { clientId, managerId: from }),
    ];
    await world.keeper.ask('tasks.complete', { id: done, results: '' });
    const answer = await world.keeper.ask<Done>('tasks.handOver', { clientId, toId: to });
    expect(answer).toMatchObject({ clients: 1, tasks: 1 });
    expect(await world.keeper.ask('clients.get', { id: clientId })).toMatchObject({ responsibleId: to });
    expect([(await taskOf(open)).managerId, (await taskOf(done)).managerId]).toEqual([to, from]);
    await world.keeper.ask('operations.undo', { id: answer.operation });
    expect([
      (await taskOf(open)).managerId,
      (await world.keeper.ask<Row>('clients.get', { id: clientId })).responsibleId,
    ]).toEqual([from, from]);
  });

  it('of a manager takes all clients and open tasks', async () => {
    const [from, to] = [await makePerson(world), await makePerson(world)];
    for (let n = 0; n < 3; n++)
      await makeTask(world, { clientId: await makeClient(world, { responsibleId: from }), managerId: from });
    expect(await world.keeper.ask('tasks.handOver', { fromId: from, toId: to })).toMatchObject({
      clients: 3,
      tasks: 3,
    });
  });

  it('goes to people who can work, and of clients that may be seen', async () => {
    const clientId = await makeClient(world);
    expect((await refusalOf('tasks.handOver', { clientId, toId: 999_999 }))?.faults).toMatchObject([
      { path: 'toId' },
    ]);
    expect((await refusalOf('tasks.handOver', { clientId: 999_999, toId: world.keeper.id }))?.code).toBe(
      'record.missing',
    );
  });
});
