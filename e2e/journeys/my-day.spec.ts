// One's own day: what is late, what is for today, closed by one key each.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, field, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

const part = (title: string) => vera.page.getByRole('region', { name: title });
const tasksOf = (title: string) => part(title).locator('[data-task]');

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  const today = Temporal.Now.zonedDateTimeISO('Europe/Moscow').startOfDay();
  const at = (days: number, hour: number) => today.add({ days }).add({ hours: hour }).toInstant().toString();
  const set = (description: string, moment: string, hasTime: boolean) =>
    vera.calls('tasks.create', { description, at: moment, hasTime });
  await set('Позвонить вчера', at(-1, 10), true);
  await set('Отправить счёт', at(0, 0), false);
  await set('Проверить склад', at(0, 0), false);
  await set('Встреча завтра', at(1, 12), true);
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

test('J-04 Z-03: late and today stand apart, and each number opens its rows', async () => {
  const { page } = vera;
  await vera.opens('/my-day');
  await expect
    .poll(() => tasksOf('Просрочено').allTextContents())
    .toEqual([expect.stringContaining('Позвонить вчера')]);
  await expect.poll(() => tasksOf('На сегодня').count()).toBe(2);
  await page.getByRole('progressbar', { name: 'Сделано 0 из 3' }).waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Сделано 0', exact: true }).waitFor();
  expect(await page.getByText('Встреча завтра').count()).toBe(0);
  await part('На сегодня').getByRole('link', { name: '2 задачи' }).click();
  await expect.poll(() => page.locator('[role=row][data-index]').count()).toBe(2);
  await page.goBack();
});

