import type { Numbers, Path, Plane } from './plane.ts';
import { STRIDE } from './shaders.ts';

/** Numbers of a piece of a line: its two ends, and how far along the line it begins, in pixels of the plane. */
export const PIECE = STRIDE;

/** So many pieces, and the box in which they lie. */
export interface PiecesInView {
  readonly count: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/**
 * The pieces of lines that are in view.
 *
 * @param least pixels below which a piece is drawn as one with the next
 */
export function piecesInView({ xy, starts }: Path, plane: Plane, into: Numbers, least = 0): PiecesInView {
  const { x, y, size, west, north, east, south } = plane;
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
      if (Math.max(ax, bx) < west || Math.min(ax, bx) > east) continue;
      if (Math.max(ay, by) < north || Math.min(ay, by) > south) continue;
      array[at] = ax;
      array[at + 1] = ay;
      array[at + 2] = bx;
      array[at + 3] = by;
      array[at + 4] = begins;
      box = [
        Math.min(box[0], ax, bx),
        Math.min(box[1], ay, by),
        Math.max(box[2], ax, bx),
        Math.max(box[3], ay, by),
      ];
      at += PIECE;
    }
  }
  const count = (at - into.length) / PIECE;
  into.length = at;
  return { count, west: box[0], north: box[1], east: box[2], south: box[3] };
}
