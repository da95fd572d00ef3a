import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event, EventKind } from '#lib/domain/events/event.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import { addDays, day, dayFromNumber, dayNumber, daysBetween, type Day } from '#lib/domain/time/day.ts';
import type { Period } from '#lib/domain/time/period.ts';
import { makeCatalogue } from './catalogue.ts';
import {
  binAt,
  dayAt,
  timelineAt,
  timelineBase,
  timelineModel,
  weeksOf,
  type TimelineInput,
} from './timeline.ts';

const OPENS = day('2024-09-01');
const REVIEWED = day('2024-11-26');
const REPORT = { id: 'r-aaaaaaaaaa', published: { from: day('2024-11-25'), until: day('2024-11-26') } };

let made = 0;
const event = (period: Period, kind: EventKind = 'strike'): Event =>
  ({
    id: `e-${String((made += 1)).padStart(10, '0')}`,
    kind,
    by: 'russia',
    theatre: 'ukraine',
    title: { en: `${kind} ${made}` },
    period,
    claims: [{ says: 'reports', aspect: 'occurred', citation: { report: REPORT.id } }],
  }) as unknown as Event;
const on = (d: string, kind?: EventKind): Event => event({ from: day(d), until: addDays(day(d), 1) }, kind);

const input = (
  events: readonly Event[],
  moves: readonly Day[] = [],
  more: Partial<TimelineInput> = {},
): TimelineInput => ({
  catalogue: makeCatalogue([REPORT as unknown as Report], events, []),
  control: { opens: OPENS, lastReviewed: REVIEWED, moves },
  view: {},
  lang: 'en',
  ends: [REVIEWED],
  ...more,
});

const dayIn = (first: string, last: string): fc.Arbitrary<Day> =>
  fc.integer({ min: dayNumber(day(first)), max: dayNumber(day(last)) }).map(dayFromNumber);
const anyDay = fc.oneof(
  { weight: 6, arbitrary: dayIn('2024-08-01', '2024-12-31') },
  { weight: 1, arbitrary: dayIn('2014-01-01', '2030-12-31') },
);
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  { weight: 4, arbitrary: anyDay.map((from) => ({ from, until: addDays(from, 1) })) },
  {
    weight: 2,
    arbitrary: fc.tuple(anyDay, fc.integer({ min: 2, max: 40 })).map(([from, n]) => ({
      from,
      until: addDays(from, n),
    })),
  },
  { weight: 1, arbitrary: anyDay.map((from) => ({ from })) },
  { weight: 1, arbitrary: anyDay.map((until) => ({ until })) },
  { weight: 1, arbitrary: fc.constant({}) },
);
const anyInput = fc
  .record({
    periods: fc.array(anyPeriod, { maxLength: 30 }),
    moves: fc.array(anyDay, { maxLength: 12 }),
    ledgers: fc.option(fc.tuple(anyDay, anyDay), { nil: undefined }),
    end: anyDay,
  })
  .map(({ periods, moves, ledgers, end }) => {
    const [opens, lastReviewed] = ledgers ? [...ledgers].sort() : [];
    return input(
      periods.map((p) => event(p)),
      moves,
      {
        control: { opens, lastReviewed, moves },
        ends: [end],
      },
    );
  });
const isOneDay = ({ period: { from, until } }: Event): boolean =>
  from !== undefined && until !== undefined && daysBetween(from, until) === 1;
const anyWindow = fc.oneof(fc.constant('all' as const), fc.integer({ min: 1, max: 366 }));

