// A journey that is a guide: a test like any other, and, when asked to (`npm run guide`), the video of its page of help in both languages.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TextId } from '../web/texts/ids.ts';
import { type Caption, type Recording, record } from './recording.ts';
import { openStage, type Person, type Stage } from './stage.ts';

type Locale = 'ru' | 'en';

/** Shows how something is done, in the words of the screen's language and at the pace of who watches. */
export type Guide = Pick<Person, 'asks' | 'calls' | 'email' | 'password'> & {
  page: Page;
  opens(path: string): Promise<void>;
  /** A caption, for as long as it takes to read. */
  tells(ru: string, en: string): Promise<void>;
  /** A text of the screens. */
  says(id: TextId): string;
  clicks(place: Locator): Promise<void>;
  doubleClicks(place: Locator): Promise<void>;
  points(place: Locator): Promise<void>;
  presses(key: string): Promise<void>;
  types(text: string): Promise<void>;
};

export type GuideJourney = {
  /** The page of help that it belongs to. */
  topic: string;
  /** What it proves, for the test's title. */
  title: string;
  walk(guide: Guide): Promise<void>;
};

const recorded = process.env.VORONKA_GUIDE === '1';
const locales: Locale[] = recorded ? ['ru', 'en'] : ['ru'];
const folder = join(import.meta.dirname, '../docs/help');

export function guides(journeys: GuideJourney[]): void {
  describe.each(locales)('guide in %s', (locale) => {
    let stage: Stage;
    let vera: Person;
    let texts: Record<string, string>;
    beforeAll(async () => {
      ({ texts } = await import(`../web/texts/${locale}/index.ts`));
      stage = await openStage({ locale });
      vera = await stage.person({ width: 1280, height: 800 });
      await vera.calls('demo.fill', {});
      if (recorded) await vera.page.addInitScript(showHands);
    });
    afterEach(async ({ task }) => expect(await stage.faults(task)).toEqual([]));
    afterAll(() => stage.close());
    test.each(journeys)('$title', async ({ topic, walk }) => {
      const film = recorded ? new Film(join(folder, locale, topic)) : null;
      await walk(guideOf({ person: vera, locale, texts, film }));
      await film?.save();
    });
  });
}

/** What is recorded of one journey, from its first screen on. */
class Film {
  #recording: Recording | null = null;
  #captions: Caption[] = [];
  #path: string;
  constructor(path: string) {
    this.#path = path;
  }
  async begin(page: Page): Promise<void> {
    this.#recording ??= await record(page);
  }
  tell(text: string): void {
    this.#captions.push({ text, at: this.#recording?.now() ?? 0 });
  }
  async save(): Promise<void> {
    await pause(2000);
    await this.#recording?.save(this.#path, this.#captions);
  }
}

type Seat = { person: Person; locale: Locale; texts: Record<string, string>; film: Film | null };

function guideOf({ person, locale, texts, film }: Seat): Guide {
  const { page } = person;
  const rest = (milliseconds: number) => (film ? pause(milliseconds) : Promise.resolve());
  const goTo = async (place: Locator) => {
    await place.waitFor();
    if (!film) return;
    const box = await place.boundingBox();
    if (!box) return;
    const inside = (length: number) => Math.min(length / 2, 60);
    await page.mouse.move(box.x + inside(box.width), box.y + inside(box.height), { steps: 24 });
    await pause(350);
  };
  return {
    page,
    email: person.email,
    password: person.password,
    asks: person.asks,
    calls: person.calls,
    says: (id) => texts[id] ?? id,
    async opens(path) {
      await person.opens(path);
      await film?.begin(page);
    },
    async tells(ru, en) {
      const text = locale === 'ru' ? ru : en;
      film?.tell(text);
      await rest(Math.max(2500, text.length * 65));
    },
    async clicks(place) {
      await goTo(place);
      await place.click();
      await rest(700);
    },
    async doubleClicks(place) {
      await goTo(place);
      await place.dblclick();
      await rest(900);
    },
    async points(place) {
      await goTo(place);
      await place.hover();
      await rest(1200);
    },
    async presses(key) {
      await page.keyboard.press(key);
      await rest(900);
    },
    async types(text) {
      await page.keyboard.type(text, { delay: film ? 70 : 0 });
      await rest(500);
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** In the page: an arrow where the mouse is, a ring where it was pressed, and the keys that are no letters. */
function showHands(): void {
  const layer = (style: string) => {
    const element = document.createElement('div');
    element.style.cssText = `position:fixed;z-index:9999;pointer-events:none;${style}`;
    document.documentElement.append(element);
    return element;
  };
  window.addEventListener('DOMContentLoaded', () => {
    const arrow = layer(
      "left:-40px;top:0;width:20px;height:20px;background:no-repeat url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'%3E%3Cpath d='M3 1l13 10-6 .8L7 18z' fill='%23222' stroke='%23fff' stroke-width='1.5'/%3E%3C/svg%3E\")",
    );
    const keys = layer(
      'left:50%;bottom:28px;transform:translateX(-50%);padding:6px 14px;border-radius:8px;background:rgb(30 28 26/85%);color:#fff;font:600 16px sans-serif;opacity:0;transition:opacity .2s',
    );
    window.addEventListener(
      'mousemove',
      ({ clientX, clientY }) => {
        arrow.style.left = `${clientX - 3}px`;
        arrow.style.top = `${clientY - 1}px`;
      },
      true,
    );
    window.addEventListener(
      'mousedown',
      ({ clientX, clientY }) => {
        const ring = layer(
          `left:${clientX - 14}px;top:${clientY - 14}px;width:28px;height:28px;border:3px solid #0b6e6e;border-radius:50%`,
        );
        ring.animate([{ transform: 'scale(.4)' }, { transform: 'scale(1)', opacity: 0 }], 450).onfinish =
          () => ring.remove();
      },
      true,
    );
    let fading: ReturnType<typeof setTimeout>;
    window.addEventListener(
      'keydown',
      (event) => {
        const combined = event.ctrlKey || event.altKey;
        if (!combined && event.key.length === 1 && (event.target as Element).matches('input, textarea'))
          return;
        if (['Control', 'Shift', 'Alt'].includes(event.key)) return;
        const parts = [
          event.ctrlKey && 'Ctrl',
          event.altKey && 'Alt',
          event.shiftKey && 'Shift',
          event.code.replace(/^(Key|Arrow|Digit)/, ''),
        ];
        keys.textContent = parts.filter(Boolean).join(' + ');
        keys.style.opacity = '1';
        clearTimeout(fading);
        fading = setTimeout(() => {
          keys.style.opacity = '0';
        }, 1100);
      },
      true,
    );
  });
}
