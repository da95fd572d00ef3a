import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import latinExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import latinExtBold from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url';
import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import cyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2?url';
import type { Fonts } from './style/style.ts';

/** A relative address would be resolved against the worker's, so each is made whole. */
const whole = (url: string): string => new URL(url, document.baseURI).href;

/** The files of the page's own fonts, as the map's names want them. */
export const fontFiles = (): Fonts => ({
  regular: { latin: whole(latin), latinExt: whole(latinExt), cyrillic: whole(cyrillic) },
  bold: { latin: whole(latinBold), latinExt: whole(latinExtBold), cyrillic: whole(cyrillicBold) },
});
