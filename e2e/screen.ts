// How a person finds things on a screen: by their names, as they are read.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';

export const button = (scope: Page | Locator, name: string | RegExp) =>
  scope.getByRole('button', { name, exact: typeof name === 'string' });
export const field = (scope: Page | Locator, name: string | RegExp) =>
  scope.getByRole('textbox', { name, exact: typeof name === 'string' });
export const card = (page: Page, name?: string | RegExp) =>
  page.getByRole('dialog', name === undefined ? {} : { name }).last();
/** Rows of a list that are drawn; the head and the row of searches are none. */
export const rows = (page: Page) => page.locator('[role=row][data-index]:not([data-loading])');
export const rowWith = (page: Page, text: string | RegExp) => rows(page).filter({ hasText: text });
export const grid = (page: Page) => page.getByRole('grid');
export const head = (page: Page, title: string) =>
  page.getByRole('columnheader').filter({ hasText: title }).first();
export const search = (page: Page, title: string) => field(page, `Поиск: ${title}`);
/** Under a list: how many there are. */
export const foot = (page: Page) => page.locator('main footer').last();
export const toast = (page: Page, text: string | RegExp) =>
  page.locator('.undo-note').filter({ hasText: text });

/** A cell by its row and the column's title, wherever the person has put the column. */
export async function cell(page: Page, row: Locator, title: string): Promise<Locator> {
  const at = await head(page, title).getAttribute('aria-colindex');
  return row.locator(`[role=gridcell][aria-colindex="${at}"]`);
}

/** Texts of a column from top to bottom, as far as rows are drawn. */
export async function column(page: Page, title: string): Promise<string[]> {
  const at = await head(page, title).getAttribute('aria-colindex');
  const drawn = await rows(page).evaluateAll(
    (all, index) =>
      all
        .map((row) => ({
          index: Number((row as HTMLElement).dataset.index),
          text: row.querySelector(`[aria-colindex="${index}"]`)?.textContent ?? '',
        }))
        .sort((a, b) => a.index - b.index)
        .map(({ text }) => text),
    at,
  );
  return drawn;
}

/** Types into a field that picks from a directory and takes what is found. */
export async function pick(scope: Page | Locator, name: string | RegExp, text: string): Promise<void> {
  const input = field(scope, name);
  await input.fill(text);
  const page = 'keyboard' in scope ? scope : scope.page();
  await page.getByRole('option', { name: text }).first().click();
}

/** A table as it is chosen on the disk; its bytes are handed over, since a browser without a language cannot read every path. */
export const tableFile = (path: string) => ({
  name: basename(path),
  mimeType: 'text/csv',
  buffer: readFileSync(path),
});
