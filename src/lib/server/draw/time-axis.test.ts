import { describe, expect, it } from 'vitest';
import { day } from '#lib/domain/time/day.ts';
import { firstsOfMonths, monthTicks, timeAxis } from './time-axis.ts';

describe('an axis of days', () => {
  const year = timeAxis(800, day('2024-07-08'), day('2025-07-31'));

  it('begins with its first day and ends after its last', () => {
    const axis = timeAxis(310, day('2025-07-01'), day('2025-07-31'));
    expect([day('2025-07-01'), day('2025-07-11'), day('2025-08-01')].map((d) => axis.x(d))).toEqual([
      0, 100, 310,
    ]);
    expect([day('2025-06-01'), day('2026-01-01')].map((d) => axis.x(d))).toEqual([0, 310]);
  });

  it('has a tick for each month that begins in it', () => {
    expect(firstsOfMonths(day('2024-12-15'), day('2025-03-01'))).toEqual([
      '2025-01-01',
      '2025-02-01',
      '2025-03-01',
    ]);
    expect(firstsOfMonths(day('2025-01-31'), day('2025-02-27'))).toEqual(['2025-02-01']);
    expect(firstsOfMonths(day('2025-01-02'), day('2025-01-30'))).toEqual([]);
    expect(monthTicks(year, 'en')).toHaveLength(12);
  });

  it('names months as there is room, each year once, and none over another', () => {
    const named = (width: number) =>
      monthTicks(timeAxis(width, year.from, year.until), 'en').flatMap((t) => (t.text ? [t] : []));
    expect(named(340).length).toBeLessThan(named(800).length);
    expect(
      named(800)
        .filter((t) => /20\d\d/.test(t.text ?? ''))
        .map((t) => t.text),
    ).toEqual(['Aug 2024', 'Jan 2025']);
    for (const width of [240, 340, 800]) {
      const all = named(width);
      for (const [i, tick] of all.entries()) {
        // No letter is narrower than three pixels at this size.
        const end = tick.x + (tick.text ?? '').length * 3;
        expect(end).toBeLessThan(all[i + 1]?.x ?? width);
      }
    }
  });
});
