// What happens while one is at work: a colleague adds and deletes, the line to the house breaks.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { colleague } from '../colleague.ts';
import { button, card, cell, field, foot, pick, rows, rowWith, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;
let peter: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  peter = await colleague(stage, vera, { name: 'Пётр Немов', email: 'petr@example.com', roleId: 1 });
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

const count = (text: RegExp) =>
  expect.poll(async () => (await foot(vera.page).textContent())?.replaceAll(/\s/g, ' ')).toMatch(text);
const on = (day: string, description: string) =>
  ({ description, at: `${day}T09:00:00Z`, hasTime: true }) as const;

test('T-09: "all" is what was there when it was chosen: later tasks are neither counted nor deleted', async () => {
  const { page } = vera;
  for (const name of ['Первая', 'Вторая', 'Третья']) await vera.calls('tasks.create', on('2031-03-03', name));
  const other = await peter.calls('tasks.create', on('2031-03-04', 'С другого дня'));
  await vera.opens('/tasks?d=2031-03-03..2031-03-03');
  await rowWith(page, 'Третья').waitFor();
  await (await cell(page, rows(page).first(), 'Описание')).click();
  await page.keyboard.press('Control+a');
  await count(/^3 задачи ?выделено: 3/);
  await peter.calls('tasks.create', on('2031-03-03', 'Новая'));
  await peter.calls('tasks.change', {
    id: other.id,
    version: other.row.version,
    set: { at: '2031-03-03T10:00:00Z', hasTime: true },
  });
  await rowWith(page, 'С другого дня').waitFor();
  await rowWith(page, 'Новая').waitFor();
  await count(/^5 задач ?выделено: 3/);
  await page.keyboard.press('Delete');
  await count(/^2 задачи$/);
});

test('T-09: a note of what was left alone is shown whole', async () => {
  const { page } = vera;
  await vera.calls('tasks.create', on('2031-05-05', 'Пакет с днём'));
  await vera.calls('tasks.create', { description: 'Пакет без дня' });
  await vera.opens(`/tasks?d=all&s.description=${encodeURIComponent('Пакет')}`);
  await rowWith(page, 'Пакет без дня').waitFor();
  await (await cell(page, rows(page).first(), 'Описание')).click();
  await page.keyboard.press('Control+a');
  await button(page, 'Перенести').click();
  await page.getByRole('menuitem').first().click();
  const note = page.locator('.undo-note').getByText('1 пропущена: нет права');
  expect(await note.evaluate((text) => text.scrollHeight - text.clientHeight)).toBeLessThan(2);
});

test('T-09: what a colleague has moved out of the list is not deleted with what was selected', async () => {
  const { page } = vera;
  const made = [];
  for (const name of ['Одна', 'Две', 'Три'])
    made.push(await vera.calls('tasks.create', on('2031-07-05', name)));
  await vera.opens('/tasks?d=2031-07-05..2031-07-05');
  await rowWith(page, 'Три').waitFor();
  await (await cell(page, rows(page).first(), 'Описание')).click();
  await page.keyboard.press('Control+a');
  await count(/^3 задачи ?выделено: 3/);
  await page.keyboard.press('Space');
  await count(/^3 задачи ?выделено: 2/);
  const id = made[1]?.id ?? 0;
  await peter.calls('tasks.change', { id, version: 1, set: { at: '2031-07-06T10:00:00Z', hasTime: true } });
  await count(/^2 задачи ?выделено: 1/);
  await page.keyboard.press('Delete');
  await toast(page, '1 задача').waitFor();
  expect((await vera.asks('tasks.get', { id })).description).toBe('Две');
});

test('T-09: what is selected stays so while the rows are older than their count', async () => {
  const { page } = vera;
  const made = [];
  for (const name of ['Раз', 'Два', 'Три'])
    made.push(await vera.calls('tasks.create', on('2031-07-08', name)));
  await vera.opens('/tasks?d=2031-07-08..2031-07-08');
  await rowWith(page, 'Три').waitFor();
  await (await cell(page, rows(page).first(), 'Описание')).click();
  await page.keyboard.press('Control+a');
  await count(/^3 задачи ?выделено: 3/);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/tasks.list*', async (route) => {
    await held;
    await route.continue();
  });
  const set = { at: '2031-07-09T10:00:00Z', hasTime: true };
  await peter.calls('tasks.change', { id: made[0]?.id ?? 0, version: 1, set });
  await count(/^2 задачи/);
  await page.keyboard.press('Delete');
  await toast(page, '2 задачи').waitFor();
  letGo();
  await count(/^0 задач$/);
});

