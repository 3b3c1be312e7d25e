// The calendar of all managers: counts are doors, cells and tasks move, it is live, levels itself, and goes by the keyboard.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { rightsAtLevel } from '../../contract/kit/rights.ts';
import { colleague } from '../colleague.ts';
import { button, card, field, foot, rows, rowWith, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;
let anna: number;
let igor: number;
let today: string;

const dayAfter = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
/** Noon in Moscow. */
const noon = (day: string) => `${day}T09:00:00Z`;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  today = (await vera.asks('people.me', {})).today;
  const { id: groupId } = await vera.calls('groups.create', { tree: 'managers', name: 'Отдел продаж' });
  const roleId = (await vera.asks('people.roles', {})).rows.at(-1)?.id ?? 0;
  anna = (await vera.calls('people.create', { name: 'Анна Белова', groupId, roleId })).id;
  igor = (await vera.calls('people.create', { name: 'Игорь Ершов', groupId, roleId })).id;
  const plan = [
    { managerId: anna, day: 1, description: 'Позвонить в «Гранит»' },
    { managerId: anna, day: 1, description: 'Отправить счёт' },
    { managerId: igor, day: 3, description: 'Встреча на складе' },
  ];
  for (const { managerId, day, description } of plan)
    await vera.calls('tasks.create', { managerId, description, at: noon(dayAfter(day)), hasTime: true });
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

const line = (page: Page, name: string) => page.locator('main [role=row]').filter({ hasText: name });
/** The cell of a manager so many days after today. */
const cellOf = (page: Page, name: string, days: number): Locator =>
  line(page, name).locator(`[role=gridcell][data-column="${days}"]`);
const count = (cell: Locator, text: string) => expect.poll(() => cell.textContent()).toBe(text);

/** Pixels that the house's own bar takes. */
const topBar = 44;

async function open(path = '/calendar') {
  await vera.opens(path);
  await line(vera.page, 'Анна Белова').waitFor();
}

test('K-01: managers by days, by groups that fold, with totals; today is marked', async () => {
  const { page } = vera;
  await open();
  await count(cellOf(page, 'Анна Белова', 1), '2');
  await count(cellOf(page, 'Игорь Ершов', 3), '1');
  await count(cellOf(page, 'Отдел продаж', 1), '2');
  await count(line(page, 'Всего').last().locator('[role=gridcell]').last(), '3');
  expect(await page.locator('[role=columnheader][data-today]').count()).toBe(1);
  expect(await cellOf(page, 'Анна Белова', 1).getAttribute('data-shade')).not.toBeNull();
  await line(page, 'Отдел продаж').locator('[role=rowheader]').click();
  await line(page, 'Анна Белова').waitFor({ state: 'hidden' });
  await page.reload();
  await line(page, 'Отдел продаж').waitFor();
  await expect.poll(() => line(page, 'Анна Белова').count()).toBe(0);
  await button(page, 'Раскрыть всё').click();
  await line(page, 'Анна Белова').waitFor();
});

test('K-01 R-07: the name of a line says how many tasks the line has', async () => {
  const { page } = vera;
  await open();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowLeft');
  const name = line(page, 'Отдел продаж').getByRole('rowheader');
  await expect.poll(() => name.getAttribute('aria-label')).toBe('Отдел продаж: 3');
});

test('K-01 K-03 K-08: on a phone the view in words and two rows stand above the days', async () => {
  const { page } = vera;
  await page.setViewportSize({ width: 390, height: 844 });
  const above = async (grid: Locator) => ((await grid.boundingBox())?.y ?? 0) - topBar;
  await open();
  expect(await above(page.locator('main [role=grid]'))).toBeLessThan(110);
  const words = await page.getByRole('heading', { level: 1 }).boundingBox();
  expect(words?.width).toBeGreaterThan(300);
  expect(words?.height).toBeGreaterThan(10);
  await vera.opens(`/calendar/${anna}?f.open=yes`);
  await button(page, 'Сегодня').waitFor();
  const last = page.getByRole('main').getByRole('link', { name: 'Печать' });
  expect(await above(last)).toBeLessThan(80);
  expect((await page.getByRole('heading', { level: 1 }).boundingBox())?.width).toBeGreaterThan(300);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('K-01: on a phone the names of groups and managers stand whole, in two lines', async () => {
  const { page } = vera;
  await page.setViewportSize({ width: 390, height: 844 });
  await open();
  const name = line(page, 'Отдел продаж').locator('[role=rowheader] > span');
  expect(await name.evaluate((text) => text.scrollWidth - text.clientWidth)).toBeLessThan(2);
  expect(await name.evaluate((text) => text.scrollHeight - text.clientHeight)).toBeLessThan(2);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('K-03: the filter is said in words above, and the address opens the same', async () => {
  const { page } = vera;
  await vera.opens(`/calendar?f.manager=${igor}`);
  await line(page, 'Игорь Ершов').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(
    /^Календарь · Ближайшие 30 дней: .* · Менеджер: Игорь Ершов$/,
  );
  expect(await line(page, 'Анна Белова').count()).toBe(0);
  await button(page, 'Сбросить отбор').click();
  await line(page, 'Анна Белова').waitFor();
});

test('K-03: what is looked for in a column is said with its name, in the marks of the language', async () => {
  const { page } = vera;
  const title = page.getByRole('heading', { level: 1 });
  await open('/calendar?s.description=сч&s.results=да&q=от');
  await expect.poll(() => title.textContent()).toMatch(/ · «от» · Описание: «сч» · Результаты: «да»$/);
  await open('/calendar?s.description=сч&mode=prefix');
  await expect.poll(() => title.textContent()).toMatch(/ · Описание: «сч…»$/);
  const { appearance } = await vera.asks('people.me', {});
  await vera.calls('people.changeAppearance', { ...appearance, locale: 'en' });
  await open('/calendar?s.description=сч&f.description=~сч');
  await expect.poll(() => title.textContent()).toMatch(/ · Description: “сч” · Description: “сч”$/);
  await vera.calls('people.changeAppearance', appearance);
});

test('K-03: a filter that means nothing is named in words, with the way back', async () => {
  const { page } = vera;
  vera.willBeRefused('calendar.grid');
  await vera.opens('/calendar?f.manager=abc');
  await button(page, 'Показать без отбора').click();
  await line(page, 'Анна Белова').waitFor();
});

test('K-02: only intervals that have days are offered', async () => {
  const { page } = vera;
  await open();
  await button(page, /^Интервал/).click();
  await page.getByText('Следующая неделя', { exact: true }).waitFor();
  for (const name of ['Просрочено', 'Без даты', 'Всё время'])
    expect(await page.getByText(name, { exact: true }).count()).toBe(0);
  await page.keyboard.press('Escape');
});

test('K-02: an interval of a year is months; one that is too long is refused in words', async () => {
  const { page } = vera;
  await open('/calendar?d=year');
  expect(await page.getByRole('columnheader').filter({ hasText: 'январь' }).count()).toBe(1);
  vera.willBeRefused('calendar.grid');
  await vera.opens('/calendar?d=1900-01-01..2200-12-31');
  await page.getByText('Календарь показывает не больше 371 дня').waitFor();
  await vera.opens('/calendar?d=1826-01-01..2226-12-31');
  await page.getByText('Интервал: такой даты нет; годы от 1900 до 2200').waitFor();
});

test('K-01 Z-01: C on a cell makes a task of that manager on that day; on a group’s row one’s own', async () => {
  const { page } = vera;
  await open();
  await cellOf(page, 'Игорь Ершов', 3).click();
  await page.keyboard.press('KeyC');
  const fresh = card(page, 'Новая задача');
  await fresh.getByText('Игорь Ершов').waitFor();
  expect(new URL(page.url()).search).toContain(`day%3D${dayAfter(3)}`);
  await field(fresh, 'Описание').fill('По клавише');
  await page.keyboard.press('Control+Enter');
  await count(cellOf(page, 'Игорь Ершов', 3), '2');
  await page.keyboard.press('Control+Z');
  await count(cellOf(page, 'Игорь Ершов', 3), '1');
  await cellOf(page, 'Отдел продаж', 3).click();
  await page.keyboard.press('KeyC');
  await fresh.getByText('Вера Ильина').waitFor();
  await page.keyboard.press('Escape');
  await fresh.waitFor({ state: 'hidden' });
});

test('M-01 Z-01: a manager’s day is walked by the arrows as soon as it is there', async () => {
  const { page } = vera;
  await open();
  await cellOf(page, 'Анна Белова', 1).click();
  await page.keyboard.press('Enter');
  const window = card(page, /^Анна Белова · /);
  await window.getByText('Отправить счёт').waitFor();
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest('[role=dialog]') && document.activeElement.role),
    )
    .toBe('grid');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await card(page, /Задача/).waitFor();
  await page.keyboard.press('Escape');
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest('[data-window]') && document.activeElement.role),
    )
    .toBe('grid');
  await page.keyboard.press('Escape');
  await window.waitFor({ state: 'hidden' });
  await cellOf(page, 'Анна Белова', 20).dblclick();
  await window.getByText('На этот день задач нет').waitFor();
  await page.keyboard.press('Escape');
  await window.waitFor({ state: 'hidden' });
});

test('K-04 M-01 Z-03: a cell opens its manager’s day, with just the rows that it counts', async () => {
  const { page } = vera;
  await open();
  await cellOf(page, 'Анна Белова', 1).dblclick();
  const window = card(page, /^Анна Белова · /);
  await window.getByText('Отправить счёт').waitFor();
  await expect.poll(() => rows(page).count()).toBe(2);
  expect(await foot(page).count()).toBe(0);
  expect(await window.locator('footer').textContent()).toBe('2 задачи');
  expect(await window.getByRole('heading').textContent()).toMatch(/^Анна Белова · \S+, \d+ \S+ \d{4}/);
});

test('M-02: a new task there has that manager, who stays, and that day; another day is told and shown', async () => {
  const { page } = vera;
  await button(card(page, /^Анна Белова · /), 'Добавить задачу').click();
  const task = card(page, 'Новая задача');
  await task.getByText('Анна Белова').waitFor();
  expect(await field(task, 'Менеджер').isDisabled()).toBe(true);
  await field(task, 'Описание').fill('Отвезти договор');
  await page.keyboard.press('Control+Enter');
  await rowWith(page, 'Отвезти договор').dblclick();
  await field(card(page, /Задача №/), 'Когда').fill('24.12.2031');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Задача № \d+ стоит на другой день: .*2031/).waitFor();
  await expect.poll(() => card(page, /Задача №/).count()).toBe(0);
  await button(toast(page, /Изменена задача/), 'Отменить').click();
  await rowWith(page, 'Отвезти договор').waitFor();
  const elsewhere = page.locator('.mantine-Notification-root').filter({ hasText: 'стоит на другой день' });
  await elsewhere.getByRole('button').last().click();
  await page.getByText(/стоит на другой день/).waitFor({ state: 'hidden' });
  await card(page, /^Анна Белова · /)
    .getByRole('grid')
    .focus();
  await page.keyboard.press('KeyC');
  await field(card(page, 'Новая задача'), 'Описание').fill('Не сегодня');
  await field(card(page, 'Новая задача'), 'Когда').fill('25.12.2031');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Задача № \d+ стоит на другой день: .*2031/).waitFor();
  await expect
    .poll(() => page.locator('.mantine-Notification-root', { hasText: 'Показать' }).count())
    .toBe(1);
  await button(elsewhere.last(), 'Показать').click();
  const other = card(page, /^Анна Белова · .*25 декабря 2031/);
  await other.getByText('Не сегодня').waitFor();
  const day = other.getByRole('gridcell').filter({ hasText: /25 дек/ });
  await day.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('26.12.2031');
  await page.keyboard.press('Enter');
  await page.getByText(/Задача № \d+ стоит на другой день: .*26 дек.*2031/).waitFor();
});

