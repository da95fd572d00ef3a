import { nameOf, type PlaceId } from '#lib/domain/places/place.ts';
import { textIn } from '#lib/domain/text.ts';
import { addDays, dayOfInstant } from '#lib/domain/time/day.ts';
import { address, pictureAddress } from '#lib/domain/view/address.ts';
import type { View } from '#lib/domain/view/view.ts';
import type { Boot } from '#lib/reader/boot.ts';
import { foundPlace } from '#lib/scene/card-place.ts';
import { listsOf } from '#lib/scene/lists.ts';
import type { Atlas } from '#lib/scene/map-data.ts';
import { netLane } from '#lib/scene/net-lane.ts';
import { timelineBase } from '#lib/scene/timeline.ts';
import { instant, longDay } from '#lib/words/dates.ts';
import { pageWords } from '#lib/words/page.ts';
import { basemapAddress } from '../api/basemap.ts';
import { namesAddress } from '../api/names.ts';
import type { Config } from '../config.ts';
import type { PublicStore } from '../store/store.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { frameOf } from './frame.ts';
import { full, picturesOf, type Pictures } from './pictures.ts';

/** The first page: what the server draws, and what a browser needs to take it over. */
export interface HomePage {
  readonly boot: Boot;
  readonly atlas: Atlas;
  readonly pictures: Pictures;
  readonly head: { title: string; description: string; image: string | undefined; jsonLd: unknown };
}

export async function homePage(
  asked: Asked,
  store: PublicStore,
  config: Config,
  url: URL,
  now: number,
): Promise<HomePage> {
  const { lang, view, edition, control, catalogue, head, reader } = asked;
  const t = pageWords[lang];
  const day = asked.day ?? dayOfInstant(now);
  const shown: View = { ...view, day };
  const { pictures } = await picturesOf(asked, shown, full(lang));
  const place = view.place === undefined ? undefined : await reader.place(view.place as PlaceId);
  const title = longDay(lang, day);
  const about = aboutPage(asked, config, {
    title: `${t.site}: ${title}`,
    item: `map of ${day}`,
    url: pinned(
      config,
      address(lang, '/', { ...shown, edition: undefined, known: undefined }),
      edition.number,
    ),
  });
  const sentence =
    edition.number > 0 ? listsOf(asked, day).sentence : { lead: t.noEdition, rest: t.noEditionHow };
  const { number, published_at, digest } = edition;
  return {
    boot: {
      lang,
      view,
      day,
      place: place && { ...foundPlace(place, lang), name: nameOf(place, lang) },
      newest: head.number,
      editions: (await store.editions()).map((e) => ({
        number: e.number,
        when: instant(lang, e.published_at),
        // What a later edition brought is for whoever looks at that edition.
        note: e.number > number ? '' : textIn(e.note, lang).text,
      })),
      files: {
        map: `/data/${number}/map.json`,
        control: `/data/${number}/control.ledger`,
        basemap: basemapAddress(),
        names: namesAddress(number, lang),
      },
      net: netLane(timelineBase({ catalogue, control, view, lang, ends: [day] }), control),
      origin: config.origin,
      who: config.publisher ?? `Salient (${t.unattended.toLowerCase()})`,
      when: number > 0 ? instant(lang, published_at) : '—',
      old: control.lastReviewed !== undefined && now > Date.parse(addDays(control.lastReviewed, 4)),
      frame: frameOf(asked, config, url, '/'),
      about,
    },
    atlas: { edition: { number, published_at, digest }, catalogue, control, reviews: await reader.reviews() },
    pictures,
    head: {
      title: `${title} · Salient`,
      description: `${sentence.lead} ${sentence.rest}`.trim(),
      image: `${config.origin}${pictureAddress('png', shown, lang, number)}`,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        name: `${t.site}: ${title}`,
        description: t.tagline,
        url: config.origin + address(lang, '/', view),
        temporalCoverage:
          control.opens && control.lastReviewed ? `${control.opens}/${control.lastReviewed}` : undefined,
        spatialCoverage: { '@type': 'Place', name: lang === 'uk' ? 'Україна' : 'Ukraine' },
        version: String(number),
        isAccessibleForFree: true,
        distribution: [
          {
            '@type': 'DataDownload',
            encodingFormat: 'application/geo+json',
            contentUrl: `${config.origin}/data/${number}/events.geojson`,
          },
        ],
      },
    },
  };
}
