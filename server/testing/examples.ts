// One sound input for every command, made on rows of its own. A command without an example is a fault of the type checker and of declared.test.ts.
import { randomUUID } from 'node:crypto';
import type { Commands } from '../../contract/api.ts';
import { rightsAtLevel } from '../../contract/kit/rights.ts';
import { runDueTurns } from '../platform/schedule.ts';
import { openBrowser } from './push-service.ts';
import { keeperEmail, sessionCookie, testPassword, type World } from './world.ts';

type Input<N extends keyof Commands> = Commands[N]['input'];
type Examples = { [N in keyof Commands]: (world: World) => Promise<Input<N>> };
type Made = { id: number };

const make = async (world: World, name: string, input: object) =>
  (await world.keeper.ask<Made>(name, input)).id;

export const makeClient = (world: World, more: object = {}) =>
  make(world, 'clients.create', {
    name: `ООО «Пример ${randomUUID()}»`,
    phones: [{ value: '8 495 123-45-67' }],
    ...more,
  });
export const makeTask = (world: World, more: object = {}) =>
  make(world, 'tasks.create', {
    description: 'Позвонить',
    at: '2026-11-25T10:00:00Z',
    hasTime: !('at' in more && more.at === null),
    ...more,
  });
export const makeGroup = (world: World, more: object = {}) =>
  make(world, 'groups.create', { tree: 'clients', name: `Группа ${randomUUID()}`, ...more });
export const makeEntry = (world: World, more: object = {}) =>
  make(world, 'directories.create', { directory: 'clientTypes', name: `Вид ${randomUUID()}`, ...more });
const makeRole = (world: World) =>
  make(world, 'people.createRole', { name: `Роль ${randomUUID()}`, rights: rightsAtLevel('own') });
export const makePerson = async (world: World, more: object = {}) =>
  make(world, 'people.create', {
    name: 'Сотрудник',
    email: `${randomUUID()}@test.example`,
    roleId: await makeRole(world),
    ...more,
  });
const makeView = (world: World) =>
  make(world, 'views.create', {
    of: 'tasks',
    name: `Мои ${randomUUID()}`,
    shared: true,
    parameters: { d: 'week' },
  });

async function invitationOf(world: World): Promise<string> {
  const { invitation } = await world.keeper.ask<{ invitation: string }>('people.invite', {
    id: await makePerson(world),
  });
  return invitation;
}

/** A state of its own with a task in it. */
async function usedState(world: World): Promise<number> {
  const stateId = await makeEntry(world, {
    directory: 'taskStates',
    name: `ждём ${randomUUID()}`,
    meaning: 'open',
  });
  await makeTask(world, { stateId });
  return stateId;
}

async function sessionOf(world: World): Promise<number> {
  const { rows } = await world.keeper.ask<{ rows: { id: number; current: boolean }[] }>('people.sessions');
  if (rows.every(({ current }) => current))
    await world.stranger.tell('people.signIn', { email: keeperEmail, password: testPassword });
  const again = await world.keeper.ask<{ rows: { id: number; current: boolean }[] }>('people.sessions');
  return again.rows.find(({ current }) => !current)?.id as number;
}

/** The beginning of a PNG. */
const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

async function upload(world: World, payload: string | Buffer = 'Название\nРомашка\n'): Promise<number> {
  const response = await world.app.server.inject({
    method: 'PUT',
    url: '/files?name=clients.csv',
    headers: { cookie: `${sessionCookie}=${world.keeper.session}` },
    payload,
  });
  return response.json().id;
}

async function makeImport(world: World): Promise<number> {
  return make(world, 'imports.create', { fileId: await upload(world), kind: 'clients' });
}

async function plannedImport(world: World, settled: boolean): Promise<number> {
  const id = await makeImport(world);
  await world.keeper.ask('imports.plan', { id, mapping: ['name'] });
  if (settled) await world.settle();
  return id;
}

async function firmVersion(world: World): Promise<number> {
  return (await world.keeper.ask<{ firm: { version: number } }>('people.me')).firm.version;
}

const sixHours = { from: 600, to: 1020, pause: 60 };
const shortWeek = [sixHours, sixHours, sixHours, null, sixHours, null, null];

const makeAbsence = async (world: World) =>
  make(world, 'calendar.addAbsence', {
    personId: await makePerson(world),
    kind: 'sick',
    from: '2026-11-23',
    to: '2026-11-25',
    note: '',
  });

/** What a browser sends that wants to be pushed to. */
const browser = () => ({
  endpoint: `https://push.test.example/${randomUUID()}`,
  keys: openBrowser().keys,
  agent: 'Firefox',
});

