/** Places for several windows at once: beside one another, or one over the other. Pure. */
import { keepInside, type Screen, smallest, type WindowPlace } from './place.ts';

const gap = 8; // px
/** A title bar stays readable under the next window. */
const step = 36; // px

/** Columns and rows as square as may be: two stand side by side, four in a square; the last row fills its width. */
export function tile(count: number, area: WindowPlace): WindowPlace[] {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const height = (area.height - gap * (rows + 1)) / rows;
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / columns);
    const inRow = row === rows - 1 ? count - columns * (rows - 1) : columns;
    const width = (area.width - gap * (inRow + 1)) / inRow;
    return rounded({
      x: area.x + gap + (at % columns) * (width + gap),
      y: area.y + gap + row * (height + gap),
      width,
      height,
    });
  });
}

/** Each a step right and down of the one before; at the edge of the area they begin anew. */
export function cascade(count: number, area: WindowPlace): WindowPlace[] {
  const width = Math.max(Math.min(area.width * 0.62, 900), Math.min(smallest.width, area.width));
  const height = Math.max(Math.min(area.height * 0.7, 640), Math.min(smallest.height, area.height));
  const room = Math.min(area.width - width, area.height - height) - gap;
  const perRun = Math.max(1, Math.floor(room / step) + 1);
  return Array.from({ length: count }, (_, at) => {
    const by = gap + (at % perRun) * step;
    return rounded({ x: area.x + by, y: area.y + by, width, height });
  });
}

/** Right and down of the window before. */
const shift = 28; // px

/**
 * The usual place, or the nearest step aside of it where no window stands yet: on each axis to where there is more room, at the
 * edge anew. Where there is no room at all they cover one another. `before`: how many of its kind are yet to take theirs first.
 */
export function freePlace(
  usual: WindowPlace,
  { taken, before = 0 }: { taken: WindowPlace[]; before?: number },
  screen: Screen,
): WindowPlace {
  const x = stepsFrom(usual.x, screen.width - usual.width);
  const y = stepsFrom(usual.y, screen.height - usual.height);
  const others = taken.map((place) => keepInside(place, screen));
  const isFree = (place: WindowPlace) => !others.some((other) => isOver(other, place));
  const places = Array.from({ length: x.length * y.length }, (_, at) => ({
    ...usual,
    x: x[at % x.length] as number,
    y: y[at % y.length] as number,
  }));
  return places.filter(isFree)[before] ?? usual;
}

/** Their corners are so near that the title of one hides that of the other. */
const isOver = (one: WindowPlace, other: WindowPlace) =>
  Math.abs(one.x - other.x) < shift / 2 && Math.abs(one.y - other.y) < shift / 2;

/**
 * Where windows that were put on another screen stand on this one: each inside of it, and where that would hide the title of an earlier
 * one, a step aside, made smaller where there is no room for a step.
 */
export function settled(places: WindowPlace[], screen: Screen): WindowPlace[] {
  const taken: WindowPlace[] = [];
  for (const place of places) taken.push(settledBeside(place, taken, screen));
  return taken;
}

function settledBeside(place: WindowPlace, taken: WindowPlace[], screen: Screen): WindowPlace {
  const inside = keepInside(place, screen);
  const isFree = (one: WindowPlace) => !taken.some((other) => isOver(other, one));
  // Who put one exactly over another has it so.
  if (isSame(inside, place)) return place;
  if (isFree(inside)) return inside;
  const smaller = Array.from({ length: taken.length + 1 }, (_, at) => ({
    ...inside,
    width: Math.max(inside.width - at * shift, Math.min(smallest.width, screen.width)),
    height: Math.max(inside.height - at * shift, Math.min(smallest.height, screen.height)),
  }));
  return smaller.map((one) => freePlace(one, { taken }, screen)).find(isFree) ?? inside;
}

const isSame = (one: WindowPlace, other: WindowPlace) =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

function stepsFrom(start: number, most: number): number[] {
  const way = most - start >= start ? 1 : -1;
  const room = way > 0 ? most - start : start;
  return Array.from(
    { length: Math.floor(Math.max(room, 0) / shift) + 1 },
    (_, at) => start + way * at * shift,
  );
}

function rounded({ x, y, width, height }: WindowPlace): WindowPlace {
  return { x: Math.round(x), y: Math.round(y), width: Math.floor(width), height: Math.floor(height) };
}
