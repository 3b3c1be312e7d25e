// The palette: from one field to any record, place or action, with the keyboard alone and in any layout.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { colleague } from '../colleague.ts';
import { card, rows } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;
let taskId: number;

const field = () => vera.page.getByRole('combobox', { name: 'Поиск по всему' });
const option = (name: string | RegExp) => vera.page.getByRole('option', { name });

async function search(text: string): Promise<void> {
  await vera.page.keyboard.press('Control+k');
  await field().waitFor();
  await vera.page.keyboard.type(text);
}

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  const { id: clientId } = await vera.calls('clients.create', { name: 'Гранит' });
  const made = await vera.calls('tasks.create', { clientId, description: 'Отвезти образцы' });
  taskId = made.id;
  await vera.calls('views.create', {
    of: 'tasks',
    name: 'Просроченное отдела',
    shared: false,
    parameters: { d: 'overdue' },
  });
  await vera.opens('/tasks?d=all');
  await rows(vera.page).first().waitFor();
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

test('W-05: a client is found in the wrong layout and opened by Enter; the focus comes back to the list', async () => {
  const { page } = vera;
  await page.getByRole('grid').focus();
  await search('uhfybn');
  await option(/Гранит/)
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await card(page, 'Гранит').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
});

test('W-05: a client that begins so stands before a place that only has it within a word', async () => {
  const { page } = vera;
  const { id } = await vera.calls('clients.create', { name: 'Лендок' });
  await search('лендо');
  await option(/Лендок/).waitFor();
  await page.keyboard.press('Backspace');
  await option(/Календарь/)
    .first()
    .waitFor();
  await option(/Лендок/).waitFor();
  expect(await page.getByRole('option').first().textContent()).toContain('Лендок');
  await page.keyboard.press('Escape');
  await vera.calls('clients.delete', { chosen: { ids: [id] } });
});

test('W-05: a task is found by its number, from the search of a column too', async () => {
  const { page } = vera;
  await page.keyboard.press('/');
  await page.locator('[role=grid] input:focus').waitFor();
  await search(`№ ${taskId}`);
  await option(/Отвезти образцы/).waitFor();
  await page.keyboard.press('Enter');
  await card(page, /Отвезти образцы|№ \d+/).waitFor();
  await page.keyboard.press('Escape');
});

test('W-05: a bare number opens its task, though a client has it too', async () => {
  const { page } = vera;
  await vera.calls('clients.create', { name: 'Кварц', actualAddress: `Псков, Речная, ${taskId}` });
  await vera.calls('clients.create', { name: `Завод ${taskId}` });
  await search(String(taskId));
  await option(/Завод/).waitFor();
  await page.keyboard.press('Enter');
  await card(page, new RegExp(`№ ${taskId}`)).waitFor();
  await page.keyboard.press('Escape');
});

test('W-05: what was opened last stands first', async () => {
  const { page } = vera;
  await page.keyboard.press('Control+k');
  await page
    .getByRole('group', { name: 'Недавнее' })
    .getByRole('option', { name: /Отвезти/ })
    .waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => field().count()).toBe(0);
});

