// Every number is a door: whoever looks, what a figure opens is as many rows as it says. Walked through under three roles.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { colleague } from '../colleague.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
const people = new Map<string, Person>();

/** All, those of a group, one's own. */
const roles = ['Администратор', 'Руководитель', 'Менеджер'];

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  const vera = await stage.person();
  await vera.calls('demo.fill', {});
  people.set('Администратор', vera);
  const { rows: managers } = await vera.asks('people.list', {});
  const { rows: known } = await vera.asks('people.roles', {});
  const groupId = managers.find((person) => person.groupId !== null)?.groupId ?? null;
  const newcomers: number[] = [];
  for (const name of roles.slice(1)) {
    const roleId = known.find((role) => role.name === name)?.id ?? 0;
    const email = `${roleId}@example.com`;
    const person = await colleague(stage, vera, { name: `${name} Новый`, email, roleId, groupId });
    people.set(name, person);
    newcomers.push(person.id);
  }
  await giveTasks(vera, [(await vera.asks('people.me', {})).person.id, ...newcomers]);
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

/** So that there is something to count where only one's own is seen: each gets every third of the tasks to come. */
async function giveTasks(vera: Person, managerIds: number[]): Promise<void> {
  for (const d of ['next30', 'today', 'overdue']) {
    const { rows } = await vera.asks('tasks.list', { d, 'f.open': 'yes', limit: '30' });
    for (const [at, managerId] of managerIds.entries()) {
      const ids = rows.map(({ id }) => id).filter((_, n) => n % managerIds.length === at);
      if (ids.length > 0) await vera.calls('tasks.changeMany', { chosen: { ids }, set: { managerId } });
    }
  }
}

const figure = (text: string | null) => Number((text ?? '').replace(/[^\d]/g, ''));

/** Figures of the calendar: some cells of each kind of line, and all the totals at the side. */
async function calendarFigures(page: Page): Promise<{ row: number; column: string; count: number }[]> {
  const cells = page.locator('main [role=row] [role=gridcell][data-column]');
  const all = await cells.evaluateAll((found) =>
    found.map((cell) => ({
      row: Number(cell.closest('[role=row]')?.getAttribute('aria-rowindex')),
      column: (cell as HTMLElement).dataset.column ?? '',
      count: Number((cell.textContent ?? '').replace(/[^\d]/g, '')),
    })),
  );
  const shown = all.filter(({ count }) => count > 0);
  return shown.filter((_, at) => at % Math.max(1, Math.ceil(shown.length / 14)) === 0);
}

/** What the figure opened: the list on the page, or the window of one manager's days. */
async function opened(page: Page): Promise<number> {
  const foot = page.locator('[role=dialog] footer, main footer').last();
  await expect.poll(() => foot.textContent()).toMatch(/\d+\s?задач/);
  return figure((await foot.textContent())?.match(/[\d\s]+задач/)?.[0] ?? '');
}

describe.each(roles)('%s', (role) => {
  test('Z-03 K-04: figures of the calendar open as many tasks', async () => {
    const { page, opens } = people.get(role) as Person;
    await opens('/calendar');
    await page.locator('[role=gridcell][data-shade]').first().waitFor();
    const figures = await calendarFigures(page);
    expect(figures.length).toBeGreaterThan(4);
    for (const { row, column, count } of figures) {
      await opens('/calendar');
      await page.locator('[role=gridcell][data-shade]').first().waitFor();
      await page.locator(`main [role=row][aria-rowindex="${row}"] [data-column="${column}"]`).dblclick();
      await page.waitForURL(/card=|\/tasks\?/);
      await expect.poll(() => opened(page), { message: `row ${row}, column ${column}` }).toBe(count);
    }
  });

  test('Z-03 J-04: figures of one’s own day open as many tasks', async () => {
    const person = people.get(role) as Person;
    await person.opens('/my-day');
    await person.page.locator('main h1').waitFor();
    const doors = person.page.locator('main a[href*="/tasks?"]').filter({ hasText: /\d/ });
    await doors.first().waitFor();
    const addresses = await doors.evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).href),
    );
    const texts = await doors.allTextContents();
    for (const [at, address] of addresses.entries()) {
      await person.opens(address);
      await expect.poll(() => opened(person.page), { message: address }).toBe(figure(texts[at] ?? null));
    }
  });

  test('Z-03 K-08: figures of one manager’s week and month open as many tasks', async () => {
    const person = people.get(role) as Person;
    const { page } = person;
    const managerId = (await person.asks('people.me', {})).person.id;
    for (const span of ['week', 'month']) {
      await person.opens(`/calendar/${managerId}?span=${span}`);
      const doors = page.getByRole('button', { name: /: \d+ задач/ });
      await doors.first().waitFor();
      for (const at of (await doors.all()).keys()) {
        if (at % 3 !== 0) continue;
        const name = await doors.nth(at).getAttribute('aria-label');
        await doors.nth(at).click();
        await expect
          .poll(() => opened(page), { message: name ?? '' })
          .toBe(figure(name?.split(':').at(-1) ?? null));
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    }
  });
});
