import type { LayerSpecification } from 'maplibre-gl';
import { metresPerPixel } from '../../look/mercator.ts';
import type { Paint } from '../../look/palette.ts';
import { BAND_PX } from '../../scene/legend.ts';
import { mixed } from './colour.ts';
import { NEVER, type StyleOptions } from './options.ts';

/** The zoom from which the line would say more than is known, so that a band of its true width stands for it. */
export function bandZoom({ resolution_m, lat }: Pick<StyleOptions, 'resolution_m' | 'lat'>): number {
  if (resolution_m <= 0) return NEVER;
  const zoom = Math.log2((BAND_PX * metresPerPixel(0, lat)) / resolution_m);
  return Math.round(Math.min(NEVER, Math.max(0, zoom)) * 100) / 100;
}

/** A width of so many metres at every zoom. */
function metres(width_m: number, lat: number): unknown[] {
  const at = (zoom: number): number => width_m / metresPerPixel(zoom, lat);
  return ['interpolate', ['exponential', 2], ['zoom'], 0, at(0), 20, at(20)];
}

/** The front itself, in a source that also holds ground. */
const LINE = ['in', ['get', 'kind'], ['literal', ['sourced', 'unsourced']]];

/** Below this zoom the whole country is small, and so are the widths. */
const SMALL = 5;
const bySide = (russia: string, ukraine: string): unknown[] => [
  'match',
  ['get', 'side'],
  'ukraine',
  ukraine,
  russia,
];

/** Shade along the held side, from wide and faint to narrow: pixels inside of the line, and opacity. */
const SHADE: readonly (readonly [reach: number, opacity: number])[] = [
  [12, 0.06],
  [9, 0.08],
  [6.2, 0.11],
  [4, 0.15],
];

/**
 * A soft shade on the held side. The lines run with the held ground on their left, so strips beside them lie inside.
 * Mitred, the pieces of a strip hardly overlap at bends, where they would add up; opacity of a whole layer would avoid
 * that altogether, but draws the whole view once more for each strip.
 */
export const shadeLayers = (paint: Paint, band: number): LayerSpecification[] =>
  SHADE.map(([reach, opacity], i) => ({
    id: `shade-${i}`,
    type: 'line',
    source: 'control',
    ...(band < NEVER ? { maxzoom: band } : {}),
    filter: LINE as never,
    layout: { 'line-join': 'miter', 'line-cap': 'butt' },
    paint: {
      'line-color': bySide(paint('front'), paint('ua-edge')) as never,
      'line-width': ['step', ['zoom'], reach / 2, SMALL, reach] as never,
      'line-offset': ['step', ['zoom'], -reach / 4, SMALL, -reach / 2] as never,
      'line-blur': 1.5,
      'line-opacity': opacity,
    },
  }));

/** Where the front ran at the start of the window, and the front with its casing. */
export function frontLayers(paint: Paint, options: StyleOptions, band: number): LayerSpecification[] {
  const width = (more: number): unknown[] => [
    'step',
    ['zoom'],
    1.3 + more,
    SMALL,
    (options.narrow ? 1.6 : 2) + more,
  ];
  const shrink = 2 ** (options.quarter / 4);
  const line = (
    id: string,
    filter: unknown[],
    colour: unknown,
    wide: unknown,
    more: Record<string, unknown> = {},
  ): LayerSpecification =>
    ({
      id,
      type: 'line',
      source: 'control',
      ...(band < NEVER ? { maxzoom: band } : {}),
      filter,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour, 'line-width': wide, ...more },
    }) as LayerSpecification;
  const of = (kind: string): unknown[] => ['==', ['get', 'kind'], kind];
  return [
    line('start', of('start'), paint('ink'), 1.5, {
      'line-dasharray': [0, Math.round((3.5 / 1.5 / shrink) * 100) / 100],
    }),
    line('casing', LINE, paint('casing'), width(2.8)),
    line('unsourced', of('unsourced'), bySide(paint('unsourced'), paint('ua-unsourced')), width(0)),
    line('sourced', of('sourced'), bySide(paint('front'), paint('ua-edge')), width(0)),
  ];
}

/** Few and strong steps of a band. */
const STEPS = 6;

/**
 * The band in place of a line, outside of it: strips of colours between the ground and the land beyond, to be laid
 * under the ground. Opaque, so that a bent strip does not darken where it overlaps itself.
 */
export function bandUnder(
  paint: Paint,
  options: StyleOptions,
  band: number,
  side: 'russia' | 'ukraine',
): LayerSpecification[] {
  if (band >= NEVER) return [];
  const [ground, beyond] =
    side === 'russia' ? [paint('held'), paint('land')] : [paint('ua-held'), paint('abroad')];
  return Array.from({ length: STEPS }, (_, i): LayerSpecification => {
    const near = (i + 0.5) / STEPS;
    return strip(`band-${side}-${i}`, side, options, band, 1 - i / STEPS, {
      'line-color': mixed(beyond, ground, near),
    });
  });
}

/** The band inside of the line: the land beyond shines through the ground, half at the line and less and less inwards. */
export function bandOver(
  paint: Paint,
  options: StyleOptions,
  band: number,
  side: 'russia' | 'ukraine',
): LayerSpecification[] {
  if (band >= NEVER) return [];
  const [beyond, edge] =
    side === 'russia' ? [paint('land'), paint('front')] : [paint('abroad'), paint('ua-edge')];
  return [
    ...Array.from({ length: STEPS }, (_, i): LayerSpecification =>
      strip(`band-${side}-over-${i}`, side, options, band, 1 - i / STEPS, {
        'line-color': beyond,
        // Laid over each other, so many strips leave half of the ground's colour on the line.
        'line-layer-opacity': Math.round((1 - 0.5 ** (1 / STEPS)) * 1000) / 1000,
      }),
    ),
    // A breath of the edge's own colour where the line most likely is.
    ...[0.5, 0.25].map((share, i) =>
      strip(`band-${side}-edge-${i}`, side, options, band, share, {
        'line-color': edge,
        'line-layer-opacity': 0.055,
      }),
    ),
  ];
}

function strip(
  id: string,
  side: string,
  { resolution_m, lat }: StyleOptions,
  band: number,
  share: number,
  paint: Record<string, unknown>,
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'band',
    minzoom: band,
    filter: ['==', ['get', 'side'], side],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-width': metres(resolution_m * share, lat) as never,
      // Each step fades into the next.
      'line-blur': metres(resolution_m / STEPS / 2, lat) as never,
      ...paint,
    },
  };
}
