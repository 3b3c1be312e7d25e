// The key that seals secrets: VORONKA_KEY, or a file made at first start that only its owner may read.

import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Characters of a key from the environment. */
export const keyAtLeast = 16;

/** 32 bytes, from the environment or from the file in `folder`. */
export function readKey(fromEnvironment: string | undefined, folder: string): Buffer {
  if (fromEnvironment === undefined) return readKeyFile(folder);
  return createHash('sha256').update(fromEnvironment).digest();
}

function readKeyFile(folder: string): Buffer {
  const path = join(folder, 'key');
  if (!existsSync(path)) writeDurably(folder, path, randomBytes(32).toString('base64url'));
  return createHash('sha256').update(readFileSync(path, 'utf8').trim()).digest();
}

/** Survives a power cut: written, flushed, and only then given its name. Who starts at the same moment has the key that was there first. */
function writeDurably(folder: string, path: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, 'w', 0o600);
  writeSync(file, `${text}\n`);
  fsyncSync(file);
  closeSync(file);
  nameFirst(draft, path);
  rmSync(draft, { force: true });
}

/** Names the draft unless the name is taken. Disks without links rename, which nobody can be kept from. */
function nameFirst(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch {
    if (!existsSync(path)) renameSync(draft, path);
  }
}
