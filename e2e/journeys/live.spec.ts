// Two people at their own screens: what one does the other sees; the same cell twice loses no word.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, card, cell, field, rows, rowWith, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;
let peter: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  peter = await stage.stranger();
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

test('B-09: a second person is invited and comes in', async () => {
  const { page } = vera;
  await vera.opens('/people');
  await button(page, 'Добавить менеджера').click();
  const form = card(page, 'Новый менеджер');
  await field(form, 'Имя').fill('Пётр Немов');
  await field(form, 'Почта').fill('petr@example.com');
  await form.getByRole('combobox', { name: 'Роль' }).or(field(form, 'Роль')).first().click();
  await page.getByRole('option', { name: 'Администратор' }).click();
  await button(form, 'Добавить').click();
  const invitation = page.getByRole('dialog', { name: /Ссылка для входа/ });
  const link = await field(invitation, 'Ссылка').inputValue();
  await button(invitation, 'Закрыть').click();
  await rowWith(page, 'Пётр Немов').waitFor();

  await peter.opens(link);
  await peter.page.getByRole('heading', { name: 'Пётр Немов, добро пожаловать' }).waitFor();
  await peter.page.getByLabel(/Пароль, от 8 знаков/).fill(peter.password);
  await button(peter.page, 'Войти').click();
  await button(peter.page, 'Пётр Немов').waitFor();
});

test('K-06: a task that one adds appears on the screen of the other by itself', async () => {
  await peter.opens('/tasks?d=today');
  await peter.page.getByText(/Здесь будут задачи|В этом виде задач нет/).waitFor();
  await vera.opens('/tasks?d=today');
  await button(vera.page, 'Добавить задачу').first().click();
  const task = card(vera.page, 'Новая задача');
  await field(task, 'Описание').fill('Позвонить в «Гранит»');
  await button(task, 'Добавить').click();
  await rowWith(vera.page, 'Позвонить в «Гранит»').waitFor();
  const since = Date.now();
  await rowWith(peter.page, 'Позвонить в «Гранит»').waitFor();
  expect(Date.now() - since).toBeLessThan(2000);
});

/** Opens the editor of a cell of the only task. */
async function edits(person: Person, title: string) {
  const at = await cell(person.page, rows(person.page).first(), title);
  await at.click();
  await person.page.keyboard.press('F2');
  return field(at, title);
}

test('T-12: the same cell changed by two: both versions are shown, and neither is lost', async () => {
  vera.willBeRefused('tasks.change');
  peter.willBeRefused('tasks.change');
  const mine = await edits(vera, 'Описание');
  await mine.fill('Позвонить в «Гранит» утром');
  const his = await edits(peter, 'Описание');
  await his.fill('Написать в «Гранит»');
  const refreshed = vera.page.waitForResponse(/api\/tasks\.list/);
  await peter.page.keyboard.press('Enter');
  await toast(peter.page, /Изменена задача/).waitFor();
  // His change has reached her list while she writes.
  await refreshed;
  await vera.page.keyboard.press('Enter');
  const clash = vera.page.getByRole('dialog', { name: 'Это поле изменил кто-то ещё' });
  await clash.getByText('Позвонить в «Гранит» утром').waitFor();
  await clash.getByText('Написать в «Гранит»').waitFor();
  await button(clash, 'Оставить моё').click();
  await rowWith(vera.page, 'Позвонить в «Гранит» утром').waitFor();
  await rowWith(peter.page, 'Позвонить в «Гранит» утром').waitFor();
  await rows(vera.page).first().dblclick();
  await vera.page.getByRole('tab', { name: 'История' }).click();
  await card(vera.page, /Задача №/)
    .getByText('Написать в «Гранит»')
    .first()
    .waitFor();
  await vera.page.keyboard.press('Escape');
});

test('T-12: words that were not chosen are offered again, with the window where one chooses', async () => {
  vera.willBeRefused('tasks.change');
  const mine = await edits(vera, 'Описание');
  await mine.fill('Слова Веры');
  await (await edits(peter, 'Описание')).fill('Слова Петра');
  const refreshed = vera.page.waitForResponse(/api\/tasks\.list/);
  await peter.page.keyboard.press('Enter');
  await refreshed;
  await vera.page.keyboard.press('Enter');
  const clash = vera.page.getByRole('dialog', { name: 'Это поле изменил кто-то ещё' });
  await clash.getByText('Слова Веры').waitFor();
  await vera.page.keyboard.press('Escape');
  await clash.waitFor({ state: 'hidden' });
  const unsaved = vera.page.getByRole('alert').filter({ hasText: 'Слова Веры' });
  await button(unsaved, 'Вернуть').click();
  await button(clash, 'Оставить моё').click();
  await rowWith(peter.page, 'Слова Веры').waitFor();
});

