import { distanceToFront, type Line } from '#lib/domain/control/front.ts';
import type { Theatre } from '#lib/domain/events/event.ts';
import type { Place } from '#lib/domain/places/place.ts';
import type { Random } from './random.ts';

/** Where the events of a sample may lie, each list with its hottest spot first. */
export interface Ground {
  /** Settlements of Ukraine within 20 km of the front. */
  readonly front: readonly Place[];
  /** Larger towns of Ukraine further from it. */
  readonly rear: readonly Place[];
  /** Settlements and towns of Russia. */
  readonly russia: readonly Place[];
  /** Cities of third countries. */
  readonly elsewhere: readonly Place[];
  readonly oblasts: readonly Place[];
  readonly countries: readonly Place[];
}

const NEAR_M = 20_000;
const SETTLEMENTS: readonly string[] = ['city', 'town', 'settlement', 'village'];

/** Sort the places of the gazetteer by what can happen there. The seed decides which are hot. */
export function groundOf(places: readonly Place[], front: readonly Line[], random: Random): Ground {
  const settlements = places.filter((p) => SETTLEMENTS.includes(p.kind));
  const coarse = front.map((line) => line.filter((_, i) => i % 4 === 0 || i === line.length - 1));
  const metres = (p: Place): number => distanceToFront(p.point, coarse) ?? Infinity;
  const ukraine = settlements
    .filter((p) => p.country === 'UA')
    .map((place) => ({ place, far: metres(place) }));
  const hot = (list: readonly Place[]): Place[] => random.shuffled(list);
  const named = (p: Place): boolean => (p.population ?? 0) >= 1000;
  return {
    front: hot(ukraine.filter(({ place, far }) => far <= NEAR_M && named(place)).map(({ place }) => place)),
    rear: hot(
      ukraine
        .filter(({ place, far }) => far > NEAR_M && (place.population ?? 0) >= 20_000)
        .map(({ place }) => place),
    ),
    russia: hot(settlements.filter((p) => p.country === 'RU')),
    elsewhere: hot(settlements.filter((p) => p.country !== 'UA' && p.country !== 'RU')),
    oblasts: hot(places.filter((p) => p.kind === 'oblast')),
    countries: hot(places.filter((p) => p.kind === 'country')),
  };
}

export const theatreOf = (place: Place): Theatre =>
  place.country === 'UA' ? 'ukraine' : place.country === 'RU' ? 'russia' : 'elsewhere';
