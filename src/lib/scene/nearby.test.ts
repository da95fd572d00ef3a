import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { theFront } from '../../../tests/fixtures/front.ts';
import { anEvent, aPlace, aReport } from '../../../tests/fixtures/items.ts';
import { shippedStore } from '../../../tests/fixtures/shipped.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import { distance } from '#lib/domain/geometry/sphere.ts';
import { LANGS, type Lang } from '#lib/domain/text.ts';
import { day, type Day } from '#lib/domain/time/day.ts';
import { catalogueOf } from '#lib/server/editions/catalogue.ts';
import { controlOf, makeControl } from '#lib/server/editions/control.ts';
import { foundPlace, placeCard } from './card-place.ts';
import { makeCatalogue, type Catalogue } from './catalogue.ts';
import type { Control } from './control.ts';
import { NEAR_M, placeSentence } from './nearby.ts';

const LAST = day('2024-11-26');
const WINDOWS = [1, 7, 30, 'all'] as const;
const hrefOf = (path: string): string => `/site${path}`;

let remove: () => Promise<void>;
let catalogue: Catalogue;
let control: Control;
beforeAll(async () => {
  const { store, remove: end } = await shippedStore();
  remove = end;
  const reader = await store.public.at((await store.public.head()).number);
  if (!reader) throw new Error('nothing is published');
  [catalogue, control] = [await catalogueOf(reader), await controlOf(reader)];
});
afterAll(() => remove());

const place = (id: string) => {
  const found = catalogue.place(id as PlaceId);
  if (!found) throw new Error(`${id} is missing`);
  return found;
};
const near = (id: string, window: number | 'all', lang: Lang = 'en', d: Day = LAST) =>
  placeSentence({ catalogue, control, lang }, place(id), d, window);

describe('the sentence about a place', () => {
  it('of Kurakhove tells the move of the line, the undated advance apart, and who says so', () => {
    expect(near('kurakhove', 7).sentence).toBe(
      'In the 7 days to 26 Nov within 15 km: the line moved once (24 Nov); undated, in a report of 25 Nov or later: ' +
        '1 advance by Russia; said by Euromaidan Press, ISW via JadeTimes, and 1 more; line last reviewed 26 Nov.',
    );
    expect(near('kurakhove', 7, 'uk').sentence).toBe(
      'За 7 днів до 26 листопада в межах 15 км: лінія змінилася один раз (24 листопада); без дати, у повідомленні ' +
        'від 25 листопада або пізнішому: 1 просування Росії; про це кажуть Euromaidan Press, ISW через JadeTimes ' +
        'та ще 1; лінію востаннє переглянуто 26 листопада.',
    );
  });

  it('of Kurakhove in thirty days tells also that it came to be fought over', () => {
    expect(near('kurakhove', 30).sentence).toContain(
      'the line moved 3 times (30 Oct, 16 Nov, 24 Nov); Kurakhove is fought over (13 Nov); undated',
    );
    expect(near('kurakhove', 1, 'en', day('2024-11-13')).sentence).toContain('Kurakhove is fought over; ');
  });

  it('of Dnipro tells the strike with its side and day', () => {
    expect(near('dnipro', 7).sentence).toMatch(
      /: 1 strike by Russia \(21 Nov\); said by .*, and 3 more; line/,
    );
    expect(near('dnipro', 7, 'uk').sentence).toContain(': 1 удар Росії (21 листопада); про це кажуть ');
    expect(near('dnipro', 1).sentence).toMatch(/nothing is recorded/);
  });

  it('of Vuhledar and Kyiv tells what is known there', () => {
    expect(near('vuhledar', 'all').sentence).toContain('the line moved twice (2 Oct, 24 Nov)');
    expect(near('kyiv', 7).sentence).toBe(
      'In the 7 days to 26 Nov within 15 km: undated, in a report of 25 Nov or later: 1 strike by Russia; ' +
        'said by JadeTimes; line last reviewed 26 Nov.',
    );
    expect(near('kyiv', 7, 'uk').sentence).toContain('1 удар Росії; про це каже JadeTimes; ');
  });

  it('of a place of which nothing is known says that this is no report, not no change', () => {
    expect(near('sudzha', 7)).toEqual({
      sentence:
        'In the 7 days to 26 Nov within 15 km nothing is recorded (that is no report, not no change); ' +
        'line last reviewed 26 Nov.',
      rows: [],
    });
    expect(near('sudzha', 1, 'uk').sentence).toMatch(/^26 листопада в межах 15 км нічого не записано/);
  });

  it('of a region tells what is known in it', () => {
    const { sentence, rows } = near('donetsk-oblast', 7);
    expect(sentence).toMatch(/^In the 7 days to 26 Nov in this region: the line moved once/);
    expect(rows.map((r) => r.where)).toEqual(expect.arrayContaining(['Kurakhove', 'Vuhledar']));
    expect(rows.map((r) => r.where)).not.toContain('Dnipro');
  });

  it('never counts together what is dated, what only touches the days and what has no day', () => {
    const events = [
      anEvent('e-aaaaaaaaaa', { by: 'ukraine' }),
      anEvent('e-bbbbbbbbbb', {
        period: { from: day('2024-11-18'), until: day('2024-11-25') },
        claims: [
          {
            aspect: 'occurred',
            says: 'claims',
            speaker: { name: { en: 'A ministry (MOD)' }, party: 'russia' },
            via: aReport('r-aaaaaaaaaa').id,
            text: { en: 'A hit.' },
            citation: { report: aReport('r-aaaaaaaaaa').id },
          },
        ],
      }),
      anEvent('e-cccccccccc', { period: { until: day('2024-11-27') } }),
      anEvent('e-dddddddddd'),
    ];
    const made = makeCatalogue([aReport('r-aaaaaaaaaa')], events, [aPlace('dnipro', [35.04, 48.46])]);
    const input = { catalogue: made, control: makeControl([], []), lang: 'en' as const };
    expect(placeSentence(input, aPlace('dnipro', [35.04, 48.46]), LAST, 7).sentence).toBe(
      'In the 7 days to 26 Nov within 15 km: 1 strike by Russia (21 Nov), 1 strike by Ukraine (21 Nov); ' +
        'with a longer span: 1 strike by Russia (18–24 Nov, only claimed); ' +
        'undated, in a report of 26 Nov: 1 strike by Russia; said by Test Publisher and MOD via Test Publisher.',
    );
  });

  it.each(LANGS)('is whole in %s for every place and window', (lang) => {
    for (const id of ['kurakhove', 'vuhledar', 'dnipro', 'kyiv', 'sudzha', 'donetsk-oblast', 'ukraine']) {
      for (const window of WINDOWS) {
        const { sentence, rows } = near(id, window, lang);
        expect(sentence).toMatch(/^\S.*\S\.$/);
        expect(sentence).not.toMatch(/undefined|NaN|null|, ;|: ;|\(\)| {2}|\.\./);
        expect(/nothing is recorded|нічого не записано/.test(sentence)).toBe(rows.length === 0);
      }
    }
  });
});

