import type { Rings } from '../domain/geometry/rings.ts';
import type { Position } from '../domain/geometry/sphere.ts';
import { overlap, type Rect } from '../look/labels.ts';
import type { Point } from '../look/mercator.ts';

/** What a name of a wide area needs. */
export interface Wanted {
  readonly rings: Rings;
  /** Of the name, in pixels. */
  readonly width: number;
  readonly height: number;
}

export interface SpotOptions {
  /** Where names may stand, in pixels. */
  readonly inner: Rect;
  project(p: Position): Point;
  /** What the name must not cover. */
  readonly taken: readonly Rect[];
  /** Where the name stood before: it stays if it may. */
  readonly before: Position | undefined;
  unproject(p: Point): Position;
}

const STEP = { x: 18, y: 14 } as const;
/** Pixels between a name and the border of what it names. */
const AIR = 5;

/** The stretches of a row of pixels that lie inside rings filled even-odd, from left to right. */
function insideAt(y: number, rings: readonly (readonly Point[])[]): [number, number][] {
  const xs: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1] as Point, ring[i] as Point];
      if (a[1] > y !== b[1] > y) xs.push(((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]);
    }
  }
  xs.sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (let i = 1; i < xs.length; i += 2) runs.push([xs[i - 1] as number, xs[i] as number]);
  return runs;
}

/**
 * Where the name of an area stands in a view: wholly inside of what is seen of it, on nothing that is taken, as near to
 * the middle of it as can be. Undefined where there is no such place.
 */
export function spotFor({ rings, width, height }: Wanted, options: SpotOptions): Position | undefined {
  const { inner, project, taken, before, unproject } = options;
  const seen = rings.map((ring) => ring.map((p) => project(p)));
  const [half, tall] = [width / 2, height / 2];
  const box = (x: number, y: number): Rect => ({ x0: x - half, y0: y - tall, x1: x + half, y1: y + tall });
  const free = (x: number, y: number): boolean => !taken.some((t) => overlap(t, box(x, y)));
  const runsAt = (y: number): [number, number][][] =>
    [y - tall, y, y + tall].map((row) => insideAt(row, seen));
  const inRuns = (runs: [number, number][][], x: number): boolean =>
    x - half >= inner.x0 &&
    x + half <= inner.x1 &&
    runs.every((row) => row.some(([a, b]) => a <= x - half - AIR && b >= x + half + AIR));
  if (before) {
    const [x, y] = project(before);
    if (y - tall >= inner.y0 && y + tall <= inner.y1 && inRuns(runsAt(y), x) && free(x, y)) return before;
  }
  const flat = seen.flat();
  const clamp = (v: number, a: number, b: number): number => Math.min(b, Math.max(a, v));
  const xs = flat.map((p) => clamp(p[0], inner.x0, inner.x1));
  const ys = flat.map((p) => clamp(p[1], inner.y0, inner.y1));
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  let best: Point | undefined;
  let least = Infinity;
  for (let y = y0 + tall; y <= y1 - tall; y += STEP.y) {
    const runs = runsAt(y);
    for (let x = x0 + half; x <= x1 - half; x += STEP.x) {
      const off = Math.hypot(x - cx, (y - cy) * 1.4);
      if (off < least && inRuns(runs, x) && free(x, y)) [best, least] = [[x, y], off];
    }
  }
  return best && unproject(best);
}
