import { address, carried, pictureAddress, splitLang } from '#lib/domain/view/address.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { discoveryOf, type Discovery } from '../embed/discovery.ts';
import type { Asked } from './asked.ts';
import { rest } from './frame.ts';

/** What other sites and programs make of a link to a page. */
export interface Preview {
  /** How another site shows this very view. */
  readonly embed: Discovery;
  /** The picture of a page that has none of its own: the map of the day. */
  readonly image: string;
  /** What the picture is, before the title of the page. */
  readonly map: string;
}

export function previewOf(asked: Asked, config: Config, url: URL): Preview {
  const { lang, view, edition, day } = asked;
  const shown = { ...carried(view), ...(day ? { day } : {}) };
  return {
    embed: discoveryOf(config, address(lang, splitLang(url.pathname).path, view, rest(url))),
    image: config.origin + pictureAddress('png', shown, lang, edition.number),
    map: pageWords[lang].map,
  };
}
