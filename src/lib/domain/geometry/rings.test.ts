import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesMeet, boxOf, inRings, ringsOf, type Ring } from './rings.ts';

const square = (w: number, s: number, e: number, n: number): Ring => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];
const box = fc
  .tuple(
    fc.integer({ min: 0, max: 18 }),
    fc.integer({ min: 0, max: 18 }),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([x, y, w, h]) => [x, y, x + w, y + h] as const);

describe('rings filled even-odd', () => {
  it('hold a point that lies in an odd number of them', () => {
    // Half steps, so that no point is on an edge.
    const point = fc.tuple(fc.integer({ min: -1, max: 28 }), fc.integer({ min: -1, max: 28 }));
    fc.assert(
      fc.property(fc.array(box, { maxLength: 6 }), point, (boxes, [i, j]) => {
        const [x, y] = [i + 0.5, j + 0.5];
        const around = boxes.filter(([w, s, e, n]) => x > w && x < e && y > s && y < n).length;
        expect(
          inRings(
            [x, y],
            boxes.map((b) => square(...b)),
          ),
        ).toBe(around % 2 === 1);
      }),
    );
  });

  it('need no order: a hole may come before its shell and wind either way', () => {
    const [shell, hole] = [square(0, 0, 10, 10), square(4, 4, 6, 6)];
    for (const rings of [
      [shell, hole],
      [hole, shell],
      [[...hole].reverse(), shell],
    ]) {
      expect(inRings([5, 5], rings)).toBe(false);
      expect(inRings([2, 2], rings)).toBe(true);
    }
  });

  it('hold nothing where there are none', () => {
    expect(inRings([0, 0], [])).toBe(false);
  });
});

describe('a box', () => {
  it('is the least that holds every position', () => {
    expect(boxOf([square(1, 2, 3, 4), square(-5, 3, 0, 9)])).toEqual([-5, 2, 3, 9]);
  });

  it('meets another also where they only touch, and the box of nothing meets none', () => {
    expect(boxesMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
    expect(boxesMeet([0, 0, 1, 1], [1.1, 0, 2, 1])).toBe(false);
    expect(boxesMeet(boxOf([]), [-180, -90, 180, 90])).toBe(false);
  });
});

it('every ring of a MultiPolygon is given, shells and holes alike', () => {
  const coordinates = [[square(0, 0, 9, 9), square(1, 1, 2, 2)], [square(20, 0, 21, 1)]];
  expect(ringsOf({ type: 'MultiPolygon', coordinates })).toHaveLength(3);
  expect(ringsOf({ type: 'Polygon', coordinates: coordinates[0] as Ring[] })).toHaveLength(2);
});
