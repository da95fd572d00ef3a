import { nameOf, type PlaceId } from '#lib/domain/places/place.ts';
import type { EventId } from '#lib/domain/events/event.ts';
import type { ReportId } from '#lib/domain/reports/report.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { DEFAULT_VIEW } from '#lib/domain/view/view.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { oblastName } from './regions.ts';
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
  const k = kindWords[lang];
  const kept = carried(view);
  const catalogue = await catalogueOf(reader);
  const asking = query.trim().slice(0, 80);
  const hits = asking ? await reader.search(asking, 40) : [];
  const places = hits.flatMap((h) => {
    const place = h.kind === 'place' ? catalogue.place(h.id as PlaceId) : undefined;
    if (!place) return [];
    const name = nameOf(place, lang);
    const also = [...new Set(place.names.map((n) => n.text))].filter((n) => n !== name).slice(0, 4);
    return [
      {
        key: h.id,
        title: name,
        about: [
          k.place[place.kind],
          place.oblast && place.kind !== 'oblast' ? oblastName(place.oblast, lang) : '',
        ]
          .filter(Boolean)
          .join(', '),
        also: also.length > 0 ? `${t.also}: ${also.join(', ')}` : '',
        href: address(lang, `/places/${h.id}`, kept),
      },
    ];
  });
  const events = hits.flatMap((h) => {
    const event = h.kind === 'event' ? catalogue.events.find((e) => e.id === (h.id as EventId)) : undefined;
    return event ? [eventRow(event, 'dated', catalogue, lang)] : [];
  });
  const reports = hits.flatMap((h) => {
    const report = h.kind === 'report' ? catalogue.reports.get(h.id as ReportId) : undefined;
    return report ? [reportLink(report, asked)] : [];
  });
  const title = asking ? t.searchFor(asking) : t.search;
  return {
    ownSearch: true,
    title,
    query: asking,
    places,
    events: rowViews(events, asked),
    reports,
    message: !asking ? t.searchEmpty : hits.length === 0 ? t.searchNone(asking) : undefined,
    words: {
      places: t.places,
      events: t.events,
      reports: t.reports,
      claimed: t.claimed,
      disputed: t.disputed,
    },
    about: aboutPage(asked, config, {
      title,
      item: `search ${asking}`,
      url: pinned(config, address(lang, '/search', DEFAULT_VIEW, { q: asking }), edition.number),
    }),
    head: { title: `${title} · Salient`, description: t.tagline, image: undefined, jsonLd: undefined },
  };
}
