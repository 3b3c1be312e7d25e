// The list of tasks, the main mode: colours, order, search, filters, views, editing in place and in bulk, the keyboard.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { colleague } from '../colleague.ts';
import {
  button,
  card,
  cell,
  column,
  field,
  foot,
  grid,
  head,
  pick,
  rows,
  rowWith,
  search,
  toast,
} from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  await vera.calls('demo.fill', {});
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

const count = (text: string | RegExp) =>
  expect.poll(async () => (await foot(vera.page).textContent())?.replaceAll(/\s/g, ' ')).toMatch(text);

test('T-02 T-03: tasks of the interval stand in rows coloured by their state', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=all&sort=id');
  await count(/^2 000 задач/);
  for (const title of ['ID', 'Когда', 'Состояние', 'Клиент', 'Телефон клиента', 'Менеджер', 'Срок'])
    await head(page, title).waitFor();
  const tint = (state: string) =>
    rowWith(page, state)
      .first()
      .evaluate((row) => ({
        tint: (row as HTMLElement).dataset.tint,
        colour: getComputedStyle(row).backgroundColor,
      }));
  const done = await tint('выполнена');
  const planned = await tint('поставлена');
  expect([done.tint, planned.tint]).toEqual(['green', 'slate']);
  expect(done.colour).not.toBe(planned.colour);
});

test('T-05: a click sorts, Shift and a click add a second key', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=all');
  await head(page, 'Менеджер').click();
  await expect.poll(() => head(page, 'Менеджер').getAttribute('aria-sort')).toBe('ascending');
  await head(page, 'ID').click({ modifiers: ['Shift'] });
  await head(page, 'ID').click({ modifiers: ['Shift'] });
  await expect.poll(() => head(page, 'ID').getAttribute('aria-sort')).toBe('descending');
  await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('manager,-id');
  await expect
    .poll(async () => {
      const [ids, managers] = [await column(page, 'ID'), await column(page, 'Менеджер')];
      const isSorted = ids.every(
        (id, at) => at === 0 || managers[at] !== managers[at - 1] || Number(id) < Number(ids[at - 1]),
      );
      return ids.length > 5 && managers[0] === 'Анна Белова' && isSorted;
    })
    .toBe(true);
});

test('T-06: search in a column forgives the wrong layout and case', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=all');
  await search(page, 'Менеджер').fill(',TKJDF');
  await expect.poll(async () => [...new Set(await column(page, 'Менеджер'))]).toEqual(['Анна Белова']);
  await expect.poll(() => new URL(page.url()).searchParams.get('s.manager')).toBe(',TKJDF');
  await search(page, 'Менеджер').fill('елов');
  await button(page, 'Искать внутри слова').click();
  await page.getByText('В этом виде задач нет').waitFor();
  await button(page, 'Искать с начала слова').click();
  await rowWith(page, 'Анна Белова').first().waitFor();
});

test('T-06 T-02: on a phone one field searches the whole list of tasks, and of clients', async () => {
  const { page } = vera;
  const desk = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of ['/tasks?d=all', '/clients']) {
    await vera.opens(place);
    await rows(page).first().waitFor();
    const everywhere = field(page, 'Поиск по всем колонкам');
    await everywhere.pressSequentially('нет такого слова');
    await page.getByText(/В этом виде задач нет|Таких клиентов нет/).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('нет такого слова');
    await everywhere.fill('');
    await rows(page).first().waitFor();
  }
  if (desk) await page.setViewportSize(desk);
});

test('T-07: the interval button narrows to days', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=all');
  await button(page, /^Интервал:/).click();
  await button(page, 'Сегодня').click();
  await expect.poll(() => new URL(page.url()).searchParams.get('d')).toBe('today');
  await expect
    .poll(async () => {
      const days = await column(page, 'Когда');
      return days.length > 0 && days.every((day) => day.startsWith('сегодня'));
    })
    .toBe(true);
});