describe('the bars', () => {
  it('count every event of one day once, and every move of the line, and nothing else', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { bins, earlier, later, counts } = timelineBase(given);
        const oneDay = given.catalogue.events.filter(isOneDay);
        const events = [earlier, ...bins, later].reduce((n, b) => n + b.events, 0);
        const moves = [earlier, ...bins, later].reduce((n, b) => n + b.moved, 0);
        expect(events).toBe(oneDay.length);
        expect(moves).toBe(given.control.moves.length);
        for (const bin of bins) {
          const inside = oneDay.filter(
            (e) => e.period.from && e.period.from >= bin.first && e.period.from <= bin.last,
          );
          expect(bin.events, bin.first).toBe(inside.length);
        }
        for (const [d, c] of counts) expect(c.events).toBe(oneDay.filter((e) => e.period.from === d).length);
      }),
    );
  });

  it('cover the axis without gap or overlap, in at most as many as can be told apart', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { bins, axis } = timelineBase(given);
        expect([bins[0]?.first, bins.at(-1)?.last]).toEqual([axis.first, axis.last]);
        expect([bins[0]?.x, (bins.at(-1)?.x ?? 0) + (bins.at(-1)?.width ?? 0)]).toEqual([0, 1]);
        for (const [i, bin] of bins.slice(1).entries()) {
          expect(daysBetween(bins[i]?.last ?? bin.first, bin.first)).toBe(1);
        }
        expect(bins.length).toBeLessThan(200);
      }),
    );
  });

  it('are days up to half a year, then weeks from Monday, then months, while the days stay choosable', () => {
    const unit = (opens: string) => {
      const { unit: u, bins } = timelineBase(
        input([], [], { control: { opens: day(opens), lastReviewed: REVIEWED, moves: [] } }),
      );
      return [u, bins[1]?.first];
    };
    expect(unit('2024-06-01')).toEqual(['day', '2024-06-02']);
    expect(unit('2023-11-01')).toEqual(['week', '2023-11-06']);
    expect(unit('2014-02-20')).toEqual(['month', '2014-03-01']);
    const { steps } = timelineModel(
      input([], [], { control: { opens: day('2014-02-20'), lastReviewed: REVIEWED, moves: [] } }),
      { window: 7 },
      REVIEWED,
    );
    expect(steps.before).toBe('2024-11-25');
  });

  it('leave out what a filter hides, and keep the axis where it is', () => {
    const events = [on('2024-11-21'), on('2024-11-28', 'diplomacy'), on('2024-11-28')];
    const all = timelineBase(input(events));
    const some = timelineBase(input(events, [], { view: { kinds: ['diplomacy'] } }));
    expect(some.changes).toEqual(['2024-11-28']);
    expect(some.counts.get(day('2024-11-28'))?.events).toBe(1);
    expect(some.axis).toEqual(all.axis);
  });
});

describe('what has no day of its own', () => {
  it('is a span above the days, in a row where it meets no other, and is never counted', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { spans, axis } = timelineBase(given);
        for (const a of spans) {
          expect(a.last === undefined || a.last > a.first).toBe(true);
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.width).toBeGreaterThan(0);
          expect(a.x + a.width).toBeLessThanOrEqual(1 + 1e-9);
          for (const b of spans) {
            if (a !== b && a.row === b.row)
              expect(a.x >= b.x + b.width - 1e-9 || b.x >= a.x + a.width - 1e-9).toBe(true);
          }
        }
        const long = given.catalogue.events.filter(
          (e) => e.period.from !== undefined && !isOneDay(e) && e.period.from <= axis.last,
        );
        expect(spans.length).toBeLessThanOrEqual(long.length);
      }),
    );
  });

  it('stands under the day from which its report can be, when not even a span is known', () => {
    const { undated, counts, changes } = timelineBase(
      input([event({ until: day('2024-11-26') }), event({}), on('2024-11-21')]),
    );
    expect(undated).toMatchObject([{ from: '2024-11-25', count: 2 }]);
    expect([...counts.keys()]).toEqual(['2024-11-21']);
    expect(changes).toEqual(['2024-11-21']);
  });

  it('says its title in the language of the page, or which language it is in', () => {
    const { spans } = timelineBase(
      input([event({ from: day('2024-11-18'), until: day('2024-11-25') })], [], { lang: 'uk' }),
    );
    expect(spans[0]?.title.lang).toBe('en');
    expect([spans[0]?.first, spans[0]?.last]).toEqual(['2024-11-18', '2024-11-24']);
  });
});

