// The desk around the work: the toolbar and what it acts on, the look of the screen, one's own settings on every computer.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, rows } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

const toolbar = () => vera.page.getByRole('toolbar', { name: 'Панель инструментов' });
const tool = (name: string) => toolbar().getByRole('button', { name, exact: true });
const isIdle = (name: string) => tool(name).getAttribute('aria-disabled');

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  const { person, today } = await vera.asks('people.me', {});
  await vera.calls('tasks.create', {
    description: 'Отвезти образцы',
    managerId: person.id,
    at: `${today}T09:00:00Z`,
    hasTime: true,
  });
  await vera.opens('/tasks?d=all');
  await rows(vera.page).first().waitFor();
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

test('W-02: the toolbar goes to every place, each button says its key', async () => {
  const { page } = vera;
  const goes: [string, RegExp, string][] = [
    ['Календарь', /\/calendar/, 'Alt+2'],
    ['Клиенты', /\/clients/, 'Alt+3'],
    ['Типы задач', /taskTypes/, 'Alt+4'],
    ['Состояния задач', /taskStates/, 'Alt+9'],
    ['Менеджеры', /\/people/, 'Alt+5'],
    ['Настройки', /\/settings$/, 'Alt+8'],
    ['Фон', /#background/, 'Alt+0'],
    ['Задачи', /\/tasks/, 'Alt+1'],
  ];
  for (const [name, address, keys] of goes) {
    await tool(name).hover();
    await page.getByRole('tooltip', { name: `${name} · ${keys}` }).waitFor();
    await tool(name).click();
    await page.waitForURL(address);
  }
  await page.keyboard.press('Alt+Digit9');
  await page.waitForURL(/taskStates/);
});

test('W-02: with nothing chosen the clipboard buttons are idle and say why; a row of the list is copied', async () => {
  const { page } = vera;
  await vera.opens('/settings');
  await expect.poll(() => isIdle('Копировать')).toBe('true');
  await tool('Копировать').hover();
  await page.getByRole('tooltip', { name: /Сначала выберите строки/ }).waitFor();
  await vera.opens('/tasks?d=all');
  await rows(page).first().getByText('Отвезти образцы').click();
  await expect.poll(() => isIdle('Копировать')).toBe(null);
  await tool('Копировать').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Отвезти образцы');
  expect(await isIdle('Вырезать')).toBe('true');
  await page.evaluate(() => {
    document.getSelection()?.removeAllRanges();
    return navigator.clipboard.writeText('прежнее');
  });
  await page.getByRole('grid').press('Space');
  await tool('Копировать').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\d+\t.*Отвезти/);
});

test('W-02: the tasks of a cell are cut and pasted by the buttons, and undone by one', async () => {
  const { page } = vera;
  await vera.opens('/calendar');
  const full = page.locator('[role=gridcell][data-shade]:not([data-shade="0"])').first();
  await full.click();
  await tool('Вырезать').click();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => isIdle('Вставить')).toBe(null);
  await tool('Вставить').click();
  await page.locator('.undo-note').waitFor();
  await expect.poll(() => isIdle('Отменить')).toBe(null);
  await tool('Отменить').click();
  await expect.poll(() => isIdle('Вернуть')).toBe(null);
});

test('W-02 D-03: a group of the editor is cut and pasted by the buttons', async () => {
  const { page } = vera;
  for (const name of ['Опт', 'Розница']) await vera.calls('groups.create', { tree: 'clients', name });
  await vera.opens('/clients');
  await button(page, 'Группы').click();
  const items = page.getByRole('dialog').getByRole('treeitem');
  await items.filter({ hasText: 'Опт' }).click();
  expect(await isIdle('Вставить')).toBe('true');
  await tool('Вырезать').click();
  await page.keyboard.press('ArrowDown');
  await tool('Вставить').click();
  await expect
    .poll(async () => (await items.allTextContents()).map((text) => text.trim()).slice(1))
    .toEqual(['Розница', 'Опт']);
  await page.keyboard.press('Escape');
});

