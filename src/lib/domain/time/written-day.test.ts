import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromNumber, dayNumber, day } from './day.ts';
import { writtenDay, type DayForms } from './written-day.ts';

const read = (text: string, forms?: DayForms): string => {
  const written = writtenDay(text, forms);
  if (!written.ok) return written.fault;
  const { from, until } = written.period;
  return until === addDays(from, 1) ? from : `${from}/${until}`;
};
const anyDay = fc
  .integer({ min: dayNumber(day('1970-01-02')), max: dayNumber(day('2150-12-31')) })
  .map(dayFromNumber);
const parts = (d: string): [string, string, string] => d.split('-') as [string, string, string];

describe('a day as a table writes it', () => {
  it('is read from every form that can be read in one way', () => {
    for (const text of [
      '2024-11-25',
      ' 2024-11-25 18:00 ',
      '2024-11-25T18:00:59.5',
      '20241125',
      '25.11.2024',
      '25.11.2024 07:30',
      '2024/11/25',
      '1732570846',
      '1732570846000',
      '２０２４-11-25',
    ])
      expect(read(text), text).toBe('2024-11-25');
    expect(read('2024-11')).toBe('2024-11-01/2024-12-01');
    expect(read('2024-12')).toBe('2024-12-01/2025-01-01');
  });

  it('with a zone is the day in Kyiv', () => {
    expect(read('2024-11-25T22:30:00Z')).toBe('2024-11-26');
    expect(read('2024-11-25T21:30:00Z')).toBe('2024-11-25');
    expect(read('2024-11-26 00:30 +0300')).toBe('2024-11-25');
    expect(read('2024-07-01T21:30:00Z'), 'in summer').toBe('2024-07-02');
  });

  it('is not guessed where two readings are as good', () => {
    expect(read('03/04/2022')).toBe('order');
    expect(read('25/11/2024'), 'even where one alone can be').toBe('order');
    expect(read('03/04/2022', { order: 'dmy' })).toBe('2022-04-03');
    expect(read('03/04/2022', { order: 'mdy' })).toBe('2022-03-04');
    expect(read('25/11/2024', { order: 'mdy' })).toBe('calendar');
    expect(read('45621')).toBe('number');
    expect(read('45621', { number: 'excel' })).toBe('2024-11-25');
    expect(read('45621.75', { number: 'excel' })).toBe('2024-11-25');
    expect(read('60', { number: 'excel' }), 'a day that never was').toBe('number');
    expect(read('864000', { number: 'unix-s' })).toBe('1970-01-11');
  });

  it('is none where the calendar has none, or the text is something else', () => {
    expect(['2024-02-30', '31.04.2024', '20241301', '2202-13-01'].map((t) => read(t))).toEqual(
      Array(4).fill('calendar'),
    );
    expect(['', '  '].map((t) => read(t))).toEqual(['empty', 'empty']);
    for (const text of ['yesterday', '2024', '24-11-25', '1.2.3.4', '<b>2024-11-25</b>', '2024-11-25 x'])
      expect(['unread', 'number'], text).toContain(read(text));
  });

  it('comes back from each form that it can be written in', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        const [y, m, dd] = parts(d);
        expect(read(d)).toBe(d);
        expect(read(`${dd}.${m}.${y}`)).toBe(d);
        expect(read(`${Number(dd)}.${Number(m)}.${y} 23:59`)).toBe(d);
        expect(read(`${dd}/${m}/${y}`, { order: 'dmy' })).toBe(d);
        expect(read(`${m}/${dd}/${y}`, { order: 'mdy' })).toBe(d);
        expect(read(y + m + dd)).toBe(d);
        expect(read(String(dayNumber(d) + 25_569), { number: 'excel' })).toBe(d);
        expect(read(String(dayNumber(d) * 86_400 + 43_200), { number: 'unix-s' })).toBe(d);
      }),
    );
  });

  it('of any text is a day of the calendar or a reason', () => {
    const forms = fc.constantFrom<DayForms>({}, { order: 'dmy' }, { order: 'mdy' }, { number: 'excel' }, { number: 'unix-s' }, { number: 'unix-ms' }); // prettier-ignore
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[0-9]{1,4}[-./ :T][0-9]{1,2}[-./ :T][0-9]{1,4}( [0-9]{1,2}:[0-9]{2})?Z?$/),
      fc.stringMatching(/^[0-9.]{1,16}$/),
    );
    fc.assert(
      fc.property(text, forms, (t, f) => {
        const written = writtenDay(t, f);
        if (written.ok) expect(written.period.from < written.period.until).toBe(true);
        else expect(['empty', 'unread', 'order', 'number', 'calendar']).toContain(written.fault);
      }),
      { numRuns: 500 },
    );
  });
});
