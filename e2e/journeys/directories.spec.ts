// Directories: a tree of groups three levels deep, moved by keyboard and by mouse; entries that are used do not just vanish.
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, card, cell, column, field, foot, head, pick, rowWith, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  await vera.opens('/directories');
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

const editor = () => card(vera.page, 'Группы типов задач');
const branch = (name: string) => editor().getByRole('treeitem').filter({ hasText: name });
const levelOf = (name: string) => branch(name).getAttribute('aria-level');

async function addGroup(name: string, inside: string): Promise<void> {
  await branch(inside).click();
  await button(editor(), 'Добавить группу').click();
  const name_ = editor().getByRole('textbox');
  await name_.fill(name);
  await button(editor(), 'Добавить').click();
  await branch(name).waitFor();
  await editor().locator('form').getByRole('button', { name: 'Закрыть' }).click();
}

test('D-01 D-05: each directory is there, by name at first', async () => {
  const { page } = vera;
  for (const name of [
    'Состояния задач',
    'Статусы клиентов',
    'Типы клиентов',
    'Источники клиентов',
    'Типы задач',
  ]) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('grid', { name }).waitFor();
  }
  await expect.poll(() => foot(page).textContent()).toBe('8 записей');
  const names = await column(page, 'Название');
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'ru')));
  await head(page, 'Название').click();
  await expect.poll(() => column(page, 'Название')).toEqual(names.toReversed());
});

test('D-05: a click right of the last cell of a row means that row', async () => {
  const { page } = vera;
  await vera.opens('/directories/clientOrigins');
  const row = rowWith(page, 'Сайт');
  await row.waitFor();
  const { x = 0, y = 0, height = 0 } = (await row.boundingBox()) ?? {};
  await page.mouse.click(x + 1100, y + height / 2);
  await page.keyboard.press('Enter');
  await card(page, 'Сайт').waitFor();
  await page.keyboard.press('Escape');
  await vera.opens('/directories/taskTypes');
});

test('D-02 D-03: groups go three levels deep, and no deeper', async () => {
  const { page } = vera;
  await button(page, 'Группы').click();
  await addGroup('Продажи', 'Все группы');
  await addGroup('Опт', 'Продажи');
  await addGroup('Регионы', 'Опт');
  await addGroup('Сервис', 'Все группы');
  expect([await levelOf('Продажи'), await levelOf('Опт'), await levelOf('Регионы')]).toEqual(['2', '3', '4']);
  vera.willBeRefused('groups.create');
  await branch('Регионы').click();
  await button(editor(), 'Добавить группу').click();
  await editor().getByRole('textbox').fill('Псков');
  await button(editor(), 'Добавить').click();
  await editor().getByText('Глубже 3 уровней группы не кладут.').waitFor();
  await editor().locator('form').getByRole('button', { name: 'Закрыть' }).click();
});

test('D-03: a branch moves by keyboard in both modes, is refused with a reason, and comes back by undo', async () => {
  const { page } = vera;
  await editor().getByText('Внутрь', { exact: true }).click();
  await branch('Продажи').click();
  await page.keyboard.press('Control+X');
  await editor()
    .getByText(/«Продажи» взята/)
    .waitFor();
  await goTo('Сервис');
  await page.keyboard.press('Control+V');
  await editor().getByText('«Продажи» остаётся на месте: глубже трёх уровней группы не кладут.').waitFor();
  await page.keyboard.press('Escape');
  await editor().getByText('«Продажи» осталась на месте.').waitFor();
  await branch('Опт').click();
  await page.keyboard.press('Control+X');
  await goTo('Сервис');
  await page.keyboard.press('Control+V');
  await toast(page, 'Перемещена группа «Опт»').waitFor();
  await expect.poll(() => order()).toEqual(['Продажи', 'Сервис', 'Опт', 'Регионы']);
  await editor().getByText('«Опт» теперь в «Сервис».').waitFor();
  await button(toast(page, 'Перемещена группа «Опт»'), 'Отменить').click();
  await expect.poll(() => order()).toEqual(['Продажи', 'Опт', 'Регионы', 'Сервис']);
  await expect.poll(() => editor().getByText('«Опт» теперь').count()).toBe(0);
  await editor().getByText('На тот же уровень', { exact: true }).click();
  await branch('Опт').click();
  await page.keyboard.press('Control+X');
  await goTo('Сервис');
  await page.keyboard.press('Enter');
  await expect.poll(() => order()).toEqual(['Продажи', 'Сервис', 'Опт', 'Регионы']);
  expect([await levelOf('Опт'), await levelOf('Регионы')]).toEqual(['2', '3']);
});

test('D-03: a branch is dragged in both modes', async () => {
  await editor().getByText('Внутрь', { exact: true }).click();
  await drag(branch('Опт'), branch('Продажи'));
  await expect.poll(() => order()).toEqual(['Продажи', 'Опт', 'Регионы', 'Сервис']);
  await editor().getByText('На тот же уровень', { exact: true }).click();
  await drag(branch('Продажи'), branch('Сервис'));
  await expect.poll(() => order()).toEqual(['Сервис', 'Продажи', 'Опт', 'Регионы']);
});

