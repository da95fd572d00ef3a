import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { aLedger, aStatement, theFront } from '../../../tests/fixtures/front.ts';
import { aPlace } from '../../../tests/fixtures/items.ts';
import { shippedStore } from '../../../tests/fixtures/shipped.ts';
import { inRings, ringsOf } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { LANGS } from '#lib/domain/text.ts';
import { addDays, day, type Day } from '#lib/domain/time/day.ts';
import { basemap } from '#lib/server/draw/basemap.ts';
import { catalogueOf } from '#lib/server/editions/catalogue.ts';
import { controlOf, makeControl } from '#lib/server/editions/control.ts';
import type { Store } from '#lib/server/store/store.ts';
import { besideWords, groundAnswer, landFinder, type GroundInput } from './ground.ts';

const hrefOf = (path: string): string => path;
const OPENS = day('2024-09-01');
const LAST = day('2024-11-26');

let remove: () => Promise<void>;
let shipped: GroundInput;
beforeAll(async () => {
  let store: Store;
  ({ store, remove } = await shippedStore());
  const reader = await store.public.at((await store.public.head()).number);
  if (!reader) throw new Error('nothing is published');
  shipped = {
    control: await controlOf(reader),
    catalogue: await catalogueOf(reader),
    lang: 'en',
    hrefOf,
    landAt: landFinder(basemap().countries),
  };
});
afterAll(() => remove());

const at = (point: Position, d: Day = LAST, more: Partial<GroundInput> = {}) =>
  groundAnswer({ ...shipped, ...more }, point, d);
const VUHLEDAR: Position = [37.25, 47.78];

describe('a click on ground', () => {
  it('tells who holds it, since when, and by which report', () => {
    const answer = at(VUHLEDAR);
    expect(answer).toMatchObject({
      headline: 'Ground Russia is assessed to hold',
      tooNear: false,
      beside: 'close to Vuhledar',
      coordinates: '47.78, 37.25',
    });
    expect(answer.ledgers).toMatchObject([
      {
        since: '2024-10-02',
        sinceWords: 'since 2 Oct 2024',
        opening: false,
        unsourced: undefined,
        cause: { title: { text: 'Vuhledar passes to Russian control' }, href: '/days/2024-10-02' },
      },
    ]);
    expect(answer.ledgers[0]?.cause?.sources[0]?.report).toMatchObject({ publisher: 'Associated Press' });
    expect(answer.demonstration).toContain('10 km');
  });

  it('tells the day before that it was not held', () => {
    expect(at(VUHLEDAR, day('2024-10-01'))).toMatchObject({
      status: 'Not in any ledger of ground that Russia holds',
      ledgers: [],
    });
  });

  it('does not answer nearer to the line than the line is true', () => {
    const answer = at([37.28, 47.98]);
    expect(answer).toMatchObject({ tooNear: true, headline: 'Too near the line to say' });
    expect(answer.status).toBe('Fought over; not in any ledger of ground that Russia holds');
    expect(answer.sure).toContain('true to about 10 km');
    expect(answer.ledgers[0]?.cause?.title.text).toBe('Kurakhove is fought over');
  });

  it('says of the state with which the series opens that it has no source', () => {
    expect(at([36.6, 47]).ledgers).toMatchObject([
      {
        opening: true,
        unsourced: 'as the series opens, unsourced',
        sinceWords: 'since 1 Sept 2024 or earlier',
      },
    ]);
    const donetsk = at([37.8, 48]).ledgers;
    expect(donetsk).toMatchObject([{ basis: 'pre-2022', sinceWords: 'since before 24 February 2022' }]);
  });

  it('tells all of ground that changed more than once, and who took what nobody now holds', () => {
    const snagost = at([34.96, 51.32]);
    expect(snagost.history.map((h) => h.status)).toEqual([
      'In Russia, and not in any ledger of ground that Ukraine holds there',
      'Ground Ukraine is assessed to hold inside Russia; Fought over',
      'Ground Ukraine is assessed to hold inside Russia',
    ]);
    expect(snagost.lost).toMatchObject({
      sinceWords: 'since 16 Sept 2024',
      title: { text: 'Snagost returns to Russian control' },
    });
    expect(snagost.lost?.sources).toHaveLength(1);
    // What came later is not told of the day before.
    expect(at([34.96, 51.32], day('2024-09-10')).history).toEqual([]);
  });

  it('says where the ledgers do not reach: abroad, at sea, before they open, after they were reviewed', () => {
    expect(at([21, 52]).headline).toMatch(/do not reach here/);
    expect(at([31.5, 45.5]).headline).toMatch(/this is water/);
    expect(at([37.6, 55.7]).headline).toMatch(/^In Russia, and not in any/);
    expect(at([30.5, 50.4]).headline).toBe('Not in any ledger of ground that Russia holds');
    expect(at([30.5, 50.4], LAST, { landAt: undefined }).headline).toBe('Not in any ledger of held ground');
    expect(at(VUHLEDAR, day('2024-08-31'))).toMatchObject({ ledgers: [], sure: undefined });
    expect(at(VUHLEDAR, day('2024-08-31')).headline).toContain('open on 1 Sept 2024');
    expect(at(VUHLEDAR, day('2024-12-31')).unreviewed).toContain('last reviewed on 26 Nov 2024');
    const empty = makeControl([], []);
    expect(at(VUHLEDAR, LAST, { control: empty }).headline).toBe(
      'No ledger of control is kept in this edition',
    );
  });

  it('holds Crimea to be Ukraine', () => {
    expect(shipped.landAt?.([34.1, 45.1])).toBe('ukraine');
    expect(at([34.1, 45.1]).headline).toBe('Occupied by Russia before 24 February 2022');
  });

  it('keeps claims apart from what is assessed', () => {
    const control = makeControl(
      [...theFront.ledgers, aLedger('russia', 'claimed')],
      [
        ...theFront.statements,
        aStatement(
          'claim',
          'russia',
          'claimed',
          [
            [36, 48.4],
            [36.5, 48.4],
            [36.5, 48.8],
            [36, 48.8],
          ],
          day('2024-10-05'),
        ),
      ],
    );
    const answer = at([36.2, 48.6], LAST, { control });
    expect(answer.ledgers).toMatchObject([{ basis: 'claimed', opening: false, since: '2024-10-05' }]);
    expect(answer.status).toBe('russia, claimed; not in any ledger of ground that Russia holds');
  });
});

