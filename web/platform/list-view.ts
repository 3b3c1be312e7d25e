// A list at an address: the view is the URL, rows come in blocks, the count by a request of its own.
import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { SearchMode, SortKey, View } from '../../contract/kit/view.ts';
import {
  type Parameters,
  type ViewFault,
  viewFromParameters,
  viewToParameters,
} from '../../contract/kit/view-url.ts';
import type { GridRow, GridSelection, GridSource } from '../kit/grid/grid-types.ts';
import { everythingSelected, exceptions, nothingSelected } from '../kit/grid/selection.ts';
import { useBlocks } from '../kit/grid/use-blocks.ts';
import { useLatest } from '../kit/grid/use-latest.ts';
import { isGone } from './gone.ts';
import { useStanding } from './standing.ts';

/** Parameters of an address that are the shell's, not the view's. */
const shellParameters = ['card', 'by', 'person'];
const none: readonly string[] = [];
const noneGiven: Parameters = {};
/** Says "all" where an address without any parameter means less. */
const everything: Parameters = { d: 'all' };
/** Of a place that always has days of its own. */
export const ownDays: Parameters = noneGiven;

export type ListView = {
  view: View;
  parameters: Parameters;
  /** What in the address was not understood; it is left out, and said. */
  faults: ViewFault[];
  change(next: Partial<View>): void;
  /** Takes away from what narrows the view; the browser's way back brings it back. */
  drop(next: Partial<View>): void;
  /** Puts the view of other parameters in the place of this one, a saved view or a link; the browser's way back leads to this one. */
  show(parameters: Parameters): void;
  setSort(sort: SortKey[]): void;
  setSearch(search: Record<string, string>): void;
  setSearchMode(mode: SearchMode): void;
};

/**
 * The view in the address. `fallback` is what an address without any parameter means; `own` are parameters that the place reads
 * itself, its days among them; `unnarrowed` is the address of the view that nothing narrows.
 */
export function useListView(
  of: string,
  fallback: Parameters = noneGiven,
  own: readonly string[] = none,
  unnarrowed: Parameters = fallback === noneGiven ? noneGiven : everything,
): ListView {
  const search = useSearch({ strict: false }) as Parameters;
  const navigate = useNavigate();
  const kept = useMemo(() => [...shellParameters, ...own], [own]);
  const asked = useMemo(() => without(search, kept), [search, kept]);
  const chosen = Object.keys(asked).length > 0 ? asked : fallback;
  const { view, faults } = useMemo(() => viewFromParameters(of, chosen), [of, chosen]);
  const go = useCallback<Go>(
    (parameters, replace) => {
      navigate({
        to: '.',
        replace,
        search: ((before: Parameters) => ({
          ...Object.fromEntries(kept.flatMap((name) => (before[name] ? [[name, before[name]]] : []))),
          ...(Object.keys(parameters).length > 0 ? parameters : unnarrowed),
        })) as never,
      });
    },
    [navigate, kept, unnarrowed],
  );
  return useViewChanges(view, faults, go);
}

/** A view that stands in no address: of a list in a window over another place. `first` is what it shows until it is changed. */
export function useOwnListView(of: string, first: Parameters): ListView {
  const [chosen, show] = useState(first);
  const { view, faults } = useMemo(() => viewFromParameters(of, chosen), [of, chosen]);
  return useViewChanges(view, faults, show);
}

/** `replace`: the browser's way back leads past the view that was shown until now. */
type Go = (parameters: Parameters, replace: boolean) => void;

function useViewChanges(view: View, faults: ViewFault[], go: Go): ListView {
  const change = useCallback(
    (next: Partial<View>) => go(viewToParameters({ ...view, ...next }), true),
    [go, view],
  );
  return {
    view,
    faults,
    parameters: useMemo(() => viewToParameters(view), [view]),
    change,
    drop: useCallback((next: Partial<View>) => go(viewToParameters({ ...view, ...next }), false), [go, view]),
    show: useCallback((parameters: Parameters) => go(parameters, false), [go]),
    setSort: useCallback((sort: SortKey[]) => change({ sort }), [change]),
    setSearch: useCallback((texts: Record<string, string>) => change({ search: texts }), [change]),
    setSearchMode: useCallback((searchMode: SearchMode) => change({ searchMode }), [change]),
  };
}

function without(search: Parameters, kept: readonly string[]): Parameters {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !kept.includes(name)));
}

export type ListRequests<Row> = {
  of: string;
  list(parameters: Parameters, signal: AbortSignal): Promise<{ rows: Row[] }>;
  count(parameters: Parameters, signal: AbortSignal): Promise<{ count: number; near: boolean; last: number }>;
};

export type ListRows<Row extends GridRow> = {
  source: GridSource<Row>;
  total: number | undefined;
  /** Nothing is written as it was searched for: these are rows one slip away. */
  near: boolean;
  failure: unknown;
  selection: GridSelection;
  setSelection(selection: GridSelection): void;
  blockKey: QueryKey;
};

