import { inRings, ringsOf } from '#lib/domain/geometry/rings.ts';
import { distance } from '#lib/domain/geometry/sphere.ts';
import { nameOf, type Place, type PlaceId } from '#lib/domain/places/place.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import type { View } from '#lib/domain/view/view.ts';
import { longDay, mediumDay } from '#lib/words/dates.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { oblastName } from './regions.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import type { Catalogue } from '#lib/scene/catalogue.ts';
import { roughKm } from './numbers.ts';
import { picturesOf, SMALL } from './pictures.ts';
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
  const k = kindWords[lang];
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
  const held = isArea ? undefined : heldHistory(place, asked, catalogue);
  const path = address(lang, `/places/${id}`);
  const region = [
    k.place[place.kind],
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
    distance: day && !isArea ? distanceWords(place, day, asked) : undefined,
    point: isArea ? undefined : `${place.point[1].toFixed(4)}, ${place.point[0].toFixed(4)}`,
    rows: rowViews(rows, asked),
    reports: citing.map((r) => reportLink(r, asked)).sort((a, b) => (a.sort < b.sort ? 1 : -1)),
    pictures: drawn,
    onMap: { href: address(lang, '/', { ...shown, at: undefined }), text: t.openOnMap },
    words: {
      names: t.names,
      held: t.heldWhen,
      distance: t.distanceToFront,
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

interface Stretch {
  readonly from: Day;
  readonly status: string;
  readonly opening: boolean;
  readonly sources: readonly { href: string; text: string }[];
}

/** Who held a place when: the days on which its status changed, newest first, with the statements behind each. */
function heldHistory(place: Place, asked: Asked, catalogue: Catalogue) {
  const { control, lang, view } = asked;
  const t = pageWords[lang];
  const { opens, lastReviewed } = control;
  if (!opens || !lastReviewed || (place.country !== 'UA' && place.country !== 'RU')) return undefined;
  const days = [
    ...new Set([opens, ...control.history.ledgers.flatMap((l) => l.states.map((s) => s.from))]),
  ].sort();
  const stretches: (Stretch & { day: Day })[] = [];
  for (const d of days) {
    const status = statusOn(place, d, asked);
    if (stretches.at(-1)?.status === status) continue;
    const because = control.history.ledgers
      .flatMap((l) => l.states.filter((s) => s.from === d).flatMap((s) => s.by))
      .filter((s) => s.places.includes(place.id) || inRings(place.point, ringsOf(s.area)));
    stretches.push({
      day: d,
      from: d,
      status,
      opening: d === opens,
      sources: because.flatMap((s) =>
        s.citations.flatMap((c) => {
          const report = catalogue.reports.get(c.report);
          return report
            ? [
                {
                  href: address(lang, `/reports/${report.id}`, carried(view)),
                  text: `${report.publisher}, ${mediumDay(lang, report.published.from)}`,
                },
              ]
            : [];
        }),
      ),
    });
  }
  const list = stretches.map((s, i) => {
    const next = stretches[i + 1];
    return {
      key: s.from as string,
      when: next
        ? t.fromTo(mediumDay(lang, s.from), mediumDay(lang, addDays(next.from, -1)))
        : t.since(mediumDay(lang, s.from)),
      status: s.status,
      sources: s.sources,
      opening: s.opening && s.sources.length === 0 ? t.opening : undefined,
    };
  });
  return { list: list.reverse(), now: statusOn(place, asked.day ?? lastReviewed, asked) };
}

/** The status of a place on a day in words: every ledger that reaches it, the strongest first. */
function statusOn(place: Place, d: Day, { control, lang }: Asked): string {
  const t = pageWords[lang];
  const k = kindWords[lang];
  const holders = control.holders(place.point, d);
  const words = holders.map(({ holder, basis }) => {
    const ledger = control.ledgers.find((l) => l.holder === holder && l.basis === basis);
    if (basis === 'contested') return t.heldContested;
    return ledger ? textIn(ledger.name, lang).text : t.heldBy(k.holder[holder], k.basis[basis]);
  });
  if (words.length > 0) return [...new Set(words)].join('; ');
  return place.country === 'UA' ? t.heldUkraine : t.heldNone;
}

function distanceWords(place: Place, d: Day, { control, lang }: Asked): string {
  const t = pageWords[lang];
  const metres = control.distanceToFront(place.point, d);
  if (metres === undefined) return t.noFront;
  const resolution = roughKm(lang, control.resolution_m);
  if (metres < control.resolution_m) return t.distanceNear(resolution, longDay(lang, d));
  return t.distanceIs(roughKm(lang, metres), longDay(lang, d), resolution);
}
