import { REVIEW_CLASSES } from '../../domain/control/reviewed.ts';
import { REVIEW_GAPS, REVIEW_LINE } from '../../look/review-hatch.ts';
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
/** Samples along each side of a pixel. */
const SAMPLES = 4;

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

/** A level line across a square of a size in CSS pixels. */
function lines(colour: string, gap: number): Pixels {
  const middle = (gap * RATIO) / 2;
  const half = (REVIEW_LINE.width * RATIO) / 2;
  const [r, g, b] = rgbOf(colour);
  return drawn(gap * RATIO, (x, y) => [
    r,
    g,
    b,
    covered(x, y, (_, at) => Math.abs(at - middle) <= half) * 255,
  ]);
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

/** Every image that the style names, for a theme. */
export function imagesFor(theme: 'light' | 'dark'): Map<string, Pixels> {
  const palette: Palette = palettes[theme];
  const images = new Map<string, Pixels>();
  images.set('dot', dot(palette, 2));
  images.set('dot-bold', dot(palette, 2.6));
  for (const age of REVIEW_CLASSES) images.set(`reviewed-${age}`, lines(palette.review, REVIEW_GAPS[age]));
  for (const [name, width] of Object.entries(OBSTACLES)) {
    images.set(`keep-${name}`, blank(width, TALL[name as Obstacle]));
  }
  return images;
}
