import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRings, type Rings } from '../../domain/geometry/rings.ts';
import type { Position } from '../../domain/geometry/sphere.ts';
import { EDGE, edgesInView } from './edges.ts';
import { Numbers, pathOf, planeOf, type Plane } from './plane.ts';
import { PIECE, piecesInView } from './strokes.ts';

const point = fc
  .tuple(fc.integer({ min: 300, max: 420 }), fc.integer({ min: 440, max: 520 }))
  .map(([x, y]): Position => [x / 10, y / 10]);
const rings = fc.array(
  fc.array(point, { minLength: 3, maxLength: 9 }).map((ring): Position[] => [...ring, ring[0] as Position]),
  { minLength: 1, maxLength: 4 },
);
/** A view of 800 by 600 pixels. */
const planeAt = (center: Position, zoom: number): Plane => {
  const size = 512 * 2 ** zoom;
  const open = planeOf(center, zoom, [center]);
  const corner = (dx: number, dy: number): Position => {
    const y = open.y + dy / size;
    return [
      (open.x + dx / size - 0.5) * 360,
      (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90,
    ];
  };
  return planeOf(
    center,
    zoom,
    [
      [-400, -300],
      [400, -300],
      [-400, 300],
      [400, 300],
    ].map(([x, y]) => corner(x as number, y as number)),
  );
};
/** As the graphics card fills: a pixel is inside where an odd number of stripes lies over it. */
const isFilled = (x: number, y: number, numbers: Numbers): boolean => {
  let inside = false;
  for (let i = 0; i < numbers.length; i += EDGE) {
    const [ax, ay, bx, by, end] = numbers.array.subarray(i, i + EDGE) as unknown as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (x >= ax && x < bx && y <= end && y > ay + ((x - ax) / (bx - ax)) * (by - ay)) inside = !inside;
  }
  return inside;
};
/** Rings as the plane has them. */
const onPlane = (all: Rings, { x, y, size }: Plane): Rings =>
  all.map((ring) => {
    const { xy } = pathOf([ring]);
    return ring.map((_, i): Position => [
      ((xy[i * 2] as number) - x) * size,
      ((xy[i * 2 + 1] as number) - y) * size,
    ]);
  });

describe('the edges of a view', () => {
  it('fill what the rings hold even-odd, wherever the view lies and however close it is', () => {
    const at = fc.double({ min: -0.98, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(
        rings,
        point,
        fc.double({ min: 2, max: 12, noNaN: true }),
        at,
        at,
        (all, center, zoom, dx, dy) => {
          const plane = planeAt(center, zoom);
          const numbers = new Numbers();
          edgesInView(pathOf(all), plane, numbers);
          const [x, y] = [dx * 400 + 0.137, dy * 300 + 0.291];
          const flat = onPlane(all, plane);
          fc.pre(!isOnEdge([x, y], flat));
          expect(isFilled(x, y, numbers)).toBe(inRings([x, y], flat));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('fill parts of the view as they fill all of it', () => {
    const at = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const boxes = [
      { west: -400, north: -300, east: -150, south: 20 },
      { west: -100, north: -120, east: 90, south: 130 },
      { west: 40, north: 180, east: 420, south: 292 },
    ];
    fc.assert(
      fc.property(
        rings,
        point,
        fc.double({ min: 2, max: 12, noNaN: true }),
        fc.constantFrom(...boxes),
        at,
        at,
        (all, center, zoom, box, dx, dy) => {
          const plane = planeAt(center, zoom);
          const [whole, parts] = [new Numbers(), new Numbers()];
          edgesInView(pathOf(all), plane, whole);
          const filled = edgesInView(pathOf(all), plane, parts, boxes).boxes;
          expect(filled.length).toBeLessThanOrEqual(boxes.length);
          const x = box.west + dx * (box.east - box.west) + 0.137;
          const y = box.north + dy * (box.south - box.north) + 0.291;
          const flat = onPlane(all, plane);
          fc.pre(!isOnEdge([x, y], flat));
          expect(isFilled(x, y, parts)).toBe(isFilled(x, y, whole));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are told with the box in which all that they fill lies', () => {
    fc.assert(
      fc.property(rings, point, fc.double({ min: 4, max: 9, noNaN: true }), (all, center, zoom) => {
        const plane = planeAt(center, zoom);
        const numbers = new Numbers();
        const { count, boxes } = edgesInView(pathOf(all), plane, numbers);
        expect(count * EDGE).toBe(numbers.length);
        expect(boxes.length).toBe(Math.min(1, count));
        const { west, north, east, south } = boxes[0] ?? plane;
        for (let i = 0; i < numbers.length; i += EDGE) {
          const [ax, ay, bx, by, end] = numbers.array.subarray(i, i + EDGE) as unknown as number[];
          expect(ax).toBeGreaterThanOrEqual(Math.fround(west));
          expect(bx).toBeLessThanOrEqual(Math.fround(east));
          expect(Math.min(ay as number, by as number)).toBeGreaterThanOrEqual(Math.fround(north));
          expect(end).toBeLessThanOrEqual(Math.fround(south));
        }
      }),
    );
  });

  it('leave out ground that is elsewhere', () => {
    const numbers = new Numbers();
    const far: Rings = [
      [
        [10, 40],
        [11, 40],
        [11, 41],
        [10, 40],
      ],
    ];
    expect(edgesInView(pathOf(far), planeAt([37, 48], 8), numbers).count).toBe(0);
  });
});

/** So near to an edge that rounding decides on which side it is. */
const isOnEdge = (at: Position, all: Rings): boolean =>
  all.some((ring) =>
    ring.some((b, i) => {
      const a = ring[i - 1];
      return a !== undefined && distance(at, a, b) < 0.05;
    }),
  );
const distance = ([x, y]: Position, a: Position, b: Position): number => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const share = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy);
};

describe('the pieces of a line in view', () => {
  const line: Position[] = [
    [36, 48],
    [36.5, 48],
    [37, 48.2],
    [37.5, 48],
    [60, 48],
    [61, 48],
  ];
  const piecesOf = (points: Position[]): number[][] => {
    const numbers = new Numbers();
    const { count } = piecesInView(pathOf([points]), planeAt([37, 48], 8), numbers);
    return Array.from({ length: count }, (_, i) => [...numbers.array.slice(i * PIECE, (i + 1) * PIECE)]);
  };

  it('meet each other, and dashes run on over them', () => {
    const pieces = piecesOf(line);
    expect(pieces).toHaveLength(4);
    for (const [i, piece] of pieces.entries()) {
      const before = pieces[i - 1];
      if (!before) continue;
      expect(piece.slice(0, 2)).toEqual(before.slice(2, 4));
      const [ax, ay, bx, by] = before.slice(0, 4) as [number, number, number, number];
      expect(piece[4]).toBeCloseTo((before[4] as number) + Math.hypot(bx - ax, by - ay), 2);
    }
  });

  it('are there once, however many parts of the view they run through', () => {
    const plane = planeAt([37, 48], 8);
    const halves = [
      { ...plane, east: 20 },
      { ...plane, west: -20 },
    ];
    const numbers = new Numbers();
    expect(piecesInView(pathOf([line]), plane, numbers, halves).count).toBe(4);
    expect(numbers.array.slice(0, 4 * PIECE)).toEqual(Float32Array.from(piecesOf(line).flat()));
  });

  it('are told with the box in which they lie', () => {
    const numbers = new Numbers();
    const { box } = piecesInView(pathOf([line]), planeAt([37, 48], 8), numbers);
    for (const [ax, ay, bx, by] of piecesOf(line) as [number, number, number, number][]) {
      expect(Math.min(ax, bx)).toBeGreaterThanOrEqual(Math.fround(box.west));
      expect(Math.max(ax, bx)).toBeLessThanOrEqual(Math.fround(box.east));
      expect(Math.min(ay, by)).toBeGreaterThanOrEqual(Math.fround(box.north));
      expect(Math.max(ay, by)).toBeLessThanOrEqual(Math.fround(box.south));
    }
  });
});
