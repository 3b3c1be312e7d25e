// Windows that are tiled or cascaded stand within the area, and tiled ones do not cover one another.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cascade, freePlace, settled, tile } from './arrange.ts';
import { keepInside, type WindowPlace } from './place.ts';

const area = { x: 80, y: 44, width: 1360, height: 820 };
const areas = fc.record({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 100 }),
  width: fc.integer({ min: 800, max: 4000 }),
  height: fc.integer({ min: 500, max: 2400 }),
});
const isInside = (one: WindowPlace, all: WindowPlace) =>
  one.x >= all.x &&
  one.y >= all.y &&
  one.x + one.width <= all.x + all.width + 1 &&
  one.y + one.height <= all.y + all.height + 1;
const cover = (a: WindowPlace, b: WindowPlace) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('W-01: two tiled windows stand side by side, each half of the area', () => {
  const [left, right] = tile(2, area);
  expect(left?.y).toBe(right?.y);
  expect(left?.width).toBe(right?.width);
  expect(left?.height).toBe(area.height - 16);
});

test('W-01: however many are tiled, all stand inside and none covers another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), areas, (count, within) => {
      const places = tile(count, within);
      expect(places.every((place) => isInside(place, within))).toBe(true);
      expect(places.some((a, i) => places.some((b, j) => i < j && cover(a, b)))).toBe(false);
    }),
  );
});

test('W-01: however many are cascaded, all stand inside, and neighbours show their titles', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), areas, (count, within) => {
      const places = cascade(count, within);
      expect(places.every((place) => isInside(place, within))).toBe(true);
    }),
  );
  const [first, second] = cascade(2, area);
  expect((second?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThanOrEqual(36);
});

/** Places of that many windows that are opened one after another. */
function openedAt(usual: WindowPlace, count: number, screen = { width: 1440, height: 864 }): WindowPlace[] {
  const places: WindowPlace[] = [];
  for (let at = 0; at < count; at += 1)
    places.push(freePlace(keepInside(usual, screen), { taken: places }, screen));
  return places;
}
const cornersOf = (places: WindowPlace[]) => new Set(places.map(({ x, y }) => `${x} ${y}`)).size;

test.each([
  ['in a corner', { x: 680, y: 224, width: 760, height: 640 }],
  ['as high as the screen', { x: 680, y: 0, width: 760, height: 864 }],
  ['as wide as the screen', { x: 0, y: 300, width: 1440, height: 300 }],
])(
  'W-01: windows of a kind that was left %s are opened beside one another, within the screen',
  (_, usual) => {
    const places = openedAt(usual, 9);
    expect(cornersOf(places)).toBe(9);
    expect(places[0]).toEqual(usual);
    for (const place of places) expect(place).toEqual(keepInside(place, { width: 1440, height: 864 }));
  },
);

test('W-01: a window takes the place that was left free, not that of one still open', () => {
  const usual = { x: 100, y: 50, width: 760, height: 640 };
  const [, ...open] = openedAt(usual, 3);
  expect(freePlace(usual, { taken: open }, { width: 1440, height: 864 })).toEqual(usual);
});

test('W-01: windows that come all at once lie in their order, whichever is drawn first', () => {
  const usual = { x: 100, y: 50, width: 760, height: 640 };
  const screen = { width: 1440, height: 864 };
  const third = freePlace(usual, { taken: [], before: 2 }, screen);
  const first = freePlace(usual, { taken: [third] }, screen);
  const second = freePlace(usual, { taken: [third, first] }, screen);
  expect([first, second, third]).toEqual(openedAt(usual, 3));
});

test('W-01: windows of a larger screen stand inside of a smaller one, and none hides the title of another', () => {
  const screen = { width: 1280, height: 690 };
  const whole = { x: 0, y: 0, ...screen };
  const far = { x: 1600, y: 900, width: 600, height: 400 };
  const large = { x: 0, y: 0, width: 1300, height: 900 };
  for (const places of [
    [far, { ...far, x: 1900 }, { ...far, y: 1000 }],
    [large, { ...large, x: 1300 }],
  ]) {
    const shown = settled(places, screen);
    expect(shown.every((place) => isInside(place, whole))).toBe(true);
    const apart = (a: WindowPlace, b: WindowPlace) => Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
    expect(shown.every((a, i) => shown.every((b, j) => i === j || apart(a, b) >= 14))).toBe(true);
  }
  const over = { x: 100, y: 100, width: 600, height: 400 };
  expect(settled([over, over], screen)).toEqual([over, over]);
});