test('T-09: "all" is what was there, though not all of it was at hand: what moves in later stays', async () => {
  const { page } = vera;
  const old = await peter.calls('tasks.create', on('2031-03-08', 'Старая с другого дня'));
  for (let n = 0; n < 230; n++) await vera.calls('tasks.create', on('2031-03-09', `Задача ${n}`));
  await vera.opens('/tasks?d=2031-03-09..2031-03-09');
  await rows(page).first().waitFor();
  await (await cell(page, rows(page).first(), 'Описание')).click();
  const rest = page.waitForResponse(/tasks\.list.*offset=200/);
  await page.keyboard.press('Control+a');
  await count(/^230 задач ?выделено: 230/);
  await (await rest).finished();
  const set = { at: '2031-03-09T10:00:00Z', hasTime: true };
  await peter.calls('tasks.change', { id: old.id, version: old.row.version, set });
  await count(/^231 задача ?выделено: 230/);
  await page.keyboard.press('Delete');
  await count(/^1 задача$/);
  await rowWith(page, 'Старая с другого дня').waitFor();
});

test('T-12: words typed into the only row of a list are told when a colleague deletes it', async () => {
  const { page } = vera;
  const { id } = await vera.calls('tasks.create', on('2031-03-11', 'Единственная'));
  vera.willBeRefused('tasks.change');
  await vera.opens('/tasks?d=2031-03-11..2031-03-11');
  await (await cell(page, rowWith(page, 'Единственная'), 'Описание')).click();
  await page.keyboard.press('F2');
  await page.keyboard.type(' и важная');
  await peter.calls('tasks.delete', { chosen: { ids: [id] } });
  await page.getByText('Единственная и важная').waitFor();
});

test('T-12: words for a task that a colleague deletes stay in sight, and stand in it when it is brought back', async () => {
  const { page } = vera;
  const { id } = await vera.calls('tasks.create', on('2031-03-05', 'Позвонить'));
  vera.willBeRefused('tasks.get');
  await vera.opens(`/tasks?d=2031-03-05..2031-03-05&card=tasks.${id}`);
  await field(card(page), 'Результаты').fill('Договорились на среду');
  await peter.calls('tasks.delete', { chosen: { ids: [id] } });
  const gone = card(page, 'Здесь ничего нет');
  await gone.getByText('Такой записи больше нет').waitFor();
  await gone.getByText('Пётр Немов').waitFor();
  const words = gone.getByRole('region', { name: 'Написанное не сохранено' });
  expect(await words.textContent()).toContain('Результаты');
  await button(words, 'Скопировать').click();
  await button(words, 'Скопировано').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Договорились на среду');
  await page.keyboard.press('Escape');
  await button(toast(page, 'Написанное не сохранено'), 'Вернуть').click();

  await button(gone, 'Вернуть запись').click();
  const back = card(page, /^Задача №/);
  await back.waitFor();
  expect(await field(back, 'Результаты').inputValue()).toBe('Договорились на среду');
});

