import type { Unfinished } from '../desk/faults.ts';
import type { ItemKind } from '../history/edition.ts';
import { fold } from './fold.ts';
import type { Place, PlaceId, PlaceName } from './place.ts';

/**
 * One place made of two entries for it. What the kept one says stands; names that it lacks come along as what others
 * call it, ids elsewhere that it lacks too, and it answers for every id of the other.
 */
export function mergedPlace(kept: Place, gone: Place): Place {
  const key = (n: PlaceName): string => `${n.lang} ${n.script} ${fold(n.text)}`;
  const known = new Set(kept.names.map(key));
  const more = gone.names
    .filter((n) => !known.has(key(n)))
    .map((n) => (n.kind === 'official' ? { ...n, kind: 'exonym' as const } : n));
  const merged = [...(kept.merged ?? []), gone.id, ...(gone.merged ?? [])];
  return {
    ...kept,
    population: kept.population ?? gone.population,
    oblast: kept.oblast ?? gone.oblast,
    names: [...kept.names, ...more],
    ids: { ...gone.ids, ...kept.ids },
    merged: [...new Set(merged)].filter((id) => id !== kept.id),
  };
}

/** Under which id a place stands now that once had an entry of its own. */
export const keptFor = (places: readonly Place[], id: string): PlaceId | undefined =>
  places.find((place) => place.merged?.includes(id as PlaceId))?.id;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A payload, finished or not, that names one place where it named another; undefined where it did not name it. */
export function withPlace(
  kind: ItemKind,
  payload: Unfinished,
  gone: PlaceId,
  kept: PlaceId,
): Unfinished | undefined {
  if (kind === 'event') {
    const location = payload['location'];
    if (!isFields(location) || location['place'] !== gone) return undefined;
    return { ...payload, location: { ...location, place: kept } };
  }
  const places = payload['places'];
  if (kind !== 'statement' || !Array.isArray(places) || !places.includes(gone)) return undefined;
  const turned = (places as unknown[]).map((id) => (id === gone ? kept : id));
  return { ...payload, places: [...new Set(turned)] };
}
