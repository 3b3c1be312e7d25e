// The door against what comes to it broken, huge or from elsewhere: a refusal in our own form, never a fault of the server.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, sessionCookie, type World } from '../testing/world.ts';
import { statusOf } from './refusals.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Asked = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  url: string;
  headers?: Record<string, string>;
  payload?: string | Buffer;
};

async function send({ method = 'POST', url, headers = {}, payload }: Asked) {
  const response = await world.app.server.inject({
    method,
    url,
    headers: { cookie: `${sessionCookie}=${world.keeper.session}`, ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, refusal: response.json().refusal, headers: response.headers };
}

const json = { 'content-type': 'application/json' };

describe('a request that is broken', () => {
  const cases: [string, Asked, string][] = [
    ['no JSON', { url: '/api/tasks.create', headers: json, payload: '{"description":' }, 'request.badJson'],
    [
      'an empty body said to be JSON',
      { url: '/api/tasks.create', headers: json, payload: '' },
      'request.badJson',
    ],
    [
      'a poisoned prototype',
      { url: '/api/tasks.create', headers: json, payload: '{"__proto__":{"x":1}}' },
      'request.badJson',
    ],
    ['nothing', { url: '/api/tasks.create', headers: json, payload: 'null' }, 'input.faulty'],
    [
      'words that are not UTF-8',
      {
        url: '/api/tasks.create',
        headers: json,
        payload: Buffer.from('{"description":"\xcf\xf0\xe8\xe2\xe5\xf2"}', 'latin1'),
      },
      'request.notUtf8',
    ],
    ['an array', { url: '/api/tasks.create', headers: json, payload: '[]' }, 'input.faulty'],
    [
      'an array where anybody may ask',
      { url: '/api/people.signIn', headers: json, payload: '[1]' },
      'input.faulty',
    ],
    ['a number', { url: '/api/tasks.create', headers: json, payload: '5' }, 'input.faulty'],
    [
      'a text',
      { url: '/api/people.signIn', headers: { 'content-type': 'text/plain' }, payload: 'hello' },
      'request.contentType',
    ],
    [
      'an unknown kind of body',
      { url: '/api/tasks.create', headers: { 'content-type': 'application/xml' }, payload: '<a/>' },
      'request.contentType',
    ],
    [
      'a broken kind of body',
      { url: '/api/tasks.create', headers: { 'content-type': ';;;' }, payload: 'a' },
      'request.contentType',
    ],
    [
      'deep nesting',
      {
        url: '/api/tasks.create',
        headers: json,
        payload: `{"tags":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      },
      'input.faulty',
    ],
    [
      'packed',
      { url: '/api/tasks.create', headers: { ...json, 'content-encoding': 'gzip' }, payload: gzipSync('{}') },
      'request.notUtf8',
    ],
    ['a query without JSON', { method: 'GET', url: '/api/tasks.get?input={' }, 'input.faulty'],
    ['a query with two inputs', { method: 'GET', url: '/api/tasks.get?input={}&input={}' }, 'input.faulty'],
    ['a query with a NUL', { method: 'GET', url: '/api/tasks.list?q=%00' }, 'input.faulty'],
    [
      'a query with a repeated parameter',
      { method: 'GET', url: '/api/tasks.list?d=week&d=month' },
      'input.faulty',
    ],
    [
      'a query that names a prototype',
      { method: 'GET', url: '/api/tasks.list?constructor=1' },
      'view.faulty',
    ],
    ['an address that is no address', { method: 'GET', url: '/api/%zz' }, 'input.faulty'],
  ];

  it.each(cases)('%s', async (_name, asked, code) => {
    const { status, refusal } = await send(asked);
    expect([status, refusal?.code]).toEqual([statusOf(code), code]);
    expect(refusal.requestId).toEqual(expect.any(String));
  });
});

describe('an address that is none', () => {
  const unknown: Asked[] = [
    { method: 'GET', url: '/api/tasks.create' },
    { url: '/api/tasks.list', headers: json, payload: '{}' },
    { url: '/api/tasks.nothing' },
    { url: '/api/constructor' },
    { url: '/api/__proto__' },
    { url: `/api/${'x'.repeat(5000)}` },
    { method: 'PATCH', url: '/api/tasks.create' },
    { method: 'DELETE', url: '/api/tasks.create' },
    { method: 'GET', url: '/api/../../etc/passwd' },
    { method: 'GET', url: '/..%2f..%2fetc%2fpasswd' },
    { method: 'GET', url: '/files' },
    { method: 'GET', url: '/nothing' },
  ];
  it.each(unknown)('$method $url', async (asked) => {
    const { status, refusal } = await send(asked);
    expect([status, refusal?.code]).toEqual([404, 'request.unknown']);
  });
});

describe('a body that is too large', () => {
  it('is refused as such', async () => {
    const { status, refusal } = await send({
      url: '/api/tasks.create',
      headers: json,
      payload: `"${'x'.repeat(9 * 1024 * 1024)}"`,
    });
    expect([status, refusal?.code]).toEqual([413, 'request.tooLarge']);
  });
});

describe('R-05 a page of another site', () => {
  const foreign = [
    'https://evil.example',
    'null',
    'garbage',
    'http://localhost:81',
    'https://localhost.evil.example',
    'file://',
  ];
  it.each(foreign)('may not write: %s', async (origin) => {
    const { status, refusal } = await send({
      url: '/api/tasks.create',
      headers: { ...json, origin, host: 'localhost' },
      payload: '{}',
    });
    expect([status, refusal?.code]).toEqual([403, 'right.missing']);
    const upload = await send({
      method: 'PUT',
      url: '/files?name=a',
      headers: { origin, host: 'localhost' },
      payload: 'a',
    });
    expect(upload.status).toBe(403);
  });

  it('our own page may', async () => {
    for (const [origin, host] of [
      ['http://localhost:4600', 'localhost:4600'],
      ['https://crm.firm.example', 'crm.firm.example'],
    ] as const)
      expect(
        (await send({ url: '/api/tasks.create', headers: { ...json, origin, host }, payload: '{}' })).status,
      ).toBe(200);
  });

  it('the session is a cookie that no script reads and no other site sends', async () => {
    const answer = await world.app.server.inject({
      method: 'POST',
      url: '/api/people.signIn',
      payload: { email: 'keeper@test.example', password: 'correct horse' },
    });
    const cookie = answer.headers['set-cookie'] as string;
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(answer.json()).not.toHaveProperty('session');
  });

  it('answers carry a policy of content and are kept by no cache', async () => {
    const { headers } = await send({ method: 'GET', url: '/api/people.me' });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('a faulty input', () => {
  const faultsOf = async (name: string, input: object) =>
    (await world.keeper.tell(name, input)).refusal?.faults.map(({ path, code }) => `${path} ${code}`).sort();

  it('is told every fault at once, by path', async () => {
    expect(
      await faultsOf('clients.create', {
        inn: 5,
        phones: [{ value: 'x'.repeat(201) }, { note: 'y' }],
        unknown: 1,
        contractDate: '0000-01-01',
      }),
    ).toEqual([
      'contractDate fault.day',
      'inn fault.type',
      'name fault.required',
      'phones.0.value fault.tooLong',
      'phones.1.value fault.required',
      'unknown fault.unknownKey',
    ]);
  });

  it('is told of unknown keys wherever they stand', async () => {
    expect(await faultsOf('tasks.change', { id: 1, version: 1, set: { descripton: 'x' } })).toEqual([
      'set.descripton fault.unknownKey',
    ]);
    expect(await faultsOf('tasks.delete', { chosen: { ids: [1], all: true } })).toEqual([
      'chosen.all fault.unknownKey',
    ]);
    expect(await faultsOf('tasks.create', { from: { address: '1', agent: '' } })).toEqual([
      'from fault.unknownKey',
    ]);
  });

  it('names the shape that was meant where there are several', async () => {
    expect(await faultsOf('tasks.handOver', { clientId: 'x', toId: 1 })).toEqual(['clientId fault.type']);
    expect(await faultsOf('tasks.delete', { chosen: { ids: [] } })).toEqual(['chosen.ids fault.tooShort']);
  });

  it('holds no text that the database cannot', async () => {
    expect(await faultsOf('tasks.create', { description: 'a\u0000b', tags: ['\ud800'] })).toEqual([
      'description fault.nulByte',
      'tags.0 fault.malformedText',
    ]);
    expect(
      await faultsOf('views.create', { of: 'tasks', name: 'x', shared: false, parameters: { q: 'a\u0000' } }),
    ).toEqual(['parameters.q fault.nulByte']);
    expect(await faultsOf('views.keepLayout', { of: 'tasks', layout: { order: ['\udfff'] } })).toEqual([
      'layout.order.0 fault.malformedText',
    ]);
    expect(await faultsOf('people.signIn', { email: 'a\u0000@b', password: 'x' })).toEqual([
      'email fault.nulByte',
    ]);
  });

  it('has ids that are ids', async () => {
    for (const id of [0, -1, 1.5, 1e20, '1', null, [1], Number.MAX_SAFE_INTEGER + 1])
      expect([id, (await world.keeper.tell('tasks.get', { id })).status]).toEqual([id, 422]);
    expect((await world.keeper.tell('tasks.get', { id: Number.MAX_SAFE_INTEGER })).refusal?.code).toBe(
      'record.missing',
    );
  });

  it('has moments that both JavaScript and PostgreSQL read', async () => {
    const wrong = [
      '',
      '2026',
      '2026-11-23',
      '0000-01-01T00:00:00Z',
      '9999-12-31T00:00:00Z',
      '2026-02-30T00:00:00Z',
      '2026-11-23T24:00:00Z',
      '2026-11-23T10:60:00Z',
      '2026-11-23T10:00:60Z',
      '2026-11-23T10:00:00',
      '2026-11-23T10:00:00+25:00',
      '2026-11-23T10:00:00+15:59',
      '2026-11-23T10:00:00.0123456789Z',
      '2026-11-23t10:00:00z',
      'now',
      'infinity',
      '2200-12-31T21:00:00Z', // 2201 in Moscow
      '1899-12-31T09:59:59Z',
      '2201-01-01T12:00:00Z',
    ];
    for (const at of wrong)
      expect([at, await faultsOf('tasks.create', { at })]).toEqual([at, ['at fault.moment']]);
    for (const at of [
      '2026-11-23T10:00Z',
      '2026-11-23T10:00:00.123456789Z',
      '2026-11-23T10:00:00+14:00',
      '1900-01-01T00:00:00-12:00',
      '1900-01-01T00:00:00+02:00', // still the last day of 1899 by Greenwich
      '2200-12-31T20:59:59Z',
    ]) {
      const made = await world.keeper.ask<{ row: { id: number; version: number; at: string } }>(
        'tasks.create',
        { at, hasTime: true },
      );
      const { id, version, at: kept } = made.row;
      expect(Date.parse(kept)).toBe(Date.parse(at));
      const again = await world.keeper.tell('tasks.change', { id, version, set: { at: kept, minutes: 5 } });
      expect([kept, again.status]).toEqual([kept, 200]);
    }
  });

  it('has time zones that the database knows too', async () => {
    const { firm } = await world.keeper.ask<{ firm: { version: number } }>('people.me');
    for (const timeZone of ['', 'Mars/Olympus', '+03:00', 'Etc/Unknown', 'UTC; drop'])
      expect([
        timeZone,
        await faultsOf('people.changeFirm', { version: firm.version, set: { timeZone } }),
      ]).toEqual([timeZone, ['set.timeZone fault.choice']]);
  });
});

it('every code has a status that says whose turn it is', () => {
  expect([statusOf('input.faulty'), statusOf('record.stale'), statusOf('server.busy')]).toEqual([
    422, 409, 503,
  ]);
});
