import { boxOf, inRings, type Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';

/** A point well inside of rings filled even-odd: the middle of the widest stretch along one of a few parallels. */
export function pointIn(rings: Rings): Position {
  const [, south, , north] = boxOf(rings);
  let best: { point: Position; width: number } | undefined;
  for (let i = 1; i < 16; i += 1) {
    const y = south + ((north - south) * i) / 16;
    const xs = rings
      .flatMap((ring) =>
        ring.slice(1).flatMap(([x1, y1], k) => {
          const [x0, y0] = ring[k] as Position;
          return y0 > y !== y1 > y ? [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)] : [];
        }),
      )
      .sort((a, b) => a - b);
    for (let k = 0; k + 1 < xs.length; k += 2) {
      const [a, b] = [xs[k] as number, xs[k + 1] as number];
      const point: Position = [(a + b) / 2, y];
      if ((!best || b - a > best.width) && inRings(point, rings)) best = { point, width: b - a };
    }
  }
  return best?.point ?? (rings[0]?.[0] as Position);
}
