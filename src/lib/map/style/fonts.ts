/** Names of the fonts in the style. */
export const FONTS = { regular: 'Noto Sans Regular', bold: 'Noto Sans SemiBold' } as const;

/** Addresses of the font's files, by script. */
export interface FontFiles {
  readonly latin: string;
  readonly latinExt: string;
  readonly cyrillic: string;
}

const RANGES: Readonly<Record<keyof FontFiles, readonly string[]>> = {
  latin: [
    'U+0000-00FF',
    'U+0131',
    'U+0152-0153',
    'U+02BB-02BC',
    'U+02C6',
    'U+02DA',
    'U+02DC',
    'U+2000-206F',
    'U+2190-2193',
    'U+2212',
  ],
  latinExt: ['U+0100-02BA', 'U+02BD-02C5', 'U+1E00-1E9F', 'U+1EF2-1EFF'],
  cyrillic: ['U+0301', 'U+0400-045F', 'U+0490-0491', 'U+04B0-04B1', 'U+2116'],
};

/** What the style says of its fonts: a file is fetched only when a name needs a letter of it. */
export const fontFaces = (files: Readonly<Record<keyof typeof FONTS, FontFiles>>) =>
  Object.fromEntries(
    (['regular', 'bold'] as const).map((face) => [
      FONTS[face],
      (['latin', 'latinExt', 'cyrillic'] as const).map((script) => ({
        url: files[face][script],
        'unicode-range': [...RANGES[script]],
      })),
    ]),
  );
