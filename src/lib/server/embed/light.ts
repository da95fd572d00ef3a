import { gzipSync } from 'node:zlib';
import { embedToUrl, type EmbedOptions } from '#lib/domain/embed/options.ts';
import { pictureAddress } from '#lib/domain/view/address.ts';
import type { ViewNote } from '#lib/domain/view/view.ts';
import type { Config } from '../config.ts';
import type { Asked } from '../pages/asked.ts';
import { widgetPage } from './page.ts';
import { viewShown, widgetOf, type News } from './widget.ts';

/** The most that a widget weighs before a tap, in bytes as they travel: the promise is 25,000 with its headers. */
export const MOST_BYTES = 24_000;
/** Pixels by which lines may leave the true ones, where a front of many corners would weigh too much otherwise. */
const COARSER = [undefined, 0.9, 1.4, 2.2, 3.5] as const;

/** A widget that is as fine as its weight allows. */
export async function lightPage(
  asked: Asked,
  options: EmbedOptions,
  notes: readonly ViewNote[],
  config: Config,
  now: number,
  news: News,
): Promise<{ html: string; policy: string }> {
  const card = {
    url: `${config.origin}/embed?${embedToUrl(options)}`,
    image: config.origin + pictureAddress('png', viewShown(asked), options.lang, asked.edition.number),
  };
  let page: { html: string; policy: string } | undefined;
  for (const tolerance of COARSER) {
    const widget = await widgetOf(asked, options, notes, config, now, news, tolerance);
    page = widgetPage(widget, options, config.origin, card, config.copy !== undefined);
    if (gzipSync(page.html).length <= MOST_BYTES) break;
  }
  return page as { html: string; policy: string };
}