describe('the steps', () => {
  it('lead to the nearest change, to a neighbouring day or week, and never out of the days', () => {
    fc.assert(
      fc.property(anyInput, anyWindow, anyDay, (given, window, d) => {
        const { steps, first, last, base } = timelineModel(given, { window }, d);
        for (const to of Object.values(steps)) {
          if (to === undefined) continue;
          expect(to >= first && to <= last, to).toBe(true);
          expect(to).not.toBe(d);
        }
        const { changeBefore, changeAfter } = steps;
        for (const to of [changeBefore, changeAfter]) if (to) expect(base.counts.has(to)).toBe(true);
        for (const c of base.changes) {
          if (c < d) expect(changeBefore && changeBefore >= c).toBe(true);
          if (c > d) expect(changeAfter && changeAfter <= c).toBe(true);
        }
        if (d > first && d <= last) expect(steps.before).toBe(addDays(d, -1));
        if (d >= first && d < last) expect(steps.after).toBe(addDays(d, 1));
      }),
    );
  });

  it('end at the first and the last day', () => {
    const given = input([on('2024-11-21')], [day('2024-11-25')]);
    const at = (d: string) => timelineModel(given, { window: 7 }, day(d)).steps;
    expect(at('2024-09-01')).toMatchObject({ after: '2024-09-02', weekAfter: '2024-09-08' });
    expect([at('2024-09-01').before, at('2024-09-01').weekBefore]).toEqual([undefined, undefined]);
    expect([at('2024-11-26').after, at('2024-11-26').changeAfter]).toEqual([undefined, undefined]);
    expect(at('2024-11-26').changeBefore).toBe('2024-11-25');
    expect(at('2024-11-24').weekAfter).toBe('2024-11-26');
    expect(at('2024-11-21')).toMatchObject({ changeBefore: undefined, changeAfter: '2024-11-25' });
  });

  it('lead back in from a day far outside', () => {
    const given = input([]);
    expect(timelineModel(given, { window: 7 }, day('1990-01-01'))).toMatchObject({
      outside: 'before',
      knob: 0.5 / 87,
      steps: { after: '2024-09-01', before: undefined },
    });
    expect(timelineModel(given, { window: 7 }, day('2150-01-01'))).toMatchObject({
      outside: 'after',
      steps: { before: '2024-11-26', after: undefined },
    });
  });
});