test('W-02: the toolbar is one stop for Tab, arrows walk in it; it can be put away in the settings', async () => {
  const { page } = vera;
  await tool('Задачи').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Календарь');
  await page.getByRole('tooltip', { name: 'Календарь · Alt+2' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('tooltip').count()).toBe(0);
  await vera.opens('/settings');
  await page.getByRole('switch', { name: 'Кнопки в верхней строке' }).click();
  await expect.poll(() => tool('Календарь').isVisible()).toBe(false);
  await tool('Отменить').waitFor();
  await page.getByRole('switch', { name: 'Кнопки в верхней строке' }).click();
  await tool('Календарь').waitFor();
});

test('R-07: what comes after the first screen opens with the focus in it, however late it is, and gives it back', async () => {
  const { page } = vera;
  const line = Promise.withResolvers<void>();
  await page.route(/\/assets\/(menu|popover)-box-/, async (route) => {
    await line.promise;
    await route.continue();
  });
  await vera.opens('/tasks');
  await rows(page).first().waitFor();
  const me = button(page, 'Вера Ильина');
  await me.press('Enter');
  await page.locator('.me[aria-expanded=true]').waitFor();
  expect(await page.getByRole('menu').count()).toBe(0);
  line.resolve();
  await page.getByRole('menu').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[role=menu]') !== null))
    .toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('menuitem', { name: 'Настройки' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
  await me.and(page.locator(':focus')).waitFor();
  await button(page, /^Интервал/).press('Enter');
  await button(page, 'Сегодня').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
  await button(page, /^Интервал/)
    .and(page.locator(':focus'))
    .waitFor();
});

test('W-03 T-07: the interval that I choose is what my list of tasks begins with', async () => {
  const { page } = vera;
  await vera.opens('/settings');
  await page
    .getByRole('combobox', { name: 'Какие задачи показывать мне сначала' })
    .or(page.getByRole('textbox', { name: 'Какие задачи показывать мне сначала' }))
    .click();
  await page.getByRole('option', { name: 'Просрочено' }).click();
  await expect.poll(async () => (await vera.asks('people.me', {})).appearance.interval).toBe('overdue');
  await vera.opens('/tasks');
  await button(page, /Просрочено/).waitFor();
});

test('W-03: a background is chosen, stands at the door too, and is there on another computer', async () => {
  const { page } = vera;
  await vera.opens('/settings#background');
  await button(page, 'Холмы').click();
  await page.locator('html[data-background="picture.hills"]').waitFor();
  const other = await stage.stranger();
  await other.calls('people.signIn', { email: vera.email, password: vera.password });
  await other.opens('/tasks');
  await other.page.locator('html[data-background="picture.hills"]').waitFor();
  await other.page.goto('about:blank'); // what it still asks is given up
  await other.calls('people.signOut', {});
  await other.opens('/');
  await other.page.getByRole('heading', { name: 'Северный ветер' }).waitFor();
  await other.page.locator('html[data-background="picture.hills"]').waitFor();
  await other.context.close();
});

test('W-03: a setting changed in one browser leaves alone what another has set meanwhile', async () => {
  const { page } = vera;
  await vera.opens('/settings#background');
  await button(page, 'Холмы').waitFor();
  await vera.calls('people.changeAppearance', { density: 'roomy', background: 'picture.sea' });
  const splash = page.getByRole('switch', { name: 'Картинка при запуске' });
  await splash.click({ force: true });
  const kept = async () => (await vera.asks('people.me', {})).appearance;
  await expect.poll(async () => (await kept()).splash).toBe(false);
  expect(await kept()).toMatchObject({ density: 'roomy', background: 'picture.sea' });
  await vera.calls('people.changeAppearance', { density: 'normal', background: 'none', splash: true });
});

test('W-03: a photo of my own is made smaller, kept and shown; what is no picture is refused', async () => {
  const { page } = vera;
  await vera.opens('/settings#background');
  const input = page.locator('#background input[type=file]');
  await input.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await page.getByRole('alert').filter({ hasText: 'не открывается как картинка' }).waitFor();
  const photo = await page.screenshot({ type: 'png' });
  await input.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photo });
  await page.locator('html[data-background^="photo."]').waitFor();
  await button(page, 'Своё фото').waitFor();
  await button(page, 'Холмы').click();
  await page.locator('html[data-background="picture.hills"]').waitFor();
  await button(page, 'Своё фото').click();
  await page.locator('html[data-background^="photo."]').waitFor();
  const answer = await vera.context.request.get('/files/photo');
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/jpeg']);
  await button(page, 'Без фона').click();
  await expect.poll(() => page.locator('html[data-background]').count()).toBe(0);
});

test('W-03: a language that is chosen in one tab is the language of the others at once', async () => {
  const { page, context } = vera;
  await vera.opens('/tasks');
  const other = await context.newPage();
  await other.goto('/settings');
  await other.getByText('English', { exact: true }).first().click();
  await page.getByRole('link', { name: 'My day' }).waitFor();
  await other.getByText('Русский', { exact: true }).first().click();
  await page.getByRole('link', { name: 'Мой день' }).waitFor();
  await other.close();
});

test('W-03 R-07: on a phone, too, no words stand on a background, only on a surface of the house', async () => {
  const { page } = vera;
  await vera.calls('people.changeAppearance', {
    density: 'normal',
    background: 'colour.graphite',
    splash: true,
  });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/tasks', '/my-day', '/calendar', '/clients', '/journal', '/settings']) {
    await vera.opens(path);
    await page.locator('html[data-background="colour.graphite"]').waitFor();
    await page.locator('main > :not([aria-busy])').first().waitFor();
    expect([path, await page.locator('main').evaluate(wordsOnNothing)]).toEqual([path, []]);
  }
  await vera.calls('people.changeAppearance', { density: 'normal', background: 'none', splash: true });
  await page.setViewportSize({ width: 1440, height: 900 });
});

/** Words within the place that lie on no colour but that of the place itself. */
function wordsOnNothing(place: Element): string[] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const bare: string[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    let under = text.parentElement;
    while (under && under !== place && getComputedStyle(under).backgroundColor === 'rgba(0, 0, 0, 0)')
      under = under.parentElement;
    if (under === place && text.textContent?.trim()) bare.push(text.textContent);
  }
  return bare;
}
