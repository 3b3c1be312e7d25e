// The screens to look at: where each is, and when it stands.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { rows, tableFile } from './screen.ts';

const customers = join(import.meta.dirname, '../../shared/data/sales/northwind/customers.csv');

export type Screen = { name: string; path: string; shown(page: Page): Promise<unknown> };

const list = (page: Page) => rows(page).first().waitFor();
const window_ = (page: Page) => page.getByRole('dialog').getByRole('textbox').first().waitFor();
const heading = (page: Page) => page.locator('main h1, main h2').first().waitFor();

/** Screens of somebody who has come in; the import goes on from one to the next. */
export const screens: Screen[] = [
  { name: 'tasks', path: '/tasks?d=week', shown: list },
  { name: 'tasks-selected', path: '/tasks?d=week', shown: selectSome },
  {
    name: 'tasks-none',
    path: '/tasks?d=all&s.description=zzzz',
    shown: (page) => page.getByRole('button', { name: /^(Показать все|Show all)$/ }).waitFor(),
  },
  {
    name: 'my-day',
    path: '/my-day',
    shown: (page) => page.locator('main section, main p').first().waitFor(),
  },
  { name: 'help', path: '/calendar', shown: help },
  { name: 'task-card', path: '/tasks?d=week&card=tasks.7', shown: window_ },
  { name: 'task-repeat', path: '/tasks?d=week&card=tasks.9', shown: repeating },
  { name: 'task-completing', path: '/tasks?d=week&card=tasks.7', shown: completing },
  { name: 'reminders', path: '/tasks?d=week', shown: bell },
  { name: 'calendar', path: '/calendar', shown: calendar },
  { name: 'calendar-load', path: '/calendar?by=load', shown: calendar },
  { name: 'hours-day', path: '/calendar/2?span=day', shown: hours },
  { name: 'hours-week', path: '/calendar/2?span=week', shown: hours },
  { name: 'hours-month', path: '/calendar/2?span=month', shown: hours },
  { name: 'manager-day', path: '/calendar', shown: managerDay },
  { name: 'clients', path: '/clients', shown: list },
  { name: 'client-card', path: '/clients?card=clients.7', shown: window_ },
  { name: 'client-history', path: '/clients?card=clients.7', shown: (page) => lastTab(page) },
  { name: 'client-merge', path: '/clients', shown: merging },
  { name: 'task-types', path: '/directories/taskTypes', shown: list },
  { name: 'task-states', path: '/directories/taskStates', shown: list },
  { name: 'people', path: '/people', shown: list },
  { name: 'person', path: '/people', shown: person },
  {
    name: 'roles',
    path: '/people?tab=roles',
    shown: (page) => page.locator('main').getByRole('button').first().waitFor(),
  },
  {
    name: 'import-start',
    path: '/import',
    shown: (page) => page.locator('input[type=file]').waitFor({ state: 'attached' }),
  },
  { name: 'import-columns', path: '/import', shown: columnsOfImport },
  { name: 'import-plan', path: '', shown: planOfImport },
  {
    name: 'journal',
    path: '/journal',
    shown: (page) =>
      page
        .locator('main')
        .getByText(/\d\d:\d\d/)
        .first()
        .waitFor(),
  },
  { name: 'settings', path: '/settings', shown: heading },
  { name: 'settings-background', path: '/settings#background', shown: heading },
  { name: 'first-steps', path: '/tasks?d=week', shown: firstSteps },
  { name: 'windows', path: '/clients?card=clients.7,tasks.9,clients.8', shown: tiled },
  { name: 'palette', path: '/tasks?d=week', shown: palette },
  { name: 'print-calendar', path: '/print/calendar', shown: printed },
  { name: 'print-manager', path: '/print/calendar/2?span=week', shown: printed },
  { name: 'print-client', path: '/print/clients/7', shown: printed },
  {
    name: 'print',
    path: '/print/tasks?d=today',
    shown: printed,
  },
];

async function completing(page: Page): Promise<void> {
  await window_(page);
  await page.getByRole('button', { name: /^(Выполнить|Complete)$/ }).click();
  await page.getByRole('checkbox', { name: /^(Поставить следующую|Set the next)/ }).check();
}

async function repeating(page: Page): Promise<void> {
  await window_(page);
  await page.getByRole('combobox', { name: /^(Повтор|Repeat)$/ }).selectOption('MONTHLY');
}

async function bell(page: Page): Promise<void> {
  await list(page);
  await page.getByRole('button', { name: /^(Напоминания|Reminders)/ }).click();
  await page.getByRole('heading', { name: /^(Напоминания|Reminders)$/ }).waitFor();
}

function calendar(page: Page): Promise<void> {
  return page.locator('[role=gridcell][data-shade]').first().waitFor();
}

async function help(page: Page): Promise<void> {
  await calendar(page);
  await page.keyboard.press('F1');
  await page
    .getByRole('complementary', { name: /^(Справка|Help)$/ })
    .locator('p')
    .first()
    .waitFor();
}

/** On a phone the palette is the way to them. */
async function firstSteps(page: Page): Promise<void> {
  await list(page);
  await page.locator('.search-everything').click();
  await page
    .getByRole('combobox')
    .fill(/^ru/.test(await page.evaluate(() => navigator.language)) ? '>первые' : '>first');
  await page.getByRole('option').first().click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
}

/** A phone shows the one in front. */
async function tiled(page: Page): Promise<void> {
  const isPhone = (page.viewportSize()?.width ?? 0) < 641;
  await page
    .getByRole('dialog')
    .nth(isPhone ? 0 : 2)
    .waitFor();
  const tile = page.getByRole('button', { name: /^(Разложить окна рядом|Tile the windows)$/ });
  if (await tile.isVisible()) await tile.click();
}

async function palette(page: Page): Promise<void> {
  await list(page);
  await page.locator('.search-everything').click();
  await page.getByRole('combobox').fill('сер');
  await page.getByRole('option').nth(3).waitFor();
}

function printed(page: Page): Promise<void> {
  return page.locator('table tbody tr').first().waitFor();
}

function hours(page: Page): Promise<void> {
  return page.getByRole('grid').getByRole('button').first().waitFor();
}

async function managerDay(page: Page): Promise<void> {
  await calendar(page);
  await page.locator('[role=gridcell][data-shade]').nth(3).dblclick();
  await page.getByRole('dialog').locator('[role=row][data-index]').first().waitFor();
}

async function person(page: Page): Promise<void> {
  await list(page);
  await rows(page).nth(2).dblclick();
  await page.getByRole('dialog').getByRole('textbox').nth(5).waitFor();
}

async function selectSome(page: Page): Promise<void> {
  await list(page);
  for (const at of [1, 2, 4])
    await page.locator(`[role=row][data-index="${at}"] [aria-colindex="1"]`).click();
}

async function merging(page: Page): Promise<void> {
  await list(page);
  for (const at of [1, 2]) await page.locator(`[role=row][data-index="${at}"] [aria-colindex="1"]`).click();
  await page.getByRole('button', { name: /^(Объединить клиентов|Merge clients)$/ }).click();
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
}

async function lastTab(page: Page): Promise<void> {
  await window_(page);
  await page.getByRole('dialog').getByRole('tab').last().click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
}

async function columnsOfImport(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(tableFile(customers));
  await page.locator('main table').waitFor();
}

async function planOfImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Проверить|Check)$/ }).click();
  await page.locator('main').getByRole('tab').first().waitFor();
  await page.locator('main table tbody tr').first().waitFor();
}
