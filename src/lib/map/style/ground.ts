import type { LayerSpecification } from 'maplibre-gl';
import { HATCHES } from '../../look/hatches.ts';
import type { Paint } from '../../look/palette.ts';
import { mixed } from './colour.ts';
import { NEVER, type StyleOptions } from './options.ts';
import { hatchImage } from './textures.ts';
import { FRESH_DAYS } from '../../scene/scene.ts';

const kind = (name: string): unknown[] => ['==', ['get', 'kind'], name];

function fill(id: string, filter: unknown[], colour: unknown): LayerSpecification {
  return {
    id,
    type: 'fill',
    source: 'control',
    filter: filter as never,
    paint: { 'fill-color': colour as never },
  };
}

/**
 * Fresh ground by its age, the stronger the newer. The colours are opaque, mixed beforehand: where patches meet, two
 * faint edges would show as a hairline.
 */
function freshColour(ground: string, fresh: string, band: number): unknown {
  const by = (strength: number): unknown[] => [
    'interpolate',
    ['linear'],
    ['get', 'age'],
    0,
    mixed(ground, fresh, strength),
    FRESH_DAYS,
    mixed(ground, fresh, 0.35 * strength),
  ];
  if (band >= NEVER) return by(0.9);
  return ['step', ['zoom'], by(0.9), band, by(0.5)];
}

/** Ground that Russia holds, and what it took lately. */
export const heldLayers = (paint: Paint, band: number): LayerSpecification[] => [
  fill('held', kind('held'), paint('held')),
  fill('fresh', kind('fresh'), freshColour(paint('held'), paint('fresh'), band)),
];

export const earlierLayers = (paint: Paint): LayerSpecification[] => [
  fill('pre2022', kind('pre2022'), paint('pre2022')),
];

/** Ground that Ukraine holds inside Russia, and what it took or took back lately. */
export const ukrainianLayers = (paint: Paint, band: number): LayerSpecification[] => [
  fill('ua-held', kind('ua-held'), paint('ua-held')),
  fill('ua-fresh', kind('ua-fresh'), freshColour(paint('ua-held'), paint('ua-fresh'), band)),
];

/** Ground fought over, claimed or entered: hatched with its own edge; too small for a pattern, a tint. */
export function hatchLayers(paint: Paint, { quarter }: StyleOptions): LayerSpecification[] {
  const shrink = 2 ** (quarter / 4);
  const dash = (on: number, off: number, width: number): number[] =>
    [on, off].map((n) => Math.round((n / width / shrink) * 100) / 100);
  const large = ['>=', ['zoom'], ['get', 'from']];
  const tint = { contested: 'contested-fill', claimed: 'fresh', infiltration: 'fresh' } as const;
  const edges = {
    contested: { colour: 'contested', width: 1.6, dash: dash(0, 3.5, 1.6), cap: 'round' },
    claimed: { colour: 'front', width: 1.2, dash: dash(4, 3, 1.2), cap: 'butt' },
    // Entered ground has no edge of its own; as a mere tint it needs one.
    infiltration: { colour: 'front', width: 1, dash: dash(2, 2, 1), cap: 'butt' },
  } as const;
  return HATCHES.flatMap((hatch): LayerSpecification[] => {
    const edge = edges[hatch];
    return [
      {
        id: `${hatch}-tint`,
        type: 'fill',
        source: 'control',
        filter: ['all', kind(hatch), ['!', large]] as never,
        paint: { 'fill-color': paint(tint[hatch]), 'fill-opacity': 0.6 },
      },
      {
        id: hatch,
        type: 'fill',
        source: 'control',
        filter: ['all', kind(hatch), large] as never,
        paint: { 'fill-pattern': hatchImage(hatch, quarter), 'fill-antialias': false },
      },
      {
        id: `${hatch}-edge`,
        type: 'line',
        source: 'control',
        filter: (hatch === 'infiltration' ? ['all', kind(hatch), ['!', large]] : kind(hatch)) as never,
        layout: { 'line-join': 'round', 'line-cap': edge.cap },
        paint: { 'line-color': paint(edge.colour), 'line-width': edge.width, 'line-dasharray': edge.dash },
      },
    ];
  });
}
