// The card of a task under the keyboard alone: what is typed is what is kept, what means nothing is not saved, no word is lost.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, card, cell, field, grid, rowWith, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  for (const name of ['tasks.create', 'tasks.list', 'tasks.count'] as const) vera.willBeRefused(name);
  await vera.opens('/tasks?d=all');
  await vera.page.getByText('Здесь будут задачи').waitFor();
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

/** Opens a new card by its key; the cursor stands in the description. */
async function begin(text: string) {
  const { page } = vera;
  await page.keyboard.press('c');
  const task = card(page, 'Новая задача');
  await expect
    .poll(() => field(task, 'Описание').evaluate((each) => each === document.activeElement))
    .toBe(true);
  await page.keyboard.type(text);
  return task;
}

test('T-01 T-09: C, a text, Ctrl+Enter make a task, and the list has the keyboard again', async () => {
  const { page } = vera;
  await begin('Позвонить в «Гранит»');
  await page.keyboard.press('Control+Enter');
  await rowWith(page, 'Позвонить в «Гранит»').waitFor();
  await expect.poll(() => grid(page).evaluate((each) => each === document.activeElement)).toBe(true);
});

test('T-01: a task that the list does not show is opened from the note that tells of it', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=undated');
  await page.getByText('В этом виде задач нет').waitFor();
  await begin('Отвезти образцы');
  await page.keyboard.press('Control+Enter');
  await button(toast(page, 'Добавлена задача').last(), 'Показать').click();
  const task = card(page, /Задача №/);
  expect(await field(task, 'Описание').inputValue()).toBe('Отвезти образцы');
  await page.keyboard.press('Escape');
  await vera.opens('/tasks?d=all');
  await rowWith(page, 'Отвезти образцы').waitFor();
});

test('T-01: a new task whose manager is taken out is nobody’s', async () => {
  const { page } = vera;
  const task = await begin('Кто возьмётся');
  await field(task, 'Менеджер').focus();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Enter');
  await rowWith(page, 'Кто возьмётся').waitFor();
  const { rows } = await vera.asks('tasks.list', { d: 'all', q: 'Кто возьмётся' });
  expect(rows.map(({ managerId }) => managerId)).toEqual([null]);
});

test('T-01: a date typed and saved at once by Ctrl+Enter is the date that is kept', async () => {
  const { page } = vera;
  const task = await begin('Подписать договор');
  await field(task, 'Когда').fill('25.12.2031');
  await page.keyboard.press('Control+Enter');
  const row = rowWith(page, 'Подписать договор');
  await row.waitFor();
  expect(await (await cell(page, row, 'Когда')).textContent()).toMatch(/25 дек.*2031/);
});

