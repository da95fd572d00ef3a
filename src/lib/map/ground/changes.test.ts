import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRings, type Rings } from '../../domain/geometry/rings.ts';
import type { Position } from '../../domain/geometry/sphere.ts';
import { changedBoxes } from './changes.ts';
import { STAGES, type Ink, type Plan } from './plan.ts';
import { BESIDE_PX, coarse, pathOf, planeOf, type Path, type Plane } from './plane.ts';

const plane: Plane = {
  ...planeOf([37, 48], 8, [[37, 48]]),
  west: -400,
  north: -300,
  east: 400,
  south: 300,
};
const RED: Ink = [1, 0, 0, 1];
const BLUE: Ink = [0, 0, 1, 1];
/** A plan that fills rings and strokes their edges. */
const planOf = (rings: Rings, ink = RED, dash?: readonly [number, number]): Plan => {
  const empty = Object.fromEntries(STAGES.map((stage) => [stage, { fills: [], lines: [] }]));
  return {
    ...empty,
    ground: { fills: [{ what: 'held', path: pathOf(rings), ink, soft: true }], lines: [] },
    front: {
      fills: [],
      lines: [{ what: 'edge', path: pathOf(rings), ink, width: 2, ...(dash && { dash }) }],
    },
  } as unknown as Plan;
};
/** Degrees of a pixel of the plane. */
const at = (x: number, y: number): Position => {
  const my = plane.y + y / plane.size;
  return [
    (plane.x + x / plane.size - 0.5) * 360,
    (Math.atan(Math.exp((0.5 - my) * 2 * Math.PI)) * 360) / Math.PI - 90,
  ];
};
const ringsOf = (all: readonly (readonly (readonly [number, number])[])[]): Rings =>
  all.map((ring) => [...ring, ring[0] as [number, number]].map(([x, y]) => at(x, y)));
const flat = (path: Path): Rings =>
  [...path.starts.slice(1)].map((last, line) =>
    Array.from({ length: last - (path.starts[line] as number) }, (_, i): Position => {
      const k = ((path.starts[line] as number) + i) * 2;
      return [
        ((path.xy[k] as number) - plane.x) * plane.size,
        ((path.xy[k + 1] as number) - plane.y) * plane.size,
      ];
    }),
  );
const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const ring = fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -400, max: 400 })), {
  minLength: 3,
  maxLength: 6,
});

describe('where two days differ', () => {
  it('is nowhere if they hold the same ground, also where it is told in another order', () => {
    const [a, b] = [square(0, 0, 50), square(100, 100, 50)];
    expect(changedBoxes(planOf(ringsOf([a, b])), planOf(ringsOf([b, [...a].reverse()])), plane)).toEqual([]);
  });

  it('holds whatever is filled on one of them only', () => {
    const spot = fc.tuple(fc.integer({ min: -399, max: 399 }), fc.integer({ min: -299, max: 299 }));
    fc.assert(
      fc.property(fc.array(ring, { maxLength: 3 }), ring, ring, spot, (same, before, after, [x, y]) => {
        const [old, now] = [ringsOf([...same, before]), ringsOf([...same, after])];
        const p: Position = [x + 0.37, y + 0.41];
        const isFilled = (rings: Rings): boolean => inRings(p, flat(coarse(pathOf(rings), plane.grain)));
        fc.pre(isFilled(old) !== isFilled(now));
        const boxes = changedBoxes(planOf(old), planOf(now), plane);
        const isIn = boxes?.some(
          (b) => p[0] >= b.west && p[0] <= b.east && p[1] >= b.north && p[1] <= b.south,
        );
        expect(isIn ?? true).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is a small part of the view where little changed, and parts that do not meet', () => {
    const still = square(-300, -200, 500);
    const boxes = changedBoxes(
      planOf(ringsOf([still])),
      planOf(ringsOf([still, square(250, -250, 10), square(250, 200, 10)])),
      plane,
    );
    expect(boxes).toHaveLength(2);
    for (const b of boxes ?? []) expect((b.east - b.west) * (b.south - b.north)).toBeLessThanOrEqual(96 * 96);
  });

  it('is all of a patch that is shown in another colour, and all of a line whose dashes moved', () => {
    const rings = ringsOf([square(-100, -100, 200)]);
    const covers = (boxes: ReturnType<typeof changedBoxes>): boolean =>
      (boxes ?? []).some((b) => b.west <= -100 && b.east >= 100 && b.north <= -100 && b.south >= 100);
    expect(covers(changedBoxes(planOf(rings), planOf(rings, BLUE), plane))).toBe(true);
    const bent = ringsOf([[[-100, -100], [0, -104], ...square(-100, -100, 200).slice(1)]]);
    expect(covers(changedBoxes(planOf(rings, RED, [7, 4]), planOf(bent, RED, [7, 4]), plane))).toBe(true);
  });
});

describe('the boxes of what differs', () => {
  it('are so far apart that what is drawn beside one is not within another', () => {
    const spot = fc.tuple(fc.integer({ min: -380, max: 380 }), fc.integer({ min: -280, max: 280 }));
    fc.assert(
      fc.property(fc.array(spot, { minLength: 2, maxLength: 8 }), (spots) => {
        const rings = ringsOf(spots.map(([x, y]) => square(x, y, 10)));
        const boxes = changedBoxes(planOf([]), planOf(rings), plane) ?? [];
        for (const [i, a] of boxes.entries())
          for (const b of boxes.slice(i + 1)) {
            const beside = Math.max(b.west - a.east, a.west - b.east);
            const above = Math.max(b.north - a.south, a.north - b.south);
            expect(Math.max(beside, above)).toBeGreaterThan(2 * BESIDE_PX);
          }
      }),
    );
  });
});

describe('a path as fine as can be seen', () => {
  const grain = plane.grain;
  it('keeps every point within a pixel of where it was, and has no two of a run at one place', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })),
          { minLength: 2, maxLength: 30 },
        ),
        (points) => {
          const path = pathOf([points.map(([x, y]) => at(x, y))]);
          const [line] = flat(coarse(path, grain));
          for (const [x, y] of points)
            expect(Math.min(...(line ?? []).map(([u, v]) => Math.hypot(u - x, v - y)))).toBeLessThan(0.5);
        },
      ),
    );
  });

  it('has the edge that two grounds share in both of them, whichever way each runs', () => {
    const shared: [number, number][] = Array.from({ length: 40 }, (_, i) => [i * 0.3, Math.sin(i) * 2]);
    const points = (rings: Rings): Set<string> =>
      new Set(
        flat(coarse(pathOf(rings), grain))
          .flat()
          .map((p) => p.map((n) => n.toFixed(3)).join()),
      );
    const [above, below] = [
      points(ringsOf([[...shared, [6, -50]]])),
      points(ringsOf([[...shared, [6, 50]].reverse() as [number, number][]])),
    ];
    const both = [...above].filter((p) => below.has(p));
    expect(both).toHaveLength(above.size - 1);
  });

  it('stays as it is where it is smaller than can be told apart', () => {
    const path = pathOf(ringsOf([square(0.01, 0.01, 0.02)]));
    expect([...coarse(path, grain).xy]).toEqual([...path.xy]);
  });
});
