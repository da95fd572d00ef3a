import { describe, expect, it } from 'vitest';
import { circleAround } from './circle.ts';
import { distance, ringArea, type Position } from './sphere.ts';

describe('a circle around a point', () => {
  const dnipro: Position = [35.04, 48.46];

  it('is everywhere as far from it as it says, on the ground and not on the map', () => {
    for (const metres of [50, 3_000, 60_000])
      for (const corner of circleAround(dnipro, metres))
        expect(Math.abs(distance(dnipro, corner) - metres)).toBeLessThan(metres * 1e-6);
  });

  it('is closed and runs counter-clockwise', () => {
    const ring = circleAround(dnipro, 3_000);
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(ringArea(ring) / (Math.PI * 3_000 ** 2)).toBeCloseTo(1, 2);
  });
});
