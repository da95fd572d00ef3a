import { netOf } from '../../domain/control/net.ts';
import type { Ring, Rings } from '../../domain/geometry/rings.ts';
import { SCALE, roundHalfAway } from '../../domain/geometry/rounding.ts';
import type { Position } from '../../domain/geometry/sphere.ts';

/** Rings as whole numbers, eight bytes a point, so that decades of days fit in memory: for each its length, then x, y. */
export type Packed = Int32Array;

export function pack(rings: Rings): Packed {
  const packed = new Int32Array(rings.reduce((sum, ring) => sum + 1 + 2 * ring.length, 0));
  let at = 0;
  for (const ring of rings) {
    packed[at] = ring.length;
    at += 1;
    for (const [lng, lat] of ring) {
      packed[at] = roundHalfAway(lng * SCALE);
      packed[at + 1] = roundHalfAway(lat * SCALE);
      at += 2;
    }
  }
  return packed;
}

export function unpack(packed: Packed): Rings {
  const rings: Ring[] = [];
  for (let at = 0; at < packed.length;) {
    const length = packed[at] as number;
    at += 1;
    const from = at;
    rings.push(
      Array.from({ length }, (_, i): Position => [
        (packed[from + i * 2] as number) / SCALE,
        (packed[from + i * 2 + 1] as number) / SCALE,
      ]),
    );
    at += 2 * length;
  }
  return rings;
}

export const isEqual = (a: Packed, b: Packed): boolean =>
  a === b || (a.length === b.length && a.every((n, i) => n === b[i]));

/** A sum over edges, whichever way they run and in whatever order: where it differs, so does the ground. */
function edgeSum(packed: Packed): number {
  let sum = 0;
  for (let at = 0; at < packed.length;) {
    const end = at + 1 + 2 * (packed[at] as number);
    for (let i = at + 3; i < end; i += 2) {
      const [ax, ay] = [packed[i - 2] as number, packed[i - 1] as number];
      const [bx, by] = [packed[i] as number, packed[i + 1] as number];
      sum = (sum + mixed(ax, ay) * mixed(bx, by)) % 2 ** 31;
    }
    at = end;
  }
  return sum;
}

/** Twenty bits of a point. */
const mixed = (x: number, y: number): number => {
  const n = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  return ((n ^ (n >>> 15)) >>> 12) + 1;
};

/** Whether two states are the same ground edge for edge, in whatever order their rings stand. */
export function sameGround(a: Packed, b: Packed): boolean {
  if (isEqual(a, b)) return true;
  return edgeSum(a) === edgeSum(b) && netOf([...unpack(a), ...unpack(b)]).edges.length === 0;
}
