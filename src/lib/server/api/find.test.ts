import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPlace } from '../../../../tests/fixtures/items.ts';
import { memoryReader } from '../../../../tests/fixtures/memory-reader.ts';
import { shippedStore } from '../../../../tests/fixtures/shipped.ts';
import type { Place } from '#lib/domain/places/place.ts';
import type { Lang } from '#lib/domain/text.ts';
import { day } from '#lib/domain/time/day.ts';
import { readAsked } from '../pages/asked.ts';
import type { EditionReader, Store } from '../store/store.ts';
import { asking, findings, findPlace, findTag, MOST_LETTERS, placeTag } from './find.ts';

let store: Store;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ store, remove } = await shippedStore());
});
afterAll(() => remove());

const find = async (query: string, lang: Lang = 'en', view = '') =>
  findings(await readAsked(store.public, new URLSearchParams(view), lang), query);
const first = async (query: string, lang: Lang = 'en') => (await find(query, lang)).places[0];

describe('a place', () => {
  it.each(['Kurakhove', 'Курахове', 'Курахово', 'kurah', 'KURAKHOVE ', 'Kurachowe', 'kurak', 'kurakh'])(
    'is found first by %s',
    async (query) => expect((await first(query))?.id).toBe('kurakhove'),
  );

  it('that is a city comes before the region of the same name', async () => {
    expect((await find('dnipro')).places.map((p) => p.id).slice(0, 2)).toEqual([
      'dnipro',
      'dnipropetrovsk-oblast',
    ]);
    expect((await first('донецьк', 'uk'))?.id).toBe('donetsk');
  });

  it('says of what kind it is and where, in the language asked for', async () => {
    expect(await first('kurakhove')).toEqual({
      id: 'kurakhove',
      name: 'Kurakhove',
      about: 'Town, Donetsk Oblast',
      also: undefined,
      point: [expect.closeTo(37.28, 1), expect.closeTo(47.98, 1)],
      kind: 'town',
    });
    expect(await first('курахове', 'uk')).toMatchObject({
      name: 'Курахове',
      about: 'Місто, Донецька область',
    });
    expect((await first('kyiv'))?.about).toBe('City');
    expect((await first('belgorod'))?.about).toMatch(/Russia$/);
    expect((await first('simferopol'))?.about).toBe('City, Autonomous Republic of Crimea');
  });

  it('says by which name it was found, where the shown one is another', async () => {
    expect(await first('Artemivsk')).toMatchObject({ id: 'bakhmut', name: 'Bakhmut' });
    expect((await first('Artemivsk'))?.also).toMatch(/^Artemivsk \(.+\)$/);
    expect((await first('Курахово'))?.also).toBe('Курахово');
    expect((await first('Kurakhovo', 'uk'))?.also).toBe('Kurakhovo');
    expect((await first('kurah'))?.also).toBeUndefined();
    expect((await first('Dnipropetrovsk'))?.also).toMatch(/^Dnipropetrovsk .*2016/);
    expect((await find('Katerynoslav')).places[0]).toMatchObject({ id: 'dnipro', name: 'Dnipro' });
  });
});

describe('one place by its id', () => {
  const ask = async (id: string, lang: Lang = 'en') =>
    findPlace(await readAsked(store.public, new URLSearchParams(), lang), id);

  it('is told with its other names', async () => {
    expect((await ask('kurakhove')).places).toEqual([
      {
        id: 'kurakhove',
        name: 'Kurakhove',
        about: 'Town, Donetsk Oblast',
        also: 'Курахове, Курахово, Kurakhovo, Kurachowe',
        point: [expect.closeTo(37.28, 1), expect.closeTo(47.98, 1)],
        kind: 'town',
      },
    ]);
    expect((await ask('kurakhove', 'uk')).places[0]?.name).toBe('Курахове');
  });

  it.each(['atlantis', '', '../../etc/passwd', '__proto__', 'x'.repeat(10_000)])(
    'is none for %j',
    async (id) => {
      expect(await ask(id)).toMatchObject({ places: [], events: [], reports: [] });
    },
  );

  it('has a tag of its own', async () => {
    const a = await readAsked(store.public, new URLSearchParams(), 'en');
    expect(placeTag(a, 'kyiv')).not.toBe(findTag(a, 'kyiv'));
    expect(placeTag(a, 'kyiv')).not.toBe(placeTag(a, 'kharkiv'));
  });
});

describe('events and reports', () => {
  it('are found by words of their titles, with day and place', async () => {
    const { events } = await find('Intermediate-range');
    expect(events[0]).toMatchObject({ id: 'e-qs5fjj7wdd', kind: 'strike', when: '21 Nov', where: 'Dnipro' });
    expect(events[0]?.point).toBeDefined();
    expect((await find('ракета середньої дальності', 'uk')).events[0]).toMatchObject({
      titleLang: 'uk',
      where: 'Дніпро',
    });
    expect((await find('jadetimes')).reports[0]).toMatchObject({ publisher: 'JadeTimes', titleLang: 'en' });
  });

  it('of a later edition are not found in an earlier one', async () => {
    const titles = async (view: string) => (await find('Wiesbaden', 'en', view)).events.map((e) => e.id);
    expect(await titles('')).not.toEqual([]);
    expect(await titles('edition=1')).toEqual([]);
    expect((await find('dnipro', 'en', 'edition=1')).edition).toBe(1);
  });
});

