import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, square } from '../../../../tests/fixtures/ground.ts';
import { madeDays, realDays } from '../../../../tests/fixtures/daily.ts';
import type { Rings } from '../geometry/rings.ts';
import { inRings } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';
import { addDays, day } from '../time/day.ts';
import { difference, intersection, union } from './clip.ts';
import { openSeries, type SeriesReader } from './series-reader.ts';
import { seriesOf } from './series.ts';
import { turnedBetween, type Turned } from './turned.ts';

const FIRST = day('2024-11-01');
const readerOf = (states: readonly Rings[]): SeriesReader =>
  openSeries(seriesOf(states.map((rings, i) => ({ from: addDays(FIRST, i), rings }))));
const steps = (readers: readonly SeriesReader[], days: number): number[][] =>
  readers.map((reader) => Array.from({ length: days }, (_, i) => reader.indexOn(addDays(FIRST, i))));
const turned = (...sides: readonly (readonly Rings[])[]): Turned[] => {
  const readers = sides.map(readerOf);
  return turnedBetween(readers, steps(readers, sides[0]?.length ?? 0));
};
const km2 = (rings: Rings): number => Math.round(areaOf(rings) / 1e6);
const told = (all: readonly Turned[]): string[] =>
  all.map((t) => `${t.step} ${t.before.join()} → ${t.after.join()} ${km2(t.rings)}`).sort();

/** Square degrees on the plane: on the sphere a long edge that is cut bounds another area. */
const flatArea = (rings: Rings): number =>
  Math.abs(
    rings
      .flatMap((ring) => ring.slice(1).map((b, i) => [ring[i] as Position, b] as const))
      .reduce((sum, [a, b]) => sum + (a[0] * b[1] - b[0] * a[1]) / 2, 0),
  );

const WEST = square(36, 47, 37, 48);
const EAST = square(37, 47, 38, 48);
const BOTH = square(36, 47, 38, 48);

describe('ground that turned', () => {
  it('is told with the step in which it last did', () => {
    expect(told(turned([[WEST], [WEST], [BOTH]]))).toEqual([`1 false → true ${km2([EAST])}`]);
    expect(told(turned([[], [WEST], [BOTH]]))).toEqual([
      `0 false → true ${km2([WEST])}`,
      `1 false → true ${km2([EAST])}`,
    ]);
  });

  it('is not told where it went and came back', () => {
    expect(told(turned([[BOTH], [WEST], [BOTH]]))).toEqual([]);
  });

  it('is parted from its neighbour that turned the other way in the same step, along an edge that never did', () => {
    expect(told(turned([[WEST], [EAST]]))).toEqual([
      `0 false → true ${km2([EAST])}`,
      `0 true → false ${km2([WEST])}`,
    ]);
  });

  it('is one where one side took it from the other', () => {
    expect(told(turned([[WEST], [BOTH]], [[EAST], []]))).toEqual([
      `0 false,true → true,false ${km2([EAST])}`,
    ]);
  });

  it('is cut where edges cross that share no point', () => {
    const low = square(36, 47, 37, 48);
    const high = square(36.5, 47.5, 37.5, 48.5);
    const shared = km2(intersection([low], [high]));
    expect(told(turned([[low], [high]]))).toEqual(
      [`0 false → true ${km2([high]) - shared}`, `0 true → false ${km2([low]) - shared}`].sort(),
    );
  });

  it('is left out where it was held throughout by what lasts', () => {
    const readers = [readerOf([[], [BOTH]])];
    const lasting = { of: readerOf([[EAST]]), index: 0 };
    expect(told(turnedBetween(readers, steps(readers, 2), lasting))).toEqual([
      `0 false → true ${km2([WEST])}`,
    ]);
  });

  it('agrees with clipping, for any states and steps', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    const shape = fc
      .tuple(point, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.boolean())
      .map(([[x, y], w, h, slanted]): Rings => {
        const [west, south] = [36 + x / 10, 47 + y / 10];
        const ring = square(west, south, west + w / 10, south + h / 10);
        return [slanted ? ([ring[0], ring[1], ring[2], ring[0]] as Position[]) : ring];
      });
    const states = fc.array(
      fc.array(shape, { maxLength: 3 }).map((all) => all.reduce<Rings>((a, b) => union(a, b), [])),
      { minLength: 2, maxLength: 4 },
    );
    fc.assert(
      fc.property(states, point, (all, [dx, dy]) => {
        const found = turned(all);
        const [first, last] = [all[0] as Rings, all.at(-1) as Rings];
        const gained = found.filter((t) => t.after[0]).reduce((sum, t) => sum + flatArea(t.rings), 0);
        const lost = found.filter((t) => !t.after[0]).reduce((sum, t) => sum + flatArea(t.rings), 0);
        // Cuts are rounded to the grid of a millionth of a degree, along some degrees of edges.
        expect(Math.abs(gained - flatArea(difference(last, first)))).toBeLessThan(1e-5);
        expect(Math.abs(lost - flatArea(difference(first, last)))).toBeLessThan(1e-5);
        const p: Position = [36.0437 + dx / 10, 47.0631 + dy / 10];
        const held = all.map((rings) => inRings(p, rings));
        const turns = held.map((h, i) => i > 0 && h !== held[i - 1]);
        const own = found.filter((t) => inRings(p, t.rings));
        if (held[0] === held.at(-1)) expect(own).toEqual([]);
        else expect(own.map((t) => t.step)).toEqual([turns.lastIndexOf(true) - 1]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a year of the front', () => {
  const daily = realDays() ?? madeDays(200);
  const reader = openSeries(seriesOf(daily.states));
  const last = reader.series.days.length - 1;

  it(`agrees with clipping over a week and over all of it (${daily.name})`, () => {
    for (const [from, to] of [
      [0, 7],
      [40, 47],
      [80, 110],
      [0, last],
    ] as const) {
      const path = to - from <= 30 ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [from, to];
      const found = turnedBetween([reader], [path]);
      const [a, b] = [reader.ringsAt(from), reader.ringsAt(to)];
      const sum = (isGain: boolean): number =>
        found.filter((t) => t.after[0] === isGain).reduce((all, t) => all + areaOf(t.rings), 0) / 1e6;
      expect(sum(true), `${from} to ${to}`).toBeCloseTo(areaOf(difference(b, a)) / 1e6, 1);
      expect(sum(false), `${from} to ${to}`).toBeCloseTo(areaOf(difference(a, b)) / 1e6, 1);
    }
  });
});
