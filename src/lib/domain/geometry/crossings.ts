import { segmentsCross } from './ring-fault.ts';
import type { Rings } from './rings.ts';
import type { Position } from './sphere.ts';

/** Crossings that are told; who mends these asks again. */
const MOST = 50;

/** Where edges of rings cross, within one ring or between two of them; touching at an end is no crossing. */
export function crossingsOf(rings: Rings, most = MOST): Position[] {
  const segments = rings.flatMap((ring) => ring.slice(1).map((b, i) => [ring[i] as Position, b] as const));
  segments.sort((s, t) => Math.min(s[0][0], s[1][0]) - Math.min(t[0][0], t[1][0]));
  const found: Position[] = [];
  let open: (readonly [Position, Position])[] = [];
  for (const segment of segments) {
    const [a, b] = segment;
    const west = Math.min(a[0], b[0]);
    open = open.filter(([c, d]) => Math.max(c[0], d[0]) >= west);
    for (const [c, d] of open) {
      if (!segmentsCross(a, b, c, d)) continue;
      found.push(meeting(a, b, c, d));
      if (found.length === most) return found;
    }
    open.push(segment);
  }
  return found;
}

/** Where two lines meet that do. */
function meeting(a: Position, b: Position, c: Position, d: Position): Position {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / (rx * sy - ry * sx);
  return [a[0] + t * rx, a[1] + t * ry];
}
