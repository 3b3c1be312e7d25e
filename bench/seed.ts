// A large base by COPY: managers in groups, clients, tasks around today. Made once per folder; the same numbers every time.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Base } from './base.ts';

export type Size = { tasks: number; clients: number; managers: number };

/** The manager whose turn it is when one is asked for after the other. */
export const manager = (n: number): number => 1001 + ((n * 7) % 200);

const words = [
  'Уточнить',
  'Согласовать',
  'договор',
  'поставку',
  'оплату',
  'счёт',
  'встречу',
  'склад',
  'образцы',
  'скидку',
  'реквизиты',
  'документы',
];
const names = [
  'Гранит',
  'Вектор',
  'Орион',
  'Ёлка',
  'Лотос',
  'Прогресс',
  'Альфа',
  'Восток',
  'Мастер',
  'Радуга',
  'Форум',
  'Элемент',
];
const surnames = [
  'Белова',
  'Соколов',
  'Жукова',
  'Ершов',
  'Лапина',
  'Фёдоров',
  'Королёва',
  'Щукин',
  'Зайцев',
  'Орлова',
];
const dayLength = 86_400_000; // ms
/** Tasks lie from a year back to four months ahead. */
const daysBack = 365;
const days = 485;

/** Spread without pattern, the same in every run. */
function spread(n: number, sides: number): number {
  return (Math.imul(n + 1, 2_654_435_761) >>> 8) % sides;
}

export async function seed(base: Base, size: Size): Promise<void> {
  const client = await base.pool.connect();
  try {
    const { rows } = await client.query('select count(*)::int as count from tasks');
    if (rows[0].count >= size.tasks) return;
    const started = Date.now();
    await client.query(`set session_replication_role = replica`);
    await client.query('drop index if exists tasks_description_search, tasks_results_search');
    const states = await entries(client, 'taskStates');
    const types = await entries(client, 'taskTypes');
    const role = (await client.query('select max(id)::int as id from roles')).rows[0].id;
    await copy(client, 'groups (id, tree, parent_id, name, position)', 10, (n) => [
      n + 1001,
      'managers',
      '\\N',
      `Отдел ${n + 1}`,
      n,
    ]);
    await copy(client, 'people (id, name, role_id, status, group_id)', size.managers, (n) => [
      n + 1001,
      `${surnames[n % surnames.length]} ${n}`,
      role,
      'invited',
      1001 + (n % 10),
    ]);
    await copy(
      client,
      'clients (id, name, name_key, line, actual_address, phones, phone_digits, responsible_id, created_at)',
      size.clients,
      (n) => clientRow(n, size),
    );
    await copy(
      client,
      'tasks (id, type_id, state_id, manager_id, client_id, description, at, has_time, day, set_at, is_open)',
      size.tasks,
      (n) => taskRow(n, { size, states, types }),
    );
    for (const table of ['groups', 'people', 'clients', 'tasks'])
      await client.query(
        `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`,
      );
    for (const column of ['description', 'results'])
      await client.query(
        `create index tasks_${column}_search on tasks using gin (${column}_folded gin_trgm_ops)`,
      );
    await client.query('vacuum analyze');
    console.log(
      `seeded ${size.tasks} tasks, ${size.clients} clients, ${size.managers} managers in ${Math.round((Date.now() - started) / 1000)} s`,
    );
  } finally {
    await client.query('set session_replication_role = default');
    client.release();
  }
}

async function entries(
  client: pg.PoolClient,
  directory: string,
): Promise<{ id: number; meaning: string | null }[]> {
  for (;;) {
    const { rows } = await client.query(
      'select id::int, meaning from directory_entries where directory = $1 order by position',
      [directory],
    );
    if (rows.length > 0) return rows;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

type Cell = string | number;

async function copy(
  client: pg.PoolClient,
  target: string,
  count: number,
  row: (n: number) => Cell[],
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${target} from stdin`));
  const blockSize = 5000;
  const blocks = function* () {
    for (let n = 0; n < count; n += blockSize)
      yield `${Array.from({ length: Math.min(blockSize, count - n) }, (_, k) => row(n + k).join('\t')).join('\n')}\n`;
  };
  await pipeline(Readable.from(blocks()), stream);
}

function clientRow(n: number, size: Size): Cell[] {
  const name = `${names[spread(n, names.length)]}-${n}`;
  const digits = `79${String(100_000_000 + spread(n * 31, 900_000_000)).padStart(9, '0')}`;
  const phones = JSON.stringify([
    { value: `+${digits}`, note: '', e164: `+${digits}`, valid: true, shown: `+${digits}` },
  ]);
  return [
    n + 1001,
    `ООО «${name}»`,
    name.toLowerCase(),
    words[spread(n, words.length)] as string,
    `Город ${n % 97}, ул. ${n % 311}`,
    phones,
    digits,
    1001 + spread(n * 7, size.managers),
    '2026-01-01T00:00:00Z',
  ];
}

type Around = { size: Size; states: { id: number; meaning: string | null }[]; types: { id: number }[] };

function taskRow(n: number, { size, states, types }: Around): Cell[] {
  const day = spread(n, days) - daysBack;
  const at = new Date(
    Math.floor(Date.now() / dayLength) * dayLength +
      day * dayLength +
      21_600_000 +
      spread(n * 3, 20) * 1_800_000,
  );
  const past = states[states.length - 2 - (spread(n, 20) === 0 ? -1 : 0)];
  const state = day < 0 && spread(n * 5, 100) < 96 ? past : states[spread(n, 3)];
  const text = [0, 1, 2, 3].map((k) => words[spread(n * 4 + k, words.length)]).join(' ');
  return [
    n + 1001,
    types[spread(n * 11, types.length)]?.id ?? '\\N',
    state?.id ?? 0,
    1001 + spread(n * 13, size.managers),
    1001 + spread(n * 17, size.clients),
    `${text} ${n}`,
    at.toISOString(),
    't',
    at.toISOString().slice(0, 10),
    '2026-01-01T00:00:00Z',
    state?.meaning === 'open' ? 't' : 'f',
  ];
}
