// The house is away for a moment: what cannot be fetched or done says so, takes nothing else along, and can be asked for again.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { button, card, field, foot, rows, rowWith, search } from '../screen.ts';
import { openStage, type Stage } from '../stage.ts';

let stage: Stage;
let context: BrowserContext;
let page: Page;
let reached = false;

const busy = {
  status: 503,
  json: { refusal: { code: 'server.busy', params: {}, faults: [], requestId: '1' } },
};

/** Prepares what a journey is not about. */
async function api<Answer>(name: string, data: object): Promise<Answer> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.address };
  const answer = await context.request.post(`/api/${name}`, { data, headers });
  if (!answer.ok()) throw new Error(`${name}: ${await answer.text()}`);
  return answer.json();
}

async function asked<Answer>(name: string, input: object): Promise<Answer> {
  const params = { input: JSON.stringify(input) };
  return (await context.request.get(`/api/${name}`, { params })).json();
}

/** A screen of its own: what is expected to fail here is no fault of the journey. */
beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  const vera = await stage.person();
  await vera.calls('clients.create', { name: 'Гранит' });
  const storageState = await vera.context.storageState();
  const browser = vera.context.browser();
  if (!browser) throw new Error('The stage has a browser');
  context = await browser.newContext({ storageState, baseURL: stage.address, locale: 'ru-RU' });
  await context.route(/assets\/(client-card|journal-page)-.*\.js/, (route) =>
    reached ? route.continue() : route.abort(),
  );
  page = await context.newPage();
  await page.goto('/clients');
  await rowWith(page, 'Гранит').waitFor();
});
afterAll(async () => {
  await context.close();
  await stage.close();
});

test('W-01: a card that cannot be fetched is closed with a word; the list stays, and it opens later', async () => {
  await button(page, 'Добавить клиента').click();
  await page.getByText(/Не загрузилось: сервер не отвечает/).waitFor();
  await rowWith(page, 'Гранит').waitFor();
  expect(page.url()).not.toContain('card=');
  reached = true;
  await button(page, 'Добавить клиента').click();
  await field(card(page, 'Новый клиент'), 'Название').fill('Опора');
  await button(card(page, 'Новый клиент'), 'Добавить').click();
  await rowWith(page, 'Опора').waitFor();
  await page.goto('/clients');
});

test('W-01: a place that cannot be fetched says so, and comes when it is asked for again', async () => {
  reached = false;
  await page.getByRole('link', { name: 'Журнал' }).click();
  await page
    .getByRole('alert')
    .getByText(/Не загрузилось/)
    .waitFor();
  reached = true;
  await button(page, 'Попробовать ещё раз').click();
  await page.getByText('Добавлен клиент').or(page.getByText('Опора')).first().waitFor();
});

test('Z-01: an undo that the server was too busy for is the one that Ctrl+Z means next', async () => {
  await page.goto('/clients');
  for (const name of ['Первый', 'Второй']) {
    await button(page, 'Добавить клиента').click();
    await field(card(page, 'Новый клиент'), 'Название').fill(name);
    await button(card(page, 'Новый клиент'), 'Добавить').click();
    await rowWith(page, name).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toContain('card=');
  }
  await page.route('**/api/operations.undo', (route) => route.fulfill(busy), { times: 1 });
  await page.keyboard.press('Control+Z');
  await page.getByText('Сервер занят. Попробуйте через минуту.').waitFor();
  await page.keyboard.press('Control+Z');
  await page.getByText('Действие отменено: Добавлен клиент «Второй»').waitFor();
  await rowWith(page, 'Первый').waitFor();
  await expect.poll(() => rowWith(page, 'Второй').count()).toBe(0);
});

