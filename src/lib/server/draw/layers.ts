import { boxOfFrame, metresPerPixel, type Frame } from '#lib/look/mercator.ts';
import { HATCHES, LEAST_PATTERN_PX, hatchEdge, hatchPattern, type Hatch } from '#lib/look/hatches.ts';
import type { Colour, Paint } from '#lib/look/palette.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import { basemap, landOf } from './basemap.ts';
import { isBand } from './legend.ts';
import type { Pen } from './path.ts';
import type { Scene } from './scene.ts';

/** What a layer draws, and what it needs in `<defs>`. */
export interface Drawn {
  readonly defs: string;
  readonly body: string;
}

interface Ink {
  readonly pen: Pen;
  readonly paint: Paint;
  /** Before every id, so that two drawings share a page. */
  readonly prefix: string;
}

const stroke = (d: string, colour: string, width: number, more = ''): string =>
  d &&
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${more}/>`;
const fill = (d: string, colour: string, more = ''): string =>
  d && `<path d="${d}" fill="${colour}" fill-rule="evenodd"${more}/>`;

/** Sea, and the land of Ukraine and of others; Ukraine's land also as a clip for ground. */
export function landLayer({ pen, paint, prefix }: Ink): Drawn {
  const { frame } = pen;
  const map = basemap();
  const [w, s, e, n] = boxOfFrame(frame);
  const [dw, ds, de, dn] = map.detail;
  const near = w >= dw && s >= ds && e <= de && n <= dn;
  const abroad = (near ? map.countries : map.world).filter((c) => c.iso !== 'UA').flatMap((c) => c.rings);
  const ukraine = pen.area(near ? landOf('UA') : (map.world.find((c) => c.iso === 'UA')?.rings ?? []));
  const russia = pen.area((near ? map.countries : map.world).find((c) => c.iso === 'RU')?.rings ?? []);
  return {
    defs:
      `<path id="${prefix}u" d="${ukraine}"/>` +
      `<clipPath id="${prefix}cu"><use href="#${prefix}u" clip-rule="evenodd"/></clipPath>` +
      (russia &&
        `<path id="${prefix}r" d="${russia}"/><clipPath id="${prefix}cr"><use href="#${prefix}r" clip-rule="evenodd"/></clipPath>`),
    body:
      `<path d="M0 0H${frame.width}V${frame.height}H0z" fill="${paint('water')}"/>` +
      fill(
        pen.area(near ? abroad.filter((r) => !isOf(map, r)) : abroad.filter((r) => !isOf(map, r))),
        paint('abroad'),
      ) +
      (russia && `<use href="#${prefix}r" fill="${paint('abroad')}" fill-rule="evenodd"/>`) +
      `<use href="#${prefix}u" fill="${paint('land')}" fill-rule="evenodd"/>`,
  };
}

/** Whether a ring is Russia's, which is drawn on its own because ground inside it is cut at it. */
function isOf(map: ReturnType<typeof basemap>, ring: Rings[number]): boolean {
  return [map.countries, map.world].some((all) => all.find((c) => c.iso === 'RU')?.rings.includes(ring));
}

/** Rivers, lakes and borders, over the ground. */
export function linesLayer({ pen, paint }: Ink): string {
  const map = basemap();
  const { zoom } = pen.frame.camera;
  const rank = zoom < 5 ? 1 : zoom < 6.2 ? 2 : zoom < 7.4 ? 3 : 4;
  const big = Math.max(0.6, Math.min(1.5, (zoom - 4) / 2.6));
  const rivers = [1, 2, 3, 4]
    .filter((k) => k <= rank)
    .map((k) =>
      stroke(
        pen.lines(
          map.water.filter((w) => w.rank === k && w.rings.length === 0).flatMap((w) => w.lines),
          0.7,
        ),
        paint('river'),
        Math.round(big * ([0, 2.2, 1.4, 1, 0.8][k] ?? 1) * 10) / 10,
        ' stroke-linecap="round"',
      ),
    );
  const border = (kind: string): string =>
    pen.lines(
      map.borders.filter((b) => b.kind === kind).flatMap((b) => b.lines),
      0.6,
    );
  return (
    `<g opacity=".85">${rivers.join('')}</g>` +
    fill(pen.area(map.water.flatMap((w) => w.rings)), paint('water')) +
    stroke(border('oblast'), paint('border'), 0.8, ' stroke-opacity=".6"') +
    stroke(border('coast'), paint('coast'), 0.8) +
    stroke(border('state'), paint('state'), 1.2, ' stroke-opacity=".8"')
  );
}

const FILLS: readonly { holder: string; basis: string; colour: Colour; clip: 'u' | 'r' }[] = [
  { holder: 'russia', basis: 'assessed', colour: 'held', clip: 'u' },
  { holder: 'russia', basis: 'pre-2022', colour: 'pre2022', clip: 'u' },
  { holder: 'ukraine', basis: 'assessed', colour: 'ua-held', clip: 'r' },
];

/** Ground by holder, fresh patches, and the inner vignette along the front. */
export function groundLayer(scene: Scene, { pen, paint, prefix }: Ink): Drawn {
  const defs: string[] = [];
  const body: string[] = [];
  const band = isBand(scene, pen.frame);
  const bandPx = scene.resolution_m / metresPerPixel(pen.frame.camera.zoom, pen.frame.camera.lat);
  for (const [i, { holder, basis, colour, clip }] of FILLS.entries()) {
    const ground = scene.grounds.find((g) => g.holder === holder && g.basis === basis);
    const d = ground && scene.layers.includes('control') ? pen.area(ground.rings) : '';
    if (!d) continue;
    const id = `${prefix}g${i}`;
    const side = holder === 'ukraine' ? 'ukraine' : 'russia';
    const edge = paint(side === 'ukraine' ? 'ua-edge' : 'front');
    const front = scene.fronts.find((f) => f.side === side);
    const line = front && basis === 'assessed' ? pen.lines([...front.unsourced, ...front.sourced]) : '';
    defs.push(
      `<path id="${id}" d="${d}"/><clipPath id="${id}c"><use href="#${id}" clip-rule="evenodd"/></clipPath>`,
    );
    if (line) defs.push(`<path id="${id}l" d="${line}"/>`);
    const parts: string[] = [];
    if (line && band) parts.push(soft(`${id}l`, paint(colour), bandPx / 2));
    parts.push(`<use href="#${id}" fill="${paint(colour)}" fill-rule="evenodd"/>`);
    if (basis === 'assessed' && scene.layers.includes('fresh'))
      parts.push(freshOf(scene, side, { pen, paint, prefix }, band));
    if (line && band) {
      parts.push(
        `<g clip-path="url(#${id}c)">${soft(`${id}l`, paint(side === 'ukraine' ? 'abroad' : 'land'), bandPx / 2)}</g>`,
      );
      parts.push(soft(`${id}l`, edge, bandPx / 2, 0.035));
    } else if (line && scene.layers.includes('front')) {
      parts.push(
        `<g clip-path="url(#${id}c)" fill="none" stroke="${edge}" stroke-linejoin="round">${vignette(`${id}l`)}</g>`,
      );
    }
    body.push(`<g clip-path="url(#${prefix}c${clip})">${parts.join('')}</g>`);
  }
  return { defs: defs.join(''), body: body.join('') };
}

/** Strokes one over the other, from wide to narrow: a soft shade along the held side. */
const vignette = (line: string): string =>
  [22, 18, 14.5, 11.5, 9, 7]
    .map(
      (width, i) =>
        `<use href="#${line}" stroke-width="${width}" stroke-opacity="${[0.035, 0.045, 0.055, 0.065, 0.075, 0.09][i]}"/>`,
    )
    .join('');

/** A band that fades from the line outward over so many pixels. */
const soft = (line: string, colour: string, reach: number, opacity = 0.085): string =>
  `<g fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-linejoin="round" stroke-linecap="round">` +
  Array.from(
    { length: 8 },
    (_, i) => `<use href="#${line}" stroke-width="${Math.round(((8 - i) / 8) * reach * 2)}"/>`,
  ).join('') +
  '</g>';

/** Fresh ground, the stronger the newer. */
function freshOf(scene: Scene, side: string, { pen, paint }: Ink, band: boolean): string {
  return scene.fresh
    .filter((f) => f.to === side)
    .map((f) => {
      const opacity = Math.round((1 - 0.65 * (f.age / 14)) * (band ? 0.5 : 0.9) * 100) / 100;
      return fill(
        pen.area(f.rings),
        paint(side === 'ukraine' ? 'ua-fresh' : 'fresh'),
        ` fill-opacity="${opacity}"`,
      );
    })
    .join('');
}

/** Ground fought over, claimed or entered: hatched, with its own edge; too small for a pattern, a tint. */
export function hatchLayer(scene: Scene, { pen, paint, prefix }: Ink): Drawn {
  const defs: string[] = [];
  const body: string[] = [];
  if (!scene.layers.includes('contested')) return { defs: '', body: '' };
  for (const hatch of HATCHES) {
    const rings = scene.grounds.filter((g) => g.basis === hatch).flatMap((g) => g.rings);
    const shapes = pen.shapes(rings);
    if (shapes.length === 0) continue;
    const id = `${prefix}h-${hatch}`;
    defs.push(hatchPattern(hatch, id, paint));
    const small = shapes.every((ring) => widthOf(ring) < LEAST_PATTERN_PX);
    body.push(
      `<path d="${pen.area(rings)}" fill-rule="evenodd" ${small ? `fill="${paint(tint(hatch))}" fill-opacity=".6"` : `fill="url(#${id})"`} ${hatchEdge(hatch, paint)}/>`,
    );
  }
  return { defs: defs.join(''), body: body.join('') };
}

const tint = (hatch: Hatch): Colour => (hatch === 'contested' ? 'contested-fill' : 'fresh');
const widthOf = (ring: readonly (readonly [number, number])[]): number => {
  const xs = ring.map((p) => p[0]);
  return Math.max(...xs) - Math.min(...xs);
};

/** The front with its casing, and where it ran at the start of the window. */
export function frontLayer(scene: Scene, { pen, paint, prefix }: Ink, narrow: boolean): Drawn {
  const defs: string[] = [];
  const body: string[] = [];
  const band = isBand(scene, pen.frame);
  const width = narrow ? 1.6 : 2;
  if (scene.layers.includes('start') && scene.startLine && !band) {
    const d = pen.lines(scene.startLine.lines);
    body.push(stroke(d, paint('ink'), 1.5, ' stroke-dasharray=".1 3.4" stroke-linecap="round"'));
  }
  if (scene.layers.includes('front') && !band) {
    const casing: string[] = [];
    const edges: string[] = [];
    for (const [i, front] of scene.fronts.entries()) {
      for (const [kind, lines] of [
        ['unsourced', front.unsourced],
        ['sourced', front.sourced],
      ] as const) {
        const d = pen.lines(lines);
        if (!d) continue;
        const id = `${prefix}f${i}${kind[0]}`;
        defs.push(`<path id="${id}" d="${d}"/>`);
        casing.push(`<use href="#${id}"/>`);
        const colour = front.side === 'ukraine' ? 'ua-edge' : kind === 'unsourced' ? 'unsourced' : 'front';
        edges.push(`<use href="#${id}" stroke="${paint(colour)}"/>`);
      }
    }
    const set = 'fill="none" stroke-linejoin="round" stroke-linecap="round"';
    body.push(
      `<g ${set} stroke="${paint('casing')}" stroke-width="${width + 2.8}" stroke-opacity=".9">${casing.join('')}</g>`,
    );
    body.push(`<g ${set} stroke-width="${width}">${edges.join('')}</g>`);
  }
  return { defs: defs.join(''), body: body.join('') };
}
