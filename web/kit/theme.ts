/** Mantine's theme in Voronka's colours and measures (the plain CSS half is theme.css). Contrast: WCAG 2.2 AA. */
import {
  type CSSVariablesResolver,
  createTheme,
  defaultCssVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The one accent: a deep ink blue-green; fills are index 8 in light and 7 in dark; text takes `--accent`. */
const ink: MantineColorsTuple = [
  '#e6f3f2',
  '#cfe7e5',
  '#a5d3d0',
  '#77bdb9',
  '#4fa9a5',
  '#2f9894',
  '#1c8a87',
  '#117c7a',
  '#0b6e6e',
  '#085656',
];

/** Warm greys of the light theme. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#ebe8e3',
  '#dedad3',
  '#cdc8bf',
  '#aca69b',
  '#87817a',
  '#6b665e',
  '#4a4640',
  '#2a2825',
];

/** Warm greys of the dark theme: 7 is the ground, 6 a surface, 5 what floats. */
const dark: MantineColorsTuple = [
  '#e8e5df',
  '#cfcac2',
  '#b3ada4',
  '#a19b91',
  '#4a4642',
  '#35322f',
  '#262422',
  '#1b1a19',
  '#161514',
  '#10100f',
];

const red: MantineColorsTuple = [
  '#fdeeed',
  '#fbdad8',
  '#f6b3af',
  '#f08a84',
  '#ea6660',
  '#df4a45',
  '#d03530',
  '#bf2a26',
  '#a9211e',
  '#871a18',
];

const amber: MantineColorsTuple = [
  '#fef5e3',
  '#fce8c1',
  '#f8d68d',
  '#f2c255',
  '#e9ad2a',
  '#d1950f',
  '#b37d05',
  '#946602',
  '#7a5400',
  '#5f4100',
];

const green: MantineColorsTuple = [
  '#e9f6ec',
  '#d0ecd6',
  '#a4d9b0',
  '#75c488',
  '#50b068',
  '#389a52',
  '#2a8745',
  '#1f733a',
  '#186231',
  '#114b25',
];

/** 13 px in grids and fields, 14 px for text, 20 px for a page's title; 6 px corners; 4 px grid. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  colors: { ink, gray, dark, red, amber, green },
  white: '#ffffff',
  black: '#1f1d1a',
  fontFamily: "'Golos Text Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Golos Text Variable', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    Pill: { defaultProps: { size: 'sm' } },
    PillsInput: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Tabs: { defaultProps: { variant: 'default' } },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true, transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { shadow: 'md', withinPortal: true, transitionProps: { duration: 0 } } },
    Modal: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

/** Points Mantine's own variables at the kit's (theme.css), so that both halves always agree. */
export const cssVariablesResolver: CSSVariablesResolver = (resolved) => {
  const given = defaultCssVariablesResolver(resolved);
  const ours = {
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-success': 'var(--done)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled-color': 'var(--ink-faint)',
    '--mantine-color-gray-light-color': 'var(--ink-soft)',
    '--mantine-color-ink-light': 'var(--accent-pale)',
    '--mantine-color-ink-light-hover': 'var(--accent-wash)',
    '--mantine-color-ink-light-color': 'var(--accent)',
    '--mantine-color-red-light': 'var(--danger-pale)',
    '--mantine-color-red-light-hover': 'var(--danger-pale)',
    '--mantine-color-red-light-color': 'var(--danger)',
    '--mantine-color-green-light': 'var(--done-pale)',
    '--mantine-color-amber-light': 'var(--attention-pale)',
    '--mantine-color-green-light-color': 'var(--done)',
    '--mantine-color-amber-light-color': 'var(--attention)',
  };
  return { variables: given.variables, light: { ...given.light, ...ours }, dark: { ...given.dark, ...ours } };
};
