import type { Box, Ring, Rings } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';

/** Degrees by which what is left out lies beyond the box, so that rounding to the grid cannot bring it in. */
const MARGIN = 2e-6;

/**
 * Rings that bound the same ground within a box, with the same edges there, and fewer corners beyond it. Between two
 * corners on the far side of one of its edges a ring may run as it likes: it goes straight.
 */
export function withinReach(rings: Rings, [west, south, east, north]: Box): Rings {
  const [w, s, e, n] = [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
  /** A bit for each edge of the box that a corner lies beyond. */
  const beyond = ([x, y]: Position): number =>
    (x < w ? 1 : 0) | (x > e ? 2 : 0) | (y < s ? 4 : 0) | (y > n ? 8 : 0);
  const cut = (ring: Ring): Ring => {
    const kept: Position[] = [];
    let before = 0;
    let own = beyond(ring[0] as Position);
    for (let i = 0; i < ring.length; i += 1) {
      const next = i + 1 < ring.length ? beyond(ring[i + 1] as Position) : 0;
      if ((before & own & next) === 0) {
        kept.push(ring[i] as Position);
        before = own;
      }
      own = next;
    }
    return kept.length === ring.length ? ring : kept;
  };
  // A triangle is the least that bounds ground.
  return rings.map(cut).filter((ring) => ring.length > 3);
}
