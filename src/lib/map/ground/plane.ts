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

/** Pixels of the screen that may be told apart in what is drawn; what is finer is drawn as coarsely. */
const GRAIN_PX = 0.5;
const coarsened = new WeakMap<Path, { readonly grain: number; readonly path: Path }>();

/** How fine things are drawn at a size of the world in pixels of the screen: the same for all of a whole zoom. */
export const grainOf = (size: number): number => GRAIN_PX / 2 ** Math.ceil(Math.log2(size));

/**
 * A path as fine as can be seen: points are moved to those of a grid, and a run of points at one place is one. Rings
 * that share an edge share it still, whichever way they run. What is smaller than the grid stays as it is.
 */
export function coarse(path: Path, grain: number): Path {
  const known = coarsened.get(path);
  if (known?.grain === grain) return known.path;
  const { xy, starts } = path;
  const points = new Float64Array(xy.length);
  const begins = new Uint32Array(starts.length);
  let at = 0;
  for (let line = 1; line < starts.length; line += 1) {
    const [first, last] = [(starts[line - 1] as number) * 2, (starts[line] as number) * 2];
    const begin = at;
    for (let i = first; i < last; i += 2) {
      const x = Math.round((xy[i] as number) / grain) * grain;
      const y = Math.round((xy[i + 1] as number) / grain) * grain;
      if (at > begin && points[at - 2] === x && points[at - 1] === y) continue;
      points[at] = x;
      points[at + 1] = y;
      at += 2;
    }
    if (at - begin < 4) {
      points.set(xy.subarray(first, last), begin);
      at = begin + last - first;
    }
    begins[line] = at / 2;
  }
  const made = { xy: points.subarray(0, at), starts: begins };
  coarsened.set(path, { grain, path: made });
  return made;
}

/** A box of the plane. */
export interface Box {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/**
 * The plane on which ground is drawn: CSS pixels from a point near the middle of the view, y downwards. Everything is
 * brought there in double precision, so that nothing trembles close by. Its box is what is in view, with a margin.
 */
export interface Plane extends Box {
  /** The point in Mercator's unit square, and the width of the world in pixels. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** How fine things are drawn on it, as a share of the world. */
  readonly grain: number;
}

/** Pixels beyond the view in which things are drawn too: wider than any line. */
const MARGIN = 32;

/**
 * @param corners the corners of what is in view, in degrees
 * @param ratio pixels of the screen to one of the plane
 */
export function planeOf(center: Position, zoom: number, corners: readonly Position[], ratio = 1): Plane {
  const size = 512 * 2 ** zoom;
  const { xy } = pathOf([[center, ...corners]]);
  const [x, y] = [xy[0] as number, xy[1] as number];
  const xs = corners.map((_, i) => ((xy[i * 2 + 2] as number) - x) * size);
  const ys = corners.map((_, i) => ((xy[i * 2 + 3] as number) - y) * size);
  return {
    x,
    y,
    size,
    grain: grainOf(size * ratio),
    west: Math.min(...xs) - MARGIN,
    north: Math.min(...ys) - MARGIN,
    east: Math.max(...xs) + MARGIN,
    south: Math.max(...ys) + MARGIN,
  };
}

/**
 * Pixels beyond a part of the view, where only parts are drawn anew, in which that is drawn which reaches into it: the
 * soft edge of ground, and the rest of a pixel that is partly within.
 */
export const BESIDE_PX = 2;

/** A box with so many pixels more on each side. */
export const grownBy = ({ west, north, east, south }: Box, by: number): Box => ({
  west: west - by,
  north: north - by,
  east: east + by,
  south: south + by,
});

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
  put(...numbers: readonly number[]): void {
    this.room(numbers.length).set(numbers, this.length);
    this.length += numbers.length;
  }
}
