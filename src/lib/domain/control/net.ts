import type { Rings } from '../geometry/rings.ts';
import { SCALE, roundHalfAway } from '../geometry/rounding.ts';
import { numbering } from './series.ts';

/**
 * Ground as a net: points of the grid of a millionth of a degree, and the edges between them that stand an odd number
 * of times. Filled even-odd, it is the same ground as the rings that it was made from.
 */
export interface Net {
  readonly x: number[];
  readonly y: number[];
  /** Two numbers of points an edge, the smaller first. */
  readonly edges: number[];
  /** Whether an edge stood more than once, so that a pair was taken out. */
  readonly doubled: boolean;
}

/** Where an edge must be parted: at a point of the net. */
interface Cut {
  readonly edge: number;
  readonly at: number;
}

/** More points than any net has, so that two numbers make one key. */
const MANY = 2 ** 26;
/** Rounding a crossing to the grid may make another; more rounds than any real or random ground has needed. */
const MOST_ROUNDS = 200;
/** Lines drawn by people cross in a few places. What crosses everywhere shows no ground, and would take minutes. */
const MOST_CUTS = 20_000;

/** Lines that cross in a way that cannot be mended. */
export class CannotSettle extends Error {}

class Edges {
  readonly #kept = new Map<number, true>();
  doubled = false;

