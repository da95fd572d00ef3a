import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf } from '../../../../tests/fixtures/edges.ts';
import { areaOf, square } from '../../../../tests/fixtures/ground.ts';
import type { Rings } from '../geometry/rings.ts';
import { unionAll } from './clip.ts';
import { isSettled, netOf } from './net.ts';
import { toMultiPolygon } from './polygons.ts';
import { wholeGround } from './whole.ts';

const shell = square(36, 47, 38, 49);
const hole = square(36.5, 47.5, 37.5, 48.5);
const inHole = square(36.9, 47.9, 37.1, 48.1);
const apart = square(39, 47, 39.5, 48);
const area = (rings: Rings): number => areaOf(toMultiPolygon(rings).coordinates.flat() as unknown as Rings);

describe('polygons that are right', () => {
  it.each<[string, Rings[]]>([
    ['apart', [[shell], [apart]]],
    ['one in a hole of another', [[shell, hole], [inHole]]],
    ['two that touch at a point', [[shell], [square(38, 49, 39, 50)]]],
  ])('come back edge for edge: %s', (_, polygons) => {
    const { rings, faults } = wholeGround(polygons);
    expect(edgesOf(rings)).toEqual(edgesOf(polygons.flat()));
    expect(faults.flat()).toEqual([]);
  });

  it('are one ground where they share an edge', () => {
    const { rings, faults } = wholeGround([[shell], [square(38, 47, 39, 49)]]);
    expect(rings).toHaveLength(1);
    expect(faults.flat()).toEqual([]);
  });

  it('fill a hole that another has', () => {
    const { rings } = wholeGround([[shell, hole], [hole]]);
    expect(edgesOf(rings)).toEqual(edgesOf([shell]));
  });
});

describe('polygons over each other', () => {
  it.each<[string, Rings[], number]>([
    ['the same twice', [[shell], [shell]], areaOf([shell])],
    ['one inside another', [[shell], [inHole]], areaOf([shell])],
    ['one over the hole of another', [[shell, hole], [shell]], areaOf([shell])],
    ['one half over another', [[shell], [square(37, 47, 39, 49)]], areaOf([square(36, 47, 39, 49)])],
  ])('are joined, never cut out of each other: %s', (_, polygons, expected) => {
    const { rings, faults } = wholeGround(polygons);
    expect(area(rings) / expected).toBeCloseTo(1, 6);
    expect(faults).toEqual([['overlap'], ['overlap']]);
  });

  it('leave those that are apart as they are', () => {
    const { rings, faults } = wholeGround([[shell], [apart], [inHole]]);
    expect(edgesOf(rings)).toEqual(edgesOf([shell, apart]));
    expect(faults).toEqual([['overlap'], [], ['overlap']]);
  });

  it('are together as much as clipping says, whatever they are', () => {
    const box = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 5 }))
      .map(([x, y, w]) => square(36 + x / 10, 47 + y / 10, 36 + (x + w) / 10, 47 + (y + w) / 10));
    const polygon = fc.array(box, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(polygon, { minLength: 1, maxLength: 6 }), (polygons) => {
        const { rings } = wholeGround(polygons);
        expect(isSettled(netOf(rings))).toBe(true);
        expect(Math.abs(area(rings) - areaOf(unionAll(polygons)))).toBeLessThan(1000);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a polygon without area', () => {
  it('is nothing, and is told', () => {
    const flat = [[36, 50], [37, 50], [38, 50], [36, 50]] as const; // prettier-ignore
    const { rings, lost } = wholeGround([[flat], [shell]]);
    expect(edgesOf(rings)).toEqual(edgesOf([shell]));
    expect(lost).toEqual([0]);
  });
});

describe('a hole outside its shell', () => {
  it('is ground, even-odd, and is told', () => {
    const { rings, faults } = wholeGround([[shell, apart]]);
    expect(edgesOf(rings)).toEqual(edgesOf([shell, apart]));
    expect(faults).toEqual([['hole-outside']]);
  });
});
