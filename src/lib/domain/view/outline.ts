import type { Ring } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';

/** The corners of an area that a reader drew; the last is joined to the first. */
export type Outline = readonly Position[];

/** Why an outline is of no use. */
export type OutlineFault = 'unread' | 'few' | 'many' | 'crosses' | 'flat' | 'huge';

/** Corners that an address can hold and a reader can mean. */
export const MOST_CORNERS = 60;
/** Degrees that an outline may span; its sides are straight in degrees, and over more that is not what was meant. */
const WIDEST = { lng: 60, lat: 30 } as const;
/** Corners are kept to so many decimals of a degree, about ten metres. */
const DECIMALS = 4;

/** What stands between two corners. An address leaves the first as it is; the second is what people write. */
const BETWEEN = /[_;]/;
/** Whether a text can only be meant as an outline. */
export const hasCorners = (text: string): boolean => BETWEEN.test(text);

/** A decimal number of degrees without exponent. */
const NUMBER = /^-?\d{1,3}(\.\d{1,12})?$/;

const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS)) + 0;
const isSame = (a: Position | undefined, b: Position | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** The ring of an outline. */
export const ringOf = (outline: Outline): Ring => [...outline, outline[0] as Position];

/** What an address says of an outline, or what is wrong with it: `36.1,47.2_37,47.4_36.5,48`. */
export function readOutline(text: string): Outline | OutlineFault {
  // A text of any length is not taken apart.
  if (text.length > 4000) return 'many';
  const corners: Position[] = [];
  for (const pair of text.split(BETWEEN)) {
    const [lng, lat, ...more] = pair.split(',');
    if (lng === undefined || lat === undefined || more.length > 0) return 'unread';
    if (!NUMBER.test(lng) || !NUMBER.test(lat)) return 'unread';
    corners.push([Number(lng), Number(lat)]);
  }
  return outlineOf(corners);
}

/** Corners as they are kept: rounded, none twice in a row, and without a last one that repeats the first. */
export function outlineOf(corners: readonly Position[]): Outline | OutlineFault {
  const kept: Position[] = [];
  for (const [lng, lat] of corners) {
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 85)) return 'unread';
    const corner: Position = [rounded(lng), rounded(lat)];
    if (!isSame(corner, kept.at(-1))) kept.push(corner);
  }
  while (kept.length > 1 && isSame(kept[0], kept.at(-1))) kept.pop();
  if (kept.length < 3) return 'few';
  if (kept.length > MOST_CORNERS) return 'many';
  const spans = ([0, 1] as const).map((axis) => {
    const values = kept.map((p) => p[axis]);
    return Math.max(...values) - Math.min(...values);
  }) as [number, number];
  if (spans[0] > WIDEST.lng || spans[1] > WIDEST.lat) return 'huge';
  return faultOf(kept) ?? kept;
}

/**
 * What is wrong with the shape of an outline. It is so short that every side may be held against every other; the
 * check of whole coasts is no part of what a browser loads.
 */
function faultOf(corners: readonly Position[]): 'flat' | 'crosses' | undefined {
  const [first] = corners as [Position];
  // On whole steps of the grid, where straight is straight.
  const grid = corners.map(([x, y]) => [
    Math.round((x - first[0]) * 10 ** DECIMALS),
    Math.round((y - first[1]) * 10 ** DECIMALS),
  ]) as [number, number][];
  const at = (i: number): [number, number] => grid[i % grid.length] as [number, number];
  const turn = (i: number, j: number, k: number): number =>
    Math.sign((at(j)[0] - at(i)[0]) * (at(k)[1] - at(i)[1]) - (at(j)[1] - at(i)[1]) * (at(k)[0] - at(i)[0]));
  if (grid.every((_, i) => turn(0, 1, i) === 0)) return 'flat';
  for (let i = 0; i < grid.length; i += 1) {
    for (let j = i + 2; j < grid.length; j += 1) {
      const [d1, d2] = [turn(j, j + 1, i), turn(j, j + 1, i + 1)];
      const [d3, d4] = [turn(i, i + 1, j), turn(i, i + 1, j + 1)];
      if (d1 * d2 < 0 && d3 * d4 < 0) return 'crosses';
    }
  }
  const twice = grid.reduce((sum, [x, y], i) => sum + x * at(i + 1)[1] - at(i + 1)[0] * y, 0);
  // There and back again on the same way.
  return twice === 0 ? 'crosses' : undefined;
}

export const isOutline = (read: Outline | OutlineFault): read is Outline => typeof read !== 'string';

export const writeOutline = (outline: Outline): string =>
  outline.map(([lng, lat]) => `${lng},${lat}`).join('_');

/** A ring with so many points along its sides that they are straight in degrees wherever it is drawn or measured. */
export function along(ring: Ring, step = 0.2): Ring {
  return ring.flatMap((b, i): Position[] => {
    const a = ring[i - 1];
    if (!a) return [b];
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1])) / step));
    return Array.from({ length: steps }, (_, k): Position =>
      k + 1 === steps
        ? b
        : [a[0] + ((b[0] - a[0]) * (k + 1)) / steps, a[1] + ((b[1] - a[1]) * (k + 1)) / steps],
    );
  });
}
