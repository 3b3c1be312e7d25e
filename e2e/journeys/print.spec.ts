// On paper: the calendar of all, the days of one, a client's card; each by its button, with its filter in words, page by page.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { rightsAtLevel } from '../../contract/kit/rights.ts';
import { colleague } from '../colleague.ts';
import { card } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;
let anna: number;
let clientId: number;
let today: string;

const managers = 60;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  today = (await vera.asks('people.me', {})).today;
  const { id: groupId } = await vera.calls('groups.create', { tree: 'managers', name: 'Отдел продаж' });
  const roleId = (await vera.asks('people.roles', {})).rows.at(-1)?.id ?? 0;
  anna = (await vera.calls('people.create', { name: 'Анна Белова', groupId, roleId })).id;
  for (let n = 1; n < managers; n++)
    await vera.calls('people.create', { name: `Менеджер ${String(n).padStart(2, '0')}`, groupId, roleId });
  clientId = (
    await vera.calls('clients.create', {
      name: 'ООО «Гранит»',
      phones: [{ value: '8 495 123-45-67', note: 'приёмная' }],
      inn: '7707083893',
      contactPersons: 'Пётр Сергеевич, директор',
    })
  ).id;
  const at = `${today}T09:00:00Z`;
  await vera.calls('tasks.create', {
    managerId: anna,
    clientId,
    description: 'Позвонить директору',
    at,
    hasTime: true,
    minutes: 90,
  });
  const { id } = await vera.calls('tasks.create', {
    managerId: anna,
    clientId,
    description: 'Отправить счёт',
    at,
    hasTime: false,
  });
  await vera.calls('tasks.complete', { id, results: 'Счёт оплачен' });
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

/** What a press of the printer's button opens. */
async function printed(): Promise<Page> {
  const opened = vera.context.waitForEvent('page');
  await vera.page.getByRole('link', { name: 'Печать' }).last().click();
  const paper = await opened;
  await paper.locator('table tbody tr').first().waitFor();
  return paper;
}

/** How many sheets it takes, and how large one is, in points. */
async function sheetsOf(paper: Page): Promise<{ count: number; wide: boolean }> {
  const text = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? [];
  return { count: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0, wide: Number(width) > Number(height) };
}

/** What the button gives: the same as a file that no browser drew. */
async function filed(paper: Page): Promise<string> {
  const address = await paper.getByRole('link', { name: 'PDF' }).getAttribute('href');
  const answer = await vera.context.request.get(`${stage.address}${address}`);
  return `${answer.headers()['content-type']} ${(await answer.body()).toString('latin1', 0, 5)}`;
}

/** The sheets of the preview. */
const shownSheets = (paper: Page) => paper.getByRole('region', { name: /^Лист \d+ из \d+$/ });

/** Sheets whose text does not end above their number. */
const overfull = (paper: Page) =>
  shownSheets(paper).evaluateAll(
    (sheets) =>
      sheets.filter((sheet) => {
        const foot = sheet.querySelector('footer')?.getBoundingClientRect().top ?? 0;
        return [...sheet.querySelectorAll('tr')].some((row) => row.getBoundingClientRect().bottom > foot);
      }).length,
  );

test('P-02: the preview shows the sheets that the paper gets, either way, with heads and numbers, a long text whole', async () => {
  const many = 450; // more than are measured at once
  for (let n = 0; n < many; n++)
    await vera.calls('tasks.create', {
      managerId: anna,
      description: 'Сверить остатки и согласовать отгрузку. '.repeat(1 + (n % 7)),
      at: `2031-03-01T${String(6 + (n % 12)).padStart(2, '0')}:00:00Z`,
      hasTime: true,
    });
  const lines = Array.from({ length: 2000 }, (_, n) => `строка ${n + 1}.`).join('\n');
  await vera.calls('tasks.create', { managerId: anna, description: lines, at: '2031-03-01T20:00:00Z' });
  await vera.opens('/print/tasks?d=2031-03-01..2031-03-02');
  const paper = vera.page;
  for (const [lies, wide] of [
    ['Книжная', false],
    ['Альбомная', true],
  ] as const) {
    await paper.getByText(lies).click();
    await expect.poll(() => paper.getByRole('button', { name: 'Печать' }).isEnabled()).toBe(true);
    const count = await shownSheets(paper).count();
    expect(count).toBeGreaterThan(6);
    expect(await sheetsOf(paper)).toEqual({ count, wide });
    expect(await shownSheets(paper).locator('thead').count()).toBe(count);
    expect(await shownSheets(paper).locator('footer').allTextContents()).toEqual(
      Array.from({ length: count }, (_, n) => `${n + 1} / ${count}`),
    );
    expect(await overfull(paper)).toBe(0);
    const numbers = await shownSheets(paper).locator('td:first-child').allTextContents();
    expect(new Set(numbers.filter((number) => number !== '')).size).toBe(many + 1);
    const said = (await shownSheets(paper).locator('td').allTextContents()).join('\n');
    expect(said.match(/строка \d+\./g)).toEqual(lines.split('\n'));
  }
});

