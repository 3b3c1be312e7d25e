// The filter of a list: it can always be taken off, and an address made by hand never traps anybody.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, foot, rowWith, search } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  await vera.calls('clients.create', { name: 'ООО «Альта»' });
  const { id } = await vera.calls('clients.create', { name: 'ООО «Былое»' });
  await vera.calls('clients.archive', { chosen: { ids: [id] }, archived: true });
  await vera.calls('tasks.create', { description: 'Позвонить' });
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

const count = (text: string) =>
  expect.poll(async () => (await foot(vera.page).textContent())?.replaceAll(/\s/g, ' ')).toBe(text);

test.each([
  ['the button', () => button(vera.page, 'Сбросить отбор').click()],
  ['the cross of its chip', () => button(vera.page, 'Убрать «В архиве»').click()],
  [
    'what an empty search offers',
    async () => {
      await search(vera.page, 'Название').fill('нет таких');
      await button(vera.page, 'Показать все').click();
    },
  ],
])('T-08: %s shows all clients, those of the archive too', async (_, clear) => {
  await vera.opens('/clients');
  await count('1 клиент');
  await clear();
  await count('2 клиента');
  await rowWith(vera.page, 'Былое').waitFor();
  await vera.page.reload();
  await count('2 клиента');
});

test('T-08: an address whose value means nothing is named, and shows the list all the same', async () => {
  await vera.opens('/tasks?d=all&n=17');
  await vera.page.getByRole('alert').getByText('Строк на странице: непонятное значение').waitFor();
  await count('1 задача');
  vera.willBeRefused('clients.list');
  vera.willBeRefused('clients.count');
  await vera.opens('/clients?d=week');
  await button(vera.page, 'Показать без отбора').click();
  await count('2 клиента');
});

test('P-02: paper of an address that means nothing has a way back to the list', async () => {
  vera.willBeRefused('tasks.print');
  await vera.opens('/print/tasks?d=bad');
  await vera.page.getByRole('alert').getByText('Интервал: непонятное значение').waitFor();
  await button(vera.page, 'Закрыть').click();
  await vera.page.waitForURL(/\/(tasks|clients)/);
});
