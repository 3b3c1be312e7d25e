// What this person did in this tab, for Ctrl+Z and Ctrl+Y. The server keeps the truth; here are only the ids of operations.

export type Deed = { operation: number; text: string };

type Stacks = { done: Deed[]; undone: Deed[] };

const deepest = 100;
let stacks: Stacks = { done: [], undone: [] };
const listeners = new Set<() => void>();
const underway = new Set<Promise<unknown>>();
let reversal: Promise<unknown> = Promise.resolve();

function change(next: Stacks): void {
  stacks = next;
  for (const listener of listeners) listener();
}

/** One and the same deed may be known by several names: of its toast, of the journal, of an import. */
const others = (deeds: Deed[], { operation }: Deed) => deeds.filter((each) => each.operation !== operation);

export const undoStack = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): Stacks => stacks,
  /** A command that is on its way: what comes of it is the last deed. */
  follow<Answer>(command: Promise<Answer>): Promise<Answer> {
    underway.add(command);
    const forget = () => underway.delete(command);
    command.then(forget, forget);
    return command;
  },
  /** Waits for the commands that are on their way: a quick Ctrl+Z means the last of them, not the deed before. */
  async settled(): Promise<void> {
    await Promise.allSettled(underway);
  },
  /** One reversal after another: the second of two quick Ctrl+Z means the deed before. Its own failures are the caller's. */
  inTurn<Answer>(reverse: () => Promise<Answer>): Promise<Answer> {
    const turn = reversal.then(reverse);
    reversal = turn.catch(() => {});
    return turn;
  },
  clear(): void {
    change({ done: [], undone: [] });
  },
  push(deed: Deed): void {
    change({ done: [...stacks.done, deed].slice(-deepest), undone: [] });
  },
  /** The deed was undone by the operation `by`, whose undoing is the redo. */
  moveToUndone(deed: Deed, by: number): void {
    change({
      done: others(stacks.done, deed),
      undone: [...stacks.undone, { ...deed, operation: by }],
    });
  },
  moveToDone(deed: Deed, by: number): void {
    change({
      done: [...stacks.done, { ...deed, operation: by }],
      undone: others(stacks.undone, deed),
    });
  },
  /** The deed can be undone no more. */
  drop(deed: Deed): void {
    change({ done: others(stacks.done, deed), undone: others(stacks.undone, deed) });
  },
};
