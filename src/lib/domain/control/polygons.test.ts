import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, square } from '../../../../tests/fixtures/ground.ts';
import { inRings, ringsOf, type Ring } from '../geometry/rings.ts';
import { areaSchema } from '../geometry/geojson.ts';
import { ringArea } from '../geometry/sphere.ts';
import { parse } from '../parse.ts';
import { toMultiPolygon } from './polygons.ts';

const shellArea = (rings: readonly (readonly number[][])[]): number =>
  areaOf(rings.map((r) => r as unknown as Ring));

/** Squares that lie inside each other or apart, never across: some split into two smaller ones, down to some depth. */
const nested = fc.array(fc.tuple(fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 12 }).map((choices) => {
  const rings: Ring[] = [];
  const fill = (x: number, y: number, size: number): void => {
    const choice = choices[rings.length];
    if (!choice || size < 0.05) return;
    const [inner, reversed] = choice;
    const ring = square(x, y, x + size, y + size);
    rings.push(reversed ? [...ring].reverse() : ring);
    for (let i = 0; i < inner; i += 1) fill(x + size * (0.1 + 0.4 * i), y + size * 0.2, size * 0.35);
  };
  fill(36, 47, 2);
  return rings;
});

describe('rings as polygons', () => {
  it('follow the right-hand rule, however the rings were wound and in whichever order they come', () => {
    fc.assert(
      fc.property(nested, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (rings, dice) => {
        const shuffled = rings
          .map((ring) => ({ ring, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map((x) => x.ring);
        const { coordinates } = toMultiPolygon(shuffled);
        expect(coordinates.flat()).toHaveLength(rings.length);
        for (const [shell, ...holes] of coordinates) {
          expect(ringArea(shell as unknown as Ring)).toBeGreaterThan(0);
          for (const hole of holes) expect(ringArea(hole as unknown as Ring)).toBeLessThan(0);
        }
      }),
    );
  });

  it('hold exactly the points that the rings hold, filled even-odd', () => {
    const point = fc.tuple(
      fc.double({ min: 35.9, max: 38.1, noNaN: true }),
      fc.double({ min: 46.9, max: 49.1, noNaN: true }),
    );
    fc.assert(
      fc.property(nested, fc.array(point, { maxLength: 20 }), (rings, points) => {
        const polygons = toMultiPolygon(rings);
        for (const p of points) {
          const inAPolygon = polygons.coordinates.filter((polygon) =>
            inRings(p, ringsOf({ type: 'Polygon', coordinates: polygon })),
          ).length;
          expect(inAPolygon).toBe(inRings(p, rings) ? 1 : 0);
        }
      }),
    );
  });

  it('have each hole in its own shell, and an island in a hole as a polygon of its own', () => {
    const [outer, hole, island, lake] = [
      square(0, 0, 10, 10),
      square(2, 2, 8, 8),
      square(3, 3, 7, 7),
      square(4, 4, 5, 5),
    ];
    const apart = square(20, 0, 30, 10);
    const { coordinates } = toMultiPolygon([lake, apart, hole, island, outer]);
    expect(coordinates.map((p) => p.length).sort()).toEqual([1, 2, 2]);
    const ofIsland = coordinates.find(([shell]) => shell && shellArea([shell]) === areaOf([island]));
    expect(ofIsland && shellArea([ofIsland[1] as number[][]])).toBe(areaOf([lake]));
  });

  it('pass the door at which files are read', () => {
    fc.assert(
      fc.property(nested, (rings) => {
        const onGrid = rings.map((r) =>
          r.map(([x, y]) => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6] as const),
        );
        expect(parse(areaSchema, toMultiPolygon(onGrid))).toMatchObject({ ok: true });
      }),
    );
  });
});
