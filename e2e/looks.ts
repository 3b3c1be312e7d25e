// Every screen of one language, light and dark, on a desk and in a hand: no fault of WCAG 2.2 AA, and a picture to look at.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { rows, tableFile } from './screen.ts';
import { type Look, openStage, type Person, type Stage } from './stage.ts';

const root = join(import.meta.dirname, '..');
const customers = join(root, '../shared/data/sales/northwind/customers.csv');
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Pictures of the README are taken anew only when asked for. */
const takesPictures = process.env.VORONKA_PICTURES === '1';

const desk = { width: 1440, height: 900 };
const hand = { width: 390, height: 844 };

type Screen = { name: string; path: string; shown(page: Page): Promise<unknown> };

const list = (page: Page) => rows(page).first().waitFor();
const window_ = (page: Page) => page.getByRole('dialog').getByRole('textbox').first().waitFor();
const heading = (page: Page) => page.locator('main h1, main h2').first().waitFor();

/** Screens of somebody who has come in; the import goes on from one to the next. */
const screens: Screen[] = [
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

async function tiled(page: Page): Promise<void> {
  await page.getByRole('dialog').nth(2).waitFor();
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

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeAnswer> } };
    const { violations: found } = await axe.run({ runOnly });
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
    );
  }, tags);
}

type AxeAnswer = { violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] };

function picture(name: string): string {
  const folder = join(root, '.cache/screens');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}

async function inspect(person: Person, screen: Screen, look: string): Promise<string[]> {
  const { page } = person;
  if (screen.path) await person.opens(screen.path);
  await screen.shown(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: picture(`${screen.name}-${look}`) });
  return (await violations(page)).map((fault) => `${screen.name} ${look}: ${fault}`);
}

const looks: [string, 'ru' | 'en', Look][] = [
  ['ru-light-desk', 'ru', desk],
  ['ru-dark-hand', 'ru', { ...hand, dark: true }],
  ['en-dark-desk', 'en', { ...desk, dark: true }],
  ['en-light-hand', 'en', hand],
];

/** A new house speaks the language of the browser. */
const welcome = { ru: 'Добро пожаловать в Воронку', en: 'Welcome to Voronka' };

/** The languages are two files of journeys, which run beside each other. */
export function describeLooks(locale: 'ru' | 'en'): void {
  let stage: Stage;
  let vera: Person;
  const ours = looks.filter(([, of]) => of === locale);

  beforeAll(async () => {
    stage = await openStage({ locale });
  });
  afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
  afterAll(() => stage.close());

  test.each(ours)('R-07: the first page, %s', async (name, _, look) => {
    const stranger = await stage.stranger(look);
    const setUp: Screen = {
      name: 'set-up',
      path: '/',
      shown: (page) => page.getByRole('heading', { name: welcome[locale] }).waitFor(),
    };
    expect(await inspect(stranger, setUp, name)).toEqual([]);
    await stranger.context.close();
  });

  describe.each(ours)('%s', (name, _, look) => {
    beforeAll(async () => {
      if (vera) {
        const again = await stage.stranger(look);
        await again.calls('people.signIn', { email: vera.email, password: vera.password });
        vera = again;
        return;
      }
      vera = await stage.person(look);
      await vera.calls('demo.fill', {});
    });

    test.each(screens)('R-07: $name', async (screen) => {
      expect(await inspect(vera, screen, name)).toEqual([]);
    });
  });

  test.each(ours)('R-07: the door and the invitation, %s', async (name, _, look) => {
    const stranger = await stage.stranger(look);
    const door: Screen = {
      name: 'sign-in',
      path: '/',
      shown: (page) => page.getByRole('textbox').first().waitFor(),
    };
    expect.soft(await inspect(stranger, door, name)).toEqual([]);
    const roleId = (await vera.asks('people.roles', {})).rows.at(-1)?.id ?? 0;
    const { invitation } = await vera.calls('people.create', {
      name: 'Новый',
      email: `${name}@example.com`,
      roleId,
    });
    const invited = { ...door, name: 'invitation', path: `/invitation/${invitation}` };
    invited.shown = (page) => page.getByRole('heading').first().waitFor();
    expect.soft(await inspect(stranger, invited, name)).toEqual([]);
    await stranger.context.close();
  });

  if (takesPictures)
    test('the pictures of the README', async () => {
      const folder = join(root, 'docs/pictures');
      mkdirSync(folder, { recursive: true });
      const take = async (look: Look, screen: string, file: string) => {
        const person = await stage.stranger(look);
        await person.calls('people.signIn', { email: vera.email, password: vera.password });
        for (const each of screens.filter(
          ({ name }) => name === screen || (screen === 'import-plan' && name === 'import-columns'),
        )) {
          if (each.path) await person.opens(each.path);
          await each.shown(person.page);
        }
        await person.page.evaluate(() => document.fonts.ready);
        await person.page.screenshot({ path: join(folder, file) });
        await person.context.close();
      };
      if (locale === 'en') return take({ ...desk, dark: true }, 'tasks', 'tasks-en-dark.png');
      await take(desk, 'tasks', 'tasks-ru.png');
      await take(desk, 'client-card', 'client-card-ru.png');
      await take(desk, 'import-plan', 'import-ru.png');
      await take(hand, 'tasks', 'phone-ru.png');
    });
}
