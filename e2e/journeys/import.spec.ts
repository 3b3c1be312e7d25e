// What the screen of imports says before anything is written: doubtful requisites, what new states mean.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { rightsAtLevel } from '../../contract/kit/rights.ts';
import { colleague } from '../colleague.ts';
import { button } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

async function brings(kind: 'Клиенты' | 'Задачи', table: string): Promise<void> {
  const { page } = vera;
  await vera.opens('/import');
  await page.locator('main').getByText(kind, { exact: true }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await button(page, 'Проверить').click();
}

test('B-08 C-03: a requisite that does not add up is marked before it comes in', async () => {
  const { page } = vera;
  await brings(
    'Клиенты',
    'Название;ИНН;Адрес\nГранит;7707083893;Псков\nБазальт;7707083894;"Тверь\nСадовая, 3"\n',
  );
  const row = (name: string) => page.locator('tbody tr', { hasText: name });
  await row('Базальт').getByText('контрольная цифра ИНН не сходится, проверьте').waitFor();
  await row('Базальт').getByText('Тверь, Садовая, 3').waitFor();
  expect(await row('Гранит').textContent()).not.toContain('контрольная');
});

test('B-08 T-03: what a new state means is said, and may be corrected', async () => {
  const { page } = vera;
  await brings('Задачи', 'Описание;Состояние\nПродать;Не реализовано\nКупить;Куплено\nСнять;Сняли\n');
  const meaning = (state: string) => page.getByRole('combobox', { name: state, exact: true });
  expect(await meaning('Не реализовано').locator('option:checked').textContent()).toBe('Не закончена');
  await meaning('Не реализовано').selectOption('Отменена');
  await meaning('Куплено').selectOption('Выполнена');
  await button(page, 'Загрузить 3 строки').click();
  await page.getByText('Добавлено 3, изменено 0, не подошло 0.').waitFor();
  await page.getByText('Куплено: Выполнена').waitFor();
  const { rows } = await vera.asks('tasks.list', { d: 'all', 'f.open': 'yes' });
  expect(rows.map(({ description }) => description)).toEqual(['Снять']);
});

test('B-08: a task that is there already says what it keeps, and is no client', async () => {
  const { page } = vera;
  const { person } = await vera.asks('people.me', {});
  await vera.calls('tasks.create', {
    description: 'Позвонить дважды',
    results: 'не ответили',
    managerId: person.id,
  });
  await brings('Задачи', 'Описание;Результат;Менеджер\nПозвонить дважды;дозвонились;\n');
  await page.getByText('Уже есть').click();
  const row = page.locator('tbody tr', { hasText: 'Позвонить дважды' });
  await row.getByText('Результат: остаётся, как в карточке').waitFor();
  expect(await row.textContent()).not.toContain('клиент');
});

test('B-09: tables are brought in by who may add their records; a place that is not open says so', async () => {
  const none = rightsAtLevel('none');
  const tasksOnly = { ...none, tasks: { ...none.tasks, view: 'own' as const, add: 'own' as const } };
  const anna = await colleague(stage, vera, { name: 'Анна', email: 'anna@example.com', rights: tasksOnly });
  await anna.opens('/tasks');
  await anna.page.getByRole('link', { name: 'Импорт' }).click();
  await button(anna.page, 'Выбрать файл').waitFor();
  expect(await anna.page.locator('main').getByRole('radio').count()).toBe(1);
  const oleg = await colleague(stage, vera, { name: 'Олег', email: 'oleg@example.com', rights: none });
  for (const [path, said] of [
    ['/tasks', 'Задачи вам не открыты'],
    ['/clients', 'Клиенты вам не открыты'],
  ]) {
    await oleg.opens(path ?? '');
    await oleg.page.getByText(said ?? '').waitFor();
  }
  await oleg.opens('/');
  await oleg.page.waitForURL('**/journal');
  await oleg.opens('/import');
  await oleg.page.getByText('Импорт таблиц вам не открыт').waitFor();
  expect(await oleg.page.getByRole('link', { name: 'Импорт' }).count()).toBe(0);
});
