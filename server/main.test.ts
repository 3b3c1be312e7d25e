// The program as it is started by hand: what it says and leaves behind when it cannot start.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let base: string;
let data: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'voronka-start-'));
  data = join(base, 'data');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** Starts it and waits for its end. */
function started(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH, VORONKA_DATA: data, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}

describe('R-01 a folder of data that cannot be is refused in words', () => {
  it('below a file', async () => {
    writeFileSync(data, '');
    const { code, said } = await started({ VORONKA_DATA: join(data, 'x') });
    expect(code).toBe(1);
    expect(said).toMatch(/data\/x: a part of that path is a file, not a folder.*VORONKA_DATA/);
  });

  it.runIf(existsSync('/proc/self'))('where no folder can be made', async () => {
    const { code, said } = await started({ VORONKA_DATA: '/proc/x' });
    expect(code).toBe(1);
    expect(said).toMatch(/\/proc\/x: no folder can be made there.*VORONKA_DATA/);
  });
});
