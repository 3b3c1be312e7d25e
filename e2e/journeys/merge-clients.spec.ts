// Two cards of one client become one: by the keyboard from the list, from the warning in a card, and back again.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, card, field, foot, grid, rows, rowWith, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;
let granite: number;
let pskov: number;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  ({ id: granite } = await vera.calls('clients.create', {
    name: 'ООО «Гранит»',
    line: 'камень',
    phones: [{ value: '8 (812) 555-01-02' }],
    notes: 'Платят вовремя',
  }));
  ({ id: pskov } = await vera.calls('clients.create', {
    name: 'Гранит, Псков',
    line: 'плитка',
    phones: [{ value: '+7 812 5550102' }, { value: '+7 911 700-12-12' }],
    inn: '7707083893',
    notes: 'Звонить утром',
  }));
  for (const description of ['Образцы', 'Договор', 'Счёт'])
    await vera.calls('tasks.create', { description, clientId: pskov });
  await vera.opens('/clients');
  await rows(vera.page).nth(1).waitFor();
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

const merging = () => card(vera.page, 'Объединить клиентов');
const rowOf = (name: string) => merging().getByRole('radiogroup', { name, exact: true });
const radio = (row: string, name: string | RegExp) => rowOf(row).getByRole('radio', { name });
const tasksOf = async (id: number) =>
  (await vera.asks('tasks.count', { d: 'all', 'f.client': String(id) })).count;
const inFocus = (label: string) =>
  expect
    .poll(() =>
      vera.page.evaluate(() => document.activeElement?.closest('[role=radiogroup]')?.textContent ?? ''),
    )
    .toContain(label);

test('C-06: two clients are merged by the keyboard, one field from the other, and the tasks go along', async () => {
  const { page } = vera;
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await button(page, 'Объединить клиентов').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Поиск по всему' }).waitFor();
  await page.keyboard.type('объединить');
  await page.getByRole('option', { name: 'Объединить клиентов' }).waitFor();
  await page.keyboard.press('Enter');
  await merging().waitFor();
  await inFocus('Остаётся');
  expect(await radio('Остаётся', /ООО «Гранит»/).isChecked()).toBe(true);
  await merging().getByText('«Гранит, Псков» исчезнет из списка. 3 задачи перейдут к оставшемуся.').waitFor();
  await page.keyboard.press('Tab');
  await inFocus('Название');
  await page.keyboard.press('Tab');
  await inFocus('Род деятельности');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => radio('Род деятельности', 'плитка').isChecked()).toBe(true);
  expect(await radio('ИНН', '7707083893').isChecked()).toBe(true);
  expect(await radio('Информация', 'оба текста').isChecked()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await toast(page, 'Объединены клиенты: «ООО „Гранит“»').waitFor();
  await expect.poll(() => merging().count()).toBe(0);
  await expect.poll(() => rows(page).count()).toBe(1);
  expect(await vera.asks('clients.get', { id: granite })).toMatchObject({
    name: 'ООО «Гранит»',
    line: 'плитка',
    inn: '7707083893',
    notes: 'Платят вовремя\nЗвонить утром',
    phones: [{ value: '8 (812) 555-01-02' }, { value: '+7 911 700-12-12' }],
  });
  expect(await tasksOf(granite)).toBe(3);
});

test('C-06 Z-01: one undo brings both back with their tasks, and the journal says what it was', async () => {
  const { page } = vera;
  await grid(page).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => rows(page).count()).toBe(2);
  expect(await vera.asks('clients.get', { id: pskov })).toMatchObject({
    name: 'Гранит, Псков',
    line: 'плитка',
  });
  expect(await vera.asks('clients.get', { id: granite })).toMatchObject({ line: 'камень', inn: '' });
  expect([await tasksOf(granite), await tasksOf(pskov)]).toEqual([0, 3]);
  await rowWith(page, 'ООО «Гранит»').dblclick();
  const window = card(page, 'ООО «Гранит»');
  await window.getByRole('tab', { name: 'История' }).click();
  const merge = window.getByRole('listitem').filter({ hasText: 'Объединён с' });
  await expect.poll(() => merge.last().textContent()).toContain('Гранит, Псков');
  await page.keyboard.press('Escape');
  await expect.poll(() => window.count()).toBe(0);
});

test('C-06: Esc leaves all as it is; the other may stay, and what is not wanted is dropped', async () => {
  const { page } = vera;
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await button(page, 'Объединить клиентов').click();
  await merging().waitFor();
  await inFocus('Остаётся');
  await page.keyboard.press('Escape');
  await expect.poll(() => merging().count()).toBe(0);
  expect(await rows(page).count()).toBe(2);
  await button(page, 'Объединить клиентов').click();
  await radio('Остаётся', /Гранит, Псков/).check();
  await expect.poll(() => radio('Название', 'Гранит, Псков').isChecked()).toBe(true);
  await merging().getByRole('group', { name: 'Телефоны' }).getByRole('checkbox', { name: /911/ }).uncheck();
  await button(merging(), 'Объединить').click();
  await toast(page, 'Объединены клиенты: «Гранит, Псков»').waitFor();
  expect(await vera.asks('clients.get', { id: pskov })).toMatchObject({
    name: 'Гранит, Псков',
    phones: [{ value: '+7 812 5550102' }],
  });
  await button(toast(page, 'Объединены клиенты'), 'Отменить').click();
  await expect.poll(() => rows(page).count()).toBe(2);
});

test('C-06: the warning in a card merges too, and who had the other open is told where it is', async () => {
  const { page, context } = vera;
  vera.willBeRefused('clients.get');
  const other = await context.newPage();
  await other.goto(`/clients?card=clients.${pskov}`);
  await card(other, 'Гранит, Псков').waitFor();
  await rowWith(page, 'ООО «Гранит»').dblclick();
  const window = card(page, 'ООО «Гранит»');
  await field(window, 'Телефоны 2').or(button(window, 'ещё телефон')).first().waitFor();
  await button(window, 'ещё телефон').click();
  await field(window, 'Телефоны 2').fill('8 911 7001212');
  await button(window, /^Объединить… Гранит, Псков/).click();
  await merging().waitFor();
  await expect.poll(() => radio('Остаётся', /ООО «Гранит»/).isChecked()).toBe(true);
  await inFocus('Остаётся');
  await page.keyboard.press('Control+Enter');
  await toast(page, 'Объединены клиенты: «ООО „Гранит“»').waitFor();
  await window.waitFor();
  await expect.poll(async () => (await vera.asks('clients.get', { id: granite })).phones.length).toBe(2);
  await other.getByText('Клиент «Гранит, Псков» объединён с другим: теперь это «ООО „Гранит“».').waitFor();
  await button(other, 'Открыть «ООО „Гранит“»').click();
  await card(other, 'ООО «Гранит»').waitFor();
  await other.close();
  await page.keyboard.press('Escape');
  await expect.poll(() => foot(page).textContent()).toBe('1 клиент');
});
