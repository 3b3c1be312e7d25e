/**
 * The twelve tints offered for states. `tints.css` repeats these colours as CSS (a test keeps both equal).
 * Text on a tint is the normal ink (AA); bars reach 3:1; a glyph goes with each for eyes that miss the hue.
 */
export interface Tint {
  id: string;
  /** Background of a row in the light theme. */
  light: string;
  /** Background of a row in the dark theme: 17 % of the bar over the surface. */
  dark: string;
  /** The 3 px bar at the left of a row, and the glyph's colour. */
  bar: { light: string; dark: string };
  glyph: Glyph;
}

export type Glyph =
  | 'circle'
  | 'square'
  | 'diamond'
  | 'triangle'
  | 'triangle-down'
  | 'half'
  | 'plus'
  | 'cross'
  | 'star'
  | 'hexagon'
  | 'bar'
  | 'chevron';

export const tints = [
  {
    id: 'slate',
    light: '#e9edf3',
    dark: '#303132',
    bar: { light: '#707c89', dark: '#7c8896' },
    glyph: 'circle',
  },
  {
    id: 'blue',
    light: '#e8f2fd',
    dark: '#2a3743',
    bar: { light: '#2481d2', dark: '#5daeff' },
    glyph: 'square',
  },
  {
    id: 'teal',
    light: '#dcf9f8',
    dark: '#2f4341',
    bar: { light: '#005454', dark: '#79f3f2' },
    glyph: 'diamond',
  },
  {
    id: 'green',
    light: '#e3f9e7',
    dark: '#2e3f2f',
    bar: { light: '#0e8335', dark: '#74d986' },
    glyph: 'triangle',
  },
  {
    id: 'lime',
    light: '#f0f7d8',
    dark: '#3d422c',
    bar: { light: '#516501', dark: '#cced76' },
    glyph: 'chevron',
  },
  {
    id: 'amber',
    light: '#fef2d4',
    dark: '#433922',
    bar: { light: '#ac820d', dark: '#efba39' },
    glyph: 'half',
  },
  {
    id: 'orange',
    light: '#ffecde',
    dark: '#432f1b',
    bar: { light: '#bc5f00', dark: '#ed7d12' },
    glyph: 'plus',
  },
  {
    id: 'red',
    light: '#fdebe9',
    dark: '#432624',
    bar: { light: '#cc262e', dark: '#ed4a49' },
    glyph: 'cross',
  },
  {
    id: 'pink',
    light: '#fde9f1',
    dark: '#463138',
    bar: { light: '#b82771', dark: '#fe8aba' },
    glyph: 'star',
  },
  {
    id: 'violet',
    light: '#f3ebff',
    dark: '#382c40',
    bar: { light: '#a464e3', dark: '#ac6beb' },
    glyph: 'hexagon',
  },
  {
    id: 'indigo',
    light: '#eaeefc',
    dark: '#3a3b43',
    bar: { light: '#535be1', dark: '#b9c5fe' },
    glyph: 'triangle-down',
  },
  {
    id: 'brown',
    light: '#f3e5da',
    dark: '#3d342d',
    bar: { light: '#653b23', dark: '#c9987d' },
    glyph: 'bar',
  },
] as const satisfies readonly Tint[];

export type TintId = (typeof tints)[number]['id'];

const byId = new Map<string, Tint>(tints.map((tint) => [tint.id, tint]));

/** The tint of an id kept in a directory; undefined when the id is unknown (an older palette, an import). */
export function findTint(id: string | undefined): Tint | undefined {
  return id === undefined ? undefined : byId.get(id);
}