describe('an answer', () => {
  it('is short, and says when the page of the search has more', async () => {
    const all = await find('o');
    expect(all.places.length).toBe(8);
    expect(all.events.length).toBeLessThanOrEqual(5);
    expect(all.reports.length).toBeLessThanOrEqual(5);
    expect(all.more).toBe(true);
    expect((await find('kurakhove')).more).toBe(false);
  });

  it.each([
    '',
    '   ',
    '%',
    '"',
    "'",
    '*',
    'NEAR(',
    'a" OR "b',
    'names:kyiv',
    '-kyiv',
    '^kyiv',
    '\u0000',
    '🚀',
    '👩‍👩‍👧',
    '|',
  ])('to %j is an answer', async (query) => {
    const { places, events, reports } = await find(query);
    if (!/[a-z]/i.test(query)) expect([places, events, reports].flat()).toEqual([]);
  });

  it('to ten kilobytes of anything is an answer', async () => {
    expect((await find('kurakhove '.repeat(1000))).places.length).toBeLessThanOrEqual(8);
    expect((await find('я'.repeat(10_000))).places).toEqual([]);
    expect((await find('🚀'.repeat(5_000))).places).toEqual([]);
  });

  it('to anything at all is an answer that can be written as JSON', async () => {
    const a = await readAsked(store.public, new URLSearchParams(), 'uk');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (query) => {
        expect(JSON.parse(JSON.stringify(await findings(a, query)))).toMatchObject({ edition: 2 });
      }),
      { numRuns: 60 },
    );
  });

  it('has one tag for one question, another for another word, language or edition', async () => {
    const tag = async (query: string, lang: Lang, view = '') =>
      findTag(await readAsked(store.public, new URLSearchParams(view), lang), query);
    const one = await tag('kyiv', 'en');
    expect(await tag(' kyiv ', 'en')).toBe(one);
    expect(await tag('kyiv', 'en', 'window=3')).toBe(one);
    for (const other of [
      await tag('kyi', 'en'),
      await tag('kyiv', 'uk'),
      await tag('kyiv', 'en', 'edition=1'),
    ]) {
      expect(other).not.toBe(one);
    }
  });

  it('is for at most eighty characters, never half of one', () => {
    expect(asking(`  ${'a'.repeat(200)}`)).toHaveLength(MOST_LETTERS);
    expect(Array.from(asking('🚀'.repeat(200)))).toEqual(Array(MOST_LETTERS).fill('🚀'));
  });
});

describe('places of one name', () => {
  const village = (id: string, x: number, more: Partial<Place> = {}): Place => ({
    ...aPlace(id, [x, 48], { en: 'Ivanivka', uk: 'Іванівка', kind: 'village' }),
    oblast: 'UA-14',
    ...more,
  });
  const places = [
    village('far', 30),
    village('near', 37),
    village('town', 25, { kind: 'town', oblast: 'UA-12' }),
    village('nearer', 37.9),
    aPlace('pokrovsk', [37.05, 48.2], { en: 'Pokrovsk', kind: 'city' }),
    aPlace('donetsk', [37.8, 48], { en: 'Donetsk', kind: 'city' }),
    aPlace('vinnytsia', [29, 49], { en: 'Vinnytsia', kind: 'city' }),
  ];
  const reader: EditionReader = {
    ...memoryReader({ places }),
    search: () =>
      Promise.resolve(['far', 'near', 'town', 'nearer'].map((id) => ({ kind: 'place' as const, id }))),
  };
  const control = {
    lastReviewed: day('2024-11-26'),
    distanceToFront: ([x]: readonly [number, number]) => Math.abs(38 - x) * 70_000,
  };
  const asked = { lang: 'en', reader, edition: reader.edition, control } as unknown as Parameters<
    typeof findings
  >[0];

  it('come by size, then from the front outwards', async () => {
    expect((await findings(asked, 'ivanivka')).places.map((p) => p.id)).toEqual([
      'town',
      'nearer',
      'near',
      'far',
    ]);
  });

  it('are told apart by region, and within one by the nearest town', async () => {
    expect((await findings(asked, 'ivanivka')).places.map((p) => p.about)).toEqual([
      'Town, Dnipropetrovsk Oblast',
      'Village, Donetsk Oblast, near Donetsk',
      'Village, Donetsk Oblast, near Pokrovsk',
      'Village, Donetsk Oblast, near Vinnytsia',
    ]);
  });
});
