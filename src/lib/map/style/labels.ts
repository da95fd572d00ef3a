import type { LayerSpecification } from 'maplibre-gl';
import type { Paint } from '../../look/palette.ts';
import { FONTS } from './fonts.ts';
import type { StyleOptions } from './options.ts';

/**
 * Where a name may stand around its point, the best first: on the right, or on the left where the front is on the
 * right. Offsets are in letters' heights, positive to the right and down.
 */
function around(gap: number, lift: number): unknown {
  const right = ['left', [gap, -lift], 'top-left', [gap * 0.9, 0.05]];
  const left = ['right', [-gap, -lift], 'top-right', [-gap * 0.9, 0.05]];
  const other = ['bottom', [0, -gap - 0.1], 'top', [0, gap]];
  return [
    'case',
    ['get', 'left'],
    ['literal', [...left, ...right, ...other]],
    ['literal', [...right, ...left, ...other]],
  ];
}
const sizes: unknown[] = ['match', ['get', 'size'], 2, 13, 1, 12, 11.5];

const quiet = (paint: Paint) => ({
  'text-color': paint('faint'),
  'text-halo-color': paint('land'),
  'text-halo-width': 0,
});
const plain = (paint: Paint) => ({
  'text-color': paint('ink'),
  'text-halo-color': paint('land'),
  'text-halo-width': 1.5,
});

/** Names, the least important first: of those that would touch, the later layer's stay. */
export function labelLayers(paint: Paint, { quarter }: Pick<StyleOptions, 'quarter'>): LayerSpecification[] {
  return [
    {
      id: 'seas',
      type: 'symbol',
      source: 'seas',
      minzoom: 4.6,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [FONTS.regular],
        'text-size': 11.5,
        'text-letter-spacing': 0.05,
        'text-max-width': 20,
      },
      paint: quiet(paint),
    },
    {
      id: 'oblasts',
      type: 'symbol',
      source: 'oblasts',
      minzoom: 5,
      maxzoom: 9.5,
      filter: ['!', ['has', 'note']],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [FONTS.regular],
        'text-size': 10.5,
        'text-letter-spacing': 0.14,
        'text-max-width': 40,
        'text-padding': 4,
      },
      paint: quiet(paint),
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      // A filter knows whole zooms only.
      filter: ['<=', ['get', 'zoom'], ['+', ['zoom'], quarter / 4 + 0.1]] as never,
      layout: {
        'icon-image': 'dot',
        'icon-padding': 1,
        'text-field': ['get', 'name'],
        'text-font': [FONTS.regular],
        'text-size': sizes as never,
        'text-variable-anchor-offset': around(0.36, 0.3) as never,
        'text-justify': 'auto',
        'text-max-width': 14,
        'text-padding': 3,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: plain(paint),
    },
    // What is told of a whole oblast hangs on its name, so that name goes before those of towns.
    {
      id: 'wide',
      type: 'symbol',
      source: 'oblasts',
      minzoom: 5,
      maxzoom: 9.5,
      filter: ['has', 'note'],
      layout: {
        'text-field': [
          'format',
          ['get', 'name'],
          {},
          '\n',
          {},
          ['get', 'note'],
          { 'font-scale': 1.05, 'text-color': paint('ink') },
        ],
        'text-font': [FONTS.regular],
        'text-size': 10.5,
        'text-letter-spacing': 0.06,
        'text-line-height': 1.5,
        'text-max-width': 40,
        'text-padding': 2,
      } as never,
      paint: quiet(paint),
    },
    {
      id: 'named',
      type: 'symbol',
      source: 'points',
      filter: ['==', ['get', 'kind'], 'named'],
      layout: {
        'icon-image': ['case', ['get', 'marked'], '', 'dot-bold'],
        'icon-padding': 1,
        'text-field': ['get', 'name'],
        'text-font': [FONTS.bold],
        'text-size': 13,
        'text-variable-anchor-offset': ['case', ['get', 'marked'], around(0.95, 0.3), around(0.32, 0.3)],
        'text-justify': 'auto',
        'text-max-width': 16,
        'text-padding': 1,
        'symbol-sort-key': ['get', 'order'],
      } as never,
      paint: plain(paint),
    },
    {
      id: 'obstacles',
      type: 'symbol',
      source: 'points',
      filter: ['==', ['get', 'kind'], 'obstacle'],
      layout: {
        'icon-image': ['concat', 'keep-', ['get', 'room']],
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
    },
  ];
}
