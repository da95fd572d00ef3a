import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, square } from '../../../../tests/fixtures/ground.ts';
import { inRings, type Ring, type Rings } from '../geometry/rings.ts';
import { difference, intersection, union, unionAll } from './clip.ts';

/** A rectangle near Donetsk with corners on the grid of 1e-6 degree. */
const rectangle = fc
  .tuple(
    fc.integer({ min: 36_000_000, max: 38_000_000 }),
    fc.integer({ min: 47_000_000, max: 49_000_000 }),
    fc.integer({ min: 1, max: 900_000 }),
    fc.integer({ min: 1, max: 900_000 }),
  )
  .map(([x, y, w, h]): Ring => square(x / 1e6, y / 1e6, (x + w) / 1e6, (y + h) / 1e6));
const ground = fc.array(rectangle, { maxLength: 4 }).map((areas): Rings => unionAll(areas.map((r) => [r])));

/** Cutting rounds corners to the grid: so many m² may be lost along the edges of some rectangles. */
const ROUNDING = 5_000;
const close = (a: number, b: number): void => {
  expect(Math.abs(a - b)).toBeLessThan(ROUNDING);
};

describe('clipping', () => {
  it('loses no ground: a and b are their union and what they share', () => {
    fc.assert(
      fc.property(ground, ground, (a, b) => {
        close(areaOf(a) + areaOf(b), areaOf(union(a, b)) + areaOf(intersection(a, b)));
      }),
    );
  });

  it('cuts in two: a is what it shares with b and what it does not', () => {
    fc.assert(
      fc.property(ground, ground, (a, b) => {
        close(areaOf(a), areaOf(intersection(a, b)) + areaOf(difference(a, b)));
      }),
    );
  });

  it('with nothing takes nothing and adds nothing', () => {
    const a = [square(37, 48, 38, 49)];
    expect(difference([], a)).toEqual([]);
    expect(intersection(a, [])).toEqual([]);
    close(areaOf(difference(a, [])), areaOf(a));
    close(areaOf(union(a, [])), areaOf(a));
    expect(difference(a, a)).toEqual([]);
  });

  it('gives closed rings with corners on the grid', () => {
    fc.assert(
      fc.property(ground, ground, (a, b) => {
        for (const ring of difference(a, b)) {
          expect(ring.at(-1)).toEqual(ring[0]);
          for (const x of ring.flat()) expect(Math.round(x * 1e6) / 1e6).toBe(x);
        }
      }),
    );
  });
});

describe('the union of many areas', () => {
  it('keeps a hole of one area open unless another covers it', () => {
    const ring = [square(0, 0, 10, 10), square(4, 4, 6, 6)];
    expect(inRings([5, 5], unionAll([ring, [square(20, 0, 21, 1)]]))).toBe(false);
    expect(inRings([5, 5], unionAll([ring, [square(3, 3, 7, 7)]]))).toBe(true);
  });

  it('holds a point that any of them holds, however they overlap', () => {
    const point = fc.tuple(
      fc.integer({ min: 36_000_000, max: 39_000_000 }),
      fc.integer({ min: 47_000_000, max: 50_000_000 }),
    );
    fc.assert(
      fc.property(fc.array(rectangle, { maxLength: 5 }), point, (areas, [x, y]) => {
        // Half a step off the grid, so that no point is on an edge.
        const p = [(x + 0.5) / 1e6, (y + 0.5) / 1e6] as const;
        expect(inRings(p, unionAll(areas.map((r) => [r])))).toBe(areas.some((r) => inRings(p, [r])));
      }),
    );
  });
});
