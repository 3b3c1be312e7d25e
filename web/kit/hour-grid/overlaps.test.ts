// Things side by side: no two of one column overlap, and none is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sideBySide } from './overlaps.ts';

const thing = (key: string, from: number, to: number) => ({ key, from, to });
const room = { most: 3, step: 4 };

describe('K-08 overlapping tasks', () => {
  it('gives each its column and lets those that touch no other be whole', () => {
    const { laid } = sideBySide(
      [thing('a', 0, 4), thing('b', 2, 6), thing('c', 4, 8), thing('d', 10, 12)],
      room,
    );
    expect(laid.map(({ key, column, columns }) => [key, column, columns])).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 0, 2],
      ['d', 0, 1],
    ]);
  });

  it('counts those for whom there is no column, by the hour in which they begin', () => {
    const many = Array.from({ length: 300 }, (_, n) => thing(`t${n}`, 36 + (n % 30), 38 + (n % 30)));
    const { laid, left } = sideBySide(many, room);
    expect(laid.length + left.reduce((sum, { keys }) => sum + keys.length, 0)).toBe(300);
    expect(left.map(({ place }) => place)).toEqual([36, 40, 44, 48, 52, 56, 60, 64]);
  });

  it('never puts two that overlap into one column', () => {
    const things = fc.array(fc.record({ from: fc.nat(90), long: fc.integer({ min: 1, max: 20 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(things, (given) => {
        const all = given.map(({ from, long }, n) => thing(String(n), from, from + long));
        const { laid, left } = sideBySide(all, room);
        const clash = laid.some((one) =>
          laid.some(
            (two) => one !== two && one.column === two.column && one.from < two.to && two.from < one.to,
          ),
        );
        expect(clash).toBe(false);
        expect(laid.every(({ column, columns }) => column < columns && columns <= room.most)).toBe(true);
        expect(laid.length + left.flatMap(({ keys }) => keys).length).toBe(all.length);
      }),
    );
  });
});
