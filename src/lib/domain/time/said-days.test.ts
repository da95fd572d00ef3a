import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayNumber, type Day } from './day.ts';
import { lastDay, periodOfDays } from './period.ts';
import { saidDays, type SaidDays } from './said-days.ts';

/** A Tuesday. */
const REPORT = day('2024-11-26');

/** Both days included, as a reader writes it; an end that is unknown is left out. */
const shown = ({ period }: SaidDays): string => {
  const [first, last] = [period.from, lastDay(period)];
  return first === last ? (first ?? '') : `${first ?? ''}..${last ?? ''}`;
};
const all = (sentence: string, report: Day = REPORT): string[] => saidDays(sentence, report).map(shown);

describe('a day that a sentence says', () => {
  it.each([
    // Dates with their year.
    ['It fell on 2024-11-21.', ['2024-11-21']],
    ['Published 2024-11-21T10:00:00Z', ['2024-11-21']],
    ['Ukraine struck a depot on 21 November 2024', ['2024-11-21']],
    ['a strike on Nov. 21, 2024, killed', ['2024-11-21']],
    ['on November 21st, 2024', ['2024-11-21']],
    ['the 21st of November 2023', ['2023-11-21']],
    ['удар 21 листопада 2024 року по складу', ['2024-11-21']],
    ['удар 21 ноября 2024 г. по складу', ['2024-11-21']],
    ['станом на 21.11.2024', ['2024-11-21']],
    ['on 21/11/2024', ['2024-11-21']],
    ['on 05/11/2024', ['2024-11-05', '2024-05-11']],
    // Dates without one: the nearest that is not after the report.
    ['On 21 November, forces moved', ['2024-11-21']],
    ['On 26 November they met', ['2024-11-26']],
    ['On November 30 the dam broke', ['2023-11-30', '2024-11-30']],
    ['on 3 May', ['2024-05-03']],
    ['21-го листопада', ['2024-11-21']],
    ['21 ноября', ['2024-11-21']],
    ['on 29 February', ['2024-02-29']],
    // Lists and ranges.
    ['on 20–21 November', ['2024-11-20..2024-11-21']],
    ['on November 20-21', ['2024-11-20..2024-11-21']],
    ['from 20 to 24 November 2024', ['2024-11-20..2024-11-24']],
    ['з 20 по 24 листопада', ['2024-11-20..2024-11-24']],
    ['с 20 по 24 ноября', ['2024-11-20..2024-11-24']],
    ['on 20 and 24 November', ['2024-11-20', '2024-11-24']],
    ['20, 22 та 24 листопада', ['2024-11-20', '2024-11-22', '2024-11-24']],
    ['on November 20 and 21 Russian forces', ['2024-11-20', '2024-11-21']],
    ['on November 20 and 21 drones', ['2024-11-20']],
    ['on November 20, 40 drones', ['2024-11-20']],
    ['between 28 October and 3 November', ['2024-10-28..2024-11-03']],
    ['28 December 2023 – 3 January 2024', ['2023-12-28..2024-01-03']],
    ['28 December – 3 January 2024', ['2023-12-28..2024-01-03']],
    ['from Friday to Monday', ['2024-11-22..2024-11-25']],
    // Weekdays: the latest that is not after the report.
    ['on Thursday', ['2024-11-21']],
    ['on Tuesday', ['2024-11-26']],
    ['last Tuesday', ['2024-11-19']],
    ['Monday’s strike', ['2024-11-25']],
    ['у четвер', ['2024-11-21']],
    ['в п’ятницю вранці', ['2024-11-22']],
    ['у неділю', ['2024-11-24']],
    ['во вторник', ['2024-11-26']],
    ['в среду', ['2024-11-20']],
    ['в прошлое воскресенье', ['2024-11-24']],
    ['on Thursday, 21 November', ['2024-11-21']],
    ['у четвер, 21 листопада', ['2024-11-21']],
    ['on Friday, 21 November', ['2024-11-21', '2024-11-22']],
    // Days beside the report.
    ['He said it yesterday', ['2024-11-25']],
    ['вчора', ['2024-11-25']],
    ['учора ввечері', ['2024-11-25']],
    ['вчера утром', ['2024-11-25']],
    ['вчорашнього удару', ['2024-11-25']],
    ['позавчора', ['2024-11-24']],
    ['the day before yesterday', ['2024-11-24']],
    ['this morning', ['2024-11-26']],
    ['сьогодні', ['2024-11-26']],
    ['two days ago', ['2024-11-24']],
    ['три дні тому', ['2024-11-23']],
    ['п’ять дней назад', ['2024-11-21']],
    ['a week ago', ['2024-11-16..2024-11-22']],
    // Nights lie on two days.
    ['Drones came overnight', ['2024-11-25..2024-11-26']],
    ['Вночі впали уламки', ['2024-11-25..2024-11-26']],
    ['минулої ночі', ['2024-11-25..2024-11-26']],
    ['on the night of 20–21 November', ['2024-11-20..2024-11-21']],
    ['on the night of 21 November', ['2024-11-21..2024-11-22']],
    ['overnight on November 20 to 21', ['2024-11-20..2024-11-21']],
    ['overnight into Thursday', ['2024-11-20..2024-11-21']],
    ['on Thursday night', ['2024-11-21..2024-11-22']],
    ['в ночь на 21 ноября', ['2024-11-20..2024-11-21']],
    ['у ніч на 21 листопада', ['2024-11-20..2024-11-21']],
    ['у ніч з 20 на 21 листопада', ['2024-11-20..2024-11-21']],
    ['в ночь с 20 на 21 ноября', ['2024-11-20..2024-11-21']],
    ['у ніч на четвер', ['2024-11-20..2024-11-21']],
    ['вночі 21 листопада', ['2024-11-20..2024-11-21']],
    // Weeks and months.
    ['last week', ['2024-11-18..2024-11-24']],
    ['минулого тижня', ['2024-11-18..2024-11-24']],
    ['на прошлой неделе', ['2024-11-18..2024-11-24']],
    ['this week', ['2024-11-25..2024-11-26']],
    ['over the past week', ['2024-11-19..2024-11-26']],
    ['in the past 24 hours', ['2024-11-25..2024-11-26']],
    ['за минулу добу', ['2024-11-25..2024-11-26']],
    ['за сутки', ['2024-11-25..2024-11-26']],
    ['за останні три дні', ['2024-11-23..2024-11-26']],
    ['at the weekend', ['2024-11-23..2024-11-24']],
    ['in October', ['2024-10-01..2024-10-31']],
    ['in November', ['2024-11-01..2024-11-30']],
    ['у жовтні', ['2024-10-01..2024-10-31']],
    ['в октябре 2023 года', ['2023-10-01..2023-10-31']],
    ['last month', ['2024-10-01..2024-10-31']],
    // One end only.
    ['since Monday', ['2024-11-25..']],
    ['з понеділка', ['2024-11-25..']],
    ['с 20 ноября', ['2024-11-20..']],
    ['since 20 November', ['2024-11-20..']],
    ['since October', ['2024-10-01..']],
    ['after 20 November', ['2024-11-21..']],
    ['until Friday', ['..2024-11-22']],
    ['before 21 November', ['..2024-11-20']],
    ['by 21 November', ['..2024-11-21']],
    ['до 21 листопада', ['..2024-11-21']],
  ])('%s', (sentence, days) => {
    expect(all(sentence)).toEqual(days);
  });

  it.each([
    ['The mission will begin on 15 January', '2025-01-15'],
    ['It is due to begin in January', '2025-01-01..2025-01-31'],
    ['Місія розпочне роботу і працюватиме з 15 січня', '2025-01-15..'],
    ['Зустріч відбудеться у четвер', '2024-11-28'],
    ['Встреча состоится 3 декабря', '2024-12-03'],
    ['On 3 December the ministers will meet', '2024-12-03'],
    ['They meet next week', '2024-12-02..2024-12-08'],
    ['next Friday', '2024-11-29'],
    ['Tomorrow the council meets', '2024-11-27'],
    ['a summit on 3 December 2024', '2024-12-03'],
  ])('is told as later than the report: %s', (sentence, days) => {
    const [first, ...rest] = saidDays(sentence, REPORT);
    expect(first && { days: shown(first), later: first.later, rest }).toEqual({
      days,
      later: true,
      rest: [],
    });
  });

  it('is not to come because something else in the sentence is', () => {
    expect(all('On Monday the minister said the mission will begin')).toEqual(['2024-11-25']);
    expect(all('On 21 November, he warned that prices will rise')).toEqual(['2024-11-21']);
    expect(all('The alliance will act, he said on Thursday')).toEqual(['2024-11-21']);
    expect(all('Announced on 20 November, the mission will begin in January')).toEqual([
      '2024-11-20',
      '2025-01-01..2025-01-31',
    ]);
  });

  it('is found where it stands, with the words that bound it', () => {
    const found = (sentence: string) =>
      saidDays(sentence, REPORT).map(({ from, to }) => sentence.slice(from, to));
    expect(found('Fires burned 🔥 since Monday in the north')).toEqual(['since Monday']);
    expect(found('Удар у ніч на 21 листопада 2024 року.')).toEqual(['у ніч на 21 листопада 2024 року']);
    expect(found('He spoke on Thursday, 21 November, in Kyiv')).toEqual(['Thursday, 21 November']);
    expect(found('from 20 October to 3 November')).toEqual(['from 20 October to 3 November']);
  });

  it('is best first: a date before a weekday, a day before a week', () => {
    expect(all('Last week was hard; on Thursday it ended, as on 3 May 2022')).toEqual([
      '2022-05-03',
      '2024-11-21',
      '2024-11-18..2024-11-24',
    ]);
  });

  it('is every day that it can mean where the report has a range of days', () => {
    const report = periodOfDays(day('2024-11-26'), day('2024-11-28'));
    const days = (sentence: string) => saidDays(sentence, report).map(shown);
    expect(days('yesterday')).toEqual(['2024-11-25..2024-11-27']);
    expect(days('on Thursday')).toEqual(['2024-11-21..2024-11-28']);
    expect(days('on Monday')).toEqual(['2024-11-25']);
    expect(days('on 27 November')).toEqual(['2024-11-27']);
  });
});

