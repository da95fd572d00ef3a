import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossingsOf } from './crossings.ts';
import { ringFault } from './ring-fault.ts';
import type { Position } from './sphere.ts';

describe('where rings cross', () => {
  it('is told to the point', () => {
    const bow: Position[] = [
      [36, 48],
      [37, 49],
      [37, 48],
      [36, 49],
      [36, 48],
    ];
    expect(crossingsOf([bow])).toEqual([[36.5, 48.5]]);
  });

  it('is told of two rings as well', () => {
    const box = (x: number): Position[] => [
      [x, 48],
      [x + 1, 48.1],
      [x + 1, 49],
      [x, 49.1],
      [x, 48],
    ];
    expect(crossingsOf([box(36), box(36.5)])).toHaveLength(2);
    expect(crossingsOf([box(36), box(38)])).toEqual([]);
  });

  it('is somewhere just where a ring is refused for it', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (corners) => {
        const ring = [...corners, corners[0] as [number, number]].map(([x, y]): Position => [
          36 + x / 10,
          45 + y / 10,
        ]);
        const fault = ringFault(ring);
        if (fault === 'has no area') return;
        expect(crossingsOf([ring]).length > 0).toBe(fault !== undefined);
      }),
    );
  });
});
