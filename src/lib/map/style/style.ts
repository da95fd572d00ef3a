import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Layer } from '../../domain/view/view.ts';
import { paintOf } from '../../look/palette.ts';
import { abroadLayers, landLayers, waterLayers } from './base.ts';
import { fontFaces, type FontFiles, type FONTS } from './fonts.ts';
import type { Stage } from '../ground/plan.ts';
import { labelLayers } from './labels.ts';
import { reviewedLayers } from './reviewed.ts';
import type { StyleOptions } from './options.ts';

export type Fonts = Readonly<Record<keyof typeof FONTS, FontFiles>>;

const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const source = (more: Partial<Extract<SourceSpecification, { type: 'geojson' }>>): SourceSpecification => ({
  type: 'geojson',
  data: EMPTY,
  ...more,
});

export type SourceId =
  'land' | 'sea' | 'lakes' | 'lines' | 'reviewed' | 'seas' | 'oblasts' | 'names' | 'points';

/** Every source is filled later: the base map and the names when they have come, the others with each day. */
const sources = (): Record<SourceId, SourceSpecification> => ({
  land: source({ maxzoom: 10, tolerance: 0.3, buffer: 32 }),
  sea: source({ maxzoom: 10, tolerance: 0.3, buffer: 32 }),
  lakes: source({ maxzoom: 10, tolerance: 0.3, buffer: 32 }),
  lines: source({ maxzoom: 10, tolerance: 0.3, buffer: 64 }),
  reviewed: source({ maxzoom: 10, tolerance: 0.3, buffer: 32 }),
  seas: source({}),
  oblasts: source({}),
  names: source({ maxzoom: 11 }),
  points: source({ maxzoom: 11 }),
});

/** A place among the layers at which a stage of ground is drawn, or above all (see ground/layers.ts). */
export interface StageLayer {
  readonly id: string;
  readonly type: 'custom';
  readonly stage: Stage | 'end';
}
export type MapLayer = LayerSpecification | StageLayer;
const stage = (name: StageLayer['stage']): StageLayer => ({
  id: `control-${name}`,
  type: 'custom',
  stage: name,
});
/** Layers that MapLibre draws by itself, which are all that a style can name. */
export const isPlain = (layer: MapLayer): layer is LayerSpecification => layer.type !== 'custom';

/** The style of the map: what MapLibre draws by itself, bottom to top, and how. The same options give the same style. */
export function styleOf(options: StyleOptions, fonts: Fonts): StyleSpecification {
  return {
    version: 8,
    'font-faces': fontFaces(fonts),
    transition: { duration: 0, delay: 0 },
    sources: sources(),
    layers: layersOf(options).filter(isPlain),
  };
}

/** The layers of the map, those switched off hidden. */
export function layersOf(options: StyleOptions): MapLayer[] {
  const paint = paintOf(options.theme);
  const shown = (layer: Layer, layers: readonly LayerSpecification[]): LayerSpecification[] =>
    layers.map((l) =>
      options.layers.includes(layer) || l.type === 'background'
        ? l
        : ({ ...l, layout: { ...l.layout, visibility: 'none' } } as LayerSpecification),
    );
  return [
    ...landLayers(paint),
    stage('ground'),
    ...abroadLayers(paint),
    stage('ukrainian'),
    stage('shade'),
    ...reviewedLayers(paint),
    ...waterLayers(paint),
    stage('front'),
    ...shown('labels', labelLayers(paint, options)),
    stage('end'),
  ];
}
