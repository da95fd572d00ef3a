/**
 * The colours of the map, by what they stand for. Edges carry the contrast (3:1 against both fills beside them); fills
 * stay light, or dark, so that labels keep 4.5:1. `palette.test.ts` holds both, and that the sides stay apart for
 * colour-blind readers.
 */
const light = {
  /** Land of Ukraine, and of all others. */
  land: '#f7f4ee',
  abroad: '#edeae2',
  water: '#dbe5ea',
  river: '#b4cad6',
  lake: '#d2e0e7',
  border: '#a59c8e',
  state: '#766d60',
  coast: '#a9b8bf',
  /** Ground by who is assessed to hold it. */
  held: '#e1b4a8',
  pre2022: '#efd9d1',
  fresh: '#c3604f',
  front: '#9b2f26',
  unsourced: '#83584f',
  casing: '#ffffff',
  'ua-held': '#b9cfe4',
  'ua-fresh': '#6f9cc8',
  'ua-edge': '#2b5f93',
  'ua-unsourced': '#586d84',
  contested: '#815a00',
  'contested-fill': '#f0d691',
  /** Lines over ground that was looked at. */
  review: '#1d5f5a',
  /** Words and marks. */
  ink: '#211f1c',
  soft: '#58534b',
  faint: '#4f4941',
  mark: '#211f1c',
  'mark-paper': '#fffdf9',
  paper: '#fbf9f5',
  rule: '#ddd6c9',
  accent: '#9b2f26',
} as const;

export type Colour = keyof typeof light;
export type Palette = Readonly<Record<Colour, string>>;

const dark: Palette = {
  land: '#1e2327',
  abroad: '#191d20',
  water: '#101518',
  river: '#36474f',
  lake: '#131b20',
  border: '#515a5f',
  state: '#8b9499',
  coast: '#3b474d',
  held: '#56302c',
  pre2022: '#41332f',
  fresh: '#96473c',
  front: '#ef8b7c',
  unsourced: '#b89089',
  casing: '#14181b',
  'ua-held': '#254360',
  'ua-fresh': '#356695',
  'ua-edge': '#7fb2e2',
  'ua-unsourced': '#9fb0c0',
  contested: '#dfab3f',
  'contested-fill': '#574519',
  review: '#86d3c8',
  ink: '#f3f0ea',
  soft: '#bdb9b1',
  faint: '#b1ada5',
  mark: '#f7f4ee',
  'mark-paper': '#14181b',
  paper: '#15191c',
  rule: '#343a3e',
  accent: '#ef8b7c',
};

/** Concrete colours for pictures that stand alone. */
export const palettes = { light, dark } satisfies Record<'light' | 'dark', Palette>;

/** How a drawing names a colour: concretely, or as the page's variable. */
export type Paint = (colour: Colour) => string;

export const paintOf = (theme: 'light' | 'dark'): Paint => {
  const palette: Palette = palettes[theme];
  return (colour) => palette[colour];
};
export const variable: Paint = (colour) => `var(--map-${colour})`;

const declarations = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--map-${name}:${value}`)
    .join(';');

/** The palettes as a stylesheet: light, dark by choice, dark by the reader's system where no theme is chosen. */
export function paletteCss(): string {
  return [
    `:root{${declarations(light)}}`,
    `[data-theme=dark]{${declarations(dark)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${declarations(dark)}}}`,
    `@media print{:root:root{${declarations(light)}}}`,
    '',
  ].join('\n');
}
