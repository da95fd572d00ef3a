import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, aReport } from '../../../../tests/fixtures/items.ts';
import { addDays, day, dayFromNumber, dayNumber, type Day } from '../time/day.ts';
import type { BoundedPeriod, Period } from '../time/period.ts';
import { reportedFrom, standing, type Standing } from './dating.ts';

const published = { from: day('2024-11-25'), until: day('2025-01-01') };
const reports = new Map([aReport('r-aaaaaaaaaa', { published })].map((r) => [r.id, r]));
const week = (last: Day): BoundedPeriod => ({ from: addDays(last, -6), until: addDays(last, 1) });
const standingOf = (period: Period, window: BoundedPeriod): Standing =>
  standing(anEvent('e-aaaaaaaaaa', { period }), window, reports);

describe('to the week until 26 November, an event', () => {
  const window = week(day('2024-11-26'));
  it.each([
    ['dated', 'of 21 November', { from: '2024-11-21', until: '2024-11-22' }],
    ['dated', 'of its first day', { from: '2024-11-20', until: '2024-11-21' }],
    ['dated', 'of its last day', { from: '2024-11-26', until: '2024-11-27' }],
    ['dated', 'of the whole week', { from: '2024-11-20', until: '2024-11-27' }],
    ['touches', 'of [18, 25) November', { from: '2024-11-18', until: '2024-11-25' }],
    ['touches', 'that began in it and has no known end', { from: '2024-11-26' }],
    ['touches', 'that began long before and has no known end', { from: '2024-09-01' }],
    ['outside', 'of the day before', { from: '2024-11-19', until: '2024-11-20' }],
    ['outside', 'of the day after', { from: '2024-11-27', until: '2024-11-28' }],
  ] as const)('is %s: %s', (expected, _, period) => {
    expect(standingOf(period as Period, window)).toBe(expected);
  });
});

describe('an event whose start is unknown', () => {
  it('stands undated in the windows that hold the first day of its earliest report, whatever its end', () => {
    for (const period of [{}, { until: day('2024-11-22') }, { until: day('2025-01-01') }]) {
      expect(standingOf(period, week(day('2024-11-24')))).toBe('outside');
      expect(standingOf(period, week(day('2024-11-25')))).toBe('undated');
      expect(standingOf(period, week(day('2024-12-01')))).toBe('undated');
      expect(standingOf(period, week(day('2024-12-02')))).toBe('outside');
    }
  });

  it('is never dated to any window', () => {
    const start = dayNumber(day('2024-11-01'));
    const window = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 90 }));
    fc.assert(
      fc.property(window, fc.option(fc.nat(80), { nil: undefined }), ([a, n], until) => {
        const w = { from: dayFromNumber(start + a), until: dayFromNumber(start + a + n) };
        const s = standingOf(until === undefined ? {} : { until: dayFromNumber(start + until) }, w);
        expect(['undated', 'outside']).toContain(s);
      }),
    );
  });

  it('is outside of every window where its report is not known', () => {
    expect(standing(anEvent('e-aaaaaaaaaa', { period: {} }), week(day('2024-11-26')), new Map())).toBe(
      'outside',
    );
    expect(reportedFrom(anEvent('e-aaaaaaaaaa'), new Map())).toBeUndefined();
  });
});