test('T-12: words in a card that a colleague’s were chosen over are offered to be copied', async () => {
  vera.willBeRefused('tasks.change');
  await rows(vera.page).first().dblclick();
  const form = card(vera.page, /Задача №/);
  await field(form, 'Описание').fill('Мысль Веры');
  await (await edits(peter, 'Описание')).fill('Мысль Петра');
  await peter.page.keyboard.press('Enter');
  await rowWith(vera.page, 'Мысль Петра').waitFor();
  await button(form, 'Сохранить').click();
  await button(
    vera.page.getByRole('dialog', { name: 'Это поле изменил кто-то ещё' }),
    'Оставить, как у коллеги',
  ).click();
  const unsaved = vera.page.getByRole('alert').filter({ hasText: 'Мысль Веры' });
  await button(unsaved, 'Скопировать').click();
  expect(await vera.page.evaluate(() => navigator.clipboard.readText())).toBe('Мысль Веры');
  await expect.poll(() => field(form, 'Описание').inputValue()).toBe('Мысль Петра');
  await unsaved.getByRole('button', { name: 'Закрыть' }).click();
  await button(form, 'Закрыть').click();
});

test('T-12: only what both changed is asked about, in words; what one changed alone is saved whichever is chosen', async () => {
  vera.willBeRefused('tasks.change');
  const [first, second] = await Promise.all(
    ['ООО «Гранит»', 'ООО «Базальт»'].map((name) => vera.calls('clients.create', { name })),
  );
  const before = await vera.asks('tasks.list', { d: 'today' });
  const { id, version } = before.rows[0] ?? { id: 0, version: 0 };
  await rows(vera.page).first().dblclick();
  const form = card(vera.page, /Задача №/);
  await field(form, 'Описание').fill('Замысел Веры');
  await field(form, 'Результаты').fill('Итог Веры');
  await form.getByRole('combobox', { name: 'Клиент' }).or(field(form, 'Клиент')).first().fill('Гранит');
  await vera.page.getByRole('option', { name: /Гранит/ }).click();
  const set = { description: 'Замысел Петра', clientId: second?.id ?? 0, minutes: 25 };
  await peter.calls('tasks.change', { id, version, set });
  await button(form, 'Сохранить').click();
  const clash = vera.page.getByRole('dialog', { name: 'Эти поля изменил кто-то ещё' });
  await clash.getByText('ООО «Гранит»').waitFor();
  await clash.getByText('ООО «Базальт»').waitFor();
  expect(await clash.getByRole('radiogroup').count()).toBe(2);
  await clash.getByRole('radiogroup', { name: 'Описание' }).getByRole('radio', { name: 'У коллеги' }).check();
  await button(clash, 'Сохранить').click();
  const now = () => vera.asks('tasks.get', { id });
  await expect
    .poll(async () => {
      const { description, results, clientId, minutes } = await now();
      return { description, results, clientId, minutes };
    })
    .toEqual({ description: 'Замысел Петра', results: 'Итог Веры', clientId: first?.id, minutes: 25 });
  await form.waitFor({ state: 'hidden' });
  const unsaved = vera.page.getByRole('alert').filter({ hasText: 'Замысел Веры' });
  await button(unsaved, 'Вернуть').click();
  await expect.poll(() => field(form, 'Описание').inputValue()).toBe('Замысел Веры');
  await button(form, 'Сохранить').click();
  await expect.poll(async () => (await now()).description).toBe('Замысел Веры');
  await vera.calls('tasks.change', {
    id,
    version: (await now()).version,
    set: { results: '', clientId: null },
  });
  await rowWith(vera.page, 'ООО «Гранит»').waitFor({ state: 'hidden' });
});

test('T-12: different fields of one task merge by themselves', async () => {
  await rows(vera.page).first().dblclick();
  const form = card(vera.page, /Задача №/);
  await field(form, 'Результаты').fill('Ждут счёт');
  const his = await edits(peter, 'Описание');
  await his.fill('Договориться с «Гранитом»');
  await peter.page.keyboard.press('Enter');
  await rowWith(vera.page, 'Договориться с «Гранитом»').waitFor();
  await button(form, 'Сохранить').click();
  await toast(vera.page, /Изменена задача/)
    .last()
    .waitFor();
  await expect
    .poll(async () => {
      const { rows: tasks } = await vera.asks('tasks.list', { d: 'today' });
      return tasks.map(({ description, results }) => [description, results]);
    })
    .toEqual([['Договориться с «Гранитом»', 'Ждут счёт']]);
});

