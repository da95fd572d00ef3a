import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeDays, realDays } from '../../../../tests/fixtures/daily.ts';
import { areaOf, square } from '../../../../tests/fixtures/ground.ts';
import type { Rings } from '../geometry/rings.ts';
import { distance, type Position } from '../geometry/sphere.ts';
import { addDays, day, type Day } from '../time/day.ts';
import { gainedLost, net, type Change, type Earlier } from './change.ts';
import { difference, union } from './clip.ts';
import { openSeries } from './series-reader.ts';
import { seriesOf } from './series.ts';
import type { Basis } from './statement.ts';
import type { ControlHistory } from './states.ts';

const FIRST = day('2024-11-01');
const on = (n: number): Day => addDays(FIRST, n);
const historyOf = (ledgers: Partial<Record<Basis, readonly Rings[]>>): ControlHistory => ({
  ledgers: Object.entries(ledgers).map(([basis, states]) => ({
    holder: 'russia',
    basis: basis as Basis,
    reader: openSeries(seriesOf(states.map((rings, i) => ({ from: on(i), rings })))),
    by: [],
  })),
});
const change = (
  history: ControlHistory,
  a: Day,
  b: Day,
  options: { within?: Rings; earlier?: Earlier } = {},
): Change => gainedLost(history, 'russia', a, b, { resolution_m: 100, ...options });

const WEST = square(36, 47, 37, 48);
const EAST = square(37, 47, 38, 48);
const BOTH = square(36, 47, 38, 48);
const KM2 = 1e6;
const same = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(1);

describe('what was gained and lost', () => {
  it('is told apart where one was taken while the other was left', () => {
    const { gained_m2, lost_m2, net_m2 } = change(historyOf({ assessed: [[WEST], [EAST]] }), on(0), on(1));
    same(gained_m2, areaOf([EAST]));
    same(lost_m2, areaOf([WEST]));
    same(net_m2, 0);
  });

  it('is nothing between equal days, before the ledger opens, and of a side without a ledger', () => {
    const history = historyOf({ assessed: [[WEST], [BOTH]] });
    for (const [a, b] of [
      [on(1), on(1)],
      [on(1), on(9)],
      [on(-9), on(-1)],
    ] as const) {
      const { gained_m2, lost_m2, edge_m } = change(history, a, b);
      expect([gained_m2, lost_m2, edge_m, net(history, 'russia', a, b)]).toEqual([0, 0, 0, 0]);
    }
    expect(gainedLost(history, 'ukraine', on(0), on(1), { resolution_m: 100 }).gained_m2).toBe(0);
    expect(net(history, 'ukraine', on(0), on(1))).toBe(0);
  });

  it('is counted within bounds only', () => {
    const history = historyOf({ assessed: [[], [BOTH]] });
    same(change(history, on(0), on(1), { within: [EAST] }).gained_m2, areaOf([EAST]));
    const hole = [square(30, 40, 45, 55), EAST];
    same(change(history, on(0), on(1), { within: hole }).gained_m2, areaOf([WEST]));
    expect(change(history, on(0), on(1), { within: [square(20, 47, 30, 48)] }).gained_m2).toBe(0);
    // Bounds that lie wholly inside of what was gained, far from any edge that moved.
    const inner = square(36.2, 47.2, 36.4, 47.4);
    same(change(history, on(0), on(1), { within: [inner] }).gained_m2, areaOf([inner]));
  });

  it('is known as well as the line that moved: the longer of the old and the new, by its resolution', () => {
    const grown = square(36, 47, 38, 48);
    const { edge_m, uncertainty_m2, gained_edge_m, lost_edge_m } = change(
      historyOf({ assessed: [[square(36, 47, 37, 48)], [grown]] }),
      on(0),
      on(1),
    );
    // North, east and south of what was added; the old edge in the middle is the shorter one.
    const side = (a: Position, b: Position): number => distance(a, b);
    const around = side([37, 47], [38, 47]) + side([38, 47], [38, 48]) + side([37, 48], [38, 48]);
    expect(Math.abs(gained_edge_m / around - 1)).toBeLessThan(0.01);
    expect(lost_edge_m).toBe(0);
    expect(edge_m).toBe(gained_edge_m);
    expect(uncertainty_m2).toBe(edge_m * 100);
  });

  it('has no edge where the same line was only drawn with another corner', () => {
    const cornered = [WEST[0], [36.5, 47], ...WEST.slice(1)] as Position[];
    const { gained_m2, lost_m2, edge_m } = change(
      historyOf({ assessed: [[WEST], [cornered]] }),
      on(0),
      on(1),
    );
    expect([gained_m2, lost_m2]).toEqual([0, 0]);
    expect(edge_m).toBe(0);
  });

  it('counts ground occupied before 2022 as held, or not at all', () => {
    // The west was occupied before; the assessed ledger has it as well at first, and then the east instead.
    const history = historyOf({ assessed: [[WEST], [EAST]], 'pre-2022': [[WEST]] });
    const figures = (earlier?: Earlier): number[] => {
      const { gained_m2, lost_m2 } = change(history, on(0), on(1), earlier ? { earlier } : {});
      return [gained_m2, lost_m2].map((m2) => Math.round(m2 / KM2));
    };
    const [west, east] = [areaOf([WEST]), areaOf([EAST])].map((m2) => Math.round(m2 / KM2));
    expect(figures()).toEqual([east, west]);
    expect(figures('with')).toEqual([east, 0]);
    expect(figures('without')).toEqual([east, 0]);
    const retaken = historyOf({ assessed: [[EAST]], 'pre-2022': [[WEST], []] });
    const lost = (earlier: Earlier): number =>
      Math.round(change(retaken, on(0), on(1), { earlier }).lost_m2 / KM2);
    expect([lost('with'), lost('without')]).toEqual([west, 0]);
  });
});

