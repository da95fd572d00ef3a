import type { Box, Numbers, Path, Plane } from './plane.ts';
import { STRIDE } from './shaders.ts';

/** Numbers of a piece of a line: its two ends, and how far along the line it begins, in pixels of the plane. */
export const PIECE = STRIDE;

/** So many pieces, and the box in which they lie. */
export interface PiecesInView {
  readonly count: number;
  readonly box: Box;
}

/**
 * The pieces of lines that are in view, each once.
 *
 * @param parts boxes of the plane in which lines are wanted
 * @param least pixels below which a piece is drawn as one with the next
 */
export function piecesInView(
  { xy, starts }: Path,
  plane: Plane,
  into: Numbers,
  parts: readonly Box[] = [plane],
  least = 0,
): PiecesInView {
  const { x, y, size } = plane;
  const array = into.room((xy.length / 2) * PIECE);
  let at = into.length;
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let line = 1; line < starts.length; line += 1) {
    const first = starts[line - 1] as number;
    const last = (starts[line] as number) - 1;
    const px = (i: number): number => ((xy[i * 2] as number) - x) * size;
    const py = (i: number): number => ((xy[i * 2 + 1] as number) - y) * size;
    let along = 0;
    let [nextX, nextY] = [px(first), py(first)];
    for (let i = first + 1; i <= last; i += 1) {
      const [ax, ay, bx, by] = [nextX, nextY, px(i), py(i)];
      const length = Math.hypot(bx - ax, by - ay);
      if (length < least && i < last) continue;
      [nextX, nextY] = [bx, by];
      const begins = along;
      along += length;
      if (length === 0) continue;
      const [w, e] = ax < bx ? [ax, bx] : [bx, ax];
      const [n, s] = ay < by ? [ay, by] : [by, ay];
      if (!parts.some((p) => e >= p.west && w <= p.east && s >= p.north && n <= p.south)) continue;
      array[at] = ax;
      array[at + 1] = ay;
      array[at + 2] = bx;
      array[at + 3] = by;
      array[at + 4] = begins;
      box = [Math.min(box[0], w), Math.min(box[1], n), Math.max(box[2], e), Math.max(box[3], s)];
      at += PIECE;
    }
  }
  const count = (at - into.length) / PIECE;
  into.length = at;
  return { count, box: { west: box[0], north: box[1], east: box[2], south: box[3] } };
}
