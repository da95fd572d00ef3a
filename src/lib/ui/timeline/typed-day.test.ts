import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, dayFromNumber, dayNumber } from '#lib/domain/time/day.ts';
import { typedDay } from './typed-day.ts';

const ends = { first: day('2024-02-10'), last: day('2024-11-26') };

describe('a typed date', () => {
  it('is taken where it is one of the days', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(ends.first), max: dayNumber(ends.last) }), (n) => {
        expect(typedDay(dayFromNumber(n), ends)).toEqual({ day: dayFromNumber(n) });
      }),
    );
  });

  it.each([
    ['2024-02-31', '2024-02-29', 'no-such-day'],
    ['2024-11-00', '2024-11-01', 'no-such-day'],
    ['2024-06-31', '2024-06-30', 'no-such-day'],
    ['2024-2-30', '2024-02-29', 'no-such-day'],
    ['2024-02-09', '2024-02-10', 'outside'],
    ['2031-05-05', '2024-11-26', 'outside'],
    ['0001-01-01', '2024-02-10', 'outside'],
    ['9999-12-31', '2024-11-26', 'outside'],
  ])('becomes the nearest day, and it is said why: %s', (text, nearest, note) => {
    expect(typedDay(text, ends)).toEqual({ day: nearest, note });
  });

  it('is asked for again where nothing like one was typed', () => {
    for (const text of ['', 'yesterday', '2024-11', '26.11.2024', '20241126']) {
      expect(typedDay(text, ends), text).toEqual({ note: 'no-day' });
    }
  });

  it('never leads out of the days, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{1,2}-\d{1,2}$/)), (text) => {
        const typed = typedDay(text, ends);
        if (typed.day === undefined) expect(typed.note).toBe('no-day');
        else expect(typed.day >= ends.first && typed.day <= ends.last).toBe(true);
      }),
    );
  });
});