describe('every answer about ground', () => {
  const points = fc.tuple(
    fc.double({ min: 33, max: 41, noNaN: true }),
    fc.double({ min: 45.5, max: 52, noNaN: true }),
  );
  const days = fc.integer({ min: -10, max: 120 }).map((n) => addDays(OPENS, n));

  it('agrees with the ledgers of its day; what it cites is older than the day and has the point in its area', () => {
    fc.assert(
      fc.property(points, days, (point, d) => {
        const { control } = shipped;
        const answer = at(point, d);
        expect(answer.ledgers.map(({ holder, basis }) => ({ holder, basis }))).toEqual(
          control.holders(point, d),
        );
        for (const ledger of answer.ledgers) {
          expect(ledger.since <= d).toBe(true);
          // It held on the first day, and on every day since, and not on the one before.
          const holds = (on: Day) =>
            control.holders(point, on).some((h) => h.holder === ledger.holder && h.basis === ledger.basis);
          expect(holds(ledger.since)).toBe(true);
          expect(holds(addDays(ledger.since, -1))).toBe(false);
          const statement = control.statements.find((s) => s.id === ledger.cause?.id);
          if (!statement) throw new Error(`no statement put ${point.join()} into the ledger`);
          expect(inRings(point, ringsOf(statement.area))).toBe(true);
          expect(statement.day <= d).toBe(true);
          expect(ledger.cause?.sources.length === 0).toBe(ledger.unsourced !== undefined);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tells of ground that changed hands what its flip tells', () => {
    const { control } = shipped;
    const flips = control.flips(control.opens ?? LAST, LAST);
    expect(flips.length).toBeGreaterThan(5);
    for (const flip of flips) {
      expect(inRings(flip.at, flip.patch), flip.statement.id).toBe(true);
      const answer = at(flip.at, LAST);
      const assessed = answer.ledgers.find((l) => l.basis === 'assessed');
      expect(assessed?.holder ?? 'none').toBe(flip.to);
      if (assessed) expect([assessed.since, assessed.cause?.id]).toEqual([flip.day, flip.statement.id]);
      else expect(answer.lost?.id).toBe(flip.statement.id);
    }
  });

  it.each(LANGS)('is told in whole words, in %s', (lang) => {
    fc.assert(
      fc.property(points, days, (point, d) => {
        const { ledgers: _, ...words } = at(point, d, { lang });
        expect(JSON.stringify(words)).not.toMatch(/undefined|NaN|null/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a point beside a settlement', () => {
  const places = [aPlace('kurakhove', [37.28, 47.98], { en: 'Kurakhove', uk: 'Курахове', kind: 'town' })];
  it('is so far in such a direction from the nearest one, in both languages', () => {
    expect(besideWords(places, 'en', [37.2266, 47.98])).toBe('about 4 km west of Kurakhove');
    expect(besideWords(places, 'uk', [37.2266, 47.98])).toBe('близько 4 км на захід від міста Курахове');
    expect(besideWords(places, 'uk', [37.281, 47.98])).toBe('поруч із містом Курахове');
  });
  it('far from all says nothing', () => {
    expect(besideWords(places, 'en', [30, 50])).toBeUndefined();
    expect(besideWords([], 'en', [30, 50])).toBeUndefined();
  });
});
