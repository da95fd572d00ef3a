import { versionOf } from '#lib/domain/history/edition.ts';
import type { Event } from '#lib/domain/events/event.ts';
import { distance } from '#lib/domain/geometry/sphere.ts';
import { fold, foldedNames } from '#lib/domain/places/fold.ts';
import { nameOf, PLACE_KINDS, type Place, type PlaceId, type PlaceName } from '#lib/domain/places/place.ts';
import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Catalogue } from '#lib/scene/catalogue.ts';
import type { Findings, FoundPlace } from '#lib/scene/findings.ts';
import { eventRow, publishedWords } from '#lib/scene/rows.ts';
import { detailWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import { toolWords } from '#lib/words/tools.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import type { Asked } from '../pages/asked.ts';
import { oblastName } from '../pages/regions.ts';
import type { EditionReader, SearchHit } from '../store/store.ts';
import { etagOf } from './conditional.ts';

/** The longest search that is read, in characters; what is beyond is left out. */
export const MOST_LETTERS = 80;
/** How many the store is asked for, of all kinds together; few enough to be told apart by eye, many to choose from. */
const MOST_HITS = 500;
/** How many other names of one place are told. */
const MOST_NAMES = 4;
/** At most so many of each kind, as one types. */
const SHOWN = { places: 8, events: 5, reports: 5 } as const;

/** A place that matches, with the name by which it does. */
export interface PlaceHit {
  readonly place: Place;
  readonly name: string;
  readonly about: string;
  readonly also: string | undefined;
}
/** What a search finds, best first: the page of the search and the list below the field are both made from it. */
export interface Hits {
  readonly query: string;
  readonly places: readonly PlaceHit[];
  readonly events: readonly Event[];
  readonly reports: readonly Report[];
}

/** What is searched for: without the blanks around it, and not longer than can be meant. */
export const asking = (query: string): string =>
  Array.from(query.slice(0, 4 * MOST_LETTERS).trim())
    .slice(0, MOST_LETTERS)
    .join('');

/** @param most how many of each kind at most */
export async function hitsOf(
  asked: Pick<Asked, 'lang' | 'reader' | 'control'>,
  text: string,
  most: { places: number; events: number; reports: number },
): Promise<Hits> {
  const { lang, reader, control } = asked;
  const query = asking(text);
  const hits = query ? await reader.search(query, MOST_HITS) : [];
  const catalogue = await catalogueOf(reader);
  const found = placesIn(hits, catalogue);
  const halves = await halfTyped(reader, query, catalogue, new Set(found));
  const day = control.lastReviewed;
  const far = (p: Place): number => (day && control.distanceToFront(p.point, day)) ?? Infinity;
  const places = homonymsByFront(withHalves(found, halves, query), fold(query), lang, far).slice(
    0,
    most.places,
  );
  return {
    query,
    places: tellApart(
      places.map((place) => ({
        place,
        name: nameOf(place, lang),
        about: aboutPlace(place, lang),
        also: matchedName(place, query, lang),
      })),
      catalogue,
      lang,
    ),
    events: hits
      .flatMap((h) => (h.kind === 'event' ? (catalogue.event(h.id) ?? []) : []))
      .slice(0, most.events),
    reports: hits
      .flatMap((h) => (h.kind === 'report' ? (catalogue.reports.get(h.id as ReportId) ?? []) : []))
      .slice(0, most.reports),
  };
}

const placesIn = (hits: readonly SearchHit[], catalogue: Catalogue): Place[] =>
  hits.flatMap((h) => (h.kind === 'place' ? (catalogue.place(h.id as PlaceId) ?? []) : []));

/**
 * Places of which half a spelling is typed. The store makes one letter of two that spellings disagree on, so there
 * "kurak" is not yet a beginning of Kurakhove; whatever is spelled so letter by letter counts as well.
 */
async function halfTyped(
  reader: EditionReader,
  query: string,
  catalogue: Catalogue,
  known: ReadonlySet<Place>,
): Promise<Place[]> {
  if (!/[\p{L}\p{N}]{2}[kcsijygzиіїйы]$/iu.test(query)) return [];
  const hits = await reader.search(query.slice(0, -1), MOST_HITS);
  return placesIn(hits, catalogue).filter(
    (place) =>
      !known.has(place) && place.names.some((n) => begins(n.text.toLowerCase(), query.toLowerCase())),
  );
}

/** Both in one order: as the store ranks, by how a name matches and then by size. */
function withHalves(found: readonly Place[], halves: readonly Place[], query: string): readonly Place[] {
  if (halves.length === 0) return found;
  const written = query.toLowerCase();
  const rank = (place: Place): number =>
    Math.min(
      rankOf(place, fold(query)),
      place.names.some((n) => n.text.toLowerCase().startsWith(written)) ? 1 : 2,
    );
  const weight = (place: Place): number =>
    place.kind === 'country' || place.kind === 'oblast' ? 1e9 : (place.population ?? 0);
  return [...found, ...halves]
    .map((place) => ({ place, rank: rank(place), weight: weight(place) }))
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight || (a.place.id < b.place.id ? -1 : 1))
    .map(({ place }) => place);
}

