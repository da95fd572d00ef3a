import { inRings, type Box, type Rings } from '../domain/geometry/rings.ts';
import type { Position } from '../domain/geometry/sphere.ts';
import type { Text } from '../domain/text.ts';
import type { Land } from '../scene/ground.ts';

/**
 * A line as whole numbers: the first position, then the step to each next one, in units of 10^-digits degree. A closed
 * ring leaves its last position out. `unpackLine` reads it.
 */
export type PackedLine = readonly number[];
type PackedLines = readonly PackedLine[];
/** Polygons, each a shell and its holes. */
type PackedPolygons = readonly PackedLines[];

/** The base map as it is sent: only what the map draws. Made by the server, read by `basemapOf`. */
export interface BasemapFile {
  readonly version: 1;
  /** Decimals of a degree in which the lines of each part are counted. */
  readonly digits: { readonly world: number; readonly near: number; readonly rough: number };
  /** [west, south, east, north] inside which everything but `world` is whole. */
  readonly detail: Box;
  readonly world: readonly { readonly iso: string; readonly area: PackedPolygons }[];
  readonly countries: readonly { readonly iso: string; readonly area: PackedPolygons }[];
  /** Open water inside `detail`: what no country has. */
  readonly sea: PackedPolygons;
  readonly borders: readonly { readonly kind: BorderKind; readonly lines: PackedLines }[];
  readonly rivers: readonly { readonly rank: number; readonly lines: PackedLines }[];
  readonly lakes: PackedPolygons;
  /** Where the name of an oblast stands best; its rings roughly, filled even-odd, to place the name in a part of it. */
  readonly oblasts: readonly {
    readonly iso: string;
    readonly name: Text;
    readonly point: Position;
    readonly rings: PackedLines;
  }[];
}
export type BorderKind = 'state' | 'oblast' | 'coast';

/** The base map in degrees, as the sources of the map's style want it. */
export interface Basemap {
  readonly detail: Box;
  /** Countries coarsely and in detail; properties: `iso`, and `near` where it is detail. */
  readonly land: GeoJSON.FeatureCollection<GeoJSON.MultiPolygon>;
  readonly sea: GeoJSON.FeatureCollection<GeoJSON.MultiPolygon>;
  readonly lakes: GeoJSON.FeatureCollection<GeoJSON.MultiPolygon>;
  /** Borders (`kind`) and rivers (`kind: river`, `rank`). */
  readonly lines: GeoJSON.FeatureCollection<GeoJSON.MultiLineString>;
  readonly oblasts: readonly Oblast[];
}

export interface Oblast {
  readonly iso: string;
  readonly name: Text;
  readonly point: Position;
  readonly rings: Rings;
}

/** A line of degrees from its whole numbers. */
export function unpackLine(packed: PackedLine, digits: number): [number, number][] {
  const unit = 10 ** digits;
  const line: [number, number][] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < packed.length; i += 2) {
    x += packed[i] as number;
    y += packed[i + 1] as number;
    line.push([x / unit, y / unit]);
  }
  return line;
}

function unpackRing(packed: PackedLine, digits: number): [number, number][] {
  const ring = unpackLine(packed, digits);
  const [first] = ring;
  if (first) ring.push([...first]);
  return ring;
}

const areaOf = (area: PackedPolygons, digits: number): GeoJSON.MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: area.map((polygon) => polygon.map((ring) => unpackRing(ring, digits))),
});
const feature = <G extends GeoJSON.Geometry>(
  geometry: G,
  properties: Record<string, string | number | boolean> = {},
): GeoJSON.Feature<G> => ({ type: 'Feature', geometry, properties });
const collection = <G extends GeoJSON.Geometry>(
  features: GeoJSON.Feature<G>[],
): GeoJSON.FeatureCollection<G> => ({ type: 'FeatureCollection', features });

/** What is wrong with an answer that is to be a base map; undefined where it is one. */
const isFile = (value: unknown): value is BasemapFile =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === 1;

/** The base map from its file. Throws where the file is of another kind or version. */
export function basemapOf(file: unknown): Basemap {
  if (!isFile(file)) throw new Error('not a base map of version 1');
  const { digits } = file;
  const land = (country: BasemapFile['world'][number], near: boolean) =>
    feature(areaOf(country.area, near ? digits.near : digits.world), { iso: country.iso, near });
  const lines = (packed: PackedLines): GeoJSON.MultiLineString => ({
    type: 'MultiLineString',
    coordinates: packed.map((line) => unpackLine(line, digits.near)),
  });
  return {
    detail: file.detail,
    land: collection([...file.world.map((c) => land(c, false)), ...file.countries.map((c) => land(c, true))]),
    sea: collection([feature(areaOf(file.sea, digits.near))]),
    lakes: collection([feature(areaOf(file.lakes, digits.near))]),
    lines: collection([
      ...file.rivers.map((r) => feature(lines(r.lines), { kind: 'river', rank: r.rank })),
      ...file.borders.map((b) => feature(lines(b.lines), { kind: b.kind })),
    ]),
    oblasts: file.oblasts.map((o) => ({ ...o, rings: o.rings.map((r) => unpackRing(r, file.digits.rough)) })),
  };
}

/** Whose land a point is: by the detailed map where that is whole, else by the coarse one. */
export function landAt({ land, detail }: Basemap, point: Position): Land {
  const [x, y] = point;
  const near = x >= detail[0] && y >= detail[1] && x <= detail[2] && y <= detail[3];
  const country = land.features.find(
    ({ geometry, properties }) =>
      properties?.['near'] === near &&
      geometry.coordinates.some((polygon) => inRings(point, polygon as unknown as Rings)),
  );
  if (!country) return 'water';
  const iso: unknown = country.properties?.['iso'];
  return iso === 'UA' ? 'ukraine' : iso === 'RU' ? 'russia' : 'elsewhere';
}
