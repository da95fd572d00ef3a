import type { Position } from '#lib/domain/geometry/sphere.ts';
import { projection, unprojection } from '#lib/look/mercator.ts';
import type { EventIndex } from './event-index.ts';

/** Bits of a Morton code for each axis: a step is about 0.6 m, and both axes together stay exact in a double. */
const BITS = 26;
const STEPS = 2 ** BITS;

/** Side of a cell in CSS pixels at a whole zoom. */
export const CELL_PX = 64;
/** A ring keeps so far from the edges of its cell that two rings of neighbouring cells never overlap. */
export const RING_RADIUS_PX = 18;
/** A cell with more events than this over all time is dense: it shows a ring with a count. */
export const MOST_ALONE = 4;
/** The whole zooms at which marks are grouped. */
const ZOOMS = { least: 0, most: 22 } as const;

/** The world as one square of Web Mercator, from its upper left corner. */
const WORLD_PX = 512;
const world = { camera: { lng: 0, lat: 0, zoom: 0 }, width: WORLD_PX, height: WORLD_PX };
const toWorld = projection(world);
const fromWorld = unprojection(world);

/** Bits of a whole number below 2^13, spread out so that there is a zero before each. */
const SPREAD = Uint32Array.from({ length: 2 ** 13 }, (_, n) => {
  let spread = 0;
  for (let bit = 0; bit < 13; bit += 1) spread |= ((n >> bit) & 1) << (2 * bit);
  return spread;
});

/**
 * A point as fractions of the world's width and height in Web Mercator, from its upper left corner, both at least 0
 * and less than 1.
 *
 * @param point degrees; what lies beyond 85.05° counts as on the edge
 */
export function worldOf(point: Position): readonly [x: number, y: number] {
  const [x, y] = toWorld(point);
  const inside = (px: number): number => Math.min(1 - 1 / STEPS, Math.max(0, px / WORLD_PX));
  return [inside(x), inside(y)];
}

/**
 * Place along a Morton curve: the bits of column and row, woven. All points of one square cell, of whatever whole
 * zoom, have codes between two bounds, and no point outside of it has.
 */
export function mortonCode([x, y]: readonly [x: number, y: number]): number {
  const column = Math.floor(x * STEPS);
  const row = Math.floor(y * STEPS);
  // In halves: JavaScript shifts no more than 32 bits.
  const high = (SPREAD[column >>> 13] as number) + 2 * (SPREAD[row >>> 13] as number);
  const low = (SPREAD[column & 0x1fff] as number) + 2 * (SPREAD[row & 0x1fff] as number);
  return high * STEPS + low;
}

/** Cells along one axis at a whole zoom. */
const across = (zoom: number): number => (WORLD_PX / CELL_PX) * 2 ** zoom;

/** The whole zoom whose cells serve a zoom: never the one above, so that rings only move apart between two. */
export const wholeZoom = (zoom: number): number =>
  Math.min(ZOOMS.most, Math.max(ZOOMS.least, Math.floor(zoom)));

/** A cell that is dense over all time: its rows, and where its ring stands whatever the day and the filters. */
export interface DenseCell {
  readonly key: string;
  /** Degrees: the centroid of all its events, kept `RING_RADIUS_PX` off its edges. */
  readonly point: Position;
  /** Its rows in the index, half-open. */
  readonly start: number;
  readonly end: number;
}

const kept = new WeakMap<EventIndex, Map<number, readonly DenseCell[]>>();

/** The dense cells of a whole zoom in the order of their rows. Made once for each index and zoom. */
export function denseCells(index: EventIndex, zoom: number): readonly DenseCell[] {
  let zooms = kept.get(index);
  if (!zooms) kept.set(index, (zooms = new Map()));
  let cells = zooms.get(zoom);
  if (!cells) zooms.set(zoom, (cells = findDense(index, zoom)));
  return cells;
}

function findDense(index: EventIndex, zoom: number): DenseCell[] {
  const { codes, located } = index;
  const cells: DenseCell[] = [];
  const codesInCell = (STEPS / across(zoom)) ** 2;
  let start = 0;
  while (start < located) {
    const until = (Math.floor((codes[start] as number) / codesInCell) + 1) * codesInCell;
    let end = start + 1;
    while (end < located && (codes[end] as number) < until) end += 1;
    if (end - start > MOST_ALONE) cells.push(denseCell(index, start, end, zoom));
    start = end;
  }
  return cells;
}

function denseCell({ x, y }: EventIndex, start: number, end: number, zoom: number): DenseCell {
  const cells = across(zoom);
  const column = Math.floor((x[start] as number) * cells);
  const row = Math.floor((y[start] as number) * cells);
  let [sumX, sumY] = [0, 0];
  for (let i = start; i < end; i += 1) {
    sumX += x[i] as number;
    sumY += y[i] as number;
  }
  const margin = RING_RADIUS_PX / CELL_PX;
  const inside = (sum: number, cell: number): number => {
    const mean = (sum / (end - start)) * cells;
    return (Math.min(cell + 1 - margin, Math.max(cell + margin, mean)) / cells) * WORLD_PX;
  };
  return {
    key: `${zoom}/${column}/${row}`,
    point: fromWorld([inside(sumX, column), inside(sumY, row)]),
    start,
    end,
  };
}
