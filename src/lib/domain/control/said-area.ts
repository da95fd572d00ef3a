import { areaSchema, type Area } from '../geometry/geojson.ts';
import { crossingsOf } from '../geometry/crossings.ts';
import { MOST_VERTICES, tooLarge, vertexCount } from '../geometry/vertices.ts';
import type { Rings } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';
import { parse } from '../parse.ts';
import { refused, type Result } from '../result.ts';
import { areaOfRings } from './stretch.ts';

/** Letters in which the most corners that can be worked on are written with room to spare. */
const MOST_LETTERS = MOST_VERTICES * 60;

/**
 * An area that somebody pasted: a Polygon or MultiPolygon in GeoJSON, alone, in a feature or in features, or in WKT. It
 * is rounded, closed and wound, which changes no ground; what crosses itself is refused and not mended.
 */
export function saidArea(text: string): Result<Area> {
  const trimmed = text.trim();
  if (trimmed === '') return refused('area', 'is empty; paste a polygon in GeoJSON or WKT');
  if (trimmed.length > MOST_LETTERS)
    return refused('area', `is longer than ${MOST_LETTERS} letters; simplify it, or import whole days`);
  const read = trimmed.startsWith('{') ? fromGeoJson(trimmed) : fromWkt(trimmed);
  return read.ok ? checkedArea(read.value) : read;
}

/** Rings as an area, if they are one. */
export function checkedArea(rings: Rings): Result<Area> {
  const many = tooLarge({ coordinates: rings });
  if (many) return refused('area', many);
  const [crossing] = crossingsOf(rings, 1);
  if (crossing) {
    const [lng, lat] = crossing.map((x) => x.toFixed(5));
    return refused('area', `crosses itself near latitude ${lat}, longitude ${lng}; redraw it there`);
  }
  const area = areaOfRings(rings);
  return area ? parse(areaSchema, area) : refused('area', 'has no ring with an area');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fromGeoJson(text: string): Result<Rings> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('area', 'is no JSON; copy it whole, from the first brace to the last');
  }
  const rings: Position[][] = [];
  const walk = (at: unknown): string | undefined => {
    if (!isObject(at)) return 'is no GeoJSON';
    const each = (list: unknown): string | undefined =>
      Array.isArray(list) ? list.map(walk).find((fault) => fault !== undefined) : 'is no GeoJSON';
    switch (at['type']) {
      case 'FeatureCollection':
        return each(at['features']);
      case 'GeometryCollection':
        return each(at['geometries']);
      case 'Feature':
        return walk(at['geometry']);
      case 'Polygon':
        return take([at['coordinates']]);
      case 'MultiPolygon':
        return take(at['coordinates']);
      default:
        return `has a ${String(at['type'])}; ground is a Polygon or a MultiPolygon`;
    }
  };
  const take = (polygons: unknown): string | undefined => {
    if (vertexCount(polygons) > MOST_VERTICES) return tooLarge({ coordinates: polygons });
    if (!Array.isArray(polygons)) return 'has a polygon without coordinates';
    for (const polygon of polygons as unknown[]) {
      if (!Array.isArray(polygon)) return 'has a polygon without coordinates';
      for (const ring of polygon as unknown[]) {
        const read = ringOf(Array.isArray(ring) ? (ring as unknown[]) : []);
        if (typeof read === 'string') return read;
        rings.push(read);
      }
    }
    return undefined;
  };
  const fault = walk(value);
  if (fault) return refused('area', fault);
  return rings.length > 0 ? { ok: true, value: rings } : refused('area', 'has no polygon in it');
}

/** A ring from its positions, closed; heights are left out. */
function ringOf(positions: readonly unknown[]): Position[] | string {
  const ring: Position[] = [];
  for (const position of positions) {
    const [lng, lat] = Array.isArray(position) ? (position as unknown[]) : [];
    if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat))
      return 'has a position that is no pair of numbers';
    if (Math.abs(lng) > 180 || Math.abs(lat) > 90)
      return `has a position at ${lng}, ${lat}; longitude comes first, both in degrees`;
    ring.push([lng, lat]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push(first);
  if (ring.length < 4) return `has a ring of ${ring.length} positions; a closed ring has at least 4`;
  return ring;
}

function fromWkt(text: string): Result<Rings> {
  const [, kind, body] =
    /^(?:SRID=4326\s*;\s*)?(POLYGON|MULTIPOLYGON)\s*(?:Z|M|ZM)?\s*(\(.*\))$/is.exec(text) ?? [];
  if (!kind || !body) return refused('area', 'is neither GeoJSON nor a POLYGON or MULTIPOLYGON in WKT');
  const rings: Position[][] = [];
  for (const [, inner] of body.matchAll(/\(([^()]*)\)/g)) {
    const read = ringOf(
      (inner ?? '').split(',').map((pair) =>
        pair
          .trim()
          .split(/\s+/)
          .map((n) => (n === '' ? NaN : Number(n))),
      ),
    );
    if (typeof read === 'string') return refused('area', read);
    rings.push(read);
  }
  return rings.length > 0 ? { ok: true, value: rings } : refused('area', 'has no ring in it');
}
