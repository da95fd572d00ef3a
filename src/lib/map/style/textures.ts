import { HATCHES, type Hatch } from '../../look/hatches.ts';
import { palettes, type Palette } from '../../look/palette.ts';
import { rgbOf } from './colour.ts';

/** Pixels as `ImageData` holds them: red, green, blue, opacity, row by row. Plain, so that Node can test them. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Pixels of a texture to one CSS pixel. */
export const RATIO = 2;
/** A seamless tile holds so many periods of its pattern, so that its whole pixels can be true to the gap. */
const PERIODS = 4;
/** Samples along each side of a pixel. */
const SAMPLES = 4;

/** What `look/hatches.ts` draws as SVG: gap and width in CSS pixels, across the lines. */
const LINES = {
  contested: { gap: 6, width: 1.6, falls: false },
  claimed: { gap: 6, width: 1.3, falls: true },
} as const;
const DOTS = { gap: 6, radius: 1.1 } as const;
const TINT = 0.55;

export const hatchImage = (hatch: Hatch, quarter: number): string => `${hatch}-${quarter}`;

/** Share of a pixel for which a test holds. */
function covered(x: number, y: number, inside: (x: number, y: number) => boolean): number {
  let hits = 0;
  for (let i = 0; i < SAMPLES; i += 1) {
    for (let k = 0; k < SAMPLES; k += 1) {
      if (inside(x + (i + 0.5) / SAMPLES, y + (k + 0.5) / SAMPLES)) hits += 1;
    }
  }
  return hits / SAMPLES ** 2;
}

/** Ink over a tint, both with an opacity, as one colour that is not premultiplied. */
function over(
  ink: readonly number[],
  a: number,
  tint: readonly number[],
  t: number,
): [number, number, number, number] {
  const alpha = a + t * (1 - a);
  if (alpha === 0) return [0, 0, 0, 0];
  const channel = (i: number): number => ((ink[i] as number) * a + (tint[i] as number) * t * (1 - a)) / alpha;
  return [channel(0), channel(1), channel(2), alpha * 255];
}

function drawn(
  size: number,
  at: (x: number, y: number) => readonly [number, number, number, number],
): Pixels {
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) data.set(at(x, y), (y * size + x) * 4);
  }
  return { width: size, height: size, data };
}

/** A tile of a hatch that meets itself on every side. At 45° its period along each side is the gap times √2. */
export function hatchTile(hatch: Hatch, palette: Palette, quarter: number): Pixels {
  const shrink = RATIO / 2 ** (quarter / 4);
  const gap = hatch === 'infiltration' ? DOTS.gap : LINES[hatch].gap;
  const size = Math.round(gap * Math.SQRT2 * PERIODS * shrink);
  const period = size / PERIODS;
  if (hatch === 'infiltration') {
    const radius = DOTS.radius * shrink;
    const ink = rgbOf(palette.front);
    // A square grid turned by 45°: a dot at the corner and one in the middle of each period.
    const inside = (x: number, y: number): boolean => {
      const near = (ox: number, oy: number): boolean => {
        const wrap = (v: number): number => ((((v + period / 2) % period) + period) % period) - period / 2;
        return Math.hypot(wrap(x - ox), wrap(y - oy)) <= radius;
      };
      return near(period / 4, period / 4) || near((period * 3) / 4, (period * 3) / 4);
    };
    return drawn(size, (x, y) => over(ink, covered(x, y, inside), ink, 0));
  }
  const { width, falls } = LINES[hatch];
  const half = (width * shrink * Math.SQRT2) / 2;
  const ink = rgbOf(hatch === 'contested' ? palette.contested : palette.front);
  const tint = rgbOf(palette['contested-fill']);
  const inside = (x: number, y: number): boolean => {
    const c = (((falls ? x - y : x + y) % period) + period) % period;
    return Math.abs(c - period / 2) <= half;
  };
  return drawn(size, (x, y) => over(ink, covered(x, y, inside), tint, hatch === 'contested' ? TINT : 0));
}

/** The dot of a settlement: paper within a ring of ink, radius in CSS pixels. */
function dot(palette: Palette, radius: number): Pixels {
  const stroke = 1.3;
  const outer = (radius + stroke / 2) * RATIO;
  const size = Math.ceil(outer) * 2 + 2;
  const c = size / 2;
  const within = (r: number) => (x: number, y: number) => Math.hypot(x - c, y - c) <= r;
  const [ink, paper] = [rgbOf(palette.ink), rgbOf(palette['mark-paper'])];
  return drawn(size, (x, y) => {
    const disc = covered(x, y, within(outer));
    const core = covered(x, y, within(outer - stroke * RATIO));
    const mix = disc === 0 ? 0 : core / disc;
    return [0, 1, 2]
      .map((i) => (ink[i] as number) * (1 - mix) + (paper[i] as number) * mix)
      .concat(disc * 255) as [number, number, number, number];
  });
}

/** Nothing, of a size in CSS pixels: keeps names from where a mark lies. */
const blank = (width: number, height: number): Pixels => ({
  width: width * RATIO,
  height: height * RATIO,
  data: new Uint8ClampedArray(width * height * RATIO ** 2 * 4),
});

/** Widths of the boxes that names keep out of: one mark, two or three side by side, clusters, and edges of the view. */
export const OBSTACLES = { one: 24, two: 48, three: 72, cluster: 44, large: 60, edge: 40 } as const;
export type Obstacle = keyof typeof OBSTACLES;
const TALL: Readonly<Record<Obstacle, number>> = {
  one: 24,
  two: 24,
  three: 24,
  cluster: 44,
  large: 60,
  edge: 40,
};

/** Every image that the style names, for a theme and the fraction of a zoom. */
export function imagesFor(theme: 'light' | 'dark', quarter: number): Map<string, Pixels> {
  const palette: Palette = palettes[theme];
  const images = new Map<string, Pixels>();
  for (const hatch of HATCHES) images.set(hatchImage(hatch, quarter), hatchTile(hatch, palette, quarter));
  images.set('dot', dot(palette, 2));
  images.set('dot-bold', dot(palette, 2.6));
  for (const [name, width] of Object.entries(OBSTACLES)) {
    images.set(`keep-${name}`, blank(width, TALL[name as Obstacle]));
  }
  return images;
}
