import { toMultiPolygon } from '../../domain/control/polygons.ts';
import type { Rings } from '../../domain/geometry/rings.ts';
import { HOLDERS } from '../../domain/control/statement.ts';
import { HATCHES, HATCH_DOTS, HATCH_LINES, LEAST_PATTERN_PX, type Hatch } from '../../look/hatches.ts';
import { metresPerPixel, worldSize } from '../../look/mercator.ts';
import { paintOf, type Paint } from '../../look/palette.ts';
import { BAND_PX } from '../../scene/legend.ts';
import { FRESH_DAYS, type Scene, type SceneGround } from '../../scene/scene.ts';
import { outlinesOf } from '../../scene/difference.ts';
import { sameThings } from '../same.ts';
import { mixed, rgbOf } from '../style/colour.ts';
import { NEVER, type StyleOptions } from '../style/options.ts';
import { pathOf, type Path } from './plane.ts';

/** Red, green, blue from 0 to 1, each times the opacity, and the opacity. */
export type Ink = readonly [number, number, number, number];

/** Ground, filled even-odd. */
export interface Fill {
  readonly what: string;
  readonly path: Path;
  readonly ink: Ink;
  /** Whether its edge is softened; ground that is seen through has an edge of its own. */
  readonly soft: boolean;
  readonly pattern?: {
    readonly of: 'rising' | 'falling' | 'dots';
    readonly half: number;
    readonly tint: Ink;
  };
}
/** A line of so many pixels. */
export interface Stroke {
  readonly what: string;
  readonly path: Path;
  readonly ink: Ink;
  readonly width: number;
  /** Pixels from dash to dash, and of a dash; round dots where a dash has no length. */
  readonly dash?: readonly [period: number, length: number];
}
/** A shade beside lines, so many pixels wide. */
export interface Shade {
  readonly what: string;
  readonly path: Path;
  /** The ground that alone is shaded; undefined where it is both sides. */
  readonly within: readonly Path[] | undefined;
  readonly ink: Ink;
  readonly reach: number;
  /** Whether it fades evenly, or the faster the nearer to the line. */
  readonly even: boolean;
}
/** What is drawn together between two layers of the base map, from the lowest up. */
export const STAGES = ['ground', 'ukrainian', 'shade', 'front'] as const;
export type Stage = (typeof STAGES)[number];
export type Plan = Readonly<Record<Stage, StagePlan>>;
/** The fills of a stage lie under its shades, and those under its lines. */
export interface StagePlan {
  readonly fills: readonly Fill[];
  readonly shades?: readonly Shade[];
  readonly lines: readonly Stroke[];
}

/** Below this zoom the whole country is small, and so are the widths. */
const SMALL = 5;
const SHADE_PX = 12;
const SHADE_OPACITY = 0.4;

const ink = (colour: string, opacity = 1): Ink => {
  const [r, g, b] = rgbOf(colour).map((c) => (c / 255) * opacity) as [number, number, number];
  return [r, g, b, opacity];
};
const fill = (what: string, rings: Rings, colour: string): Fill => ({
  what,
  path: pathOf(rings),
  ink: ink(colour),
  soft: true,
});

/** The zoom from which the line would say more than is known, so that a band of its true width stands for it. */
export function bandZoom({ resolution_m, lat }: Pick<StyleOptions, 'resolution_m' | 'lat'>): number {
  if (resolution_m <= 0) return NEVER;
  const zoom = Math.log2((BAND_PX * metresPerPixel(0, lat)) / resolution_m);
  return Math.round(Math.min(NEVER, Math.max(0, zoom)) * 100) / 100;
}

/**
 * What is drawn of a scene's ground and front at a zoom, bottom to top. The same scene, look and zoom give the same.
 */
