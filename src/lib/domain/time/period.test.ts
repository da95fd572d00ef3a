import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse.ts';
import { addDays, day, dayFromNumber, dayNumber, type Day } from './day.ts';
import {
  boundedPeriodSchema,
  daysApart,
  isWithin,
  lastDay,
  lengthInDays,
  overlaps,
  periodOfDays,
  periodSchema,
  type BoundedPeriod,
  type Period,
} from './period.ts';

/** Periods among twenty days; an end that is missing is unknown. */
const START = dayNumber(day('2024-11-15'));
const bounded = fc
  .tuple(fc.nat(18), fc.integer({ min: 1, max: 19 }))
  .map(([a, n]): BoundedPeriod => ({ from: dayFromNumber(START + a), until: dayFromNumber(START + a + n) }));
const anyPeriod = fc.tuple(bounded, fc.boolean(), fc.boolean()).map(([p, from, until]): Period => ({
  ...(from ? { from: p.from } : {}),
  ...(until ? { until: p.until } : {}),
}));

/** Every day of a period, by counting; unknown ends reach past all days that the test uses. */
const scan = (p: Period): Set<Day> => {
  const days = new Set<Day>();
  for (let n = START - 5; n < START + 60; n += 1) {
    const d = dayFromNumber(n);
    if ((p.from === undefined || d >= p.from) && (p.until === undefined || d < p.until)) days.add(d);
  }
  return days;
};

describe('a period', () => {
  it('holds its first day and not its end', () => {
    const week = { from: day('2024-11-18'), until: day('2024-11-25') };
    expect(lastDay(week)).toBe('2024-11-24');
    expect(lengthInDays(week)).toBe(7);
    expect(overlaps(week, periodOfDays(day('2024-11-25'), day('2024-11-25')))).toBe(false);
    expect(overlaps(week, periodOfDays(day('2024-11-24'), day('2024-11-24')))).toBe(true);
    expect(isWithin(week, week)).toBe(true);
  });

  it('overlaps another as a count of their days says', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        const shared = [...scan(a)].some((d) => scan(b).has(d));
        expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(b, a)).toBe(shared);
      }),
    );
  });

  it('is so many days from another, where no unknown end leaves it open', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        const apart = daysApart(a, b);
        expect(daysApart(b, a)).toBe(apart);
        if (!overlaps(a, b)) {
          const isFirst = a.until !== undefined && b.from !== undefined && a.until <= b.from;
          const [first, second] = isFirst ? [a, b] : [b, a];
          expect(apart).toBe(dayNumber(second.from as Day) - dayNumber(lastDay(first) as Day));
        } else {
          const bounded = lengthInDays(a) !== undefined && lengthInDays(b) !== undefined;
          expect(apart).toBe(bounded ? 0 : undefined);
        }
      }),
    );
  });

  it('lies within another as a count of its days says, and never with an unknown end', () => {
    fc.assert(
      fc.property(anyPeriod, bounded, (inner, outer) => {
        const known = inner.from !== undefined && inner.until !== undefined;
        expect(isWithin(inner, outer)).toBe(known && [...scan(inner)].every((d) => scan(outer).has(d)));
      }),
    );
  });

  it('is as long as the number of its days', () => {
    fc.assert(
      fc.property(bounded, (p) => {
        expect(lengthInDays(p)).toBe(scan(p).size);
      }),
    );
    expect(lengthInDays({ until: day('2024-11-25') })).toBeUndefined();
  });

  it('is refused where it ends on or before its first day, with a hint on what `until` means', () => {
    const d = day('2024-11-26');
    for (const until of [d, addDays(d, -1)]) {
      for (const schema of [periodSchema, boundedPeriodSchema]) {
        const read = parse(schema, { from: d, until });
        expect(read.ok ? '' : read.problems[0]?.reason).toMatch(/ends before it starts.*first day after/);
      }
    }
    expect(parse(periodSchema, {}).ok).toBe(true);
    expect(parse(boundedPeriodSchema, { from: d }).ok).toBe(false);
  });
});