/** The tag of an answer: it follows from the edition, the language and what was asked for. */
export const findTag = ({ edition, lang }: Pick<Asked, 'edition' | 'lang'>, query: string): string =>
  etagOf('find 2', edition.number, versionOf(edition), lang, asking(query));

/** The tag of an answer about one place. */
export const placeTag = ({ edition, lang }: Pick<Asked, 'edition' | 'lang'>, id: string): string =>
  etagOf('find 2 place', edition.number, versionOf(edition), lang, id.slice(0, MOST_LETTERS));

/** One place by its id, in the same form, with its other names; none where the edition has no such place. */
export async function findPlace(
  { lang, reader, edition }: Pick<Asked, 'lang' | 'reader' | 'edition'>,
  id: string,
): Promise<Findings> {
  const place = (await catalogueOf(reader)).place(id as PlaceId);
  const found = (place: Place): FoundPlace => {
    const name = nameOf(place, lang);
    const others = place.names.filter((n) => n.text !== name).map((n) => withYears(n, lang));
    return {
      id: place.id,
      name,
      about: aboutPlace(place, lang),
      also: [...new Set(others)].slice(0, MOST_NAMES).join(', ') || undefined,
      point: place.point,
      kind: place.kind,
    };
  };
  return {
    edition: edition.number,
    places: place ? [found(place)] : [],
    events: [],
    reports: [],
    more: false,
  };
}

/** What is found while one types. */
export async function findings(
  asked: Pick<Asked, 'lang' | 'reader' | 'control' | 'edition'>,
  query: string,
): Promise<Findings> {
  const { lang, reader, edition } = asked;
  const catalogue = await catalogueOf(reader);
  const hits = await hitsOf(asked, query, { places: 9, events: 6, reports: 6 });
  return {
    edition: edition.number,
    places: hits.places.slice(0, SHOWN.places).map(({ place, name, about, also }): FoundPlace => ({
      id: place.id,
      name,
      about,
      also,
      point: place.point,
      kind: place.kind,
    })),
    events: hits.events.slice(0, SHOWN.events).map((event) => {
      const { title, titleLang, when, where } = eventRow(event, 'dated', catalogue, lang);
      return {
        id: event.id,
        kind: event.kind,
        title,
        titleLang,
        when,
        where,
        point: event.point ?? undefined,
      };
    }),
    reports: hits.reports.slice(0, SHOWN.reports).map((report) => ({
      id: report.id,
      title: report.title,
      titleLang: report.language,
      publisher: report.publisher,
      when: publishedWords(report.published, lang),
    })),
    more:
      hits.places.length > SHOWN.places ||
      hits.events.length > SHOWN.events ||
      hits.reports.length > SHOWN.reports,
  };
}

/**
 * Places as the store ranks them, where those that share a name change seats among themselves: the larger kind first,
 * then what lies nearer to the front, because that is what this map is asked about.
 *
 * @param far metres from the front; asked only of places that share their name
 */
