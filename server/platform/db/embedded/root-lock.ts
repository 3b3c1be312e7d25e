// One start or stop of a data root at a time, whatever process it comes from. The lock is the operating system's own lock on a
// file, which Node reaches through SQLite: it ends with the process, however that dies. Nothing is stored in the file.
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedFault } from './fault.ts';

const SQLITE_BUSY = 5;
const PATIENCE_MS = 15 * 60_000; // longer than a recovery after a crash may take

/**
 * Runs `work` alone.
 * @throws EmbeddedFault rootBusy when another start or stop goes on for more than 15 minutes.
 */
export async function aloneInRoot<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const file = new DatabaseSync(lock, { timeout: 0 });
  try {
    await taken(file, lock);
    return await work();
  } finally {
    file.close();
  }
}

async function taken(file: DatabaseSync, lock: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!isTaken(file)) {
    if (Date.now() > deadline) {
      throw new EmbeddedFault(
        'embedded.rootBusy',
        `Another Voronka has been starting or stopping the database for over 15 minutes (it holds ${lock}). End it and start again.`,
      );
    }
    await pause(25);
  }
}

function isTaken(file: DatabaseSync): boolean {
  try {
    file.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
