/** The grid driven by real keys and a real mouse over a hundred thousand rows. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Gallery, openGallery } from '../gallery-page.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery(inject('gallery'));
}, 60_000);
afterAll(() => gallery.close());

async function openGrid(look?: { width: number; height: number }): Promise<Page> {
  const page = await gallery.open('grid', look);
  await page.locator('[data-index="0"]:not([data-loading])').waitFor();
  return page;
}

const grid = (page: Page) => page.getByRole('grid');
const header = (page: Page, title: string) => page.locator('[role=columnheader]', { hasText: title });
const cellText = (page: Page, row: number, column: number) =>
  page.locator(`[data-index="${row}"] [aria-colindex="${column}"]`).textContent();
const activeText = (page: Page) =>
  grid(page).evaluate(
    (element) => document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.textContent,
  );
const titles = (page: Page) => page.locator('[role=columnheader] > span:first-child').allTextContents();
const said = async (page: Page) => (await page.getByTestId('said').textContent()) ?? '';
const count = (page: Page) => page.getByTestId('count').textContent();

async function pressAll(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

describe('grid keyboard', () => {
  it('T-09 walks by arrows, pages and ends, and opens by Enter', async () => {
    const page = await openGrid();
    await grid(page).focus();
    expect(await activeText(page)).toBe('1');
    await pressAll(page, 'ArrowDown', 'ArrowDown', 'ArrowRight');
    expect(await activeText(page)).toBe(await cellText(page, 2, 3));
    await pressAll(page, 'Home', 'Control+End');
    await page.locator('[data-index="99999"]:not([data-loading])').waitFor();
    expect(await activeText(page)).toBe('100000');
    await pressAll(page, 'PageUp', 'Control+Home', 'PageDown');
    await page.locator('[data-index="20"]:not([data-loading])').waitFor();
    await page.keyboard.press('Enter');
    expect(Number((await said(page)).replace(/\D/g, ''))).toBeGreaterThan(20);
  });

  it('T-09 selects with Space, X on the Russian layout, Shift and Ctrl+A; Esc clears', async () => {
    const page = await openGrid();
    await grid(page).focus();
    await pressAll(page, ' ', 'ArrowDown');
    await grid(page).dispatchEvent('keydown', { key: 'ч', code: 'KeyX' });
    expect(await count(page)).toContain('выделено 2');
    await pressAll(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp');
    expect(await count(page)).toContain('выделено 3');
    await page.keyboard.press('Control+a');
    expect(await count(page)).toMatch(/выделено 100\s000/);
    await page.keyboard.press(' ');
    expect(await count(page)).toMatch(/выделено 99\s999/);
    await page.keyboard.press('Escape');
    expect(await count(page)).toContain('выделено 0');
  });

  it('T-09 edits a cell by F2 alone; Esc reverts, Enter saves', async () => {
    const page = await openGrid();
    await page.locator('[data-index="3"] [aria-colindex="5"]').click();
    const before = await activeText(page);
    await pressAll(page, 'F2');
    await page.keyboard.type('другое');
    await page.keyboard.press('Escape');
    expect(await activeText(page)).toBe(before);
    await page.keyboard.type('c?');
    expect(await activeText(page)).toBe(before);
    await pressAll(page, 'F2');
    await page.keyboard.type(' и ещё');
    await page.keyboard.press('Enter');
    await expect.poll(() => cellText(page, 3, 5)).toBe(`${before} и ещё`);
    await pressAll(page, 'ArrowUp', 'F2', 'Control+A');
    await page.keyboard.type('new name');
    await page.keyboard.press('Enter');
    await expect.poll(() => cellText(page, 3, 5)).toBe('new name');
    expect(await activeText(page)).toBe(await cellText(page, 4, 5));
  });

  it('T-09 copies the chosen rows as TSV', async () => {
    const page = await openGrid();
    await grid(page).focus();
    await pressAll(page, ' ', 'ArrowDown', ' ');
    const tsv = await grid(page).evaluate((element) => {
      const clipboardData = new DataTransfer();
      element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true }));
      return clipboardData.getData('text/plain');
    });
    expect(tsv.split('\n').map((line) => line.split('\t').length)).toEqual([10, 10]);
  });

  it('T-09 copies what is selected beyond the rows that are here, and tells how many that were; of too many, that it did not', async () => {
    const page = await gallery.open('grid&rows=1000');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await grid(page).focus();
    await pressAll(page, 'Control+A', 'Control+C');
    await expect.poll(() => said(page)).toBe('скопировано 1000 из 1000');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(new Set(text.split('\n').map((line) => line.split('\t')[0])).size).toBe(1000);
    const long = await openGrid();
    await grid(long).focus();
    await pressAll(long, 'Control+A', 'Control+C');
    await expect.poll(() => said(long)).toMatch(/^скопировано \d{3} из 100000$/);
  });
});

describe('grid columns', () => {
  it('T-05 sorts by a click, adds a second key with Shift, shows arrows and ordinals', async () => {
    const page = await openGrid();
    await header(page, 'Сумма').click();
    await expect.poll(() => cellText(page, 0, 11)).toBe('0');
    expect(await header(page, 'Сумма').getAttribute('aria-sort')).toBe('ascending');
    await header(page, 'ID').click({ modifiers: ['Shift'] });
    await header(page, 'ID').click({ modifiers: ['Shift'] });
    expect(await header(page, 'ID').textContent()).toContain('2');
    await expect
      .poll(async () => Number(await cellText(page, 0, 2)) > Number(await cellText(page, 1, 2)))
      .toBe(true);
    await header(page, 'Сумма').click();
    expect(await header(page, 'ID').getAttribute('aria-sort')).toBeNull();
  });

  it('T-04 moves a column by the mouse and by Alt+arrows on its header', async () => {
    const page = await openGrid();
    await header(page, 'Клиент').dragTo(header(page, 'Когда'), { targetPosition: { x: 8, y: 12 } });
    expect((await titles(page)).slice(0, 3)).toEqual(['ID', 'Клиент', 'Когда']);
    await grid(page).focus();
    await pressAll(page, 'ArrowUp', 'ArrowRight', 'Alt+ArrowRight');
    expect((await titles(page)).slice(0, 3)).toEqual(['ID', 'Когда', 'Клиент']);
  });

  it('T-04 resizes by the mouse and by Shift+arrows, a double click fits', async () => {
    const page = await openGrid();
    const width = async () => (await header(page, 'Клиент').boundingBox())?.width ?? 0;
    const handle = header(page, 'Клиент').getByRole('separator');
    const box = await handle.boundingBox();
    if (!box) throw new Error('no handle');
    await page.mouse.move(box.x + 4, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 44, box.y + 10, { steps: 4 });
    await page.mouse.up();
    expect(await width()).toBe(240);
    await handle.dblclick();
    expect(await width()).not.toBe(240);
    const fitted = await width();
    await grid(page).focus();
    await pressAll(page, 'ArrowUp', ...Array.from({ length: 4 }, () => 'ArrowRight'), 'Shift+ArrowRight');
    expect(await width()).toBe(fitted + 10);
  });

  it('T-04 no text leaves its cell: at any width, and while a column is made narrower', async () => {
    const page = await openGrid();
    const looseTexts = () =>
      grid(page).evaluate((element) => {
        const cells = [...element.querySelectorAll<HTMLElement>('[data-fits]')];
        if (cells.length < 50) throw new Error('no cells without a clip');
        const loose = cells.filter(
          (cell) => cell.scrollWidth > cell.clientWidth && getComputedStyle(cell).overflow === 'visible',
        );
        return loose.map((cell) => `${cell.textContent} in ${cell.clientWidth}`);
      });
    expect(await looseTexts()).toEqual([]);
    const box = await header(page, 'Менеджер').getByRole('separator').boundingBox();
    if (!box) throw new Error('no handle');
    await page.mouse.move(box.x + 4, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x - 60, box.y + 10, { steps: 4 });
    expect(await looseTexts()).toEqual([]);
    await page.mouse.up();
    expect(await looseTexts()).toEqual([]);
  });

  it('T-04 hides, pins and brings everything back', async () => {
    const page = await openGrid();
    await header(page, 'Контакт').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Скрыть' }).click();
    expect(await titles(page)).not.toContain('Контакт');
    await header(page, 'Сумма').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Закрепить слева' }).click();
    expect((await titles(page))[0]).toContain('Сумма');
    await page.getByRole('button', { name: 'Колонки' }).click();
    await page.getByRole('button', { name: 'Вернуть как было' }).click();
    expect((await titles(page))[0]).toBe('ID');
    expect(await titles(page)).toContain('Контакт');
  });
});

describe('grid search and mouse', () => {
  it('T-06 searches after a short silence, by beginning or inside', async () => {
    const page = await openGrid();
    const field = page.getByLabel('Поиск: Клиент');
    await field.click();
    await page.keyboard.type('ромашка-12', { delay: 20 });
    await expect.poll(() => count(page)).toMatch(/^0 задач/);
    expect(await page.getByText('Ничего не нашлось').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Искать с начала слова' }).click();
    await expect.poll(() => count(page)).not.toMatch(/^0 задач/);
    await field.press('Escape');
    await expect.poll(() => count(page)).toMatch(/^100\s000 задач/);
  });

  it('T-06 a second Enter at once opens no row of the list as it was', async () => {
    const page = await openGrid();
    const field = page.getByLabel('Поиск: Задача');
    const wanted = (await cellText(page, 3, 5)) ?? '';
    expect(wanted).not.toBe(await cellText(page, 0, 5));
    await field.fill(wanted);
    await pressAll(page, 'Enter', 'Enter');
    await expect.poll(() => grid(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await cellText(page, 0, 5)).toContain(wanted);
    // Where the answer came between the two, the second means the row that was found.
    expect(['', 'открыта 4']).toContain(await said(page));
    await page.keyboard.press('Enter');
    expect(await said(page)).toBe('открыта 4');
  });

  it('T-09 selects by the boxes, with Shift a range, also past what is loaded', async () => {
    const page = await openGrid();
    await page.locator('[data-index="2"] [aria-colindex="1"]').click();
    await page.locator('[data-index="6"] [aria-colindex="3"]').click({ modifiers: ['Shift'] });
    expect(await count(page)).toContain('выделено 5');
    await page.locator('[data-index="1"] [aria-colindex="3"]').click();
    await grid(page).evaluate((element) => element.scrollTo(0, 28 * 900));
    await page.locator('[data-index="905"]:not([data-loading])').waitFor();
    await page.locator('[data-index="905"] [aria-colindex="3"]').click({ modifiers: ['Shift'] });
    await expect.poll(() => count(page)).toContain('выделено 905');
  });

  it('T-02 shows two-line cards on a phone; a tap opens', async () => {
    const page = await openGrid({ width: 390, height: 844 });
    expect(await page.getByRole('columnheader').count()).toBe(0);
    expect((await page.locator('[data-index="0"]').boundingBox())?.height).toBe(60);
    await page.locator('[data-index="1"] [aria-colindex="2"]').click();
    expect(await said(page)).toBe('открыта 2');
  });

  it('T-02 writes each row once while it scrolls by, and leaves the others alone', async () => {
    const page = await openGrid();
    const written = await grid(page).evaluate(async (element) => {
      let rows = 0;
      const seen = new MutationObserver((records) => {
        rows += new Set(records.map(({ target }) => rowOf(target))).size;
      });
      const rowOf = (node: Node) =>
        (node instanceof Element ? node : node.parentElement)?.closest('[role=row]');
      seen.observe(element, { childList: true, characterData: true, subtree: true });
      for (let frame = 0; frame < 240; frame++) {
        element.scrollTop += 60;
        await new Promise(requestAnimationFrame);
      }
      await new Promise(requestAnimationFrame);
      return rows;
    });
    const passed = (240 * 60) / 28;
    expect(written).toBeGreaterThan(passed * 0.9);
    // A row may come twice, first without its values; a screen of others written along would be thousands.
    expect(written).toBeLessThan(passed * 2.5);
  });

  it('T-04 keeps the boxes and the pinned columns in place while it is scrolled to the side, and ties nothing before', async () => {
    const page = await openGrid({ width: 900, height: 700 });
    const row = page.locator('[data-index="3"]');
    const cells = () => row.locator('[role=gridcell]');
    const lefts = () =>
      cells().evaluateAll((all) => all.slice(0, 2).map((cell) => cell.getBoundingClientRect().left));
    const positions = () => cells().evaluateAll((all) => all.map((cell) => getComputedStyle(cell).position));
    await page.getByRole('columnheader', { name: 'Когда' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Закрепить' }).click();
    const before = await lefts();
    expect(await positions()).not.toContain('sticky');
    await grid(page).evaluate((element) => element.scrollTo(200, 0));
    await expect
      .poll(async () => (await positions()).filter((position) => position === 'sticky'))
      .toHaveLength(2);
    expect(await lefts()).toEqual(before);
    await grid(page).evaluate((element) => element.scrollTo(0, 0));
    await expect.poll(positions).not.toContain('sticky');
  });
});