test('C-01 T-12: the page of a proxy is no answer: what was to be saved says so, stays, and can be saved later', async () => {
  reached = true;
  const client = await api<{ id: number }>('clients.create', { name: 'Базальт' });
  await page.goto(`/clients?card=clients.${client.id}`);
  const window = card(page, 'Базальт');
  await field(window, 'Род деятельности').fill('камень');
  const proxy = { status: 200, contentType: 'text/html', body: '<html>Ведутся работы</html>' };
  await page.route('**/api/clients.change', (route) => route.fulfill(proxy), { times: 3 });
  await button(window, 'Сохранить').click();
  await page.getByText('Сервер не отвечает').waitFor();
  await button(window, 'Сохранить').click();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

test('T-01: a list that the house is too busy for comes by itself a moment later', async () => {
  await api('tasks.create', { description: 'Замер', at: '2031-02-02T09:00:00Z', hasTime: true });
  let left = 5;
  await page.route('**/api/tasks.list*', (route) => (left-- > 0 ? route.fulfill(busy) : route.continue()));
  await page.goto('/tasks?d=2031-02-02..2031-02-02');
  await page.getByText('Сервер занят').waitFor();
  await rowWith(page, 'Замер').waitFor();
  await page.unroute('**/api/tasks.list*');
});

test('T-12: a card in which one writes stands while the house is too busy to be asked about it', async () => {
  const { id } = await api<{ id: number }>('tasks.create', { description: 'Обмер' });
  await page.goto(`/tasks?d=all&card=tasks.${id}`);
  const results = field(card(page, /^Задача №/), 'Результаты');
  await results.fill('Окно 120 на 90');
  let asked = 0;
  await page.route('**/api/tasks.get*', (route) => (asked++ < 5 ? route.fulfill(busy) : route.continue()));
  await api('tasks.change', { id, version: 1, set: { description: 'Обмер окна' } });
  await expect.poll(() => asked).toBeGreaterThan(4);
  expect(await results.inputValue()).toBe('Окно 120 на 90');
  await expect.poll(() => field(card(page), 'Описание').inputValue()).toBe('Обмер окна');
  await page.unroute('**/api/tasks.get*');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

/** Holds requests back until they are let go, as a slow line does. */
async function slowly(address: string) {
  const held: (() => void)[] = [];
  let isSlow = true;
  await page.route(address, async (route) => {
    if (isSlow) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  return {
    held,
    letGo() {
      isSlow = false;
      for (const go of held) go();
    },
  };
}

test('T-03: a list and its count change together: a new view is not shown under the count of the one before', async () => {
  await api('tasks.create', { description: 'Другая' });
  await api('tasks.create', { description: 'Единственная', at: '2031-02-03T09:00:00Z', hasTime: true });
  await page.goto('/tasks?d=all');
  await expect.poll(() => foot(page).textContent()).toMatch(/\d задач/);
  const before = await foot(page).textContent();
  const line = await slowly('**/api/tasks.count*');
  const listed = page.waitForResponse(/tasks\.list/);
  await search(page, 'Описание').fill('Единственная');
  await (await listed).finished();
  await expect.poll(() => line.held.length).toBe(1);
  await rowWith(page, 'Другая').waitFor();
  expect(await foot(page).textContent()).toBe(before);
  line.letGo();
  await expect.poll(() => foot(page).textContent()).toContain('1 задача');
  expect(await rows(page).count()).toBe(1);
});

test('T-12: what is written into a task while it is being saved stays, and can be saved after it', async () => {
  const { id } = await api<{ id: number }>('tasks.create', { description: 'Выезд' });
  await page.goto(`/tasks?d=all&card=tasks.${id}`);
  const results = field(card(page, /^Задача №/), 'Результаты');
  await results.fill('Договорились');
  const line = await slowly('**/api/tasks.change');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => line.held.length).toBe(1);
  await results.fill('Договорились на среду');
  line.letGo();
  await page.locator('.undo-note').filter({ hasText: 'Изменена задача' }).waitFor();
  expect(await results.inputValue()).toBe('Договорились на среду');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  const { results: saved } = await asked<{ results: string }>('tasks.get', { id });
  expect(saved).toBe('Договорились на среду');
});

test('C-01 T-12: what is written into a new client or task while it is being added stands in its card', async () => {
  await page.goto('/clients?card=clients.new');
  await field(card(page, 'Новый клиент'), 'Название').fill('Кварц');
  const line = await slowly('**/api/clients.create');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => line.held.length).toBe(1);
  await field(card(page), 'Род деятельности').fill('стекло');
  line.letGo();
  const made = card(page, 'Кварц');
  await made.waitFor();
  expect(await field(made, 'Род деятельности').inputValue()).toBe('стекло');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await rowWith(page, 'стекло').waitFor();

  await page.goto('/tasks?d=all&card=tasks.new');
  await field(card(page, 'Новая задача'), 'Описание').fill('Привезти образцы');
  const slow = await slowly('**/api/tasks.create');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => slow.held.length).toBe(1);
  await field(card(page), 'Описание').fill('Привезти образцы стекла');
  slow.letGo();
  const task = card(page, /^Задача №/);
  expect(await field(task, 'Описание').inputValue()).toBe('Привезти образцы стекла');
  await page.keyboard.press('Control+Enter');
  await rowWith(page, 'Привезти образцы стекла').waitFor();
  expect(await rowWith(page, 'Привезти образцы').count()).toBe(1);
});

test('B-09: a second press while the line is slow adds no second manager', async () => {
  await page.goto('/people?person=new');
  await field(card(page), 'Имя').fill('Анна Белова');
  const line = await slowly('**/api/people.create');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => line.held.length).toBe(1);
  await page.keyboard.press('Control+Enter');
  line.letGo();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await rowWith(page, 'Анна Белова').first().waitFor();
  const { rows: people } = await asked<{ rows: { name: string }[] }>('people.list', {});
  expect(people.filter(({ name }) => name === 'Анна Белова')).toHaveLength(1);
});

test('K-06: where much happens and the line is slow, what happened is shown all the same', async () => {
  const on = { at: '2031-02-05T09:00:00Z', hasTime: true };
  await page.goto('/tasks?d=2031-02-05..2031-02-05');
  await expect.poll(() => foot(page).textContent()).toContain('0 задач');
  let isMade = false;
  await page.route('**/api/tasks.{list,count}*', async (route) => {
    if (!isMade) await api('tasks.create', { description: 'Ещё одна', ...on });
    if (!isMade) await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await api('tasks.create', { description: 'Первая', ...on });
  await rowWith(page, 'Ещё одна').first().waitFor();
  isMade = true;
});

test('K-05: the days of one manager are not shown under the name of another', async () => {
  const { id } = await api<{ id: number }>('people.create', { name: 'Борис Чернов', roleId: 3 });
  await api('tasks.create', {
    description: 'Дело Веры',
    managerId: 1,
    at: '2031-02-04T09:00:00Z',
    hasTime: true,
  });
  await page.goto('/calendar/1?span=week&d=2031-02-04');
  await page.getByText('Дело Веры').waitFor();
  const line = await slowly('**/api/calendar.manager*');
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/calendar/${id}?span=week&d=2031-02-04`);
  await page.getByRole('heading', { name: /Борис Чернов/ }).waitFor();
  expect(await page.getByText('Дело Веры').count()).toBe(0);
  line.letGo();
});

test('B-08: who has gone elsewhere while a table was sent is not taken to it', async () => {
  reached = true;
  await page.goto('/import');
  const line = await slowly('**/api/imports.create');
  const buffer = Buffer.from('Название\nАльфа\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'Клиенты.csv', mimeType: 'text/csv', buffer });
  await expect.poll(() => line.held.length).toBe(1);
  await page.getByRole('link', { name: 'Журнал' }).click();
  await page.getByRole('heading', { name: 'Журнал' }).waitFor();
  const kept = page.waitForResponse(/imports\.create/);
  line.letGo();
  await (await kept).finished();
  await page.evaluate(() => fetch('/health'));
  expect(page.url()).toContain('/journal');
  await page.getByRole('link', { name: 'Импорт' }).click();
  await page.getByRole('link', { name: 'Клиенты.csv' }).waitFor();
});

test('R-05: who could not be signed out is told so; the way in is asked for again when the house is back', async () => {
  await page.goto('/tasks');
  await page.route('**/api/people.signOut', (route) => route.abort(), { times: 3 });
  await foot(page).waitFor();
  await page.keyboard.press('Alt+KeyQ');
  await page.getByText('Сервер не отвечает').waitFor();
  let isAway = true;
  await page.route('**/api/people.door*', (route) => (isAway ? route.abort() : route.continue()));
  await page.keyboard.press('Alt+KeyQ');
  await button(page, 'Попробовать ещё раз').waitFor();
  isAway = false;
  await button(page, 'Попробовать ещё раз').click();
  await field(page, 'Почта').waitFor();
});
