// The built screens as they are sent: made small once, whole to who cannot read that, kept for a year, one page for all addresses.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWorld, type World } from '../testing/world.ts';

const script = 'const many = 1;\n'.repeat(1000);
const made = brotliCompressSync(script);
const folder = mkdtempSync(join(tmpdir(), 'voronka-screens-'));

let world: World;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Voronka</title>');
  writeFileSync(join(folder, 'assets/house-12345678.js'), script);
  writeFileSync(join(folder, 'assets/house-12345678.js.br'), made);
  world = await makeWorld({ screens: folder });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

async function ask(url: string, encoding: string) {
  const { headers, rawPayload } = await world.app.server.inject({
    url,
    headers: { 'accept-encoding': encoding },
  });
  return { headers, body: rawPayload };
}

it('Z-15 a script is sent as the build has made it small', async () => {
  const { headers, body } = await ask('/assets/house-12345678.js', 'gzip, deflate, br');
  expect(headers['content-encoding']).toBe('br');
  expect(headers['content-type']).toContain('javascript');
  expect(headers['cache-control']).toContain('immutable');
  expect(headers.vary).toContain('accept-encoding');
  expect(body.equals(made)).toBe(true);
});

it('Z-15 who reads no brotli gets gzip, or the script itself', async () => {
  const zipped = await ask('/assets/house-12345678.js', 'gzip');
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.body).toString()).toBe(script);
  const whole = await ask('/assets/house-12345678.js', 'identity');
  expect(whole.headers['content-encoding']).toBeUndefined();
  expect(whole.headers['content-type']).toContain('javascript');
  expect(whole.body.toString()).toBe(script);
});

it('Z-15 every other address shows the page', async () => {
  const { headers, body } = await ask('/tasks', 'identity');
  expect(headers['cache-control']).toBe('no-cache');
  expect(body.toString()).toContain('<title>Voronka</title>');
});

it('Z-15 an address that cannot be read leads to the page that says so; a request gets its refusal', async () => {
  const page = await world.app.server.inject({ url: '/%E0%A4%A' });
  expect([page.statusCode, page.headers.location]).toEqual([302, '/no-such-page']);
  const request = await world.app.server.inject({ url: '/api/%E0%A4%A' });
  expect([request.statusCode, request.json().refusal.code]).toEqual([422, 'input.faulty']);
});
