import { placesInText, type Meant, type PlaceIndex } from './in-text.ts';
import { distance, type Position } from '../geometry/sphere.ts';
import { fold } from './fold.ts';
import type { Place } from './place.ts';

/** The one place that a name stands for, or why it is none: the gazetteer has no such name, or several places of it. */
export type NamedPlace =
  | { readonly place: Place }
  | { readonly why: 'empty' | 'none' }
  | { readonly why: 'several'; readonly count: number };

export interface Nearby {
  /** Names of what holds it: an oblast, a country. */
  readonly within?: readonly string[];
  /** Where it is known to be; places further than `WITHIN_M` from there are not meant. */
  readonly point?: Position;
}

/** A village of the same name in the next oblast is further. */
export const WITHIN_M = 25_000;

/** What stands before a name and says of what kind it is. */
const KIND =
  /^(?:(?:the )?(?:city|town|village|settlement) of|м\.|місто|с\.|село|смт\.?|селище|г\.|город|пос\.)\s*/iu;

/**
 * The place that a cell of a table names. The whole cell has to be a name: a text that holds several places, or more
 * than a place, is no name of one. Where a name stands for several, none is chosen unless what is known of it besides
 * leaves one alone.
 */
export function namedPlace(written: string, index: PlaceIndex, near: Nearby = {}): NamedPlace {
  const text = written.replace(/\s+/g, ' ').trim().replace(KIND, '');
  if (text === '') return { why: 'empty' };
  if (text.length > 200) return { why: 'none' };
  const whole = meantBy(text, index);
  const [, name, holder] = /^(.+?)\s*,\s*([^,]+)$/.exec(text) ?? [];
  const within = [...(near.within ?? []), ...(whole.length === 0 && holder ? [holder] : [])].filter(Boolean);
  const found = whole.length === 0 && name && holder ? meantBy(name, index) : whole;
  const held = within.reduce((places, one) => inside(places, one, index), found);
  const close = near.point ? held.filter((place) => isClose(place, near.point as Position)) : held;
  // Known of the name, but elsewhere: that is no place of this name here.
  if (close.length === 0) return { why: 'none' };
  return close.length === 1 ? { place: close[0] as Place } : { why: 'several', count: close.length };
}

function meantBy(text: string, index: PlaceIndex): Place[] {
  const exact = index.names.get(fold(text)) ?? [];
  // What is written letter for letter is meant before what only folds alike.
  const literal = exact.filter(({ place }) =>
    place.names.some((name) => name.text.toLowerCase() === text.toLowerCase()),
  );
  if (literal.length > 0) return placesOf(literal);
  if (exact.length > 0) return placesOf(exact);
  const [mention, ...more] = placesInText(text, index);
  return mention && more.length === 0 && mention.from === 0 && mention.to === text.length
    ? placesOf(mention.meant)
    : [];
}

const placesOf = (meant: readonly Meant[]): Place[] => [...new Set(meant.map(({ place }) => place))];

/** Those that lie in what a name says, by their codes. A name that nobody knows leaves all. */
function inside(places: readonly Place[], holder: string, index: PlaceIndex): Place[] {
  const holders = meantBy(holder, index).filter((p) => p.kind === 'oblast' || p.kind === 'country');
  if (holders.length === 0) return [...places];
  return places.filter((place) =>
    holders.some((h) => (h.kind === 'country' ? place.country === h.country : place.oblast === h.oblast)),
  );
}

const isClose = ({ kind, point }: Place, at: Position): boolean =>
  kind === 'oblast' || kind === 'country' || distance(point, at) <= WITHIN_M;
