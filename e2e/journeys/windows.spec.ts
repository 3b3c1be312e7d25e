// Several cards at once: minimised, tiled, maximised, walked through by keys, and there again after a reload and on another computer.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, rows } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

const window_ = (name: string) => vera.page.getByRole('dialog', { name, exact: true });
const bar = () => vera.page.getByRole('list', { name: 'Открытые окна' });
const focused = () =>
  vera.page.evaluate(() => document.activeElement?.closest('[role=dialog]')?.getAttribute('data-window'));

/** From the back to the front. */
const stacked = () =>
  vera.page.evaluate(() => {
    const layer = (window_: Element) => Number(getComputedStyle(window_).zIndex);
    return [...document.querySelectorAll('[data-window]')]
      .toSorted((one, other) => layer(one) - layer(other))
      .map((window_) => window_.getAttribute('data-window'));
  });

/** All are drawn, and the one in front has the focus. */
async function stand(order: string[]): Promise<void> {
  await expect.poll(stacked).toEqual(order);
  await expect.poll(focused).toBe(order.at(-1));
  expect(await stacked()).toEqual(order);
}

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  for (const name of ['Альфа', 'Бета', 'Гамма']) await vera.calls('clients.create', { name });
  await vera.opens('/clients?card=clients.1,clients.2');
  await rows(vera.page).first().waitFor();
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

