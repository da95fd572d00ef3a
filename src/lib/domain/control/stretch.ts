import { difference } from './clip.ts';
import { toMultiPolygon } from './polygons.ts';
import { boxOf, boxesMeet, type Box, type Ring, type Rings } from '../geometry/rings.ts';
import { roundCoordinate } from '../geometry/rounding.ts';
import type { Area } from '../geometry/geojson.ts';
import type { Position } from '../geometry/sphere.ts';

/** Corners of rings that can be moved at once: a ring as a whole, or so many of its corners in a row. */
export interface Stretch {
  readonly ring: number;
  /** Whether it is all of the ring. */
  readonly whole: boolean;
  /** The first corner, and how many there are; over the end of the ring it goes on at its beginning. */
  readonly start: number;
  readonly line: Ring;
}

const inside = (p: Position, [w, s, e, n]: Box): boolean => p[0] >= w && p[0] <= e && p[1] >= s && p[1] <= n;

/**
 * The stretches of rings that lie in a box: in each row of corners inside of it the one before and the one after are
 * the ends, which stay. A ring that is inside as a whole is one.
 */
export function stretchesIn(rings: Rings, box: Box): Stretch[] {
  const found: Stretch[] = [];
  for (const [i, ring] of rings.entries()) {
    if (!boxesMeet(boxOf([ring]), box)) continue;
    const corners = ring.slice(0, -1);
    const n = corners.length;
    const at = (k: number): Position => corners[((k % n) + n) % n] as Position;
    const isIn = corners.map((p) => inside(p, box));
    if (isIn.every(Boolean)) {
      found.push({ ring: i, whole: true, start: 0, line: ring });
      continue;
    }
    for (let k = 0; k < n; k += 1) {
      if (!isIn[k] || isIn[(k + n - 1) % n]) continue;
      let length = 1;
      while (isIn[(k + length) % n]) length += 1;
      const line = Array.from({ length: length + 2 }, (_, j) => at(k - 1 + j));
      found.push({ ring: i, whole: false, start: (k + n - 1) % n, line });
    }
  }
  return found;
}

/** The rings with other corners in place of those of stretches of them. */
export function withStretches(rings: Rings, moved: readonly (readonly [Stretch, Ring])[]): Rings {
  return rings.map((ring, i) => {
    const own = moved.filter(([s]) => s.ring === i);
    if (own.length === 0) return ring;
    const whole = own.find(([s]) => s.whole);
    if (whole) return whole[1];
    const corners = ring.slice(0, -1);
    const n = corners.length;
    const next: Position[] = [];
    const starts = new Map(own.map(([s, line]) => [s.start, { s, line }]));
    // From a corner on that begins a stretch, so that none reaches over the end.
    const first = own[0]?.[0].start ?? 0;
    for (let k = 0; k < n;) {
      const begun = starts.get((first + k) % n);
      if (!begun) {
        next.push(corners[(first + k) % n] as Position);
        k += 1;
        continue;
      }
      // Its last corner may begin the next stretch.
      next.push(...begun.line.slice(0, -1));
      k += begun.s.line.length - 1;
    }
    return [...next, next[0] as Position];
  });
}

/** Ground that a moved line wins and gives up. */
export const groundMoved = (before: Rings, after: Rings): { gained: Rings; lost: Rings } => ({
  gained: difference(after, before),
  lost: difference(before, after),
});

/** Rings filled even-odd as an area that can be written: rounded, wound and nested as GeoJSON wants it. */
export function areaOfRings(rings: Rings): Area | undefined {
  const rounded = rings
    .map((ring) => withoutDoubles(ring.map(([x, y]): Position => [roundCoordinate(x), roundCoordinate(y)])))
    .filter((ring) => ring.length >= 4);
  const { coordinates } = toMultiPolygon(rounded);
  const [only, ...more] = coordinates as unknown as [number, number][][][];
  if (!only) return undefined;
  return (
    more.length === 0
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: [only, ...more] }
  ) as Area;
}

const withoutDoubles = (ring: Ring): Ring =>
  ring.filter((p, i) => i === 0 || p[0] !== ring[i - 1]?.[0] || p[1] !== ring[i - 1]?.[1]);
