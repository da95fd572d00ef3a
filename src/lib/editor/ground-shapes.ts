import { toMultiPolygon } from '#lib/domain/control/polygons.ts';
import { ringsOf, type Rings } from '#lib/domain/geometry/rings.ts';
import { ringArea, type Position } from '#lib/domain/geometry/sphere.ts';
import type { Area } from '#lib/domain/geometry/geojson.ts';

/** Rings filled even-odd as one feature. Of a polygon MapLibre takes every ring but the first for a hole. */
export const featureOf = (rings: Rings): GeoJSON.Feature => ({
  type: 'Feature',
  properties: {},
  geometry:
    rings.length > 1
      ? toMultiPolygon(rings)
      : { type: 'Polygon', coordinates: rings.map((ring) => ring.map((p) => [...p])) },
});

export const featuresOf = (areas: readonly GeoJSON.MultiPolygon[]): GeoJSON.Feature[] =>
  areas.map((geometry) => ({ type: 'Feature', properties: {}, geometry }));

export const pointsOf = (points: readonly Position[]): GeoJSON.Feature[] =>
  points.map((p) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...p] } }));

/** Square metres of rings whose holes run the other way than their shells. */
export const ringsSize = (rings: Rings): number =>
  Math.abs(rings.reduce((sum, ring) => sum + ringArea(ring), 0));

/** Square metres of an area, whose rings are wound so. */
export const areaSize = (area: Area): number => ringsSize(ringsOf(area));
