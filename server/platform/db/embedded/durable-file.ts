// Files and renames that survive a power cut. An unsynced password file was once empty after one, and nobody could log in.
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes renames and new names inside `folder` durable. Windows cannot open a folder, so there it does nothing. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Renames and makes the new name durable; both paths must be in one folder. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Writes the whole file or, after a crash, none of it. Mode 600. */
export function writeDurably(path: string, text: string): void {
  const partial = `${path}.partial`;
  const handle = openSync(partial, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameDurably(partial, path);
}
