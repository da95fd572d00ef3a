import type { Box, Numbers, Path, Plane } from './plane.ts';
import { STRIDE } from './shaders.ts';

/** Numbers of a stripe: its western and its eastern upper end, and how far down it reaches, in pixels of the plane. */
export const EDGE = STRIDE;
/** Pixels that a stripe is high at most: long ones would be drawn over each other all the way down. */
const BAND = 8;

/**
 * So many stripes, the first of them below edges and the rest below nothing, and the box in which they lie for each part
 * of the view that has any.
 */
export interface EdgesInView {
  readonly edges: number;
  readonly count: number;
  readonly boxes: readonly Box[];
}

/** What of a part of the view is filled so far. */
interface Part {
  readonly of: Box;
  /** Where its first band begins, at it or above: bands are the same for every part. */
  readonly top: number;
  /** Where rings cross the upper end of each band, beside the part too. */
  readonly crossings: number[][];
  west: number;
  north: number;
  east: number;
  south: number;
}

/**
 * Stripes that fill rings where these are in view: a pixel is held where an odd number of them lies over it. The view is
 * cut into bands. What of an edge lies in a band has a stripe from there down to the band's end; ground that reaches into
 * a band from above has one over the whole of its height.
 *
 * @param parts boxes of the plane in which rings are filled; where they lie over each other, nothing is true
 */
export function edgesInView(
  { xy, starts }: Path,
  plane: Plane,
  into: Numbers,
  parts: readonly Box[] = [plane],
): EdgesInView {
  const { x, y, size } = plane;
  const all = parts.map((of): Part => {
    const top = plane.north + Math.floor((of.north - plane.north) / BAND) * BAND;
    const bands = Math.ceil((of.south - top) / BAND);
    return {
      of,
      top,
      crossings: Array.from({ length: bands }, () => []),
      west: of.east,
      north: of.south,
      east: of.west,
      south: of.north,
    };
  });
  const began = into.length;

  const put = (part: Part, ax: number, ay: number, bx: number, by: number, end: number): void => {
    const at = into.length;
    const array = into.room(EDGE);
    array[at] = ax;
    array[at + 1] = ay;
    array[at + 2] = bx;
    array[at + 3] = by;
    array[at + 4] = end;
    into.length = at + EDGE;
    if (ax < part.west) part.west = ax;
    if (bx > part.east) part.east = bx;
    if (ay < part.north) part.north = ay;
    if (by < part.north) part.north = by;
    if (end > part.south) part.south = end;
  };
  /** A piece of an edge that lies in one band, its western end first, cut at both sides of the part. */
  const piece = (part: Part, px: number, py: number, qx: number, qy: number, end: number): void => {
    const { west, east } = part.of;
    let [ax, ay, bx, by] = px <= qx ? [px, py, qx, qy] : [qx, qy, px, py];
    if (bx < west || ax > east) return;
    const slope = (by - ay) / (bx - ax || 1);
    if (bx > east) [bx, by] = [east, ay + (east - ax) * slope];
    if (ax < west) [ax, ay] = [west, ay + (west - ax) * slope];
    put(part, ax, ay, bx, by, end);
  };
  /** An edge from its upper end to its lower one, some of which lies in the rows of a part. */
  const edge = (part: Part, ux: number, uy: number, lx: number, ly: number): void => {
    const { north, south } = part.of;
    const { top, crossings } = part;
    let band = Math.floor((uy - top) / BAND);
    if (uy < top + band * BAND) band -= 1;
    let [fromX, fromY] = [ux, uy];
    if (uy < north) {
      band = 0;
      fromY = north;
      fromX = ux + ((lx - ux) * (north - uy)) / (ly - uy || 1);
      if (ly > north) crossings[0]?.push(fromX);
    } else if (uy === Math.max(north, top + band * BAND) && ly > uy) crossings[band]?.push(fromX);
    for (; band < crossings.length; band += 1) {
      const end = Math.min(south, top + (band + 1) * BAND);
      if (ly <= end) return piece(part, fromX, fromY, lx, ly, end);
      const cut = ux + ((lx - ux) * (end - uy)) / (ly - uy);
      piece(part, fromX, fromY, cut, end, end);
      crossings[band + 1]?.push(cut);
      [fromX, fromY] = [cut, end];
    }
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
      const isDown = oy <= py;
      for (const part of all) {
        const { north, east, south } = part.of;
        if ((isDown ? py : oy) < north || (isDown ? oy : py) >= south || (ox > east && px > east)) continue;
        if (isDown) edge(part, ox, oy, px, py);
        else edge(part, px, py, ox, oy);
      }
    }
  }
  const edges = (into.length - began) / EDGE;

  for (const part of all) {
    const { west, north, east, south } = part.of;
    const within = (at: number): number => Math.min(east, Math.max(west, at));
    for (const [band, crossed] of part.crossings.entries()) {
      crossed.sort((a, b) => a - b);
      const begins = Math.max(north, part.top + band * BAND);
      for (let i = 0; i < crossed.length; i += 2) {
        // Where the rest of the ring lies beyond the part, ground reaches to its side.
        const [from, to] = [within(crossed[i] as number), within(crossed[i + 1] ?? east)];
        if (to > from) put(part, from, begins, to, begins, Math.min(south, part.top + (band + 1) * BAND));
      }
    }
  }
  const count = (into.length - began) / EDGE;
  return { edges, count, boxes: all.filter((part) => part.west <= part.east) };
}
