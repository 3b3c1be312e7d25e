/** The calendar of two hundred lines driven by real keys and a real mouse. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Gallery, openGallery } from '../gallery-page.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery(inject('gallery'));
}, 60_000);
afterAll(() => gallery.close());

describe('calendar', () => {
  const active = (page: Page) =>
    page.getByRole('grid').evaluate((grid) => {
      const cell = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
      return `${cell?.dataset.row} ${cell?.dataset.column}`;
    });
  const said = (page: Page) => page.getByTestId('said').textContent();

  it('K-04 walks by arrows and ends, opens by Enter and by a double click', async () => {
    const page = await gallery.open('calendar');
    await page.getByRole('grid').focus();
    expect(await active(page)).toBe('0 0');
    for (const key of ['ArrowDown', 'ArrowRight', 'PageDown', 'End']) await page.keyboard.press(key);
    expect(await active(page)).toBe('11 29');
    await page.keyboard.press('Enter');
    expect(await said(page)).toBe('открыто m10 29');
    await page.keyboard.press('Control+End');
    expect(await active(page)).toBe('210 29');
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    expect(await active(page)).toBe('210 30');
    await page.keyboard.press('Control+Home');
    await page.locator('[data-row="2"][data-column="3"]').dblclick();
    expect(await said(page)).toBe('открыто m1 3');
  });

  it('K-01 folds by a click, by Enter on the name, and all by + and −', async () => {
    const page = await gallery.open('calendar');
    const lines = page.locator('[role=row][data-group], [role=row]:not([data-group])');
    const whole = await lines.count();
    await page.getByRole('rowheader', { name: 'Отдел 1', exact: true }).click();
    expect(await lines.count()).toBe(whole - 20);
    await page.getByRole('grid').focus();
    for (const key of ['Control+Home', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    expect(await lines.count()).toBe(whole);
    await page.keyboard.press('-');
    expect(await lines.count()).toBe(whole - 200);
    await page.keyboard.press('+');
    expect(await lines.count()).toBe(whole);
  });

  it('K-05 moves a cell by the mouse and, on the Russian layout, by Ctrl+X and Ctrl+V', async () => {
    const page = await gallery.open('calendar');
    await page
      .locator('[data-row="2"][data-column="3"]')
      .dragTo(page.locator('[data-row="4"][data-column="6"]'));
    expect(await said(page)).toBe('перенесено m1 3 → m3 6');
    await page.locator('[data-row="2"][data-column="4"]').click();
    const grid = page.getByRole('grid');
    await grid.dispatchEvent('keydown', { key: 'ч', code: 'KeyX', ctrlKey: true });
    await page.keyboard.press('ArrowDown');
    await grid.dispatchEvent('keydown', { key: 'м', code: 'KeyV', ctrlKey: true });
    expect(await said(page)).toBe('перенесено m1 4 → m2 4');
  });

  it('K-05 what was cut is moved, and one stands where one stood, though rows shift or hide it meanwhile', async () => {
    const page = await gallery.open('calendar');
    const grid = page.getByRole('grid');
    const fold = (group: number) =>
      page.getByRole('rowheader', { name: `Отдел ${group}`, exact: true }).click();
    await page.locator('[data-row="23"][data-column="4"]').click();
    await page.keyboard.press('Control+X');
    await fold(1);
    expect(await page.locator('[data-cut]').getAttribute('data-row')).toBe('3');
    await fold(2);
    expect(await page.locator('[data-cut]').count()).toBe(0);
    await page.locator('[data-row="4"][data-column="6"]').click();
    expect(await active(page)).toBe('4 6');
    await fold(1);
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('1 -1');
    await page.locator('[data-row="24"][data-column="6"]').click();
    await page.keyboard.press('Control+V');
    expect(await said(page)).toBe('перенесено m21 4 → m41 6');
  });

  it('K-05 tells what may not be moved from a line, or to it, and marks no such cell as a target', async () => {
    const page = await gallery.open('calendar');
    const cell = (line: number, column: number) =>
      page.locator(`[data-row="${line + 1}"][data-column="${column}"]`);
    const grid = page.getByRole('grid');
    await cell(7, 3).dragTo(cell(2, 6));
    await expect.poll(() => said(page)).toBe('нельзя move m7 3');
    await cell(7, 4).click();
    await page.keyboard.press('Control+X');
    expect(await said(page)).toBe('нельзя move m7 4');
    await cell(1, 4).hover();
    await page.mouse.down();
    const box = await cell(8, 6).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5, { steps: 8 });
    await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
    await expect.poll(() => page.locator('[data-target]').count()).toBe(0);
    await page.mouse.up();
    await expect.poll(() => said(page)).toBe('нельзя take m8 6');
    await cell(2, 4).click();
    await page.keyboard.press('Control+X');
    expect(await grid.getAttribute('data-clip')).toContain('paste');
    await cell(8, 5).click();
    expect(await grid.getAttribute('data-clip')).not.toContain('paste');
    await page.keyboard.press('Control+V');
    expect(await said(page)).toBe('нельзя take m8 5');
    await cell(3, 5).click();
    await page.keyboard.press('Control+V');
    expect(await said(page)).toBe('перенесено m2 4 → m3 5');
  });

  it('K-04 previews by the mouse and by Space; Esc closes and gives the focus back', async () => {
    const page = await gallery.open('calendar');
    await page.locator('[data-row="2"][data-column="3"]').hover();
    await page.getByText('в ячейке m1 3').waitFor();
    await page.mouse.move(5, 5);
    await page.getByText('в ячейке m1 3').waitFor({ state: 'hidden' });
    await page.locator('[data-row="3"][data-column="3"]').click();
    await page.keyboard.press(' ');
    await page.getByText('в ячейке m2 3').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('в ячейке m2 3').waitFor({ state: 'hidden' });
    expect(await page.getByRole('grid').evaluate((grid) => grid === document.activeElement)).toBe(true);
  });

  it('K-07 draws nothing while it scrolls', async () => {
    const page = await gallery.open('calendar');
    const written = await page.getByRole('grid').evaluate(async (element) => {
      let writes = 0;
      const seen = new MutationObserver((records) => {
        writes += records.length;
      });
      seen.observe(element, { childList: true, characterData: true, attributes: true, subtree: true });
      for (let frame = 0; frame < 60; frame++) {
        element.scrollTop += 60;
        await new Promise(requestAnimationFrame);
      }
      return { writes, scrolled: element.scrollTop };
    });
    expect(written.writes).toBe(0);
    expect(written.scrolled).toBeGreaterThan(1000);
  });
});
