// Whether a text is shorter than its cell whatever its letters. Pure, no measuring: a cell that cannot overflow needs no clip, and clips are half of what a frame of scrolling costs.

/** Upper bounds in pixels at `--text-grid` (13 px) of the face of the product and of the system's faces. */
const digit = 8.5;
const thin = 5.5;
const letter = 9.5;
const wide = 14;

/** Both sides at the roomiest density, and a border. */
const padding = 21;

const known = /^[ -~А-яЁё№«»–]*$/u;
const thins = /[ .,:;!'|ijl()[\]-]/gu;
const digits = /[0-9]/gu;
const wides = /[A-ZА-ЯЁжмфшщыюmw@%&#№]/gu;

/** False where letters are met whose widths are not known here. */
export function surelyFits(text: string, width: number): boolean {
  if (text === '') return true;
  const room = width - padding;
  if (text.length * thin > room || !known.test(text)) return false;
  const narrow = countOf(text, thins);
  const figures = countOf(text, digits);
  const broad = countOf(text, wides);
  const rest = text.length - narrow - figures - broad;
  return narrow * thin + figures * digit + broad * wide + rest * letter <= room;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
