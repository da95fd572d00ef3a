import type { LayerSpecification } from 'maplibre-gl';
import type { Review } from '../../domain/control/review.ts';
import { reviewAge, reviewedZones, type ReviewedZone } from '../../domain/control/reviewed.ts';
import { toMultiPolygon } from '../../domain/control/polygons.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Paint } from '../../look/palette.ts';
import { REVIEW_LINE } from '../../look/review-hatch.ts';
import type { Oblast } from '../basemap.ts';

const NONE: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Ground by how long ago it was looked at, for the map; the same thing as long as nothing of it has changed. */
export function reviewedFeatures(): (
  reviews: readonly Review[] | undefined,
  d: Day | undefined,
  oblasts: readonly Oblast[] | undefined,
) => GeoJSON.FeatureCollection {
  let cut: { key: string; zones: readonly ReviewedZone[] } | undefined;
  let last: { key: string; features: GeoJSON.FeatureCollection } | undefined;
  return (reviews = [], d, oblasts) => {
    const seen = d === undefined ? [] : reviews.filter((r) => r.day <= d);
    if (d === undefined || seen.length === 0 || !oblasts) return NONE;
    // Which ground lies in which zone changes with a review, and its age from day to day.
    const key = seen.map((r) => r.id).join();
    if (cut?.key !== key)
      cut = { key, zones: reviewedZones(seen, d, (iso) => oblasts.find((o) => o.iso === iso)?.rings) };
    const ages = cut.zones.map((z) => reviewAge(z.day, d));
    const aged = `${key} ${ages.join()}`;
    if (last?.key !== aged) {
      const features = cut.zones.map(({ rings }, i): GeoJSON.Feature => ({
        type: 'Feature',
        geometry: toMultiPolygon(rings),
        properties: { age: ages[i] },
      }));
      last = { key: aged, features: { type: 'FeatureCollection', features } };
    }
    return last.features;
  };
}

/** Level lines, the closer the newer, and an edge. */
export const reviewedLayers = (paint: Paint): LayerSpecification[] => [
  {
    id: 'reviewed',
    type: 'fill',
    source: 'reviewed',
    paint: {
      'fill-pattern': ['concat', 'reviewed-', ['to-string', ['get', 'age']]],
      'fill-opacity': REVIEW_LINE.opacity,
    },
  },
  {
    id: 'reviewed-edge',
    type: 'line',
    source: 'reviewed',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': paint('review'),
      'line-width': REVIEW_LINE.edge,
      'line-opacity': REVIEW_LINE.opacity,
    },
  },
];
