import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayFromNumber, dayNumber } from '../domain/time/day.ts';
import type { Period } from '../domain/time/period.ts';
import { instant, longDay, mediumDay, monthOf, period, shortDay, weekday } from './dates.ts';

const d = day('2024-11-26');

describe('a day in words', () => {
  it('is written as readers of the language write it', () => {
    expect([longDay('en', d), longDay('uk', d)]).toEqual(['26 November 2024', '26 листопада 2024']);
    expect([mediumDay('en', d), mediumDay('uk', d)]).toEqual(['26 Nov 2024', '26 лист. 2024']);
    expect([shortDay('en', d), shortDay('uk', d)]).toEqual(['26 Nov', '26 лист.']);
    expect([weekday('en', d), weekday('uk', d)]).toEqual(['Tuesday', 'вівторок']);
    expect([monthOf('en', d), monthOf('uk', d)]).toEqual(['November 2024', 'листопад 2024']);
  });

  it('is the day itself, wherever the server stands', () => {
    const anyDay = fc.integer({ min: dayNumber(day('1900-01-01')), max: dayNumber(day('2199-12-31')) });
    fc.assert(
      fc.property(anyDay, (n) => {
        const some = dayFromNumber(n);
        expect(longDay('en', some)).toMatch(
          new RegExp(`^${Number(some.slice(8))} \\p{L}+ ${some.slice(0, 4)}$`, 'u'),
        );
      }),
    );
  });

  it('of an instant is that in Kyiv', () => {
    expect(instant('en', Date.parse('2026-11-22T22:30:00Z'))).toBe('23 Nov 2026, 00:30');
    expect(instant('uk', Date.parse('2026-11-22T05:00:00Z'))).toMatch(/^22 лист\. 2026.*07:00$/);
  });
});

describe('a period in words', () => {
  const days = (from?: string, until?: string): Period => ({
    ...(from ? { from: day(from) } : {}),
    ...(until ? { until: day(until) } : {}),
  });

  it.each([
    [days('2024-11-21', '2024-11-22'), '21 Nov 2024', '21 лист. 2024'],
    [days('2024-11-18', '2024-11-25'), '18–24 Nov 2024', '18–24 лист. 2024'],
    [days('2024-10-28', '2024-11-03'), '28 Oct – 2 Nov 2024', '28 жовт. – 2 лист. 2024'],
    [days('2024-12-28', '2025-01-03'), '28 Dec 2024 – 2 Jan 2025', '28 груд. 2024 – 2 січ. 2025'],
    [days(undefined, '2024-11-22'), 'by 21 Nov 2024', 'до 21 лист. 2024'],
    [days('2024-11-25'), 'from 25 Nov 2024', 'від 25 лист. 2024'],
    [days(), 'undated', 'без дати'],
  ])('names its last day, not the day after: %j', (p, en, uk) => {
    expect(period('en', p)).toBe(en);
    expect(period('uk', p)).toBe(uk);
  });

  it('never names the day on which it has ended', () => {
    expect(period('en', days('2024-11-18', addDays(d, 1)))).not.toContain('27');
  });
});
