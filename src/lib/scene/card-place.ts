import { nameOf, type Place, type PlaceId } from '#lib/domain/places/place.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { shortDay } from '#lib/words/dates.ts';
import { cardWords } from '#lib/words/cards.ts';
import { detailWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import { distanceWords } from './card-status.ts';
import { groundAnswer, type GroundInput, type Land } from './ground.ts';
import { placeSentence, type NearRow } from './nearby.ts';

/** A place as a search finds it; more is told of those that the edition knows. */
export interface FoundPlace {
  readonly id: string;
  readonly name: string;
  readonly point: Position;
  /** Its kind and region in words. */
  readonly about?: string | undefined;
  /** Other names, as text. */
  readonly also?: string | undefined;
}

/** Everything that a panel shows of one place. */
export interface PlaceCard {
  readonly lang: Lang;
  readonly id: string;
  readonly name: string;
  /** Kind and region. */
  readonly about: string;
  /** Its other names, one after the other. */
  readonly also: string | undefined;
  readonly sentence: string;
  readonly rows: readonly (NearRow & { readonly href: string })[];
  readonly dayWords: string;
  /** Who holds it on the day; nothing for regions and countries. */
  readonly status: string | undefined;
  readonly distance: string | undefined;
  readonly demonstration: boolean;
  readonly href: string;
}

const LAND_OF: Readonly<Record<string, Land>> = { UA: 'ukraine', RU: 'russia' };

/**
 * Everything that a panel shows of a place on a day.
 *
 * @param window days up to and with the day, or everything until it
 */
export function placeCard(
  input: GroundInput,
  found: FoundPlace,
  day: Day,
  window: number | 'all',
): PlaceCard {
  const { catalogue, control, lang, hrefOf } = input;
  const known = catalogue.place(found.id as PlaceId);
  const { kind, country, oblast } = known ?? {};
  const land = country === undefined ? input.landAt : () => LAND_OF[country] ?? 'elsewhere';
  const isArea = known?.kind === 'oblast' || known?.kind === 'country';
  const { sentence, rows } = placeSentence(input, { ...found, kind, country, oblast }, day, window);
  return {
    lang,
    id: found.id,
    name: found.name,
    about: found.about ?? (known ? aboutPlace(known, catalogue.places, lang) : ''),
    also: found.also ?? (known ? alsoOf(known, found.name, lang) : undefined),
    sentence,
    rows: rows.map((row) => ({
      ...row,
      // Beside the name of the place itself "here" says nothing.
      away: row.where === found.name ? undefined : row.away,
      href: hrefOf(row.path),
    })),
    dayWords: cardWords[lang].onDay(shortDay(lang, day)),
    status: isArea ? undefined : groundAnswer({ ...input, landAt: land }, found.point, day).status,
    distance: isArea ? undefined : distanceWords(input, found.point, day),
    demonstration: control.demonstration,
    href: hrefOf(`/places/${found.id}`),
  };
}

/** A place of the edition as if it had been found. */
export const foundPlace = (place: Place, lang: Lang): FoundPlace => ({
  id: place.id,
  name: nameOf(place, lang),
  point: place.point,
});

/** Kind and region of a place: "Town · Donetsk Oblast". */
function aboutPlace(place: Place, places: readonly Place[], lang: Lang): string {
  const region =
    place.kind === 'oblast' || place.kind === 'country' || place.oblast === null
      ? undefined
      : places.find((p) => p.kind === 'oblast' && p.oblast === place.oblast);
  return [detailWords[lang].place[place.kind], region && nameOf(region, lang)].filter(Boolean).join(' · ');
}

/** More names than these are only counted; the place's own page has them all. */
const MOST_NAMES = 6;

/** The other names of a place, each once; a former one says its years. */
function alsoOf(place: Place, shown: string, lang: Lang): string | undefined {
  const names = place.names
    .filter((n) => n.text !== shown)
    .map((n) => {
      const years = n.kind === 'former' ? pageWords[lang].years(n.from, n.until) : '';
      return years === '' ? n.text : `${n.text} (${years})`;
    });
  const each = [...new Set(names)];
  if (each.length === 0) return undefined;
  if (each.length <= MOST_NAMES) return each.join(', ');
  return `${each.slice(0, MOST_NAMES).join(', ')} ${cardWords[lang].andMore(each.length - MOST_NAMES)}`;
}