test('M-01 W-05: Alt+↓ in a task of a manager’s day goes along that day, in front, and it stays of that day', async () => {
  const { page } = vera;
  await open();
  await cellOf(page, 'Анна Белова', 1).dblclick();
  await rowWith(page, 'Позвонить в «Гранит»').dblclick();
  const shown = card(page, /^Задача №/);
  const says = (text: string) => expect.poll(() => field(shown, 'Описание').inputValue()).toBe(text);
  await says('Позвонить в «Гранит»');
  for (const [key, text] of [
    ['Alt+ArrowDown', 'Отправить счёт'],
    ['Alt+ArrowUp', 'Позвонить в «Гранит»'],
    ['Alt+ArrowDown', 'Отправить счёт'],
  ] as const) {
    await page.keyboard.press(key);
    await says(text);
    await expect.poll(() => shown.evaluate((each) => each.contains(document.activeElement))).toBe(true);
  }
  expect(new URL(page.url()).searchParams.get('card')).toContain('shown=');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('T-01: a day that is none, in an address made by hand, opens a card of today', async () => {
  const { page } = vera;
  await open('/calendar?card=tasks.new~day=2026-02-31');
  await card(page, 'Новая задача').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('grid').focus();
  await page.keyboard.press('KeyC');
  await card(page, 'Новая задача').waitFor();
});

test('K-04 K-05: a preview shows the tasks; one is dragged to another manager and day, and taken back', async () => {
  const { page } = vera;
  await open();
  await cellOf(page, 'Игорь Ершов', 3).hover();
  const preview = page.getByRole('dialog').filter({ hasText: 'Встреча на складе' });
  await preview.waitFor();
  await preview.locator('li').dragTo(cellOf(page, 'Анна Белова', 5));
  await count(cellOf(page, 'Анна Белова', 5), '1');
  await count(cellOf(page, 'Игорь Ершов', 3), '');
  await button(toast(page, /Перенесена 1 задача: Анна Белова/), 'Отменить').click();
  await count(cellOf(page, 'Игорь Ершов', 3), '1');
  await count(cellOf(page, 'Анна Белова', 5), '');
});

test('K-05: a task that a colleague has just moved stays with them; where it stands is said, and it opens', async () => {
  const { page } = vera;
  await open();
  const { rows: found } = await vera.asks('tasks.list', { d: 'all', q: 'Встреча на складе' });
  const { id = 0, at = null } = found[0] ?? {};
  const version = () => vera.asks('tasks.get', { id }).then((task) => task.version);
  let hour = '09';
  await page.route('**/api/tasks.move', async (route) => {
    const set = { managerId: anna, at: `${dayAfter(6)}T${hour}:00:00Z` };
    await vera.calls('tasks.change', { id, version: await version(), set });
    await route.continue();
  });
  await cellOf(page, 'Игорь Ершов', 3).hover();
  const preview = page.getByRole('dialog').filter({ hasText: 'Встреча на складе' });
  await preview.locator('li').dragTo(cellOf(page, 'Анна Белова', 5));
  const told = page.locator('.mantine-Notification-root').filter({ hasText: 'ваш перенос не сделан' });
  await told.getByText(/Сейчас она стоит так: .* 12:00, Анна Белова/).waitFor();
  hour = '10';
  await page.mouse.move(700, 800);
  await cellOf(page, 'Анна Белова', 6).hover();
  await preview.locator('li').dragTo(cellOf(page, 'Анна Белова', 5));
  await told.getByText(/Сейчас она стоит так: .* 13:00, Анна Белова/).waitFor();
  await expect.poll(() => told.count()).toBe(1);
  await button(told, 'Открыть').click();
  await card(page, /^Задача/).waitFor();
  await page.keyboard.press('Escape');
  await page.unroute('**/api/tasks.move');
  await vera.calls('tasks.change', { id, version: await version(), set: { managerId: igor, at } });
  await count(cellOf(page, 'Игорь Ершов', 3), '1');
});

test('K-05: a group’s row takes nothing, an empty cell has nothing to move, and both are told', async () => {
  const { page } = vera;
  await open();
  await cellOf(page, 'Анна Белова', 1).click();
  await page.keyboard.press('Control+X');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+V');
  await page.getByText('Выберите строку менеджера, а не группы').waitFor();
  await page.keyboard.press('Escape');
  for (const key of ['ArrowDown', 'End', 'Control+X']) await page.keyboard.press(key);
  await page.getByText('В этой ячейке нет задач, переносить нечего').waitFor();
  await count(cellOf(page, 'Анна Белова', 1), '3');
});

test('K-05: a whole cell goes by the keyboard: cut, walk, paste', async () => {
  const { page } = vera;
  await open();
  await cellOf(page, 'Анна Белова', 1).click();
  await page.keyboard.press('Control+X');
  for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.press('Control+V');
  await count(cellOf(page, 'Игорь Ершов', 2), '3');
  await count(cellOf(page, 'Анна Белова', 1), '');
  await page.keyboard.press('Control+Z');
  await count(cellOf(page, 'Анна Белова', 1), '3');
});

test('K-05: what was cut is what moves, though its group is folded and another interval is shown meanwhile', async () => {
  const { page } = vera;
  await open();
  await cellOf(page, 'Анна Белова', 1).click();
  await page.keyboard.press('Control+X');
  await line(page, 'Отдел продаж').locator('[role=rowheader]').click();
  await line(page, 'Анна Белова').waitFor({ state: 'hidden' });
  await button(page, /^Интервал/).click();
  await page.getByText('Следующая неделя', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /Следующая неделя/ }).waitFor();
  await cellOf(page, 'Вера Ильина', 4).click();
  await page.keyboard.press('Control+V');
  await toast(page, /^Перенесены 3 задачи: Вера Ильина/).waitFor();
  await count(cellOf(page, 'Вера Ильина', 4), '3');
  await page.keyboard.press('Control+Z');
  await count(cellOf(page, 'Вера Ильина', 4), '');
  await button(page, 'Раскрыть всё').click();
  const folded = async () => (await vera.asks('views.layouts', {})).layouts.calendar?.hidden;
  await expect.poll(folded).toEqual({});
  await open();
  await count(cellOf(page, 'Анна Белова', 1), '3');
});

test('K-05: what was cut under a filter is what the filter showed, whatever it shows by then', async () => {
  const { page } = vera;
  await open('/calendar?s.description=счёт');
  await count(cellOf(page, 'Анна Белова', 1), '1');
  await cellOf(page, 'Анна Белова', 1).click();
  await page.keyboard.press('Control+X');
  await button(page, 'Сбросить отбор').click();
  await count(cellOf(page, 'Анна Белова', 1), '3');
  await cellOf(page, 'Анна Белова', 8).click();
  await page.keyboard.press('Control+V');
  await count(cellOf(page, 'Анна Белова', 8), '1');
  await count(cellOf(page, 'Анна Белова', 1), '2');
  await page.keyboard.press('Control+Z');
  await count(cellOf(page, 'Анна Белова', 1), '3');
});

test('K-05: what a colleague adds to a cell after it was cut stays there', async () => {
  const { page } = vera;
  await open();
  const shown = page.waitForResponse((answer) => answer.url().includes('/api/tasks.list'));
  await cellOf(page, 'Анна Белова', 1).click();
  await page.keyboard.press('Control+X');
  await shown;
  const at = noon(dayAfter(1));
  const { id } = await vera.calls('tasks.create', { description: 'Новая', managerId: anna, at });
  await count(cellOf(page, 'Анна Белова', 1), '4');
  await cellOf(page, 'Анна Белова', 8).click();
  await page.keyboard.press('Control+V');
  await count(cellOf(page, 'Анна Белова', 8), '3');
  await count(cellOf(page, 'Анна Белова', 1), '1');
  await page.keyboard.press('Control+Z');
  await count(cellOf(page, 'Анна Белова', 1), '4');
  await vera.calls('tasks.delete', { chosen: { ids: [id] } });
});

test('K-05: a row that appears while a cell is dragged changes neither what goes nor where it lands', async () => {
  const { page } = vera;
  await open();
  await cellOf(page, 'Игорь Ершов', 3).hover();
  await page.mouse.down();
  await cellOf(page, 'Игорь Ершов', 6).hover();
  await cellOf(page, 'Игорь Ершов', 7).hover();
  const { groupId = null, roleId = 0 } =
    (await vera.asks('people.list', {})).rows.find(({ id }) => id === igor) ?? {};
  const { id } = await vera.calls('people.create', { name: 'Зоя Абель', groupId, roleId });
  await line(page, 'Зоя Абель').waitFor();
  await cellOf(page, 'Игорь Ершов', 7).hover();
  await page.mouse.up();
  await count(cellOf(page, 'Игорь Ершов', 7), '1');
  await count(cellOf(page, 'Игорь Ершов', 3), '');
  await page.keyboard.press('Control+Z');
  await count(cellOf(page, 'Игорь Ершов', 3), '1');
  await vera.calls('people.delete', { id });
});

test('K-05: a task that a colleague takes away while its cell is dragged is not called closed', async () => {
  const { page } = vera;
  await open();
  const at = noon(dayAfter(9));
  const make = (description: string) => vera.calls('tasks.create', { managerId: igor, description, at });
  const [{ id, row }] = [await make('Уйдёт'), await make('Переедет')];
  await count(cellOf(page, 'Игорь Ершов', 9), '2');
  await cellOf(page, 'Игорь Ершов', 9).hover();
  await page.mouse.down();
  await cellOf(page, 'Игорь Ершов', 10).hover();
  await vera.calls('tasks.move', { moves: [{ id, version: row.version, day: dayAfter(13) }] });
  await count(cellOf(page, 'Игорь Ершов', 9), '1');
  await cellOf(page, 'Игорь Ершов', 11).hover();
  await page.mouse.up();
  await toast(page, /^Перенесена 1 задача: .*; 1 задачи там уже нет: её только что изменили/).waitFor();
  await count(cellOf(page, 'Игорь Ершов', 11), '1');
  await vera.calls('tasks.delete', {
    chosen: { view: { d: `${dayAfter(9)}..${dayAfter(13)}` }, except: [] },
  });
});

test('K-05: what one may not move or give is told; what is closed stays and is told', async () => {
  const all = rightsAtLevel('all');
  const rights = { ...all, tasks: { ...all.tasks, add: 'own' as const, change: 'own' as const } };
  const oleg = await colleague(stage, vera, { name: 'Олег Фет', email: 'oleg@example.com', rights });
  const olegId = oleg.id;
  const at = noon(dayAfter(12));
  const { id: closedId } = await oleg.calls('tasks.create', {
    managerId: olegId,
    description: 'Отменена',
    at,
  });
  await oleg.calls('tasks.cancel', { id: closedId, reason: 'Передумали' });
  await oleg.calls('tasks.create', { managerId: olegId, description: 'Открыта', at });
  await vera.calls('tasks.create', { managerId: anna, description: 'Чужая', at });
  const { page } = oleg;
  /** Out of the preview, which would lie over the cell. */
  const go = async (name: string, days: number) => {
    await page.mouse.move(700, 800);
    await cellOf(page, name, days).click();
  };
  await oleg.opens('/calendar');
  await count(cellOf(page, 'Олег Фет', 12), '2');
  const mayNotMove = page.getByText('Анна Белова: переносить эти задачи у вас нет права');
  await cellOf(page, 'Анна Белова', 12).dragTo(cellOf(page, 'Олег Фет', 14));
  await expect.poll(() => mayNotMove.count()).toBe(1);
  await go('Анна Белова', 12);
  await page.keyboard.press('Control+X');
  await expect.poll(() => mayNotMove.count()).toBe(2);
  await go('Олег Фет', 12);
  await page.keyboard.press('Control+X');
  await go('Анна Белова', 13);
  await page.keyboard.press('Control+V');
  await page.getByText('Анна Белова: давать сюда задачи у вас нет права').waitFor();
  await go('Олег Фет', 13);
  await page.keyboard.press('Control+V');
  await toast(page, /^Перенесена 1 задача: Олег Фет.*; 1 закрытая осталась на своём дне/).waitFor();
  await count(cellOf(page, 'Олег Фет', 12), '1');
  await count(cellOf(page, 'Олег Фет', 13), '1');
  await go('Олег Фет', 12);
  await page.keyboard.press('Control+X');
  await go('Олег Фет', 14);
  await page.keyboard.press('Control+V');
  await page.getByText(/^1 закрытая осталась на своём дне/).waitFor();
  await oleg.opens('/calendar?f.open=no');
  await count(cellOf(page, 'Олег Фет', 12), '1');
  await go('Олег Фет', 12);
  await page.keyboard.press('Control+X');
  await go('Олег Фет', 14);
  await page.keyboard.press('Control+V');
  await page.getByText(/^1 закрытая осталась на своём дне/).waitFor();
  await count(cellOf(page, 'Олег Фет', 14), '');
  expect((await vera.asks('tasks.list', { d: `${dayAfter(13)}..${dayAfter(13)}` })).rows.length).toBe(1);
  await vera.calls('tasks.delete', {
    chosen: { view: { d: `${dayAfter(12)}..${dayAfter(13)}` }, except: [] },
  });
});

test('K-04: by the keyboard alone: walk, preview, open, close', async () => {
  const { page } = vera;
  await open();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  for (const key of ['ArrowDown', 'ArrowRight', ' ']) await page.keyboard.press(key);
  await page.getByRole('dialog').getByText('Отправить счёт').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await card(page, /^Анна Белова · /).waitFor();
  await page.keyboard.press('Escape');
  await card(page, /^Анна Белова · /).waitFor({ state: 'hidden' });
});

test('K-06: a task that somebody else adds changes the cell by itself', async () => {
  const { page } = vera;
  await open();
  await count(cellOf(page, 'Игорь Ершов', 4), '');
  await vera.calls('tasks.create', {
    managerId: igor,
    description: 'Срочно',
    at: noon(dayAfter(4)),
    hasTime: true,
  });
  await count(cellOf(page, 'Игорь Ершов', 4), '1');
});

test('Z-03: the totals open their rows in the list', async () => {
  const { page } = vera;
  await open();
  await line(page, 'Анна Белова').locator('[role=gridcell]').last().dblclick();
  await page.waitForURL(/\/tasks\?/);
  await expect.poll(() => foot(page).textContent()).toBe('3 задачи');
});

/** The first Monday beyond the tasks above that is no holiday. */
async function workingMonday(): Promise<Temporal.PlainDate> {
  const date = Temporal.PlainDate.from(today);
  for (let days = 15 - date.dayOfWeek; ; days += 7) {
    const monday = date.add({ days });
    const { columns } = await vera.asks('calendar.grid', { d: `${monday}..${monday.add({ days: 4 })}` });
    if (!columns[0]?.off) return monday;
  }
}

test('Z-02: full days are levelled in one step, and back in one', async () => {
  const { page } = vera;
  const monday = await workingMonday();
  const at = monday.toZonedDateTime('Europe/Moscow').toInstant().toString();
  for (const description of ['Первая', 'Вторая', 'Третья'])
    await vera.calls('tasks.create', { managerId: igor, description, at, hasTime: false, minutes: 300 });
  const span = `${monday}..${monday.add({ days: 4 })}`;
  await open(`/calendar?d=${span}&by=load`);
  await count(cellOf(page, 'Игорь Ершов', 0), /* 900 of 480 minutes */ '188%');
  expect(await cellOf(page, 'Игорь Ершов', 0).getAttribute('data-over')).toBe('true');
  await button(page, 'Выровнять').click();
  await page.getByText(/перегруженных дней: 1 → 0/).waitFor();
  await card(page, 'Выровнять').getByText('5 ч', { exact: true }).first().waitFor();
  await button(card(page, 'Выровнять'), /^№ \d+ (Первая|Вторая|Третья)$/)
    .first()
    .click();
  await card(page, /^Задача № /).waitFor();
  await page.keyboard.press('Escape');
  await card(page, /^Задача № /).waitFor({ state: 'hidden' });
  const first = card(page, 'Выровнять').getByRole('checkbox').first();
  await first.uncheck();
  await page.getByText(/перегруженных дней: 1 → 1/).waitFor();
  await button(page, 'Перенести 1 задачу').waitFor();
  await first.check();
  await button(page, 'Перенести 2 задачи').click();
  await count(cellOf(page, 'Игорь Ершов', 0), '63%');
  await button(toast(page, 'Перенесены 2 задачи'), 'Отменить').click();
  await count(cellOf(page, 'Игорь Ершов', 0), '188%');
});

test('Z-02: on a phone each figure before and after levelling stands in one line', async () => {
  const { page } = vera;
  const monday = await workingMonday();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [locale, name] of [
    ['ru', 'Выровнять'],
    ['en', 'Level'],
  ] as const) {
    const { appearance } = await vera.asks('people.me', {});
    await vera.calls('people.changeAppearance', { ...appearance, locale });
    await open(`/calendar?d=${monday}..${monday.add({ days: 4 })}&by=load`);
    await button(page, name).click();
    const figures = card(page, name).locator('p > span:not(:first-child)').filter({ hasText: /\d/ });
    await figures.first().waitFor();
    for (const figure of await figures.all()) expect((await figure.boundingBox())?.height).toBeLessThan(24);
    const right = await figures.evaluateAll((all) =>
      Math.max(...all.map((at) => at.getBoundingClientRect().right)),
    );
    expect(right).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
  }
  const { appearance } = await vera.asks('people.me', {});
  await vera.calls('people.changeAppearance', { ...appearance, locale: 'ru' });
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('Z-02: what somebody changes while full days are levelled stays, and is told', async () => {
  const { page } = vera;
  const monday = await workingMonday();
  await open(`/calendar?d=${monday}..${monday.add({ days: 4 })}&by=load`);
  let atMost = 1;
  await page.route('**/api/tasks.move', async (route) => {
    const { moves } = route.request().postDataJSON();
    for (const { id, version } of moves.slice(0, atMost))
      await vera.calls('tasks.change', { id, version, set: { results: `${atMost}` } });
    await route.continue();
  });
  const level = async () => {
    await button(page, 'Выровнять').click();
    await button(page, 'Перенести 2 задачи').click();
  };
  await level();
  const told = toast(page, /^Перенесена 1 задача; 1 осталась на месте: её только что изменили/);
  await button(told, 'Отменить').click();
  await count(cellOf(page, 'Игорь Ершов', 0), '188%');
  atMost = 2;
  await level();
  await page.getByText('Задачи только что изменили, ваш перенос не сделан').waitFor();
  await card(page, 'Выровнять').waitFor();
  await page.unroute('**/api/tasks.move');
  await button(page, 'Перенести 2 задачи').click();
  await count(cellOf(page, 'Игорь Ершов', 0), '63%');
  await button(toast(page, 'Перенесены 2 задачи'), 'Отменить').click();
});

test('K-01: leave in the manager’s card and the firm’s hours change what a day holds', async () => {
  const { page } = vera;
  await vera.opens('/people');
  await rowWith(page, 'Игорь Ершов').dblclick();
  const person = card(page, 'Игорь Ершов');
  await person.getByText('Отпусков и больничных нет.').waitFor();
  await field(person, 'С').fill('завтра');
  await field(person, 'По').fill('+3');
  await button(person, 'Добавить').click();
  await person.getByText(/завтра – /).waitFor();
  await button(person, 'Свои часы').click();
  await field(person, 'пн: По').fill('12');
  await button(person, 'Сохранить часы').click();
  await toast(page, 'Рабочие часы изменены').waitFor();
  await open('/calendar?by=load');
  expect(await cellOf(page, 'Игорь Ершов', 1).getAttribute('data-away')).toBe(
    [6, 7].includes(Temporal.PlainDate.from(dayAfter(1)).dayOfWeek) ? null : 'true',
  );
});

test('T-12: what is written into a manager’s card and not saved comes back', async () => {
  const { page } = vera;
  await vera.opens('/people');
  await rowWith(page, 'Анна Белова').dblclick();
  const person = card(page, 'Анна Белова');
  await field(person, 'Должность').fill('Старшая');
  await page.keyboard.press('Escape');
  await person.waitFor({ state: 'hidden' });
  await button(toast(page, 'Написанное не сохранено'), 'Вернуть').click();
  await person.getByText('Здесь то, что вы писали и не сохранили.').waitFor();
  expect(await field(person, 'Должность').inputValue()).toBe('Старшая');
  await field(person, 'Должность').press('Control+Enter');
  await person.waitFor({ state: 'hidden' });
  await rowWith(page, 'Старшая').waitFor();
});

test('W-03: hours and holidays of the firm are kept in the settings', async () => {
  const { page } = vera;
  await vera.opens('/settings');
  await page.getByText('День народного единства').waitFor();
  await field(page, 'День').fill('31.08');
  await field(page, 'Название').last().fill('День фирмы');
  await button(page, 'Добавить').click();
  await page.getByText('День фирмы', { exact: true }).waitFor();
  await field(page, 'пт: По').fill('17:00');
  await button(page, 'Сохранить часы').click();
  await toast(page, 'Рабочие часы изменены').waitFor();
  await page.reload();
  await expect.poll(() => field(page, 'пт: По').inputValue()).toBe('17:00');
});

test('W-03: hours that one writes stay while a colleague changes those of another day, and both are kept', async () => {
  const { page } = vera;
  await vera.opens('/settings');
  await field(page, 'вт: По').fill('16:00');
  await field(page, 'вт: По').blur();
  const { firmWeek } = await vera.asks('calendar.times', {});
  const theirs = firmWeek.map((hours, day) => (day === 0 && hours ? { ...hours, to: 15 * 60 } : hours));
  await vera.calls('calendar.setWeek', { personId: null, week: theirs });
  await expect.poll(() => field(page, 'пн: По').inputValue()).toBe('15:00');
  expect(await field(page, 'вт: По').inputValue()).toBe('16:00');
  await button(page, 'Сохранить часы').click();
  await toast(page, 'Рабочие часы изменены').waitFor();
  const kept = (await vera.asks('calendar.times', {})).firmWeek;
  expect(kept.slice(0, 2).map((hours) => hours?.to)).toEqual([15 * 60, 16 * 60]);
  await vera.calls('calendar.setWeek', { personId: null, week: firmWeek });
});

test('W-03: hours of a day that a colleague sets meanwhile are told, and go only where one saves once more', async () => {
  const { page } = vera;
  await vera.opens('/settings');
  const end = field(page, 'ср: По');
  await end.fill('16:00');
  await end.blur();
  const { firmWeek } = await vera.asks('calendar.times', {});
  const set = (week: typeof firmWeek) => vera.calls('calendar.setWeek', { personId: null, week });
  const wednesday = async () => (await vera.asks('calendar.times', {})).firmWeek[2]?.to;
  const theirs = firmWeek.map((hours, day) => (hours && day < 3 ? { ...hours, to: 15 * 60 } : hours));
  await set(theirs);
  await expect.poll(() => field(page, 'пн: По').inputValue()).toBe('15:00');
  await button(page, 'Сохранить часы').click();
  await page.getByText(/Пока вы писали, здесь стало: 09:00–15:00/).waitFor();
  expect([await end.inputValue(), await wednesday()]).toEqual(['16:00', 15 * 60]);
  await button(page, 'Сохранить часы').click();
  await toast(page, 'Рабочие часы изменены').waitFor();
  expect(await wednesday()).toBe(16 * 60);
  await expect.poll(() => page.getByText('Пока вы писали').count()).toBe(0);
  await set(firmWeek);
});

test('K-08: a secret link gives one’s own tasks to another program, until it is closed', async () => {
  const { page } = vera;
  await vera.calls('tasks.create', { description: 'Моя задача', at: noon(dayAfter(2)), hasTime: true });
  await vera.opens('/settings');
  await button(page, 'Получить ссылку').click();
  const link = await field(page, 'Ссылка на календарь').inputValue();
  const text = await (await vera.context.request.get(link)).text();
  expect(text).toMatch(/^BEGIN:VCALENDAR/);
  expect(text).toContain('Моя задача');
  expect(text).not.toContain('Встреча на складе');
  await button(page, 'Закрыть ссылку').click();
  await button(page, 'Получить ссылку').waitFor();
  expect((await vera.context.request.get(link)).status()).toBe(404);
});
