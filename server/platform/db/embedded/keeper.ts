// Keeps the server running for as long as it is wanted. Our presence in it is the watch: its connection ends at once when the
// server dies, whoever launched it, and when the server drops everybody because a process of its own died.
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedFault } from './fault.ts';
import { readPostmaster } from './pid-file.ts';

/** The server as it stands now. `lost` comes true when it has thrown us out. */
export type Standing = { launched: boolean; lost: Promise<void> };

const TRIES = 5;
const PAUSE_MS = 500;
const LOOK_MS = 1000;
const FALLS = 5;
const FALLS_WITHIN_MS = 60_000;

/**
 * Raises the server each time it is lost. Returns when `raise` says that it is not wanted any more.
 * @throws EmbeddedFault unsteady when it cannot be raised, or falls again and again.
 */
export async function keepStanding(
  first: Standing,
  raise: () => Promise<Standing | undefined>,
  log: (line: string) => void,
): Promise<void> {
  let falls: number[] = [];
  for (let standing: Standing | undefined = first; standing; ) {
    await standing.lost;
    standing = await raised(raise, log);
    if (!standing?.launched) continue;
    falls = [...falls.filter((at) => at > Date.now() - FALLS_WITHIN_MS), Date.now()];
    if (falls.length >= FALLS) throw unsteady(`ended by itself ${FALLS} times within a minute`);
  }
}

async function raised(
  raise: () => Promise<Standing | undefined>,
  log: (line: string) => void,
): Promise<Standing | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      return await raise();
    } catch (error) {
      const { message } = error as Error;
      if (tries === TRIES) throw unsteady(`cannot be started again. ${message}`, error);
      log(`Try ${tries} of ${TRIES} to start the database again has failed: ${message}`);
      await pause(PAUSE_MS * tries, undefined, { ref: false });
    }
  }
}

/**
 * Calls `lose` when the server was told to stop from outside. Told so gently, it lets nobody in and waits for everybody to leave,
 * and the connections that it has say nothing of that. Returns how to end the watch.
 */
export function watchForStop(cluster: string, lose: () => void): () => void {
  const look = () => {
    if (readPostmaster(cluster)?.state === 'stopping') lose();
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(timer);
}

function unsteady(what: string, cause?: unknown): EmbeddedFault {
  return new EmbeddedFault(
    'embedded.unsteady',
    `The database ${what}. Voronka ends; cure what postgres.log in its data folder says, and start it again.`,
    cause,
  );
}