test('T-08: a filter by a group of managers is the address, and opens the same in a new page', async () => {
  const { page, context } = vera;
  await vera.opens('/tasks?d=all');
  await button(page, 'Отбор').click();
  await page.getByRole('menuitem', { name: 'Менеджер' }).click();
  const filter = page.getByRole('dialog', { name: 'Менеджер' });
  await pick(filter, 'Менеджер', 'Крупные клиенты');
  await page.keyboard.press('Escape');
  await expect.poll(() => filter.count()).toBe(0);
  await expect
    .poll(async () => [...new Set(await column(page, 'Менеджер'))].sort())
    .toEqual(['Марина Лапина', 'Сергей Фёдоров']);
  await head(page, 'ID').click();
  await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('id');
  await expect
    .poll(() =>
      column(page, 'ID').then((ids) => ids.every((id, at) => at === 0 || Number(id) > Number(ids[at - 1]))),
    )
    .toBe(true);
  const seen = await column(page, 'ID');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect.poll(() => column(other, 'ID')).toEqual(seen);
  await other.getByText('Крупные клиенты').waitFor();
  await expect.poll(() => foot(other).textContent()).toBe(await foot(page).textContent());
  await other.close();
});

test('T-08: a view is kept for oneself, then shown to everybody', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=overdue&sort=-deadline');
  await button(page, 'Сохранить вид').click();
  const form = page.getByRole('dialog', { name: 'Сохранить вид' });
  await field(form, /Название вида/).fill('Горит');
  await button(form, 'Сохранить').click();
  await page.getByRole('tab', { name: 'Горит', selected: true }).waitFor();
  await vera.opens('/tasks');
  await page.getByRole('tab', { name: 'Горит' }).click();
  await expect.poll(() => page.url()).toContain('d=overdue');
  const peter = await colleague(stage, vera, { name: 'Пётр Немов', email: 'petr@example.com' });
  await peter.opens('/tasks');
  await peter.page.getByRole('tab', { name: 'Все' }).waitFor();
  expect(await peter.page.getByRole('tab', { name: 'Горит' }).count()).toBe(0);
  await button(page, 'Вид «Горит»').click();
  await page.getByRole('menuitem', { name: 'Показывать всем' }).click();
  await toast(page, 'Изменён вид «Горит»').waitFor();
  await peter.page.getByRole('tab', { name: 'Горит' }).waitFor();
  await peter.context.close();
});

test('T-08: of two saved views that show the same, each is chosen by its tab and keeps its menu', async () => {
  const { page } = vera;
  for (const name of ['Первый', 'Второй'])
    await vera.calls('views.create', { of: 'tasks', name, shared: false, parameters: { d: 'quarter' } });
  await vera.opens('/tasks');
  for (const name of ['Второй', 'Первый', 'Второй']) {
    await page.getByRole('tab', { name }).click();
    await page.getByRole('tab', { name, selected: true }).waitFor();
    await button(page, `Вид «${name}»`).waitFor();
  }
  await button(page, 'Вид «Второй»').click();
  await page.getByRole('menuitem', { name: 'Удалить вид' }).click();
  await toast(page, 'Удалён вид «Второй»').waitFor();
  await page.getByRole('tab', { name: 'Первый', selected: true }).waitFor();
});

test('T-08: a view that a colleague saved anew meanwhile is replaced only by who is told so, and can be shown as it is', async () => {
  const { page } = vera;
  const view = { of: 'tasks', name: 'Общий', shared: true, parameters: { d: 'today' } } as const;
  const { id } = await vera.calls('views.create', view);
  const dots = page
    .getByRole('tab', { name: 'Общий', selected: true })
    .getByTitle('Вид изменён и не сохранён');
  const menu = async () => {
    await button(page, 'Вид «Общий»').click();
    const entries = page.getByRole('menuitem');
    await entries.first().waitFor();
    return entries.allTextContents();
  };
  await vera.opens('/tasks');
  await page.getByRole('tab', { name: 'Общий' }).click();
  expect(await menu()).not.toContain('Показать как сохранено');
  await page.keyboard.press('Escape');
  await vera.calls('views.change', { id, version: 1, set: { parameters: { d: 'week' } } });
  await dots.waitFor();
  expect(await menu()).toContain('Заменить сохранённое за это время');
  await page.getByRole('menuitem', { name: 'Показать как сохранено' }).click();
  await expect.poll(() => page.url()).toContain('d=week');
  await expect.poll(() => dots.count()).toBe(0);
  // What one changes oneself after that is told as nothing of a colleague's.
  await head(page, 'ID').click();
  await dots.waitFor();
  expect(await menu()).toContain('Сохранить изменения вида');
  await vera.calls('views.delete', { id });
});