/** A reminder that has fallen due for the keeper; the clock goes on by some minutes. */
async function reachedReminder(world: World): Promise<number> {
  const goOn = async () => {
    world.clock.set(world.app.house.clock.now().add({ minutes: 2 }).toString());
    await runDueTurns(world.app.house);
  };
  for (let n = 0; n < 3; n++) await goOn();
  const taskId = await makeTask(world, { at: world.app.house.clock.now().add({ minutes: 17 }).toString() });
  await goOn();
  const { rows } = await world.keeper.ask<{ rows: { id: number; taskId: number }[] }>('reminders.list');
  return rows.find((row) => row.taskId === taskId)?.id as number;
}

export const examples: Examples = {
  'operations.undo': async (world) => {
    const { operation } = await world.keeper.ask<{ operation: number }>('tasks.create', {
      description: 'лишнее',
    });
    return { id: operation };
  },
  'groups.create': async () => ({ tree: 'clients', name: `Новая ${randomUUID()}` }),
  'groups.rename': async (world) => ({
    id: await makeGroup(world),
    version: 1,
    name: `Иначе ${randomUUID()}`,
  }),
  'groups.move': async (world) => ({
    id: await makeGroup(world),
    targetId: await makeGroup(world),
    mode: 'inside',
  }),
  'groups.delete': async (world) => ({ id: await makeGroup(world) }),
  'people.setUp': async () => ({
    firmName: 'Вторая',
    locale: 'ru',
    timeZone: 'Europe/Moscow',
    country: 'RU',
    name: 'Чужой',
    email: 'other@test.example',
    password: testPassword,
  }),
  'people.signIn': async () => ({ email: keeperEmail, password: testPassword }),
  'people.signOut': async () => ({}),
  'people.changePassword': async () => ({ current: testPassword, next: testPassword }),
  'people.changeAppearance': async () => ({
    locale: 'ru',
    theme: 'dark',
    density: 'compact',
    timeZone: null,
  }),
  'people.endSession': async (world) => ({ id: await sessionOf(world) }),
  'people.create': async (world) => ({ name: 'Новичок', roleId: await makeRole(world) }),
  'people.change': async (world) => ({
    id: await makePerson(world),
    version: 1,
    set: { name: 'Иначе', phone: '1' },
  }),
  'people.invite': async (world) => ({ id: await makePerson(world) }),
  'people.acceptInvitation': async (world) => ({ token: await invitationOf(world), password: testPassword }),
  'people.block': async (world) => ({ id: await makePerson(world), blocked: true }),
  'people.delete': async (world) => ({ id: await makePerson(world) }),
  'people.createRole': async () => ({ name: `Роль ${randomUUID()}`, rights: rightsAtLevel('group') }),
  'people.changeRole': async (world) => ({
    id: await makeRole(world),
    version: 1,
    set: { rights: rightsAtLevel('none') },
  }),
  'people.deleteRole': async (world) => ({ id: await makeRole(world) }),
  'people.changeFirm': async (world) => {
    await makeTask(world, { at: '2026-11-25T22:30:00Z' });
    return { version: await firmVersion(world), set: { timeZone: 'Asia/Vladivostok', name: 'Иначе' } };
  },
  'directories.create': async () => ({
    directory: 'taskStates',
    name: `ждём ответа ${randomUUID()}`,
    tint: 'amber',
  }),
  'directories.change': async (world) => ({
    id: await usedState(world),
    version: 1,
    set: { meaning: 'done', name: `готово ${randomUUID()}` },
  }),
  'directories.archive': async (world) => ({ id: await makeEntry(world), archived: true }),
  'directories.reorder': async (world) => {
    const ids = [await makeEntry(world), await makeEntry(world)];
    return { directory: 'clientTypes', ids: ids.reverse() };
  },
  'directories.delete': async (world) => ({ id: await makeEntry(world) }),
  'directories.replace': async (world) => ({
    from: await usedState(world),
    to: await makeEntry(world, { directory: 'taskStates', name: `всё ${randomUUID()}`, meaning: 'done' }),
    remove: true,
  }),
  'clients.create': async () => ({
    name: 'АО «Новый»',
    phones: [{ value: '+7 495 000-11-22' }],
    tags: ['важный'],
  }),
  'clients.change': async (world) => ({
    id: await makeClient(world),
    version: 1,
    set: { name: 'Иначе', phones: [], emails: [{ value: 'A@b.example' }], contractDate: '2026-01-02' },
  }),
  'clients.changeMany': async (world) => ({
    chosen: { ids: [await makeClient(world), await makeClient(world)] },
    set: { groupId: await makeGroup(world) },
  }),
  'clients.archive': async (world) => ({ chosen: { ids: [await makeClient(world)] }, archived: true }),
  'clients.delete': async (world) => ({
    chosen: { ids: [await makeClient(world), await makeClient(world)] },
  }),
  'clients.replace': async (world) => {
    const from = await makeClient(world);
    await makeTask(world, { clientId: from });
    return { from, to: await makeClient(world), remove: true };
  },
  'clients.merge': async (world) => {
    const from = await makeClient(world, { notes: 'ещё', tags: ['важный'] });
    await makeTask(world, { clientId: from });
    return {
      id: await makeClient(world, { emails: [{ value: 'a@b.example' }] }),
      version: 1,
      from: { id: from, version: 1 },
      fields: { name: 'goes' as const },
      without: { tags: ['важный'] },
    };
  },
  'views.create': async () => ({ of: 'clients', name: `Все ${randomUUID()}`, shared: false, parameters: {} }),
  'views.change': async (world) => ({
    id: await makeView(world),
    version: 1,
    set: { parameters: { q: 'a' } },
  }),
  'views.delete': async (world) => ({ id: await makeView(world) }),
  'views.keepLayout': async () => ({
    of: 'tasks',
    layout: { order: ['id'], widths: { id: 80 }, hidden: {}, pinned: {} },
  }),
  'files.keepPhoto': async (world) => ({ fileId: await upload(world, picture) }),
  'tasks.create': async (world) => ({
    description: 'Новая',
    clientId: await makeClient(world),
    deadline: '2026-12-01T09:00:00Z',
    tags: ['а', 'б'],
  }),
  'tasks.change': async (world) => ({
    id: await makeTask(world),
    version: 1,
    set: { description: 'иначе', at: null, tags: ['x'] },
  }),
  'tasks.complete': async (world) => ({
    id: await makeTask(world, { repeat: 'FREQ=DAILY' }),
    results: 'сделано',
  }),
  'tasks.cancel': async (world) => ({
    id: await makeTask(world, { repeat: 'FREQ=WEEKLY;COUNT=2' }),
    reason: 'передумали',
  }),
  'tasks.duplicate': async (world) => ({ id: await makeTask(world) }),
  'tasks.changeMany': async (world) => ({
    chosen: { ids: [await makeTask(world), await makeTask(world)] },
    set: { results: 'разом' },
    moveByDays: 3,
  }),
  'tasks.handOver': async (world) => {
    const clientId = await makeClient(world);
    await makeTask(world, { clientId });
    return { clientId, toId: await makePerson(world) };
  },
  'tasks.delete': async (world) => ({ chosen: { ids: [await makeTask(world), await makeTask(world)] } }),
  'tasks.move': async (world) => ({
    moves: [
      { id: await makeTask(world), version: 1, day: '2026-11-30', managerId: await makePerson(world) },
      { id: await makeTask(world, { at: null }), version: 1, day: '2026-12-01' },
    ],
  }),
  'reminders.read': async () => ({ ids: null }),
  'reminders.snooze': async (world) => ({ id: await reachedReminder(world), until: '2026-12-01T06:00:00Z' }),
  'reminders.set': async () => ({ minutes: 60, atDeadline: true, whenOverdue: false }),
  'reminders.subscribe': async () => browser(),
  'reminders.unsubscribe': async (world) => ({ id: await make(world, 'reminders.subscribe', browser()) }),
  'calendar.setWeek': async (world) => ({ personId: await makePerson(world), week: shortWeek }),
  'calendar.addAbsence': async (world) => ({
    personId: await makePerson(world),
    kind: 'vacation',
    from: '2026-12-07',
    to: '2026-12-20',
    note: 'море',
  }),
  'calendar.changeAbsence': async (world) => ({
    id: await makeAbsence(world),
    version: 1,
    set: { to: '2026-12-31' },
  }),
  'calendar.deleteAbsence': async (world) => ({ id: await makeAbsence(world) }),
  'calendar.setHoliday': async () => ({ day: '2026-12-30', name: 'Корпоратив', working: false }),
  'calendar.deleteHoliday': async (world) => {
    await world.keeper.ask('calendar.setHoliday', { day: '2026-12-29', name: 'Лишний', working: false });
    const { rows } = await world.keeper.ask<{ rows: { id: number; day: string }[] }>('calendar.holidays', {
      year: 2026,
    });
    return { id: rows.find(({ day }) => day === '2026-12-29')?.id as number };
  },
  'calendar.openFeed': async () => ({}),
  'calendar.closeFeed': async () => ({}),
  'calendar.fillHolidays': async () => ({ year: 2031 }),
  'demo.fill': async (world) => {
    await world.keeper.tell('demo.remove');
    return {};
  },
  'demo.remove': async (world) => {
    await world.keeper.tell('demo.fill');
    return {};
  },
  'imports.create': async (world) => ({ fileId: await upload(world), kind: 'clients' }),
  'imports.inspect': async (world) => ({ id: await makeImport(world), delimiter: ';' }),
  'imports.plan': async (world) => ({ id: await makeImport(world), mapping: ['name'] }),
  'imports.run': async (world) => ({ id: await plannedImport(world, true) }),
  'imports.stop': async (world) => ({ id: await plannedImport(world, false) }),
  'imports.discard': async (world) => ({ id: await plannedImport(world, true) }),
};
