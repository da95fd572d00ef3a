import type { Colour } from '#lib/look/palette.ts';
import { isBand } from '#lib/scene/legend.ts';
import { outlinesOf } from '#lib/scene/difference.ts';
import { stroke, type Drawn, type Ink } from './ink.ts';
import type { Scene, SceneFront } from '#lib/scene/scene.ts';

/** Width of the front in pixels: finer on a phone, and where the whole country is small. */
const widthOf = (narrow: boolean, zoom: number): number => (zoom < 5 ? 1.3 : narrow ? 1.6 : 2);

export const colourOf = (side: SceneFront['side'], kind: 'sourced' | 'unsourced'): Colour =>
  side === 'ukraine'
    ? kind === 'sourced'
      ? 'ua-edge'
      : 'ua-unsourced'
    : kind === 'sourced'
      ? 'front'
      : 'unsourced';

/**
 * The front with its casing, and where it ran at the start of the window. Each side's line stands in `<defs>` as
 * one path with the id `{prefix}l-{side}`, for the shades along it.
 */
export function frontLayer(scene: Scene, { pen, paint, prefix }: Ink, narrow: boolean): Drawn {
  const defs: string[] = [];
  const body: string[] = [];
  const band = isBand(scene, pen.frame);
  const width = widthOf(narrow, pen.frame.camera.zoom);
  const casing: string[] = [];
  const edges: string[] = [];
  for (const front of scene.fronts) {
    const all = pen.lines([...front.unsourced, ...front.sourced]);
    if (!all) continue;
    const line = `${prefix}l-${front.side}`;
    defs.push(`<path id="${line}" d="${all}"/>`);
    casing.push(`<use href="#${line}"/>`);
    // The whole line first, then the stretches that dated reports moved, or all of it where nothing is unsourced.
    const sourced = front.unsourced.length === 0;
    edges.push(
      `<use href="#${line}" stroke="${paint(colourOf(front.side, sourced ? 'sourced' : 'unsourced'))}"/>`,
    );
    const moved = sourced ? '' : pen.lines(front.sourced);
    if (moved) edges.push(`<path d="${moved}" stroke="${paint(colourOf(front.side, 'sourced'))}"/>`);
  }
  if (!band) {
    const patches = outlinesOf(scene).map(({ to, lines }) => ({ to, d: pen.lines(lines) }));
    for (const { d } of patches) body.push(stroke(d, paint('casing'), width + 2));
    for (const { to, d } of patches) body.push(stroke(d, paint(colourOf(to, 'sourced')), width));
  }
  if (scene.layers.includes('start') && scene.startLine && !band) {
    const d = pen.lines(scene.startLine.lines);
    body.push(stroke(d, paint('ink'), 1.5, ' stroke-dasharray=".1 3.4" stroke-linecap="round"'));
  }
  if (scene.layers.includes('front') && !band) {
    const set = 'fill="none" stroke-linejoin="round" stroke-linecap="round"';
    body.push(
      `<g ${set} stroke="${paint('casing')}" stroke-width="${width + 2.8}" stroke-opacity=".9">${casing.join('')}</g>`,
      `<g ${set} stroke-width="${width}">${edges.join('')}</g>`,
    );
  }
  return { defs: defs.join(''), body: body.join('') };
}
