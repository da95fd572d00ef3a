import type { Lang } from '../text.ts';
import { LANGS } from '../text.ts';
import { viewFromUrl, viewToUrl, type View, type ViewNote } from '../view/view.ts';
import { accentOf } from './accent.ts';

/** Shapes that a widget may have, width to height. */
export const RATIOS = ['16x9', '4x3', '1x1', '4x5', '9x16'] as const;
export type Ratio = (typeof RATIOS)[number];

/** Letters of a widget: the reader's own system has both kinds, so that none are fetched. */
export const FONTS = ['sans', 'serif'] as const;
export type Font = (typeof FONTS)[number];

/** What an address of a widget says, beside the view that it shows. */
export interface EmbedOptions {
  readonly view: View;
  readonly lang: Lang;
  readonly ratio: Ratio;
  readonly font: Font;
  /** Six hexadecimal digits: the colour of rule and links; none is the map's own. */
  readonly accent: string | undefined;
  /** Whether a tap brings the live map, or leads to the map's own page. */
  readonly controls: boolean;
  /** Whether the live map is asked for. */
  readonly interactive: boolean;
}

export const DEFAULT_EMBED = { ratio: '4x3', font: 'sans', controls: true, lang: 'en' } as const;

/** The parameters of a widget beside those of its view, in the order in which they are written. */
export const EMBED_PARAMS = ['lang', 'ratio', 'font', 'accent', 'controls', 'interactive'] as const;

/**
 * Read a widget from an address. Whatever cannot be used falls back to what is usual and is named in `notes`: inside an
 * article there is no error page.
 */
export function embedFromUrl(params: URLSearchParams): { options: EmbedOptions; notes: ViewNote[] } {
  const { view, notes: viewNotes } = viewFromUrl(params);
  const notes = [...viewNotes];
  const read = <T>(
    param: (typeof EMBED_PARAMS)[number],
    usual: T,
    find: (text: string) => T | undefined,
  ): T => {
    const text = params.get(param);
    if (text === null) return usual;
    const found = find(text);
    if (found === undefined) notes.push({ param, value: text.slice(0, 60) });
    return found ?? usual;
  };
  const among =
    <T extends string>(all: readonly T[]) =>
    (text: string): T | undefined =>
      all.find((one) => one === text);
  const onOff = (text: string): boolean | undefined =>
    text === '1' ? true : text === '0' ? false : undefined;
  return {
    options: {
      view,
      lang: read<Lang>('lang', DEFAULT_EMBED.lang, among(LANGS)),
      ratio: read<Ratio>('ratio', DEFAULT_EMBED.ratio, among(RATIOS)),
      font: read<Font>('font', DEFAULT_EMBED.font, among(FONTS)),
      accent: read<string | undefined>('accent', undefined, accentOf),
      controls: read('controls', DEFAULT_EMBED.controls, onOff),
      interactive: read('interactive', false, onOff),
    },
    notes,
  };
}

/** The parameters of a widget, in a fixed order and without what is usual: equal widgets are equal addresses. */
export function embedToUrl(options: EmbedOptions): URLSearchParams {
  const params = viewToUrl(options.view);
  if (options.lang !== DEFAULT_EMBED.lang) params.set('lang', options.lang);
  if (options.ratio !== DEFAULT_EMBED.ratio) params.set('ratio', options.ratio);
  if (options.font !== DEFAULT_EMBED.font) params.set('font', options.font);
  if (options.accent !== undefined) params.set('accent', options.accent);
  if (!options.controls) params.set('controls', '0');
  if (options.interactive) params.set('interactive', '1');
  return params;
}

/** How a widget goes on after it was put into an article. */
export type Following = 'keep' | 'update' | 'live';

/** `keep`: an edition and a day are named. `update`: a day, as now known. `live`: the last day, as now known. */
export const followingOf = ({ edition, known, day }: View): Following =>
  edition !== undefined || known !== undefined ? 'keep' : day !== undefined ? 'update' : 'live';
