import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, aReport } from '../../../tests/fixtures/items.ts';
import { standing } from '#lib/domain/events/dating.ts';
import { EVENT_KINDS, SIDES, THEATRES } from '#lib/domain/events/terms.ts';
import type { Event } from '#lib/domain/events/event.ts';
import { EVIDENCE } from '#lib/domain/events/evidence.ts';
import type { ReportId } from '#lib/domain/reports/report.ts';
import { addDays, day, dayNumber, type Day } from '#lib/domain/time/day.ts';
import { DEFAULT_VIEW, type View } from '#lib/domain/view/view.ts';
import { makeCatalogue } from './catalogue.ts';
import type { Control } from './control.ts';
import { factsOf, indexEvents, TRAITS, traitOf, traitsFrom } from './event-index.ts';
import { facets, queryOf, scan } from './event-scan.ts';
import { STANDINGS } from './standings.ts';
import { listsOf } from './lists.ts';

const START = day('2024-11-01');
const at = (n: number): Day => addDays(START, n);

const REPORTS = [0, 10, 20, 30].map((n, i) =>
  aReport(`r-aaaaaaaaa${'abcd'[i]}`, {
    publisher: `Publisher ${i}`,
    published: { from: at(n), until: at(n + 1 + i) },
  }),
);

const aPeriod = fc.oneof(
  fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
    .map(([n, length]) => ({ from: at(n), until: at(n + length) })),
  fc.nat(40).map((n) => ({ from: at(n) })),
  fc.nat(40).map((n) => ({ until: at(n) })),
  fc.constant({}),
);

/** Claims of all sorts, so that every evidence level and every first day of reporting comes up, or none at all. */
const aClaim = fc
  .record({
    report: fc.constantFrom(...REPORTS.map((r) => r.id), 'r-unknown' as ReportId),
    geolocation: fc.integer({ max: 5, min: 0 }).map((n) => n === 0),
    party: fc.constantFrom(undefined, 'russia' as const, 'ukraine' as const),
  })
  .map(({ report, geolocation, party }) => ({
    aspect: geolocation ? ('location' as const) : ('occurred' as const),
    says: 'claims' as const,
    speaker: { name: { en: `Speaker ${party ?? report}` }, party },
    text: { en: 'It was so.' },
    geolocation,
    citation: { report },
  }));

