// Who bears a session token, remembered for a moment, since every request asks. A change of rights is heard of: at once
// in this process, within a blink in the others; what was missed lasts no longer than the moment.
import type { Actor } from './actor.ts';
import type { House } from './house.ts';

const moment = 1000; // ms
const rememberedAtMost = 5000;

/** Events after which somebody may be nobody any more, or have other rights or another day. */
const turning = /^(session|person|role|group|firm|house)\./;

type Known = { actor: Actor; until: number };

/** `identify` with a memory; nobody is never remembered. */
export function rememberIdentity(
  house: Pick<House, 'waker' | 'clock'>,
  identify: (token: string) => Promise<Actor | null>,
): (token: string) => Promise<Actor | null> {
  const known = new Map<string, Known>();
  let turns = 0;
  const forget = (events: { name: string }[]) => {
    if (!events.some(({ name }) => turning.test(name))) return;
    turns++;
    known.clear();
  };
  house.waker.hearAtOnce(forget);
  house.waker.hear(forget);
  return async (token) => {
    const now = house.clock.now().epochMilliseconds;
    const found = known.get(token);
    if (found && now < found.until && now >= found.until - moment) return found.actor;
    const before = turns;
    const actor = await identify(token);
    if (known.size >= rememberedAtMost) known.clear();
    if (actor && before === turns) known.set(token, { actor, until: now + moment });
    return actor;
  };
}