export function planOf(scene: Scene, options: StyleOptions, zoom: number): Plan {
  const paint = paintOf(options.theme);
  const shows = (layer: Scene['layers'][number]): boolean => options.layers.includes(layer);
  const band = zoom >= bandZoom(options);
  const control = shows('control') ? scene.grounds : [];
  const ground = (holder: string, basis: string): readonly SceneGround[] =>
    control.filter((g) => g.holder === holder && g.basis === basis);
  const hatches = shows('contested') ? scene.grounds.flatMap((g) => hatched(g, paint, zoom)) : [];
  const earlier = HOLDERS.flatMap((holder) =>
    ground(holder, 'pre-2022').map((g) => fill('pre2022', g.rings, paint('pre2022'))),
  );
  const bandOn = (side: string): Band =>
    band && shows('control') ? bandOf(scene, options, paint, zoom, side) : NO_BAND;
  const [russian, ukrainian] = [bandOn('russia'), bandOn('ukraine')];
  return {
    ground: {
      fills: [
        ...ground('russia', 'assessed').map((g) => fill('held', g.rings, paint('held'))),
        ...freshOf(scene, options, paint, band, 'russia'),
        ...earlier,
      ],
      shades: russian.outside,
      lines: [],
    },
    ukrainian: {
      fills: [
        ...ground('ukraine', 'assessed').map((g) => fill('ua-held', g.rings, paint('ua-held'))),
        ...freshOf(scene, options, paint, band, 'ukraine'),
      ],
      // Shades of two colours are not mixed within a stage, and these lie apart.
      shades: [...russian.inside, ...ukrainian.outside],
      lines: [],
    },
    shade: {
      fills: [],
      shades: band
        ? [...russian.edge, ...ukrainian.edge, ...ukrainian.inside]
        : shows('front')
          ? shadesOf(scene, paint, zoom)
          : [],
      lines: [],
    },
    front: {
      fills: hatches.flatMap((h) => h.fill),
      lines: [
        ...(band ? [] : gained(scene, paint, options.narrow)),
        ...hatches.flatMap((h) => h.edge ?? []),
        ...(shows('start') && !band && scene.startLine
          ? [stroke('start', scene.startLine.lines, ink(paint('ink')), 1.5, [3.5, 0])]
          : []),
        ...(shows('front') && !band ? frontOf(scene, paint, zoom, options.narrow) : []),
      ],
    },
  };
}

/**
 * Fresh ground by its age, the stronger the newer. The colours are opaque, mixed beforehand: where patches meet, two
 * faint edges would show as a hairline.
 */
function freshOf(scene: Scene, options: StyleOptions, paint: Paint, band: boolean, side: string): Fill[] {
  if (!options.layers.includes('fresh')) return [];
  const [what, under, over] =
    side === 'ukraine'
      ? ['ua-fresh', paint('ua-held'), paint('ua-fresh')]
      : ['fresh', paint('held'), paint('fresh')];
  const strength = band ? 0.5 : 0.9;
  return scene.fresh
    .filter((f) => f.to === side)
    .map((f) => {
      const left = 1 - 0.65 * Math.min(1, f.age / FRESH_DAYS);
      return fill(what, f.rings, mixed(under, over, strength * left));
    });
}

function stroke(what: string, lines: Rings, colour: Ink, width: number, dash?: Stroke['dash']): Stroke {
  return { what, path: pathOf(lines), ink: colour, width, ...(dash && { dash }) };
}

/** What changed hands between two days that are compared, in the edge of who has it now. */
function gained(scene: Scene, paint: Paint, narrow: boolean): Stroke[] {
  const width = narrow ? 1.6 : 2;
  const outlines = outlinesOf(scene);
  return [
    ...outlines.map(({ lines }) => stroke('casing', lines, ink(paint('casing')), width + 2)),
    ...outlines.map(({ to, lines }) =>
      stroke(to === 'ukraine' ? 'ua-gained' : 'gained', lines, ink(edgeOf(paint, to)), width),
    ),
  ];
}

const edgeOf = (paint: Paint, side: string): string => paint(side === 'ukraine' ? 'ua-edge' : 'front');

/** A soft shade on the held side. */
const shadesOf = (scene: Scene, paint: Paint, zoom: number): Shade[] =>
  scene.fronts.flatMap((front) =>
    linesOf(front).map((lines) => ({
      what: 'shade',
      path: pathOf(lines),
      within: groundOf(scene, front.side),
      ink: ink(edgeOf(paint, front.side), SHADE_OPACITY),
      reach: zoom < SMALL ? SHADE_PX / 2 : SHADE_PX,
      even: false,
    })),
  );

const linesOf = ({ sourced, unsourced }: Scene['fronts'][number]): Rings[] =>
  [unsourced, sourced].filter((lines) => lines.length > 0);
const groundOf = (scene: Scene, side: string): Path[] =>
  scene.grounds
    .filter((g) => g.holder === side && (g.basis === 'assessed' || g.basis === 'pre-2022'))
    .map((g) => pathOf(g.rings));

/**
 * The band in place of a line: the colour of the ground fades out beyond it, that of the land fades into the ground, and
 * a breath of the edge's own colour lies where the line most likely is. As in the picture that was there before.
 */
interface Band {
  readonly outside: readonly Shade[];
  readonly inside: readonly Shade[];
  readonly edge: readonly Shade[];
}
const NO_BAND: Band = { outside: [], inside: [], edge: [] };
/** Both halves of a band meet at the line, each as strong as what is under it. */
const HALFWAY = 0.5;
const BREATH = { opacity: 0.14, share: 0.55 } as const;

