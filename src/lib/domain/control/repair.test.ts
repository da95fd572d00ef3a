import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, square } from '../../../../tests/fixtures/ground.ts';
import { edgesOf } from '../../../../tests/fixtures/edges.ts';
import type { Ring, Rings } from '../geometry/rings.ts';
import { SCALE } from '../geometry/rounding.ts';
import type { Position } from '../geometry/sphere.ts';
import { union } from './clip.ts';
import { isSettled, netOf } from './net.ts';
import { toMultiPolygon } from './polygons.ts';
import { repaired, snapped } from './repair.ts';

const closed = (...points: Position[]): Ring => [...points, points[0] as Position];

/** Rings of any points, near Kupiansk: `size` steps of the grid wide, so that small ones touch and overlap a lot. */
const anyRings = (size: number): fc.Arbitrary<Rings> => {
  const point = fc
    .tuple(fc.integer({ min: 0, max: size }), fc.integer({ min: 0, max: size }))
    .map(([x, y]): Position => [(37_600_000 + x) / SCALE, (49_700_000 + y) / SCALE]);
  const ring = fc.array(point, { minLength: 3, maxLength: 14 }).map((points) => closed(...points));
  return fc.array(ring, { minLength: 1, maxLength: 4 });
};
const rings = fc.oneof(anyRings(6), anyRings(30), anyRings(1_000_000));

/** Area on the plane of degrees, in steps of the grid: on the sphere it depends on where long edges have points. */
const flatArea = (of: Rings): number => {
  const wound = toMultiPolygon(of).coordinates.flat() as unknown as Rings;
  const twice = wound.map((ring) =>
    ring.slice(1).reduce((sum, b, i) => {
      const a = ring[i] as Position;
      return sum + (a[0] - 37) * (b[1] - 49) - (b[0] - 37) * (a[1] - 49);
    }, 0),
  );
  return Math.abs((twice.reduce((sum, one) => sum + one, 0) / 2) * SCALE * SCALE);
};

