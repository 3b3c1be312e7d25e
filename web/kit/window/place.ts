/** Where a window stands and how large it is; always within the screen. Pure. */

export interface WindowPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Screen {
  width: number;
  height: number;
}

export const smallest = { width: 360, height: 240 };

/** Sides a resize pulls at: `e`, `s`, `se`, `nw` and so on. */
export type Side = 'n' | 's' | 'e' | 'w' | 'ne' | 'nw' | 'se' | 'sw';

/** The nearest place that fits into the screen, never smaller than `smallest` unless the screen is. */
export function keepInside(place: WindowPlace, screen: Screen): WindowPlace {
  const width = within(place.width, Math.min(smallest.width, screen.width), screen.width);
  const height = within(place.height, Math.min(smallest.height, screen.height), screen.height);
  return {
    x: within(place.x, 0, screen.width - width),
    y: within(place.y, 0, screen.height - height),
    width,
    height,
  };
}

/** The place of a window that has never been moved: in the middle, a little above. */
export function firstPlace(screen: Screen, size: Screen): WindowPlace {
  const width = Math.min(size.width, screen.width - 48);
  const height = Math.min(size.height, screen.height - 48);
  const place = { x: (screen.width - width) / 2, y: (screen.height - height) / 3, width, height };
  return keepInside({ ...place, x: Math.round(place.x), y: Math.round(place.y) }, screen);
}

export function moveBy(place: WindowPlace, dx: number, dy: number, screen: Screen): WindowPlace {
  return keepInside({ ...place, x: place.x + dx, y: place.y + dy }, screen);
}

/** Pulls at one side; the opposite side stays where it is. */
export function resizeBy(
  place: WindowPlace,
  side: Side,
  dx: number,
  dy: number,
  screen: Screen,
): WindowPlace {
  const [left, right] = pull([place.x, place.x + place.width], dx, side.includes('w'), side.includes('e'), {
    least: smallest.width,
    most: screen.width,
  });
  const [top, bottom] = pull([place.y, place.y + place.height], dy, side.includes('n'), side.includes('s'), {
    least: smallest.height,
    most: screen.height,
  });
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function pull(
  [start, end]: [number, number],
  by: number,
  atStart: boolean,
  atEnd: boolean,
  { least, most }: { least: number; most: number },
): [number, number] {
  if (atStart) return [within(start + by, 0, end - least), end];
  if (atEnd) return [start, within(end + by, start + least, most)];
  return [start, end];
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
