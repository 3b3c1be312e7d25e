// The journal by the keyboard: what is undone there leaves the reader where they were.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  await vera.calls('clients.create', { name: 'ООО «Альта»' });
  await vera.calls('clients.create', { name: 'ООО «Былое»' });
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

test('Z-01: after an undo by the keyboard the line has the focus, and Tab goes on from it', async () => {
  const { page } = vera;
  await vera.opens('/journal');
  const lines = page.locator('main li', { hasText: 'клиент' });
  const first = lines.first();
  await button(first, 'Отменить').press('Enter');
  const undone = page.locator('main li[data-undone]');
  await undone.waitFor();
  await expect.poll(() => undone.evaluate((line) => line === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  expect(await undone.evaluate((line) => line.contains(document.activeElement))).toBe(true);
});
