import type { Position } from './sphere.ts';

/** A closed ring: at least four positions, the last equal to the first. */
export type Ring = readonly Position[];

/** Rings filled even-odd: shells and holes need no order. */
export type Rings = readonly Ring[];

/** Whether a point lies inside rings filled even-odd. A point on an edge may count either way. */
export function inRings(p: Position, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const a = ring[i - 1] as Position;
      const b = ring[i] as Position;
      if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) {
        inside = !inside;
      }
    }
  }
  return inside;
}

/** A Polygon or MultiPolygon, as ours or as GeoJSON's own types have it. */
export type AreaLike =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
    };

/** Every ring of a Polygon or MultiPolygon. */
export function ringsOf(geometry: AreaLike): Rings {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat() as unknown as Rings;
}

/** [west, south, east, north] in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export function boxOf(rings: Rings): Box {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      w = Math.min(w, x);
      s = Math.min(s, y);
      e = Math.max(e, x);
      n = Math.max(n, y);
    }
  }
  return [w, s, e, n];
}

export const boxesMeet = (a: Box, b: Box): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