test('T-12: a row that slips in above while one writes takes none of the words', async () => {
  const mine = await edits(vera, 'Описание');
  await mine.fill('Договорились');
  const at = Temporal.PlainDate.from((await vera.asks('people.me', {})).today).toZonedDateTime(
    'Europe/Moscow',
  );
  await vera.calls('tasks.create', { description: 'Выше', at: at.toInstant().toString(), hasTime: true });
  await expect.poll(() => rows(vera.page).count()).toBe(2);
  await vera.page.keyboard.press('Enter');
  await expect
    .poll(async () => {
      const { rows: tasks } = await vera.asks('tasks.list', { d: 'today', sort: 'id' });
      return tasks.map(({ description, results }) => [description, results]);
    })
    .toEqual([
      ['Договорились', 'Ждут счёт'],
      ['Выше', ''],
    ]);
});

test('C-01 T-12: two in one client’s card are asked field by field, in the words of the card', async () => {
  vera.willBeRefused('clients.change');
  const page = vera.page;
  const { id } = await vera.calls('clients.create', { name: 'ООО «Слюда»' });
  await vera.opens(`/clients?card=clients.${id}`);
  const form = card(page, /Слюда|Кварц/);
  await field(form, 'Полное название').fill('Общество Веры');
  await field(form, 'Род деятельности').fill('Слюда');
  const [origin] = (await peter.asks('directories.list', {})).rows.filter(
    ({ directory }) => directory === 'clientOrigins',
  );
  const originId = origin?.id ?? 0;
  const set = { fullName: 'Общество Петра', line: 'Кварц', originId };
  await peter.calls('clients.change', { id, version: 1, set });
  await button(form, 'Сохранить').click();
  const clash = page.getByRole('dialog', { name: 'Эти поля изменил кто-то ещё' });
  await clash.getByText('Общество Петра').waitFor();
  expect(await clash.getByRole('radiogroup').count()).toBe(2);
  await clash
    .getByRole('radiogroup', { name: 'Полное название' })
    .getByRole('radio', { name: 'У коллеги' })
    .check();
  await button(clash, 'Сохранить').click();
  const now = async () => {
    const { fullName, line, originId: at } = await vera.asks('clients.get', { id });
    return { fullName, line, originId: at };
  };
  await expect.poll(now).toEqual({ fullName: 'Общество Петра', line: 'Слюда', originId });
  await form.waitFor({ state: 'hidden' });
  await button(page.getByRole('alert').filter({ hasText: 'Общество Веры' }), 'Вернуть').click();
  await expect.poll(() => field(form, 'Полное название').inputValue()).toBe('Общество Веры');
  await button(form, 'Сохранить').click();
  await expect.poll(now).toEqual({ fullName: 'Общество Веры', line: 'Слюда', originId });
  await vera.opens('/tasks?d=today');
  await rows(page).first().waitFor();
});

test('T-12: words for a task that is gone stay to be copied', async () => {
  vera.willBeRefused('tasks.change');
  const mine = await edits(vera, 'Описание');
  await mine.fill('Слова в пустоту');
  await rows(peter.page).first().click();
  await peter.page.keyboard.press('Delete');
  await toast(peter.page, /Удалена 1 задача/).waitFor();
  await vera.page.keyboard.press('Enter');
  const unsaved = vera.page.getByRole('alert').filter({ hasText: 'Слова в пустоту' });
  await button(unsaved, 'Скопировать').click();
  await button(unsaved, 'Скопировано').waitFor();
});

test('T-01: minutes that are none are told at the field and not saved', async () => {
  await button(vera.page, 'Добавить задачу').first().click();
  const task = card(vera.page, 'Новая задача');
  await field(task, 'Описание').fill('Встреча');
  const minutes = field(task, 'Минут');
  for (const wrong of ['-5', '0', '1.5', '99999999', 'abc']) {
    await minutes.fill(wrong);
    await vera.page.keyboard.press('Control+Enter');
    await task.getByText(/Целое число минут, от 1 до 44/).waitFor();
    expect(await minutes.inputValue()).toBe(wrong);
  }
  await minutes.fill('90');
  await vera.page.keyboard.press('Control+Enter');
  await task.waitFor({ state: 'hidden' });
  await rowWith(vera.page, 'Встреча').waitFor();
});