test('W-01: two cards of a kind do not cover one another; both stand in the bar', async () => {
  await expect.poll(() => bar().getByRole('listitem').count()).toBe(2);
  const [first, second] = [await window_('Альфа').boundingBox(), await window_('Бета').boundingBox()];
  expect((second?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThan(20);
});

test('W-01: a window that is moved or resized leaves the others of its kind where they are, after a reload too', async () => {
  const { page } = vera;
  const first = await window_('Альфа').boundingBox();
  const second = await window_('Бета').boundingBox();
  const title = window_('Бета').getByRole('heading', { name: 'Бета' });
  expect(await title.getAttribute('title')).toMatch(/^Ctrl и стрелки/);
  await title.focus();
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowUp');
  await expect.poll(async () => (await window_('Бета').boundingBox())?.x).toBe((second?.x ?? 0) - 24);
  expect(await window_('Альфа').boundingBox()).toEqual(first);
  await page.reload();
  await expect.poll(async () => (await window_('Бета').boundingBox())?.x).toBe((second?.x ?? 0) - 24);
  expect(await window_('Альфа').boundingBox()).toEqual(first);
});

test('W-01: a window is minimised into the bar and comes back by its title; what was typed stays', async () => {
  const { page } = vera;
  await window_('Бета').getByRole('textbox', { name: 'Сайт' }).fill('beta.example');
  await button(window_('Бета'), 'Свернуть').click();
  await expect.poll(() => window_('Бета').count()).toBe(0);
  await page.keyboard.press('Tab');
  await button(bar(), 'Бета').click();
  await window_('Бета').waitFor();
  expect(await window_('Бета').getByRole('textbox', { name: 'Сайт' }).inputValue()).toBe('beta.example');
});

test('W-01: keys walk through windows, make one large and put one away', async () => {
  const { page } = vera;
  await window_('Бета').focus();
  await page.keyboard.press('Control+Backquote');
  await expect.poll(focused).toBe('clients.1');
  await page.keyboard.press('Control+Shift+Backquote');
  await expect.poll(focused).toBe('clients.2');
  await page.keyboard.press('F4');
  const place = await page.locator('#place').boundingBox();
  await expect.poll(() => window_('Бета').boundingBox()).toEqual(place);
  await page.keyboard.press('F4');
  await page.keyboard.press('Shift+F4');
  await expect.poll(() => window_('Бета').count()).toBe(0);
  await expect.poll(focused).toBe('clients.1');
  await page.keyboard.press('Control+Backquote');
  await expect.poll(focused).toBe('clients.2');
});

test('W-01: windows are tiled side by side and cascaded, by the bar and by the palette', async () => {
  const { page } = vera;
  await button(page, 'Разложить окна рядом').click();
  const left = await window_('Альфа').boundingBox();
  const right = await window_('Бета').boundingBox();
  expect(left?.y).toBe(right?.y);
  expect(Math.abs((left?.x ?? 0) - (right?.x ?? 0))).toBeGreaterThanOrEqual(left?.width ?? 0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Поиск по всему' }).fill('>каскад');
  await page.getByRole('option', { name: 'Разложить окна каскадом' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await window_('Бета').boundingBox())?.y).not.toBe(left?.y);
});

test('W-01: after a reload the windows stand as they stood', async () => {
  const { page } = vera;
  await button(window_('Альфа'), 'Свернуть').click();
  const before = await window_('Бета').boundingBox();
  await page.reload();
  await expect.poll(() => window_('Бета').boundingBox()).toEqual(before);
  await button(bar(), 'Альфа').waitFor();
  expect(await window_('Альфа').count()).toBe(0);
});

test('W-01: a reload leaves in front what was in front, small or maximised; a link brings its cards in its order', async () => {
  const { page } = vera;
  await page.goto('/clients?card=clients.3,clients.1,clients.2');
  await window_('Бета').waitFor();
  await button(bar(), 'Альфа').click();
  const order = ['clients.3', 'clients.2', 'clients.1'];
  await stand(order);
  await page.reload();
  await stand(order);
  await page.keyboard.press('F4');
  await page.reload();
  await stand(order);
  await page.keyboard.press('F4');
  await page.goto('/clients');
  const link = ['clients.1', 'clients.3', 'clients.2'];
  await page.goto(`/clients?card=${link}`);
  await stand(link);
  await button(bar(), 'Закрыть: Гамма').click();
  await button(bar(), 'Альфа').click();
  await button(window_('Альфа'), 'Свернуть').click();
});

test('W-01: an address without windows opened elsewhere takes nothing away, nor does what is opened and closed there', async () => {
  const kept = () => vera.asks('views.layouts', {}).then(({ layouts }) => layouts.desk?.order);
  await expect.poll(kept).toEqual(['clients.1', 'clients.2']);
  const other = await stage.stranger();
  await other.calls('people.signIn', { email: vera.email, password: vera.password });
  await other.opens('/clients');
  await rows(other.page).filter({ hasText: 'Гамма' }).dblclick();
  await other.page.getByRole('dialog', { name: 'Гамма', exact: true }).waitFor();
  await expect.poll(kept).toEqual(['clients.1', 'clients.2', 'clients.3']);
  await other.page.keyboard.press('Escape');
  await expect.poll(kept).toEqual(['clients.1', 'clients.2']);
  await other.context.close();
});

test('W-01: on another computer the windows stand where they were put, in their order', async () => {
  await button(bar(), 'Альфа').click();
  await button(vera.page, 'Разложить окна рядом').click();
  const names = ['Альфа', 'Бета'];
  const boxes = (of: Person) =>
    Promise.all(names.map((name) => of.page.getByRole('dialog', { name, exact: true }).boundingBox()));
  const [left, right] = await boxes(vera);
  const kept = async () => (await vera.asks('views.layouts', {})).layouts.desk;
  await expect.poll(async () => (await kept())?.order).toEqual(['clients.2', 'clients.1']);
  await expect.poll(async () => (await kept())?.widths['clients.1.x']).toBe((left?.x ?? 0) + 24);
  const other = await stage.stranger();
  await other.calls('people.signIn', { email: vera.email, password: vera.password });
  await other.opens('/');
  await expect.poll(() => boxes(other)).toEqual([left, right]);
  const front = other.page.locator('.window-bar [data-front]');
  await expect.poll(() => front.textContent()).toBe('Альфа');
  await other.context.close();
  await button(bar(), 'Бета').click();
  await button(window_('Альфа'), 'Свернуть').click();
});

test('W-01: on another, smaller computer they come back inside of its screen; a phone shows the last one whole', async () => {
  await expect
    .poll(async () => (await vera.asks('views.layouts', {})).layouts.desk?.order)
    .toEqual(['clients.1', 'clients.2']);
  const small = await stage.stranger({ width: 1000, height: 600 });
  await small.calls('people.signIn', { email: vera.email, password: vera.password });
  await small.opens('/');
  const there = small.page.getByRole('dialog', { name: 'Бета', exact: true });
  await there.waitFor();
  const box = await there.boundingBox();
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 1000).toBe(true);
  expect((box?.y ?? -1) >= 0 && (box?.y ?? 0) + (box?.height ?? 0) <= 600).toBe(true);
  await small.page.getByRole('button', { name: 'Альфа', exact: true }).waitFor();
  await small.context.close();
  const phone = await stage.stranger({ width: 390, height: 844 });
  await phone.calls('people.signIn', { email: vera.email, password: vera.password });
  await phone.opens('/');
  const whole = phone.page.getByRole('dialog', { name: 'Бета', exact: true });
  await expect.poll(() => whole.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await phone.context.close();
});

test('W-01: a phone shows one window, then the next, and the list at once; the desk of the computer stays as it was', async () => {
  const desk = async () => (await vera.asks('views.layouts', {})).layouts.desk;
  await vera.opens('/clients?card=clients.1,clients.3,clients.2');
  await button(bar(), 'Бета').waitFor();
  await button(window_('Бета'), 'Свернуть').click();
  await expect.poll(async () => (await desk())?.order).toEqual(['clients.1', 'clients.3', 'clients.2']);
  await expect.poll(async () => (await desk())?.hidden).toEqual({ 'clients.2': true });
  const computers = await desk();
  const { page, ...phone } = await stage.stranger({ width: 390, height: 844 });
  await phone.calls('people.signIn', { email: vera.email, password: vera.password });
  await page.goto('/');
  const open = page.getByRole('dialog');
  const seen = () => open.evaluateAll((all) => all.map((one) => one.getAttribute('data-window')));
  await expect.poll(seen).toEqual(['clients.3']);
  await button(open, 'К списку, окна подождут').click();
  await expect.poll(seen).toEqual([]);
  await page.getByRole('link', { name: 'Клиенты', exact: true }).click();
  await rows(page).filter({ hasText: 'Альфа' }).first().click();
  await expect.poll(seen).toEqual(['clients.1']);
  expect({ ...(await desk()), order: [] }).toEqual({ ...computers, order: [] });
  await page.reload();
  await expect.poll(seen).toEqual(['clients.1']);
  const later = await phone.context.newPage();
  await later.goto('/');
  const front = later.getByRole('dialog');
  await front.and(later.locator('[data-window="clients.1"]')).waitFor();
  await button(front, 'Закрыть').click();
  await front.and(later.locator('[data-window="clients.3"]')).waitFor();
  await phone.context.close();
  await button(bar(), 'Закрыть: Гамма').click();
  await button(bar(), 'Бета').click();
  await button(bar(), 'Альфа').click();
  await button(window_('Альфа'), 'Свернуть').click();
});

test('W-01: a card that is open is opened again: it comes to the front, out of the bar too', async () => {
  const { page } = vera;
  await button(window_('Бета'), 'Свернуть').click();
  await rows(page).filter({ hasText: 'Альфа' }).dblclick();
  await expect.poll(focused).toBe('clients.1');
  await button(window_('Альфа'), 'Свернуть').click();
  await button(bar(), 'Бета').click();
  await expect.poll(focused).toBe('clients.2');
});

test('W-01: windows stay open while the place beneath them changes, by the rail and by its key', async () => {
  const { page } = vera;
  await page.getByRole('link', { name: 'Календарь', exact: true }).click();
  await page.waitForURL(/\/calendar\?card=clients/);
  await window_('Бета').waitFor();
  await window_('Бета').focus();
  await page.keyboard.press('Alt+Digit3');
  await page.waitForURL(/\/clients\?.*card=clients/);
  await window_('Бета').waitFor();
  await button(bar(), 'Альфа').waitFor();
});

test('W-01: the bar names a task by its number first, then by its type and client; the tooltip says it whole', async () => {
  const { page } = vera;
  const [type] = (await vera.asks('directories.list', {})).rows.filter(
    ({ directory }) => directory === 'taskTypes',
  );
  const { id } = await vera.calls('tasks.create', { typeId: type?.id ?? null, clientId: 1 });
  const { id: other } = await vera.calls('tasks.create', { description: 'Взять ключи\nу охраны' });
  await page.goto(`/tasks?card=tasks.${id},tasks.${other},clients.1`);
  const name = `№ ${id} · ${type?.name} · Альфа`;
  await button(bar(), name).waitFor();
  expect(await button(bar(), name).getAttribute('title')).toBe(name);
  await button(bar(), `№ ${other} · Взять ключи`).waitFor();
  await window_(`Задача № ${id}`).waitFor();
});

test('W-04: "?" tells of the window in front, of the place where all are minimised', async () => {
  const { page } = vera;
  const help = page.getByRole('complementary', { name: 'Справка' });
  const about = (title: string) =>
    help.getByRole('heading', { name: title, exact: true, level: 2 }).waitFor();
  await window_('Альфа').waitFor();
  await page.keyboard.press('F1');
  await about('Карточка клиента');
  await button(bar(), /^№ .* Взять ключи/).click();
  await about('Карточка задачи');
  await page.keyboard.press('F1');
  await button(page, 'Свернуть все окна').click();
  await page.keyboard.press('F1');
  await about('Список задач');
  await page.keyboard.press('F1');
});

test('W-01: new windows of a kind that was left in a corner do not cover one another', async () => {
  const { page } = vera;
  await button(page, 'Закрыть все окна').click();
  await page.goto('/clients?card=clients.1');
  await window_('Альфа').getByRole('heading', { name: 'Альфа' }).focus();
  for (let at = 0; at < 30; at += 1) await page.keyboard.press('Control+ArrowRight');
  for (let at = 0; at < 20; at += 1) await page.keyboard.press('Control+ArrowDown');
  const corner = await window_('Альфа').boundingBox();
  const kept = async () => (await vera.asks('views.layouts', {})).layouts.clientWindow?.widths;
  await expect.poll(async () => (await kept())?.y).toBe((corner?.y ?? 0) + 24);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await page.goto('/clients?card=clients.1,clients.2,clients.3');
  await expect.poll(() => bar().getByRole('listitem').count()).toBe(3);
  for (const [at, name] of ['Альфа', 'Бета', 'Гамма'].entries())
    await expect
      .poll(() => window_(name).boundingBox())
      .toEqual({ ...corner, x: (corner?.x ?? 0) - 28 * at, y: (corner?.y ?? 0) - 28 * at });
});

test('W-01: all are closed at once', async () => {
  const { page } = vera;
  await button(bar(), 'Альфа').click();
  await button(page, 'Закрыть все окна').click();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await expect.poll(() => bar().count()).toBe(0);
});
