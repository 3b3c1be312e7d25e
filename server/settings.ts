// What the environment says, checked before anything is made: a wrong value is named together with its variable and the cure.
import { defaultDataRoot } from './platform/db/embedded/index.ts';
import type { Limits } from './platform/limits.ts';
import { levels } from './platform/log.ts';
import { keyAtLeast } from './platform/secrets.ts';

type Environment = Record<string, string | undefined>;

export type Settings = {
  port: number;
  host: string;
  dataRoot: string;
  /** Undefined: the embedded database. */
  databaseUrl: string | undefined;
  /** Undefined: a file in the data root. */
  key: string | undefined;
  jobs: boolean;
  trustProxy: boolean;
  secureCookies: boolean;
  logLevel: string;
  limits: Limits;
};

/** A variable that a person must put right; the message is a plain sentence for that person. */
export class SettingFault extends Error {}

/** Throws SettingFault. Values that may hold a secret are never repeated in it. */
export function readSettings(env: Environment): Settings {
  return {
    port: portOf(env.VORONKA_PORT ?? '4600'),
    host: hostOf(env.VORONKA_HOST ?? '127.0.0.1'),
    dataRoot: defaultDataRoot(env),
    databaseUrl: databaseOf(env.DATABASE_URL),
    key: keyOf(env.VORONKA_KEY),
    jobs: rolesOf(env.VORONKA_ROLES).includes('jobs'),
    trustProxy: isOn(env, 'VORONKA_PROXY'),
    secureCookies: isOn(env, 'VORONKA_TLS'),
    logLevel: levelOf(env.VORONKA_LOG ?? 'info'),
    limits: limitsOf(env),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new SettingFault(
    `VORONKA_PORT is "${text}": it must be a whole number from 1 to 65535, such as 4600.`,
  );
}

function hostOf(text: string): string {
  if (/^[^\s/]+$/.test(text)) return text;
  throw new SettingFault(
    `VORONKA_HOST is "${text}": it must be an address of this computer, such as 127.0.0.1, or 0.0.0.0 for all of them.`,
  );
}

function databaseOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (['postgres:', 'postgresql:'].includes(URL.parse(text)?.protocol ?? '')) return text;
  throw new SettingFault(
    'DATABASE_URL is no address of a PostgreSQL: it must look like postgres://user:password@host:5432/database, ' +
      'with signs such as @ : / # in the password written as %40 %3A %2F %23.',
  );
}

function keyOf(text: string | undefined): string | undefined {
  if (text === undefined || text.length >= keyAtLeast) return text;
  throw new SettingFault(`VORONKA_KEY is too short: give it ${keyAtLeast} characters or more.`);
}

function rolesOf(text: string | undefined): string[] {
  const roles = (text || 'web,jobs').split(',').map((role) => role.trim());
  const wrong = roles.find((role) => role !== 'web' && role !== 'jobs');
  if (wrong === undefined) return roles;
  throw new SettingFault(
    `VORONKA_ROLES is "${text}": "${wrong}" is no role. It may be web, or web,jobs (as when it is not set).`,
  );
}

function isOn(env: Environment, name: string): boolean {
  const text = env[name] ?? '';
  if (['', '0', '1'].includes(text)) return text === '1';
  throw new SettingFault(`${name} is "${text}": it must be 1 (on) or 0 (off).`);
}

const bytesInMegabyte = 1024 * 1024;

/** Variables by what they limit: how much one unit of it is. */
const limitVariables: [name: string, kind: string, unit: number][] = [
  ['VORONKA_LIMIT_MANAGERS', 'people', 1],
  ['VORONKA_LIMIT_TASKS', 'tasks', 1],
  ['VORONKA_LIMIT_CLIENTS', 'clients', 1],
  ['VORONKA_LIMIT_STORAGE', 'storage', bytesInMegabyte],
];

/** Managers who are not blocked, tasks set in a month, clients, megabytes of files; and whom to ask for more. */
function limitsOf(env: Environment): Limits {
  const most: Limits['most'] = {};
  for (const [name, kind, unit] of limitVariables) {
    const text = env[name];
    if (text === undefined || text === '') continue;
    if (!/^[1-9]\d{0,8}$/.test(text))
      throw new SettingFault(
        `${name} is "${text}": it must be a whole number from 1 to 999999999, or be left out for no limit.`,
      );
    most[kind] = Number(text) * unit;
  }
  return { most, contact: (env.VORONKA_LIMIT_CONTACT ?? '').trim().slice(0, 200) };
}

function levelOf(text: string): string {
  if (levels.includes(text)) return text;
  throw new SettingFault(`VORONKA_LOG is "${text}": it must be one of ${levels.join(', ')}.`);
}
