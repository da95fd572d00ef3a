import type { KeyedWidget } from '#lib/domain/embed/keyed.ts';
import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import { embedToUrl } from '#lib/domain/embed/options.ts';
import { laterWords } from '#lib/words/embed-later.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { escapeXml } from '../draw/markup.ts';
import type { Asked } from '../pages/asked.ts';
import type { Mended } from './later.ts';

/** Where a widget's corrections are told: a map with a key keeps its feed, whatever is moved behind it. */
export const addressOfFeed = (options: EmbedOptions, keyed: Pick<KeyedWidget, 'id'> | undefined): string =>
  keyed ? `/w/${keyed.id}/feed` : `/embed/feed?${embedToUrl({ ...options, interactive: false })}`;

/** Corrections and retractions of what a widget shows, and moves of its line, as Atom 1.0. */
export function widgetFeed(
  asked: Asked,
  options: EmbedOptions,
  title: string,
  mended: readonly Mended[],
  { origin, publisher }: Pick<Config, 'origin' | 'publisher'>,
  keyed?: Pick<KeyedWidget, 'id'>,
): string {
  const { lang } = options;
  const t = laterWords[lang];
  const self = origin + addressOfFeed(options, keyed);
  const map = keyed ? `/w/${keyed.id}` : `/embed?${embedToUrl({ ...options, interactive: false })}`;
  const instant = (at: number): string => new Date(at).toISOString();
  const entries = mended.map(({ edition, item, change, title: { text }, note, path, published_at }) => [
    '<entry>',
    // The same correction in the feeds of two widgets is one entry.
    element('id', `${origin}/corrections#${edition}-${item.kind}-${item.id}`),
    element('title', t.change[change](text)),
    element('updated', instant(published_at)),
    element('published', instant(published_at)),
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + path)}"/>`,
    element('summary', `${note?.text ?? t.noNote[change]} ${t.inEdition(edition)}`),
    '</entry>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    element('id', self),
    element('title', t.feed(title)),
    element('subtitle', t.feedWhat),
    element('updated', instant(mended[0]?.published_at ?? asked.edition.published_at)),
    `<author>${element('name', publisher ?? `Salient (${pageWords[lang].unattended.toLowerCase()})`)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + map)}"/>`,
    ...entries.flat(),
    '</feed>',
    '',
  ].join('\n');
}

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
