// Two people, one of whom may do less: what was left is told, what one may not is not offered; and the keys go on where what had the focus goes.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Rights, rightsAtLevel } from '../../contract/kit/rights.ts';
import { colleague } from '../colleague.ts';
import { button, foot, rowWith, toast } from '../screen.ts';
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