test('W-05: places, parts of the settings, saved views and managers are gone to', async () => {
  const { page } = vera;
  const goes = async (text: string, name: string | RegExp, address: RegExp) => {
    await search(text);
    await option(name).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(address);
  };
  await goes('календ', /^Календарь/, /\/calendar/);
  await goes('праздн', /^Праздники/, /\/settings#holidays/);
  await page.locator('#holidays-title:focus').waitFor();
  await goes('просроченное', /^Просроченное отдела/, /\/tasks\?d=overdue/);
  await goes('вера ильина', /^Вера Ильина/, /\/people\?person=/);
  await card(page, /Вера Ильина/).waitFor();
  await page.keyboard.press('Escape');
});

test('W-05 Z-06: what is written as typed, of whatever kind, leaves no room for a guess', async () => {
  const { page } = vera;
  const parameters = { d: 'week' };
  await vera.calls('views.create', { of: 'tasks', name: 'Форма 7', shared: false, parameters });
  await search('форма');
  await option(/^Форма 7/).waitFor();
  expect(await option(/^Фирма/).count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tasks\?d=week/);
  await vera.calls('clients.create', { name: 'Пороль' });
  await search('пороль');
  await option(/^Пороль/).waitFor();
  await expect.poll(() => option(/^Пароль/).count()).toBe(0);
  await page.keyboard.press('Enter');
  await card(page, 'Пороль').waitFor();
  await page.keyboard.press('Escape');
  await search('паролб');
  await option(/^Пароль/).waitFor();
  await page.keyboard.press('Escape');
});

test('W-01 W-05: the windows stay open over the place that is gone to', async () => {
  const { page } = vera;
  await vera.opens(`/tasks?d=all&card=tasks.${taskId}`);
  const task = card(page, new RegExp(`№ ${taskId}`));
  await task.waitFor();
  for (const [text, name, address] of [
    ['календ', /^Календарь/, /\/calendar/],
    ['праздн', /^Праздники/, /\/settings.*#holidays/],
    ['просроченное отд', /^Просроченное/, /\/tasks.*d=overdue/],
    ['состояния зад', /^Состояния задач/, /\/directories\/taskStates/],
  ] as const) {
    await search(text);
    await option(name).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(address);
    await task.waitFor();
  }
  await page.getByRole('button', { name: 'Вера Ильина', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Настройки' }).click();
  await page.waitForURL(/\/settings/);
  await task.getByRole('button', { name: 'Закрыть' }).click();
  await task.waitFor({ state: 'hidden' });
  await vera.opens('/tasks?d=all');
  await rows(page).first().waitFor();
});

test('W-05: after > only actions stand, found in the wrong layout too', async () => {
  const { page } = vera;
  await search('>ntvyfz');
  await option('Тема: тёмная').waitFor();
  await expect.poll(() => page.getByRole('group').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await search('>тема как');
  await option(/как в системе/).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('html[data-mantine-color-scheme=light]').waitFor();
});

test('W-05: what the open screen can do is among the actions', async () => {
  const { page } = vera;
  await vera.opens('/calendar');
  await page.getByRole('grid').waitFor();
  await search('>печать');
  await option('Печать').waitFor();
  await page.keyboard.press('Escape');
  await search('>выров');
  await option('Выровнять').waitFor();
  await page.keyboard.press('Enter');
  await card(page, 'Выровнять').waitFor();
  await page.keyboard.press('Escape');
});

test('W-05: what nothing answers is said', async () => {
  const { page } = vera;
  await search('жжжжщщщ');
  await page.getByText('Ничего не нашлось').waitFor();
  await page.keyboard.press('Escape');
});

test('W-05: nothing is offered that one may not do', async () => {
  const { page } = vera;
  const { rows: roles } = await vera.asks('people.roles', {});
  const role = roles.find(({ keeper }) => !keeper);
  const who = { name: 'Пётр', email: 'petr@example.com', roleId: role?.id ?? 0 };
  const petr = await colleague(stage, vera, who);
  await petr.opens('/tasks');
  await petr.page.getByRole('navigation', { name: 'Разделы' }).waitFor();
  await petr.page.keyboard.press('Control+k');
  await petr.page.getByRole('combobox', { name: 'Поиск по всему' }).waitFor();
  await petr.page.keyboard.type('праздн');
  await petr.page.getByText('Ничего не нашлось').waitFor();
  await petr.context.close();
  await page.bringToFront();
});

test('W-05: what is typed before the palette is there is its own, and starts nothing on the screen below', async () => {
  const { page } = vera;
  let bring = () => {};
  const held = new Promise<void>((resolve) => {
    bring = resolve;
  });
  await page.route(/palette[^/]*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await vera.opens('/tasks?d=all');
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('cuhfyx');
  await page.keyboard.press('Backspace');
  expect(await field().count()).toBe(0);
  bring();
  await expect.poll(() => field().inputValue()).toBe('cuhfy');
  await page.keyboard.type('b');
  expect(await field().inputValue()).toBe('cuhfyb');
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page).count()).toBe(0);
  await page.unroute(/palette[^/]*\.js/);
});
