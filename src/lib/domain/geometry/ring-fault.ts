import { SCALE, roundHalfAway } from './rounding.ts';
import type { Position } from './sphere.ts';

const cross = (o: Position, a: Position, b: Position): number =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

/** Whether two open segments cross at a point inside both. Touching at an end is no crossing. */
export function segmentsCross(a: Position, b: Position, c: Position, d: Position): boolean {
  const d1 = cross(c, d, a);
  const d2 = cross(c, d, b);
  const d3 = cross(a, b, c);
  const d4 = cross(a, b, d);
  return d1 > 0 !== d2 > 0 && d3 > 0 !== d4 > 0 && d1 !== 0 && d2 !== 0 && d3 !== 0 && d4 !== 0;
}

/**
 * What is wrong with a ring, in one sentence that names the place, or undefined. Rings must be closed, have at least
 * four positions and an area, and must not cross themselves. Crossings are found by a sweep over longitude, so long
 * coast lines stay quick.
 */
export function ringFault(ring: readonly Position[]): string | undefined {
  if (ring.length < 4) return `has ${ring.length} positions; a closed ring has at least 4`;
  const first = ring[0] as Position;
  const last = ring[ring.length - 1] as Position;
  if (first[0] !== last[0] || first[1] !== last[1])
    return 'is not closed; its last position must equal its first';
  // On whole steps of the grid: in degrees a straight line of decimals has an area of some 1e-16.
  const step = (p: Position, axis: 0 | 1): number => roundHalfAway((p[axis] - first[axis]) * SCALE);
  let twice = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const a = ring[i - 1] as Position;
    const b = ring[i] as Position;
    twice += step(a, 0) * step(b, 1) - step(b, 0) * step(a, 1);
  }
  if (twice === 0) return 'has no area';

  const segments = ring.slice(1).map((b, i) => [ring[i] as Position, b] as const);
  segments.sort((s, t) => Math.min(s[0][0], s[1][0]) - Math.min(t[0][0], t[1][0]));
  let open: (readonly [Position, Position])[] = [];
  for (const segment of segments) {
    const west = Math.min(segment[0][0], segment[1][0]);
    open = open.filter((other) => Math.max(other[0][0], other[1][0]) >= west);
    for (const other of open) {
      if (segmentsCross(segment[0], segment[1], other[0], other[1])) {
        const at = segment[0];
        return `crosses itself near longitude ${at[0]}, latitude ${at[1]}; redraw it there`;
      }
    }
    open.push(segment);
  }
  return undefined;
}
