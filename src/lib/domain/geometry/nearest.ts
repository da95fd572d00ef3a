import { inRings, type Rings } from './rings.ts';
import { distanceToSegment, metresPerDegree, type Position } from './sphere.ts';

/** The point of ground nearest to another, and how far it is: the point itself where it lies in the ground. */
export function nearestOf(ground: Rings, p: Position): { at: Position; metres: number } | undefined {
  if (inRings(p, ground)) return { at: p, metres: 0 };
  let best: { a: Position; b: Position; metres: number } | undefined;
  for (const ring of ground) {
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1] as Position, ring[i] as Position];
      const metres = distanceToSegment(p, a, b);
      if (!best || metres < best.metres) best = { a, b, metres };
    }
  }
  return best && { at: footOn(p, best.a, best.b), metres: best.metres };
}

/** The point of a segment nearest to another, on a plane around that. */
function footOn(p: Position, a: Position, b: Position): Position {
  const m = metresPerDegree(p[1]);
  const [dx, dy] = [(b[0] - a[0]) * m.lng, (b[1] - a[1]) * m.lat];
  const [px, py] = [(p[0] - a[0]) * m.lng, (p[1] - a[1]) * m.lat];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}