const someEvents = fc
  .array(
    fc.record({
      point: fc.option(
        fc.tuple(fc.double({ min: 30, max: 40, noNaN: true }), fc.double({ min: 45, max: 52, noNaN: true })),
      ),
      period: aPeriod,
      kind: fc.constantFrom(...EVENT_KINDS),
      by: fc.constantFrom(...SIDES),
      theatre: fc.constantFrom(...THEATRES),
      claims: fc.array(aClaim, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 25 },
  )
  .map((list): Event[] => list.map((more, i) => anEvent(`e-${String(i).padStart(10, '0')}`, more)));

const some = <T>(all: readonly T[]) => fc.option(fc.subarray([...all]), { nil: undefined });
const aView: fc.Arbitrary<View> = fc.record({
  scope: fc.constant(DEFAULT_VIEW.scope),
  theme: fc.constant(DEFAULT_VIEW.theme),
  window: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant('all' as const)),
  kinds: some(EVENT_KINDS),
  by: some(SIDES),
  theatre: some(THEATRES),
  evidence: some(EVIDENCE),
});
const aDay = fc.integer({ min: -5, max: 60 }).map(at);

const noControl = { flips: () => [], opens: undefined } as unknown as Control;

/** What the scan says, by id, without what it leaves out. */
function scanned(events: readonly Event[], view: View, shown: Day): Map<string, string> {
  const catalogue = makeCatalogue(REPORTS, events, []);
  const index = indexEvents(events.map((e) => factsOf(e, catalogue.reports)));
  const found = [...scan(index, queryOf(view, shown))].map(
    (code, row) => [index.ids[row] ?? '', STANDINGS[code] ?? ''] as const,
  );
  return new Map(found.filter(([, how]) => how !== 'outside').sort());
}

describe('a scan', () => {
  it('finds what the lists beside the map list, standing as it stands there', () => {
    fc.assert(
      fc.property(someEvents, aView, aDay, (events, view, shown) => {
        const catalogue = makeCatalogue(REPORTS, events, []);
        const { rows, placeless } = listsOf({ catalogue, control: noControl, view, lang: 'en' }, shown);
        const listed = [...rows, ...placeless].map((r) => [r.key, r.standing] as const);
        expect(scanned(events, view, shown)).toEqual(new Map(listed.sort()));
      }),
      { numRuns: 300 },
    );
  });

  it('says of every event what the rule of dating says, for windows of any length', () => {
    const window = fc.tuple(fc.integer({ min: -5, max: 50 }), fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(someEvents, window, (events, [n, length]) => {
        const reports = new Map(REPORTS.map((r) => [r.id, r]));
        const index = indexEvents(events.map((e) => factsOf(e, reports)));
        const bounds = { from: at(n), until: at(n + length) };
        const codes = scan(index, { from: dayNumber(bounds.from), until: dayNumber(bounds.until) });
        for (const event of events) {
          const code = codes[index.rowOf(event.id) ?? -1] ?? -1;
          expect(STANDINGS[code]).toBe(standing(event, bounds, reports));
        }
      }),
    );
  });

  it('writes into the array that it is given, whatever stood there', () => {
    const events = [anEvent('e-aaaaaaaaaa'), anEvent('e-bbbbbbbbbb', { kind: 'mission' })];
    const index = indexEvents(events.map((e) => factsOf(e, new Map())));
    const into = Uint8Array.of(7, 7);
    const query = queryOf({ ...DEFAULT_VIEW, kinds: ['strike'] }, day('2024-11-26'));
    expect(scan(index, query, into)).toBe(into);
    expect([...into].sort()).toEqual([0, 1]);
  });
});

describe('the counts of a filter panel', () => {
  const panel = (events: readonly Event[], view: View, shown: Day) => {
    const reports = new Map(REPORTS.map((r) => [r.id, r]));
    return facets(indexEvents(events.map((e) => factsOf(e, reports))), queryOf(view, shown));
  };

  it('say for each value how many events choosing it alone would show', () => {
    fc.assert(
      fc.property(someEvents, aView, aDay, (events, view, shown) => {
        const counted = panel(events, view, shown);
        const shownWith = (filter: Partial<View>): number =>
          scanned(events, { ...view, ...filter }, shown).size;
        for (const k of EVENT_KINDS) expect(counted.kinds[k]).toBe(shownWith({ kinds: [k] }));
        for (const s of SIDES) expect(counted.by[s]).toBe(shownWith({ by: [s] }));
        for (const t of THEATRES) expect(counted.theatre[t]).toBe(shownWith({ theatre: [t] }));
        for (const e of EVIDENCE) expect(counted.evidence[e]).toBe(shownWith({ evidence: [e] }));
        expect(counted.shown).toBe(shownWith({}));
      }),
      { numRuns: 50 },
    );
  });

  it('come with what the scan says, in one pass', () => {
    fc.assert(
      fc.property(someEvents, aView, aDay, (events, view, shown) => {
        const index = indexEvents(events.map((e) => factsOf(e, new Map(REPORTS.map((r) => [r.id, r])))));
        const into = new Uint8Array(index.size);
        facets(index, queryOf(view, shown), into);
        expect(into).toEqual(scan(index, queryOf(view, shown)));
      }),
    );
  });

  it('say how many events the filters hide, as the lists do', () => {
    fc.assert(
      fc.property(someEvents, aView, aDay, (events, view, shown) => {
        const catalogue = makeCatalogue(REPORTS, events, []);
        const lists = listsOf({ catalogue, control: noControl, view, lang: 'en' }, shown);
        expect(panel(events, view, shown).hidden).toBe(lists.hidden);
      }),
    );
  });
});

it('every combination of kind, side, theatre and evidence has a number of its own', () => {
  for (let trait = 0; trait < TRAITS; trait += 1) expect(traitOf(traitsFrom(trait))).toBe(trait);
});