describe('for any states', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
  const shape = fc
    .tuple(place, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.boolean())
    .map(([[x, y], w, h, slanted]): Rings => {
      const [west, south] = [36 + x / 10, 47 + y / 10];
      const ring = square(west, south, west + w / 10, south + h / 10);
      return [slanted ? ([ring[0], ring[1], ring[2], ring[0]] as Position[]) : ring];
    });
  const ground = fc.array(shape, { maxLength: 3 }).map((all) => all.reduce<Rings>((a, b) => union(a, b), []));
  const states = fc.tuple(ground, ground, ground);

  it('what was gained less what was lost is the net change, and backwards it is the other way round', () => {
    fc.assert(
      fc.property(states, (all) => {
        const history = historyOf({ assessed: all });
        const { gained_m2, lost_m2, net_m2 } = change(history, on(0), on(2));
        same(gained_m2 - lost_m2, net(history, 'russia', on(0), on(2)));
        expect(net_m2).toBe(gained_m2 - lost_m2);
        expect(Math.min(gained_m2, lost_m2)).toBeGreaterThan(-1);
        const back = change(history, on(2), on(0));
        same(back.gained_m2, lost_m2);
        same(back.lost_m2, gained_m2);
      }),
      { numRuns: 300 },
    );
  });

  it('one step after another comes to the whole way', () => {
    fc.assert(
      fc.property(states, (all) => {
        const history = historyOf({ assessed: all });
        const [first, second, whole] = [
          [0, 1],
          [1, 2],
          [0, 2],
        ].map(([a, b]) => change(history, on(a as number), on(b as number)).net_m2) as [
          number,
          number,
          number,
        ];
        same(first + second, whole);
        same(net(history, 'russia', on(0), on(1)) + net(history, 'russia', on(1), on(2)), whole);
      }),
    );
  });

  it('parts that make up a whole add up to it, with and without ground occupied before', () => {
    const earlier = fc.constantFrom(undefined, 'with' as const, 'without' as const);
    fc.assert(
      fc.property(states, ground, place, earlier, (all, before, [dx, dy], mode) => {
        const history = historyOf({ assessed: all, 'pre-2022': [before] });
        const [x, y] = [36.03 + dx / 7, 47.01 + dy / 7];
        const parts = [
          [square(35, 46, x, 52)],
          [square(x, 46, 45, y), square(x + 0.1, 46.5, x + 0.3, y - 0.01)],
          [square(x + 0.1, 46.5, x + 0.3, y - 0.01)],
          [square(x, y, 45, 52)],
        ];
        const own = (within?: Rings): Change =>
          change(history, on(0), on(2), {
            ...(within ? { within } : {}),
            ...(mode ? { earlier: mode } : {}),
          });
        const whole = own();
        const sum = (of: (c: Change) => number): number =>
          parts.reduce((total, part) => total + of(own(part)), 0);
        for (const of of [(c: Change) => c.gained_m2, (c: Change) => c.lost_m2]) same(sum(of), of(whole));
        same(own([square(30, 40, 45, 55)]).gained_m2, whole.gained_m2);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a year of the front', () => {
  const daily = realDays() ?? madeDays(200);
  const reader = openSeries(seriesOf(daily.states));
  const history: ControlHistory = { ledgers: [{ holder: 'russia', basis: 'assessed', reader, by: [] }] };
  const last = reader.series.days.length - 1;
  const days = (
    [
      [0, 1],
      [40, 47],
      [80, 110],
      [0, last],
    ] as const
  ).map(([a, b]) => [a, b, reader.dayOf(a), reader.dayOf(b)] as const);

  it(`agrees with clipping, of the whole and of a box (${daily.name})`, () => {
    // Clipping cuts edges into parts that bound other areas on the sphere, by some thousand square metres a year.
    const box = square(37, 47.5, 38, 49);
    for (const [a, b, from, to] of days) {
      const [before, after] = [reader.ringsAt(a), reader.ringsAt(b)];
      const { gained_m2, lost_m2, net_m2 } = change(history, from, to);
      expect(gained_m2 / KM2, `${from} to ${to}`).toBeCloseTo(areaOf(difference(after, before)) / KM2, 1);
      expect(lost_m2 / KM2, `${from} to ${to}`).toBeCloseTo(areaOf(difference(before, after)) / KM2, 1);
      same(net_m2, net(history, 'russia', from, to));
      const gained = difference(after, before);
      const outside = difference(gained, [box]);
      expect(change(history, from, to, { within: [box] }).gained_m2 / KM2).toBeCloseTo(
        areaOf(difference(gained, outside)) / KM2,
        1,
      );
    }
  });

  it.runIf(daily.km2)('agrees with what others measured of the same days', () => {
    for (const [, , from, to] of days) {
      const theirs = (daily.km2?.get(to) ?? NaN) - (daily.km2?.get(from) ?? NaN);
      expect(Math.abs(net(history, 'russia', from, to) / KM2 - theirs)).toBeLessThan(0.11);
    }
  });
});