describe('positions', () => {
  it('lie on the axis, whatever day and window are asked for', () => {
    fc.assert(
      fc.property(anyInput, anyWindow, anyDay, (given, window, d) => {
        const { knob, shade } = timelineModel(given, { window }, d);
        for (const at of [knob, shade.x, shade.width, shade.x + shade.width]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(knob).toBeGreaterThanOrEqual(shade.x);
        expect(knob).toBeLessThanOrEqual(shade.x + shade.width);
      }),
    );
  });

  it('give the day back that stands there', () => {
    fc.assert(
      fc.property(anyInput, anyDay, (given, d) => {
        const { base, knob } = timelineModel(given, { window: 1 }, d);
        const { axis } = base;
        expect(dayAt(base, knob)).toBe(d < axis.first ? axis.first : d > axis.last ? axis.last : d);
        const bin = binAt(base, dayAt(base, knob));
        expect(bin && bin.x <= knob && knob <= bin.x + bin.width).toBe(true);
      }),
    );
    const base = timelineBase(input([]));
    expect([dayAt(base, -3), dayAt(base, 1), dayAt(base, 9)]).toEqual([OPENS, REVIEWED, REVIEWED]);
  });

  it('shade the window that ends with the day, as far as it is drawn', () => {
    const given = input([]);
    const days = (w: number | 'all', d: string) => {
      const { shade } = timelineModel(given, { window: w }, day(d));
      return [Math.round(shade.x * 87), Math.round(shade.width * 87), shade.start];
    };
    expect(days(7, '2024-11-26')).toEqual([80, 7, '2024-11-20']);
    expect(days(1, '2024-09-01')).toEqual([0, 1, '2024-09-01']);
    expect(days(30, '2024-09-03')).toEqual([0, 3, '2024-08-05']);
    expect(days('all', '2024-09-10')).toEqual([0, 10, '2024-09-01']);
  });
});

describe('the axis', () => {
  it('can be a single day', () => {
    const one = input([], [], { control: { opens: REVIEWED, lastReviewed: REVIEWED, moves: [] } });
    const { base, steps, knob, shade } = timelineModel(one, { window: 'all' }, REVIEWED);
    expect(base.bins).toHaveLength(1);
    expect([knob, shade.x, shade.width]).toEqual([0.5, 0, 1]);
    expect(Object.values(steps).filter(Boolean)).toEqual([]);
    expect(dayAt(base, 0.99)).toBe(REVIEWED);
  });

  it('is the days of the ledgers where there are no events, and the day asked for where there is nothing', () => {
    expect(timelineBase(input([])).axis).toEqual({ first: OPENS, last: REVIEWED, days: 87 });
    const nothing = input([], [], { control: { opens: undefined, lastReviewed: undefined, moves: [] } });
    expect(timelineBase(nothing).axis).toEqual({ first: REVIEWED, last: REVIEWED, days: 1 });
  });

  it('is not stretched by an event years away, which is counted at its end and can be stepped to', () => {
    const { base, steps, first } = timelineModel(
      input([on('2014-07-17'), on('2024-11-21')]),
      { window: 7 },
      day('2024-11-21'),
    );
    expect([base.axis.first, base.axis.last, base.unit]).toEqual([OPENS, REVIEWED, 'day']);
    expect([base.earlier.events, base.later.events]).toEqual([1, 0]);
    expect([first, steps.changeBefore]).toEqual(['2014-07-17', '2014-07-17']);
  });

  it('takes in a day asked for that is near, and not one that is far', () => {
    const last = (d: string) => timelineBase(input([], [], { ends: [day(d)] })).axis.last;
    expect([last('2024-12-01'), last('2031-01-01')]).toEqual(['2024-12-01', REVIEWED]);
  });

  it('marks the first days of its months, and its own', () => {
    const { months } = timelineBase(input([], [], { ends: [day('2024-08-20')] }));
    expect(months.map((m) => m.day)).toEqual(['2024-08-20', '2024-09-01', '2024-10-01', '2024-11-01']);
  });
});

describe('what stays while the day moves', () => {
  it('is the same object for the same edition and filters, and another for others', () => {
    const given = input([on('2024-11-21'), on('2024-11-25', 'incident')]);
    const base = timelineBase(given);
    expect(timelineBase({ ...given, view: {} })).toBe(base);
    expect(timelineBase({ ...given, view: { kinds: ['incident'] } })).not.toBe(base);
    expect(timelineBase({ ...given, lang: 'uk' })).not.toBe(base);
    expect(timelineBase(given)).toBe(base);
    expect(timelineAt(base, { window: 7 }, REVIEWED).base).toBe(base);
  });
});

describe('the weeks', () => {
  it('begin on Monday and count what the days count', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const base = timelineBase(given);
        const weeks = weeksOf(base);
        for (const { first } of weeks.slice(1)) expect(new Date(first).getUTCDay()).toBe(1);
        const sum = (all: readonly { events: number }[]) => all.reduce((n, x) => n + x.events, 0);
        expect(sum(weeks)).toBe(sum(base.bins));
      }),
      { numRuns: 30 },
    );
  });
});
