// Every screen of one language, light and dark, on a desk and in a hand: no fault of WCAG 2.2 AA, and a picture to look at.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Screen, screens } from './look-screens.ts';
import { type Look, openStage, type Person, type Stage } from './stage.ts';

const root = join(import.meta.dirname, '..');
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Pictures of the README are taken anew only when asked for. */
const takesPictures = process.env.VORONKA_PICTURES === '1';

const desk = { width: 1440, height: 900 };
const hand = { width: 390, height: 844 };

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

/** The languages are two files of journeys: a house speaks one. */
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
