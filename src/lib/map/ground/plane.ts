import type { Position } from '../../domain/geometry/sphere.ts';

/** Rings or lines as Mercator's unit square has them: x and y from 0 to 1, y downwards, one after the other. */
export interface Path {
  readonly xy: Float64Array;
  /** Where each ring or line begins, in points; the last number is how many points there are. */
  readonly starts: Uint32Array;
}

type Lines = readonly (readonly Position[])[];
const paths = new WeakMap<Lines, Path>();

/** The path of rings or lines. The same state is drawn on many days, so the answer is kept with it. */
export function pathOf(lines: Lines): Path {
  const known = paths.get(lines);
  if (known) return known;
  const xy = new Float64Array(lines.reduce((sum, line) => sum + line.length, 0) * 2);
  const starts = new Uint32Array(lines.length + 1);
  let at = 0;
  for (const [i, line] of lines.entries()) {
    starts[i] = at;
    for (const [lng, lat] of line) {
      xy[at * 2] = lng / 360 + 0.5;
      // Spherical Mercator (EPSG:3857).
      xy[at * 2 + 1] = 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
      at += 1;
    }
  }
  starts[lines.length] = at;
  const path = { xy, starts };
  paths.set(lines, path);
  return path;
}

/**
 * The plane on which ground is drawn: CSS pixels from a point near the middle of the view, y downwards. Everything is
 * brought there in double precision, so that nothing trembles close by.
 */
export interface Plane {
  /** The point in Mercator's unit square, and the width of the world in pixels. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** What of the plane is in view, with a margin. */
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** Pixels beyond the view in which things are drawn too: wider than any line. */
const MARGIN = 32;

/** @param corners the corners of what is in view, in degrees */
export function planeOf(center: Position, zoom: number, corners: readonly Position[]): Plane {
  const size = 512 * 2 ** zoom;
  const { xy } = pathOf([[center, ...corners]]);
  const [x, y] = [xy[0] as number, xy[1] as number];
  const xs = corners.map((_, i) => ((xy[i * 2 + 2] as number) - x) * size);
  const ys = corners.map((_, i) => ((xy[i * 2 + 3] as number) - y) * size);
  return {
    x,
    y,
    size,
    west: Math.min(...xs) - MARGIN,
    north: Math.min(...ys) - MARGIN,
    east: Math.max(...xs) + MARGIN,
    south: Math.max(...ys) + MARGIN,
  };
}

/** Numbers that are put one after the other into what the graphics card is handed. */
export class Numbers {
  array = new Float32Array(4096);
  length = 0;
  /** Room for so many more. */
  room(more: number): Float32Array {
    if (this.length + more > this.array.length) {
      const larger = new Float32Array(2 * (this.length + more));
      larger.set(this.array);
      this.array = larger;
    }
    return this.array;
  }
}
