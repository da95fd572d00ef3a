import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearing, distance, distanceToSegment, EARTH_RADIUS_M, ringArea, type Position } from './sphere.ts';

const cell = (w: number, s: number, e: number, n: number): Position[] => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];
const position = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
);
/** A ring around Donetsk, of corners in any order. */
const ring = fc
  .array(
    fc.tuple(fc.double({ min: 36, max: 39, noNaN: true }), fc.double({ min: 47, max: 49, noNaN: true })),
    {
      minLength: 3,
      maxLength: 12,
    },
  )
  .map((corners): Position[] => [...corners, corners[0] as Position]);

describe('the area of a ring', () => {
  it('is that of a one-degree cell on the equator by the exact formula R² Δλ (sin φ₂ − sin φ₁)', () => {
    const rad = Math.PI / 180;
    const exact = EARTH_RADIUS_M ** 2 * rad * Math.sin(rad);
    expect(exact / 1e6).toBeCloseTo(12_363.718, 3);
    expect(ringArea(cell(0, 0, 1, 1)) / exact).toBeCloseTo(1, 12);
  });

  it('shrinks towards the pole: a cell at 60° is about half of one at the equator', () => {
    expect(ringArea(cell(0, 60, 1, 61)) / ringArea(cell(0, 0, 1, 1))).toBeCloseTo(0.4924, 3);
  });

  it('is positive counter-clockwise and negative clockwise', () => {
    fc.assert(
      fc.property(ring, (r) => {
        expect(ringArea([...r].reverse())).toBeCloseTo(-ringArea(r), 0);
      }),
    );
    expect(ringArea(cell(36, 48, 37, 49))).toBeGreaterThan(0);
  });

  it('adds up: a ring cut along a chord has the area of its two parts', () => {
    fc.assert(
      fc.property(ring, fc.nat(), fc.nat(), (r, i, j) => {
        const n = r.length - 1;
        const [a, b] = [i % n, j % n].sort((x, y) => x - y) as [number, number];
        const one = [...r.slice(a, b + 1), r[a] as Position];
        const two = [...r.slice(0, a + 1), ...r.slice(b)];
        expect(Math.abs(ringArea(one) + ringArea(two) - ringArea(r))).toBeLessThan(1);
      }),
    );
  });
});

describe('a distance', () => {
  it('is the same both ways, nothing to oneself, and never more than half around the Earth', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(distance(a, b)).toBeCloseTo(distance(b, a), 4);
        expect(distance(a, a)).toBe(0);
        expect(distance(a, b)).toBeLessThanOrEqual(Math.PI * EARTH_RADIUS_M + 1);
      }),
    );
  });

  it('from Kyiv to Dnipro is about 391 km', () => {
    expect(distance([30.5238, 50.4547], [35.0407, 48.4666]) / 1000).toBeCloseTo(391, -1);
  });

  it('to a segment is that to its nearest point, ends included', () => {
    const a: Position = [37, 48];
    const b: Position = [38, 48];
    const perDegree = (EARTH_RADIUS_M * Math.PI) / 180;
    expect(distanceToSegment([37.5, 48.1], a, b)).toBeCloseTo(0.1 * perDegree, 0);
    expect(distanceToSegment([38, 48.2], a, b)).toBeCloseTo(0.2 * perDegree, 0);
    expect(distanceToSegment([36, 48], a, b)).toBeCloseTo(distance([36, 48], [37, 48]), -2);
    expect(distanceToSegment([37, 49], a, a)).toBeCloseTo(perDegree, 0);
  });
});

describe('a bearing', () => {
  it('is counted clockwise from north', () => {
    const from: Position = [35, 0];
    expect(bearing(from, [35, 1])).toBeCloseTo(0);
    expect(bearing(from, [36, 0])).toBeCloseTo(90);
    expect(bearing(from, [35, -1])).toBeCloseTo(180);
    expect(bearing(from, [34, 0])).toBeCloseTo(270);
  });

  it('is never below 0 nor 360 or more', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(bearing(a, b)).toBeGreaterThanOrEqual(0);
        expect(bearing(a, b)).toBeLessThan(360);
      }),
    );
  });
});
