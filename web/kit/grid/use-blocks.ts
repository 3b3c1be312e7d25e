/** Rows of a long answer, fetched in blocks as the grid shows them, by TanStack Query. */
import { type QueryClient, type QueryKey, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GridRow, GridSource } from './grid-types.ts';

export interface BlocksQuestion<Row> {
  /** Everything the answer depends on: filters, sort, search. */
  key: QueryKey;
  total: number | undefined;
  fetchBlock(offset: number, limit: number, signal: AbortSignal): Promise<Row[]>;
  /** Rows per request; 200 when not given. */
  blockSize?: number;
}

interface BlockRange {
  key: string;
  first: number;
  last: number;
}

/** Blocks not looked at for this long leave the memory, milliseconds. */
const keepUnseen = 60_000;

/** A leap of the scrollbar waits this long before it asks, milliseconds. */
const leapDelay = 80;

/** A source for DataGrid. While a new question is being answered the rows of the old one stay. */
export function useBlocks<Row extends GridRow>(
  question: BlocksQuestion<Row>,
): GridSource<Row> & { failure: unknown } {
  const { total, blockSize = 200 } = question;
  const client = useQueryClient();
  const key = JSON.stringify(question.key);
  const asked = useRef(question);
  useEffect(() => {
    asked.current = question;
  });
  const isHere = useCallback(
    (index: number) => client.getQueryData(blockQuery(asked.current, index).queryKey) !== undefined,
    [client],
  );
  const [range, want] = useWantedRange(key, blockSize, isHere);
  const count = total === undefined ? 1 : Math.ceil(total / blockSize);
  const last = Math.min(range.last, count - 1);
  const indexes = Array.from({ length: Math.max(0, last - range.first + 1) }, (_, at) => range.first + at);
  const { pages, busy, failure } = useQueries({
    queries: indexes.map((index) => blockQuery(question, index)),
    combine: gather<Row>,
  });
  const fresh = useMemo(
    () => ({ key, total, rowAt: rowsOf(pages, range.first, blockSize) }),
    [key, total, pages, range.first, blockSize],
  );
  const hasRows = pages.length === 0 || pages.some((page) => page !== undefined);
  const shown = useKeptAnswer(fresh, hasRows && total !== undefined);
  const rowsBetween = useCallback(
    (from: number, to: number) => fetchRows(client, asked.current, from, to),
    [client],
  );
  const idsBetween = useCallback(
    async (from: number, to: number) => (await rowsBetween(from, to)).map(({ id }) => id),
    [rowsBetween],
  );
  const stale = shown.key !== key && failure === undefined;
  return useMemo(
    () => ({
      key,
      total: shown.total,
      rowAt: shown.rowAt,
      busy,
      stale,
      want,
      idsBetween,
      rowsBetween,
      failure,
    }),
    [key, shown, busy, stale, want, idsBetween, rowsBetween, failure],
  );
}

function blockQuery<Row>(question: BlocksQuestion<Row>, index: number) {
  const size = question.blockSize ?? 200;
  return {
    queryKey: [...question.key, 'block', index],
    queryFn: ({ signal }: { signal: AbortSignal }) => question.fetchBlock(index * size, size, signal),
    gcTime: keepUnseen,
  };
}

function gather<Row>(results: { data: Row[] | undefined; isFetching: boolean; error: unknown }[]) {
  return {
    pages: results.map((result) => result.data),
    busy: results.some((result) => result.isFetching),
    failure: results.find((result) => result.error && !result.data)?.error,
  };
}

function rowsOf<Row>(pages: (Row[] | undefined)[], first: number, size: number) {
  return (index: number) => pages[Math.floor(index / size) - first]?.[index % size];
}

/** The blocks in view. A step to a neighbour asks at once, a leap only when it has come to rest. */
function useWantedRange(
  key: string,
  size: number,
  isHere: (index: number) => boolean,
): [BlockRange, (first: number, last: number) => void] {
  const [range, setRange] = useState<BlockRange>({ key, first: 0, last: 0 });
  const current = range.key === key ? range : { key, first: 0, last: 0 };
  const latest = useRef(current);
  const timer = useRef(0);
  useEffect(() => {
    latest.current = current;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const want = useCallback(
    (firstRow: number, lastRow: number) => {
      const next = { key, first: Math.floor(firstRow / size), last: Math.floor(lastRow / size) };
      clearTimeout(timer.current);
      const { first, last } = latest.current;
      if (next.first === first && next.last === last) return;
      const near = next.first <= last + 1 && next.last >= first - 1;
      if (near || (isHere(next.first) && isHere(next.last))) setRange(next);
      else timer.current = window.setTimeout(() => setRange(next), leapDelay);
    },
    [key, size, isHere],
  );
  return [current, want];
}

/** The last answer that had rows, until the new question has its first ones and it is known how many there are. */
function useKeptAnswer<Answer extends { key: string; total: number | undefined }>(
  fresh: Answer,
  answered: boolean,
): Answer {
  const kept = useRef(fresh);
  const shown = answered || kept.current.key === fresh.key ? fresh : kept.current;
  useEffect(() => {
    kept.current = shown;
  });
  return shown;
}

/** Blocks that are here and of which nothing new is known are taken as they are; those that have changed since are fetched anew. */
async function fetchRows<Row>(
  client: QueryClient,
  question: BlocksQuestion<Row>,
  from: number,
  to: number,
): Promise<Row[]> {
  const size = question.blockSize ?? 200;
  const first = Math.floor(from / size);
  const found: Row[] = [];
  for (let index = first; index * size <= to; index++) {
    const rows = await client.fetchQuery({
      ...blockQuery(question, index),
      staleTime: Number.POSITIVE_INFINITY,
    });
    found.push(...rows.slice(Math.max(0, from - index * size), to - index * size + 1));
  }
  return found;
}
