import type { SideOf } from './beside.ts';

/**
 * A settlement that the map may name: id, name, longitude and latitude in degrees, the least zoom at which it is named,
 * priority (the greater goes first), and size of the letters (2 for the greatest towns).
 */
export type PlacedName = readonly [
  id: string,
  name: string,
  lng: number,
  lat: number,
  zoom: number,
  priority: number,
  size: 0 | 1 | 2,
];

const isName = (row: unknown): row is PlacedName =>
  Array.isArray(row) &&
  typeof row[0] === 'string' &&
  typeof row[1] === 'string' &&
  row.slice(2, 7).length === 5 &&
  row.slice(2, 7).every((n) => Number.isFinite(n));

/** Names as points for the map's style. Rows that are none are left out. Throws where the file is of another kind. */
export function namesOf(
  file: unknown,
  side: SideOf = () => 'right',
): GeoJSON.FeatureCollection<GeoJSON.Point> {
  if (!Array.isArray(file)) throw new Error('not a list of names');
  return {
    type: 'FeatureCollection',
    features: file.filter(isName).map(([id, name, lng, lat, zoom, priority, size]) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: {
        id,
        name,
        zoom,
        order: -priority,
        size,
        left: side([lng, lat], name, 12, Math.max(6.2, zoom) + 0.5) === 'left',
      },
    })),
  };
}
