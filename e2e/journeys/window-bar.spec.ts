// The bar of windows where many are open.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ locale: 'ru' });
});
afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
afterAll(() => stage.close());

test('W-01: of nine windows on a small screen the bar still shows each number', async () => {
  const small = await stage.person({ width: 1100, height: 700 });
  await small.calls('clients.create', { name: 'Альфа' });
  const cards: string[] = [];
  for (let at = 0; at < 9; at += 1)
    cards.push(`tasks.${(await small.calls('tasks.create', { clientId: 1 })).id}`);
  await small.opens(`/tasks?card=${cards}`);
  const names = small.page.locator('.window-bar li span');
  /** Pixels of each name that stand beside its number. */
  const left = () =>
    names.evaluateAll((all) =>
      all.map((name) => {
        const number = document.createRange();
        const [text] = name.childNodes;
        if (!text) return 0;
        number.setStart(text, 0);
        number.setEnd(text, Math.max(0, name.textContent.indexOf(' ·')));
        return number.toString() ? name.clientWidth - number.getBoundingClientRect().width : 0;
      }),
    );
  await expect.poll(() => names.filter({ hasText: '№' }).count()).toBe(9);
  await expect.poll(async () => Math.min(...(await left()))).toBeGreaterThan(16);
});
