import type { Line } from '#lib/domain/control/front.ts';
import { boxOf, boxesMeet, type Box, type Ring, type Rings } from '#lib/domain/geometry/rings.ts';
import { boxOfFrame, projection, type Frame, type Point } from '#lib/look/mercator.ts';

/** Pixels drawn beyond the frame, so that the widest stroke along the cut stays outside of it. */
const MARGIN = 24;
/** Pixels by which a simplified line may leave the true one. */
export const TOLERANCE_PX = 0.5;

const boxes = new WeakMap<Ring, Box>();
function boxOfLine(line: Ring): Box {
  let box = boxes.get(line);
  if (!box) boxes.set(line, (box = boxOf([line])));
  return box;
}

/** Turns degrees into path data for one picture: projected, cut at the frame, simplified, to a tenth of a pixel. */
export interface Pen {
  readonly frame: Frame;
  /** Closed rings, to be filled even-odd; those under `least` square pixels are left out. Empty where none is seen. */
  area(rings: Rings, tolerance?: number, least?: number): string;
  /** Open lines, to be stroked. */
  lines(lines: readonly Line[], tolerance?: number): string;
  /** The lines as points in the picture. */
  pieces(lines: readonly Line[], tolerance?: number): Point[][];
  /** The rings as points in the picture. */
  shapes(rings: Rings, tolerance?: number, least?: number): Point[][];
  readonly project: (p: readonly [number, number]) => Point;
}

/**
 * @param margin pixels beyond the frame that are drawn too
 * @param usual pixels by which a line may leave the true one, where a caller does not say otherwise
 */
export function penFor(frame: Frame, margin = MARGIN, usual = TOLERANCE_PX): Pen {
  const project = projection(frame);
  const seen = boxOfFrame(frame, margin);
  const [x0, y0, x1, y1] = [-margin, -margin, frame.width + margin, frame.height + margin];
  const shapes = (rings: Rings, tolerance = usual, least = 1): Point[][] =>
    rings
      .filter((ring) => boxesMeet(boxOfLine(ring), seen))
      .map((ring) => simplifyRing(clipRing(ring.slice(0, -1).map(project), x0, y0, x1, y1), tolerance, least))
      .filter((ring) => ring.length >= 3);
  const pieces = (lines: readonly Line[], tolerance = usual): Point[][] =>
    lines
      .filter((line) => boxesMeet(boxOfLine(line), seen))
      .flatMap((line) => clipLine(line.map(project), x0, y0, x1, y1))
      .map((piece) => simplify(piece, tolerance))
      .filter((piece) => piece.length >= 2);
  return {
    frame,
    project,
    shapes,
    pieces,
    area: (rings, tolerance, least) =>
      shapes(rings, tolerance, least)
        .map((ring) => pathData(ring, true))
        .join(''),
    lines: (lines, tolerance) =>
      pieces(lines, tolerance)
        .map((piece) => pathData(piece, false))
        .join(''),
  };
}

/** Sutherland–Hodgman against a rectangle. Edges along the cut lie outside the picture, so even-odd filling is right. */
export function clipRing(ring: readonly Point[], x0: number, y0: number, x1: number, y1: number): Point[] {
  const sides: readonly [axis: 0 | 1, limit: number, keepsGreater: boolean][] = [
    [0, x0, true],
    [0, x1, false],
    [1, y0, true],
    [1, y1, false],
  ];
  let points = [...ring];
  for (const [axis, limit, keepsGreater] of sides) {
    const kept: Point[] = [];
    const isIn = (p: Point): boolean => (keepsGreater ? p[axis] >= limit : p[axis] <= limit);
    for (let i = 0; i < points.length; i += 1) {
      const a = points[(i + points.length - 1) % points.length] as Point;
      const b = points[i] as Point;
      if (isIn(a) !== isIn(b)) {
        const t = (limit - a[axis]) / (b[axis] - a[axis]);
        kept.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
      }
      if (isIn(b)) kept.push(b);
    }
    points = kept;
  }
  return points;
}

