// What of many clients was done, in words: how many, and how many were left because they are not the person's to change.
import type { Say } from '../../platform/texts.tsx';

type Done = { changed: number; skipped: number };

/** `id`: what is said of those that it was done to. */
export function told(say: Say, id: 'client.changedMany' | 'client.archivedMany' | 'client.deleted') {
  const text = ({ changed, skipped }: Done) => {
    const done = say(id, { count: changed });
    return skipped > 0 ? `${done}. ${say('client.skipped', { count: skipped })}` : done;
  };
  return { text, nothing: text };
}
