import { HATCHES, LEAST_PATTERN_PX, hatchEdge, hatchPattern, type Hatch } from '#lib/look/hatches.ts';
import { metresPerPixel, type Point } from '#lib/look/mercator.ts';
import type { Colour } from '#lib/look/palette.ts';
import { fill, type Drawn, type Ink } from './ink.ts';
import { isBand } from '#lib/scene/legend.ts';
import { pathData } from './path.ts';
import { FRESH_DAYS, type Scene, type SceneFront } from '#lib/scene/scene.ts';

const FILLS: readonly { side: SceneFront['side']; basis: string; colour: Colour; clip: 'u' | 'r' }[] = [
  { side: 'russia', basis: 'assessed', colour: 'held', clip: 'u' },
  { side: 'russia', basis: 'pre-2022', colour: 'pre2022', clip: 'u' },
  { side: 'ukraine', basis: 'assessed', colour: 'ua-held', clip: 'r' },
];

/** Where the front is, its casing hides as much of the edge of the ground; elsewhere land cuts it. */
const HIDDEN_PX = 0.9;

/** Ground by holder, fresh patches, and the shade along the front. Uses the lines that `frontLayer` defines. */
export function groundLayer(scene: Scene, ink: Ink): Drawn {
  const { pen, paint, prefix } = ink;
  const { zoom, lat } = pen.frame.camera;
  const reach = isBand(scene, pen.frame) ? scene.resolution_m / metresPerPixel(zoom, lat) / 2 : undefined;
  const shade = zoom < 5 ? 0.5 : 1;
  const defs: string[] = [];
  const body: string[] = [];
  for (const [i, { side, basis, colour, clip }] of FILLS.entries()) {
    const ground = scene.grounds.find((g) => g.holder === side && g.basis === basis);
    const d = ground && scene.layers.includes('control') ? pen.area(ground.rings, HIDDEN_PX) : '';
    if (!d) continue;
    const id = `${prefix}g${i}`;
    const front = scene.fronts.find((f) => f.side === side);
    const seen = front && basis === 'assessed' && pen.lines([...front.unsourced, ...front.sourced]) !== '';
    const line = seen ? `${prefix}l-${side}` : undefined;
    const edge = paint(side === 'ukraine' ? 'ua-edge' : 'front');
    const beyond = paint(side === 'ukraine' ? 'abroad' : 'land');
    const inside = `clip-path="url(#${id}c)"`;
    defs.push(`<path id="${id}" d="${d}"/>`);
    const parts = [`<use href="#${id}" fill="${paint(colour)}" fill-rule="evenodd"/>`];
    if (basis === 'assessed' && scene.layers.includes('fresh')) parts.push(freshOf(scene, side, ink));
    if (line) {
      defs.push(`<clipPath id="${id}c"><use href="#${id}" clip-rule="evenodd"/></clipPath>`);
      if (reach !== undefined) {
        // Outside of the line the ground's colour fades out, inside the land's fades in: a band of its true width.
        parts.unshift(soft(line, paint(colour), reach));
        parts.push(`<g ${inside}>${soft(line, beyond, reach)}</g>`, soft(line, edge, reach * 0.55, 0.022));
      } else if (scene.layers.includes('front')) {
        parts.push(
          `<g ${inside} fill="none" stroke="${edge}" stroke-linejoin="round">${vignette(line, shade)}</g>`,
        );
      }
    }
    body.push(`<g clip-path="url(#${prefix}c${clip})">${parts.join('')}</g>`);
  }
  return { defs: defs.join(''), body: body.join('') };
}

const VIGNETTE: readonly (readonly [width: number, opacity: number])[] = [
  [24, 0.035],
  [20, 0.045],
  [16, 0.06],
  [12.5, 0.075],
  [9.5, 0.09],
  [7, 0.11],
];

/**
 * Strokes one over the other, from wide to narrow: a soft shade along the held side. The line is one path and only its
 * stroke is faint: layers of opacity would each lose a shade in the browser, tile by tile.
 */
const vignette = (line: string, scale: number): string =>
  VIGNETTE.map(([w, o]) => `<use href="#${line}" stroke-width="${w * scale}" stroke-opacity="${o}"/>`).join(
    '',
  );

/** Few and strong: renderers round every faint stroke, and many of them shift the hue. */
const STEPS = 7;

/** A band that fades from half strength on the line to nothing, so many pixels from it. */
const soft = (line: string, colour: string, reach: number, opacity = 0.095): string =>
  `<g fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-linejoin="round" stroke-linecap="round">` +
  Array.from({ length: STEPS }, (_, i) => {
    const width = Math.round(((STEPS - i - 0.5) / STEPS) * reach * 2);
    return `<use href="#${line}" stroke-width="${width}"/>`;
  }).join('') +
  '</g>';

/** Fresh ground, the stronger the newer. */
function freshOf(scene: Scene, side: string, { pen, paint }: Ink): string {
  const band = isBand(scene, pen.frame);
  return scene.fresh
    .filter((f) => f.to === side)
    .map((f) => {
      const opacity = Math.round((1 - 0.65 * (f.age / FRESH_DAYS)) * (band ? 0.5 : 0.9) * 100) / 100;
      const colour = paint(side === 'ukraine' ? 'ua-fresh' : 'fresh');
      return fill(pen.area(f.rings), colour, ` fill-opacity="${opacity}"`);
    })
    .join('');
}

/** Ground fought over, claimed or entered: hatched, with its own edge; too small for a pattern, a tint. */
export function hatchLayer(scene: Scene, { pen, paint, prefix }: Ink): Drawn {
  if (!scene.layers.includes('contested')) return { defs: '', body: '' };
  const defs: string[] = [];
  const body: string[] = [];
  for (const hatch of HATCHES) {
    const shapes = pen.shapes(scene.grounds.filter((g) => g.basis === hatch).flatMap((g) => g.rings));
    const large = shapes.filter((ring) => across(ring) >= LEAST_PATTERN_PX);
    const small = shapes.filter((ring) => across(ring) < LEAST_PATTERN_PX);
    const path = (rings: readonly Point[][]): string => rings.map((ring) => pathData(ring, true)).join('');
    const edge = hatchEdge(hatch, paint);
    const id = `${prefix}h-${hatch}`;
    if (large.length > 0) {
      defs.push(hatchPattern(hatch, id, paint));
      body.push(`<path d="${path(large)}" fill-rule="evenodd" fill="url(#${id})" ${edge}/>`);
    }
    if (small.length > 0) {
      body.push(
        `<path d="${path(small)}" fill-rule="evenodd" fill="${paint(tint(hatch))}" fill-opacity=".6" ${edge}/>`,
      );
    }
  }
  return { defs: defs.join(''), body: body.join('') };
}

const tint = (hatch: Hatch): Colour => (hatch === 'contested' ? 'contested-fill' : 'fresh');
const across = (ring: readonly Point[]): number => {
  const xs = ring.map((p) => p[0]);
  return Math.max(...xs) - Math.min(...xs);
};
