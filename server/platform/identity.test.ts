// Sessions are remembered for a moment only, and not past a change of rights.
import { expect, it } from 'vitest';
import { house as houseActor } from './actor.ts';
import { rememberIdentity } from './identity.ts';
import type { Event } from './slice.ts';

function memory() {
  let now = Temporal.Instant.from('2026-11-23T11:00:00Z');
  let asked = 0;
  let tell: (events: Event[]) => void = () => {};
  const identity = rememberIdentity(
    {
      clock: { now: () => now },
      waker: {
        tell: (events) => tell(events),
        hear: () => () => {},
        hearAtOnce: (listener) => {
          tell = listener;
        },
        close: async () => {},
      },
    },
    async (token) => {
      asked++;
      return token === 'nobody' ? null : houseActor;
    },
  );
  return {
    identity,
    tell: (events: Event[]) => tell(events),
    asked: () => asked,
    pass: (milliseconds: number) => {
      now = now.add({ milliseconds });
    },
  };
}

it('R-05 a session is asked for once in a moment, and again after it', async () => {
  const { identity, asked, pass } = memory();
  await identity('a');
  await identity('a');
  expect(asked()).toBe(1);
  pass(1001);
  await identity('a');
  expect(asked()).toBe(2);
});

it('R-05 a change of rights or the end of a session is felt at once', async () => {
  const { identity, asked, tell } = memory();
  for (const name of ['role.changed', 'person.changed', 'session.ended', 'group.changed', 'firm.changed']) {
    await identity('a');
    const before = asked();
    tell([{ name, ids: [1] }]);
    await identity('a');
    expect(asked()).toBe(before + 1);
  }
  const before = asked();
  tell([{ name: 'task.created', ids: [1] }]);
  await identity('a');
  expect(asked()).toBe(before);
});

it('R-05 nobody is never remembered', async () => {
  const { identity, asked } = memory();
  await identity('nobody');
  await identity('nobody');
  expect(asked()).toBe(2);
});
