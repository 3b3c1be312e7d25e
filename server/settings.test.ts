import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('R-01 what the environment says', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toMatchObject({ port: 4600, host: '127.0.0.1', jobs: true, logLevel: 'info' });
    expect(readSettings({}).databaseUrl).toBeUndefined();
  });

  it('is taken as it is written', () => {
    const given = {
      VORONKA_PORT: '4712',
      VORONKA_HOST: '::1',
      VORONKA_DATA: '/srv/crm',
      VORONKA_KEY: 'sixteen letters.',
      VORONKA_ROLES: 'web',
      VORONKA_TLS: '1',
      VORONKA_PROXY: '0',
      VORONKA_LOG: 'silent',
      DATABASE_URL: 'postgresql://anna:p%40ss@db:5433/crm',
    };
    expect(readSettings(given)).toEqual({
      port: 4712,
      host: '::1',
      dataRoot: '/srv/crm',
      key: 'sixteen letters.',
      jobs: false,
      secureCookies: true,
      trustProxy: false,
      logLevel: 'silent',
      limits: { most: {}, contact: '' },
      databaseUrl: 'postgresql://anna:p%40ss@db:5433/crm',
    });
  });

  const wrong: [string, string[]][] = [
    ['VORONKA_PORT', ['', '0', '65536', '-1', '80.5', '1e3', '0x10', ' 80', 'abc']],
    ['VORONKA_HOST', ['', 'a b', 'http://localhost']],
    ['VORONKA_ROLES', ['job', 'web,', 'web;jobs']],
    ['VORONKA_TLS', ['true', 'yes']],
    ['VORONKA_PROXY', ['2']],
    ['VORONKA_LIMIT_TASKS', ['0', '-5', '1.5', 'many', '1 000']],
    ['VORONKA_LOG', ['', 'INFO', 'loud']],
  ];
  it.each(wrong.flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    'is refused with its name and value: %s="%s"',
    (name, value) => {
      expect(() => readSettings({ [name]: value })).toThrow(`${name} is "${value}": `);
    },
  );

  it.each([
    ['VORONKA_KEY', 'secret'],
    ['DATABASE_URL', 'mysql://anna:secret@db/crm'],
    ['DATABASE_URL', 'secret'],
  ])('is refused by its name alone where it may be a secret: %s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} is (?!.*secret)`));
  });
});
