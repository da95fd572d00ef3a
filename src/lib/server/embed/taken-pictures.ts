import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import { address } from '#lib/domain/view/address.ts';

/** Sizes of pictures: a link preview, a tall post, a story. */
export const TAKEN_SIZES = [
  [1200, 630],
  [1080, 1350],
  [1080, 1920],
] as const;

/** The address of a picture of what a widget shows, kept or following as the widget is. */
export function pictureHref(
  { view, lang }: EmbedOptions,
  origin: string,
  type: 'svg' | 'png',
  [width, height]: readonly [number, number],
  scale: 1 | 2 = 1,
): string {
  return (
    origin +
    address(
      'en',
      `/map.${type}`,
      { ...view, theme: 'system' },
      {
        width: String(width),
        height: String(height),
        lang,
        theme: view.theme === 'dark' ? 'dark' : 'light',
        ...(scale === 2 ? { scale: '2' } : {}),
      },
    )
  );
}