test('T-08: what is changed in a saved view is of that view after a reload; a filter that is cleared comes back by the way back', async () => {
  const { page } = vera;
  await vera.calls('views.create', {
    of: 'tasks',
    name: 'Марина',
    shared: false,
    parameters: { d: 'all', 'f.manager': '2' },
  });
  await vera.opens('/tasks');
  await page.getByRole('tab', { name: 'Марина' }).click();
  await head(page, 'ID').click();
  const changed = page
    .getByRole('tab', { name: 'Марина', selected: true })
    .getByTitle('Вид изменён и не сохранён');
  await changed.waitFor();
  await page.reload();
  await changed.waitFor();
  const before = page.url();
  await button(page, 'Сбросить отбор').click();
  await expect.poll(() => new URL(page.url()).searchParams.get('f.manager')).toBeNull();
  await page.goBack();
  await expect.poll(() => page.url()).toBe(before);
});

test('T-04: the order of columns stays after the page is loaded again', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=all');
  await rows(page).first().waitFor();
  const titles = () => page.getByRole('columnheader').locator('span:first-child').allTextContents();
  const before = await titles();
  await head(page, 'Состояние').click({ button: 'right' });
  const kept = page.waitForResponse(
    (answer) => answer.url().includes('/api/') && answer.request().method() === 'POST',
  );
  await page.getByRole('menuitem', { name: 'Левее' }).click();
  await expect.poll(titles).not.toEqual(before);
  const after = await titles();
  expect(after.indexOf('Состояние')).toBe(before.indexOf('Состояние') - 1);
  await kept;
  await page.reload();
  await rows(page).first().waitFor();
  await expect.poll(titles).toEqual(after);
});

test('T-12: F2 edits in place, the toast takes it back', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=all&sort=id');
  await rows(page).first().waitFor();
  const first = page.locator('[role=row][data-index="0"]');
  const description = await cell(page, first, 'Описание');
  const before = (await description.textContent()) ?? '';
  await description.click();
  await page.keyboard.press('F2');
  await field(description, 'Описание').fill('Перезвонить после обеда');
  await page.keyboard.press('Enter');
  await expect.poll(() => description.textContent()).toBe('Перезвонить после обеда');
  await button(toast(page, /Изменена задача № \d+/), 'Отменить').click();
  await expect.poll(() => description.textContent()).toBe(before);
});

test('T-12: a date that cannot be read stays in its cell and says so', async () => {
  const { page } = vera;
  const at = await cell(page, rows(page).first(), 'Когда');
  const before = await at.textContent();
  await at.click();
  await page.keyboard.press('F2');
  const editor = at.getByRole('textbox');
  await editor.fill('32.13.2026');
  await page.keyboard.press('Enter');
  const said = at.getByText('Не похоже на дату', { exact: false });
  await said.waitFor();
  const box = await said.boundingBox();
  const onTop = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.textContent, {
    x: (box?.x ?? 0) + 8,
    y: (box?.y ?? 0) + 8,
  });
  expect(onTop).toBe(await said.textContent());
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await editor.waitFor({ state: 'detached' });
  expect(await at.textContent()).toBe(before);
});

test('T-12: F2 on words that a cell cannot hold opens their card, with all of them', async () => {
  const { page } = vera;
  for (const description of [
    `Долгота: ${'слово '.repeat(100)}конец`,
    'Широта: первая строка\nвторая строка',
  ]) {
    const { id } = await vera.calls('tasks.create', { description });
    await vera.opens(`/tasks?d=all&q=${encodeURIComponent(description.slice(0, 6))}`);
    await rows(page).first().waitFor();
    const words = await cell(page, rows(page).first(), 'Описание');
    await words.click();
    await page.keyboard.press('F2');
    await expect.poll(() => field(card(page, `Задача № ${id}`), 'Описание').inputValue()).toBe(description);
    expect((await vera.asks('tasks.get', { id })).version).toBe(1);
  }
});

