import { describe, expect, it } from 'vitest';
import { square } from '../../../../tests/fixtures/ground.ts';
import { nearestOf } from './nearest.ts';

describe('the nearest point of ground', () => {
  const ground = [square(37, 48, 38, 49), square(30, 48, 31, 49)];

  it('lies on an edge, far from its corners, or is a corner', () => {
    expect(nearestOf(ground, [36, 48.4])?.at).toEqual([37, 48.4]);
    expect(nearestOf(ground, [38.5, 49.5])?.at).toEqual([38, 49]);
    // A degree of longitude at 48.4° north.
    expect((nearestOf(ground, [36, 48.4])?.metres ?? 0) / 1000).toBeCloseTo(73.8, 1);
  });

  it('is the point itself inside of the ground, and none where there is no ground', () => {
    expect(nearestOf(ground, [30.5, 48.5])).toEqual({ at: [30.5, 48.5], metres: 0 });
    expect(nearestOf([], [30.5, 48.5])).toBeUndefined();
  });
});
