import { boxOf, boxesMeet, inRings, type Box, type Ring, type Rings } from '../geometry/rings.ts';
import { ringArea, type Position } from '../geometry/sphere.ts';
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
  /** Numbers of polygons of which nothing is left on the grid. */
  readonly lost: readonly number[];
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
      return { rings: all, faults: own.map(() => []), lost: [] };
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
  const lost = [...parts.keys()].filter((i) => parts[i]?.length === 0);
  if (!isSettled(net)) return { rings: ringsOfNet(settled(net)), faults, lost };
  return { rings: net.doubled ? ringsOfNet(net) : rings, faults, lost };
}

/** The middle of a line's first edge. */
function middleOf(line: Ring): Position {
  const [a, b] = [line[0] as Position, line[1] as Position];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

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
  if (!isSettled(netOf([...edgesA, ...edgesB].map((e) => e.line)))) return true;
  const byName = new Map(edgesB.map((e) => [e.name, e]));
  return (
    edgesA.some((e) => isSameSide(e, byName.get(e.name), a, b)) ||
    reaches(edgesA, edgesB, b) ||
    reaches(edgesB, edgesA, a)
  );
}

interface Edge {
  readonly line: Ring;
  readonly ring: number;
  readonly name: string;
}

/** Edges that may reach into a box. */
function edgesIn(rings: Rings, [w, s, e, n]: Box): Edge[] {
  const found: Edge[] = [];
  for (const [number, ring] of rings.entries()) {
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1] as Position, ring[i] as Position];
      if (
        Math.max(a[0], b[0]) >= w &&
        Math.min(a[0], b[0]) <= e &&
        Math.max(a[1], b[1]) >= s &&
        Math.min(a[1], b[1]) <= n
      )
        found.push({ line: [a, b], ring: number, name: [String(a), String(b)].sort().join() });
    }
  }
  return found;
}

/** Whether an edge that both have bounds ground on the same side in both. Neighbours have theirs on either side. */
function isSameSide(edge: Edge, other: Edge | undefined, a: Rings, b: Rings): boolean {
  if (!other) return false;
  const sameWay = String(edge.line[0]) === String(other.line[0]);
  return sameWay === (heldLeft(a, edge.ring) === heldLeft(b, other.ring));
}

/** Whether the ground is on the left of a ring. */
function heldLeft(rings: Rings, number: number): boolean {
  const ring = rings[number] as Ring;
  const around = rings.filter((other, i) => i !== number && inRings(middleOf(ring), [other])).length;
  return ringArea(ring) > 0 === (around % 2 === 0);
}

/** Whether edges that do not cross those of other ground lie in it: one of each ring tells, and each that touches. */
function reaches(edges: readonly Edge[], others: readonly Edge[], ground: Rings): boolean {
  const names = new Set(others.map((e) => e.name));
  const points = new Set(others.flatMap((e) => e.line.map(String)));
  const told = new Set<number>();
  return edges.some((e) => {
    if (names.has(e.name)) return false;
    if (told.has(e.ring) && !e.line.some((p) => points.has(String(p)))) return false;
    told.add(e.ring);
    return inRings(middleOf(e.line), ground);
  });
}
