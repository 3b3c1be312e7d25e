// Short lists that are here as a whole (directories, people): sorted and searched in place, given to the grid as a source.
import { useMemo } from 'react';
import type { SortKey, View } from '../../contract/kit/view.ts';
import { fold } from '../../contract/text/fold.ts';
import { swapLayout } from '../../contract/text/layout.ts';
import type { GridColumn, GridRow, GridSource } from '../kit/grid/grid-types.ts';
import type { ListView } from './list-view.ts';
import { useWords } from './texts.tsx';

type Question<Row> = {
  /** Undefined: not here yet. Keep its identity between renders. */
  rows: Row[] | undefined;
  columns: GridColumn<Row>[];
  view: View;
  /** What some columns sort by instead of their text. */
  order?: Record<string, (row: Row) => number>;
};

/** Short lists stand by name until the reader says otherwise. */
export const byName: SortKey[] = [{ field: 'name', desc: false }];

/** The view with the order of names where the address says none. */
export function useNamedView({ view }: ListView): View {
  return useMemo(() => ({ ...view, sort: view.sort.length > 0 ? view.sort : byName }), [view]);
}

/** How a grid shows a view and changes it: its order and its searches. */
export function viewProps(list: ListView, view: View) {
  return {
    sort: view.sort,
    onSortChange: list.setSort,
    search: view.search,
    onSearchChange: list.setSearch,
    searchMode: view.searchMode,
    onSearchModeChange: list.setSearchMode,
  };
}

export type LocalRows<Row> = { source: GridSource<Row>; shown: Row[] };

export function useLocalRows<Row extends GridRow>(question: Question<Row>): LocalRows<Row> {
  const { rows, columns, view, order } = question;
  const { locale } = useWords();
  const shown = useMemo(() => {
    const found = (rows ?? []).filter((row) => isFound(row, columns, view));
    return found.sort(comparer(columns, view, order ?? {}, new Intl.Collator(locale, { numeric: true })));
  }, [rows, columns, view, order, locale]);
  const source = useMemo(
    () => ({
      key: JSON.stringify([view.sort, view.search, view.searchMode, view.where, view.text]),
      total: rows ? shown.length : undefined,
      busy: false,
      rowAt: (index: number) => shown[index],
      want: () => {},
    }),
    [rows, shown, view],
  );
  return { source, shown };
}

/** Forgives case, ё and the keyboard layout, like every search of the house. */
function isFound<Row>(row: Row, columns: GridColumn<Row>[], { search, searchMode, text }: View): boolean {
  const holds = (value: string, wanted: string, prefix: boolean) =>
    [fold(wanted), fold(swapLayout(wanted))].some((needle) =>
      prefix
        ? fold(value)
            .split(/\s+/)
            .some((word) => word.startsWith(needle))
        : fold(value).includes(needle),
    );
  const inColumns = Object.entries(search).every(([id, wanted]) => {
    const column = columns.find((each) => each.id === id);
    return !column || holds(column.text(row), wanted, searchMode === 'prefix');
  });
  return inColumns && (text === '' || columns.some((column) => holds(column.text(row), text, false)));
}

function comparer<Row extends GridRow>(
  columns: GridColumn<Row>[],
  { sort }: View,
  order: Record<string, (row: Row) => number>,
  collator: Intl.Collator,
) {
  const by = (field: string): ((a: Row, b: Row) => number) => {
    const number = order[field];
    if (number) return (a, b) => number(a) - number(b);
    const column = columns.find(({ id }) => id === field);
    return column ? (a, b) => collator.compare(column.text(a), column.text(b)) : () => 0;
  };
  const keys = sort.map(({ field, desc }) => ({ compare: by(field), sign: desc ? -1 : 1 }));
  return (a: Row, b: Row) => {
    for (const { compare, sign } of keys) {
      const result = compare(a, b) * sign;
      if (result !== 0) return result;
    }
    return a.id - b.id;
  };
}