/** The rows of a view, block by block, and what is selected of them. */
export function useListRows<Row extends GridRow>(
  requests: ListRequests<Row>,
  parameters: Parameters,
): ListRows<Row> {
  const { of, list, count } = requests;
  const rowsKey = useMemo(() => withoutOrder(parameters), [parameters]);
  const countKey = [of, 'count', rowsKey];
  const result = useQuery({
    queryKey: countKey,
    queryFn: ({ signal }) => count(rowsKey, signal),
    placeholderData: keepPreviousData,
  });
  const counted = useStanding(countKey, result);
  // That of the view before says nothing of this one.
  const total = counted.isPlaceholderData ? undefined : counted.data?.count;
  const blockKey = useMemo(() => [of, 'list', parameters], [of, parameters]);
  const source = useBlocks<Row>({
    key: blockKey,
    total,
    fetchBlock: async (offset, limit, signal) =>
      (await list({ ...parameters, offset: String(offset), limit: String(limit) }, signal)).rows,
  });
  const near = counted.data?.near ?? false;
  const [selection, setSelection] = useSelection(JSON.stringify([rowsKey, near]), {
    source,
    last: counted.data?.last,
  });
  const still = useMemo(() => stillThere(selection, source), [selection, source]);
  const { error } = useStanding(blockKey, {
    error: (source.failure as Error | undefined) ?? null,
    isPending: source.busy,
  });
  const failure = error ?? (isGone(counted.error, counted.data) ? counted.error : null) ?? undefined;
  return {
    source,
    total: failure === undefined ? source.total : undefined,
    near,
    failure,
    selection: still,
    setSelection,
    blockKey,
  };
}

/** Order and columns do not change which rows there are. */
function withoutOrder(parameters: Parameters): Parameters {
  const { sort: _sort, cols: _cols, n: _n, page: _page, ...rest } = parameters;
  return rest;
}

/** A selection belongs to the rows it was made in; all rows are those that there were when it was made. */
function useSelection(rowsKey: string, there: There): [GridSelection, (selection: GridSelection) => void] {
  const [held, hold] = useState({ rowsKey, selection: nothingSelected });
  const latest = useLatest(there);
  const set = useCallback(
    (selection: GridSelection) => {
      if (!selection.all || selection.within) return hold({ rowsKey, selection });
      const all = allOf(latest.current);
      hold({ rowsKey, selection: all });
      // Unless somebody has chosen otherwise meanwhile.
      idsOf(all, latest.current).then((named) => {
        if (named) hold((now) => (now.selection === all ? { rowsKey, selection: named } : now));
      });
    },
    [rowsKey, latest],
  );
  return [held.rowsKey === rowsKey ? held.selection : nothingSelected, set];
}

type There = { source: GridSource<GridRow>; last: number | undefined };

/** More rows than this are not named one by one. */
const namedAtMost = 1000;

/** Where all rows are at hand, each by its id: what else moves into the view later is not chosen either. */
function allOf({ source, last }: There): GridSelection {
  const { total = 0 } = source;
  const ids = idsAtHand(source);
  if (total > 0 && ids) return { all: false, ids };
  return last === undefined ? everythingSelected : { ...everythingSelected, within: { upTo: last, total } };
}

/** Null: not all rows are at hand, or they are older than their count. */
function idsAtHand({ total = 0, stale = false, rowAt }: GridSource<GridRow>): Set<number> | null {
  if (total > namedAtMost || stale || rowAt(total)) return null;
  const ids = new Set(Array.from({ length: total }, (_, at) => rowAt(at)?.id ?? 0));
  return ids.has(0) ? null : ids;
}

/** What a colleague has moved out of the list is not selected any more; where not all rows are at hand the house tells them apart. */
function stillThere(selection: GridSelection, source: GridSource<GridRow>): GridSelection {
  if (selection.all || selection.ids.size === 0) return selection;
  const there = idsAtHand(source);
  const ids = there && new Set([...selection.ids].filter((id) => there.has(id)));
  return ids && ids.size < selection.ids.size ? { all: false, ids } : selection;
}

/** All rows by their ids, where they were not all at hand and are few enough to be fetched; null where that cannot be. */
async function idsOf(all: GridSelection, { source }: There): Promise<GridSelection | null> {
  const { total = 0, idsBetween } = source;
  if (!all.all || total === 0 || total > namedAtMost || !idsBetween) return null;
  const ids = await idsBetween(0, total - 1).catch(() => []);
  return ids.length === total ? { all: false, ids: new Set(ids) } : null;
}

/** The selection as a bulk command takes it; what a colleague has moved out of the view meanwhile is not in it any more. */
export function chosenOf(
  { selection, near }: Pick<ListRows<never>, 'selection' | 'near'>,
  parameters: Parameters,
) {
  const { all, ids, within } = selection;
  return all
    ? { view: withoutOrder(parameters), near, upTo: within?.upTo, ...exceptions(selection) }
    : { ids: [...ids], within: withoutOrder(parameters), near };
}