test.each([
  ['Когда', '31.02.2026', 'Это не похоже на дату'],
  ['Когда', '01.01.0000', /1900/],
  ['Срок', 'абракадабра', 'Это не похоже на дату'],
  ['Тип', 'нет такого типа', 'выберите из списка'],
])('T-01: «%s» with %s is not saved, and says why', async (name, text, reason) => {
  const { page } = vera;
  const task = await begin('Не сохранять');
  await field(task, name).fill(text);
  await page.keyboard.press('Control+Enter');
  await task.getByText(reason).waitFor();
  await button(task, 'Добавить').click();
  await task.getByText(reason).waitFor();
  await field(task, name).fill('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await task.waitFor({ state: 'hidden' });
  expect(await rowWith(page, 'Не сохранять').count()).toBe(0);
});

test('T-12: words that were not saved are there again after Esc, after going back and after a reload', async () => {
  const { page } = vera;
  const restored = async () => {
    const task = card(page, 'Новая задача');
    await task.getByText('Здесь то, что вы писали и не сохранили.').waitFor();
    expect(await field(task, 'Описание').inputValue()).toBe('Длинная мысль');
    return task;
  };
  await begin('Длинная мысль');
  await page.keyboard.press('Escape');
  await card(page, 'Новая задача').waitFor({ state: 'hidden' });
  // The offer of an earlier card is on its way out.
  await expect.poll(() => toast(page, 'Написанное не сохранено').count()).toBe(1);
  await button(toast(page, 'Написанное не сохранено'), 'Вернуть').click();
  await restored();
  await page.goBack();
  await card(page, 'Новая задача').waitFor({ state: 'hidden' });
  await page.keyboard.press('c');
  await restored();
  await page.reload();
  const task = await restored();
  await button(task, 'Добавить').click();
  await toast(page, 'Добавлена задача').waitFor();
  await page.keyboard.press('c');
  expect(await field(card(page, 'Новая задача'), 'Описание').inputValue()).toBe('');
  await page.keyboard.type('Лишнее');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  expect(await field(card(page, 'Новая задача'), 'Описание').inputValue()).toBe('');
});

test('T-01: a card in which nothing was written is not saved by a stray Ctrl+Enter', async () => {
  const { page } = vera;
  const task = card(page, 'Новая задача');
  await expect.poll(() => task.evaluate((window) => window.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Control+Enter');
  await task.getByText('нужно заполнить').waitFor();
  await page.keyboard.press('Escape');
});

test('T-08: a filter made by hand that means nothing is named in words, with the way back', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=all&f.manager=abc');
  await page
    .getByText(/Менеджер: /)
    .first()
    .waitFor();
  await button(page, 'Показать без отбора').click();
  await rowWith(page, 'Позвонить в «Гранит»').waitFor();
});

test('W-05: Alt+↓ and Alt+↑ in a card go along the list beneath; words that were not saved are offered back', async () => {
  const { page } = vera;
  for (const [hour, description] of ['Первая', 'Вторая', 'Третья'].entries())
    await vera.calls('tasks.create', { description, at: `2032-05-04T0${hour}:00:00Z`, hasTime: true });
  await vera.opens('/tasks?d=2032-05-04..2032-05-04&sort=at');
  await rowWith(page, 'Первая').dblclick();
  const says = (text: string) =>
    expect.poll(() => field(card(page, /Задача №/), 'Описание').inputValue()).toBe(text);
  await says('Первая');
  await page.keyboard.press('Alt+ArrowUp');
  await says('Первая');
  await page.keyboard.press('Alt+ArrowDown');
  await says('Вторая');
  await field(card(page, /Задача №/), 'Результаты').fill('недописанное');
  await page.keyboard.press('Alt+ArrowDown');
  await says('Третья');
  await button(toast(page, 'не сохран'), 'Вернуть').click();
  const second = card(page, /Задача №/).last();
  await expect.poll(() => field(second, 'Результаты').inputValue()).toBe('недописанное');
  await page.keyboard.press('Control+Enter');
  await says('Третья');
  await field(card(page, /Задача №/), 'Результаты').fill('тоже не дописано');
  await page.keyboard.press('Alt+ArrowUp');
  await says('Вторая');
  await page.keyboard.press('Alt+ArrowDown');
  await says('Третья');
  expect(await field(card(page, /Задача №/), 'Результаты').inputValue()).toBe('тоже не дописано');
  await page.keyboard.press('Control+Enter');
});

test('T-10: a state that cancels, set in the card, is asked about and saved with the rest', async () => {
  const { page } = vera;
  const { id } = await vera.calls('tasks.create', {
    description: 'Лишняя поездка',
    at: '2032-06-01T09:00:00Z',
  });
  await vera.opens(`/tasks?d=all&card=tasks.${id}`);
  const task = card(page, /Задача №/);
  await field(task, 'Описание').fill('Лишняя поездка в Псков');
  await field(task, 'Состояние').focus();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('отмен');
  await page.getByRole('option', { name: 'отменена' }).click();
  await page.keyboard.press('Control+Enter');
  const why = card(page, /Отменить задачу/);
  await field(why, 'Почему отменяется').fill(' ');
  await button(why, 'Сохранить').click();
  await why.getByText('нужно заполнить').waitFor();
  await field(why, 'Почему отменяется').fill('Договорились по телефону');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => card(page).count()).toBe(0);
  expect(await vera.asks('tasks.get', { id })).toMatchObject({
    isOpen: false,
    description: 'Лишняя поездка в Псков',
    cancelReason: 'Договорились по телефону',
  });
});

test('T-10 T-12: what came of a task, and why it is cancelled, wait where they were written when the window is closed', async () => {
  const { page } = vera;
  const { id } = await vera.calls('tasks.create', { description: 'Замер', at: '2032-07-01T09:00:00Z' });
  await vera.opens(`/tasks?d=2032-07-01..2032-07-01&card=tasks.${id}`);
  const task = card(page, /Задача №/);
  const completing = page.getByRole('dialog', { name: /Выполнить задачу/ });
  const cancelling = page.getByRole('dialog', { name: /Отменить задачу/ });
  await button(task, 'Выполнить').click();
  await field(completing, 'Результаты').fill('Окно 120 на 90, две створки');
  await page.keyboard.press('Escape');
  await completing.waitFor({ state: 'detached' });
  await button(task, 'Отменить задачу').click();
  await field(cancelling, 'Почему отменяется').fill('Хозяин уехал');
  await page.reload();
  await button(task, 'Отменить задачу').click();
  await expect.poll(() => field(cancelling, 'Почему отменяется').inputValue()).toBe('Хозяин уехал');
  await page.keyboard.press('Escape');
  await vera.calls('tasks.change', { id, version: 1, set: { results: 'Выехали' } });
  await button(task, 'Выполнить').click();
  await completing.getByText('что вы писали и не сохранили').waitFor();
  expect(await field(completing, 'Результаты').inputValue()).toBe('Окно 120 на 90, две створки');
  await button(completing, 'Выполнить').click();
  await completing.getByText('здесь стало: Выехали').waitFor();
  await button(completing, 'Выполнить').click();
  await expect.poll(() => card(page).count()).toBe(0);
  expect(await vera.asks('tasks.get', { id })).toMatchObject({
    isOpen: false,
    results: 'Окно 120 на 90, две створки',
  });
});
