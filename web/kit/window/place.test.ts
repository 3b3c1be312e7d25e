/** A window keeps within the screen whatever is done to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPlace, keepInside, moveBy, resizeBy, type Side } from './place.ts';

const screen = { width: 1440, height: 900 };
const side = fc.constantFrom<Side>('n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw');
const step = fc.integer({ min: -2000, max: 2000 });

describe('W-01 place of a window', () => {
  it('W-01 stays within the screen after any moves and resizes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(side, step, step)), (steps) => {
        let place = firstPlace(screen, { width: 800, height: 600 });
        for (const [at, dx, dy] of steps) place = resizeBy(moveBy(place, dx, dy, screen), at, dy, dx, screen);
        expect(place).toEqual(keepInside(place, screen));
      }),
    );
  });

  it('W-01 keeps the far side still when a near one is pulled', () => {
    const place = { x: 100, y: 100, width: 500, height: 400 };
    expect(resizeBy(place, 'w', 50, 0, screen)).toEqual({ x: 150, y: 100, width: 450, height: 400 });
    expect(resizeBy(place, 'se', 20, 30, screen)).toEqual({ x: 100, y: 100, width: 520, height: 430 });
  });

  it('W-01 a place kept on a larger screen is brought in', () => {
    expect(keepInside({ x: 1300, y: 800, width: 900, height: 700 }, screen)).toEqual({
      x: 540,
      y: 200,
      width: 900,
      height: 700,
    });
  });
});
