import { ClipType, FillRule, booleanOp, union as clipperUnion, type Paths64 } from 'clipper2-ts';
import { boxOf, type Ring, type Rings } from '../geometry/rings.ts';
import { SCALE, roundHalfAway } from '../geometry/rounding.ts';
import type { Position } from '../geometry/sphere.ts';
import { withinReach } from './reach.ts';

/**
 * Polygon clipping on integers of a millionth of a degree. Everything here is filled even-odd: a set of rings needs
 * no shells and holes. Results are closed rings in degrees without collinear leftovers under a thousandth of a metre².
 */

const toPaths = (rings: Rings): Paths64 =>
  rings.map((ring) =>
    ring.slice(0, -1).map(([lng, lat]) => ({ x: roundHalfAway(lng * SCALE), y: roundHalfAway(lat * SCALE) })),
  );

const toRings = (paths: Paths64): Ring[] =>
  paths
    .filter((path) => path.length >= 3)
    .map((path) => {
      const ring = path.map((p): Position => [p.x / SCALE + 0, p.y / SCALE + 0]);
      ring.push(ring[0] as Position);
      return ring;
    });

const operate = (type: ClipType, a: Rings, b: Rings): Ring[] =>
  toRings(booleanOp(type, toPaths(a), toPaths(b), FillRule.EvenOdd));

/** Ground in a or b. */
export const union = (a: Rings, b: Rings): Ring[] => operate(ClipType.Union, a, b);
/** Ground in a and not in b. */
export const difference = (a: Rings, b: Rings): Ring[] =>
  a.length === 0 ? [] : operate(ClipType.Difference, a, withinReach(b, boxOf(a)));
/** Ground in both. */
export const intersection = (a: Rings, b: Rings): Ring[] =>
  a.length === 0 || b.length === 0
    ? []
    : operate(ClipType.Intersection, withinReach(a, boxOf(b)), withinReach(b, boxOf(a)));

/** The union of areas that may lie over each other; each area is rings filled even-odd of its own. */
export function unionAll(areas: readonly Rings[]): Ring[] {
  // Cleaned one by one, an area's shells run one way and its holes the other, so non-zero filling may join them all.
  const clean = areas.flatMap((rings) => clipperUnion(toPaths(rings), FillRule.EvenOdd));
  return toRings(clipperUnion(clean, FillRule.NonZero));
}