function homonymsByFront(
  places: readonly Place[],
  folded: string,
  lang: Lang,
  far: (place: Place) => number,
): Place[] {
  const seats = Map.groupBy(places.keys(), (i) => fold(nameOf(places[i] as Place, lang)));
  const result = [...places];
  for (const taken of seats.values()) {
    if (taken.length < 2) continue;
    const ranked = taken
      .map((i) => places[i] as Place)
      .map((place) => ({ place, rank: rankOf(place, folded), size: sizeOf(place), far: far(place) }))
      .sort((a, b) => a.rank - b.rank || a.size - b.size || compare(a.far, b.far));
    taken.forEach((seat, n) => (result[seat] = ranked[n]?.place as Place));
  }
  return result;
}

/** Infinity less infinity is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** 0 where a name is just what was written, 1 where one begins with it. */
function rankOf(place: Place, folded: string): number {
  const names = place.names.flatMap((n) => foldedNames(n.text));
  return names.includes(folded) ? 0 : names.some((n) => n.startsWith(folded)) ? 1 : 2;
}

/** The rank of a kind, where everything smaller than a town counts as one: their kinds are seldom known for sure. */
const sizeOf = (place: Place): number =>
  Math.min(PLACE_KINDS.indexOf(place.kind), PLACE_KINDS.indexOf('settlement'));

/** What kind of place it is, and in which region or country. */
export function aboutPlace(place: Place, lang: Lang): string {
  const region = place.oblast && place.kind !== 'oblast' ? oblastName(place.oblast, lang) : undefined;
  const abroad = place.country !== 'UA' && place.kind !== 'country';
  const where = [region, abroad ? countryName(place.country, lang) : undefined];
  return [detailWords[lang].place[place.kind], ...where.filter((w) => w && w !== nameOf(place, lang))].join(
    ', ',
  );
}

const countries = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  uk: new Intl.DisplayNames('uk', { type: 'region' }),
};
const countryName = (code: string, lang: Lang): string | undefined => countries[lang].of(code);

/** Where name, kind and region are the same, the nearest town says which one is meant. */
function tellApart(hits: readonly PlaceHit[], { places }: Catalogue, lang: Lang): PlaceHit[] {
  const said = Map.groupBy(hits, (h) => `${h.name}, ${h.about}`);
  return hits.map((hit) => {
    if ((said.get(`${hit.name}, ${hit.about}`)?.length ?? 0) < 2) return hit;
    const town = nearestTown(hit.place, places);
    return town ? { ...hit, about: `${hit.about}, ${toolWords[lang].search.near(nameOf(town, lang))}` } : hit;
  });
}

function nearestTown(place: Place, places: readonly Place[]): Place | undefined {
  let best: { town: Place; far: number } | undefined;
  for (const town of places) {
    if ((town.kind !== 'city' && town.kind !== 'town') || town.id === place.id) continue;
    const far = distance(place.point, town.point);
    if (!best || far < best.far) best = { town, far };
  }
  return best?.town;
}

/**
 * The name by which a place was found, where the shown one does not show why: "Artemivsk (until 2016)" for Bakhmut,
 * «Курахово» for Kurakhove. Undefined where the shown name begins, letter by letter, with what was written.
 */
function matchedName(place: Place, query: string, lang: Lang): string | undefined {
  const shown = nameOf(place, lang);
  const written = (name: string): boolean => begins(name.toLowerCase(), query.toLowerCase());
  if (written(shown)) return undefined;
  const others = place.names.filter((n) => n.text !== shown);
  const literal = others.find((n) => written(n.text));
  if (literal) return withYears(literal, lang);
  const folded = fold(query);
  const meant = (name: string): boolean => begins(fold(name), folded);
  if (meant(shown)) return undefined;
  const cyrillic = /\p{Script=Cyrillic}/u.test(query);
  const like = others.filter((n) => meant(n.text));
  const best = like.find((n) => (n.script === 'Cyrl') === cyrillic) ?? like[0];
  return best && withYears(best, lang);
}

/** Whether each word that was written begins one of the name's, as the store matches. */
const begins = (name: string, query: string): boolean => {
  const words = name.split(/[^\p{L}\p{N}’'ʼ]+/u);
  return query.split(/[^\p{L}\p{N}’'ʼ]+/u).every((part) => words.some((word) => word.startsWith(part)));
};

function withYears(name: PlaceName, lang: Lang): string {
  const years = pageWords[lang].years(name.from, name.until);
  if (years) return `${name.text} (${years})`;
  return name.kind === 'former' ? toolWords[lang].search.former(name.text) : name.text;
}