describe('rings that cross', () => {
  it('come back without a crossing, and each ring passes no point twice', () => {
    fc.assert(
      fc.property(rings, (given) => {
        const { rings: mended } = repaired(given);
        expect(isSettled(netOf(mended))).toBe(true);
        for (const ring of mended) {
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('bound as much ground as before', () => {
    fc.assert(
      fc.property(anyRings(1_000_000), (given) => {
        // Each edge moves by less than a step of the grid.
        const steps = given.flat().length * 1_500_000;
        expect(Math.abs(flatArea(repaired(given).rings) - flatArea(union(given, [])))).toBeLessThan(steps);
      }),
      { numRuns: 300 },
    );
  });

  it('are settled once: a second time nothing changes', () => {
    fc.assert(
      fc.property(rings, (given) => {
        const once = repaired(given);
        const twice = repaired(once.rings);
        expect(twice.changed).toBe(false);
        expect(twice.rings).toEqual(once.rings);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('rings that do not cross', () => {
  const island = square(37, 48, 37.1, 48.1);
  const shell = square(36, 47, 38, 49);

  it.each<[string, Rings]>([
    ['one', [shell]],
    ['clockwise', [[...shell].reverse()]],
    ['a hole in a shell', [shell, island]],
    ['two that touch at a point', [island, square(37.1, 48.1, 37.2, 48.2)]],
    ['a hole that touches its shell at a point', [shell, closed([36, 47], [36.5, 48], [36.6, 47.9])]],
    ['none', []],
  ])('come back as they are: %s', (_, given) => {
    expect(repaired(given)).toEqual({ rings: given, changed: false, faults: [] });
  });

  it('come back edge for edge wherever they lie and however they are made', () => {
    const star = fc
      .array(fc.integer({ min: 100, max: 900_000 }), { minLength: 5, maxLength: 60 })
      .map((reach): Ring => {
        const at = (r: number, i: number): Position => {
          const angle = (i / reach.length) * 2 * Math.PI;
          return [35 + (Math.cos(angle) * r) / SCALE, 48 + (Math.sin(angle) * r) / SCALE];
        };
        return closed(...reach.map(at));
      })
      .filter((ring) => isSettled(netOf([ring])));
    fc.assert(
      fc.property(star, (ring) => {
        const { rings: same, changed } = repaired([ring]);
        expect(changed).toBe(false);
        expect(edgesOf(same)).toEqual(edgesOf([ring]));
      }),
    );
  });
});

describe('what is mended', () => {
  it('a bow tie: two triangles that meet where it crossed itself', () => {
    const { rings: mended, faults } = repaired([closed([37, 48], [37.2, 48.2], [37.2, 48], [37, 48.2])]);
    expect(faults).toEqual(['crossing']);
    expect(toMultiPolygon(mended).coordinates).toHaveLength(2);
    expect(edgesOf(mended)).toHaveLength(6);
    expect(mended.flat()).toContainEqual([37.1, 48.1]);
  });

  it('only where it is broken: far from the crossing every edge stays', () => {
    const long: Position[] = Array.from({ length: 200 }, (_, i) => [36 + i / 100, 48 + (i % 7) / 100]);
    const given = closed(...long, [38, 47], [37.9, 46.9], [37.9, 47], [38, 46.9], [36, 46.9]);
    const { rings: mended } = repaired([given]);
    const [before, after] = [new Set(edgesOf([given])), new Set(edgesOf(mended))];
    expect([...before].filter((edge) => !after.has(edge))).toHaveLength(3);
  });

  it('a ring that passes a point twice: two rings', () => {
    const given = closed([37, 48], [37.1, 48.1], [37, 48.2], [37.2, 48.2], [37.1, 48.1], [37.2, 48]);
    const { rings: mended, faults } = repaired([given]);
    expect(faults).toEqual(['touching']);
    expect(mended).toHaveLength(2);
    expect(edgesOf(mended)).toEqual(edgesOf([given]));
  });

  it('a hole that touches its shell twice: the ground on both sides of it', () => {
    const shell = closed([36, 47], [37, 47], [38, 47], [38, 49], [37, 49], [36, 49]);
    const hole = closed([37, 47], [37.2, 48], [37, 49], [36.8, 48]);
    const { rings: mended, faults } = repaired([shell, hole]);
    expect(faults).toEqual(['touching']);
    expect(toMultiPolygon(mended).coordinates).toHaveLength(2);
    expect(edgesOf(mended)).toEqual(edgesOf([shell, hole]));
  });

  it('a point of one ring on an edge of another, and edges that lie along each other', () => {
    const shell = square(36, 47, 38, 49);
    const dent = closed([36.5, 47], [37, 47], [36.7, 47.5]);
    const { rings: mended } = repaired([shell, dent]);
    expect(isSettled(netOf(mended))).toBe(true);
    expect(mended).toHaveLength(1);
    expect(areaOf(mended)).toBeCloseTo(areaOf([shell]) - areaOf([dent]), -3);
  });

  it('a spike and a point given twice: gone', () => {
    const { rings: mended } = repaired([
      closed([37, 48], [37.1, 48], [37.1, 48], [37.1, 48.1], [37.3, 48.3], [37.1, 48.1], [37, 48.1]),
    ]);
    expect(mended).toHaveLength(1);
    expect(edgesOf(mended)).toEqual(edgesOf([square(37, 48, 37.1, 48.1)]));
  });

  it('a ring smaller than the grid: left out, and the others stay', () => {
    const [shell, speck] = [square(36, 47, 38, 49), square(37, 48, 37.0000004, 48.0000004)];
    expect(repaired([shell, speck])).toEqual({ rings: [shell], changed: true, faults: ['lost-part'] });
  });

  it('edges so long that their products are no exact numbers', () => {
    const { rings: mended } = repaired([closed([-170, -80], [170, 80.000001], [170, -80], [-170, 80])]);
    expect(isSettled(netOf(mended))).toBe(true);
    expect(mended).toHaveLength(2);
  });
});

describe('a ring on the grid', () => {
  it('is rounded half away from zero, closed, and repeats no point', () => {
    expect(
      snapped([
        [37.0000005, -48.0000005],
        [37.0000006, -48.0000006],
        [38, 48],
        [37, 49],
      ]),
    ).toEqual(closed([37.000001, -48.000001], [38, 48], [37, 49]));
  });

  it('is nothing where fewer than three points are left', () => {
    expect(snapped(closed([37, 48], [37.0000001, 48], [38, 48]))).toEqual([]);
  });
});
