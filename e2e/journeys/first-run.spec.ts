// The first minutes: the first page makes the first user, with a made-up firm to look at; then out and in again.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, field, foot, rows } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru', embedded: true });
  vera = await stage.stranger();
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

test('W-06 R-01: the first page makes the first user, with examples to look at', async () => {
  const { page } = vera;
  await vera.opens('/');
  await page.getByRole('heading', { name: 'Добро пожаловать в Воронку' }).waitFor();
  const isAt = (label: RegExp) => field(page, label).evaluate((each) => each === document.activeElement);
  await expect.poll(() => isAt(/Название фирмы/)).toBe(true);
  vera.willBeRefused('people.setUp');
  await page.keyboard.type('Север');
  await page.keyboard.press('Enter');
  await page.getByText('нужно заполнить').nth(1).waitFor();
  await expect.poll(() => isAt(/Ваше имя/)).toBe(true);
  await field(page, /Название фирмы/).fill('');
  await button(page, 'Начать').click();
  await page.getByText('нужно заполнить').nth(2).waitFor();
  await page.getByText('слишком коротко: не меньше 8 знаков').waitFor();
  await field(page, /Название фирмы/).fill('Северный ветер');
  await field(page, /Ваше имя/).fill(vera.name);
  await field(page, /Ваша почта/).fill(vera.email);
  await page.getByLabel(/Пароль, от 8 знаков/).fill(vera.password);
  await page.getByRole('radio', { name: 'С примерами' }).check();
  await button(page, 'Начать').click();
  await rows(page).first().waitFor();
  await page.goto('/tasks?d=all');
  await expect.poll(() => foot(page).textContent()).toMatch(/2.000 задач/);
});

test('W-06: the examples go in one click', async () => {
  const { page } = vera;
  await vera.opens('/settings');
  await button(page, 'Убрать примеры').click();
  await page.getByText(/Убран[аоы] .* запис/).waitFor();
  await expect.poll(() => button(page, 'Убрать примеры').count()).toBe(0);
  await page.getByRole('link', { name: 'Задачи', exact: true }).click();
  await page.getByText('Здесь будут задачи').waitFor();
  await page.getByRole('link', { name: 'Клиенты', exact: true }).click();
  await page.getByText('Здесь будут клиенты').waitFor();
});

test('R-01: a wrong password is told, the right one opens', async () => {
  const { page } = vera;
  await button(page, vera.name).click();
  await page.getByRole('menuitem', { name: 'Выйти' }).click();
  await page.getByRole('heading', { name: 'Северный ветер' }).waitFor();
  vera.willBeRefused('people.signIn');
  await button(page, 'Войти').click();
  await expect.poll(() => page.getByText('нужно заполнить').count()).toBe(2);
  await field(page, /Почта/).fill(vera.email);
  await page
    .getByLabel(/Пароль/)
    .first()
    .fill('не тот пароль');
  await button(page, 'Войти').click();
  await page.getByText('Почта или пароль не подходят.').waitFor();
  await page
    .getByLabel(/Пароль/)
    .first()
    .fill(vera.password);
  await button(page, 'Войти').click();
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor();
});

test('W-06: a firm whose examples could not be made is a firm all the same, and is offered them again', async () => {
  const empty = await openStage({ locale: 'ru' });
  const { page, name, email, password } = await empty.stranger();
  const busy = { code: 'server.busy', params: {}, faults: [], requestId: '1' };
  await page.route('**/api/demo.fill', (route) => route.fulfill({ status: 503, json: { refusal: busy } }), {
    times: 1,
  });
  await page.goto(empty.address);
  await field(page, /Название фирмы/).fill('Север');
  await field(page, /Ваше имя/).fill(name);
  await field(page, /Ваша почта/).fill(email);
  await page.getByLabel(/Пароль, от 8 знаков/).fill(password);
  await page.getByRole('radio', { name: 'С примерами' }).check();
  await button(page, 'Начать').click();
  await page.getByText('Сервер занят').waitFor();
  await button(page, /^Первые шаги/).click();
  await button(page, /на примерах/).click();
  await rows(page).first().waitFor();
  await empty.close();
});
