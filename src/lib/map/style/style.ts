import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Layer } from '../../domain/view/view.ts';
import { paintOf } from '../../look/palette.ts';
import { abroadLayers, landLayers, waterLayers } from './base.ts';
import { fontFaces, type FontFiles, type FONTS } from './fonts.ts';
import { bandOver, bandUnder, bandZoom, frontLayers, shadeLayers } from './front.ts';
import { earlierLayers, hatchLayers, heldLayers, ukrainianLayers } from './ground.ts';
import { labelLayers } from './labels.ts';
import type { StyleOptions } from './options.ts';

export type Fonts = Readonly<Record<keyof typeof FONTS, FontFiles>>;

const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const source = (more: Partial<Extract<SourceSpecification, { type: 'geojson' }>>): SourceSpecification => ({
  type: 'geojson',
  data: EMPTY,
  ...more,
});

export type SourceId =
  'land' | 'sea' | 'lakes' | 'lines' | 'control' | 'band' | 'seas' | 'oblasts' | 'names' | 'points';

/** Every source is filled later: the base map and the names when they have come, the others with each day. */
const sources = (): Record<SourceId, SourceSpecification> => ({
  land: source({ maxzoom: 10, tolerance: 0.3, buffer: 32 }),
  sea: source({ maxzoom: 10, tolerance: 0.3, buffer: 32 }),
  lakes: source({ maxzoom: 10, tolerance: 0.3, buffer: 32 }),
  lines: source({ maxzoom: 10, tolerance: 0.3, buffer: 64 }),
  // Ground and front together: they change together, and each source costs a round to the worker and back.
  control: source({ maxzoom: 12, tolerance: 0.2, buffer: 64 }),
  // Strips as wide as the resolution reach far over the edges of a tile, so their tiles are large.
  band: source({ maxzoom: 6, tolerance: 0.5, buffer: 512 }),
  seas: source({}),
  oblasts: source({}),
  names: source({ maxzoom: 11 }),
  points: source({ maxzoom: 11 }),
});

/** The style of the map: what is drawn, bottom to top, and how. The same options give the same style. */
export function styleOf(options: StyleOptions, fonts: Fonts): StyleSpecification {
  return {
    version: 8,
    'font-faces': fontFaces(fonts),
    transition: { duration: 0, delay: 0 },
    sources: sources(),
    layers: layersOf(options),
  };
}

/** The layers of the map, those switched off hidden. */
export function layersOf(options: StyleOptions): LayerSpecification[] {
  const paint = paintOf(options.theme);
  const band = bandZoom(options);
  const front = frontLayers(paint, options, band);
  const shown = (layer: Layer, layers: readonly LayerSpecification[]): LayerSpecification[] =>
    layers.map((l) =>
      options.layers.includes(layer) || l.type === 'background'
        ? l
        : ({ ...l, layout: { ...l.layout, visibility: 'none' } } as LayerSpecification),
    );
  const [held, fresh] = heldLayers(paint, band);
  const [uaHeld, uaFresh] = ukrainianLayers(paint, band);
  const one = (layer: LayerSpecification | undefined): LayerSpecification[] => (layer ? [layer] : []);
  return [
    ...landLayers(paint),
    ...shown('control', bandUnder(paint, options, band, 'russia')),
    ...shown('control', one(held)),
    ...shown('fresh', one(fresh)),
    ...shown('control', bandOver(paint, options, band, 'russia')),
    ...shown('control', earlierLayers(paint)),
    ...abroadLayers(paint),
    ...shown('control', bandUnder(paint, options, band, 'ukraine')),
    ...shown('control', one(uaHeld)),
    ...shown('fresh', one(uaFresh)),
    ...shown('control', bandOver(paint, options, band, 'ukraine')),
    ...shown('front', shadeLayers(paint, band)),
    ...waterLayers(paint),
    ...shown('contested', hatchLayers(paint, options)),
    ...shown('start', front.slice(0, 1)),
    ...shown('front', front.slice(1)),
    ...shown('labels', labelLayers(paint, options)),
  ];
}
