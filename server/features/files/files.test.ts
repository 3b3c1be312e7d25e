// Uploads: whole and as they came, or refused with a reason and nothing left behind.
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { present } from '../../platform/db/transaction.ts';
import { makeWorld, type Person, sessionCookie, type World } from '../../testing/world.ts';
import { readFile } from './index.ts';
import { fileAtMost } from './upload.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.app.server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => world.close());

type Upload = { name?: string; payload: Buffer | Readable | string; type?: string; person?: Person };

async function put({ name = 'a.csv', payload, type, person = world.keeper }: Upload) {
  const response = await world.app.server.inject({
    method: 'PUT',
    url: `/files?name=${encodeURIComponent(name)}`,
    headers: { cookie: `${sessionCookie}=${person.session}`, ...(type ? { 'content-type': type } : {}) },
    payload,
  });
  return { status: response.statusCode, body: response.json() as { id: number; refusal?: { code: string } } };
}

const idle = `select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`;

/** Waits until an upload of this name has begun, and is not whole. */
async function begun(name: string) {
  const find = () =>
    world.app.house.writer.query('select id from files where name = $1 and size = 0', [name]);
  await expect.poll(async () => (await find()).rows.length, { timeout: 10_000 }).toBe(1);
  return find();
}

const kept = async () =>
  (
    await world.app.house.writer.query(
      'select (select count(*) from files) as files, (select count(*) from file_pieces) as pieces',
    )
  ).rows[0];
const contentOf = (id: number, owner: number) => readFile(present(world.app.house), id, owner);

describe('X-04 an upload', () => {
  it('is kept byte for byte, whatever it is said to be', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7) % 256));
    for (const type of [
      undefined,
      'text/csv',
      'application/json',
      'application/octet-stream',
      'multipart/form-data; boundary=x',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]) {
      const { status, body } = await put({ payload: bytes, ...(type ? { type } : {}) });
      expect([type, status, body]).toMatchObject([type, 200, { name: 'a.csv', size: bytes.length }]);
      expect((await contentOf(body.id, world.keeper.id))?.bytes.equals(bytes)).toBe(true);
    }
  });

  it('larger than a piece is kept in several, in order', async () => {
    const bytes = Buffer.alloc(5 * 1024 * 1024 + 17, 'ёж');
    const before = await kept();
    const { body } = await put({
      payload: Readable.from([bytes.subarray(0, 3_000_001), bytes.subarray(3_000_001)]),
    });
    expect((await contentOf(body.id, world.keeper.id))?.bytes.equals(bytes)).toBe(true);
    expect((await kept()).pieces - before.pieces).toBeGreaterThan(1);
  });

  it('has any name that can be kept', async () => {
    for (const name of [
      'отчёт за ноябрь.xlsx',
      '../../etc/passwd',
      'a'.repeat(300),
      '<script>',
      '👩‍👩‍👧 ‮rtl.csv',
    ]) {
      const { body } = await put({ name, payload: 'x' });
      expect((await contentOf(body.id, world.keeper.id))?.name).toBe(name);
    }
  });

  it('B-09 is its owner’s', async () => {
    const { body } = await put({ payload: 'x' });
    expect(await contentOf(body.id, 999_999)).toBeUndefined();
    expect((await put({ payload: 'x', person: world.stranger })).status).toBe(401);
  });
});

describe('an upload is refused and leaves nothing', () => {
  const refused = async (upload: Upload) => {
    const before = await kept();
    const { status, body } = await put(upload);
    expect(await kept()).toEqual(before);
    return [status, body.refusal?.code];
  };

  it('when it is empty', async () => {
    expect(await refused({ payload: '' })).toEqual([422, 'file.empty']);
    expect(await refused({ payload: Readable.from([]) })).toEqual([422, 'file.empty']);
  });

  it('without a name that can be kept', async () => {
    for (const name of ['', 'a'.repeat(301), 'a\u0000b'])
      expect(await refused({ name, payload: 'x' })).toEqual([422, 'file.badName']);
    const twice = await world.app.server.inject({
      method: 'PUT',
      url: '/files?name=a&name=b',
      headers: { cookie: `${sessionCookie}=${world.keeper.session}` },
      payload: 'x',
    });
    expect(twice.json().refusal.code).toBe('file.badName');
  });

  it('when it is too large, as its header says or as it turns out', async () => {
    const said = await world.app.server.inject({
      method: 'PUT',
      url: '/files?name=a',
      headers: {
        cookie: `${sessionCookie}=${world.keeper.session}`,
        'content-length': String(fileAtMost + 1),
      },
      payload: 'x',
    });
    expect(said.json().refusal).toMatchObject({ code: 'file.tooLarge', params: { limit: fileAtMost } });
    const piece = Buffer.alloc(4 * 1024 * 1024);
    const endless = Readable.from(
      (function* () {
        for (let size = 0; size <= fileAtMost; size += piece.length) yield piece;
        yield piece;
      })(),
    );
    expect(await refused({ payload: endless })).toEqual([422, 'file.tooLarge']);
  });

  it('when the sender goes away in the middle', async () => {
    const before = await kept();
    const { port } = world.app.server.server.address() as { port: number };
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `PUT /files?name=cut HTTP/1.1\r\nHost: x\r\nCookie: ${sessionCookie}=${world.keeper.session}\r\nContent-Length: 5000000\r\n\r\n`,
    );
    socket.write(Buffer.alloc(2_000_000));
    const { rows } = await begun('cut');
    const early = await world.keeper.tell('imports.create', { fileId: Number(rows[0].id), kind: 'clients' });
    expect(early.status).toBe(404);
    socket.destroy();
    await expect.poll(async () => await kept(), { timeout: 10_000 }).toEqual(before);
  });

  it('R-04 and slow senders hold nobody up, until there are too many of one person', async () => {
    const { port } = world.app.server.server.address() as { port: number };
    const slow = Array.from({ length: 4 }, (_, n) => {
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `PUT /files?name=slow${n} HTTP/1.1\r\nHost: x\r\nCookie: ${sessionCookie}=${world.keeper.session}\r\nContent-Length: 5000000\r\n\r\nx`,
      );
      return socket;
    });
    for (let n = 0; n < 4; n++) await begun(`slow${n}`);
    expect((await world.app.house.writer.query(idle)).rows).toEqual([]);
    expect(await refused({ payload: 'Название\n' })).toEqual([429, 'file.tooManyAtOnce']);
    const { operation } = await world.keeper.ask<{ operation: number }>('tasks.create', { description: 'а' });
    expect(operation).toBeGreaterThan(0);
    for (const socket of slow) socket.destroy();
    await expect
      .poll(async () => (await put({ payload: 'Название\n' })).status, { timeout: 10_000 })
      .toBe(200);
  });

  it('and whoever sends too much over a socket is told so', async () => {
    const { port } = world.app.server.server.address() as { port: number };
    const body = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 30; n++) controller.enqueue(new Uint8Array(4 * 1024 * 1024));
        controller.close();
      },
    });
    const response = await fetch(`http://127.0.0.1:${port}/files?name=big`, {
      method: 'PUT',
      body,
      duplex: 'half',
      headers: { cookie: `${sessionCookie}=${world.keeper.session}` },
    } as RequestInit);
    expect([
      response.status,
      ((await response.json()) as { refusal: { code: string } }).refusal.code,
    ]).toEqual([422, 'file.tooLarge']);
  });
});