test('T-12: a field that one sets back to what it was, after a colleague has changed it, is one’s own wish and is asked about', async () => {
  const { page } = vera;
  const made = await vera.calls('tasks.create', { ...on('2031-08-08', 'Акт'), minutes: 30 });
  const { id } = made;
  await vera.opens(`/tasks?d=2031-08-08..2031-08-08&card=tasks.${id}`);
  const task = card(page, `Задача № ${id}`);
  const minutes = field(task, 'Минут');
  await field(task, 'Описание').fill('Акт и счёт');
  await peter.calls('tasks.change', { id, version: 1, set: { minutes: 60 } });
  await expect.poll(() => minutes.inputValue()).toBe('60');
  await minutes.fill('30');
  await button(task, 'Сохранить').click();
  await button(page, 'Оставить моё').click();
  await toast(page, `Изменена задача № ${id}`).waitFor();
  expect(await vera.asks('tasks.get', { id })).toMatchObject({ description: 'Акт и счёт', minutes: 30 });
});

test('T-12: what is set back to what the record holds is not written any more, and leaves nothing to be kept', async () => {
  const { page } = vera;
  const { id } = await vera.calls('tasks.create', on('2031-08-09', 'Смета'));
  await vera.opens(`/tasks?d=2031-08-09..2031-08-09&card=tasks.${id}`);
  const task = card(page, `Задача № ${id}`);
  const words = field(task, 'Описание');
  await words.fill('Смета и график');
  await words.fill('Смета');
  await peter.calls('tasks.change', { id, version: 1, set: { description: 'Смета на год' } });
  await expect.poll(() => words.inputValue()).toBe('Смета на год');
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page).count()).toBe(0);
  expect(
    await page.evaluate(
      (card) => Object.keys(sessionStorage).some((key) => key.endsWith(card)),
      `tasks.${id}`,
    ),
  ).toBe(false);
});

test('C-01 T-12: words for a client that a colleague deletes stay in sight', async () => {
  const { page } = vera;
  const { id } = await vera.calls('clients.create', { name: 'ООО «Гранит»' });
  vera.willBeRefused('clients.get');
  await vera.opens(`/clients?card=clients.${id}`);
  await field(card(page), 'Род деятельности').fill('камень и щебень');
  await peter.calls('clients.delete', { chosen: { ids: [id] } });
  const words = page.getByRole('region', { name: 'Написанное не сохранено' });
  await words.getByText('камень и щебень').waitFor();
});

test("D-06 T-12: what a colleague writes into the same entry is shown before one's own goes over it", async () => {
  const { page } = vera;
  const { id } = await vera.calls('directories.create', { directory: 'clientOrigins', name: 'Сарафан' });
  await vera.opens('/directories/clientOrigins');
  await (await cell(page, rowWith(page, 'Сарафан'), 'Название')).click();
  await page.keyboard.press('Enter');
  await field(card(page, 'Сарафан'), 'Название').fill('Сарафанное радио');
  await peter.calls('directories.change', { id, version: 1, set: { name: 'Знакомые' } });
  const window = card(page, 'Знакомые');
  await button(window, 'Сохранить').click();
  await window.getByText('Пока вы писали, здесь стало: Знакомые.').waitFor();
  expect(await field(window, 'Название').inputValue()).toBe('Сарафанное радио');
  await button(window, 'Сохранить').click();
  await rowWith(page, 'Сарафанное радио').waitFor();
});

