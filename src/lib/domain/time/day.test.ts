import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayFromNumber, dayNumber, dayOfInstant, daysBetween, endOfDay, isDay } from './day.ts';

const days = (first: string, last: string) =>
  fc.integer({ min: dayNumber(day(first)), max: dayNumber(day(last)) }).map(dayFromNumber);
const anyDay = days('1900-01-01', '2199-12-31');
const HOUR = 3_600_000;
const hoursOf = (d: string): number => (endOfDay(day(d)) - endOfDay(addDays(day(d), -1))) / HOUR;

describe('a day', () => {
  it('is one that the calendar has, written in full', () => {
    for (const good of ['2024-02-29', '1900-01-01', '2199-12-31', '2000-02-29']) {
      expect(isDay(good), good).toBe(true);
    }
    for (const bad of [
      ...['2024-02-30', '2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-11-00', '2024-11-31'],
      ...[
        '24-11-26',
        '2024-1-1',
        '2024/11/26',
        '26.11.2024',
        ' 2024-11-26',
        '2024-11-26T00:00Z',
        '',
        '1899-12-31',
      ],
      ...['2200-01-01', '٢٠٢٤-١١-٢٦', '2024-11-26\n'],
    ]) {
      expect(isDay(bad), JSON.stringify(bad)).toBe(false);
    }
  });

  it('is never made of arbitrary text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (isDay(text)) expect(dayFromNumber(dayNumber(text))).toBe(text);
      }),
    );
    expect(() => day('2024-02-30')).toThrow(/2024-02-30/);
  });

  it('comes back when as many days are added as lie between', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(daysBetween(a, b)).toBe(-daysBetween(b, a) + 0);
      }),
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });
});

describe('a day in Kyiv', () => {
  it('has 23 hours when summer time begins and 25 when it ends', () => {
    expect(['2024-03-30', '2024-03-31', '2024-04-01'].map(hoursOf)).toEqual([24, 23, 24]);
    expect(['2024-10-26', '2024-10-27', '2024-10-28'].map(hoursOf)).toEqual([24, 25, 24]);
  });

  it('ends at 22:00 UTC in winter and 21:00 UTC in summer', () => {
    expect(new Date(endOfDay(day('2024-11-26'))).toISOString()).toBe('2024-11-26T22:00:00.000Z');
    expect(new Date(endOfDay(day('2024-07-01'))).toISOString()).toBe('2024-07-01T21:00:00.000Z');
  });

  it('holds the last millisecond before its end, and its end belongs to the next, from 2000 to 2035', () => {
    const last = day('2035-12-31');
    for (let d = day('2000-01-01'); d <= last; d = addDays(d, 1)) {
      const end = endOfDay(d);
      if (dayOfInstant(end - 1) !== d || dayOfInstant(end) !== addDays(d, 1)) expect.fail(`the end of ${d}`);
    }
  });
});
