// The made-up firm comes and goes: its removal is undone and done again, and never leaves records that no button removes.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const run = (name: string, input: object = {}) =>
  world.keeper.ask<{ operation: number; removed: number; left: number }>(name, input);

async function state() {
  const { firm } = await world.keeper.ask<{ firm: { hasDemo: boolean } }>('people.me');
  const { rows } = await world.app.house.reader.query('select count(*)::int as tasks from tasks');
  return { hasDemo: firm.hasDemo, tasks: rows[0].tasks };
}

test('W-06 Z-01: a removal that is undone can be made once more, and is told as it stands', async () => {
  await run('demo.fill');
  const removed = await run('demo.remove');
  expect(await state()).toEqual({ hasDemo: false, tasks: 0 });

  const undone = await run('operations.undo', { id: removed.operation });
  expect(await state()).toEqual({ hasDemo: true, tasks: 2000 });
  expect((await world.keeper.tell('demo.fill')).refusal?.code).toBe('demo.filled');

  await run('operations.undo', { id: undone.operation });
  expect(await state()).toEqual({ hasDemo: false, tasks: 0 });
  expect((await world.keeper.tell('demo.remove')).refusal?.code).toBe('demo.none');

  await run('demo.fill');
  const again = await run('demo.remove');
  await run('operations.undo', { id: again.operation });
  expect(await run('demo.remove')).toMatchObject({ removed: again.removed, left: 0 });
  expect(await state()).toEqual({ hasDemo: false, tasks: 0 });
});