function bandOf(
  scene: Scene,
  { resolution_m, lat }: StyleOptions,
  paint: Paint,
  zoom: number,
  side: string,
): Band {
  const [ground, beyond] =
    side === 'ukraine' ? [paint('ua-held'), paint('abroad')] : [paint('held'), paint('land')];
  const reach = resolution_m / 2 / metresPerPixel(zoom, lat);
  const lines = scene.fronts.filter((front) => front.side === side).flatMap(linesOf);
  const shades = (within: Shade['within'], colour: Ink, share = 1): Shade[] =>
    lines.map((each) => ({
      what: 'band',
      path: pathOf(each),
      within,
      ink: colour,
      reach: reach * share,
      even: true,
    }));
  return {
    outside: shades(undefined, ink(ground, HALFWAY)),
    inside: shades(groundOf(scene, side), ink(beyond, HALFWAY)),
    edge: shades(undefined, ink(edgeOf(paint, side), BREATH.opacity), BREATH.share),
  };
}

function frontOf(scene: Scene, paint: Paint, zoom: number, narrow: boolean): Stroke[] {
  const width = zoom < SMALL ? 1.3 : narrow ? 1.6 : 2;
  const each = scene.fronts.flatMap(({ side, sourced, unsourced }) => [
    {
      what: 'unsourced',
      lines: unsourced,
      colour: paint(side === 'ukraine' ? 'ua-unsourced' : 'unsourced'),
    },
    { what: 'sourced', lines: sourced, colour: edgeOf(paint, side) },
  ]);
  return [
    ...each.map(({ lines }) => stroke('casing', lines, ink(paint('casing')), width + 2.8)),
    ...each.map(({ what, lines, colour }) => stroke(what, lines, ink(colour), width)),
  ];
}

/** Ground fought over, claimed or entered: hatched with its own edge; too small for a pattern, a tint. */
function hatched({ basis, rings }: SceneGround, paint: Paint, zoom: number): { fill: Fill; edge?: Stroke }[] {
  const hatch = HATCHES.find((h) => h === basis);
  if (!hatch) return [];
  return partsOf(rings).map(({ rings: part, width }) => {
    const isLarge = (width / 360) * worldSize(zoom) >= LEAST_PATTERN_PX;
    const tint = ink(paint(hatch === 'contested' ? 'contested-fill' : 'fresh'), 0.6);
    const area: Fill = isLarge
      ? patterned(hatch, part, paint)
      : { what: `${hatch}-tint`, path: pathOf(part), ink: tint, soft: false };
    const edge = (colour: string, px: number, dash: Stroke['dash']): { fill: Fill; edge: Stroke } => ({
      fill: area,
      edge: stroke(`${hatch}-edge`, part, ink(colour), px, dash),
    });
    if (hatch === 'contested') return edge(paint('contested'), 1.6, [3.5, 0]);
    if (hatch === 'claimed') return edge(paint('front'), 1.2, [7, 4]);
    // Entered ground has no edge of its own; as a mere tint it needs one.
    return isLarge ? { fill: area } : edge(paint('front'), 1, [4, 2]);
  });
}

function patterned(hatch: Hatch, rings: Rings, paint: Paint): Fill {
  const look =
    hatch === 'infiltration'
      ? { of: 'dots' as const, half: HATCH_DOTS.radius }
      : {
          of: hatch === 'contested' ? ('rising' as const) : ('falling' as const),
          half: HATCH_LINES[hatch].width / 2,
        };
  const tint: Ink = hatch === 'contested' ? ink(paint('contested-fill'), 0.55) : [0, 0, 0, 0];
  const colour = ink(paint(hatch === 'contested' ? 'contested' : 'front'));
  return {
    what: hatch,
    path: pathOf(rings),
    ink: colour,
    soft: false,
    pattern: { ...look, tint },
  };
}

const parts = new WeakMap<Rings, readonly { rings: Rings; width: number }[]>();

/** Each piece of ground by itself, with its width in degrees: the same state is shown on many days, so kept with it. */
function partsOf(rings: Rings): readonly { rings: Rings; width: number }[] {
  const known = parts.get(rings);
  if (known) return known;
  const made = toMultiPolygon(rings).coordinates.map((polygon) => {
    const xs = (polygon[0] ?? []).map((p) => p[0] ?? 0);
    return { rings: polygon as unknown as Rings, width: Math.max(...xs) - Math.min(...xs) };
  });
  parts.set(rings, made);
  return made;
}

/** Whether two scenes draw the same ground: they hold the same states, which are compared as things, not by value. */
export function sameGround(a: Scene, b: Scene): boolean {
  const all = (scene: Scene): unknown[] => {
    const { grounds, fresh, fronts, startLine } = scene;
    return [
      outlinesOf(scene).length,
      ...grounds.flatMap((g) => [g.holder, g.basis, g.rings]),
      ...fresh.flatMap((f) => [f.to, f.rings, f.age]),
      ...fronts.flatMap((f) => [f.side, f.sourced, f.unsourced]),
      startLine?.lines,
    ];
  };
  return sameThings(all(a), all(b));
}
