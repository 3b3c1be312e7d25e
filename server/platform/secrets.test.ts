// The key of a house: one for all who start over its folder, also where several start at the same moment.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const secrets = join(import.meta.dirname, 'secrets.ts');

/** What a process of its own reads as the key at that moment, in hexadecimal digits. */
function keyReadAt(moment: number, folder: string): Promise<string> {
  const code = `import { readKey } from ${JSON.stringify(secrets)};
    while (Date.now() < ${moment});
    process.stdout.write(readKey(undefined, ${JSON.stringify(folder)}).toString('hex'));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.on('data', (piece) => {
    text += piece;
  });
  return new Promise((resolve) => child.once('close', () => resolve(text)));
}

it('R-01 starts at the same moment have one key, and leave nothing else behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-key-'));
  const moment = Date.now() + 1500;
  const keys = await Promise.all([1, 2, 3, 4].map(() => keyReadAt(moment, folder)));
  expect(new Set(keys)).toEqual(new Set([expect.stringMatching(/^[0-9a-f]{64}$/)]));
  expect(readdirSync(folder)).toEqual(['key']);
  rmSync(folder, { recursive: true });
});
