/** Days by hours driven by a real mouse and real keys, over a week in which the clocks go back; and a month. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Gallery, openGallery, violations } from '../gallery-page.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery(inject('gallery'));
}, 60_000);
afterAll(() => gallery.close());

const quarter = 12; // px
const said = (page: Page) => expect.poll(() => page.getByTestId('said').textContent());
const thing = (page: Page, key: string) => page.locator(`[data-key="${key}"]`);
const column = (page: Page, day: string) => page.locator(`[data-hours="${day}"]`);

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = (await locator.boundingBox()) as { x: number; y: number; width: number; height: number };
  return { x: box.x + box.width / 2, y: box.y + Math.min(6, box.height / 2) };
}

/** By the mouse, in steps, as a hand does. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

describe('hours', () => {
  it('K-08 drags a thing by quarters, to another day, to the whole day and back', async () => {
    const page = await gallery.open('hours');
    const from = await middle(thing(page, 'a'));
    await drag(page, from, { x: from.x, y: from.y + 3 * quarter });
    await said(page).toBe('2026-10-20 10:45 60');
    const next = await middle(column(page, '2026-10-21'));
    await drag(page, await middle(thing(page, 'a')), { x: next.x, y: (await middle(thing(page, 'a'))).y });
    await said(page).toBe('2026-10-21 10:45 60');
    await drag(page, await middle(thing(page, 'a')), await middle(page.locator('[data-whole="2026-10-22"]')));
    await said(page).toBe('2026-10-22 весь день 60');
    const target = await column(page, '2026-10-22').boundingBox();
    const y = (await middle(thing(page, 'b'))).y;
    await drag(page, await middle(thing(page, 'w')), { x: (target?.x ?? 0) + 40, y });
    await said(page).toMatch(/^2026-10-22 \d\d:\d\d 30$/);
  });

  it('K-08 draws the lower edge, gives up by Esc, leaves what is fixed, and makes new on free room', async () => {
    const page = await gallery.open('hours');
    const edge = await middle(thing(page, 'b').locator('[data-edge]'));
    await drag(page, edge, { x: edge.x, y: edge.y + 2 * quarter });
    await said(page).toBe('2026-10-20 10:30 90');
    const b = await middle(thing(page, 'b'));
    await page.mouse.move(b.x, b.y);
    await page.mouse.down();
    await page.mouse.move(b.x, b.y + 60, { steps: 5 });
    await page.locator('[data-draft]').waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.locator('[data-draft]').waitFor({ state: 'detached' });
    await said(page).toBe('2026-10-20 10:30 90');
    const fixed = await middle(thing(page, 'd'));
    await drag(page, fixed, { x: fixed.x, y: fixed.y + 48 });
    await said(page).toBe('2026-10-20 10:30 90');
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ top: 34 * 12 }));
    const free = await middle(thing(page, 'c'));
    const top = free.y + 8 * quarter;
    await drag(page, { x: free.x, y: top }, { x: free.x, y: top + 4 * quarter });
    await said(page).toMatch(/^новое 2026-10-21 14:00 (60|75)$/);
  });

  it('K-08 goes by keys: walks, moves, resizes, fixes the hour, also on the Russian layout; many presses are one move', async () => {
    const page = await gallery.open('hours');
    const grid = page.getByRole('grid');
    await thing(page, 'a').click();
    await said(page).toBe('открыто a');
    for (let n = 0; n < 4; n++) await page.keyboard.press('Alt+ArrowDown');
    await page.locator('[data-draft]').waitFor();
    await said(page).toBe('2026-10-20 11:00 60');
    await page.keyboard.press('Shift+ArrowDown');
    await said(page).toBe('2026-10-20 11:00 75');
    await page.keyboard.press('Alt+ArrowRight');
    await said(page).toBe('2026-10-21 11:00 75');
    await grid.dispatchEvent('keydown', { key: 'р', code: 'KeyH' });
    await said(page).toBe('2026-10-21 весь день 75');
    await page.keyboard.press('Enter');
    await said(page).toBe('открыто a');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await said(page).toBe('новое 2026-10-21 00:00 30');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await said(page).toBe('новое 2026-10-20 00:00 30');
    for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowLeft');
    await said(page).toBe('шаг -1');
  });

  it('K-08 draws a day of 25 hours: the hour that comes twice has two places, other days a hole', async () => {
    const page = await gallery.open('hours');
    expect((await column(page, '2026-10-25').boundingBox())?.height).toBe(100 * quarter);
    expect((await thing(page, 'n').boundingBox())?.height).toBe(8 * quarter - 1);
    expect(await column(page, '2026-10-24').getByTitle('такого часа нет').count()).toBe(1);
    expect(await column(page, '2026-10-25').getByTitle('такого часа нет').count()).toBe(0);
    await thing(page, 'n').click();
    await page.getByRole('grid').focus();
    for (let n = 0; n < 4; n++) await page.keyboard.press('Alt+ArrowDown');
    await said(page).toBe('2026-10-25 02:30 120');
    for (let n = 0; n < 4; n++) await page.keyboard.press('Alt+ArrowDown');
    await page.locator('[data-draft]').waitFor();
    await page.locator('[data-draft]').waitFor({ state: 'detached' });
    await said(page).toBe('2026-10-25 02:30 120');
    await expect.poll(async () => (await thing(page, 'n').boundingBox())?.y).toBeGreaterThan(0);
  });

  it('K-08 stays usable with three hundred things in a day: what has no room is counted by hour and opens the day', async () => {
    const page = await gallery.open('hours&many');
    await column(page, '2026-10-21').getByRole('button', { name: /^ещё/ }).first().click();
    await said(page).toBe('все 2026-10-21');
    await page.locator('[data-whole="2026-10-21"]').getByRole('button', { name: 'ещё 56' }).click();
    expect(await page.locator('[data-whole="2026-10-21"] [data-key]').count()).toBe(60);
    const first = column(page, '2026-10-21').locator('[data-key]').first();
    await first.scrollIntoViewIfNeeded();
    const began = Date.now();
    const from = await middle(first);
    await drag(page, from, { x: from.x, y: from.y + 4 * quarter });
    await said(page).toMatch(/^2026-10-21 \d\d:\d\d/);
    expect(Date.now() - began).toBeLessThan(3000);
  });

  it('R-07 has no fault of WCAG 2.2 AA', async () => {
    for (const [part, look] of [
      ['hours', {}],
      ['hours&many', { dark: true }],
      ['month', {}],
    ] as const) {
      const page = await gallery.open(part, look);
      expect(await violations(page, ['region', 'page-has-heading-one', 'landmark-one-main'])).toEqual([]);
    }
  });
});

describe('month', () => {
  it('K-08 drags between days and goes by keys', async () => {
    const page = await gallery.open('month');
    await drag(
      page,
      await middle(thing(page, 'a')),
      await middle(page.locator('[data-month-day="2026-10-07"]')),
    );
    await said(page).toBe('2026-10-07 10:00 60');
    await thing(page, 'a').click();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await said(page).toBe('2026-10-14 10:00 60');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await said(page).toBe('день 2026-10-14');
    await page.keyboard.press(' ');
    await said(page).toBe('все 2026-10-14');
    await page.locator('[data-month-day="2026-10-20"]').getByRole('button', { name: /дел$/ }).click();
    await said(page).toBe('все 2026-10-20');
  });
});
