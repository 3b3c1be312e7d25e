// What does not go smoothly at a screen: a proxy that answers instead of the server, no network, a session that is ended elsewhere, another person in the same tab.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { colleague } from '../colleague.ts';
import { button, card, cell, field, rows, rowWith } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

/** What these journeys bring about themselves. */
const brought = /\/live|status of 401|ERR_INTERNET_DISCONNECTED/;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  const [role] = (await vera.asks('people.roles', {})).rows;
  const who = { name: 'Пётр Немов', email: 'petr@example.com', roleId: role?.id ?? 0 };
  const petr = await colleague(stage, vera, who);
  await petr.context.close();
});
afterEach(async ({ task }) =>
  expect((await stage.faults(task)).filter((fault) => !brought.test(fault))).toEqual([]),
);
afterAll(() => stage.close());

const heading = () => vera.page.getByRole('heading', { name: 'Северный ветер' });

async function signsIn(email: string) {
  const { page } = vera;
  await field(page, 'Почта').fill(email);
  await page.getByLabel(/^Пароль/).fill(vera.password);
  await button(page, 'Войти').click();
}

test('K-06: the screen is live again after an answer that is no stream, as of a proxy whose server starts anew', async () => {
  const { page } = vera;
  await page.route('**/live?*', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }), { times: 1 });
  const refused = page.waitForResponse((answer) => answer.url().includes('/live?'));
  await vera.opens('/tasks?d=all');
  expect((await refused).status()).toBe(502);
  await page.waitForResponse((answer) => answer.url().includes('/live?') && answer.ok());
  await vera.calls('tasks.create', { description: 'После разрыва' });
  await rowWith(page, 'После разрыва').waitFor();
});

test('Z-01: Ctrl+Z without the network keeps the deed: the next one means it again', async () => {
  const { page } = vera;
  for (const name of ['Первая', 'Вторая']) await vera.calls('tasks.create', { description: name });
  for (const name of ['Первая', 'Вторая']) {
    await rowWith(page, name).click();
    await page.keyboard.press('Delete');
    await rowWith(page, name).waitFor({ state: 'detached' });
  }
  await vera.context.setOffline(true);
  await page.keyboard.press('Control+z');
  await page.getByRole('alert').filter({ hasText: 'Сервер не отвечает' }).waitFor();
  await vera.context.setOffline(false);
  await page.keyboard.press('Control+z');
  await rowWith(page, 'Вторая').waitFor();
  expect(await rowWith(page, 'Первая').count()).toBe(0);
});

test('R-05: a session that is ended elsewhere leaves nothing to read; the words written in it wait for their person', async () => {
  const { page } = vera;
  await button(page, 'Добавить задачу').first().click();
  await field(card(page, 'Новая задача'), 'Описание').fill('Недописанное Веры');
  const [session] = (await vera.asks('people.sessions', {})).rows;
  await vera.calls('people.endSession', { id: session?.id ?? 0 });
  await heading().waitFor();
  expect(await rows(page).count()).toBe(0);
  await signsIn(vera.email);
  await expect
    .poll(() => field(card(page, 'Новая задача'), 'Описание').inputValue())
    .toBe('Недописанное Веры');
});

test('R-05: who signs in after another in the same tab finds no word of theirs', async () => {
  const { page } = vera;
  await page.keyboard.press('Escape');
  await vera.opens('/tasks?d=all');
  await button(page, 'Добавить задачу').first().click();
  await field(card(page, 'Новая задача'), 'Описание').fill('Тайна Веры');
  await page.keyboard.press('Alt+q');
  await heading().waitFor();
  await signsIn('petr@example.com');
  await button(page, 'Пётр Немов').waitFor();
  await button(page, 'Добавить задачу').first().click();
  expect(await field(card(page, 'Новая задача'), 'Описание').inputValue()).toBe('');
  expect(JSON.stringify(await page.evaluate(() => ({ ...sessionStorage })))).not.toContain('Тайна');
});

test('R-05: words not saved that stand in a toast wait for their person alone', async () => {
  const { page } = vera;
  const unsaved = page.getByRole('alert').filter({ hasText: 'Тайная правка' });
  const ends = async () => {
    const [session] = (await vera.asks('people.sessions', {})).rows;
    await vera.calls('people.endSession', { id: session?.id ?? 0 });
    await heading().waitFor();
  };
  await vera.calls('people.signIn', { email: vera.email, password: vera.password });
  await vera.calls('tasks.create', { description: 'Обычная' });
  await vera.opens('/tasks?d=all');
  await page.route('**/api/tasks.change', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/json',
      body: '{"refusal":{"code":"session.missing","params":{},"faults":[]}}',
    }),
  );
  await (await cell(page, rowWith(page, 'Обычная'), 'Описание')).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Тайная правка');
  await page.keyboard.press('Enter');
  await unsaved.waitFor();
  await page.unroute('**/api/tasks.change');
  await ends();
  await signsIn(vera.email);
  await button(page, 'Вера Ильина').waitFor();
  expect(await unsaved.count()).toBe(1);
  await ends();
  await signsIn('petr@example.com');
  await button(page, 'Пётр Немов').waitFor();
  await expect.poll(() => unsaved.count()).toBe(0);
});

test('R-05 T-11: a session that ends while a reminder stands leads to the door, and nothing breaks', async () => {
  const { page } = vera;
  await vera.calls('people.signIn', { email: vera.email, password: vera.password });
  await vera.opens('/tasks?d=all');
  await rows(page).first().waitFor();
  const at = new Date(Date.now() + 1000).toISOString();
  await vera.calls('tasks.create', { description: 'Перезвонить', at, hasTime: true, remind: 0 });
  await page.getByRole('status').filter({ hasText: 'Перезвонить' }).waitFor({ timeout: 60_000 });
  const [session] = (await vera.asks('people.sessions', {})).rows;
  await vera.calls('people.endSession', { id: session?.id ?? 0 });
  await heading().waitFor();
  await field(page, 'Почта').waitFor();
});