test('D-03: a move that the house refuses is not told as done', async () => {
  const { page } = vera;
  const { rows } = await vera.asks('groups.list', {});
  const parentId = rows.find(({ name }) => name === 'Сервис')?.id ?? null;
  const { id } = await vera.calls('groups.create', { tree: 'taskTypes', parentId, name: 'Опт' });
  await expect.poll(() => branch('Опт').count()).toBe(2);
  vera.willBeRefused('groups.move');
  await editor().getByText('Внутрь', { exact: true }).click();
  await drag(branch('Опт').first(), branch('Продажи'));
  await page.getByText('Название: уже есть: «Опт»').waitFor();
  await expect.poll(() => editor().getByText('«Опт» теперь').count()).toBe(0);
  await vera.calls('groups.delete', { id });
  await expect.poll(() => branch('Опт').count()).toBe(1);
  await editor().getByText('На тот же уровень', { exact: true }).click();
});

test('D-04: a group with groups is not deleted, and it is said why', async () => {
  const { page } = vera;
  vera.willBeRefused('groups.delete');
  await branch('Продажи').click();
  await page.keyboard.press('Delete');
  await editor().getByText('Группа «Продажи» остаётся').waitFor();
  await editor()
    .getByText(/Сначала уберите 1 вложенную группу|Сначала уберите из неё всё/)
    .waitFor();
  await editor().getByRole('button', { name: 'Закрыть' }).first().click();
});

test('D-04 D-06: a used entry says what uses it, is replaced everywhere, and comes back by undo', async () => {
  const { page } = vera;
  const { rows: entries } = await vera.asks('directories.list', {});
  const call = entries.find(({ directory, name }) => directory === 'taskTypes' && name === 'Звонок');
  await vera.calls('tasks.create', { description: 'Перезвонить', typeId: call?.id ?? 0 });
  vera.willBeRefused('directories.delete');
  await vera.opens('/directories/taskTypes');
  await rowWith(page, 'Звонок').click();
  await page.keyboard.press('Delete');
  const used = page.getByRole('dialog', { name: '«Звонок» используется' });
  await used.getByText('1 задача').waitFor();
  await pick(used, 'Заменить везде на', 'Встреча');
  await button(used, 'Заменить и удалить').click();
  await toast(page, '«Звонок» теперь «Встреча», изменена 1 запись').waitFor();
  await expect.poll(() => rowWith(page, 'Звонок').count()).toBe(0);
  const typeOfTask = async () => (await vera.asks('tasks.list', {})).rows[0]?.typeId;
  expect(await typeOfTask()).toBe(entries.find(({ name }) => name === 'Встреча')?.id);
  await button(toast(page, '«Звонок» теперь «Встреча»'), 'Отменить').click();
  await rowWith(page, 'Звонок').waitFor();
  expect(await typeOfTask()).toBe(call?.id);
});

test('D-06: an entry is added, renamed in place, put in order, merged', async () => {
  const { page } = vera;
  await vera.opens('/directories/clientOrigins');
  await button(page, 'Добавить').click();
  const window = card(page, 'Новый источник клиентов');
  await field(window, 'Название').fill('Сарафан');
  await page.keyboard.press('Enter');
  await toast(page, 'Добавлено: «Сарафан»').waitFor();
  await (await cell(page, rowWith(page, 'Сарафан'), 'Название')).click();
  await page.keyboard.press('F2');
  await page.locator('[data-editing] input').fill('Сарафанное радио');
  await page.keyboard.press('Enter');
  await toast(page, 'Изменено: «Сарафанное радио»').waitFor();
  await page.getByText('Свой порядок').click();
  await expect.poll(() => column(page, 'Название').then((names) => names.at(-1))).toBe('Сарафанное радио');
  await (await cell(page, rowWith(page, 'Сарафанное радио'), 'Название')).click();
  const before = await column(page, 'Название');
  await button(page, 'Выше').click();
  await expect.poll(() => column(page, 'Название')).not.toEqual(before);
  await rowWith(page, 'Сарафанное радио').locator('[aria-colindex="1"]').click();
  await rowWith(page, 'Рекомендация').locator('[aria-colindex="1"]').click();
  await button(page, 'Объединить две записи').click();
  const merge = page.getByRole('dialog', { name: 'Объединить две записи' });
  await merge.getByRole('radio', { name: 'Рекомендация' }).check();
  await button(merge, 'Объединить').click();
  await toast(page, /«Сарафанное радио» теперь «Рекомендация»/).waitFor();
  await expect.poll(() => rowWith(page, 'Сарафанное радио').count()).toBe(0);
});

/** Names of the tree from top to bottom, the root left out. */
async function order(): Promise<string[]> {
  const names = await editor().getByRole('treeitem').allTextContents();
  return names.slice(1).map((name) => name.replace(/\d/g, '').trim());
}

/** The arrows go to a row of the tree. */
async function goTo(name: string): Promise<void> {
  const { page } = vera;
  await page.keyboard.press('Home');
  for (let step = 0; step < 20; step++) {
    if (await branch(name).evaluate((row) => row === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows do not reach «${name}»`);
}

/** As the mouse does it: pressed, moved in steps, let go. */
async function drag(what: Locator, onto: Locator): Promise<void> {
  const { mouse } = vera.page;
  const [from, to] = [await what.boundingBox(), await onto.boundingBox()];
  if (!from || !to) throw new Error('Nothing to drag');
  await mouse.move(from.x + 60, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(from.x + 66, from.y + from.height / 2 + 6, { steps: 3 });
  await mouse.move(to.x + 60, to.y + to.height / 2, { steps: 8 });
  await mouse.move(to.x + 62, to.y + to.height / 2 + 1, { steps: 3 });
  await mouse.up();
}
