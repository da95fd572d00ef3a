import { boxOf, inRings, type Ring, type Rings } from '../geometry/rings.ts';
import { metresPerDegree, ringArea } from '../geometry/sphere.ts';
import type { Place, PlaceId } from '../places/place.ts';
import { distanceToFront } from './front.ts';

/** Where ground lies that changed hands, and how much of it there is. */
export interface NearGround {
  /** The settlements nearest to its patches, that with the most ground first; none where none is near. */
  readonly places: readonly PlaceId[];
  readonly patches: number;
  readonly area_m2: number;
  /** Metres of line that moved, as `gainedLost` has them. */
  readonly edge_m: number;
}

/** A settlement farther away than this says nothing of where a patch is. */
const NEAR_M = 25_000;
/** Fewer people than this, and few know the place: the size from which a map names a town by the front. */
const LEAST_PEOPLE = 1500;
/** Smaller patches are no news of their own, only a wobble between two drawings of one line. */
const SLIVER_M2 = 10_000;

/** Settlements by which ground is told to a reader. */
export const wellKnown = (places: readonly Place[]): Place[] =>
  places.filter(
    ({ kind, population }) =>
      kind === 'city' ||
      kind === 'town' ||
      ((kind === 'settlement' || kind === 'village' || kind === 'place') &&
        (population ?? 0) >= LEAST_PEOPLE),
  );

/**
 * Where patches lie, by the settlements nearest to them.
 *
 * @param ground filled even-odd, ground on the left of each ring
 * @param settlements those that may be named
 * @param edge_m metres of line that moved with it
 */
export function nearGround(ground: Rings, settlements: readonly Place[], edge_m: number): NearGround {
  const area_m2 = ground.reduce((sum, ring) => sum + ringArea(ring), 0);
  const outer = ground
    .map((ring) => ({ ring, area: ringArea(ring) }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => b.area - a.area);
  const seen = outer.filter(({ area }, i) => i === 0 || area >= SLIVER_M2);
  const told = new Map<PlaceId, number>();
  for (const { ring, area } of seen) {
    for (const { id } of namesOf(ring, settlements)) told.set(id, (told.get(id) ?? 0) + area);
  }
  return {
    places: [...told].sort((a, b) => b[1] - a[1]).map(([id]) => id),
    patches: seen.length,
    area_m2: Math.abs(area_m2),
    edge_m,
  };
}

/** The settlements that a patch takes in, largest first; where it takes in none, the one nearest to it. */
function namesOf(ring: Ring, settlements: readonly Place[]): readonly Place[] {
  const [w, s, e, n] = boxOf([ring]);
  const m = metresPerDegree((s + n) / 2);
  const [x, y] = [NEAR_M / m.lng, NEAR_M / m.lat];
  const around = settlements.filter(
    ({ point: [lng, lat] }) => lng >= w - x && lng <= e + x && lat >= s - y && lat <= n + y,
  );
  const within = around.filter((p) => inRings(p.point, [ring]));
  if (within.length > 0) return within.sort((a, b) => (b.population ?? 0) - (a.population ?? 0));
  let best: Place | undefined;
  let least = NEAR_M;
  for (const place of around) {
    const metres = distanceToFront(place.point, [ring]) ?? Infinity;
    if (metres <= least) [best, least] = [place, metres];
  }
  return best ? [best] : [];
}
