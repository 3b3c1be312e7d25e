/** The arrangement of columns, sorting by clicks, choosing rows, keys, the clipboard: the pure half of the grid. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTsv } from './clipboard.ts';
import { commandOf, type KeyPress } from './grid-keys.ts';
import {
  emptyLayout,
  moveColumn,
  orderColumns,
  placeColumns,
  setHidden,
  setPinned,
  setWidth,
} from './layout.ts';
import {
  countSelected,
  everythingSelected,
  exceptions,
  isSelected,
  nothingSelected,
  selectRows,
  toggleRow,
} from './selection.ts';
import { nextSort } from './sorting.ts';

const text = (row: Record<string, string>, id: string) => row[id] ?? '';
const columns = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  title: id,
  width: 100,
  render: () => null,
  text: (row: Record<string, string>) => text(row, id),
}));
const ids = (layout = emptyLayout) =>
  placeColumns(columns, layout)
    .map(({ column }) => column.id)
    .join('');

describe('T-04 arrangement of columns', () => {
  it('T-04 moves keep every column exactly once', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd');
    const move = fc.record({
      id: letter,
      beside: letter,
      edge: fc.constantFrom<'left' | 'right'>('left', 'right'),
    });
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        const layout = moves.reduce((so, one) => moveColumn(so, columns, one), emptyLayout);
        expect([...ids(layout)].sort().join('')).toBe('abcd');
      }),
    );
  });

  it('T-04 puts a column where it was dropped, into the pinned ones too', () => {
    expect(ids(moveColumn(emptyLayout, columns, { id: 'd', beside: 'b', edge: 'left' }))).toBe('adbc');
    const pinned = setPinned(emptyLayout, 'c', true);
    expect(ids(pinned)).toBe('cabd');
    expect(ids(moveColumn(pinned, columns, { id: 'b', beside: 'c', edge: 'right' }))).toBe('cbad');
  });

  it('T-04 a column new to the code stands after its neighbour', () => {
    const layout = { ...emptyLayout, order: ['d', 'b', 'a'] };
    expect(orderColumns(columns, layout).map(({ id }) => id)).toEqual(['d', 'b', 'c', 'a']);
  });

  it('T-04 hides, and never gets narrower than the least width', () => {
    expect(ids(setHidden(emptyLayout, 'b', true))).toBe('acd');
    expect(setWidth(emptyLayout, { id: 'a', width: 100 }, 3).widths.a).toBe(48);
  });
});

describe('T-05 sorting', () => {
  it('T-05 one key goes up, down and away; Shift adds and turns another', () => {
    const up = nextSort([], 'a', false);
    const down = nextSort(up, 'a', false);
    expect([up, down, nextSort(down, 'a', false)]).toEqual([
      [{ field: 'a', desc: false }],
      [{ field: 'a', desc: true }],
      [],
    ]);
    const both = nextSort(up, 'b', true);
    expect(nextSort(both, 'b', true)).toEqual([
      { field: 'a', desc: false },
      { field: 'b', desc: true },
    ]);
    expect(nextSort(both, 'b', false)).toEqual([{ field: 'b', desc: false }]);
  });
});

describe('T-09 choice and keys', () => {
  it('T-09 everything but a few is kept as the few', () => {
    const most = toggleRow(everythingSelected, 7);
    expect([isSelected(most, 7), isSelected(most, 8), countSelected(most, 1000)]).toEqual([false, true, 999]);
    expect(isSelected(toggleRow(most, 7), 7)).toBe(true);
    expect(countSelected(selectRows(nothingSelected, [1, 2, 2], true), 1000)).toBe(2);
  });

  it('T-09 everything is what there was: a later row is chosen only by itself', () => {
    const all = { ...everythingSelected, within: { upTo: 30, total: 3 } };
    expect([isSelected(all, 30), isSelected(all, 31), countSelected(all, 4)]).toEqual([true, false, 3]);
    const changed = selectRows(toggleRow(all, 31), [7], false);
    expect([isSelected(changed, 31), isSelected(changed, 7), countSelected(changed, 4)]).toEqual([
      true,
      false,
      3,
    ]);
    expect(exceptions(changed)).toEqual({ except: [7], also: [31] });
  });

  it('T-09 letters go by their place on the keyboard, and none writes over a cell', () => {
    const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
      key,
      code,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...more,
    });
    expect(commandOf(press('ч', 'KeyX'))).toBe('toggle');
    expect(commandOf(press('с', 'KeyC'))).toBeUndefined();
    expect(commandOf(press('?', 'Slash', { shiftKey: true }))).toBeUndefined();
    expect(commandOf(press('ф', 'KeyA', { ctrlKey: true }))).toBe('selectAll');
    expect(commandOf(press('ц', 'KeyW', { ctrlKey: true }))).toBeUndefined();
  });

  it('T-09 copies what spreadsheets can read', () => {
    expect(
      toTsv(
        [
          { a: 'one', b: 'two\nlines' },
          { a: 'say "x"', b: '' },
        ],
        columns.slice(0, 2),
      ),
    ).toBe('one\t"two\nlines"\n"say ""x"""\t');
  });
});
