import type { Ring, Rings } from '../geometry/rings.ts';
import { SCALE, roundCoordinate } from '../geometry/rounding.ts';
import type { Position } from '../geometry/sphere.ts';
import { isSettled, netOf, settled, type Net } from './net.ts';
import { trace } from './trace.ts';

/**
 * What was wrong with rings: edges that cross or lie along each other, rings that touch and part what they bound, or
 * rings of which nothing is left on the grid.
 */
export type RingsFault = 'crossing' | 'touching' | 'lost-part';

export interface Repaired {
  readonly rings: Rings;
  readonly changed: boolean;
  readonly faults: readonly RingsFault[];
}

/** A ring on the grid, closed, without a point that repeats the one before; empty where nothing is left of it. */
export function snapped(ring: Ring): Ring {
  const points: Position[] = [];
  for (const [lng, lat] of ring) {
    const [x, y] = [roundCoordinate(lng), roundCoordinate(lat)];
    const last = points.at(-1);
    if (!last || last[0] !== x || last[1] !== y) points.push([x, y]);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) points.push(first);
  return points.length < 4 ? [] : points;
}

/**
 * Rings as they are, on the grid, if they bound ground without crossing; else rings around the same ground, filled
 * even-odd, that do. Only where edges cross are they parted: the rest stays edge for edge.
 */
export function repaired(rings: Rings): Repaired {
  const own = rings.map(snapped).filter((ring) => ring.length > 0);
  const lost: RingsFault[] = own.length < rings.length ? ['lost-part'] : [];
  const net = netOf(own);
  if (!isSettled(net))
    return { rings: ringsOfNet(settled(net)), changed: true, faults: ['crossing', ...lost] };
  const traced = net.doubled || (meetsTwice(net) && mayPartGround(own)) ? ringsOfNet(net) : own;
  if (sameRings(own, traced)) return { rings: own, changed: lost.length > 0, faults: lost };
  return { rings: traced, changed: true, faults: ['touching', ...lost] };
}

/** The rings around the ground of a net that is settled: they touch at points at most, and none passes one twice. */
export function ringsOfNet({ x, y, edges }: Net): Rings {
  const series = { x: Int32Array.from(x), y: Int32Array.from(y), edges: Uint32Array.from(edges) };
  const all = Uint32Array.from({ length: edges.length / 2 }, (_, e) => e);
  return trace(series, all).map((ring) =>
    ring.map((v): Position => [(x[v] as number) / SCALE, (y[v] as number) / SCALE]),
  );
}

/** Whether more than two edges meet at any point. */
export function meetsTwice({ x, edges }: Net): boolean {
  const met = new Uint32Array(x.length);
  for (const v of edges) met[v] = (met[v] as number) + 1;
  return met.some((count) => count > 2);
}

/** Whether a ring passes a point twice, or rings that touch make a chain from a point back to it. */
function mayPartGround(rings: Rings): boolean {
  const group = rings.map((_, i) => i);
  const groupOf = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at] as number;
    return at;
  };
  const met = new Map<string, number>();
  for (const [i, ring] of rings.entries()) {
    for (const [x, y] of ring.slice(1)) {
      const key = `${x} ${y}`;
      const other = met.get(key);
      if (other === undefined) met.set(key, i);
      else if (groupOf(other) === groupOf(i)) return true;
      else group[groupOf(i)] = groupOf(other);
    }
  }
  return false;
}

/** Whether rings are the same, wherever each begins and whichever way it runs. */
function sameRings(a: Rings, b: Rings): boolean {
  const names = (rings: Rings): string => rings.map(nameOf).sort().join('|');
  if (a === b) return true;
  return a.length === b.length && names(a) === names(b);
}

function nameOf(ring: Ring): string {
  const points = ring.slice(1).map(([x, y]) => `${x} ${y}`);
  const from = points.reduce((least, p, i) => (p < (points[least] as string) ? i : least), 0);
  const onward = [...points.slice(from), ...points.slice(0, from)];
  const back = [onward[0], ...onward.slice(1).reverse()];
  return [onward.join(), back.join()].sort()[0] as string;
}
