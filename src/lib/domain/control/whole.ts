import { boxOf, boxesMeet, inRings, type Box, type Ring, type Rings } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';
import { unionAll } from './clip.ts';
import { isSettled, netOf, settled } from './net.ts';
import { meetsTwice, repaired, ringsOfNet, snapped, type RingsFault } from './repair.ts';

/** What had to be mended: a polygon's rings, a hole that lay outside its shell, or polygons over each other. */
export type GroundFault = RingsFault | 'hole-outside' | 'overlap';

export interface Whole {
  /** Filled even-odd, without a crossing. */
  readonly rings: Rings;
  /** By polygon, in the order given; empty where it came back as it was. */
  readonly faults: readonly (readonly GroundFault[])[];
}

/**
 * The ground of some polygons together. Each polygon is a shell and its holes, and is mended even-odd where it must
 * be; polygons that lie over each other are joined. Ground that needs neither comes back edge for edge.
 */
export function wholeGround(polygons: readonly Rings[]): Whole {
  const own = polygons.map((polygon) => polygon.map(snapped));
  const all = own.flat();
  if (all.every((ring) => ring.length > 0)) {
    const net = netOf(all);
    if (!net.doubled && !meetsTwice(net) && isSettled(net) && isNested(own))
      return { rings: all, faults: own.map(() => []) };
  }
  const faults = own.map((polygon): GroundFault[] => (polygon.some(isOutside) ? ['hole-outside'] : []));
  const parts = polygons.map((polygon, i) => {
    const mended = repaired(polygon);
    faults[i]?.push(...mended.faults);
    return mended.rings;
  });
  const rings = together(parts).flatMap((group) => {
    if (group.length === 1) return parts[group[0] as number] as Rings;
    for (const i of group) faults[i]?.push('overlap');
    return unionAll(group.map((i) => parts[i] as Rings));
  });
  // Neighbours that share an edge are one ground; and joining rounds to the grid, where edges may come to cross.
  const net = netOf(rings);
  return {
    rings: isSettled(net) ? (net.doubled ? ringsOfNet(net) : rings) : ringsOfNet(settled(net)),
    faults,
  };
}

const middle = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const middleOf = (ring: Ring): Position => middle(ring[0] as Position, ring[1] as Position);

const isOutside = (hole: Ring, i: number, [shell]: readonly Ring[]): boolean =>
  i > 0 && hole.length > 0 && shell !== undefined && !inRings(middleOf(hole), [shell]);

/** Whether every shell lies outside of other polygons' ground, and every hole in its own shell: even-odd is then right. */
function isNested(polygons: readonly Rings[]): boolean {
  const rings = polygons.flatMap((polygon) =>
    polygon.map((ring, i) => ({ ring, box: boxOf([ring]), hole: i > 0 })),
  );
  const depth = (of: (typeof rings)[number]): number =>
    rings.filter((r) => r !== of && boxesMeet(r.box, of.box) && inRings(middleOf(of.ring), [r.ring])).length;
  return (
    !polygons.some((polygon) => polygon.some(isOutside)) &&
    rings.every((r) => depth(r) % 2 === (r.hole ? 1 : 0))
  );
}

/** Numbers of polygons in groups of those that lie over each other or meet elsewhere than at ends of edges. */
function together(parts: readonly Rings[]): number[][] {
  const group = parts.map((_, i) => i);
  const boxes = parts.map(boxOf);
  for (const [i, a] of parts.entries()) {
    for (let k = 0; k < i; k += 1) {
      const [into, from] = [group[i] as number, group[k] as number];
      const [p, q] = [boxes[i] as Box, boxes[k] as Box];
      if (into === from || !boxesMeet(p, q) || !overlap(a, p, parts[k] as Rings, q)) continue;
      for (const [at, g] of group.entries()) if (g === from) group[at] = into;
    }
  }
  return [...Map.groupBy(group.keys(), (i) => group[i] as number).values()];
}

function overlap(a: Rings, boxA: Box, b: Rings, boxB: Box): boolean {
  const shared: Box = [
    Math.max(boxA[0], boxB[0]),
    Math.max(boxA[1], boxB[1]),
    Math.min(boxA[2], boxB[2]),
    Math.min(boxA[3], boxB[3]),
  ];
  const [edgesA, edgesB] = [edgesIn(a, shared), edgesIn(b, shared)];
  const near = netOf([...edgesA, ...edgesB]);
  if (!isSettled(near)) return true;
  // They do not cross: one lies in the other, or they are apart. An edge that only one of them has tells.
  const both = new Set(edgesB.map(edgeName));
  const mine = new Set(edgesA.map(edgeName));
  const ownA = edgesA.find((e) => !both.has(edgeName(e)));
  const ownB = edgesB.find((e) => !mine.has(edgeName(e)));
  if (!ownA && !ownB) return mine.size > 0;
  return [ownA && inRings(middleOf(ownA), b), ownB && inRings(middleOf(ownB), a)].includes(true);
}

/** Edges that may reach into a box, as lines of two points. */
function edgesIn(rings: Rings, [w, s, e, n]: Box): Ring[] {
  const found: Ring[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1] as Position, ring[i] as Position];
      if (
        Math.max(a[0], b[0]) >= w &&
        Math.min(a[0], b[0]) <= e &&
        Math.max(a[1], b[1]) >= s &&
        Math.min(a[1], b[1]) <= n
      )
        found.push([a, b]);
    }
  }
  return found;
}

const edgeName = ([a, b]: Ring): string => [String(a), String(b)].sort().join();