test('T-10 T-12: a state that closes a task, picked in the list, asks what its buttons ask', async () => {
  const { page } = vera;
  const { id } = await vera.calls('tasks.create', {
    description: 'Отвезти акт',
    at: '2031-03-04T09:00:00Z',
    hasTime: true,
  });
  await vera.opens('/tasks?d=2031-03-04..2031-03-04');
  const state = await cell(page, rowWith(page, 'Отвезти акт'), 'Состояние');
  const picks = async (name: string) => {
    await state.click();
    await page.keyboard.press('F2');
    await expect.poll(() => isIn('Состояние')).toBe(true);
    await page.keyboard.type(name);
    await page.locator('[role=option][data-combobox-selected]').filter({ hasText: name }).waitFor();
    await page.keyboard.press('Enter');
  };
  await picks('отменена');
  await field(card(page), 'Почему отменяется').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page).count()).toBe(0);
  await expect.poll(() => grid(page).evaluate(isFocused)).toBe(true);
  expect(await state.textContent()).toContain('поставлена');
  await picks('выполнена');
  await field(card(page), 'Результаты').fill('Подписан');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => rows(page).count()).toBe(0);
  const task = await vera.asks('tasks.get', { id });
  expect(task).toMatchObject({ isOpen: false, results: 'Подписан', hasTime: true });
  expect(task.at).toBe(task.doneAt);
});

test('T-12: F2 in a cell of a directory has the keyboard: what is typed is picked by Enter; letters never write over a cell', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=all&sort=id');
  await rows(page).first().waitFor();
  const first = page.locator('[role=row][data-index="0"]');
  const state = await cell(page, first, 'Состояние');
  const before = (await state.textContent()) ?? '';
  await state.click();
  await page.keyboard.press('F2');
  await expect.poll(() => isIn('Состояние')).toBe(true);
  await page.keyboard.type('ожид');
  await page.locator('[role=option][data-combobox-selected]').filter({ hasText: 'ожидание' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => state.textContent()).toContain('ожидание');
  await expect.poll(() => grid(page).evaluate(isFocused)).toBe(true);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => state.textContent()).toBe(before);
  const description = await cell(page, first, 'Описание');
  const words = await description.textContent();
  await description.click();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('В списке').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await description.textContent()).toBe(words);
  expect(await page.locator('[data-editing]').count()).toBe(0);
});

test('T-09: the state of many is changed at once, many are deleted at once, and both are taken back', async () => {
  const { page } = vera;
  const inAWeek = Temporal.Now.plainDateISO('Europe/Moscow').add({ weeks: 1 });
  const monday = inAWeek.subtract({ days: inAWeek.dayOfWeek - 1 });
  await vera.opens(`/tasks?d=${monday}..${inAWeek}`);
  await rows(page).first().waitFor();
  const before = await foot(page).textContent();
  await grid(page).focus();
  await page.keyboard.press('Control+A');
  await button(page, 'Состояние').click();
  await pick(page.getByRole('dialog', { name: 'Состояние' }), 'Состояние', 'ожидание');
  await expect.poll(async () => [...new Set(await column(page, 'Состояние'))]).toEqual(['ожидание']);
  await button(toast(page, /теперь состояние «ожидание»/), 'Отменить').click();
  await expect.poll(async () => [...new Set(await column(page, 'Состояние'))]).toEqual(['поставлена']);
  await grid(page).focus();
  await page.keyboard.press('Control+A');
  await button(page, /^Удалить \d+ задач/).click();
  await page.getByText('В этом виде задач нет').waitFor();
  await button(toast(page, /Удален[аыо] \d+ задач/), 'Отменить').click();
  await expect.poll(() => foot(page).textContent()).toBe(before);
});

test('T-09 T-10: many that are closed at once have one result or one reason, and it is told what comes again', async () => {
  const { page } = vera;
  const day = { at: '2031-05-06T09:00:00Z', hasTime: true };
  const ids: number[] = [];
  for (const more of [{}, { repeat: 'FREQ=WEEKLY' }])
    ids.push((await vera.calls('tasks.create', { description: 'Сверка', ...day, ...more })).id);
  await vera.opens('/tasks?d=2031-05-06..2031-05-06');
  await rows(page).first().waitFor();
  await grid(page).focus();
  await page.keyboard.press('Control+A');
  await button(page, 'Состояние').click();
  await pick(page.getByRole('dialog', { name: 'Состояние' }), 'Состояние', 'отменена');
  await field(card(page, 'Отменить 2 задачи'), 'Почему отменяется').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page).count()).toBe(0);
  expect(await rows(page).count()).toBe(2);
  await button(page, 'Выполнить').click();
  const results = field(card(page, 'Выполнить 2 задачи'), 'Результаты');
  await results.fill('Сошлось');
  // Closed unsaved, the words can be had again.
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page).count()).toBe(0);
  await button(toast(page, 'Написанное не сохранено'), 'Вернуть').click();
  await expect.poll(() => results.inputValue()).toBe('Сошлось');
  await results.focus();
  await page.keyboard.press('Control+Enter');
  await toast(page, 'Выполнены 2 задачи, поставлена 1 следующая').waitFor();
  await expect.poll(() => grid(page).evaluate(isFocused)).toBe(true);
  for (const id of ids)
    expect(await vera.asks('tasks.get', { id })).toMatchObject({ isOpen: false, results: 'Сошлось' });
});

