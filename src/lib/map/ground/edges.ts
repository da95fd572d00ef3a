import type { Numbers, Path, Plane } from './plane.ts';

/** Numbers of an edge: its western end and its eastern end, in pixels of the plane. */
export const EDGE = 4;

/** So many edges, and between which of them and the lower side of the view all that they bound lies. */
export interface EdgesInView {
  readonly count: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/**
 * The edges of rings that count for filling what is in view, each cut at its western and eastern side: a pixel is
 * held where an odd number of them lies above it. Edges beside or below the view count for none of its pixels.
 */
export function edgesInView({ xy, starts }: Path, plane: Plane, into: Numbers): EdgesInView {
  const { x, y, size, west, east, south } = plane;
  const array = into.room(xy.length * 2);
  let at = into.length;
  let [left, top, right] = [east, Infinity, west];
  for (let ring = 1; ring < starts.length; ring += 1) {
    const end = starts[ring] as number;
    let i = starts[ring - 1] as number;
    let px = ((xy[i * 2] as number) - x) * size;
    let py = ((xy[i * 2 + 1] as number) - y) * size;
    for (i += 1; i < end; i += 1) {
      const qx = ((xy[i * 2] as number) - x) * size;
      const qy = ((xy[i * 2 + 1] as number) - y) * size;
      const isEast = qx >= px;
      let ax = isEast ? px : qx;
      let ay = isEast ? py : qy;
      let bx = isEast ? qx : px;
      let by = isEast ? qy : py;
      px = qx;
      py = qy;
      if (bx < west || ax > east || (ay > south && by > south)) continue;
      const slope = (by - ay) / (bx - ax || 1);
      if (ax < west) {
        ay += (west - ax) * slope;
        ax = west;
      }
      if (bx > east) {
        by += (east - bx) * slope;
        bx = east;
      }
      array[at] = ax;
      array[at + 1] = ay;
      array[at + 2] = bx;
      array[at + 3] = by;
      at += EDGE;
      if (ax < left) left = ax;
      if (bx > right) right = bx;
      if (ay < top) top = ay;
      if (by < top) top = by;
    }
  }
  const count = (at - into.length) / EDGE;
  into.length = at;
  return { count, west: left, north: Math.max(top, plane.north), east: right };
}
