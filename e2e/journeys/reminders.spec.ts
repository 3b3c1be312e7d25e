// Somebody's tasks come again by themselves, and make themselves heard.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { formatFor } from '../../contract/text/format.ts';
import { button, card, cell, field, rowWith, toast } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  await vera.opens('/tasks?d=all');
  await vera.page.getByText('Здесь будут задачи').waitFor();
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

const bell = () => vera.page.getByRole('button', { name: /^Напоминания/ });
const soon = (seconds: number) => Temporal.Now.instant().add({ seconds }).toString();
/** A reminder is told within half a minute. */
const told = { timeout: 50_000 };

test('T-10: a task that repeats is done, the next is there, one undo takes both back, a redo brings both', async () => {
  const { page } = vera;
  await page.keyboard.press('c');
  const task = card(page, 'Новая задача');
  await field(task, 'Описание').fill('Сверка с бухгалтерией');
  await field(task, 'Когда').fill('01.03.2032 10:00');
  await field(task, 'Срок').fill('02.03.2032 18:00');
  await task.getByRole('combobox', { name: 'Повтор' }).selectOption('каждую неделю');
  await task.getByText('каждую неделю: пн').waitFor();
  await task.getByText('чт', { exact: true }).click();
  await task.getByText('каждую неделю: пн, чт').waitFor();
  await page.keyboard.press('Control+Enter');
  const rows = () => rowWith(page, 'Сверка с бухгалтерией');
  await rows().first().waitFor();
  await rows().getByText('Повторяется: каждую неделю: пн, чт').waitFor({ state: 'attached' });
  await rows().first().dblclick();
  await button(card(page), 'Выполнить').click();
  const closing = card(page, /Выполнить задачу/);
  await closing.getByText('Следующая появится сама').waitFor();
  await field(closing, 'Результаты').fill('Сошлось');
  await page.keyboard.press('Control+Enter');
  await toast(page, 'следующая — чт 4').or(toast(page, 'следующая — 4 мар')).waitFor();
  await expect.poll(() => rows().count()).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => rows().count()).toBe(1);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => rows().count()).toBe(2);
});

test('T-10: the card says which months and years a rule leaves out', async () => {
  const { page } = vera;
  await page.keyboard.press('c');
  const task = card(page, 'Новая задача');
  const rule = task.getByRole('combobox', { name: 'Повтор' });
  await field(task, 'Когда').fill('29.02.2032');
  await page.keyboard.press('Tab');
  await rule.selectOption('каждый год');
  await task.getByText('каждый год 29 февр., только в високосные годы').waitFor();
  await rule.selectOption('каждый месяц');
  await task.getByText('каждый месяц 29-го числа, кроме месяцев, где его нет').waitFor();
  await task.getByRole('combobox', { name: 'Число' }).selectOption('28');
  await task.getByText(/каждый месяц 28-го числа$/).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

test('T-10 W-03: who lives by another clock than the firm is told whose days a rule names', async () => {
  const { page } = vera;
  const { appearance } = await vera.asks('people.me', {});
  const monday = { at: '2032-03-01T20:30:00Z', hasTime: true, repeat: 'FREQ=WEEKLY' };
  const { id } = await vera.calls('tasks.create', { description: 'Ночная сверка', ...monday });
  await vera.calls('people.changeAppearance', { ...appearance, timeZone: 'Asia/Almaty' });
  await vera.opens(`/tasks?d=all&card=tasks.${id}`);
  await expect.poll(() => field(card(page), 'Когда').inputValue()).toContain('2 мар');
  await card(page).getByText('каждую неделю: пн, по часам фирмы').waitFor();
  await vera.calls('people.changeAppearance', appearance);
  await vera.opens(`/tasks?d=all&card=tasks.${id}`);
  await card(page)
    .getByText(/^каждую неделю: пн$/)
    .waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page).count()).toBe(0);
  await vera.calls('tasks.delete', { chosen: { ids: [id] } });
});

test('T-10: the last of a series is cancelled, and it comes no more', async () => {
  const { page } = vera;
  const open = rowWith(page, 'Сверка с бухгалтерией').filter({ hasText: 'поставлена' });
  await open.dblclick();
  await button(card(page), 'Отменить задачу').click();
  const closing = card(page, /Отменить задачу/);
  await field(closing, /Почему/).fill('Новый бухгалтер');
  await closing.getByRole('radio', { name: 'Отменить и больше не повторять' }).check();
  await page.keyboard.press('Control+Enter');
  await toast(page, 'Отменена задача').waitFor();
  await expect.poll(() => open.count()).toBe(0);
});

