import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayFromNumber, dayNumber, daysBetween, type Day } from '#lib/domain/time/day.ts';
import { timelineBase } from '#lib/scene/timeline.ts';
import { keyAction } from './keys.ts';
import { monthLabels } from './months.ts';
import { barsPath, percent } from './paths.ts';

const base = (first: Day, last: Day, moves: readonly Day[] = [], lang: 'en' | 'uk' = 'en') =>
  timelineBase({
    catalogue: {
      events: [],
      reports: new Map(),
      evidence: () => ({ level: 'reported', disputed: false }) as never,
    },
    control: {
      opens: first,
      lastReviewed: last,
      moves,
    },
    view: {},
    lang,
    ends: [last],
  });
const texts = (first: string, last: string, width: number, lang: 'en' | 'uk' = 'en') =>
  monthLabels(base(day(first), day(last), [], lang), width).map((l) => l.text);

describe('the names of months', () => {
  it('say the year once, at the first and at each January', () => {
    expect(texts('2024-09-01', '2025-02-10', 700)).toEqual([
      'September 2024',
      'October',
      'November',
      'December',
      'January 2025',
    ]);
    expect(texts('2024-09-01', '2024-11-26', 700, 'uk')).toEqual(['Вересень 2024', 'Жовтень', 'Листопад']);
  });

  it('are short where there is little room, with a year only where a year begins', () => {
    expect(texts('2024-09-01', '2024-11-26', 170)).toEqual(['Sep', 'Oct', 'Nov']);
    expect(texts('2024-11-01', '2025-02-26', 220, 'uk')).toEqual(['Лис', 'Гру', '2025', 'Лют']);
  });

  it('are those of years where there are many', () => {
    expect(texts('2014-02-20', '2024-11-26', 170)).toContain('2020');
  });

  it('never touch each other and lie on the axis', () => {
    const start = dayNumber(day('2014-01-01'));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3900 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 100, max: 1600 }),
        fc.constantFrom('en' as const, 'uk' as const),
        (at, length, width, lang) => {
          const first = dayFromNumber(start + at);
          const labels = monthLabels(base(first, addDays(first, length), [], lang), width);
          expect(labels.length).toBeGreaterThan(0);
          for (const [i, label] of labels.entries()) {
            const end = label.x * width + label.text.length * 7;
            if (i + 1 < labels.length) expect(end).toBeLessThan((labels[i + 1]?.x ?? 0) * width);
            else if (i > 0) expect(end).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});

describe('the bars of a lane', () => {
  it('stand on their days, and none is drawn where nothing was', () => {
    const first = day('2024-11-01');
    const inNovember = fc.array(
      fc.integer({ min: 0, max: 25 }).map((n) => addDays(first, n)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(inNovember, (moves) => {
        const path = barsPath(base(first, day('2024-11-26'), moves), 'moved');
        const starts = [...path.matchAll(/M([\d.]+) 1V(-?[\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])]);
        const drawn = [...new Set(moves)].sort().map((d) => daysBetween(first, d));
        expect(starts.map(([x]) => Math.floor(x ?? -1))).toEqual(drawn);
        for (const [, top] of starts) expect(top !== undefined && top >= 0 && top < 0.9).toBe(true);
      }),
    );
    expect(barsPath(base(first, day('2024-11-26')), 'events')).toBe('');
  });

  it('is higher where there is more', () => {
    const path = barsPath(
      base(day('2024-11-01'), day('2024-11-26'), [day('2024-11-02'), day('2024-11-03'), day('2024-11-03')]),
      'moved',
    );
    const [one, two] = [...path.matchAll(/V(-?[\d.]+)h/g)].map((m) => Number(m[1]));
    expect(two).toBeLessThan(one ?? 0);
  });

  it('is placed in per cent', () => {
    expect([percent(0), percent(1 / 3), percent(1)]).toEqual(['0%', '33.33%', '100%']);
  });
});

describe('a key on the slider', () => {
  const press = (key: string, more = {}) =>
    keyAction({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

  it('goes by a day, a week, a change or to an end', () => {
    expect(['ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp'].map((k) => press(k))).toEqual([
      'before',
      'before',
      'after',
      'after',
    ]);
    expect([press('PageUp'), press('PageDown'), press('Home'), press('End'), press(' ')]).toEqual([
      'weekAfter',
      'weekBefore',
      'first',
      'last',
      'play',
    ]);
    expect([press('ArrowLeft', { shiftKey: true }), press('ArrowRight', { shiftKey: true })]).toEqual([
      'changeBefore',
      'changeAfter',
    ]);
  });

  it("is the browser's with Alt, Ctrl or the command key, and where it is none of these", () => {
    for (const held of ['altKey', 'ctrlKey', 'metaKey'])
      expect(press('ArrowLeft', { [held]: true })).toBe(undefined);
    expect([press('Tab'), press('a'), press('Enter')]).toEqual([undefined, undefined, undefined]);
  });
});
