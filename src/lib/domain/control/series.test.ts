import { areaAt } from './areas.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf } from '../../../../tests/fixtures/edges.ts';
import { square } from '../../../../tests/fixtures/ground.ts';
import { ringFault } from '../geometry/ring-fault.ts';
import { inRings, type Ring, type Rings } from '../geometry/rings.ts';
import { ringArea, type Position } from '../geometry/sphere.ts';
import { addDays, day, daysBetween, type Day } from '../time/day.ts';
import { unionAll } from './clip.ts';
import { openSeries } from './series-reader.ts';
import { EMPTY_SERIES, seriesOf, type SeriesState } from './series.ts';

const FIRST = day('2024-09-01');

/** Ground of some squares of a coarse grid, so that squares touch, share edges and lie inside of each other. */
const ground = fc
  .array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), {
    maxLength: 6,
  })
  .map((squares) =>
    unionAll(squares.map(([x, y, w, h]) => [square(36 + x, 47 + y, 36 + x + w, 47 + y + h)])),
  );
/** The same with every square cut out of those before it: holes, islands in holes, corners that touch. */
const odd = fc
  .array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 4 })), { maxLength: 6 })
  .map((squares) => squares.map(([x, y, w]) => square(36 + x, 47 + y, 36 + x + w, 47 + y + w)));
const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.oneof(ground, odd)), { maxLength: 30 });

/** States with so many days between them. */
export const dated = (steps: readonly (readonly [days: number, rings: Rings])[]): SeriesState[] => {
  let from: Day = FIRST;
  return steps.map(([days, rings]) => ({ from: (from = addDays(from, days)), rings }));
};
const stateOn = (states: readonly SeriesState[], d: Day): Rings =>
  states.findLast((s) => s.from <= d)?.rings ?? [];

describe('a series', () => {
  it('gives every day edge for edge as it went in, from stored states and deltas', () => {
    fc.assert(
      fc.property(history, fc.nat(1300), (steps, at) => {
        const states = dated(steps);
        const reader = openSeries(seriesOf(states));
        for (const d of [addDays(FIRST, at), ...states.map((s) => s.from)]) {
          expect(edgesOf(reader.ringsAt(reader.indexOn(d)))).toEqual(edgesOf(stateOn(states, d)));
        }
      }),
    );
  });

  it('has the held ground on the left of a ring that another touches in the very middle of a side', () => {
    const large: Ring = [
      [36.6, 47.4],
      [36.6, 48.4],
      [36, 48.4],
      [36, 47.4],
      [36.6, 47.4],
    ];
    const touching: Ring = [
      [36.7, 48],
      [36.6, 47.9],
      [36.7, 47.9],
      [36.7, 48],
    ];
    const reader = openSeries(seriesOf([{ from: FIRST, rings: [large, touching] }]));
    const areas = reader.ringsAt(0).map(ringArea);
    expect(Math.min(...areas)).toBeGreaterThan(0);
    expect(areaAt(reader, 0)).toBeCloseTo(Math.abs(ringArea(large)) + Math.abs(ringArea(touching)), -2);
  });

  it('is always a set of closed rings that pass no point twice, with the held ground on their left', () => {
    // Cells touch by sides and by corners, and ring others in.
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 30 }), (cells) => {
        const rings = cells.map(([x, y]) => square(36 + x, 47 + y, 37 + x, 48 + y));
        const reader = openSeries(seriesOf([{ from: FIRST, rings }]));
        const traced = reader.ringsAt(reader.series.days.length - 1);
        for (const ring of traced) {
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
          for (let i = 1; i < ring.length; i += 1) {
            expect(inRings(beside(ring, i, 1), traced)).toBe(true);
            expect(inRings(beside(ring, i, -1), traced)).toBe(false);
          }
          // Never across another ring, also where they touch: from each side of a corner the same ground is seen.
          expect(ringFault(ring)).toBeUndefined();
        }
      }),
    );
  });

  it('has the area of its cells, and areas of what lies apart add up', () => {
    const cells = fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(7)), { selector: String, maxLength: 30 });
    fc.assert(
      fc.property(cells, (all) => {
        const rings = all.map(([x, y]) => square(36 + x, 47 + y, 37 + x, 48 + y));
        const reader = openSeries(seriesOf([{ from: FIRST, rings }]));
        const sum = rings.reduce((n, r) => n + Math.abs(ringArea(r)), 0);
        expect(areaAt(reader, reader.series.days.length - 1)).toBeCloseTo(sum, -1);
      }),
    );
  });

  it('says when a point was held as a look at every day does', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 110 }), fc.integer({ min: 0, max: 110 }));
    fc.assert(
      fc.property(history, point, (steps, [x, y]) => {
        // Off the lines, where it is in or out beyond doubt.
        const p: Position = [36.003 + x / 10, 47.007 + y / 10];
        const states = dated(steps);
        const turns = openSeries(seriesOf(states)).turnsAt(p);
        let held = false;
        const seen = states.flatMap(({ from }) => {
          const now = inRings(p, stateOn(states, from));
          return now === held ? [] : [{ day: from, held: (held = now) }];
        });
        // Days come once, as the last that is said of them.
        const byDay = new Map(seen.map((s) => [s.day, s]));
        expect(turns.map(({ day: d, held: h }) => ({ day: d, held: h }))).toEqual([...byDay.values()]);
      }),
    );
  });

  it('told anew from a day on is what telling all of it afresh gives', () => {
    fc.assert(
      fc.property(history, history, fc.nat(29), (steps, later, cut) => {
        const states = dated(steps);
        const first = states[cut]?.from ?? FIRST;
        const replaced = dated(later).map(({ from, rings }) => ({
          from: addDays(from, daysBetween(FIRST, first)),
          rings,
        }));
        const [since] = replaced;
        if (!since) return;
        const kept = states.filter((s) => s.from < since.from);
        const anew = openSeries(seriesOf(replaced, seriesOf(states)));
        const afresh = openSeries(seriesOf([...kept, ...replaced]));
        expect(anew.series.days).toEqual(afresh.series.days);
        for (let i = 0; i < anew.series.days.length; i += 1)
          expect(edgesOf(anew.ringsAt(i))).toEqual(edgesOf(afresh.ringsAt(i)));
      }),
    );
  });

  it('of nothing is empty on every day', () => {
    const reader = openSeries(EMPTY_SERIES);
    expect(reader.indexOn(FIRST)).toBe(-1);
    expect(reader.ringsAt(-1)).toEqual([]);
    expect(areaAt(reader, -1)).toBe(0);
    expect(reader.turnsAt([36, 47])).toEqual([]);
  });

  it('holds points all round the globe apart', () => {
    const rings: Ring[] = [square(-180, -90, -179.999999, -89.999999), square(179, 89, 180, 90)];
    const reader = openSeries(seriesOf([{ from: FIRST, rings }]));
    expect(edgesOf(reader.ringsAt(0))).toEqual(edgesOf(rings));
  });
});

/** A point a hair to the left (1) or right (-1) of the middle of the edge of a ring that ends at position `i`. */
function beside(ring: Ring, i: number, side: 1 | -1): Position {
  const [a, b] = [ring[i - 1] as Position, ring[i] as Position];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const far = (side * 1e-4) / Math.hypot(dx, dy);
  return [(a[0] + b[0]) / 2 - dy * far, (a[1] + b[1]) / 2 + dx * far];
}
