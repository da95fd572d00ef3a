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
