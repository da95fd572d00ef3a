import sansCyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import sansBoldCyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2?url';
import sans from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import sansBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import serifCyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff2?url';
import serifBoldCyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-600-normal.woff2?url';
import serif from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?url';
import serifBold from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url';
import type { Lang } from '#lib/domain/text.ts';

const latin = [sans, sansBold, serifBold, serif];

/** Addresses of the type with which a page begins; figures and names of publishers are Latin in Ukrainian too. */
export const firstType: Readonly<Record<Lang, readonly string[]>> = {
  en: latin,
  uk: [sansCyrillic, sansBoldCyrillic, serifBoldCyrillic, serifCyrillic, ...latin],
};
