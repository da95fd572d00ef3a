import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundCoordinate, roundHalfAway } from './rounding.ts';

describe('rounding', () => {
  it('takes halves away from zero on both sides', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 2.4, -2.4].map(roundHalfAway)).toEqual([
      1, 2, 3, -1, -2, -3, 2, -2,
    ]);
  });

  it('treats east and west, north and south alike', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (x) => {
        expect(roundCoordinate(-x) + roundCoordinate(x)).toBe(0);
      }),
    );
  });

  it('keeps what is on the grid, is within half a step, and never gives minus zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180_000_000, max: 180_000_000 }), (k) => {
        expect(roundCoordinate(k / 1e6)).toBe(k / 1e6);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (x) => {
        expect(Math.abs(roundCoordinate(x) - x)).toBeLessThanOrEqual(0.500_001e-6);
        expect(Object.is(roundCoordinate(x), -0)).toBe(false);
      }),
    );
  });
});
