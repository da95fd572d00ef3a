import type { LayerSpecification } from 'maplibre-gl';
import type { Paint } from '../../look/palette.ts';
import { NEAR_ZOOM } from './options.ts';

type Layers = LayerSpecification[];
/** Countries coarsely, or in detail. */
const land = (near: boolean, ukraine: boolean): unknown[] => [
  'all',
  ['==', ['get', 'near'], near],
  [ukraine ? '==' : '!=', ['get', 'iso'], 'UA'],
];

/** Water and land, under everything. */
export const landLayers = (paint: Paint): Layers => [
  { id: 'water', type: 'background', paint: { 'background-color': paint('water') } },
  {
    id: 'world',
    type: 'fill',
    source: 'land',
    filter: ['==', ['get', 'near'], false],
    paint: { 'fill-color': ['match', ['get', 'iso'], 'UA', paint('land'), paint('abroad')] },
  },
  {
    id: 'world-edge',
    type: 'line',
    source: 'land',
    filter: ['==', ['get', 'near'], false],
    layout: { 'line-join': 'round' },
    // Every border is drawn by both of its countries.
    paint: { 'line-color': paint('border'), 'line-width': 0.7, 'line-opacity': 0.7 },
  },
  {
    id: 'ukraine',
    type: 'fill',
    source: 'land',
    minzoom: NEAR_ZOOM,
    filter: land(true, true) as never,
    paint: { 'fill-color': paint('land') },
  },
];

/** The land of others over Russian-held ground: it ends at the border, as drawn here. */
export const abroadLayers = (paint: Paint): Layers => [
  {
    id: 'abroad',
    type: 'fill',
    source: 'land',
    minzoom: NEAR_ZOOM,
    filter: land(true, false) as never,
    paint: { 'fill-color': paint('abroad') },
  },
];

/** Ground ends at the coast, too: the sea lies over it. Then rivers, lakes and borders. */
export const waterLayers = (paint: Paint): Layers => [
  {
    id: 'sea',
    type: 'fill',
    source: 'sea',
    minzoom: NEAR_ZOOM,
    paint: { 'fill-color': paint('water') },
  },
  line('coast', paint('coast'), 1.2),
  ...[2, 3, 4].map((rank): LayerSpecification => river(rank, paint)),
  {
    id: 'lakes',
    type: 'fill',
    source: 'lakes',
    minzoom: NEAR_ZOOM,
    paint: { 'fill-color': paint('lake') },
  },
  line('oblast', paint('border'), 0.8, 0.65),
  line('state', paint('state'), 1.3, 0.8),
];

function line(kind: string, colour: string, width: number, opacity = 1): LayerSpecification {
  return {
    id: kind,
    type: 'line',
    source: 'lines',
    minzoom: NEAR_ZOOM,
    filter: ['==', ['get', 'kind'], kind],
    layout: { 'line-join': 'round', 'line-cap': kind === 'coast' ? 'round' : 'butt' },
    paint: { 'line-color': colour, 'line-width': width, 'line-opacity': opacity },
  };
}

/** From which zoom rivers of a rank are drawn; the first layer has the two greatest. */
const FROM: Readonly<Record<number, number>> = { 2: NEAR_ZOOM, 3: 6.2, 4: 7.2 };

function river(rank: number, paint: Paint): LayerSpecification {
  const width = ['match', ['get', 'rank'], 1, 2.2, 2, 1.4, 3, 1, 0.8];
  return {
    id: `rivers-${rank}`,
    type: 'line',
    source: 'lines',
    minzoom: FROM[rank] ?? NEAR_ZOOM,
    filter: [
      'all',
      ['==', ['get', 'kind'], 'river'],
      [rank === 2 ? '<=' : '==', ['get', 'rank'], rank],
    ] as never,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': paint('river'),
      'line-opacity': 0.85,
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        5.56,
        ['*', 0.6, width],
        7.9,
        ['*', 1.5, width],
      ] as never,
    },
  };
}
