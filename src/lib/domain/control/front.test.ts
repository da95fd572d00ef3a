import { describe, expect, it } from 'vitest';
import { square } from '../../../../tests/fixtures/ground.ts';
import type { Ring, Rings } from '../geometry/rings.ts';
import { distance, type Position } from '../geometry/sphere.ts';
import { distanceToFront, frontLine, type Line } from './front.ts';

/** A square whose sides are cut into short edges, as drawn lines are. */
const fine = (w: number, s: number, e: number, n: number, steps = 40): Ring => {
  const corners = square(w, s, e, n);
  const ring: Position[] = [];
  for (let i = 1; i < corners.length; i += 1) {
    const [a, b] = [corners[i - 1] as Position, corners[i] as Position];
    for (let k = 0; k < steps; k += 1) {
      ring.push([a[0] + ((b[0] - a[0]) * k) / steps, a[1] + ((b[1] - a[1]) * k) / steps]);
    }
  }
  return [...ring, ring[0] as Position];
};
const LAND = [square(30, 45, 40, 52)];
const OUTWARD = 5_000;
const lengthOf = (lines: readonly Line[]): number =>
  lines.reduce(
    (sum, line) => sum + line.slice(1).reduce((s, p, i) => s + distance(line[i] as Position, p), 0),
    0,
  );
const front = (held: Rings, land: Rings = LAND): Line[] => frontLine(held, land, OUTWARD);
const onFront = (p: Position, lines: readonly Line[]): boolean =>
  (distanceToFront(p, lines) ?? Infinity) < 1_000;

describe('a front line', () => {
  it('runs on all sides of ground held inside the country, as one closed line', () => {
    const ring = fine(34, 47, 36, 49);
    const lines = front([ring]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toEqual(ring);
  });

  it('is the same whichever way the ring winds and wherever it begins', () => {
    const ring = fine(34, 47, 36, 49);
    const length = lengthOf(front([ring]));
    expect(lengthOf(front([[...ring].reverse()]))).toBeCloseTo(length, -2);
    const n = ring.length - 1;
    for (const k of [1, 50, 99]) {
      const turned = [...ring.slice(k, n), ...ring.slice(0, k + 1)];
      expect(lengthOf(front([turned]))).toBeCloseTo(length, -2);
    }
  });

  it('is absent along the coast and the border, where there is no land of the other side', () => {
    // The eastern side lies on the border of the land, the other three inside it.
    const lines = front([fine(38, 47, 40, 49)]);
    expect(onFront([40, 48], lines)).toBe(false);
    for (const p of [[38, 48], [39, 47], [39, 49]] as Position[]) expect(onFront(p, lines)).toBe(true); // prettier-ignore
    expect(lines).toHaveLength(1);
    expect(lines[0]?.[0]).not.toEqual(lines[0]?.at(-1));
  });

  it('is absent where held ground meets held ground', () => {
    const lines = front([fine(34, 47, 35, 48), fine(35, 47, 36, 48)]);
    expect(onFront([35, 47.5], lines)).toBe(false);
    expect(onFront([34, 47.5], lines)).toBe(true);
    expect(onFront([36, 47.5], lines)).toBe(true);
  });

  it('runs around a pocket inside held ground', () => {
    const lines = front([fine(34, 47, 36, 49), fine(34.8, 47.8, 35.2, 48.2)]);
    expect(onFront([34.8, 48], lines)).toBe(true);
    expect(onFront([35.2, 48], lines)).toBe(true);
    expect(lines).toHaveLength(2);
  });

  it('has no nick where a bay is narrower than twice the outward distance', () => {
    const bay: Ring = [
      ...fine(34, 47, 36, 49).slice(0, 80),
      [36, 49],
      [35.03, 49],
      [35, 48.9],
      [34.97, 49],
      [34, 49],
      [34, 47],
    ];
    const lines = front([bay]);
    expect(lines).toHaveLength(1);
  });

  it('is absent before a scrap that a coarse drawing leaves between held ground and the border', () => {
    // The border is at 40° east; the scrap is 7 km wide and 4 km high.
    const notched: Ring = [
      [38, 47],
      [40, 47],
      [40, 47.98],
      [39.9, 47.98],
      [39.9, 48.02],
      [40, 48.02],
      [40, 49],
      [38, 49],
      [38, 47],
    ];
    const lines = front([notched]);
    expect(onFront([39.9, 48], lines)).toBe(false);
    expect(onFront([38, 48], lines)).toBe(true);
    expect(lines).toHaveLength(1);
    // What is as small and held is a bridgehead, with all of the country before it.
    const bridgehead = front([fine(39.9, 47.98, 40, 48.02, 8)]);
    expect(onFront([39.9, 48], bridgehead)).toBe(true);
  });

  it('runs around a pocket within held ground, however small the pocket is', () => {
    const lines = front([fine(34, 47, 36, 49), fine(34.9, 47.95, 35.02, 48.03)]);
    expect(onFront([34.9, 48], lines)).toBe(true);
    // The same ground beside the border is a scrap of it, and beside more of the country it is none.
    const land = [square(30, 45, 35, 52)];
    expect(onFront([34.9, 48], front([fine(34, 47, 34.9, 49)], land))).toBe(true);
  });

  it('is empty where nothing is held, or nothing is left to hold', () => {
    expect(front([])).toEqual([]);
    expect(front([fine(34, 47, 36, 49)], [])).toEqual([]);
    expect(front([fine(10, 47, 12, 49)])).toEqual([]);
  });
});

describe('the distance to the front', () => {
  it('is that to its nearest stretch, from either side', () => {
    const lines = front([fine(34, 47, 36, 49)]);
    expect(distanceToFront([36.5, 48], lines)).toBeCloseTo(distance([36.5, 48], [36, 48]), -2);
    expect(distanceToFront([35.5, 48], lines)).toBeCloseTo(distance([35.5, 48], [36, 48]), -2);
    expect(distanceToFront([36, 48], lines)).toBeCloseTo(0, 0);
  });

  it('is unknown where there is no front', () => {
    expect(distanceToFront([36, 48], [])).toBeUndefined();
  });
});
