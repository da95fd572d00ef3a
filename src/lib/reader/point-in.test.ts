import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { square } from '../../../tests/fixtures/ground.ts';
import { inRings } from '#lib/domain/geometry/rings.ts';
import { pointIn } from './point-in.ts';

describe('a point that stands for ground', () => {
  it('lies inside of it, whatever holes and islands it has', () => {
    const side = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(
      fc.property(side, side, side, (a, b, c) => {
        const rings = [
          square(36, 47, 36 + a, 47 + b),
          square(36 + a / 4, 47 + b / 4, 36 + a / 2, 47 + b / 2),
          square(40, 47, 40 + c, 47 + c),
        ];
        expect(inRings(pointIn(rings), rings)).toBe(true);
      }),
    );
  });
});
