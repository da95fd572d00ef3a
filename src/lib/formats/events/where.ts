import type { Event } from '../../domain/events/event.ts';
import type { Precision } from '../../domain/events/terms.ts';
import { saidPoint } from '../../domain/geometry/said-point.ts';
import type { Position } from '../../domain/geometry/sphere.ts';
import type { PlaceIndex } from '../../domain/places/in-text.ts';
import { namedPlace } from '../../domain/places/named.ts';
import type { Place } from '../../domain/places/place.ts';
import { valueOf, type EventMapping } from './mapping.ts';
import type { RowFault } from './rows.ts';

/** Why an event has no place, for the editor who takes it up. */
export interface Unlocated {
  readonly why: 'none' | 'several' | 'empty';
  readonly name: string;
  readonly count?: number;
}

export interface Located {
  readonly point: Event['point'];
  /** Without its place where nothing names one. */
  readonly location?: Omit<NonNullable<Event['location']>, 'place'> & { readonly place?: Place['id'] };
  readonly place?: Place;
  readonly unlocated?: Unlocated;
  /** The point was left out, since it is said to be true to an oblast only. */
  readonly coarse?: true;
}

type Where = Located | { readonly fault: RowFault };

const RADIUS_M: Partial<Record<Precision, number>> = {
  exact: 100,
  street: 500,
  settlement: 3000,
  district: 20_000,
};

/** Metres around the middle of a settlement in which what happened there lies. */
const radiusOf = ({ population }: Place): number =>
  population === null ? 2000 : population > 500_000 ? 12_000 : population > 100_000 ? 8000 : population > 20_000 ? 4000 : 2000; // prettier-ignore

const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** The point that a row gives; undefined where it gives none. */
function pointOf(
  mapping: EventMapping,
  cells: ReadonlyMap<string, string>,
): Position | { fault: RowFault } | undefined {
  const { fields } = mapping;
  const [lng, lat] = [valueOf(fields.lng, cells), valueOf(fields.lat, cells)];
  const text = valueOf(fields.point, cells);
  if (lng === '' && lat === '' && text === '') return undefined;
  const shown = text === '' ? `${lat}, ${lng}`.slice(0, 60) : text.slice(0, 60);
  const bad = { fault: { code: 'coordinates', value: shown } } as const;
  const isPair = lng !== '' || lat !== '';
  if (isPair && !(NUMBER.test(lng) && NUMBER.test(lat))) return bad;
  const read = saidPoint(
    isPair ? `geo:${Number(lat.replace(',', '.'))},${Number(lng.replace(',', '.'))}` : text,
  );
  if (!read.ok) return read.instead ? { fault: { code: 'swapped', value: shown } } : bad;
  if (read.doubt) return { fault: { code: 'swapped', value: shown } };
  const { point } = read.value;
  return point[0] === 0 && point[1] === 0 ? { fault: { code: 'nowhere' } } : point;
}

/** Where a row says that it happened. What no column or name says stays open; nothing is guessed. */
export function whereOf(
  mapping: EventMapping,
  cells: ReadonlyMap<string, string>,
  index: PlaceIndex,
  precision: Precision | undefined,
): Where {
  const point = pointOf(mapping, cells);
  if (point && 'fault' in point) return point;
  const name = valueOf(mapping.fields.place, cells);
  const named = namedPlace(name, index, {
    within: [valueOf(mapping.fields.within, cells)],
    ...(point ? { point } : {}),
  });
  const place = 'place' in named ? named.place : undefined;
  const unlocated: Unlocated | undefined =
    'why' in named
      ? { why: named.why, name: name.slice(0, 80), ...('count' in named ? { count: named.count } : {}) }
      : undefined;
  if (!point) return place ? atPlace(place) : { point: null, ...(unlocated ? { unlocated } : {}) };
  if (precision === undefined) return { fault: { code: 'no-precision' } };
  const own = place ? { place: place.id } : {};
  const more = { ...(place ? { place } : {}), ...(unlocated ? { unlocated } : {}) };
  if (precision === 'oblast' || precision === 'country')
    return { point: null, location: { precision, ...own }, coarse: true, ...more };
  const said = Number(valueOf(mapping.fields.radius_m, cells));
  const radius_m = said >= 1 && said <= 200_000 ? said : (RADIUS_M[precision] ?? 3000);
  return { point, location: { precision, radius_m, ...own }, ...more };
}

/** A name alone is never an exact point: it is true to the settlement, the district, the oblast or the country. */
function atPlace(place: Place): Located {
  const { id, kind, point } = place;
  if (kind === 'oblast' || kind === 'country')
    return { point: null, location: { precision: kind, place: id }, place };
  return kind === 'district'
    ? { point, location: { precision: 'district', radius_m: 20_000, place: id }, place }
    : { point, location: { precision: 'settlement', radius_m: radiusOf(place), place: id }, place };
}