test('J-04: on a phone a task of no type is named by its own words, beside its hour', async () => {
  const { page } = vera;
  await page.setViewportSize({ width: 390, height: 844 });
  await vera.opens('/my-day');
  const late = tasksOf('Просрочено').first();
  await late.waitFor();
  const top = async (text: RegExp) => (await late.getByText(text).boundingBox())?.y ?? 0;
  expect(Math.abs((await top(/^Позвонить вчера/)) - (await top(/10:00/)))).toBeLessThan(4);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('J-04: what is late and what is for today stand in the same columns; the toast leaves the first steps free', async () => {
  const { page } = vera;
  await vera.opens('/my-day');
  await tasksOf('На сегодня').first().waitFor();
  const columns = (title: string) =>
    tasksOf(title)
      .first()
      .evaluate((row) => [...row.children].map((cell) => cell.getBoundingClientRect().left));
  expect(await columns('Просрочено')).toEqual(await columns('На сегодня'));
  await tasksOf('На сегодня').first().focus();
  await page.keyboard.press('Space');
  const note = await toast(page, /Выполнена задача/).boundingBox();
  const steps = await button(page, /Первые шаги/).boundingBox();
  expect(note?.y).toBeGreaterThan((steps?.y ?? 0) + (steps?.height ?? 0));
  await expect.poll(() => tasksOf('Сделано сегодня').count()).toBe(1);
  expect(await columns('Сделано сегодня')).toEqual(await columns('Просрочено'));
  await page.keyboard.press('Control+z');
  await expect.poll(() => tasksOf('На сегодня').count()).toBe(2);
});

test('J-04 Z-01: arrows walk over the parts, Space completes at once, Ctrl+Z takes it back', async () => {
  const { page } = vera;
  await vera.opens('/my-day');
  await expect
    .poll(() =>
      tasksOf('Просрочено')
        .first()
        .evaluate((row) => row === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() =>
      tasksOf('На сегодня')
        .first()
        .evaluate((row) => row === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.press('Space');
  await toast(page, /Выполнена задача/).waitFor();
  await expect.poll(() => tasksOf('Сделано сегодня').count()).toBe(1);
  await page.getByRole('progressbar', { name: 'Сделано 1 из 3' }).waitFor();
  await expect
    .poll(() =>
      tasksOf('На сегодня')
        .first()
        .evaluate((row) => row === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.press('Control+z');
  await expect.poll(() => tasksOf('На сегодня').count()).toBe(2);
});

test('Z-01: two quick Ctrl+Z take back two deeds', async () => {
  const { page } = vera;
  for (const done of [1, 2]) {
    const task = tasksOf('На сегодня').first();
    // A click that comes twice means one deed.
    if (done === 1) await button(task.locator('..'), 'Выполнить').dblclick();
    else {
      await task.focus();
      await page.keyboard.press('Space');
    }
    await expect.poll(() => tasksOf('Сделано сегодня').count()).toBe(done);
    await expect.poll(() => tasksOf('На сегодня').count()).toBe(2 - done);
  }
  const answered = Promise.withResolvers<void>();
  await page.route('**/api/operations.undo', async (route) => {
    const response = await route.fetch();
    await answered.promise;
    await route.fulfill({ response });
  });
  const asked = page.waitForRequest('**/api/operations.undo');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await asked;
  answered.resolve();
  await expect.poll(() => tasksOf('На сегодня').count()).toBe(2);
  await page.unroute('**/api/operations.undo');
});

test('J-04 T-10: R asks for the result, T puts off until tomorrow', async () => {
  const { page } = vera;
  await tasksOf('Просрочено').first().focus();
  await page.keyboard.press('r');
  const closing = page.getByRole('dialog', { name: /Выполнить задачу/ });
  await field(closing, 'Результаты').fill('Дозвонились');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(() => tasksOf('Сделано сегодня').allTextContents())
    .toEqual([expect.stringContaining('Дозвонились')]);
  const isFirst = () =>
    tasksOf('На сегодня')
      .first()
      .evaluate((row) => row === document.activeElement);
  await expect.poll(isFirst).toBe(true);
  await tasksOf('На сегодня').first().focus();
  await page.keyboard.press('t');
  await toast(page, 'Перенесена 1 задача: завтра').waitFor();
  await expect.poll(() => tasksOf('На сегодня').count()).toBe(1);
});

test('J-04: T on a task that a colleague changes at that moment says that it was not put off', async () => {
  const { page } = vera;
  await vera.opens('/my-day');
  const row = tasksOf('На сегодня').first();
  const id = Number(await row.getAttribute('data-task'));
  await page.route(
    '**/api/tasks.move',
    async (route) => {
      const { version } = await vera.asks('tasks.get', { id });
      await vera.calls('tasks.change', { id, version, set: { description: 'Занести договор' } });
      await route.continue();
    },
    { times: 1 },
  );
  await row.focus();
  await page.keyboard.press('t');
  await page.getByText(`Задачу № ${id} только что изменили, ваш перенос не сделан.`).waitFor();
  await row.getByText('Занести договор').waitFor();
  await row.focus();
  await page.keyboard.press('t');
  await toast(page, 'Перенесена 1 задача: завтра').waitFor();
  await button(toast(page, 'Перенесена 1 задача: завтра'), 'Отменить').click();
  await row.getByText('Занести договор').waitFor();
});

test('J-04 T-10: Esc closes the calendar and the list inside of the small window first, and what was typed stays', async () => {
  const { page } = vera;
  await vera.opens('/my-day');
  await tasksOf('На сегодня').first().focus();
  await page.keyboard.press('r');
  const closing = page.getByRole('dialog', { name: /Выполнить задачу/ });
  await field(closing, 'Результаты').fill('Почти готово');
  await button(closing, 'Открыть календарь').press('Enter');
  await page.getByRole('dialog', { name: 'Открыть календарь' }).locator('button:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Открыть календарь' }).waitFor({ state: 'hidden' });
  await field(closing, 'Когда сделано').fill('вчера');
  await page.keyboard.press('Escape');
  await closing.getByRole('checkbox', { name: 'Поставить следующую задачу' }).check();
  await field(closing, 'Тип').focus();
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('option').first().waitFor({ state: 'hidden' });
  expect(await field(closing, 'Результаты').inputValue()).toBe('Почти готово');
  await page.keyboard.press('Escape');
  await closing.waitFor({ state: 'hidden' });
});

test('J-04 T-10: by one key or tick too the actual moment is set, the result stays, the next one is said; one undo takes all back', async () => {
  const { page } = vera;
  await vera.opens('/my-day');
  const at = Temporal.Now.zonedDateTimeISO('Europe/Moscow').startOfDay().subtract({ days: 3 }).toInstant();
  const { id } = await vera.calls('tasks.create', {
    description: 'Отчёт за день',
    results: 'Начат',
    at: at.toString(),
    repeat: 'FREQ=WEEKLY',
  });
  const found = async () => await vera.asks('tasks.get', { id });
  await tasksOf('Просрочено').filter({ hasText: 'Отчёт за день' }).focus();
  await page.keyboard.press('Space');
  const told = toast(page, new RegExp(`Выполнена задача № ${id}, следующая`));
  await told.waitFor();
  const done = await found();
  expect(done).toMatchObject({ hasTime: true, results: 'Начат', isOpen: false });
  expect(Math.abs(Date.parse(done.at ?? '') - Date.now())).toBeLessThan(60_000);
  await tasksOf('Сделано сегодня')
    .filter({ hasText: /Отчёт за день|Начат/ })
    .waitFor();
  await button(told, 'Отменить').click();
  await expect.poll(async () => (await found()).isOpen).toBe(true);
  expect(Date.parse((await found()).at ?? '')).toBe(at.epochMilliseconds);
  expect((await vera.asks('tasks.list', { d: 'all', q: 'Отчёт за день' })).rows.length).toBe(1);
  await vera.calls('tasks.delete', { chosen: { ids: [id] } });
});

test('J-04 K-04: a task without a type and words goes by its number, here and in the calendar’s preview', async () => {
  const { page } = vera;
  const at = Temporal.Now.zonedDateTimeISO('Europe/Moscow').startOfDay().toInstant().toString();
  const { id } = await vera.calls('tasks.create', { at, hasTime: false });
  await vera.opens('/my-day');
  await tasksOf('На сегодня')
    .filter({ hasText: `№ ${id}` })
    .waitFor();
  const day = page.locator('[role=gridcell][data-today][data-shade]').first();
  await vera.opens('/calendar');
  await day.hover();
  await page.getByRole('dialog').getByText(`№ ${id}`).waitFor();
  await vera.calls('tasks.complete', { id, results: '' });
  await vera.opens('/my-day');
  await tasksOf('Сделано сегодня')
    .filter({ hasText: `№ ${id}` })
    .waitFor();
  await vera.calls('tasks.delete', { chosen: { ids: [id] } });
});

test('J-04: a colleague’s change is seen without a reload, and an empty day says so', async () => {
  const { page } = vera;
  const { rows } = await vera.asks('tasks.list', { d: 'today', 'f.open': 'yes' });
  for (const { id } of rows) await vera.calls('tasks.delete', { chosen: { ids: [id] } });
  await expect.poll(() => tasksOf('На сегодня').count()).toBe(0);
  await page.getByRole('progressbar', { name: 'Сделано 1 из 1' }).waitFor();
});