describe('what says no day', () => {
  it.each([
    'It may march on',
    'Of 40 men 21 may return',
    'the march 21 made',
    'November of hardship',
    'The 155 mm shells and 21 tanks',
    'Route 2024-11 was cut',
    'версія 21.11',
    'Sunflower oil is augmented in a decade',
    'на 31 листопада',
    'on 30 February 2024',
    'окружающую среду',
    'серед них',
    'the formed council of 2023',
    'A sector of Kurakhove, 12 km away',
    'In a marching column of 21',
    'killed 30, 21 November',
    'за годину',
    '',
  ])('%s', (sentence) => {
    expect(all(sentence)).toEqual([]);
  });

  it('never breaks the reader, and whatever is said stands in the sentence and is a period', () => {
    const word = fc.constantFrom(
      '21',
      'November',
      '2024',
      'листопада',
      'on',
      'Thursday',
      'and',
      '–',
      'to',
      'since',
      'у ніч на',
      'overnight',
      'will',
      'last',
      'week',
      ',',
      'в',
      'среду',
      'ago',
      'two',
      'days',
      '2024-11-21',
      'from',
      'між',
      'night',
      '31/12/2024',
    );
    const report = fc
      .integer({ min: dayNumber(day('2022-02-24')), max: dayNumber(day('2030-12-31')) })
      .map((n) => addDays(day('1970-01-01'), n));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 9 }).map((w) => w.join(' ')),
          fc.string({ unit: 'grapheme' }),
        ),
        report,
        (sentence, d) => {
          for (const { from, to, period, later } of saidDays(sentence, d)) {
            expect(from >= 0 && from < to && to <= sentence.length).toBe(true);
            expect(period.from ?? period.until).toBeDefined();
            if (period.from !== undefined && period.until !== undefined)
              expect(period.from < period.until).toBe(true);
            expect(later).toBe(period.from !== undefined && period.from > d);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
