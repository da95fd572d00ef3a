import { describe, expect, it } from 'vitest';
import { snapTo } from './snap.ts';

describe('snapping to lines', () => {
  const snap = snapTo([
    [
      [36, 48],
      [37, 48],
      [37, 49],
    ],
  ]);

  it('takes a corner that is near, even where an edge is nearer', () => {
    expect(snap([36.999, 48.0001], 200)).toEqual([37, 48]);
  });

  it('takes the nearest point of an edge where no corner is near', () => {
    const at = snap([36.5, 48.001], 200);
    expect(at?.[0]).toBeCloseTo(36.5, 6);
    expect(at?.[1]).toBe(48);
  });

  it('takes nothing that is further off', () => {
    expect(snap([36.5, 48.01], 200)).toBeUndefined();
    expect(snap([10, 10], 200)).toBeUndefined();
  });
});