test('T-10: while one task is completed the next is set on a day of work, by the keyboard alone', async () => {
  const { page } = vera;
  const me = await vera.asks('people.me', {});
  const day = (n: number) => Temporal.PlainDate.from(me.today).add({ days: n }).toString();
  const away = { personId: me.person.id, kind: 'vacation', from: day(1), to: day(9) } as const;
  const { id: absence } = await vera.calls('calendar.addAbsence', { ...away, note: '' });
  await vera.calls('tasks.create', { description: 'Показать образцы', at: soon(86_400), hasTime: true });
  await rowWith(page, 'Показать образцы').dblclick();
  await button(card(page), 'Выполнить').press('Enter');
  const closing = card(page, /Выполнить задачу/);
  await closing.getByRole('checkbox', { name: 'Поставить следующую задачу' }).press('Space');
  const { days } = await vera.asks('calendar.manager', {
    d: `${day(10)}..${day(20)}`,
    'f.manager': String(me.person.id),
  });
  const working = days.find(({ hours }) => hours !== null)?.day ?? '';
  const ru = formatFor('ru', me.firm.timeZone, { yesterday: '', today: '', tomorrow: '' });
  const [shown] = /\d+ [а-я]+/.exec(ru.day(working)) ?? [''];
  await expect.poll(() => field(closing, 'Когда').inputValue()).toContain(shown);
  await field(closing, 'Описание').fill('Отправить договор');
  await page.keyboard.press('Control+Enter');
  await toast(page, 'поставлена №').waitFor();
  const set = rowWith(page, 'Отправить договор');
  expect(await (await cell(page, set, 'Когда')).textContent()).toContain(shown);
  await vera.calls('calendar.deleteAbsence', { id: absence });
  await button(toast(page, 'поставлена №'), 'Отменить').click();
  await rowWith(page, 'Отправить договор').waitFor({ state: 'hidden' });
});

test('T-11: a reminder comes while one looks, is put off, comes back, and opens its task', async () => {
  const { page } = vera;
  const { id } = await vera.calls('tasks.create', {
    description: 'Перезвонить в «Гранит»',
    at: soon(3),
    hasTime: true,
    remind: 0,
  });
  const note = page.getByRole('status').filter({ hasText: 'Перезвонить в «Гранит»' });
  await note.waitFor(told);
  await page.getByRole('button', { name: 'Напоминания, непрочитанных: 1' }).waitFor();
  await button(note, /^Отложить/).click();
  await page.getByRole('menuitem', { name: 'На 10 минут' }).click();
  await note.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Напоминания', exact: true }).waitFor();
  // Ten minutes are too long for a test: the same is put off until a moment from now.
  const { rows: none } = await vera.asks('reminders.list', {});
  expect(none).toEqual([]);
  await vera.calls('reminders.snooze', { id: 1, until: soon(2) });
  await note.waitFor(told);
  await page.keyboard.press('Alt+b');
  const list = page.getByRole('dialog', { name: 'Напоминания' });
  await expect.poll(() => list.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await card(page, `Задача № ${id}`).waitFor();
  await note.waitFor({ state: 'hidden' });
  await expect.poll(() => bell().getAttribute('aria-label')).toBe('Напоминания');
  await page.keyboard.press('Escape');
});

test('T-11 T-09: reminders that nobody takes become one toast, and leave room for the undo of what is done', async () => {
  const { page } = vera;
  const remind = (description: string) =>
    vera.calls('tasks.create', { description, at: soon(1), hasTime: true, remind: 0 });
  const note = (text: string) => page.getByRole('status').filter({ hasText: text });
  for (const name of ['Раз', 'Два']) await remind(`${name}, без ответа`);
  await note('Раз, без ответа').waitFor(told);
  await note('Два, без ответа').waitFor(told);
  for (const name of ['Три', 'Четыре']) await remind(`${name}, без ответа`);
  const all = note('Непрочитанных напоминаний: 4');
  await all.waitFor(told);
  await note('без ответа').first().waitFor({ state: 'hidden' });
  await rowWith(page, 'Раз, без ответа').click();
  await page.keyboard.press('Delete');
  await button(toast(page, 'Удалена 1 задача'), 'Отменить').waitFor();
  await button(all, 'Показать').click();
  const later = button(page.getByRole('dialog', { name: 'Напоминания' }), /^Отложить: Два/);
  await later.press('Enter');
  const isInMenu = () => page.evaluate(() => Boolean(document.activeElement?.closest('[role=menu]')));
  await expect.poll(isInMenu).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem').first().waitFor({ state: 'hidden' });
  expect(await later.isVisible()).toBe(true);
  await later.press('Enter');
  await expect.poll(isInMenu).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await later.waitFor({ state: 'hidden' });
  await button(page.getByRole('dialog', { name: 'Напоминания' }), /^Отложить: Три/).press('Enter');
  await page.getByRole('menuitem', { name: 'До другого времени' }).press('Enter');
  const until = field(card(page, /^Отложить: Три/), 'До какого времени');
  await expect.poll(() => until.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
});

test('T-11 O-03: a push is shown by the browser, under the name of its task, and replaces an earlier one of the same reminder', async () => {
  const { page, context } = vera;
  await context.grantPermissions(['notifications']);
  const protocol = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    protocol.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { registrationId } of registrations) resolve(registrationId);
    }),
  );
  await protocol.send('ServiceWorker.enable');
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/push-worker.js');
    await navigator.serviceWorker.ready;
  });
  const registrationId = await registered;
  const push = (title: string) =>
    protocol.send('ServiceWorker.deliverPushMessage', {
      origin: stage.address,
      registrationId,
      data: JSON.stringify({
        title,
        body: 'Когда: 25 нояб., 10:00',
        tag: 'reminder-7',
        url: '/tasks?card=tasks.1',
      }),
    });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body }) => `${title} · ${body}`);
    });
  for (const title of ['Звонок: «Гранит»', 'Встреча: «Гранит»']) {
    // The tools of the browser drop a push that comes while the worker is still waking up: it is sent until it is there.
    const pushed = async () => {
      await push(title);
      return shown();
    };
    await expect.poll(pushed, { interval: 200 }).toEqual([`${title} · Когда: 25 нояб., 10:00`]);
  }
});
