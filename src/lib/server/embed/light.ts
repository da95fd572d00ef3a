import { gzipSync } from 'node:zlib';
import { embedToUrl, type EmbedOptions } from '#lib/domain/embed/options.ts';
import { pictureAddress } from '#lib/domain/view/address.ts';
import type { ViewNote } from '#lib/domain/view/view.ts';
import type { Config } from '../config.ts';
import type { Asked } from '../pages/asked.ts';
import type { Fineness } from '../draw/svg.ts';
import { widgetPage } from './page.ts';
import { viewShown, widgetOf, type News } from './widget.ts';

/** The most that a widget weighs before a tap, in bytes as they travel, its headers among them. */
const PROMISED = 25_000;
/** Of which the headers of an answer are about so many; they name the address in each form of oEmbed. */
const headersOf = (query: string): number => 1150 + 3 * query.length;

/** What is coarser where a widget would weigh too much otherwise: first what is quiet, then the front of many corners. */
const COARSER: readonly Fineness[] = [
  {},
  { ease: 1.5 },
  { ease: 2 },
  { ease: 2.5, tolerance: 0.9 },
  { ease: 2.5, tolerance: 1.4 },
  { ease: 3, tolerance: 2.2 },
  { ease: 3, tolerance: 3.5 },
];

/** A widget that is as fine as its weight allows. */
export async function lightPage(
  asked: Asked,
  options: EmbedOptions,
  notes: readonly ViewNote[],
  config: Config,
  now: number,
  news: News,
): Promise<{ html: string; policy: string }> {
  const query = embedToUrl(options).toString();
  const most = PROMISED - headersOf(query);
  const card = {
    url: `${config.origin}/embed?${query}`,
    image: config.origin + pictureAddress('png', viewShown(asked), options.lang, asked.edition.number),
  };
  let page: { html: string; policy: string } | undefined;
  for (const fineness of COARSER) {
    const widget = await widgetOf(asked, options, notes, config, now, news, fineness);
    page = widgetPage(widget, options, config.origin, card, config.copy !== undefined);
    if (gzipSync(page.html).length <= most) break;
  }
  return page as { html: string; policy: string };
}
