import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, square } from '../../../../tests/fixtures/ground.ts';
import { inRings, type Ring } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';
import { intersection } from './clip.ts';
import { withinReach } from './reach.ts';

const BOX = [37, 48, 38, 49] as const;
const coordinate = (from: number, to: number) => fc.integer({ min: from * 1e6, max: to * 1e6 });
const position = fc
  .tuple(coordinate(34, 41), coordinate(45, 52))
  .map(([x, y]): Position => [x / 1e6, y / 1e6]);
/** Any closed ring about a box, crossing itself or not: ground is filled even-odd. */
const ring = fc
  .array(position, { minLength: 3, maxLength: 40 })
  .map((corners): Ring => [...corners, corners[0] as Position]);
// Half a step off the grid, so that no point is on an edge.
const within = fc
  .tuple(coordinate(37, 38), coordinate(48, 49))
  .map(([x, y]): Position => [(x - 0.5) / 1e6, (y - 0.5) / 1e6])
  .filter(([x, y]) => x > 37 && y > 48);

describe('rings within reach of a box', () => {
  it('bound the same ground within it', () => {
    fc.assert(
      fc.property(fc.array(ring, { maxLength: 3 }), within, (rings, p) => {
        expect(inRings(p, withinReach(rings, BOX))).toBe(inRings(p, rings));
      }),
    );
  });

  it('are closed, and have no corner that was not there', () => {
    fc.assert(
      fc.property(ring, (own) => {
        const corners = new Set(own);
        for (const near of withinReach([own], BOX)) {
          expect(near[0]).toEqual(near.at(-1));
          for (const corner of near) expect(corners.has(corner)).toBe(true);
        }
      }),
    );
  });

  it('have few corners where most of a ring lies beyond it, and none where all of it does', () => {
    const around = (radius: number): Ring => {
      const all = Array.from({ length: 10_000 }, (_, i): Position => {
        const angle = (2 * Math.PI * i) / 10_000;
        return [37.5 + radius * Math.cos(angle), 48.5 + radius * Math.sin(angle)];
      });
      return [...all, all[0] as Position];
    };
    const [near] = withinReach([around(2)], BOX);
    expect(near?.length).toBeLessThan(20);
    expect(areaOf(intersection([around(2)], [square(...BOX)]))).toBeCloseTo(areaOf([square(...BOX)]), 0);
    expect(withinReach([square(39, 48, 40, 49)], BOX)).toEqual([]);
    const inner = around(0.4);
    expect(withinReach([inner], BOX)).toEqual([inner]);
  });
});
