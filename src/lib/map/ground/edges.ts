import type { Numbers, Path, Plane } from './plane.ts';
import { STRIDE } from './shaders.ts';

/** Numbers of a stripe: its western and its eastern upper end, and how far down it reaches, in pixels of the plane. */
export const EDGE = STRIDE;
/** Pixels that a stripe is high at most: long ones would be drawn over each other all the way down. */
const BAND = 16;

/** So many stripes, the first of them below edges and the rest below nothing, and the box in which they lie. */
export interface EdgesInView {
  readonly edges: number;
  readonly count: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/**
 * Stripes that fill rings where these are in view: a pixel is held where an odd number of them lies over it. The view is
 * cut into bands. What of an edge lies in a band has a stripe from there down to the band's end; ground that reaches into
 * a band from above has one over the whole of its height.
 */
export function edgesInView({ xy, starts }: Path, plane: Plane, into: Numbers): EdgesInView {
  const { x, y, size, west, north, east, south } = plane;
  const bands = Math.ceil((south - north) / BAND);
  /** Where rings cross the upper end of each band, beside the view too. */
  const crossings: number[][] = Array.from({ length: bands }, () => []);
  const began = into.length;
  let [left, top, right, bottom] = [east, south, west, north];

  const put = (ax: number, ay: number, bx: number, by: number, end: number): void => {
    const at = into.length;
    const array = into.room(EDGE);
    array[at] = ax;
    array[at + 1] = ay;
    array[at + 2] = bx;
    array[at + 3] = by;
    array[at + 4] = end;
    into.length = at + EDGE;
    if (ax < left) left = ax;
    if (bx > right) right = bx;
    if (ay < top) top = ay;
    if (by < top) top = by;
    if (end > bottom) bottom = end;
  };
  /** A part of an edge that lies in one band, its western end first, cut at both sides of the view. */
  const part = (px: number, py: number, qx: number, qy: number, end: number): void => {
    let [ax, ay, bx, by] = px <= qx ? [px, py, qx, qy] : [qx, qy, px, py];
    if (bx < west || ax > east) return;
    const slope = (by - ay) / (bx - ax || 1);
    if (bx > east) [bx, by] = [east, ay + (east - ax) * slope];
    if (ax < west) [ax, ay] = [west, ay + (west - ax) * slope];
    put(ax, ay, bx, by, end);
  };

  for (let ring = 1; ring < starts.length; ring += 1) {
    const last = starts[ring] as number;
    let i = starts[ring - 1] as number;
    let px = ((xy[i * 2] as number) - x) * size;
    let py = ((xy[i * 2 + 1] as number) - y) * size;
    for (i += 1; i < last; i += 1) {
      const [ox, oy] = [px, py];
      px = ((xy[i * 2] as number) - x) * size;
      py = ((xy[i * 2 + 1] as number) - y) * size;
      // From its upper end to its lower one.
      const [ux, uy, lx, ly] = oy <= py ? [ox, oy, px, py] : [px, py, ox, oy];
      if (ly < north || uy >= south || (ux > east && lx > east)) continue;
      let band = Math.floor((uy - north) / BAND);
      if (uy < north + band * BAND) band -= 1;
      let [fromX, fromY] = [ux, uy];
      if (band < 0) {
        band = 0;
        fromY = north;
        fromX = ux + ((lx - ux) * (north - uy)) / (ly - uy || 1);
        if (ly > north) crossings[0]?.push(fromX);
      } else if (uy === north + band * BAND && ly > uy) crossings[band]?.push(fromX);
      for (; band < bands; band += 1) {
        const end = north + (band + 1) * BAND;
        if (ly <= end) {
          part(fromX, fromY, lx, ly, end);
          break;
        }
        const cut = ux + ((lx - ux) * (end - uy)) / (ly - uy);
        part(fromX, fromY, cut, end, end);
        crossings[band + 1]?.push(cut);
        [fromX, fromY] = [cut, end];
      }
    }
  }
  const edges = (into.length - began) / EDGE;

  const within = (at: number): number => Math.min(east, Math.max(west, at));
  for (const [band, all] of crossings.entries()) {
    all.sort((a, b) => a - b);
    const begins = north + band * BAND;
    for (let i = 0; i < all.length; i += 2) {
      // Where the rest of the ring lies beyond the view, ground reaches to its side.
      const [from, to] = [within(all[i] as number), within(all[i + 1] ?? east)];
      if (to > from) put(from, begins, to, begins, begins + BAND);
    }
  }
  const count = (into.length - began) / EDGE;
  return { edges, count, west: left, north: top, east: right, south: bottom };
}
