// The first steps of whoever sets up the house: opened from the rail, checked off by what was done, put away.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { button, card, field } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

const opener = () => vera.page.getByRole('navigation').getByRole('button', { name: /Первые шаги/ });
const sheet = () => vera.page.getByRole('dialog', { name: 'Первые шаги' });

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  await vera.opens('/tasks');
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

test('W-06: a step leads to where it is done and checks itself off', async () => {
  const { page } = vera;
  await expect.poll(() => opener().textContent()).toContain('0 из 6');
  await opener().click();
  await button(sheet(), /Поставить первую задачу/).click();
  await field(card(page, 'Новая задача'), 'Описание').fill('Позвонить в банк');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => opener().textContent()).toContain('1 из 6');
  await opener().click();
  await button(sheet(), /Поставить первую задачу\s*Сделано/).waitFor();
  await button(sheet(), /Позвать коллег/).click();
  await card(page, /менеджер/i).waitFor();
  await page.keyboard.press('Escape');
});

test('W-06: what is right as it stands is saved as it is, and its step is done', async () => {
  const { page } = vera;
  await opener().click();
  await button(sheet(), /Задать рабочее время/).click();
  await button(page, 'Сохранить часы').click();
  await page.getByText('Рабочие часы сохранены как есть').waitFor();
  await expect.poll(() => opener().textContent()).toContain('2 из 6');
  await expect.poll(() => button(page, 'Сохранить часы').isDisabled()).toBe(true);
  await opener().click();
  await button(sheet(), /Настроить фирму/).click();
  await button(page.locator('#firm'), 'Сохранить').click();
  await expect.poll(() => opener().textContent()).toContain('3 из 6');
  await vera.opens('/tasks');
});

test('W-06: they are put away for good, and the palette brings them back', async () => {
  const { page } = vera;
  await opener().click();
  await button(sheet(), 'Больше не показывать').click();
  await expect.poll(() => opener().count()).toBe(0);
  await page.reload();
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Поиск по всему' }).fill('>первые');
  await page.getByRole('option', { name: 'Первые шаги' }).waitFor();
  await page.keyboard.press('Enter');
  await sheet().waitFor();
  expect(await opener().count()).toBe(0);
});
