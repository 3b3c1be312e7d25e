// The main job in one go: clients come from a real table, a task is planned, done, printed, and everything is taken back.
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, card, field, foot, rows, rowWith, search, tableFile, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

const customers = join(import.meta.dirname, '../../../shared/data/sales/northwind/customers.csv');

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

test('B-08: the table of clients comes in by the import screen', async () => {
  const { page } = vera;
  await vera.opens('/import');
  await page.locator('input[type=file]').setInputFiles(tableFile(customers));
  await page.getByText('В файле 91 строка и 11 колонок').waitFor();
  await button(page, 'Проверить').click();
  await page.getByText('Добавится 91, изменится 0, не подойдёт 0.').waitFor();
  await button(page, 'Загрузить 91 строку').click();
  await page.getByText('Добавлено 91, изменено 0, не подошло 0.').waitFor();
  await page.getByRole('link', { name: 'К клиентам' }).click();
  await expect.poll(() => foot(page).textContent()).toBe('91 клиент');
});

test('C-04 T-01 T-09: a task for one of them is planned in its card with the keyboard alone', async () => {
  const { page } = vera;
  await search(page, 'Название').fill('alfreds');
  // The count may come before the rows: until then those of the whole list stand there.
  await expect
    .poll(() => rows(page).allTextContents())
    .toEqual([expect.stringContaining('Alfreds Futterkiste')]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const client = card(page, 'Alfreds Futterkiste');
  await client.getByRole('tab', { name: 'Задачи' }).focus();
  await page.keyboard.press('Enter');
  await button(client, 'Добавить задачу').focus();
  await page.keyboard.press('Enter');
  const task = card(page, 'Новая задача');
  await task.getByText('Alfreds Futterkiste').waitFor();
  await field(task, 'Тип').focus();
  await page.keyboard.type('Звонок');
  await page.getByRole('option', { name: 'Звонок' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await field(task, 'Когда').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('сегодня 14:30');
  await page.keyboard.press('Enter');
  await field(task, 'Описание').focus();
  await page.keyboard.type('Спросить о заказе');
  await page.keyboard.press('Enter');
  await page.keyboard.type('и о сроках');
  await page.keyboard.press('Control+Enter');
  await toast(page, 'Добавлена задача').waitFor();
  await client.getByText(/Спросить о заказе/).waitFor();
});

test('T-10 P-01: it is done with a result, and paper shows it', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=today');
  await rowWith(page, 'Alfreds Futterkiste').waitFor();
  await expect.poll(() => rowWith(page, 'Alfreds Futterkiste').textContent()).toContain('поставлена');
  await rowWith(page, 'Alfreds Futterkiste').dblclick();
  await button(card(page, /Задача №/), 'Выполнить').click();
  const closing = page.getByRole('dialog', { name: /Выполнить задачу/ });
  await field(closing, 'Результаты').fill('Берут двести штук');
  await button(closing, 'Выполнить').click();
  await toast(page, /Выполнена задача/).waitFor();
  await expect.poll(() => rowWith(page, 'Alfreds Futterkiste').textContent()).toContain('выполнена');
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Печать' }).click();
  const paper = await opened;
  await paper.getByText('Берут двести штук').first().waitFor();
  for (const text of ['Alfreds Futterkiste', 'Obere Str. 57', 'Спросить о заказе', 'Maria Anders', vera.name])
    expect(await paper.locator('table').textContent()).toContain(text);
  const pdf = await paper.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(1);
  await paper.close();
});

test('Z-01: the completion is taken back by Ctrl+Z', async () => {
  const { page } = vera;
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Z');
  await expect.poll(() => rowWith(page, 'Alfreds Futterkiste').textContent()).toContain('поставлена');
});

test('B-08 Z-01: a client that is used meanwhile stays and is named; then the whole import is taken back', async () => {
  const { page } = vera;
  await page.getByRole('grid').focus();
  await rowWith(page, 'Alfreds Futterkiste').click();
  await page.keyboard.press('Delete');
  await toast(page, /Удалена 1 задача/).waitFor();
  await page.getByRole('link', { name: 'Импорт', exact: true }).click();
  await page.getByRole('link', { name: 'customers.csv' }).click();
  await button(page, 'Отменить загрузку').click();
  await page.getByText(/Загрузка отменена\./).waitFor();
  await button(page, 'Вернуть загрузку').click();
  await page.getByText(/Загрузка отменена\./).waitFor({ state: 'hidden' });
  await button(page, 'Отменить загрузку').click();
  await page.getByText(/Загрузка отменена\./).waitFor();
  await page.getByRole('link', { name: 'Клиенты', exact: true }).click();
  await page.getByText('Здесь будут клиенты').waitFor();
});
