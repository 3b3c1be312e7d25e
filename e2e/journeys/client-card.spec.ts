// The card of a client: what it holds, what it doubts, whom it takes for the same, what it remembers, whose it is.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, card, field, foot, pick, rowWith, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  await vera.calls('people.create', { name: 'Пётр Немов', roleId: 1 });
  await vera.opens('/clients');
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

/** Ctrl+Enter, and the card as it is kept. */
const open = async (name: string) => {
  await rowWith(vera.page, name).dblclick();
  const window = card(vera.page, name);
  await window.waitFor();
  return window;
};

test('C-01 C-02: a client is added with its three tabs', async () => {
  const { page } = vera;
  await button(page, 'Добавить клиента').click();
  let window = card(page, 'Новый клиент');
  await field(window, /^Название/).fill('ООО «Гранит»');
  await field(window, 'Полное название').fill('Общество с ограниченной ответственностью «Гранит»');
  await field(window, 'Род деятельности').fill('камень');
  await field(window, 'Телефоны 1').fill('8 (921) 555-01-02');
  await field(window, 'Почта 1').fill('office@granit.example');
  await field(window, 'Юридический адрес').fill('Псков, ул. Каменная, 1');
  await field(window, 'Фактический адрес').fill('Псков, ул. Каменная, 3');
  await field(window, 'Сайты 1').fill('granit.example');
  await field(window, 'Мессенджеры 1').fill('@granit');
  await window.getByRole('tab', { name: 'Отношения' }).click();
  await pick(window, 'Статус', 'Действующий');
  await pick(window, 'Тип клиента', 'Покупатель');
  await pick(window, 'Источник', 'Рекомендация');
  await field(window, 'Контактные лица').fill('Олег, снабжение\nИрина, бухгалтерия');
  await field(window, 'Информация').fill('Платят вовремя');
  await window.getByRole('tab', { name: 'Договор и банк' }).click();
  await field(window, 'Номер договора').fill('17-К');
  await field(window, 'Банк').fill('Псковбанк');
  await page.keyboard.press('Control+Enter');
  await toast(page, 'Добавлен клиент «ООО „Гранит“»').waitFor();
  await card(page, 'ООО «Гранит»').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => foot(page).textContent()).toBe('1 клиент');
  window = await open('Гранит');
  expect(await field(window, 'Фактический адрес').inputValue()).toBe('Псков, ул. Каменная, 3');
  await window.getByText('Действующий').first().waitFor();
  await window.getByRole('tab', { name: 'Отношения' }).click();
  expect(await field(window, 'Контактные лица').inputValue()).toBe('Олег, снабжение\nИрина, бухгалтерия');
  await page.keyboard.press('Escape');
});

test('C-03: an INN with a wrong digit is told, and kept all the same', async () => {
  const { page } = vera;
  let window = await open('Гранит');
  await window.getByRole('tab', { name: 'Договор и банк' }).click();
  await field(window, 'ИНН').fill('7707083894');
  await window.getByText('контрольная цифра ИНН не сходится, проверьте').waitFor();
  await button(window, 'Сохранить').click();
  await toast(page, /Изменён клиент/).waitFor();
  window = await open('Гранит');
  await window.getByRole('tab', { name: 'Договор и банк' }).click();
  expect(await field(window, 'ИНН').inputValue()).toBe('7707083894');
  await field(window, 'ИНН').fill('7707083893');
  await expect.poll(() => window.getByText(/контрольная цифра ИНН/).count()).toBe(0);
  await field(window, 'IBAN').fill('GB82WEST12345698765433');
  await window.getByText('контрольные цифры IBAN не сходятся').waitFor();
  await page.keyboard.press('Escape');
});

test('C-01: a number that nobody could call is doubted at its field, and kept as it was typed', async () => {
  const long = '8921'.repeat(12);
  const { id } = await vera.calls('clients.create', {
    name: 'ООО «Цифра»',
    phones: [{ value: '999', note: '' }],
  });
  const window = await open('Цифра');
  await window.getByText('не похоже на номер телефона').waitFor();
  const phone = field(window, 'Телефоны 1');
  await phone.fill('8 (921) 555-01-09');
  await expect.poll(() => window.getByText('не похоже на номер телефона').count()).toBe(0);
  await phone.fill(long);
  await window.getByText('не похоже на номер телефона').waitFor();
  expect(await phone.getAttribute('title')).toBe(long);
  await button(window, 'Сохранить').click();
  await window.waitFor({ state: 'hidden' });
  expect((await vera.asks('clients.get', { id })).phones[0]?.value).toBe(long);
});

