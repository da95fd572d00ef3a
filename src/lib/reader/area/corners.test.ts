import { describe, expect, it } from 'vitest';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { MOST_CORNERS } from '#lib/domain/view/outline.ts';
import { closes, drawnOf, withCorner } from './corners.ts';

const round = (n: number): Position[] =>
  Array.from({ length: n }, (_, i) => [37 + Math.cos((i / n) * 6.28), 48 + Math.sin((i / n) * 6.28)]);

describe('corners that are drawn', () => {
  it('are an area from the third on, and nothing is wrong with fewer', () => {
    for (const n of [0, 1, 2])
      expect(drawnOf(round(n))).toMatchObject({ outline: undefined, fault: undefined });
    expect(drawnOf(round(3)).outline).toHaveLength(3);
  });

  it('say what is in the way of an area', () => {
    const bow: Position[] = [[36, 47], [37, 48], [37, 47], [36, 48]]; // prettier-ignore
    expect(drawnOf(bow)).toMatchObject({ outline: undefined, fault: 'crosses' });
    expect(drawnOf(bow.slice(0, 3)).fault).toBeUndefined();
    expect(drawnOf([[36, 47], [37, 48], [38, 49]]).fault).toBe('flat'); // prettier-ignore
  });

  it('are no more than can be told, and those still are an area', () => {
    let corners: readonly Position[] = [];
    for (const corner of round(MOST_CORNERS + 5)) corners = withCorner(corners, corner);
    expect(corners).toHaveLength(MOST_CORNERS);
    expect(drawnOf(corners).fault).toBe('many');
    expect(drawnOf(corners).outline).toHaveLength(MOST_CORNERS);
  });

  it('end at the first one again, once there are three', () => {
    const spots = [[100, 100], [200, 100], [150, 200]] as const; // prettier-ignore
    expect(closes(spots, [108, 95])).toBe(true);
    expect(closes(spots, [130, 100])).toBe(false);
    expect(closes(spots.slice(0, 2), [100, 100])).toBe(false);
    expect(closes([], [0, 0])).toBe(false);
  });
});
