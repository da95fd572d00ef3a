import { describe, expect, it } from 'vitest';
import { aLedger } from '../../../tests/fixtures/front.ts';
import { aWholeDay, eastOf } from '../../../tests/fixtures/whole-days.ts';
import { aStatement } from '../../../tests/fixtures/ground.ts';
import { net } from '#lib/domain/control/change.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import { day } from '#lib/domain/time/day.ts';
import { makeControl } from '#lib/server/editions/control.ts';
import { makeCatalogue } from './catalogue.ts';
import { changeOf } from './change.ts';
import { netLane } from './net-lane.ts';
import { timelineBase } from './timeline.ts';

const [OPENS, GAIN, STILL, LOSS] = ['2025-07-01', '2025-07-02', '2025-07-03', '2025-07-04'].map(day) as [
  ReturnType<typeof day>,
  ReturnType<typeof day>,
  ReturnType<typeof day>,
  ReturnType<typeof day>,
];
const LEDGER = aLedger('russia', 'assessed', { opens: OPENS, last_reviewed: LOSS, demonstration: false });
const STATES = [
  aWholeDay(OPENS, eastOf(37.6)),
  aWholeDay(GAIN, eastOf(37.4)),
  aWholeDay(STILL, eastOf(37.4)),
  aWholeDay(LOSS, eastOf(37.5)),
];
const made = (
  ledgers: readonly Ledger[],
  statements: readonly Statement[] = STATES,
  last = LOSS,
  lang: 'en' | 'uk' = 'en',
) => {
  const control = makeControl(ledgers, statements);
  const base = timelineBase({ catalogue: makeCatalogue([], [], []), control, view: {}, lang, ends: [last] });
  return { control, base, lane: netLane(base, control) };
};
/** How far each bar goes up from the line, or down. */
const heights = (path = ''): number[] =>
  [...path.matchAll(/M[\d.]+ ([\d.]+)V([\d.]+)h/g)].map(([, from, to]) => Number(from) - Number(to));

describe('the lane of the line in square kilometres', () => {
  it('has a bar up where ground was gained and one down where it was lost, in proportion', () => {
    const { control, lane } = made([LEDGER]);
    const [up = 0, down = 0, ...more] = heights(lane?.path);
    expect(more).toEqual([]);
    const gained = net(control.history, 'russia', OPENS, GAIN);
    const lost = net(control.history, 'russia', STILL, LOSS);
    expect(up).toBeGreaterThan(0);
    expect(up / down).toBeCloseTo(gained / lost, 1);
  });

  it('tells of each day what the page of change tells, and nothing of the ground with which the ledger opens', () => {
    const { control, lane } = made([LEDGER]);
    expect(Object.keys(lane?.of ?? {})).toEqual([GAIN, LOSS]);
    for (const [from, to] of [
      [OPENS, GAIN],
      [STILL, LOSS],
    ] as const) {
      const [side] = changeOf(control, [], { from, to });
      if (!side || side.isWithheld) throw new Error('nothing is told');
      const km2 = (side.tables[0]?.total.net_m2 ?? 0) / 1e6;
      const told = Number(
        /[+−][\d,.]+/
          .exec(lane?.of[to] ?? '')?.[0]
          .replace('−', '-')
          .replace(',', ''),
      );
      expect(told).toBeCloseTo(km2, 1);
    }
  });

  it('counts ground occupied before 2022 as held, as the page of change does first', () => {
    const earlier = aStatement('russia', eastOf(37.5), OPENS, { basis: 'pre-2022' });
    const { control, lane } = made(
      [LEDGER, aLedger('russia', 'pre-2022', { opens: OPENS, last_reviewed: LOSS, demonstration: false })],
      [...STATES, earlier],
    );
    const [side] = changeOf(control, [], { from: OPENS, to: GAIN });
    if (!side || side.isWithheld) throw new Error('nothing is told');
    const km2 = (side.tables[0]?.total.net_m2 ?? 0) / 1e6;
    expect(Number(/[+−][\d,.]+/.exec(lane?.of[GAIN] ?? '')?.[0].replace(',', ''))).toBeCloseTo(km2, 1);
  });

  it('adds up the days of a bar where the days are many', () => {
    const { base, lane } = made([{ ...LEDGER, opens: day('2024-12-01') }]);
    expect(base.unit).toBe('week');
    // The gain and the loss lie in one week, of which the gain is the greater.
    expect(heights(lane?.path)).toHaveLength(1);
    expect(lane?.of['2025-06-30-']).toMatch(/Russia’s net \+[\d,.]+ km²/);
  });

  it('says in the language of the page what it shows, and between what it goes', () => {
    expect(made([LEDGER]).lane?.name).toMatch(/^Russia’s net km² a day\n−[\d,]+ … \+[\d,]+$/);
    expect(made([LEDGER], STATES, LOSS, 'uk').lane?.name).toMatch(/км² за день\n−.+ … \+/);
  });

  it('is not there for a demonstration, nor where there is no more than one state', () => {
    expect(made([{ ...LEDGER, demonstration: true }]).lane).toBeUndefined();
    expect(made([LEDGER], STATES.slice(0, 1)).lane).toBeUndefined();
    expect(made([]).lane).toBeUndefined();
  });
});
