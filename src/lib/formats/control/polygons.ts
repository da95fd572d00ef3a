import type { Ring, Rings } from '../../domain/geometry/rings.ts';
import { roundCoordinate } from '../../domain/geometry/rounding.ts';
import type { Position } from '../../domain/geometry/sphere.ts';
import type { Fault } from './report.ts';

/** The ground of a feature as its polygons, each a shell and its holes, as given and not yet on the grid. */
export interface Ground {
  readonly polygons: readonly Rings[];
  /** Geometries that are no ground, by type. */
  readonly others: readonly string[];
  /** Rings that cannot be read; what is left of the feature goes in. */
  readonly faults: readonly Fault[];
  /** Whether a ring had to be closed. */
  readonly opened: boolean;
}

const OTHERS = ['Point', 'MultiPoint', 'LineString', 'MultiLineString'];

/** Whether a geometry may hold ground; a missing one may. */
export const maybeGround = (geometry: unknown): boolean =>
  !OTHERS.includes(String((geometry as { type?: unknown } | null)?.type));

/** The polygons of a geometry, or why there are none. */
export function groundOf(geometry: unknown): Ground | Fault {
  if (geometry === null || geometry === undefined) return { code: 'no-geometry' };
  const polygons: unknown[] = [];
  const others: string[] = [];
  const fault = gather(geometry, polygons, others, 0);
  if (fault) return fault;
  const kept: Rings[] = [];
  const faults: Fault[] = [];
  let opened = false;
  for (const polygon of polygons) {
    if (!Array.isArray(polygon)) return { code: 'malformed' };
    const rings: Ring[] = [];
    for (const [i, given] of polygon.entries()) {
      const ring = ringOf(given);
      if ('code' in ring) return ring;
      const [first, last] = [ring[0], ring.at(-1)];
      const different = countDifferent(ring);
      if (different >= 3) rings.push(ring);
      else faults.push({ code: 'few-points', ring: i + 1 });
      // Without their shell, holes would be ground.
      if (different < 3 && i === 0) break;
      opened ||= different >= 3 && onGrid(first) !== onGrid(last);
    }
    if (rings.length > 0) kept.push(rings);
  }
  const points = kept.flat(2) as Position[];
  if (isSwapped(points)) return { code: 'swapped' };
  if (kept.some((rings) => rings.some(goesRound))) return { code: 'round-the-globe' };
  if (kept.length === 0)
    return (
      faults[0] ?? (others.length > 0 ? { polygons: [], others, faults, opened } : { code: 'empty-geometry' })
    );
  return { polygons: kept, others, faults, opened };
}

/** Different points of a ring, counted up to three. */
function countDifferent(ring: Ring): number {
  const found: Position[] = [];
  for (const p of ring) {
    if (found.length < 3 && !found.some((q) => q[0] === p[0] && q[1] === p[1])) found.push(p);
  }
  return found.length;
}

const onGrid = (p: Position | undefined): string => String(p?.map(roundCoordinate));

function gather(geometry: unknown, polygons: unknown[], others: string[], depth: number): Fault | undefined {
  const { type, coordinates, geometries } = (geometry ?? {}) as Record<string, unknown>;
  if (type === 'GeometryCollection') {
    // Deeper than anybody nests by intent.
    if (!Array.isArray(geometries) || depth > 20) return { code: 'malformed' };
    for (const one of geometries) {
      const fault = gather(one, polygons, others, depth + 1);
      if (fault) return fault;
    }
    return undefined;
  }
  if (typeof type === 'string' && OTHERS.includes(type)) {
    others.push(type);
    return undefined;
  }
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates))
    return { code: 'malformed' };
  if (coordinates.length === 0) return undefined;
  const all: readonly unknown[] = type === 'Polygon' ? [coordinates] : coordinates;
  for (const one of all) if (!Array.isArray(one) || one.length > 0) polygons.push(one);
  return undefined;
}

/** Positions without their height. */
function ringOf(given: unknown): Ring | Fault {
  if (!Array.isArray(given)) return { code: 'malformed' };
  const ring: Position[] = [];
  for (const position of given) {
    if (!Array.isArray(position)) return { code: 'malformed' };
    const [lng, lat] = position as unknown[];
    if (typeof lng !== 'number' || typeof lat !== 'number') return { code: 'malformed' };
    // JSON writes 1e999 for infinity.
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return { code: 'out-of-range', lng, lat };
    ring.push([lng, lat]);
  }
  return ring;
}

/** Where Ukraine lies, with its surroundings. */
const inUkraine = (lng: number, lat: number): boolean => lng >= 22 && lng <= 41 && lat >= 44 && lat <= 53;

/** Whether nearly everything would lie in Ukraine if latitude and longitude changed places, and does not as it is. */
function isSwapped(points: readonly Position[]): boolean {
  const swapped = points.filter(([x, y]) => inUkraine(y, x)).length;
  return points.length > 0 && swapped >= points.length * 0.95;
}

/** Whether a ring spans more than half of the globe, or steps over the line where 180° east is 180° west. */
function goesRound(ring: Ring): boolean {
  let [west, east] = [Infinity, -Infinity];
  for (const [lng] of ring) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
  }
  return east - west >= 180;
}
