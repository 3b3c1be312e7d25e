/** The tree, the window, the fields and the whole gallery's accessibility, in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Gallery, openGallery, violations } from './gallery-page.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery(inject('gallery'));
}, 60_000);
afterAll(() => gallery.close());

const row = (page: Page, name: string) => page.getByRole('treeitem').filter({ hasText: name });
const outline = (page: Page) => page.getByTestId('tree-state').textContent();
const spoken = (page: Page) => page.getByRole('status').textContent();

describe('tree', () => {
  it('D-03 puts a branch beside its target, or into it, by the mouse', async () => {
    const page = await gallery.open('tree');
    await row(page, 'Электрика').dragTo(row(page, 'Покупатели'));
    expect(await outline(page)).toBe('1(2(3 4)) 6(7 8) 5 9');
    await page.getByText('Внутрь').click();
    await row(page, 'Покупатели').dragTo(row(page, 'Пустая группа'));
    expect(await outline(page)).toBe('1(2(3 4)) 5 9(6(7 8))');
    await row(page, 'Пустая группа').dragTo(row(page, 'Все группы'));
    expect(await outline(page)).toBe('1(2(3 4)) 5 9(6(7 8))');
  });

  it('D-03 says why a move below the third level is refused', async () => {
    const page = await gallery.open('tree');
    await page.getByText('Внутрь').click();
    await row(page, 'Покупатели').dragTo(row(page, 'Металл'));
    expect(await outline(page)).toBe('1(2(3 4) 5) 6(7 8) 9');
    expect(await spoken(page)).toContain('глубже трёх уровней');
  });

  it('D-03 moves by keyboard: Ctrl+X takes, Enter puts, Esc lets go', async () => {
    const page = await gallery.open('tree');
    await row(page, 'Розница').click();
    await page.keyboard.press('Control+x');
    expect(await spoken(page)).toContain('взята');
    await page.keyboard.press('Escape');
    expect(await spoken(page)).toContain('осталась');
    await page.keyboard.press('Control+x');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Поставщики');
    await page.keyboard.press('Enter');
    expect(await outline(page)).toBe('1(2(3 4) 5) 8 6(7) 9');
  });

  it('D-02 opens and closes everything, renames by F2', async () => {
    const page = await gallery.open('tree');
    await row(page, 'Металл').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('Чёрный металл');
    await page.keyboard.press('Enter');
    await row(page, 'Чёрный металл').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('treeitem');
    await page.keyboard.press('-');
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(4);
    await page.getByRole('button', { name: 'Раскрыть всё' }).click();
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(10);
  });
});

describe('window', () => {
  const box = async (page: Page) => page.getByRole('dialog').boundingBox();

  async function drag(page: Page, from: [number, number], by: [number, number]) {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(from[0] + by[0], from[1] + by[1], { steps: 4 });
    await page.mouse.up();
  }

  it('W-01 is moved and resized by the mouse and stays on the screen', async () => {
    const page = await gallery.open('window');
    const first = await box(page);
    if (!first) throw new Error('no window');
    await drag(page, [first.x + 400, first.y + 20], [-120, 40]);
    expect(await box(page)).toMatchObject({ x: first.x - 120, y: first.y + 40, width: first.width });
    const moved = await box(page);
    if (!moved) throw new Error('no window');
    await drag(page, [moved.x + moved.width, moved.y + moved.height], [60, -50]);
    expect(await box(page)).toMatchObject({ width: first.width + 60, height: first.height - 50 });
    await drag(page, [moved.x + 400, moved.y + 20], [4000, 4000]);
    const last = await box(page);
    expect(last && last.x + last.width).toBe(1440);
    expect(last && last.y + last.height).toBe(900);
  });

  it('W-01 is moved, resized, walked, saved and closed by keyboard', async () => {
    const page = await gallery.open('window');
    const first = await box(page);
    await page.getByRole('heading', { level: 2 }).focus();
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+Shift+ArrowRight');
    expect(await box(page)).toMatchObject({ x: (first?.x ?? 0) - 24, width: (first?.width ?? 0) + 24 });
    await page.getByLabel('Клиент').focus();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toContain('125');
    await page.keyboard.press('Control+Enter');
    expect(await page.getByTestId('said').textContent()).toBe('сохранена 125');
    for (let step = 0; step < 14; step++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Открыть карточку' }).click();
    await page.getByLabel('Клиент').focus();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Открыть карточку');
  });

  it('W-01 fills the screen of a phone', async () => {
    const page = await gallery.open('window', { width: 390, height: 844 });
    expect(await box(page)).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  });
});

describe('fields', () => {
  it('T-01 takes a date as people say it and goes by days with the arrows', async () => {
    const page = await gallery.open('fields');
    const due = page.getByLabel('Срок', { exact: true });
    await due.fill('завтра 14:30');
    await due.press('Enter');
    expect(await due.inputValue()).toMatch(/24 нояб\. 14:30/);
    await due.press('ArrowUp');
    expect(await due.inputValue()).toMatch(/25 нояб\. 14:30/);
    await due.fill('когда-нибудь');
    expect(await page.getByText('Это не похоже на дату').isVisible()).toBe(true);
    await due.press('Escape');
    expect(await due.inputValue()).toMatch(/25 нояб\./);
    await page.getByRole('button', { name: 'Открыть календарь' }).first().click();
    await page.getByRole('button', { name: '30 ноября 2026' }).click();
    expect(await due.inputValue()).toMatch(/30 нояб\. 14:30/);
  });

  it('T-08 picks records by search and removes them with Backspace', async () => {
    const page = await gallery.open('fields');
    const many = page.getByRole('textbox', { name: 'Клиенты и группы' });
    await many.click();
    await page.keyboard.type('ёлк');
    await page.getByRole('option', { name: /Ёлкин/ }).waitFor();
    await expect.poll(() => page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByText('ИП Ёлкин').first().isVisible()).toBe(true);
    await page.keyboard.press('Backspace');
    await expect.poll(() => page.getByRole('button', { name: 'Убрать «ИП Ёлкин»' }).count()).toBe(0);
  });
});

describe('accessibility', () => {
  const looks = [{ dark: false }, { dark: true }, { width: 390, height: 844 }];
  const parts = ['grid', 'tree', 'window', 'fields', 'states'];
  it.each(parts.flatMap((part) => looks.map((look) => ({ part, look }))))(
    'R-07 $part has no violations, $look',
    async ({ part, look }) => {
      const page = await gallery.open(part, look);
      await page.waitForTimeout(300);
      expect(await violations(page)).toEqual([]);
    },
  );

  it('R-07 has none in open pop-ups either', async () => {
    // Pop-ups hang on the body, outside the landmarks, so that nothing cuts them.
    const page = await gallery.open('fields');
    await page.getByRole('button', { name: 'Открыть календарь' }).first().click();
    await page.getByRole('button', { name: '30 ноября 2026' }).waitFor();
    expect(await violations(page, ['region'])).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Клиент', exact: true }).click();
    await page.getByRole('option').first().waitFor();
    expect(await violations(page, ['region'])).toEqual([]);
    await page.getByRole('button', { name: /Интервал/ }).click();
    await page.getByRole('button', { name: 'Просрочено' }).waitFor();
    expect(await violations(page, ['region'])).toEqual([]);
  });
});
