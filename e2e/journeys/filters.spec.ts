// The filter of a list: it can always be taken off, and an address made by hand never traps anybody.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, field, foot, pick, rowWith, search } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  await vera.calls('clients.create', { name: 'ООО «Альта»', tags: ['юбилей'] });
  const { id } = await vera.calls('clients.create', { name: 'ООО «Былое»' });
  await vera.calls('clients.archive', { chosen: { ids: [id] }, archived: true });
  await vera.calls('tasks.create', { description: 'Позвонить' });
  await vera.calls('tasks.create', { description: 'Поздравить с юбилеем', tags: ['юбилей'] });
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

test('T-08: a double click on a condition opens its directory, and leaves it open', async () => {
  const { page } = vera;
  await vera.opens('/clients');
  await button(page, /^В архиве:/).dblclick();
  await button(page, 'Готово').waitFor();
  await page.waitForTimeout(300);
  expect(await button(page, 'Готово').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await button(page, 'Готово').waitFor({ state: 'hidden' });
});

test('T-08: an address whose value means nothing is named, and shows the list all the same', async () => {
  await vera.opens('/tasks?d=all&n=17');
  await vera.page.getByRole('alert').getByText('Строк на странице: непонятное значение').waitFor();
  await count('2 задачи');
  vera.willBeRefused('clients.list');
  vera.willBeRefused('clients.count');
  await vera.opens('/clients?d=week');
  await button(vera.page, 'Показать без отбора').click();
  await count('2 клиента');
});

test.each([
  ['/tasks?f.state=1', 'Состояние: такого значения нет'],
  ['/tasks?f.client=g99', 'Клиент: такого значения нет'],
  ['/tasks?f.manager=1,99', 'Менеджер: такого значения нет'],
  ['/clients?d=all&f.group=g99', 'Группа: такого значения нет'],
  ['/tasks?d=today&d=week', 'Интервал: непонятное значение'],
  ['/people?f.group=abc', 'Группа: такого значения нет'],
  ['/people?f.minutes=5', 'Минут: такого поля нет'],
  ['/people?tab=zzz', 'tab: такого условия нет'],
  [
    '/directories/taskStates?d=week&sort=nothing',
    'Интервал: такого условия нет · Сортировка: такого поля нет',
  ],
  ['/calendar?by=zzz', 'Что показывать в ячейках: непонятное значение'],
  ['/calendar/1?d=2026-02-30', 'Интервал: такой даты нет; годы от 1900 до 2200'],
  ['/calendar/1?span=decade', 'Сколько показывать: непонятное значение'],
  ['/journal?who=99', 'Кто: такого значения нет'],
])('T-08: %s says what in it means nothing', async (address, words) => {
  await vera.opens(address);
  await vera.page.getByRole('alert').getByText(words, { exact: true }).waitFor();
});

test('T-08: what an address names twice is taken as a list', async () => {
  await vera.opens('/tasks?d=all&f.tags=юбилей&f.tags=нигде');
  await expect.poll(chips).toEqual(['Метки: юбилей, нигде']);
  await count('1 задача');
});

test('T-08: an interval of a condition that ends before it starts is refused by its name', async () => {
  vera.willBeRefused('tasks.list');
  vera.willBeRefused('tasks.count');
  await vera.opens('/tasks?f.deadline=2026-12-10..2026-11-01');
  await vera.page.getByText('Срок: конец раньше начала').waitFor();
  await button(vera.page, 'Показать без отбора').click();
  await count('2 задачи');
});

test.each([
  [
    'calendar.grid' as const,
    '/print/calendar?d=2026-02-30..2026-03-01',
    'Интервал: такой даты нет; годы от 1900 до 2200',
  ],
  ['calendar.manager' as const, '/print/calendar/1?d=2026-02-30', 'Интервал: непонятное значение'],
])('P-02: paper of %s shows nothing else than was asked for', async (query, address, words) => {
  vera.willBeRefused(query);
  await vera.opens(address);
  await vera.page.getByRole('alert').getByText(words).waitFor();
});

test('P-02: paper of an address that means nothing has a way back to the list', async () => {
  vera.willBeRefused('tasks.print');
  await vera.opens('/print/tasks?d=bad');
  await vera.page.getByRole('alert').getByText('Интервал: непонятное значение').waitFor();
  await button(vera.page, 'Закрыть').click();
  await vera.page.waitForURL(/\/(tasks|clients)/);
});

/** What the bar says the list is narrowed by. */
const chips = async () => {
  const crosses = await button(vera.page.getByRole('toolbar', { name: 'Отбор' }), /^Убрать «/).all();
  return Promise.all(crosses.map((cross) => cross.locator('..').textContent()));
};

test.each([
  ['tasks', 'f.tags=юбилей', 'Метки: юбилей'],
  ['tasks', 'f.minutes=10..20', 'Минут: 10 – 20'],
  ['tasks', 'f.description=~юбил', 'Описание: «юбил»'],
  ['tasks', 'f.deadline=2031-03-01..2031-03-05', 'Срок: 1 мар. 2031 г. – 5 мар. 2031 г.'],
  ['tasks', 'f.at=2031-03-01..', 'Когда: 1 мар. 2031 г. – …'],
  ['tasks', 'f.id=1000..', 'ID: 1000 – …'],
  ['tasks', 'f.phone=~999', 'Телефон: «999»'],
  ['clients', 'f.inn=~7707', 'ИНН: «7707»'],
  ['clients', 'f.name=^былое', 'Название: «былое…»'],
  ['clients', 'f.tags=юбилей', 'Метки: юбилей'],
  ['clients', 'f.group=g99', 'Группа: № 99'],
])('T-08: whatever narrows %s is a chip that can be taken off: %s', async (place, condition, chip) => {
  await vera.opens(`/${place}?d=all&${condition}`);
  await expect.poll(chips).toEqual([chip]);
  await button(vera.page, /^Убрать «/).click();
  await count(place === 'tasks' ? '2 задачи' : '2 клиента');
  expect(await chips()).toEqual([]);
});

test('K-03 T-08: the head of the calendar and the paper name whatever filters', async () => {
  await vera.opens('/calendar?f.tags=юбилей&f.minutes=10..20');
  const heading = vera.page.getByRole('heading', { level: 1 });
  await expect.poll(() => heading.textContent()).toMatch(/ · Метки: юбилей · Минут: 10 – 20$/);
  await vera.opens('/print/tasks?d=all&f.tags=юбилей');
  await expect.poll(() => vera.page.title()).toMatch(/ · Метки: юбилей/);
});

test('K-03 T-08: what the calendar is searched for is a chip that can be taken off', async () => {
  for (const place of ['/calendar', '/calendar/1']) {
    await vera.opens(`${place}?s.description=юбил&q=позд`);
    await expect.poll(chips).toEqual(['Описание: «юбил»', 'Поиск по всем колонкам: «позд»']);
    await button(vera.page, 'Убрать «Описание»').click();
    await expect.poll(chips).toEqual(['Поиск по всем колонкам: «позд»']);
    await button(vera.page, /^Убрать «Поиск/).click();
    await expect.poll(chips).toEqual([]);
  }
});

test('T-08: a tag in use is picked, one that is typed is taken, a text and days are written', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=all');
  const add = async (name: string) => {
    await button(page, 'Отбор').click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    return page.getByRole('dialog', { name });
  };
  let editor = await add('Метки');
  await field(editor, 'Метки').click();
  await page.getByRole('option', { name: 'юбилей' }).click();
  await page.keyboard.press('Escape');
  await count('1 задача');
  await expect.poll(chips).toEqual(['Метки: юбилей']);
  await button(page, /^Метки:/).click();
  await pick(editor, 'Метки', 'нигде');
  await expect.poll(chips).toEqual(['Метки: юбилей, нигде']);
  await page.keyboard.press('Escape');
  await button(page, 'Сбросить отбор').click();
  await count('2 задачи');
  editor = await add('Описание');
  await field(editor, 'Описание').fill('звон');
  await page.keyboard.press('Enter');
  await count('1 задача');
  await rowWith(page, 'Позвонить').waitFor();
  editor = await add('Поставлена');
  await field(editor, 'По').fill('01.01.2020');
  await page.keyboard.press('Enter');
  await count('0 задач');
  await expect.poll(chips).toEqual(['Описание: «звон»', 'Поставлена: … – 1 янв. 2020 г.']);
});

test('D-05: an empty search of states does not speak of groups, which they have none of', async () => {
  await vera.opens('/directories/taskStates?s.name=нет таких');
  await vera.page.getByText('Возможно, запись в архиве.').waitFor();
  await vera.opens('/directories/taskTypes?s.name=нет таких');
  await vera.page.getByText('Возможно, запись в другой группе или в архиве.').waitFor();
});