  /** An edge that comes twice is gone: even-odd, both sides of it are alike. */
  add(a: number, b: number): void {
    if (a === b) return;
    const key = a < b ? a * MANY + b : b * MANY + a;
    if (this.#kept.delete(key)) this.doubled = true;
    else this.#kept.set(key, true);
  }

  list(): number[] {
    return [...this.#kept.keys()].flatMap((key) => [Math.floor(key / MANY), key % MANY]);
  }
}

export function netOf(rings: Rings): Net {
  const [x, y]: [number[], number[]] = [[], []];
  const vertex = numbering(x, y);
  const edges = new Edges();
  for (const ring of rings) {
    let last = -1;
    for (const [lng, lat] of ring) {
      const next = vertex(roundHalfAway(lng * SCALE), roundHalfAway(lat * SCALE));
      if (last >= 0) edges.add(last, next);
      last = next;
    }
  }
  return { x, y, edges: edges.list(), doubled: edges.doubled };
}

/** Whether no two edges cross, lie along each other, or meet anywhere but at an end of both. */
export const isSettled = (net: Net): boolean => cutsOf(net, true).length === 0;

/**
 * The same ground with edges that meet at their ends only. Edges are parted where they cross, at the nearest point of
 * the grid, and nowhere else: whatever is not broken stays edge for edge. Throws `CannotSettle` where that finds no end.
 */
export function settled(net: Net): Net {
  let now = net;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const cuts = cutsOf(now, false);
    if (cuts.length === 0) return now;
    now = parted(now, cuts);
  }
  throw new CannotSettle('crossing edges do not settle on the grid');
}

function parted({ x, y, edges, doubled }: Net, cuts: readonly Cut[]): Net {
  const byEdge = Map.groupBy(cuts, (cut) => cut.edge);
  const next = new Edges();
  for (let e = 0; e * 2 < edges.length; e += 1) {
    const [a, b] = [edges[e * 2] as number, edges[e * 2 + 1] as number];
    const [dx, dy] = [(x[b] as number) - (x[a] as number), (y[b] as number) - (y[a] as number)];
    const along = (p: number): number =>
      ((x[p] as number) - (x[a] as number)) * dx + ((y[p] as number) - (y[a] as number)) * dy;
    const stops = [...new Set(byEdge.get(e)?.map((cut) => cut.at))].sort((p, q) => along(p) - along(q));
    let last = a;
    for (const stop of [...stops, b]) {
      next.add(last, stop);
      last = stop;
    }
  }
  return { x, y, edges: next.list(), doubled: doubled || next.doubled };
}

/** Twice the area of a triangle, counter-clockwise positive. Its sign is exact all over the globe. */
function turn(ox: number, oy: number, ax: number, ay: number, bx: number, by: number): number {
  const [l, r] = [(ax - ox) * (by - oy), (ay - oy) * (bx - ox)];
  const size = Math.abs(l) + Math.abs(r);
  if (size < 2 ** 52 || Math.abs(l - r) > size * 2 ** -51) return l - r;
  return Number(BigInt(ax - ox) * BigInt(by - oy) - BigInt(ay - oy) * BigInt(bx - ox));
}

/**
 * Every place where an edge must be parted, found by a sweep from west to east over the edges that stand above the
 * line. Points where edges cross are added to the net.
 */
function cutsOf({ x, y, edges }: Net, onlyFirst: boolean): Cut[] {
  const count = edges.length / 2;
  const [west, east] = [new Float64Array(count), new Float64Array(count)];
  const [south, north] = [new Float64Array(count), new Float64Array(count)];
  for (let e = 0; e < count; e += 1) {
    const [a, b] = [edges[e * 2] as number, edges[e * 2 + 1] as number];
    const [ax, ay, bx, by] = [x[a] as number, y[a] as number, x[b] as number, y[b] as number];
    [west[e], east[e]] = ax < bx ? [ax, bx] : [bx, ax];
    [south[e], north[e]] = ay < by ? [ay, by] : [by, ay];
  }
  const order = Uint32Array.from({ length: count }, (_, e) => e);
  order.sort((e, f) => (west[e] as number) - (west[f] as number));

  const cuts: Cut[] = [];
  // A point that the net already has must keep its number, or edges that meet there would not know it.
  let number: ((px: number, py: number) => number) | undefined;
  const point = (px: number, py: number): number => (number ??= numbering(x, y))(px, py);

  const compare = (e: number, f: number): void => {
    const [a, b] = [edges[e * 2] as number, edges[e * 2 + 1] as number];
    const [c, d] = [edges[f * 2] as number, edges[f * 2 + 1] as number];
    const [ax, ay, bx, by] = [x[a] as number, y[a] as number, x[b] as number, y[b] as number];
    const [cx, cy, dx, dy] = [x[c] as number, y[c] as number, x[d] as number, y[d] as number];
    const [c1, d1] = [turn(ax, ay, bx, by, cx, cy), turn(ax, ay, bx, by, dx, dy)];
    if ((c1 > 0 && d1 > 0) || (c1 < 0 && d1 < 0)) return;
    const [a1, b1] = [turn(cx, cy, dx, dy, ax, ay), turn(cx, cy, dx, dy, bx, by)];
    if ((a1 > 0 && b1 > 0) || (a1 < 0 && b1 < 0)) return;
    // An end of one that lies on the other, between its ends.
    const lies = (p: number, on: number, side: number): boolean =>
      side === 0 &&
      p !== edges[on * 2] &&
      p !== edges[on * 2 + 1] &&
      (x[p] as number) >= (west[on] as number) &&
      (x[p] as number) <= (east[on] as number) &&
      (y[p] as number) >= (south[on] as number) &&
      (y[p] as number) <= (north[on] as number);
    if (lies(c, e, c1)) cuts.push({ edge: e, at: c });
    if (lies(d, e, d1)) cuts.push({ edge: e, at: d });
    if (lies(a, f, a1)) cuts.push({ edge: f, at: a });
    if (lies(b, f, b1)) cuts.push({ edge: f, at: b });
    if (c1 === 0 || d1 === 0 || a1 === 0 || b1 === 0) return;
    const share = a1 / (a1 - b1);
    const at = point(Math.round(ax + share * (bx - ax)), Math.round(ay + share * (by - ay)));
    if (at !== a && at !== b) cuts.push({ edge: e, at });
    if (at !== c && at !== d) cuts.push({ edge: f, at });
  };

  const open = new Uint32Array(count);
  let standing = 0;
  for (const e of order) {
    let kept = 0;
    for (let i = 0; i < standing; i += 1) {
      const f = open[i] as number;
      if ((east[f] as number) < (west[e] as number)) continue;
      open[kept] = f;
      kept += 1;
      if ((south[f] as number) <= (north[e] as number) && (north[f] as number) >= (south[e] as number))
        compare(e, f);
    }
    if (onlyFirst && cuts.length > 0) return cuts;
    if (cuts.length > MOST_CUTS) throw new CannotSettle('lines cross nearly everywhere');
    open[kept] = e;
    standing = kept + 1;
  }
  return cuts;
}
