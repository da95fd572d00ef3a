import type { Ring } from '#lib/domain/geometry/rings.ts';
import { Delaunay } from 'd3-delaunay';
import { blurred, KERNEL_HALF, STEP } from './blur.ts';
import { contour } from './contour.ts';
import { toDegrees, type PlanePoint } from './plane.ts';

/** A settlement, or a virtual point beside a river, and whether the side in question holds it. */
export interface Site {
  readonly at: PlanePoint;
  readonly held: boolean;
}

/** Columns and rows of grid nodes, first ones included, last ones not. Node (i, j) lies at (i, j) times STEP. */
export interface Window {
  readonly columns: readonly [number, number];
  readonly rows: readonly [number, number];
}

/** How far inside held ground each node of a window lies, in kilometres; negative outside. Held ground is where > 0. */
export interface Field {
  readonly window: Window;
  readonly values: Float64Array;
}

/** Farther than this from the line, in kilometres, a site no longer says how far it is. */
const REACH = 12;
/** A change moves the line fully up to NEAR kilometres from its settlement, and not at all from FAR on. */
const NEAR = 14;
export const FAR = 22;
/** What would shift the line less than this, in kilometres, leaves it where it is: no hairs along an unmoved line. */
const STILL = 0.25;

const width = (w: Window): number => w.columns[1] - w.columns[0];
const height = (w: Window): number => w.rows[1] - w.rows[0];

/** The window of all nodes within some kilometres of any of the sites. */
export function windowAround(sites: readonly Pick<Site, 'at'>[], margin: number): Window {
  const along = (axis: 0 | 1): [number, number] => [
    Math.floor((Math.min(...sites.map((s) => s.at[axis])) - margin) / STEP),
    Math.ceil((Math.max(...sites.map((s) => s.at[axis])) + margin) / STEP) + 1,
  ];
  return { columns: along(0), rows: along(1) };
}

/**
 * The field of the held sites: positive where the nearest held site is nearer than the nearest other one, that is in
 * the union of their Voronoi cells, smoothed. What is smoothed is not the outline but the difference of the two
 * distances; its zero line can therefore neither cross itself nor leave a gap, and one more held site never takes
 * ground away.
 */
export function fieldOf(sites: readonly Site[], window: Window): Field {
  const wide: Window = {
    columns: [window.columns[0] - KERNEL_HALF, window.columns[1] + KERNEL_HALF],
    rows: [window.rows[0] - KERNEL_HALF, window.rows[1] + KERNEL_HALF],
  };
  return { window, values: blurred(advantage(sites, wide), width(wide), height(wide)) };
}

/** How much nearer the nearest held site is than the nearest other one, in kilometres, node by node. */
function advantage(sites: readonly Site[], window: Window): Float64Array {
  const own = distanceTo(sites.filter((s) => s.held));
  const other = distanceTo(sites.filter((s) => !s.held));
  const values = new Float64Array(width(window) * height(window));
  let k = 0;
  for (let j = window.rows[0]; j < window.rows[1]; j += 1) {
    for (let i = window.columns[0]; i < window.columns[1]; i += 1) {
      const [x, y] = [i * STEP, j * STEP];
      values[k] = Math.max(-REACH, Math.min(REACH, other(x, y) - own(x, y)));
      k += 1;
    }
  }
  return values;
}

/** Kilometres to the nearest of the sites, as a function that is quick when asked for neighbours in turn. */
function distanceTo(sites: readonly Site[]): (x: number, y: number) => number {
  if (sites.length === 0) return () => Infinity;
  const delaunay = Delaunay.from(
    sites,
    (s) => s.at[0],
    (s) => s.at[1],
  );
  let last = 0;
  return (x, y) => {
    last = delaunay.find(x, y, last);
    const [px, py] = (sites[last] as Site).at;
    return Math.hypot(x - px, y - py);
  };
}

/** The part of a field inside a smaller window. */
export function within(field: Field, window: Window): Field {
  const values = new Float64Array(width(window) * height(window));
  const step = width(field.window);
  for (let j = 0; j < height(window); j += 1) {
    const from =
      (j + window.rows[0] - field.window.rows[0]) * step + window.columns[0] - field.window.columns[0];
    values.set(field.values.subarray(from, from + width(window)), j * width(window));
  }
  return { window, values };
}

/**
 * Carry the change of one settlement, between two fields over the same window, into the field of the whole theatre:
 * in full nearby, fading out with distance, and nothing where it is next to nothing.
 */
export function carry(theatre: Field, before: Field, after: Field, around: PlanePoint): void {
  const { window } = before;
  const step = width(theatre.window);
  let k = 0;
  for (let j = window.rows[0]; j < window.rows[1]; j += 1) {
    for (let i = window.columns[0]; i < window.columns[1]; i += 1, k += 1) {
      const change = (after.values[k] ?? 0) - (before.values[k] ?? 0);
      const far = Math.hypot(i * STEP - around[0], j * STEP - around[1]);
      const fade = Math.max(0, Math.min(1, (FAR - far) / (FAR - NEAR)));
      // The field falls off by two kilometres for each kilometre across the line, hence twice STILL.
      const moved = Math.sign(change) * Math.max(0, Math.abs(change) * fade - 2 * STILL);
      const node = (j - theatre.window.rows[0]) * step + i - theatre.window.columns[0];
      theatre.values[node] = (theatre.values[node] ?? 0) + moved;
    }
  }
}

/** Held ground: closed rings in degrees, filled even-odd, cut by nothing but the window. */
export function groundOf({ window, values }: Field): Ring[] {
  const origin: PlanePoint = [window.columns[0] * STEP, window.rows[0] * STEP];
  const grid = { values, columns: width(window), rows: height(window), origin, step: STEP };
  return contour(grid).map((ring) => {
    const degrees = ring.map(toDegrees);
    return degrees.filter((p, i) => i === 0 || p[0] !== degrees[i - 1]?.[0] || p[1] !== degrees[i - 1]?.[1]);
  });
}
