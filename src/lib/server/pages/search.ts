import { address, carried } from '#lib/domain/view/address.ts';
import { DEFAULT_VIEW } from '#lib/domain/view/view.ts';
import { pageWords } from '#lib/words/page.ts';
import { hitsOf } from '../api/find.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { reportLink } from './report.ts';
import { eventRow } from '#lib/scene/rows.ts';
import { rowViews } from './row-views.ts';

/** What a search finds: places in any script and old names, events, reports. */
export async function searchPage(asked: Asked, config: Config, query: string) {
  const { lang, reader, edition, view } = asked;
  const t = pageWords[lang];
  const kept = carried(view);
  const catalogue = await catalogueOf(reader);
  const hits = await hitsOf(asked, query, { places: 40, events: 40, reports: 40 });
  const places = hits.places.map(({ place, name, about }) => {
    const also = [...new Set(place.names.map((n) => n.text))].filter((n) => n !== name).slice(0, 4);
    return {
      key: place.id as string,
      title: name,
      about,
      also: also.length > 0 ? `${t.also}: ${also.join(', ')}` : '',
      href: address(lang, `/places/${place.id}`, kept),
    };
  });
  const events = hits.events.map((event) => eventRow(event, 'dated', catalogue, lang));
  const reports = hits.reports.map((report) => reportLink(report, asked));
  const nothing = places.length + events.length + reports.length === 0;
  const title = hits.query ? t.searchFor(hits.query) : t.search;
  return {
    ownSearch: true,
    title,
    query: hits.query,
    places,
    events: rowViews(events, asked),
    reports,
    message: !hits.query ? t.searchEmpty : nothing ? t.searchNone(hits.query) : undefined,
    words: {
      places: t.places,
      events: t.events,
      reports: t.reports,
      claimed: t.claimed,
      disputed: t.disputed,
    },
    about: aboutPage(asked, config, {
      title,
      item: `search ${hits.query}`,
      url: pinned(config, address(lang, '/search', DEFAULT_VIEW, { q: hits.query }), edition.number),
      // Of what was found, the place that stands first.
      embed: { place: hits.places[0]?.place.id },
    }),
    head: { title: `${title} · Salient`, description: t.tagline, image: undefined, jsonLd: undefined },
  };
}