test('P-02: on a phone a sheet is as wide as the screen, and nothing is beside it', async () => {
  await vera.page.setViewportSize({ width: 390, height: 844 });
  await vera.opens('/print/tasks?d=2031-03-01..2031-03-02');
  const sheet = await shownSheets(vera.page).first().boundingBox();
  expect(sheet?.width).toBeGreaterThan(350);
  expect(sheet?.width).toBeLessThanOrEqual(390);
  expect((sheet?.width ?? 0) / (sheet?.height ?? 1)).toBeCloseTo(297 / 210, 2);
  expect(await vera.page.locator('.print-page').evaluate((page) => page.scrollWidth)).toBe(390);
  await vera.page.setViewportSize({ width: 1440, height: 900 });
});

test('P-02: Esc closes the tab of the paper; of an address typed it leads to the list that it shows; ? helps', async () => {
  await vera.opens('/calendar?f.open=yes');
  const paper = await printed();
  const closed = paper.waitForEvent('close');
  await paper.keyboard.press('?');
  await paper.getByRole('complementary', { name: 'Справка' }).waitFor();
  await paper.keyboard.press('Escape');
  await paper.getByRole('complementary', { name: 'Справка' }).waitFor({ state: 'detached' });
  await Promise.all([closed, paper.keyboard.press('Escape').catch(() => 'gone before the key is up')]);
  await vera.opens('/print/tasks?d=2031-03-01..2031-03-02');
  await vera.page.getByRole('button', { name: 'Закрыть' }).click();
  await vera.page.waitForURL(/\/tasks\?d=2031-03-01\.\.2031-03-02/);
});

test('P-03: the calendar of all managers: groups, totals, the filter in words, sheets that lie and repeat their heads', async () => {
  await vera.opens('/calendar?f.open=yes');
  await vera.page.getByRole('rowheader', { name: 'Анна Белова' }).waitFor();
  const paper = await printed();
  expect(await paper.locator('caption').first().textContent()).toMatch(
    /^Северный ветер · Календарь · Ближайшие 30 дней: .* · Выполнение: незаконченные$/,
  );
  expect(await paper.locator('tr[data-group]').textContent()).toMatch(/^Отдел продаж1/);
  expect(await paper.locator('tbody tr').filter({ hasText: 'Анна Белова' }).textContent()).toMatch(
    /^Анна Белова1+$/,
  );
  expect(await paper.locator('tbody tr').last().textContent()).toMatch(/^Всего1/);
  const sheets = await sheetsOf(paper);
  expect(sheets.wide).toBe(true);
  expect(sheets.count).toBeGreaterThan(1);
  expect(sheets.count).toBeLessThan(5);
  expect(await shownSheets(paper).count()).toBe(sheets.count);
  expect(await shownSheets(paper).locator('thead').count()).toBe(sheets.count);
  expect(await filed(paper)).toBe('application/pdf %PDF-');
  await paper.emulateMedia({ media: 'print' });
  expect(await paper.getByRole('button', { name: 'Печать' }).isVisible()).toBe(false);
  await paper.close();
});

