/** Lists taller than a browser can draw still scroll from the first row to the last. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAt, drawnHeight, followScroll, hasDrifted, placeOf } from './scroll-scale.ts';

const space = { rows: 2_000_000, rowHeight: 28, viewport: 800 };
const whole = space.rows * space.rowHeight;

describe('T-02 very long lists', () => {
  it('T-02 draws no more than fifteen million pixels, and short lists as they are', () => {
    expect(drawnHeight(space)).toBeLessThanOrEqual(15_000_000);
    expect(drawnHeight({ ...space, rows: 1000 })).toBe(28_000);
  });

  it('T-02 any place can be gone to, within the drawn height', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole - space.viewport }), (place) => {
        const anchor = anchorAt(place, space);
        expect(placeOf(anchor)).toBe(place);
        expect(anchor.scrollTop).toBeGreaterThanOrEqual(0);
        expect(anchor.scrollTop).toBeLessThanOrEqual(drawnHeight(space) - space.viewport);
        expect(anchor.offset % space.rowHeight).toBe(0);
      }),
    );
  });

  it('T-02 a step is a step, a leap goes in proportion, both ends are reached', () => {
    const middle = anchorAt(whole / 2, space);
    expect(placeOf(followScroll(middle, middle.scrollTop + 100, space))).toBe(whole / 2 + 100);
    const bottom = followScroll(middle, drawnHeight(space) - space.viewport, space);
    expect(placeOf(bottom)).toBe(whole - space.viewport);
    expect(placeOf(followScroll(bottom, 0, space))).toBe(0);
  });

  it('T-02 thumb and list are brought together at an end, and not without need', () => {
    const top = { scrollTop: 0, offset: 2800 };
    expect(hasDrifted(top, space)).toBe(true);
    expect(hasDrifted(anchorAt(placeOf(top), space), space)).toBe(false);
    expect(hasDrifted({ scrollTop: 0, offset: 0 }, { ...space, rows: 10 })).toBe(false);
  });
});
