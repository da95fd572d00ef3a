import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Line } from '#lib/domain/control/front.ts';
import { boxOf, ringsOf, type AreaLike, type Box, type Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';

/** A country or region: rings filled even-odd, with the box around them. */
export interface Ground {
  readonly iso: string;
  readonly country: string;
  readonly name: { readonly en: string; readonly uk: string };
  readonly rings: Rings;
  readonly box: Box;
}

export interface Border {
  readonly kind: 'state' | 'oblast' | 'coast';
  /** Countries on both sides, where the file names them. */
  readonly countries: string;
  readonly lines: readonly Line[];
}

export interface Water {
  readonly kind: 'river' | 'lake';
  /** 1 for the greatest. */
  readonly rank: number;
  readonly name: { readonly en: string; readonly uk: string };
  readonly lines: readonly Line[];
  readonly rings: Rings;
}

/** What lies under the map: the region in detail, the world coarsely. */
export interface Basemap {
  readonly world: readonly Ground[];
  readonly countries: readonly Ground[];
  /** The box inside which `countries`, `borders` and `water` are whole. */
  readonly detail: Box;
  readonly oblasts: readonly Ground[];
  readonly borders: readonly Border[];
  readonly water: readonly Water[];
}

const FILES = ['world', 'countries', 'oblasts', 'borders', 'water', 'dnipro'] as const;

/** The folder of the shipped data: `geodata/` of the project, or where SALIENT_GEODATA says. */
export const geodataFolder = (): string => process.env['SALIENT_GEODATA'] ?? join(process.cwd(), 'geodata');

let kept: { folder: string; map: Basemap; hash: string } | undefined;

function load(): { map: Basemap; hash: string } {
  const folder = geodataFolder();
  if (kept?.folder === folder) return kept;
  const texts = new Map(
    FILES.map((name) => [name, readFileSync(join(folder, 'basemap', `${name}.geojson`), 'utf8')]),
  );
  const hash = createHash('sha256');
  for (const text of texts.values()) hash.update(text);
  const features = (name: (typeof FILES)[number]): GeoJSON.Feature[] =>
    (JSON.parse(texts.get(name) ?? '{"features":[]}') as GeoJSON.FeatureCollection).features;
  const countries = features('countries').map(ground);
  const all = boxOf(countries.flatMap((c) => c.rings));
  kept = {
    folder,
    hash: hash.digest('hex').slice(0, 16),
    map: {
      world: features('world').map(ground),
      countries,
      detail: all,
      oblasts: features('oblasts').map(ground),
      borders: features('borders').map((f) => ({
        kind: text(f, 'kind') as Border['kind'],
        countries: text(f, 'countries') || text(f, 'country'),
        lines: linesOf(f.geometry),
      })),
      water: features('water').map((f) => ({
        kind: text(f, 'kind') as Water['kind'],
        rank: Number(f.properties?.['rank'] ?? 4),
        name: nameOf(f),
        lines: linesOf(f.geometry),
        rings: areaOf(f.geometry),
      })),
    },
  };
  return kept;
}

const text = (f: GeoJSON.Feature, key: string): string => String(f.properties?.[key] ?? '');
const nameOf = (f: GeoJSON.Feature) => ({
  en: text(f, 'name_en'),
  uk: text(f, 'name_uk') || text(f, 'name_en'),
});
const areaOf = (g: GeoJSON.Geometry): Rings =>
  g.type === 'Polygon' || g.type === 'MultiPolygon' ? ringsOf(g as AreaLike) : [];
const linesOf = (g: GeoJSON.Geometry): readonly Line[] =>
  g.type === 'LineString'
    ? [g.coordinates as unknown as Position[]]
    : g.type === 'MultiLineString'
      ? (g.coordinates as unknown as Position[][])
      : [];

function ground(f: GeoJSON.Feature): Ground {
  const rings = areaOf(f.geometry);
  const iso = text(f, 'iso');
  return { iso, country: text(f, 'country') || iso, name: nameOf(f), rings, box: boxOf(rings) };
}

/** The base map, read once from the files. Throws the system's error where a file is missing or no JSON. */
export const basemap = (): Basemap => load().map;

/** The first 16 hex digits of the sha256 over the files, for ETags of pictures. */
export const basemapHash = (): string => load().hash;

/** The ground of an oblast by its code; undefined where there is none. */
export const oblastRings = (iso: string): Rings | undefined =>
  basemap().oblasts.find((o) => o.iso === iso)?.rings;

/** Land of a state, rings filled even-odd, in internationally recognised borders: Crimea and Sevastopol are Ukraine. */
export const landOf = (country: 'UA' | 'RU'): Rings =>
  basemap().countries.find((c) => c.iso === country)?.rings ?? [];
