import type { LayerSpecification } from 'maplibre-gl';
import { paintOf } from '../look/palette.ts';

/** What the maps of the desk show besides the base map and its names, bottom to top. */
export const DESK_SOURCES = [
  'ground',
  'rows',
  'lost',
  'gained',
  'area',
  'halo',
  'place',
  'crossings',
] as const;
export type DeskSource = (typeof DESK_SOURCES)[number];

type Layers = readonly { readonly layer: LayerSpecification; readonly under: 'water' | 'names' | 'top' }[];
const at = (name: DeskSource): string => `desk-${name}`;
const is = (basis: string): unknown => ['==', ['get', 'basis'], basis];

/** The layers of the desk in a theme. Features of `ground` have `holder` and `basis`, those of `rows` may be `faint`. */
export function deskLayers(theme: 'light' | 'dark'): Layers {
  const p = paintOf(theme);
  const held = ['all', ['==', ['get', 'holder'], 'ukraine'], is('assessed')];
  const colour = (ukraine: string, contested: string, earlier: string, other: string) =>
    [
      'case',
      held,
      ukraine,
      ['==', ['get', 'holder'], 'unknown'],
      contested,
      is('pre-2022'),
      earlier,
      other,
    ] as never;
  const edge = colour(p('ua-edge'), p('contested'), p('border'), p('front'));
  const layers: [LayerSpecification, 'water' | 'names' | 'top'][] = [
    [
      {
        id: 'desk-ground',
        type: 'fill',
        source: at('ground'),
        paint: {
          'fill-color': colour(p('ua-held'), p('contested-fill'), p('pre2022'), p('held')),
          'fill-opacity': ['case', is('assessed'), 0.9, is('pre-2022'), 0.9, 0.6] as never,
        },
      },
      'water',
    ],
    [
      {
        id: 'desk-ground-edge',
        type: 'line',
        source: at('ground'),
        filter: is('assessed') as never,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': edge, 'line-width': 1.6 },
      },
      'names',
    ],
    [
      {
        id: 'desk-ground-dashed',
        type: 'line',
        source: at('ground'),
        filter: ['!', is('assessed')] as never,
        paint: { 'line-color': edge, 'line-width': 1.2, 'line-dasharray': [3, 2] },
      },
      'names',
    ],
    [
      {
        id: 'desk-rows',
        type: 'fill',
        source: at('rows'),
        paint: { 'fill-color': p('ink'), 'fill-opacity': ['case', ['get', 'faint'], 0.02, 0.07] as never },
      },
      'names',
    ],
    [
      {
        id: 'desk-rows-edge',
        type: 'line',
        source: at('rows'),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': p('ink'),
          'line-width': 1,
          'line-opacity': ['case', ['get', 'faint'], 0.35, 0.9] as never,
        },
      },
      'names',
    ],
    ...(['lost', 'gained'] as const).flatMap((name): [LayerSpecification, 'names'][] => [
      [
        {
          id: `desk-${name}`,
          type: 'fill',
          source: at(name),
          paint: { 'fill-color': p(name === 'gained' ? 'fresh' : 'ua-fresh'), 'fill-opacity': 0.55 },
        },
        'names',
      ],
      [
        {
          id: `desk-${name}-edge`,
          type: 'line',
          source: at(name),
          paint: {
            'line-color': p('ink'),
            'line-width': 1.2,
            ...(name === 'lost' ? { 'line-dasharray': [2, 2] } : {}),
          },
        },
        'names',
      ],
    ]),
    [
      {
        id: 'desk-area',
        type: 'fill',
        source: at('area'),
        paint: { 'fill-color': p('ink'), 'fill-opacity': 0.12 },
      },
      'names',
    ],
    [
      {
        id: 'desk-area-edge',
        type: 'line',
        source: at('area'),
        paint: { 'line-color': p('ink'), 'line-width': 2 },
      },
      'names',
    ],
    [
      {
        id: 'desk-halo',
        type: 'fill',
        source: at('halo'),
        paint: { 'fill-color': p('ink'), 'fill-opacity': 0.1 },
      },
      'names',
    ],
    [
      {
        id: 'desk-halo-edge',
        type: 'line',
        source: at('halo'),
        paint: { 'line-color': p('ink'), 'line-width': 1, 'line-dasharray': [1, 2] },
      },
      'names',
    ],
    [
      {
        id: 'desk-place',
        type: 'circle',
        source: at('place'),
        paint: {
          'circle-radius': 6,
          'circle-color': p('mark-paper'),
          'circle-stroke-color': p('ink'),
          'circle-stroke-width': 1.5,
        },
      },
      'top',
    ],
    [
      {
        id: 'desk-crossings',
        type: 'circle',
        source: at('crossings'),
        paint: {
          'circle-radius': 9,
          'circle-color': p('accent'),
          'circle-opacity': 0.25,
          'circle-stroke-color': p('accent'),
          'circle-stroke-width': 2.5,
        },
      },
      'top',
    ],
  ];
  return layers.map(([layer, under]) => ({ layer, under }));
}