test('T-09: Tab goes past the rows of a list, whatever links are in them', async () => {
  const { page } = vera;
  const grid = page.getByRole('grid');
  expect(await grid.locator('[data-index] a').count()).toBeGreaterThan(0);
  await grid.getByRole('textbox').last().focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-index]') === null)).toBe(true);
});

test('C-06: one who is already there is shown while one types', async () => {
  const { page } = vera;
  await button(page, 'Добавить клиента').click();
  const window = card(page, 'Новый клиент');
  await field(window, /^Название/).fill('гранит');
  await window.getByText('Похоже, такой клиент уже есть').waitFor();
  await window.getByText(/то же название/).waitFor();
  await field(window, /^Название/).fill('Другое имя');
  await expect.poll(() => window.getByText('Похоже, такой клиент уже есть').count()).toBe(0);
  await field(window, 'Телефоны 1').fill('+7 921 5550102');
  await window.getByText(/тот же телефон/).waitFor();
  await button(window, 'ООО «Гранит»').click();
  await card(page, 'ООО «Гранит»').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('C-05: a field remembers who changed it, from what to what', async () => {
  const { page } = vera;
  await vera.opens('/clients');
  let window = await open('Гранит');
  await field(window, 'Род деятельности').fill('камень и плитка');
  await button(window, 'Сохранить').click();
  await toast(page, /Изменён клиент/).waitFor();
  window = await open('Гранит');
  await window.getByRole('tab', { name: 'История' }).click();
  const line = window.getByRole('listitem').filter({ hasText: 'Род деятельности' });
  await expect.poll(() => line.first().textContent()).toContain('камень и плитка');
  expect(await line.first().locator('del').textContent()).toBe('камень');
  expect(await line.first().textContent()).toContain(vera.name);
  await page.keyboard.press('Escape');
});

test('C-05 Z-01: a colleague takes the client over with its open tasks, and it is taken back', async () => {
  const { page } = vera;
  const { rows: clients } = await vera.asks('clients.list', {});
  await vera.calls('tasks.create', { description: 'Отвезти образцы', clientId: clients[0]?.id ?? 0 });
  const window = await open('Гранит');
  await button(window, 'Передать клиента').click();
  await pick(page.getByRole('dialog', { name: 'Передать клиента' }), 'Ответственный', 'Пётр Немов');
  await toast(page, 'Клиент передан: Пётр Немов').waitFor();
  const owners = async () => {
    const { rows: tasks } = await vera.asks('tasks.list', {});
    const { rows: people } = await vera.asks('people.list', {});
    const nameOf = (id: number | null) => people.find((person) => person.id === id)?.name;
    return [
      nameOf((await vera.asks('clients.list', {})).rows[0]?.responsibleId ?? null),
      nameOf(tasks[0]?.managerId ?? null),
    ];
  };
  await expect.poll(owners).toEqual(['Пётр Немов', 'Пётр Немов']);
  await button(toast(page, 'Клиент передан'), 'Отменить').click();
  await expect.poll(owners).toEqual([vera.name, vera.name]);
});

test('D-04: a client that is in use names what uses it, and is replaced with another', async () => {
  const { page } = vera;
  vera.willBeRefused('clients.delete');
  const [from, to] = await Promise.all(
    ['ООО «Старое»', 'ООО «Новое»'].map((name) => vera.calls('clients.create', { name })),
  );
  const task = await vera.calls('tasks.create', { description: 'Позвонить', clientId: from?.id ?? 0 });
  await vera.opens('/clients');
  for (const name of ['Новое', 'Старое']) await rowWith(page, name).waitFor();
  await rowWith(page, 'Старое').click();
  await page.keyboard.press('Delete');
  const window = page.getByRole('dialog', { name: 'Клиента нельзя удалить: он используется' });
  await window.getByRole('link', { name: '1 задача' }).waitFor();
  await pick(window, 'Заменить везде на', 'ООО «Новое»');
  await button(window, 'Заменить и удалить').click();
  await window.waitFor({ state: 'hidden' });
  expect((await vera.asks('tasks.get', { id: task.id })).clientId).toBe(to?.id);
  await expect.poll(() => rowWith(page, 'Старое').count()).toBe(0);
});
