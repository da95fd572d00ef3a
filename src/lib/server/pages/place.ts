import { distance } from '#lib/domain/geometry/sphere.ts';
import { nameOf, type Place, type PlaceId } from '#lib/domain/places/place.ts';
import type { Lang } from '#lib/domain/text.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import type { View } from '#lib/domain/view/view.ts';
import { detailWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import { placeWords } from '#lib/words/place.ts';
import type { Config } from '../config.ts';
import { oblastName } from './regions.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { picturesOf, SMALL } from './pictures.ts';
import { distanceHistory, distanceOn, nearestChange } from './place-distance.ts';
import { heldHistory } from './place-held.ts';
import { reviewedThere } from './place-reviewed.ts';
import { reportLink } from './report.ts';
import { eventRow, newestFirst } from '#lib/scene/rows.ts';
import { rowViews } from './row-views.ts';

/** Within how many metres an event counts as near a place. */
const NEAR_M = 15_000;

const countryNames = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  uk: new Intl.DisplayNames('uk', { type: 'region' }),
};

export async function placePage(asked: Asked, config: Config, id: string) {
  const { lang, reader, edition, control, view } = asked;
  const place = await reader.place(id as PlaceId);
  if (!place) return undefined;
  const catalogue = await catalogueOf(reader);
  const t = pageWords[lang];
  const p = placeWords[lang];
  const kept = carried(view);
  const name = nameOf(place, lang);
  const day = asked.day;
  const isArea = place.kind === 'oblast' || place.kind === 'country';
  const events = catalogue.events.filter(
    (e) => e.location?.place === place.id || (!isArea && e.point && distance(e.point, place.point) <= NEAR_M),
  );
  const rows = events.map((e) => eventRow(e, 'dated', catalogue, lang)).sort(newestFirst);
  const citing = [...catalogue.reports.values()].filter(
    (r) =>
      events.some((e) => e.claims.some((c) => c.citation.report === r.id)) ||
      control.statements.some(
        (s) => s.places.includes(place.id) && s.citations.some((c) => c.report === r.id),
      ),
  );
  const shown: View = { ...kept, place: place.id, ...(day ? { day } : {}) };
  const drawn =
    day && !isArea
      ? (await picturesOf(asked, shown, SMALL, { point: place.point, radius_m: 12_000 })).pictures
      : undefined;
  const held = isArea ? undefined : heldHistory(place, asked);
  const distances = held && (await distanceHistory(place, asked, held.spans));
  const path = address(lang, `/places/${id}`);
  const region = [
    detailWords[lang].place[place.kind],
    place.oblast && place.kind !== 'oblast' ? oblastName(place.oblast, lang) : undefined,
    place.kind === 'country' ? undefined : countryNames[lang].of(place.country),
  ].filter(Boolean) as string[];
  const description = [name, ...region, held?.now, ...rows.slice(0, 2).map((r) => r.title)]
    .filter(Boolean)
    .join(' · ');
  return {
    title: name,
    kicker: region.join(' · '),
    names: namesOf(place, lang),
    held,
    distances,
    nearest: held && nearestChange(place, asked),
    reviewed: await reviewedThere(place, asked, day),
    distance: day && !isArea ? distanceOn(place, asked, day) : undefined,
    point: isArea ? undefined : `${place.point[1].toFixed(4)}, ${place.point[0].toFixed(4)}`,
    rows: rowViews(rows, asked),
    reports: citing.map((r) => reportLink(r, asked)).sort((a, b) => (a.sort < b.sort ? 1 : -1)),
    pictures: drawn,
    onMap: { href: address(lang, '/', { ...shown, at: undefined }), text: t.openOnMap },
    words: {
      names: t.names,
      held: t.heldWhen,
      distance: t.distanceToFront,
      byDay: p.byDay,
      asTable: p.asTable,
      day: p.day,
      nearest: p.nearest,
      history: p.held,
      coordinates: t.coordinates,
      events: isArea ? t.events : t.eventsHere,
      noEvents: t.noEventsHere,
      reports: t.reportsMentioning,
      claimed: t.claimed,
      disputed: t.disputed,
    },
    about: aboutPage(asked, config, {
      title: name,
      item: `place ${id}`,
      url: pinned(config, path, edition.number),
      embed: { place: id },
    }),
    head: {
      title: `${name} · Salient`,
      description,
      image: isArea
        ? undefined
        : `${config.origin}/map.png?place=${id}&edition=${edition.number}&width=1200&height=630&lang=${lang}`,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'Place',
        name,
        alternateName: [...new Set(place.names.map((n) => n.text))].filter((n) => n !== name),
        geo: { '@type': 'GeoCoordinates', latitude: place.point[1], longitude: place.point[0] },
        address: { '@type': 'PostalAddress', addressCountry: place.country },
      },
    },
  };
}

function namesOf(place: Place, lang: Lang) {
  const t = pageWords[lang];
  const kinds = { official: t.officialName, exonym: t.exonym, former: t.formerName, translit: t.translit };
  const languages = new Intl.DisplayNames(lang, { type: 'language' });
  return place.names.map((n, i) => ({
    key: `${i} ${n.text}`,
    text: n.text,
    lang: n.lang,
    about: [languages.of(n.lang), kinds[n.kind], t.years(n.from, n.until)].filter(Boolean).join(', '),
  }));
}