test('T-09: a whole turn with the keyboard alone: add, find, change, finish, delete, take back', async () => {
  const { page } = vera;
  const listHasFocus = () => expect.poll(() => grid(page).evaluate(isFocused)).toBe(true);
  await vera.opens('/tasks?d=today');
  await rows(page).first().waitFor();
  await listHasFocus();
  await page.keyboard.press('c');
  const task = card(page, 'Новая задача');
  await task.waitFor();
  await expect.poll(() => task.evaluate((window) => window.contains(document.activeElement))).toBe(true);
  for (let step = 0; step < 40 && !(await isIn('Описание')); step++) await page.keyboard.press('Tab');
  await page.keyboard.type('Отвезти образцы');
  await page.keyboard.press('Control+Enter');
  await toast(page, 'Добавлена задача').waitFor();
  await listHasFocus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 12 && (await activeTitle()) !== 'Описание'; step++)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('/');
  await expect.poll(() => isIn('Поиск: Описание')).toBe(true);
  await page.keyboard.type('jndtpnb j,hfpws');
  await count(/^1 задача$/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await card(page, /Задача №/).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page, /Задача №/).count()).toBe(0);
  await page.keyboard.press('Space');
  await page.getByText('выделено: 1').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await toast(page, 'Удалена 1 задача').waitFor();
  await page.getByText('В этом виде задач нет').waitFor();
  await page.keyboard.press('Control+Z');
  await count(/^1 задача$/);
});

test('T-02: a moment of another year stands whole in its column', async () => {
  const { page } = vera;
  const at = '2031-09-28T07:30:00Z';
  await vera.calls('tasks.create', { description: 'Через годы', at, hasTime: true, deadline: at });
  await vera.opens('/tasks?d=2031-09-28..2031-09-28');
  for (const title of ['Когда', 'Срок']) {
    const moment = await cell(page, rowWith(page, 'Через годы'), title);
    expect(await moment.textContent()).toBe('28 сент. 2031 г. 10:30');
    expect(await moment.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
  }
});

const isFocused = (part: Element) => part === document.activeElement;

/** The title of the column with the active cell. */
const activeTitle = async () => {
  const at = await vera.page.locator('[role=gridcell][data-active]').getAttribute('aria-colindex');
  return vera.page
    .locator(`[role=columnheader][aria-colindex="${at}"]`)
    .locator('span')
    .first()
    .textContent();
};

const isIn = (name: string) =>
  vera.page.evaluate((label) => {
    const at = document.activeElement as HTMLInputElement | null;
    return at?.labels?.[0]?.textContent === label || at?.getAttribute('aria-label') === label;
  }, name);

test('T-09 W-02: all rows are copied as they are now, also those scrolled past that a colleague has changed since', async () => {
  const { page } = vera;
  await vera.opens('/tasks?d=all&sort=id');
  const { rows: ends } = await vera.asks('tasks.list', { d: 'all', sort: '-id', limit: '1' });
  const { rows: starts } = await vera.asks('tasks.list', { d: 'all', sort: 'id', limit: '1' });
  const [first, last] = [starts[0], ends[0]] as { id: number; version: number }[];
  await rows(page).first().click();
  await page.keyboard.press('Control+End');
  await rowWith(page, String(last?.id)).first().waitFor();
  await page.keyboard.press('Control+Home');
  await rowWith(page, String(first?.id)).first().waitFor();
  for (const [task, description] of [
    [last, 'внизу иначе'],
    [first, 'вверху иначе'],
  ] as const)
    await vera.calls('tasks.change', {
      id: task?.id ?? 0,
      version: task?.version ?? 0,
      set: { description },
    });
  await rowWith(page, 'вверху иначе').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('внизу иначе');
});
