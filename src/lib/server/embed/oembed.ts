import { WIDGET_ID, type KeyedWidget } from '#lib/domain/embed/keyed.ts';
import { embedFromUrl, embedToUrl, type EmbedOptions } from '#lib/domain/embed/options.ts';
import { frameOf, type Room } from '#lib/domain/embed/frame.ts';
import { pictureAddress } from '#lib/domain/view/address.ts';
import { viewToUrl } from '#lib/domain/view/view.ts';
import { PNG_SIZES } from '../api/picture.ts';
import type { Config } from '../config.ts';
import { escapeXml } from '../draw/markup.ts';
import { readAsked, type Asked } from '../pages/asked.ts';
import type { PublicStore } from '../store/store.ts';
import { asMeant } from './meant.ts';
import { ownAddress, widgetOfAddress } from './page-widget.ts';
import { missingFrom } from './ribbon.ts';
import { viewShown, titleOfWidget } from './widget.ts';

/** What oEmbed 1.0 answers of a rich resource, in the order in which it is written. */
export type OEmbed = Readonly<Record<string, string | number>>;

/** How an address of ours is embedded; undefined where it is none of ours, or what it shows is not public. */
export async function oembedOf(
  store: PublicStore,
  config: Config,
  address: string,
  room: Room,
): Promise<OEmbed | undefined> {
  const found = await publicWidget(store, config, address);
  if (!found) return undefined;
  const { asked, options, keyed } = found;
  const { width, height } = frameOf(options.ratio, room, asked.view.compare !== undefined);
  const title = await titleOfWidget(asked, options);
  const src = config.origin + (keyed ? `/w/${keyed}` : `/embed?${embedToUrl(options)}`);
  return {
    version: '1.0',
    type: 'rich',
    provider_name: config.publisher ?? 'Salient',
    provider_url: config.origin,
    title,
    cache_age: 3600,
    width,
    height,
    html:
      `<iframe src="${escapeXml(src)}" width="${width}" height="${height}" title="${escapeXml(title)}" ` +
      `loading="lazy" frameborder="0" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`,
    ...thumbnailOf(asked, options, config, room),
  };
}

/** The widget that an address of ours stands for; undefined where what it shows is not public. */
export const optionsOfAddress = async (
  store: PublicStore,
  config: Pick<Config, 'origin'>,
  address: string,
): Promise<EmbedOptions | undefined> => (await publicWidget(store, config, address))?.options;

async function publicWidget(
  store: PublicStore,
  config: Pick<Config, 'origin'>,
  address: string,
): Promise<{ asked: Asked; options: EmbedOptions; keyed?: string } | undefined> {
  const url = ownAddress(address, config.origin);
  if (!url) return undefined;
  const [, id] = /^\/w\/([^/]+)$/.exec(url.pathname) ?? [];
  const keyed = id !== undefined && WIDGET_ID.test(id) ? await store.widget(id) : undefined;
  // What some sites alone may show is not offered to all.
  if (keyed) return keyed.sites.length > 0 ? undefined : keyedWidget(store, keyed);
  const found = widgetOfAddress(url);
  if (!found) return undefined;
  const asked = await readAsked(store, viewToUrl(found.options.view), found.options.lang);
  const options = asMeant(found.options, asked);
  if (await missingFrom(asked, options)) return undefined;
  return { asked, options: found.isPage ? pinned(options, asked) : options };
}

/** What a newsroom's map shows now; how it goes on is behind its address. */
async function keyedWidget(store: PublicStore, { id, query }: KeyedWidget) {
  const params = new URLSearchParams(query);
  const { options } = embedFromUrl(params);
  const asked = await readAsked(store, params, options.lang);
  return { asked, options: asMeant(options, asked), keyed: id };
}

/** A page says nothing of how a map of it goes on: it stays as it is now. */
function pinned(options: EmbedOptions, { day, edition, view }: Asked): EmbedOptions {
  if (edition.number === 0) return options;
  const { known: _, ...rest } = options.view;
  return {
    ...options,
    view: { ...rest, ...(day ? { day } : {}), compare: view.compare, edition: edition.number },
  };
}

/** The picture of a link card, or the largest that there is room for; none where there is room for none. */
function thumbnailOf(asked: Asked, { lang }: EmbedOptions, config: Config, room: Room): OEmbed {
  const fits = PNG_SIZES.filter(([w, h]) => w <= (room.width ?? 1200) && h <= (room.height ?? 630)).sort(
    (a, b) => b[0] * b[1] - a[0] * a[1],
  );
  const [size] = fits;
  if (!size) return {};
  const [width, height] = size;
  const url = new URL(config.origin + pictureAddress('png', viewShown(asked), lang, asked.edition.number));
  url.searchParams.set('width', String(width));
  url.searchParams.set('height', String(height));
  return { thumbnail_url: url.href, thumbnail_width: width, thumbnail_height: height };
}

export const oembedXml = (answer: OEmbed): string =>
  [
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
    '<oembed>',
    ...Object.entries(answer).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`),
    '</oembed>',
    '',
  ].join('\n');
