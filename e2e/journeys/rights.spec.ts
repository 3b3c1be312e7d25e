// Two people, one of whom may do less: what was left is told, what one may not is not offered; and the keys go on where what had the focus goes.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Rights, rightsAtLevel } from '../../contract/kit/rights.ts';
import { colleague } from '../colleague.ts';
import { button, card, field, foot, rows, rowWith, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;
let olga: Person & { id: number };

const rights: Rights = {
  ...rightsAtLevel('none'),
  clients: { view: 'all', add: 'own', change: 'own', delete: 'none', export: 'none' },
  tasks: { view: 'own', add: 'own', change: 'own', delete: 'own', export: 'none' },
};

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  olga = await colleague(stage, vera, { name: 'Ольга Ким', email: 'olga@example.com', rights });
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

/** Olga's role from now on. */
async function setRights(wanted: Rights): Promise<void> {
  const role = (await vera.asks('people.roles', {})).rows.find(({ name }) => name.includes('Ольга'));
  if (!role) throw new Error('Olga has a role of her own');
  await vera.calls('people.changeRole', { id: role.id, version: role.version, set: { rights: wanted } });
}

const focused = (person: Person) => person.page.locator(':focus');

test('B-09 T-09: of many clients that are changed at once it is told how many were left, and deleting is not offered to who may not', async () => {
  await vera.calls('clients.create', { name: 'Гранит' });
  await vera.calls('clients.create', { name: 'Опора' });
  await vera.calls('clients.create', { name: 'Родник', responsibleId: olga.id });
  const { page } = olga;
  await olga.opens('/clients');
  await rowWith(page, 'Родник').click();
  await page.keyboard.press('Control+A');
  await foot(page).getByText('выделено: 3').waitFor();
  expect(await button(page, /^Удалить/).count()).toBe(0);
  await button(page, 'Убрать в архив').click();
  await toast(page, 'Убран в архив 1 клиент. 2 пропущены: нет права.').waitFor();
});

test('T-09: after a move of selected tasks by the keyboard the next key is for the list', async () => {
  const { page } = olga;
  for (const description of ['Первая', 'Вторая'])
    await olga.calls('tasks.create', { description, at: new Date().toISOString() });
  await olga.opens('/tasks?d=all');
  await rowWith(page, 'Первая').click();
  await page.keyboard.press('Space');
  await button(foot(page), 'Перенести').press('Enter');
  await page.getByRole('menuitem').first().press('Enter');
  await toast(page, /Перенесена 1 задача/).waitFor();
  await foot(page).getByText('выделено').waitFor({ state: 'detached' });
  await expect.poll(() => focused(olga).getAttribute('role')).toBe('grid');
});

test('C-04: the card of a client hears Esc after its first task was set from it', async () => {
  const { page } = olga;
  const { id } = await olga.calls('clients.create', { name: 'Ясень' });
  await olga.opens(`/clients?card=clients.${id}`);
  await page.getByRole('tab', { name: 'Задачи' }).click();
  await button(card(page, 'Ясень'), 'Добавить задачу').press('Enter');
  await field(card(page, 'Новая задача'), 'Описание').fill('Позвонить');
  await page.keyboard.press('Control+Enter');
  await card(page, 'Ясень').getByText('1 задача').waitFor();
  await expect.poll(() => focused(olga).count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

test('B-09 W-05: a palette that stands open follows what is added, and what is handed to another', async () => {
  const { page } = olga;
  await setRights({ ...rights, clients: { ...rights.clients, view: 'own' } });
  await olga.opens('/clients');
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('Квазар');
  await page.getByText('Ничего не нашлось').waitFor();
  const made = await vera.calls('clients.create', { name: 'Квазар', responsibleId: olga.id });
  const found = page.getByRole('option', { name: 'Квазар' });
  await found.waitFor();
  const [first] = (await vera.asks('people.list', {})).rows.filter(({ id }) => id !== olga.id);
  await vera.calls('tasks.handOver', { clientId: made.id, toId: first?.id ?? 0 });
  await found.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
});

test('B-09: no card offers what is refused in any case: a copy for another, a client for somebody else', async () => {
  const { page } = olga;
  const { id } = await olga.calls('clients.create', { name: 'Берег' });
  const task = await olga.calls('tasks.create', { description: 'Своя' });
  const shown = async (path: string, name: string) => {
    await olga.opens(path);
    await card(page).getByRole('tab', { name: 'История' }).waitFor();
    return button(card(page), name).count();
  };
  await setRights(rights);
  expect(await shown(`/clients?card=clients.${id}`, 'Передать клиента')).toBe(0);
  expect(await shown(`/tasks?card=tasks.${task.id}`, 'Копия')).toBe(1);
  await setRights({ ...rights, tasks: { ...rights.tasks, add: 'group' } });
  expect(await shown(`/clients?card=clients.${id}`, 'Передать клиента')).toBe(1);
  await setRights({ ...rights, tasks: { ...rights.tasks, add: 'none' } });
  expect(await shown(`/tasks?card=tasks.${task.id}`, 'Копия')).toBe(0);
  await setRights(rights);
});

test('B-09: a card that may not be changed any more while one writes says so, hears Esc, and gives the words back', async () => {
  const { page } = olga;
  const { id } = await olga.calls('tasks.create', { description: 'Договор', at: new Date().toISOString() });
  await olga.opens(`/tasks?d=all&card=tasks.${id}`);
  const text = field(card(page), 'Описание');
  await text.fill('Договор и акт');
  await setRights({ ...rights, tasks: { ...rights.tasks, change: 'none', delete: 'none' } });
  await expect.poll(() => text.isDisabled()).toBe(true);
  await card(page).getByRole('status').filter({ hasText: 'написанное не сохранить' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await toast(page, 'Написанное не сохранено').waitFor();
  await rows(page).first().click();
  await page.keyboard.press('Space');
  await foot(page).getByText('выделено: 1').waitFor();
  expect(await button(foot(page), /Выполнить|Перенести|Удалить/).count()).toBe(0);
});

test('C-05 D-04: a manager who leaves is handed over whole and deleted, by the keyboard', async () => {
  const { page } = vera;
  const gleb = await colleague(stage, vera, {
    name: 'Глеб Уходов',
    email: 'gleb@example.com',
    rights: rightsAtLevel('all'),
  });
  for (const shared of [true, false])
    await gleb.calls('views.create', {
      of: 'tasks',
      name: `Глеба ${shared}`,
      shared,
      parameters: { d: 'week' },
    });
  const managerId = gleb.id;
  await gleb.context.close();
  await vera.calls('clients.create', { name: 'ООО «Наследство»', responsibleId: managerId });
  await vera.calls('tasks.create', { description: 'Дело Глеба', managerId });
  vera.willBeRefused('people.delete');
  await vera.opens('/people');
  await rowWith(page, 'Глеб Уходов').click();
  await page.keyboard.press('Delete');
  const window = card(page, 'Глеб Уходов: удалить пока нельзя');
  await window.getByRole('link', { name: '1 общий вид' }).waitFor();
  const to = field(window, 'Кому');
  await expect.poll(() => to.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type('Вера');
  await page.locator('[data-combobox-selected]', { hasText: 'Вера Ильина' }).waitFor();
  await page.keyboard.press('Enter');
  const over = button(window, 'Передать и удалить');
  const [under, beside] = [await to.boundingBox(), await over.boundingBox()];
  expect((beside?.x ?? 0) - (under?.x ?? 0) - (under?.width ?? 0)).toBeGreaterThan(0);
  await over.press('Enter');
  await toast(page, 'Глеб Уходов → Вера Ильина: 1 клиент, 1 задача, 1 вид').waitFor();
  await rowWith(page, 'Глеб Уходов').waitFor({ state: 'detached' });
  await vera.opens('/tasks');
  await page.getByRole('tab', { name: 'Глеба true' }).waitFor();
});

test('T-08 B-09: a view is shared only by who may, and a name that is taken is told at its field', async () => {
  await setRights({ ...rights, settings: rightsAtLevel('none').settings });
  const { page } = olga;
  await olga.opens('/tasks?d=tomorrow');
  await olga.calls('views.create', { of: 'tasks', name: 'Завтра', shared: false, parameters: { d: 'all' } });
  await button(page, 'Сохранить вид').click();
  const form = page.getByRole('dialog', { name: 'Сохранить вид' });
  const name = field(form, /Название вида/);
  await name.fill('завтра');
  expect(await form.getByLabel('Показывать всем').count()).toBe(0);
  olga.willBeRefused('views.create');
  await page.keyboard.press('Enter');
  await form.getByText('уже есть: «Завтра»').waitFor();
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await name.fill('Послезавтра');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Послезавтра', selected: true }).waitFor();
  await button(page, 'Вид «Послезавтра»').click();
  await page.getByRole('menuitem', { name: 'Удалить вид' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Показывать всем' }).count()).toBe(0);
});

test('B-09 T-12: rights that were set in a role and not saved come back; those taken back by hand are nothing', async () => {
  const { page } = vera;
  await vera.opens('/people?tab=roles');
  const add = button(page, 'Добавить роль');
  await add.click();
  const made = card(page, 'Новая роль');
  const view = made.getByRole('combobox', { name: 'Клиенты: Видеть' });
  await field(made, 'Название').fill('Стажёр');
  const usual = await view.inputValue();
  await view.selectOption('own');
  await page.keyboard.press('Escape');
  await button(toast(page, 'Написанное не сохранено'), 'Вернуть').click();
  await made.getByText('Здесь то, что вы писали и не сохранили.').waitFor();
  expect([await field(made, 'Название').inputValue(), await view.inputValue()]).toEqual(['Стажёр', 'own']);
  await page.reload();
  await add.click();
  expect(await view.inputValue()).toBe('own');
  await button(made, 'Отбросить').click();
  expect([await field(made, 'Название').inputValue(), await view.inputValue()]).toEqual(['', usual]);
  await view.selectOption('own');
  await view.selectOption(usual);
  await page.keyboard.press('Escape');
  await made.waitFor({ state: 'detached' });
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('roles.'))),
  ).toEqual([]);
});

test('B-09: what two keepers change in one role at once goes together; the same right is shown before one’s own goes over it', async () => {
  const { page } = vera;
  await setRights(rights);
  await vera.opens('/people?tab=roles');
  await button(page, 'Роль: Ольга Ким').click();
  const role = card(page, 'Роль: Ольга Ким');
  const level = (name: string) => role.getByRole('combobox', { name });
  await level('Клиенты: Выгружать').selectOption('own');
  await setRights({ ...rights, tasks: { ...rights.tasks, delete: 'none' } });
  await expect.poll(() => level('Задачи: Удалять').inputValue()).toBe('none');
  await level('Задачи: Менять').selectOption('group');
  await setRights({ ...rights, tasks: { ...rights.tasks, delete: 'all', change: 'none' } });
  await expect.poll(() => level('Задачи: Удалять').inputValue()).toBe('all');
  await button(role, 'Сохранить').click();
  await role.getByText('здесь стало: нет').waitFor();
  await button(role, 'Сохранить').click();
  await role.waitFor({ state: 'detached' });
  const kept = (await vera.asks('people.roles', {})).rows.find(({ name }) => name.includes('Ольга'));
  expect(kept?.rights).toMatchObject({
    clients: { ...rights.clients, export: 'own' },
    tasks: { ...rights.tasks, delete: 'all', change: 'group' },
  });
});
