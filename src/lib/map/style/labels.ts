import type { LayerSpecification } from 'maplibre-gl';
import type { Paint } from '../../look/palette.ts';
import { FONTS } from './fonts.ts';

/**
 * Where a name may stand around its point, the best first. Offsets are in letters' heights; positive is away from the
 * point to the right and down.
 */
const around = (gap: number, lift: number): unknown[] => [
  'left',
  [gap, -lift],
  'right',
  [-gap, -lift],
  'top-left',
  [gap * 0.8, 0.1],
  'top-right',
  [-gap * 0.8, 0.1],
  'bottom',
  [0, -gap],
  'top',
  [0, gap],
];
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

/** Names of settlements appear at steps of half a zoom: a filter knows only whole ones. */
const FIRST = 4;
const LAST = 10.5;
const STEP = 0.5;

/** Names, the least important first: of those that would touch, the later layer's stay. */
export function labelLayers(paint: Paint): LayerSpecification[] {
  const steps = Array.from({ length: (LAST - FIRST) / STEP + 1 }, (_, i) => FIRST + i * STEP);
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
      layout: {
        'text-field': [
          'case',
          ['has', 'note'],
          ['format', ['get', 'name'], {}, '\n', {}, ['get', 'note'], { 'font-scale': 1.05, 'text-color': paint('ink') }],
          ['get', 'name'],
        ],
        'text-font': [FONTS.regular],
        'text-size': 10.5,
        'text-letter-spacing': ['case', ['has', 'note'], 0.06, 0.14],
        'text-line-height': 1.5,
        'text-max-width': 40,
        'text-padding': 6,
        'symbol-sort-key': ['case', ['has', 'note'], 0, 1],
      } as never,
      paint: quiet(paint),
    },
    ...steps.toReversed().map((zoom): LayerSpecification => ({
      id: `names-${zoom}`,
      type: 'symbol',
      source: 'names',
      minzoom: zoom,
      filter: ['all', ['<=', ['get', 'zoom'], zoom], ['>', ['get', 'zoom'], zoom === FIRST ? 0 : zoom - STEP]],
      layout: {
        'icon-image': 'dot',
        'icon-padding': 1,
        'text-field': ['get', 'name'],
        'text-font': [FONTS.regular],
        'text-size': sizes as never,
        'text-variable-anchor-offset': around(0.6, 0.2) as never,
        'text-justify': 'auto',
        'text-max-width': 14,
        'text-padding': 3,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: plain(paint),
    })),
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
        'text-variable-anchor-offset': [
          'case',
          ['get', 'marked'],
          ['literal', around(1.25, 0.2)],
          ['literal', around(0.6, 0.2)],
        ],
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