/** The parts of a line inside a rectangle (Liang–Barsky, edge by edge). */
export function clipLine(line: readonly Point[], x0: number, y0: number, x1: number, y1: number): Point[][] {
  const result: Point[][] = [];
  let current: Point[] | undefined;
  for (let i = 1; i < line.length; i += 1) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    let [from, to] = [0, 1];
    for (const [p, q] of [
      [-dx, a[0] - x0],
      [dx, x1 - a[0]],
      [-dy, a[1] - y0],
      [dy, y1 - a[1]],
    ] as const) {
      if (p === 0) {
        if (q < 0) to = -1;
      } else if (p < 0) from = Math.max(from, q / p);
      else to = Math.min(to, q / p);
    }
    if (from > to) {
      current = undefined;
      continue;
    }
    const at = (t: number): Point => (t === 0 ? a : t === 1 ? b : [a[0] + t * dx, a[1] + t * dy]);
    if (!current || from > 0) result.push((current = [at(from)]));
    current.push(at(to));
    if (to < 1) current = undefined;
  }
  return result;
}

/** Douglas–Peucker without recursion. The ends stay. */
export function simplify(line: readonly Point[], tolerance: number): Point[] {
  if (line.length <= 2) return [...line];
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [first, last] = span;
    const a = line[first] as Point;
    const b = line[last] as Point;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length2 = dx * dx + dy * dy;
    let [worst, at] = [tolerance * tolerance, -1];
    for (let i = first + 1; i < last; i += 1) {
      const p = line[i] as Point;
      const [px, py] = [p[0] - a[0], p[1] - a[1]];
      const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
      const d = (px - t * dx) ** 2 + (py - t * dy) ** 2;
      if (d > worst) [worst, at] = [d, i];
    }
    if (at < 0) continue;
    keep[at] = 1;
    stack.push([first, at], [at, last]);
  }
  return line.filter((_, i) => keep[i]);
}

/** A ring is simplified as two halves between its first point and the one farthest from it. */
function simplifyRing(ring: readonly Point[], tolerance: number, least: number): Point[] {
  if (ring.length < 3) return [];
  const first = ring[0] as Point;
  let [far, most] = [0, -1];
  for (const [i, p] of ring.entries()) {
    const d = (p[0] - first[0]) ** 2 + (p[1] - first[1]) ** 2;
    if (d > most) [far, most] = [i, d];
  }
  const there = simplify(ring.slice(0, far + 1), tolerance);
  const back = simplify([...ring.slice(far), first], tolerance);
  const result = [...there, ...back.slice(1, -1)];
  return area(result) < least ? [] : result;
}

function area(ring: readonly Point[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i] as Point;
    const b = ring[(i + 1) % ring.length] as Point;
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(twice) / 2;
}

/** A tenth of a pixel as short text: `-3.5`, `.2`, `12`. */
function tenths(n: number): string {
  const s = String(n / 10);
  return s.startsWith('0.') ? s.slice(1) : s.startsWith('-0.') ? `-${s.slice(2)}` : s;
}
const pair = (x: number, y: number): string => tenths(x) + (y < 0 ? '' : ' ') + tenths(y);

/** Path data with steps relative to the point before, rounded without drift. */
export function pathData(points: readonly Point[], closed: boolean): string {
  const rounded = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const);
  let [x, y] = rounded[0] as readonly [number, number];
  let d = `M${pair(x, y)}`;
  let first = true;
  for (const [nx, ny] of rounded.slice(1)) {
    if (nx === x && ny === y) continue;
    const step = pair(nx - x, ny - y);
    d += first ? `l${step}` : (step.startsWith('-') ? '' : ' ') + step;
    first = false;
    [x, y] = [nx, ny];
  }
  return closed ? `${d}z` : d;
}