test('D-06: the card of an entry that a colleague deletes is closed with a word, and makes no other entry', async () => {
  const { page } = vera;
  const { id } = await vera.calls('directories.create', { directory: 'clientOrigins', name: 'Листовка' });
  await (await cell(page, rowWith(page, 'Листовка'), 'Название')).click();
  await page.keyboard.press('Enter');
  await field(card(page, 'Листовка'), 'Название').fill('Листовки');
  await peter.calls('directories.delete', { id });
  await page.getByText('Такой записи больше нет').waitFor();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

test("B-09 T-12: what a colleague writes into the same field of a manager is shown before one's own goes over it", async () => {
  const { page } = vera;
  const { id } = await vera.calls('people.create', { name: 'Анна Белова', roleId: 3 });
  await vera.opens(`/people`);
  await (await cell(page, rowWith(page, 'Анна Белова'), 'Имя')).click();
  await page.keyboard.press('Enter');
  const window = card(page, 'Анна Белова');
  await field(window, 'Телефон').fill('+7 921 000 00 02');
  await peter.calls('people.change', { id, version: 1, set: { phone: '+7 921 000 00 01' } });
  await rowWith(page, '+7 921 000 00 01').waitFor();
  await button(window, 'Сохранить').click();
  await window.getByText('Пока вы писали, здесь стало: +7 921 000 00 01.').waitFor();
  await button(window, 'Сохранить').click();
  await rowWith(page, '+7 921 000 00 02').waitFor();
});

test('D-03 T-12: a name that a colleague gives a group meanwhile is not written over unseen', async () => {
  const { page } = vera;
  const { id } = await vera.calls('groups.create', { tree: 'taskTypes', parentId: null, name: 'Опт' });
  await vera.opens('/directories/taskTypes');
  await button(page, 'Группы').click();
  const editor = card(page, 'Группы типов задач');
  const branch = (name: string) => editor.getByRole('treeitem').filter({ hasText: name });
  await branch('Опт').click();
  await button(editor, 'Переименовать').click();
  await editor.getByRole('textbox').fill('Опт и сети');
  await peter.calls('groups.rename', { id, version: 1, name: 'Оптовики' });
  await branch('Оптовики').waitFor();
  await page.keyboard.press('Enter');
  await editor.getByText('Пока вы писали, здесь стало: Оптовики.').waitFor();
  await page.keyboard.press('Enter');
  await branch('Опт и сети').waitFor();
  const version = async () =>
    (await vera.asks('groups.list', {})).rows.find((group) => group.id === id)?.version ?? 0;
  await expect.poll(version).toBe(3);
  await branch('Опт и сети').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Опт и розница');
  const heard = page.waitForResponse(/groups\.list/);
  await peter.calls('groups.rename', { id, version: 3, name: 'Оптовые' });
  await heard;
  vera.willBeRefused('groups.rename');
  await page.keyboard.press('Enter');
  await page.getByText('Пока вы правили, запись изменил кто-то другой.').waitFor();
  await branch('Оптовые').waitFor();
});

/** What the top bar says of the line. */
const lost = (page: Person['page']) => page.getByRole('banner').getByRole('status').textContent();

test('K-06: a line that breaks and is not mended is said in the top bar of every tab, until it is back', async () => {
  const { page, context } = vera;
  await vera.opens('/tasks?d=2031-03-06..2031-03-06');
  await count(/^0 задач$/);
  await context.route('**/live?*', (route) => route.abort());
  await page.reload();
  await count(/^0 задач$/);
  expect(await lost(page)).toBe('');
  const other = await context.newPage();
  await other.goto('/clients');
  for (const each of [page, other]) await expect.poll(() => lost(each)).toBe('нет связи');
  await peter.calls('tasks.create', on('2031-03-06', 'Пока связи не было'));
  await context.unroute('**/live?*');
  await rowWith(page, 'Пока связи не было').waitFor();
  for (const each of [page, other]) await expect.poll(() => lost(each)).toBe('');
  await other.close();
  expect((await stage.faults()).filter((fault) => !fault.includes('/live?'))).toEqual([]);
});

test('K-06: a browser without a network says so, and looks anew when it is back', async () => {
  const { page, context } = vera;
  await context.setOffline(true);
  await expect.poll(() => lost(page)).toBe('нет связи');
  await context.setOffline(false);
  await expect.poll(() => lost(page)).toBe('');
  expect((await stage.faults()).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test('T-10 T-12: results that a colleague writes while one completes a task are shown before one’s own go over them', async () => {
  const { page } = vera;
  const { id } = await vera.calls('tasks.create', on('2031-09-09', 'Снять размеры'));
  await vera.opens(`/tasks?d=2031-09-09..2031-09-09&card=tasks.${id}`);
  await button(card(page, /Задача №/), 'Выполнить').click();
  const closing = page.getByRole('dialog', { name: /Выполнить задачу/ });
  await peter.calls('tasks.change', { id, version: 1, set: { results: 'Окно 120 на 90' } });
  await expect.poll(() => field(card(page, /Задача №/), 'Результаты').inputValue()).toBe('Окно 120 на 90');
  await field(closing, 'Результаты').fill('Съездили');
  await button(closing, 'Выполнить').click();
  await closing.getByText('здесь стало: Окно 120 на 90').waitFor();
  await field(closing, 'Результаты').fill('Съездили. Окно 120 на 90');
  await button(closing, 'Выполнить').click();
  await closing.waitFor({ state: 'detached' });
  expect(await vera.asks('tasks.get', { id })).toMatchObject({
    results: 'Съездили. Окно 120 на 90',
    isOpen: false,
  });
});

test('T-10 T-12: why a task is cancelled is kept also where a colleague’s words were chosen for another field', async () => {
  const { page } = vera;
  const { id } = await vera.calls('tasks.create', on('2031-09-10', 'Лишний выезд'));
  vera.willBeRefused('tasks.change');
  await vera.opens(`/tasks?d=2031-09-10..2031-09-10&card=tasks.${id}`);
  const task = card(page, /Задача №/);
  await field(task, 'Описание').fill('Лишний выезд в Псков');
  await pick(task, 'Состояние', 'отменена');
  await peter.calls('tasks.change', { id, version: 1, set: { description: 'Выезд к Орлову' } });
  await page.keyboard.press('Control+Enter');
  await field(card(page, /Отменить задачу/), 'Почему отменяется').fill('Договорились по телефону');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Выезд к Орлову').last().waitFor();
  await button(page, 'Оставить моё').click();
  await expect.poll(() => card(page).count()).toBe(0);
  expect(await vera.asks('tasks.get', { id })).toMatchObject({
    isOpen: false,
    description: 'Лишний выезд в Псков',
    cancelReason: 'Договорились по телефону',
  });
});

/** Another setting of the firm, changed by a colleague. */
async function peterSets(set: Parameters<typeof peter.calls<'people.changeFirm'>>[1]['set']) {
  const { firm } = await peter.asks('people.me', {});
  await peter.calls('people.changeFirm', { version: firm.version, set });
}

test('W-03 T-12: what one writes into the firm’s settings stays while a colleague changes another, and does not go over theirs unseen', async () => {
  const { page } = vera;
  await vera.opens('/settings#firm');
  const firm = page.locator('#firm');
  const name = field(firm, 'Название');
  const interval = firm.getByLabel('Какие задачи показывать сначала').first();
  await name.fill('Северный ветер и сыновья');
  const before = await interval.inputValue();
  await peterSets({ defaultInterval: 'month' });
  await expect.poll(() => interval.inputValue()).not.toBe(before);
  expect(await name.inputValue()).toBe('Северный ветер и сыновья');
  const heard = page.waitForResponse(/people\.me/);
  await peterSets({ name: 'Южный ветер' });
  await (await heard).finished();
  await name.press('Enter');
  await firm.getByText('здесь стало: Южный ветер').waitFor();
  await name.press('Enter');
  await toast(page, 'Изменены настройки фирмы').waitFor();
  expect((await vera.asks('people.me', {})).firm.name).toBe('Северный ветер и сыновья');
  expect(await name.evaluate((input) => document.activeElement === input)).toBe(true);
});

test('W-03: a setting that could not be kept is not shown as kept', async () => {
  const { page, context } = vera;
  await vera.opens('/settings');
  const box = page.getByRole('checkbox', { name: 'Когда наступил срок' });
  await context.route('**/api/reminders.set', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/json',
      body: JSON.stringify({ refusal: { code: 'server.busy', params: {}, faults: [] } }),
    }),
  );
  const was = await box.isChecked();
  const refused = page.waitForResponse('**/api/reminders.set');
  await box.click();
  await refused;
  await expect.poll(() => box.isChecked()).toBe(was);
  await context.unroute('**/api/reminders.set');
  expect((await stage.faults()).filter((fault) => !fault.includes('503'))).toEqual([]);
});