test('P-03: the week of one manager, day by day, as a list', async () => {
  await vera.opens(`/calendar/${anna}?span=week&d=${today}`);
  await vera.page.locator('[data-key]').first().waitFor();
  const paper = await printed();
  expect(await paper.locator('caption').textContent()).toMatch(/^Северный ветер · Анна Белова · \d/);
  expect(await paper.locator('tbody').count()).toBe(7);
  const row = paper.locator('tr').filter({ hasText: 'Позвонить директору' });
  expect(await row.textContent()).toMatch(/^12:00 · 1 ч 30 мин.*ООО «Гранит»\+7 495 123 45 67/);
  expect((await sheetsOf(paper)).wide).toBe(false);
  expect(await filed(paper)).toBe('application/pdf %PDF-');
  const kept = paper.waitForEvent('download');
  await paper.getByRole('link', { name: 'PDF' }).click();
  // not its name: where no locale is set a browser writes no Cyrillic into names of files
  expect(readFileSync(await (await kept).path()).toString('latin1', 0, 5)).toBe('%PDF-');
  await paper.close();
});

test('P-03 K-08: what lasts into a day of one manager stands on its paper too', async () => {
  const at = `${today}T09:00:00Z`;
  const fair = { managerId: anna, description: 'Выставка', at, hasTime: true, minutes: 50 * 60 };
  const { id } = await vera.calls('tasks.create', fair);
  const after = (days: number) => Temporal.PlainDate.from(today).add({ days });
  const row = vera.page.locator('.print-page tr').filter({ hasText: 'Выставка' }).first();
  await vera.opens(`/print/calendar/${anna}?span=day&d=${after(1)}`);
  await expect.poll(() => row.textContent()).toMatch(/^весь день/);
  await vera.opens(`/print/calendar/${anna}?span=day&d=${after(2)}`);
  await expect.poll(() => row.textContent()).toMatch(/^…–14:00/);
  await vera.calls('tasks.delete', { chosen: { ids: [id] } });
});

test('P-03 B-09: whoever may look at a colleague’s days and not take them out is told so beside the button', async () => {
  const all = rightsAtLevel('all');
  const rights = { ...all, tasks: { ...all.tasks, export: 'own' as const } };
  const oleg = await colleague(stage, vera, { name: 'Олег', email: 'oleg@example.com', rights });
  oleg.willBeRefused('manager.pdf');
  await oleg.opens(`/print/calendar/${anna}?span=week&d=${today}`);
  await oleg.page.getByRole('link', { name: 'PDF' }).click();
  await oleg.page.getByRole('alert').filter({ hasText: /прав/ }).waitFor();
  expect(new URL(oleg.page.url()).pathname).toBe(`/print/calendar/${anna}`);
  await oleg.context.close();
});

test('P-02 W-03: whoever lives in another zone has it said on paper whose hours these are', async () => {
  const { appearance } = await vera.asks('people.me', {});
  await vera.calls('people.changeAppearance', { ...appearance, timeZone: 'Asia/Vladivostok' });
  const caption = vera.page.locator('caption').first();
  await vera.opens(`/print/calendar/${anna}?span=week&d=${today}`);
  await expect.poll(() => caption.textContent()).toMatch(/ · часы по времени Europe\/Moscow$/);
  await vera.opens('/print/tasks?d=all');
  await expect.poll(() => caption.textContent()).toMatch(/ · часы по времени Asia\/Vladivostok$/);
  await vera.calls('people.changeAppearance', appearance);
  await vera.opens('/print/tasks?d=all');
  await expect.poll(() => caption.textContent()).not.toMatch(/часы по времени/);
});

test('P-03: a client’s card: what is filled in, its open tasks, and what was done', async () => {
  await vera.opens(`/clients?card=clients.${clientId}`);
  await card(vera.page, 'ООО «Гранит»').getByRole('link', { name: 'Печать' }).waitFor();
  const paper = await printed();
  await paper.getByText('Счёт оплачен').waitFor();
  const text = await paper.locator('.print-page').textContent();
  for (const said of [
    'ООО «Гранит»',
    '+7 495 123 45 67 (приёмная)',
    'ИНН7707083893',
    'Пётр Сергеевич, директор',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('IBAN');
  expect(text).toMatch(/Что предстоит.*Позвонить директору.*Что сделано.*Счёт оплачен/);
  expect(await sheetsOf(paper)).toEqual({ count: 1, wide: false });
  expect(await filed(paper)).toBe('application/pdf %PDF-');
  await paper.close();
});

test('P-03: a card that there is not is said in words', async () => {
  vera.willBeRefused('clients.get');
  await vera.opens('/print/clients/999999');
  await vera.page.getByRole('alert').waitFor();
});
