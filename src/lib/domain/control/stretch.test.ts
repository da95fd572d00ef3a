import { describe, expect, it } from 'vitest';
import { areaOf, square } from '../../../../tests/fixtures/ground.ts';
import type { Position } from '../geometry/sphere.ts';
import { areaOfRings, groundMoved, stretchesIn, withStretches } from './stretch.ts';

/** A front from south to north with the held ground east of it; its corners are a tenth of a degree apart. */
const front = Array.from({ length: 21 }, (_, i): Position => [37, 49 - i / 10]);
const held: Position[] = [...front, [39, 47], [39, 49], front[0] as Position];

describe('a stretch of a line', () => {
  it('has the corners in view, with one more at each end', () => {
    const [stretch, ...more] = stretchesIn([held], [36.5, 47.55, 37.5, 48.05]);
    expect(more).toEqual([]);
    expect(stretch?.whole).toBe(false);
    expect(stretch?.line.map((p) => p[1].toFixed(1))).toEqual([
      '48.1',
      '48.0',
      '47.9',
      '47.8',
      '47.7',
      '47.6',
      '47.5',
    ]);
  });

  it('goes on over the beginning of a ring', () => {
    const [stretch] = stretchesIn([held], [36.5, 48.75, 39.5, 49.5]);
    expect(stretch?.line.map((p) => [p[0], Number(p[1].toFixed(1))])).toEqual([
      [39, 47],
      [39, 49],
      [37, 49],
      [37, 48.9],
      [37, 48.8],
      [37, 48.7],
    ]);
  });

  it('put back as it is leaves the ground as it was, wherever it is taken from', () => {
    for (const box of [
      [36.5, 47.55, 37.5, 48.05],
      [36.5, 48.75, 39.5, 49.5],
      [36.5, 47.95, 39.5, 49.5],
      [30, 40, 50, 60],
    ] as const) {
      const same = withStretches(
        [held],
        stretchesIn([held], box).map((s) => [s, s.line]),
      );
      expect(areaOf(same)).toBeCloseTo(areaOf([held]), -2);
      expect(groundMoved([held], same)).toEqual({ gained: [], lost: [] });
    }
  });

  it('moved outward wins the ground between, moved inward gives it up', () => {
    const [stretch] = stretchesIn([held], [36.5, 47.95, 37.5, 48.05]);
    if (!stretch) throw new Error('nothing is in view');
    const moved = (lng: number) =>
      groundMoved(
        [held],
        withStretches([held], [[stretch, stretch.line.map((p, i) => (i === 1 ? [lng, p[1]] : p))]]),
      );
    const triangle: Position[] = [
      [37, 48.1],
      [36.8, 48],
      [37, 47.9],
      [37, 48.1],
    ];
    expect(areaOf(moved(36.8).gained)).toBeCloseTo(areaOf([triangle]), -3);
    expect(moved(36.8).lost).toEqual([]);
    expect(moved(37.2).gained).toEqual([]);
    expect(moved(37.2).lost).toHaveLength(1);
  });

  it('is found twice where a line leaves the view and comes back', () => {
    const bay: Position[] = [
      [36, 47],
      [38, 47],
      [38, 48],
      [37, 47.2],
      [36, 48],
      [36, 47],
    ];
    const found = stretchesIn([bay], [35, 47.5, 39, 49]);
    expect(found).toHaveLength(2);
    const same = withStretches(
      [bay],
      found.map((s) => [s, s.line]),
    );
    expect(areaOf(same)).toBeCloseTo(areaOf([bay]), -2);
  });
});

describe('rings as an area', () => {
  it('are wound and nested, with no more decimals than are kept', () => {
    const area = areaOfRings([
      [...square(36.00000049, 47, 38, 49)].reverse(),
      square(36.5, 47.5, 37, 48),
      square(40, 47, 41, 48),
    ]);
    expect(area?.type).toBe('MultiPolygon');
    expect(area?.coordinates.map((p) => (p as unknown[]).length)).toEqual([2, 1]);
    expect(JSON.stringify(area)).not.toContain('36.00000049');
  });

  it('of which nothing is left are none', () => {
    expect(areaOfRings([])).toBeUndefined();
  });
});
