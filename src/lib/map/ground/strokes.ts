import type { Numbers, Path, Plane } from './plane.ts';

/**
 * Numbers of a piece of a line: the point before it, its two ends, the point after it, and how far along the line it
 * begins, all in pixels of the plane.
 */
export const PIECE = 9;

/**
 * The pieces of lines that are in view. At the ends of a line the point before, or after, is the end itself; a line that
 * closes goes on over its seam.
 *
 * @returns how many were put
 */
export function piecesInView({ xy, starts }: Path, plane: Plane, into: Numbers): number {
  const { x, y, size, west, north, east, south } = plane;
  const array = into.room((xy.length / 2) * PIECE);
  let at = into.length;
  for (let line = 1; line < starts.length; line += 1) {
    const first = starts[line - 1] as number;
    const last = (starts[line] as number) - 1;
    const px = (i: number): number => ((xy[i * 2] as number) - x) * size;
    const py = (i: number): number => ((xy[i * 2 + 1] as number) - y) * size;
    const closes = xy[first * 2] === xy[last * 2] && xy[first * 2 + 1] === xy[last * 2 + 1];
    let along = 0;
    for (let i = first; i < last; i += 1) {
      const [ax, ay, bx, by] = [px(i), py(i), px(i + 1), py(i + 1)];
      const length = Math.hypot(bx - ax, by - ay);
      const begins = along;
      along += length;
      if (length === 0) continue;
      if (Math.max(ax, bx) < west || Math.min(ax, bx) > east) continue;
      if (Math.max(ay, by) < north || Math.min(ay, by) > south) continue;
      const before = i > first ? i - 1 : closes ? last - 1 : i;
      const after = i + 1 < last ? i + 2 : closes ? first + 1 : i + 1;
      array[at] = px(before);
      array[at + 1] = py(before);
      array[at + 2] = ax;
      array[at + 3] = ay;
      array[at + 4] = bx;
      array[at + 5] = by;
      array[at + 6] = px(after);
      array[at + 7] = py(after);
      array[at + 8] = begins;
      at += PIECE;
    }
  }
  const count = (at - into.length) / PIECE;
  into.length = at;
  return count;
}
