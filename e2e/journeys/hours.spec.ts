// The calendar of one manager by hours: tasks are dragged and resized, taken back, moved by keys, and it is live.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { rightsAtLevel } from '../../contract/kit/rights.ts';
import { colleague } from '../colleague.ts';
import { button, card, field, rows, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;
let anna: number;
let today: string;
let monday: Temporal.PlainDate;

const quarter = 12; // px
const dayOf = (n: number) => monday.add({ days: n }).toString();
const moscow = (day: string, clock: string) => `${day}T${clock}:00+03:00`;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  today = (await vera.asks('people.me', {})).today;
  const date = Temporal.PlainDate.from(today);
  monday = date.add({ days: 8 - date.dayOfWeek });
  const roleId = (await vera.asks('people.roles', {})).rows.at(-1)?.id ?? 0;
  anna = (await vera.calls('people.create', { name: 'Анна Белова', roleId })).id;
  const plan = [
    { description: 'Позвонить в «Гранит»', at: moscow(dayOf(1), '10:00'), hasTime: true },
    { description: 'Отправить счёт', at: moscow(dayOf(1), '00:00'), hasTime: false },
    { description: 'Встреча на складе', at: moscow(dayOf(3), '12:00'), hasTime: true, minutes: 90 },
  ];
  for (const task of plan) await vera.calls('tasks.create', { managerId: anna, ...task });
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

const task = (page: Page, text: string) => page.locator('[data-key]').filter({ hasText: text });
const hours = (page: Page, n: number) => page.locator(`[data-hours="${dayOf(n)}"]`);
const clock = (page: Page, text: string) =>
  expect.poll(
    () =>
      task(page, text)
        .locator('time')
        .textContent()
        .catch(() => ''),
    { timeout: 15_000 },
  );

async function open(more = '') {
  await vera.opens(`/calendar/${anna}?span=week&d=${dayOf(0)}${more}`);
  await task(vera.page, 'Встреча на складе').waitFor();
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = (await locator.boundingBox()) as { x: number; y: number; width: number; height: number };
  return { x: box.x + box.width / 2, y: box.y + Math.min(6, box.height / 2) };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** The one task with such words, as the house has it. */
async function kept(text: string) {
  const { rows: found } = await vera.asks('tasks.list', { d: 'all', q: text });
  return found[0];
}

test('K-08: a task is dragged to another hour and day, and taken back', async () => {
  const { page } = vera;
  await open();
  const from = await middle(task(page, 'Гранит'));
  const column = await middle(hours(page, 2));
  await drag(page, from, { x: column.x, y: from.y + 6 * quarter });
  await clock(page, 'Гранит').toBe('11:30');
  await expect.poll(async () => (await kept('Гранит'))?.at).toContain(`${dayOf(2)}T08:30`);
  expect(await task(page, 'Гранит').getAttribute('data-active')).toBe('true');
  await button(toast(page, /Задача № \d+: .* 11:30/), 'Отменить').click();
  await clock(page, 'Гранит').toBe('10:00');
  expect((await kept('Гранит'))?.at).toContain(`${dayOf(1)}T07:00`);
});

test('K-08 Z-01: its lower edge makes it longer, and a quick Ctrl+Z takes that back; a task without an hour gets one and loses it again', async () => {
  const { page } = vera;
  await open();
  const edge = await middle(task(page, 'Гранит').locator('[data-edge]'));
  // The answer comes late: a Ctrl+Z before it means this change all the same, not the one before.
  const answered = Promise.withResolvers<void>();
  await page.route('**/api/tasks.change', async (route) => {
    const response = await route.fetch();
    await answered.promise;
    await route.fulfill({ response });
  });
  await drag(page, edge, { x: edge.x, y: edge.y + 4 * quarter });
  await expect.poll(async () => (await kept('Гранит'))?.minutes).toBe(90);
  await page.keyboard.press('Control+Z');
  answered.resolve();
  await expect.poll(async () => (await kept('Гранит'))?.minutes).toBeNull();
  await page.unroute('**/api/tasks.change');
  const whole = page.locator(`[data-whole="${dayOf(1)}"]`);
  const granite = await middle(task(page, 'Гранит'));
  await drag(page, await middle(task(page, 'счёт')), { x: granite.x, y: granite.y + 12 * quarter });
  await hours(page, 1).locator('[data-key]').filter({ hasText: 'счёт' }).waitFor();
  await expect.poll(async () => (await kept('счёт'))?.hasTime).toBe(true);
  await drag(page, await middle(task(page, 'счёт')), await middle(whole));
  await whole.locator('[data-key]').filter({ hasText: 'счёт' }).waitFor();
  await expect.poll(async () => (await kept('счёт'))?.hasTime).toBe(false);
});

test('K-08: by keys alone: the week, the task, the move, the length, the new task', async () => {
  const { page } = vera;
  await vera.opens(`/calendar/${anna}?span=day&d=${dayOf(0)}`);
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('PageDown');
  await task(page, 'Гранит').waitFor();
  await page.keyboard.press('KeyW');
  await task(page, 'Встреча на складе').waitFor();
  expect(new URL(page.url()).search).toContain('span=week');
  const grid = page.getByRole('grid');
  const hasFocus = () => grid.evaluate((element) => element === document.activeElement);
  await expect.poll(hasFocus).toBe(true);
  await page.keyboard.press('KeyM');
  await page.waitForURL(/span=month/);
  await expect.poll(hasFocus).toBe(true);
  await page.keyboard.press('KeyW');
  await task(page, 'Встреча на складе').waitFor();
  await hours(page, 1).click({ position: { x: 20, y: 39 * quarter } });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => task(page, 'Гранит').getAttribute('data-active')).toBe('true');
  for (const key of ['Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowRight', 'Shift+ArrowDown'])
    await page.keyboard.press(key);
  await clock(page, 'Гранит').toBe('10:30');
  await expect.poll(async () => (await kept('Гранит'))?.minutes).toBe(45);
  expect((await kept('Гранит'))?.at).toContain(`${dayOf(2)}T07:30`);
  await page.keyboard.press('Control+Z');
  await clock(page, 'Гранит').toBe('10:00');
  await hours(page, 4).click({ position: { x: 20, y: 56 * quarter + 2 } });
  await grid.focus();
  await page.keyboard.press('Enter');
  const fresh = card(page, 'Новая задача');
  await fresh.getByText('Анна Белова').waitFor();
  expect(await field(fresh, 'Когда').inputValue()).toContain('14:00');
  await page.keyboard.press('Escape');
});

test('K-08: what lasts past midnight is seen on the days after too, and opens from there', async () => {
  const { page } = vera;
  const start = Temporal.PlainDate.from(dayOf(2)).toZonedDateTime({
    timeZone: 'Europe/Moscow',
    plainTime: '23:00',
  });
  await vera.calls('tasks.create', {
    description: 'Ночной переезд',
    managerId: anna,
    at: start.toInstant().toString(),
    hasTime: true,
    minutes: 180,
  });
  await open();
  const tail = hours(page, 3).locator('[data-key]').filter({ hasText: 'Ночной переезд' });
  await expect.poll(() => tail.textContent()).toContain('…–02:00');
  await vera.opens(`/calendar/${anna}?span=day&d=${dayOf(3)}`);
  await tail.scrollIntoViewIfNeeded();
  await tail.dblclick();
  await card(page).getByText('Ночной переезд').first().waitFor();
  await page.keyboard.press('Escape');
});

test('K-08: free days say how to add; the button adds a task of that manager on that day', async () => {
  const { page } = vera;
  await vera.opens(`/calendar/${anna}?span=day&d=${dayOf(20)}`);
  await page.getByText(/^Задач на эти дни нет/).waitFor();
  await button(page, 'Добавить задачу').click();
  const fresh = card(page, 'Новая задача');
  await field(fresh, 'Описание').fill('Через три недели');
  await page.keyboard.press('Control+Enter');
  await page
    .locator(`[data-whole="${dayOf(20)}"]`)
    .getByText('Через три недели')
    .waitFor();
  await page.keyboard.press('Control+Z');
  await page.getByText(/^Задач на эти дни нет/).waitFor();
});

test('K-08: what somebody else does shows by itself, after a gap in the network too', async () => {
  const { page } = vera;
  await open();
  const found = await kept('складе');
  const igor = await stage.stranger();
  await igor.calls('people.signIn', { email: vera.email, password: vera.password });
  await igor.opens(`/calendar/${anna}?span=week&d=${dayOf(0)}`);
  await task(igor.page, 'складе').waitFor();
  const from = await middle(task(igor.page, 'складе'));
  await drag(igor.page, from, { x: from.x, y: from.y - 4 * quarter });
  await clock(page, 'складе').toBe('11:00');
  await page.context().setOffline(true);
  await igor.calls('tasks.change', {
    id: found?.id ?? 0,
    version: (await kept('складе'))?.version ?? 0,
    set: { at: moscow(dayOf(3), '16:00'), hasTime: true },
  });
  await page.context().setOffline(false);
  await clock(page, 'складе').toBe('16:00');
  await igor.context.close();
});

test('K-08: a colleague’s move between the look and the drop is told, and can be overruled', async () => {
  const { page } = vera;
  await open();
  const before = await kept('складе');
  let held = true;
  vera.willBeRefused('tasks.change');
  await page.route('**/api/tasks.change', async (route) => {
    if (held) {
      held = false;
      await vera.calls('tasks.change', {
        id: before?.id ?? 0,
        version: before?.version ?? 0,
        set: { at: moscow(dayOf(4), '09:00') },
      });
    }
    await route.continue();
  });
  const from = await middle(task(page, 'складе'));
  await drag(page, from, { x: from.x, y: from.y - 2 * quarter });
  await page.getByText(/только что перенёс коллега, она стоит: .* 09:00/).waitFor();
  await clock(page, 'складе').toBe('09:00');
  await button(page, 'Всё равно перенести').click();
  await clock(page, 'складе').toBe('15:30');
  await page.unroute('**/api/tasks.change');
});

test('K-08: a colleague’s move while the mouse holds the task is told too, and the task stays where they put it', async () => {
  const { page } = vera;
  await open();
  const before = await kept('складе');
  vera.willBeRefused('tasks.change');
  const from = await middle(task(page, 'складе'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 4 * quarter, { steps: 4 });
  await vera.calls('tasks.change', {
    id: before?.id ?? 0,
    version: before?.version ?? 0,
    set: { at: moscow(dayOf(4), '09:00') },
  });
  await hours(page, 4).locator('[data-key]').filter({ hasText: 'складе' }).waitFor();
  await page.mouse.move(from.x, from.y - 2 * quarter, { steps: 4 });
  await page.mouse.up();
  await page.getByText(/только что перенёс коллега, она стоит: .* 09:00/).waitFor();
  await clock(page, 'складе').toBe('09:00');
  expect((await kept('складе'))?.at).toContain(`${dayOf(4)}T06:00`);
  await vera.calls('tasks.change', {
    id: before?.id ?? 0,
    version: (await kept('складе'))?.version ?? 0,
    set: { at: before?.at ?? null },
  });
  await clock(page, 'складе').toBe('15:30');
});

test('K-08: a task that a colleague closes while the mouse holds it stays where they left it, and it is told', async () => {
  const { page } = vera;
  await open();
  const { id } = await vera.calls('tasks.create', {
    managerId: anna,
    description: 'Закроют',
    at: moscow(dayOf(2), '11:00'),
    hasTime: true,
    minutes: 60,
  });
  vera.willBeRefused('tasks.change');
  await task(page, 'Закроют').waitFor();
  const from = await middle(task(page, 'Закроют'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 2 * quarter, { steps: 4 });
  await vera.calls('tasks.cancel', { id, reason: 'Передумали' });
  await page.mouse.move(from.x, from.y + 4 * quarter, { steps: 4 });
  await page.mouse.up();
  await page.getByText(/только что закрыл коллега, она остаётся: .* 11:00/).waitFor();
  expect(await button(page, 'Всё равно перенести').count()).toBe(0);
  await clock(page, 'Закроют').toBe('11:00');
  await vera.calls('tasks.delete', { chosen: { ids: [id] } });
});

test('K-08 W-03: a reader in another zone: hours by the firm’s clock, words by both, and the same days', async () => {
  const { page } = vera;
  const { appearance } = await vera.asks('people.me', {});
  await vera.calls('people.changeAppearance', { ...appearance, timeZone: 'Asia/Vladivostok' });
  await open();
  await page.getByText(/Время фирмы, Europe\/Moscow/).waitFor();
  const from = await middle(task(page, 'Гранит'));
  await drag(page, from, { x: from.x, y: from.y + 8 * quarter });
  await clock(page, 'Гранит').toBe('12:00');
  await toast(page, /Задача № \d+: .* 12:00, у вас .* 19:00/).waitFor();
  const id = (await kept('Гранит'))?.id;
  await vera.opens(`/tasks?d=${dayOf(1)}..${dayOf(1)}&card=tasks.${id}`);
  await expect.poll(() => field(card(page, /Задача/), 'Когда').inputValue()).toMatch(/ 19:00$/);
  await page.getByText('дни по часам фирмы: Europe/Moscow').waitFor();
  const letter = rows(page).filter({ hasText: 'счёт' });
  await letter.getByText(new RegExp(` ${Number(dayOf(1).slice(8))} `)).waitFor();
  for (const place of ['/my-day', '/calendar']) {
    await vera.opens(place);
    await page.getByText('дни по часам фирмы: Europe/Moscow').waitFor();
  }
  await vera.calls('people.changeAppearance', appearance);
  await vera.opens(`/calendar/${anna}?span=week&d=${dayOf(0)}`);
  await clock(page, 'Гранит').toBe('12:00');
  await drag(page, await middle(task(page, 'Гранит')), from);
  await clock(page, 'Гранит').toBe('10:00');
});

test('K-08 Z-03: a month; its numbers open their days, and a task goes to another day there', async () => {
  const { page } = vera;
  await vera.opens(`/calendar/${anna}?span=month&d=${dayOf(1)}`);
  const cell = (n: number) => page.locator(`[data-month-day="${dayOf(n)}"]`);
  await cell(1).locator('[data-key]').first().waitFor();
  await cell(1)
    .getByRole('button', { name: /2 задачи$/ })
    .click();
  await card(page, /^Анна Белова · /).waitFor();
  await expect.poll(() => rows(page).count()).toBe(2);
  await button(card(page, /^Анна Белова · /), 'По часам').click();
  await page.waitForURL(/span=day/);
  await page.goBack();
  await rows(page).first().waitFor();
  await card(page, /^Анна Белова · /).press('Escape');
  await card(page, /^Анна Белова · /).waitFor({ state: 'hidden' });
  await drag(page, await middle(task(page, 'счёт')), await middle(cell(2)));
  await cell(2).locator('[data-key]').filter({ hasText: 'счёт' }).waitFor();
  await button(toast(page, /Задача № \d+/), 'Отменить').click();
  await cell(1).locator('[data-key]').filter({ hasText: 'счёт' }).waitFor();
});

test('K-08: the browser’s way back goes through the months and spans that were looked at', async () => {
  const { page } = vera;
  await vera.opens('/calendar');
  await vera.opens(`/calendar/${anna}?span=month&d=2026-11-20`);
  await page.getByRole('grid').focus();
  await page.keyboard.press('PageDown');
  await page.waitForURL(/d=2026-12/);
  await page.keyboard.press('PageDown');
  await page.waitForURL(/d=2027-01/);
  await page.getByText('Неделя', { exact: true }).click();
  await page.waitForURL(/span=week/);
  await page.goBack();
  await page.waitForURL(/span=month&d=2027-01/);
  await page.goBack();
  await page.waitForURL(/d=2026-12/);
  await page.goBack();
  await page.waitForURL(/d=2026-11-20/);
  await page.goBack();
  await page.waitForURL(/calendar$/);
});

test('K-08: from the calendar of all by the switch and by the name; the filter comes along and is said', async () => {
  const { page } = vera;
  await vera.opens('/calendar?f.open=yes');
  const name = page.getByRole('rowheader', { name: 'Анна Белова' });
  await name.dblclick();
  await page.waitForURL(new RegExp(`/calendar/${anna}\\?`));
  await expect
    .poll(() => page.getByRole('heading', { level: 1 }).textContent())
    .toMatch(/^Анна Белова · .* · Выполнение: незаконченные/);
  await page.getByRole('radiogroup', { name: 'Чей календарь' }).getByText('Все').click();
  await name.waitFor();
  expect(new URL(page.url()).search).toContain('f.open=yes');
  await page.getByRole('radiogroup', { name: 'Чей календарь' }).getByText('Один').click();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Вера Ильина · /);
});

test('K-02 K-03 K-08: the interval and the managers of all go along to one, and back', async () => {
  const { page } = vera;
  const whose = (name: string) =>
    page.getByRole('radiogroup', { name: 'Чей календарь' }).getByText(name).click();
  const days = '2027-01-11..2027-01-17';
  await vera.opens(`/calendar?d=${days}&f.manager=${anna}&by=load`);
  await page.getByRole('rowheader', { name: 'Анна Белова' }).waitFor();
  await whose('Один');
  await page.waitForURL(/span=week/);
  await page.getByRole('heading', { level: 1, name: /^Анна Белова · 11–17 янв/ }).waitFor();
  await whose('Все');
  await page.getByRole('rowheader', { name: 'Анна Белова' }).waitFor();
  const all = new URL(page.url()).searchParams;
  expect([all.get('d'), all.get('f.manager'), all.get('by')]).toEqual([days, String(anna), 'load']);
  await whose('Один');
  await page.getByRole('heading', { level: 1, name: /^Анна Белова · 11–17 янв/ }).waitFor();
  await page.keyboard.press('PageDown');
  await page.getByRole('heading', { level: 1, name: /^Анна Белова · 18–24 янв/ }).waitFor();
  await whose('Все');
  await page.getByRole('rowheader', { name: 'Анна Белова' }).waitFor();
  expect(new URL(page.url()).searchParams.get('d')).toBe('2027-01-18..2027-01-24');
});

test('K-08 B-09: a colleague’s days that one has no right to see are named so, with the way to one’s own', async () => {
  const who = { name: 'Пётр', email: 'petr@example.com', rights: rightsAtLevel('own') };
  const petr = await colleague(stage, vera, who);
  petr.willBeRefused('calendar.manager');
  await petr.opens(`/calendar/${anna}`);
  const refused = petr.page.getByText(/^Календарь этого сотрудника вам не виден/);
  await refused.waitFor();
  await expect.poll(() => button(petr.page, 'Добавить задачу').count()).toBe(0);
  // A task of his own has the days asked for anew; until the answer the refusal stands.
  const askedAnew = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  await petr.page.route('**/api/calendar.manager?*', async (route) => {
    askedAnew.resolve();
    await answer.promise;
    await route.continue();
  });
  const { id: managerId } = (await petr.asks('people.me', {})).person;
  await vera.calls('tasks.create', { description: 'Заказать пропуск', managerId });
  await askedAnew.promise;
  await petr.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  expect(await refused.count()).toBe(1);
  expect(await button(petr.page, 'Добавить задачу').count()).toBe(0);
  answer.resolve();
  await petr.page.getByRole('link', { name: 'Мой календарь' }).click();
  await petr.page.getByRole('grid').waitFor();
  await button(petr.page, 'Добавить задачу').waitFor();
  await petr.context.close();
});

test('K-08: whose tasks one may only see stay where they are; whose one may not see are nowhere', async () => {
  const all = rightsAtLevel('all');
  const rights = { ...all, tasks: { ...all.tasks, change: 'own' as const, delete: 'own' as const } };
  const { id: roleId } = await vera.calls('people.createRole', { name: 'Смотрит', rights });
  const oleg = await colleague(stage, vera, { name: 'Олег', email: 'oleg@example.com', roleId });
  await oleg.opens(`/calendar/${anna}?span=week&d=${dayOf(0)}`);
  await task(oleg.page, 'Гранит').waitFor();
  expect(await task(oleg.page, 'Гранит').getAttribute('data-fixed')).toBe('true');
  const from = await middle(task(oleg.page, 'Гранит'));
  await drag(oleg.page, from, { x: from.x, y: from.y + 6 * quarter });
  await clock(oleg.page, 'Гранит').toBe('10:00');
  expect((await kept('Гранит'))?.at).toContain(`${dayOf(1)}T07:00`);
  await vera.calls('people.changeRole', { id: roleId, version: 1, set: { rights: all } });
  await oleg.page.reload();
  await task(oleg.page, 'Гранит').waitFor();
  oleg.willBeRefused('tasks.change');
  const again = await middle(task(oleg.page, 'Гранит'));
  const { mouse } = oleg.page;
  await mouse.move(again.x, again.y);
  await mouse.down();
  await mouse.move(again.x, again.y + 2 * quarter, { steps: 4 });
  // in the hand already: the screen may hear of the right that is gone before it is let go
  await vera.calls('people.changeRole', { id: roleId, version: 2, set: { rights } });
  await mouse.move(again.x, again.y + 6 * quarter, { steps: 4 });
  await mouse.up();
  await oleg.page.getByText(/^На это у вас нет права/).waitFor();
  await clock(oleg.page, 'Гранит').toBe('10:00');
  oleg.willBeRefused('calendar.manager');
  await oleg.opens('/calendar/999999');
  await oleg.page.getByRole('alert').waitFor();
  await oleg.context.close();
});

test('K-06 K-08: a client that a colleague renames has its new name in the hours', async () => {
  const { page } = vera;
  const { id } = await vera.calls('clients.create', { name: 'Старый Гранит' });
  const at = moscow(dayOf(2), '15:00');
  await vera.calls('tasks.create', { managerId: anna, clientId: id, at, hasTime: true });
  await open();
  await task(page, 'Старый Гранит').waitFor();
  await vera.calls('clients.change', { id, version: 1, set: { name: 'Новый Гранит' } });
  await task(page, 'Новый Гранит').waitFor();
  expect(await task(page, 'Старый Гранит').count()).toBe(0);
});

test('K-06 T-08: a filter by a group of managers follows who is moved into it', async () => {
  const { page } = vera;
  const group = await vera.calls('groups.create', { tree: 'managers', parentId: null, name: 'Склад' });
  await vera.opens(`/tasks?d=all&f.manager=g${group.id}`);
  await page.getByText('В этом виде задач нет').waitFor();
  const { rows: people } = await vera.asks('people.list', {});
  const { version } = people.find(({ id }) => id === anna) as { version: number };
  await vera.calls('people.change', { id: anna, version, set: { groupId: group.id } });
  await rows(page).first().waitFor();
});
