// Shades by count: ordinary days differ, more is never paler.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shadesByCount } from './calendar-shades.ts';

const many = (count: number, cells: number) => Array.from({ length: cells }, () => count);
const shades = (counts: number[]) =>
  Object.fromEntries([...shadesByCount(counts)].map(([count, shade]) => [count, Number(shade)]));

describe('K-01 shades by count', () => {
  it('tell ordinary days apart though one is far beyond', () => {
    const ordinary = [...many(1, 20), ...many(2, 12), ...many(3, 8), ...many(4, 5), ...many(5, 3)];
    expect(shades([...ordinary, 28])).toEqual({ 1: 1, 2: 2, 3: 3, 4: 4, 5: 4, 28: 5 });
    expect(shades([1, 2, 3, 28])).toEqual({ 1: 1, 2: 2, 3: 4, 28: 5 });
  });

  it('make sense of few counts: one is pale, the most of several is strong', () => {
    expect(shades([])).toEqual({});
    expect(shades([0, 1, 1])).toEqual({ 1: 1 });
    expect(shades([1, 2, 2])).toEqual({ 1: 1, 2: 5 });
    expect(shades([...many(1, 30), 2])).toEqual({ 1: 1, 2: 5 });
    expect(shades([3, 3])).toEqual({ 3: 3 });
    expect(shades([12])).toEqual({ 12: 5 });
    expect(shades([9, 10])).toEqual({ 9: 5, 10: 5 }); // alike, and both full
  });

  it('never make more paler; the order of the cells means nothing', () => {
    const cells = fc.array(fc.oneof(fc.nat(6), fc.nat(500)), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(cells, (counts) => {
        const found = shadesByCount(counts);
        const inOrder = [...found].sort(([one], [other]) => one - other).map(([, shade]) => shade);
        expect(inOrder).toEqual([...inOrder].sort());
        expect(inOrder.every((shade) => shade >= 1 && shade <= 5)).toBe(true);
        expect([...shadesByCount([...counts].reverse())]).toEqual([...found]);
        if (found.size > 1) expect(inOrder.at(-1)).toBe(5);
      }),
    );
  });
});
