import { WIDGET_ID } from '#lib/domain/embed/keyed.ts';
import { embedFromUrl, embedToUrl, type EmbedOptions } from '#lib/domain/embed/options.ts';
import { address } from '#lib/domain/view/address.ts';
import { viewFromUrl, type ViewNote } from '#lib/domain/view/view.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned } from '../pages/about.ts';
import { readAsked, type Asked } from '../pages/asked.ts';
import type { PublicStore } from '../store/store.ts';
import { keptAsIs } from './kept.ts';
import { ownAddress, widgetOfAddress } from './page-widget.ts';
import { titleOfWidget } from './widget.ts';

/** Why an address cannot be copied, and what to give instead. */
export class NoWidget extends Error {
  override readonly name = 'NoWidget';
}

/** A widget that is to be copied, pinned to the edition and the day that it shows now. */
export interface WidgetToCopy {
  readonly asked: Asked;
  readonly options: EmbedOptions;
  readonly title: string;
  readonly citation: string;
  /** Paths on the site: of the picture, and of the moving map where the widget has one. */
  readonly picture: string;
  readonly live: string | undefined;
}

/**
 * What an address of ours stands for, to be copied. It is read more strictly than for readers: in an article a map that
 * is not quite what was asked for is better than none, but a copy stays wrong for ever.
 */
export async function widgetToCopy(store: PublicStore, config: Config, given: string): Promise<WidgetToCopy> {
  const url = ownAddress(/^\//.test(given) ? config.origin + given : given, config.origin);
  if (!url)
    throw new NoWidget(
      `"${given}" is no address of this site, which is ${config.origin}; set SALIENT_ORIGIN if readers come to it under another`,
    );
  const head = await store.head();
  if (head.number === 0) throw new NoWidget('nothing is published yet, so that there is nothing to copy');
  const { options: first, notes, path } = await wantedBy(store, url, given);
  if (notes.length > 0) throw new NoWidget(notes.map(unread).join('; '));
  const { edition } = first.view;
  if (edition !== undefined && (edition > head.number || edition < 1))
    throw new NoWidget(`there is no edition ${edition}; the newest is ${head.number}`);
  const found = await readAsked(store, embedToUrl(first), first.lang);
  if (found.editionNote) throw new NoWidget(`nothing was published yet on ${first.view.known ?? ''}`);
  const absent = found.notes.map(
    ({ param, value }) => `there is no ${param} "${value}" in edition ${found.edition.number}`,
  );
  if (absent.length > 0) throw new NoWidget(absent.join('; '));
  const options = keptAsIs({ ...first, interactive: false }, found);
  const asked = await readAsked(store, embedToUrl(options), options.lang);
  const title = await titleOfWidget(asked, options);
  const { citation } = aboutPage(asked, config, {
    title,
    item: 'map',
    url: pinned(
      config,
      address(options.lang, '/', { ...options.view, edition: undefined }),
      asked.edition.number,
    ),
  });
  return {
    asked,
    options,
    title,
    citation,
    picture: path ?? `/embed?${embedToUrl(options)}`,
    live: options.controls ? `/embed?${embedToUrl({ ...options, interactive: true })}` : undefined,
  };
}

interface Wanted {
  readonly options: EmbedOptions;
  readonly notes: readonly ViewNote[];
  /** Of a newsroom's own map, which has more to show than its parameters say. */
  readonly path?: string;
}

async function wantedBy(store: PublicStore, url: URL, given: string): Promise<Wanted> {
  const id = /^\/w\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  if (id !== undefined) {
    const keyed = WIDGET_ID.test(id) ? await store.widget(id) : undefined;
    if (!keyed) throw new NoWidget(`there is no newsroom's map "${id}", or its key was withdrawn`);
    return { ...embedFromUrl(new URLSearchParams(keyed.query)), path: `/w/${keyed.id}` };
  }
  const found = widgetOfAddress(url);
  if (!found)
    throw new NoWidget(`"${given}" shows no map; give /embed?…, /w/… or the address of a page with a map`);
  const { notes } = found.isPage ? viewFromUrl(url.searchParams) : embedFromUrl(url.searchParams);
  return { options: found.options, notes };
}

const unread = ({ param, value }: ViewNote): string => `"${value}" is no use as ${param}`;
