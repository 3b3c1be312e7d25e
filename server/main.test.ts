// The program as it is started by hand: what it says and leaves behind when it cannot start.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let base: string;
let data: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'voronka-start-'));
  chmodSync(base, 0o755);
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

describe('R-01 an address that cannot be listened on is told before anything is made', () => {
  it('no port at all', async () => {
    const { code, said } = await started({ VORONKA_PORT: '46o0' });
    expect([code, existsSync(data)]).toEqual([1, false]);
    expect(said).toContain('VORONKA_PORT is "46o0"');
  });

  it('a taken port', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as { port: number };
    const { code, said } = await started({ VORONKA_PORT: String(port) });
    other.close();
    expect([code, existsSync(data)]).toEqual([1, false]);
    expect(said).toMatch(new RegExp(`Port ${port} is taken.*set VORONKA_PORT`));
  });

  it('an address of another computer', async () => {
    const { code, said } = await started({ VORONKA_HOST: '192.0.2.1', VORONKA_PORT: '4739' });
    expect([code, existsSync(data)]).toEqual([1, false]);
    expect(said).toContain('VORONKA_HOST is "192.0.2.1", which is no address of this computer');
  });
});

describe('R-02 a start that fails', () => {
  it('stops the database that it has started', async () => {
    mkdirSync(join(data, 'key'), { recursive: true }); // a folder is no key
    chmodSync(data, 0o755);
    const { code, said } = await started({ VORONKA_PORT: await freePort() });
    expect(code).toBe(1);
    expect(said).toContain('EISDIR');
    expect(existsSync(join(data, 'pg18', 'PG_VERSION'))).toBe(true);
    expect(existsSync(join(data, 'pg18', 'postmaster.pid'))).toBe(false);
  });
});

async function freePort(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return String(port);
}
