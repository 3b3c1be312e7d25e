/** Places for several windows at once: beside one another, or one over the other. Pure. */
import { smallest, type WindowPlace } from './place.ts';

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

function rounded({ x, y, width, height }: WindowPlace): WindowPlace {
  return { x: Math.round(x), y: Math.round(y), width: Math.floor(width), height: Math.floor(height) };
}
