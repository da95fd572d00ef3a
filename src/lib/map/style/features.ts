import type { Line } from '../../domain/control/front.ts';
import { sameThings } from '../same.ts';
import type { Scene } from '../../scene/scene.ts';

export type Features = GeoJSON.FeatureCollection;

const lines = (all: readonly Line[], side: string): GeoJSON.Feature<GeoJSON.MultiLineString>[] =>
  all.length === 0
    ? []
    : [
        {
          type: 'Feature',
          geometry: { type: 'MultiLineString', coordinates: all as unknown as GeoJSON.Position[][] },
          properties: { side },
        },
      ];

/** The front of both sides, around which the band of its true width is drawn. */
export const frontFeatures = (fronts: Scene['fronts']): Features => ({
  type: 'FeatureCollection',
  features: fronts.flatMap(({ side, sourced, unsourced }) => [
    ...lines(unsourced, side),
    ...lines(sourced, side),
  ]),
});

/** Whether two fronts are made of the same lines. */
export const sameFronts = (a: Scene['fronts'], b: Scene['fronts']): boolean => {
  const all = (fronts: Scene['fronts']): unknown[] =>
    fronts.flatMap((f) => [f.side, ...f.sourced, 'unsourced', ...f.unsourced]);
  return sameThings(all(a), all(b));
};
