// Layouts of lists and places of windows: kept per person on the server, shown at once.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Layout } from '../../contract/views.ts';
import type { GridLayout } from '../kit/grid/grid-types.ts';
import { emptyLayout } from '../kit/grid/layout.ts';
import type { WindowPlace } from '../kit/window/place.ts';
import { call } from './api.ts';
import { queryFor, useAsk } from './queries.ts';

const settleAfter = 400; // ms: a drag is many small changes

function useKept(of: string): [Layout | undefined, (layout: Layout) => void, isKnown: boolean] {
  const client = useQueryClient();
  const { data, isError } = useAsk('views.layouts', {});
  const isSettled = data !== undefined || isError;
  const timer = useRef(0);
  const sentAt = useRef(0);
  const keep = useCallback(
    (layout: Layout) => {
      const { queryKey } = queryFor('views.layouts', {});
      const isKnown = client.getQueryData(queryKey) !== undefined;
      // An answer that is still on its way knows nothing of this change; the very first one tells of all others.
      if (isKnown) void client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (old) => ({
        layouts: { ...old?.layouts, [of]: layout },
      }));
      clearTimeout(timer.current);
      const send = () => {
        sentAt.current = Date.now();
        call('views.keepLayout', { of, layout }, { keepalive: true })
          .then(() => (isKnown ? undefined : client.invalidateQueries({ queryKey })))
          .catch(() => {});
      };
      // The first change goes at once, so that a page left right after it has kept it.
      if (Date.now() - sentAt.current > settleAfter) send();
      else timer.current = window.setTimeout(send, settleAfter);
    },
    [client, of],
  );
  return [data?.layouts[of], keep, isSettled];
}

/** The person's arrangement of a list's columns. */
export function useListLayout(of: string): [GridLayout, (layout: GridLayout) => void] {
  const [kept, keep] = useKept(of);
  const change = useCallback(
    (layout: GridLayout) => keep({ ...layout, widths: rounded(layout.widths) }),
    [keep],
  );
  return [kept ?? emptyLayout, change];
}

function rounded(widths: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(widths).map(([id, width]) => [id, Math.round(width)]));
}

const sides = ['x', 'y', 'width', 'height'] as const;
/** Widths may not be below what a column needs; places may be nothing: they are kept shifted by this much. */
const shift = 24;

/** A place as a layout keeps it, under the name of its window where there are several. */
export function keptPlace(place: WindowPlace, name = ''): Layout['widths'] {
  return Object.fromEntries(sides.map((side) => [`${name}${side}`, Math.round(place[side]) + shift]));
}

export function placeKept(widths: Layout['widths'], name = ''): WindowPlace | null {
  const [x, y, width, height] = sides.map((side) => (widths[`${name}${side}`] ?? Number.NaN) - shift);
  const place = { x, y, width, height } as WindowPlace;
  return Object.values(place).some(Number.isNaN) ? null : place;
}

/** Where the person has put windows of this kind; null: nowhere yet; undefined: not yet known. */
export function useWindowPlace(kind: string): [WindowPlace | null | undefined, (place: WindowPlace) => void] {
  const [kept, keep, isKnown] = useKept(`${kind}Window`);
  const known = kept ? placeKept(kept.widths) : null;
  const change = useCallback(
    (next: WindowPlace) => keep({ ...emptyLayout, widths: keptPlace(next) }),
    [keep],
  );
  return [isKnown ? known : undefined, change];
}
