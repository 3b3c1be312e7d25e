// What happens while one is at work: a colleague adds and deletes, the line to the house breaks.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { colleague } from '../colleague.ts';
import { cell, foot, rows, rowWith } from '../screen.ts';
import { openStage, type Person, type Stage } from '../stage.ts';

let stage: Stage;
let vera: Person;
let peter: Person;

beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
  vera = await stage.person();
  peter = await colleague(stage, vera, { name: 'Пётр Немов', email: 'petr@example.com', roleId: 1 });
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

const count = (text: RegExp) =>
  expect.poll(async () => (await foot(vera.page).textContent())?.replaceAll(/\s/g, ' ')).toMatch(text);
const on = (day: string, description: string) =>
  ({ description, at: `${day}T09:00:00Z`, hasTime: true }) as const;

test('T-09: "all" is what was there when it was chosen: later tasks are neither counted nor deleted', async () => {
  const { page } = vera;
  for (const name of ['Первая', 'Вторая', 'Третья']) await vera.calls('tasks.create', on('2031-03-03', name));
  const other = await peter.calls('tasks.create', on('2031-03-04', 'С другого дня'));
  await vera.opens('/tasks?d=2031-03-03..2031-03-03');
  await rowWith(page, 'Третья').waitFor();
  await (await cell(page, rows(page).first(), 'Описание')).click();
  await page.keyboard.press('Control+a');
  await count(/^3 задачи ?выделено: 3/);
  await peter.calls('tasks.create', on('2031-03-03', 'Новая'));
  await peter.calls('tasks.change', {
    id: other.id,
    version: other.row.version,
    set: { at: '2031-03-03T10:00:00Z', hasTime: true },
  });
  await rowWith(page, 'С другого дня').waitFor();
  await rowWith(page, 'Новая').waitFor();
  await count(/^5 задач ?выделено: 3/);
  await page.keyboard.press('Delete');
  await count(/^2 задачи$/);
});