describe('the rows near a place', () => {
  it('lie within 15 km, newest first, each with how far it is', () => {
    for (const id of ['kurakhove', 'vuhledar', 'dnipro']) {
      const { rows } = near(id, 'all');
      const sorts = rows.map((r) => r.sort ?? '');
      expect(sorts).toEqual([...sorts].sort().reverse());
      for (const row of rows) {
        expect(row.metres).toBeLessThanOrEqual(NEAR_M);
        expect(row.away).toMatch(/^(here|about \d+ km [a-z-]+)$/);
        const event = catalogue.event(row.key);
        if (event?.point && event.location?.place !== id) {
          expect(row.metres).toBeCloseTo(distance(place(id).point, event.point), 0);
        }
      }
    }
    expect(near('kurakhove', 7).rows.map((r) => [r.title, r.away])).toEqual([
      ['Katerynivka passes to Russian control', 'about 7 km south-east'],
      ['Russian gains around Kurakhove', 'here'],
    ]);
  });

  it('grow with the window and tell nothing of the future', () => {
    const counts = WINDOWS.map((w) => near('kurakhove', w).rows.length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    for (const w of WINDOWS) {
      for (const row of near('kurakhove', w, 'en', day('2024-11-10')).rows) {
        expect((row.sort ?? '') <= '2024-11-10').toBe(true);
      }
    }
  });
});

describe('the card of a place', () => {
  const card = (id: string, lang: Lang = 'en', d: Day = LAST) =>
    placeCard({ catalogue, control, lang, hrefOf }, foundPlace(place(id), lang), d, 7);

  it('says what it is called, what and where it is, who holds it and how far the front is', () => {
    expect(card('vuhledar')).toMatchObject({
      name: 'Vuhledar',
      about: 'Town · Donetsk Oblast',
      status: 'Ground Russia is assessed to hold',
      distance: 'about 13 km on 26 November 2024; the line is true to about 10 km',
      href: '/site/places/vuhledar',
      demonstration: true,
    });
    expect(card('vuhledar').also).toContain('Угледар');
    expect(card('vuhledar', 'uk').name).toBe('Вугледар');
    expect(card('dnipro').also).toMatch(/ and \d+ more$/);
  });

  it('says of a day on which it was not held that it was not', () => {
    expect(card('vuhledar', 'en', day('2024-10-01')).status).toBe(
      'Not in any ledger of ground that Russia holds',
    );
    expect(card('kurakhove').status).toBe('Fought over; not in any ledger of ground that Russia holds');
  });

  it('of a region names no holder and no distance', () => {
    expect(card('donetsk-oblast')).toMatchObject({ about: 'Region', status: undefined, distance: undefined });
  });

  it('of a place that only the search knows says what was found, and no more than is known', () => {
    const found = {
      id: 'nowhere',
      name: 'Nowhere',
      about: 'Village',
      also: 'Ніде',
      point: [31, 49] as const,
    };
    const made = { catalogue, control: makeControl(theFront.ledgers, theFront.statements), hrefOf };
    const answer = placeCard({ ...made, lang: 'en' }, found, LAST, 7);
    expect(answer).toMatchObject({ about: 'Village', also: 'Ніде', rows: [] });
    expect(answer.status).toBe('Not in any ledger of held ground');
    const landed = placeCard({ ...made, lang: 'en', landAt: () => 'ukraine' }, found, LAST, 7);
    expect(landed.status).toBe('Not in any ledger of ground that Russia holds');
  });
});
