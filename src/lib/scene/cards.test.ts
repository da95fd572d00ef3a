import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { aPlace, aReport, anEvent } from '../../../tests/fixtures/items.ts';
import { shippedStore } from '../../../tests/fixtures/shipped.ts';
import type { ReportId } from '#lib/domain/reports/report.ts';
import { distance } from '#lib/domain/geometry/sphere.ts';
import { LANGS } from '#lib/domain/text.ts';
import { catalogueOf } from '#lib/server/editions/catalogue.ts';
import type { Store } from '#lib/server/store/store.ts';
import { coordinatesText } from './card-numbers.ts';
import { eventCard, shortCard, shortCardOf } from './cards.ts';
import { makeCatalogue, type Catalogue } from './catalogue.ts';

const STRIKE = 'e-qs5fjj7wdd';
const hrefOf = (path: string): string => `/site${path}`;

let store: Store;
let remove: () => Promise<void>;
let catalogue: Catalogue;
beforeAll(async () => {
  ({ store, remove } = await shippedStore());
  const reader = await store.public.at((await store.public.head()).number);
  if (!reader) throw new Error('nothing is published');
  catalogue = await catalogueOf(reader);
});
afterAll(() => remove());

const strike = (lang: 'en' | 'uk' = 'en') => {
  const event = catalogue.event(STRIKE);
  if (!event) throw new Error('the strike is missing');
  return eventCard({ catalogue, lang, hrefOf }, event);
};

describe('the card of an event', () => {
  it('says when, where, how exact, who acted and how well known', () => {
    expect(strike()).toMatchObject({
      title: { text: 'Intermediate-range missile hits Dnipro', lang: 'en' },
      kindWord: 'Strike',
      sideWord: 'Russia',
      when: { value: '21 Nov 2024' },
      reported: '21 Nov 2024',
      place: { name: 'Dnipro', href: '/site/places/dnipro' },
      weapon: 'ballistic missile',
      href: `/site/events/${STRIKE}`,
    });
    expect(strike().place?.precision).toBe('somewhere in the settlement; true to about 12 km');
    expect(strike('uk').title.lang).toBe('uk');
  });

  it('gives coordinates no finer than the place is known', () => {
    expect(strike().coordinates).toBe('48.47, 35.04');
  });

  it('keeps every claim, by what it is about, with its speaker, its report and a way to read it', () => {
    for (const event of catalogue.events) {
      const card = eventCard({ catalogue, lang: 'en', hrefOf }, event);
      const claims = card.claims.flatMap((g) => g.claims);
      expect(claims).toHaveLength(event.claims.length);
      for (const claim of claims) {
        expect(claim.speaker).toMatch(/\S/);
        expect(claim.report.title).not.toMatch(/^r-/);
        expect(claim.report.published).toMatch(/20\d\d/);
        expect(claim.report.href).toMatch(/^\/site\/reports\/r-/);
        expect(claim.report.url ?? 'https://').toMatch(/^https?:/);
      }
    }
  });

  it('never puts a suspicion of a cause among what is said to have happened', () => {
    const crash = catalogue.events.find((e) => e.claims.some((c) => c.aspect === 'cause'));
    if (!crash) throw new Error('no event has a claim about a cause');
    const { claims } = eventCard({ catalogue, lang: 'en', hrefOf }, crash);
    expect(claims.map((g) => g.aspect)).toEqual(expect.arrayContaining(['occurred', 'cause']));
    const occurred = claims.find((g) => g.aspect === 'occurred');
    expect(occurred?.claims.length).toBe(crash.claims.filter((c) => c.aspect === 'occurred').length);
  });

  it('leaves each speaker’s count of harm by itself', () => {
    expect(strike().harm.map((h) => [h.text, h.who])).toEqual([
      ['injured: 2', 'The Kyiv Independent'],
      ['injured: 3', 'Dnipropetrovsk regional authorities'],
    ]);
  });

  it('says of what is undated when it was reported, and never takes the one for the other', () => {
    const undated = catalogue.events.filter((e) => e.period.from === undefined);
    expect(undated.length).toBeGreaterThan(0);
    for (const event of undated) {
      const card = eventCard({ catalogue, lang: 'en', hrefOf }, event);
      expect(card).toMatchObject({ dated: false, when: { value: 'undated' } });
      expect(card.reported).toMatch(/20\d\d/);
    }
  });

  it('tells why something stands nowhere on the map', () => {
    for (const event of catalogue.events.filter((e) => !e.point)) {
      const card = eventCard({ catalogue, lang: 'en', hrefOf }, event);
      expect(card.noPoint).toMatch(/\S/);
      expect(card.coordinates).toBeUndefined();
    }
  });

  it.each(LANGS)('has no holes in its words, in %s', (lang) => {
    for (const event of catalogue.events) {
      const text = JSON.stringify([
        eventCard({ catalogue, lang, hrefOf }, event),
        shortCard({ catalogue, lang }, event),
      ]);
      expect(text).not.toMatch(/undefined|NaN|\[object|"\s*·|·\s*"/);
    }
  });

  it('names what only a party to the war says, and what is denied', () => {
    const [report, other] = [aReport('r-aaaaaaaaaa'), aReport('r-bbbbbbbbbb', { publisher: 'Other' })];
    const claim = {
      aspect: 'occurred' as const,
      says: 'claims' as const,
      speaker: { name: { en: 'A ministry' }, party: 'russia' as const },
      text: { en: 'It was hit.' },
      citation: { report: report.id },
    };
    const event = anEvent('e-aaaaaaaaaa', {
      title: { en: 'Only in English' },
      claims: [
        claim,
        { ...claim, says: 'denies', via: other.id, citation: { report: other.id, quotation: 'No.' } },
        { ...claim, citation: { report: 'r-cccccccccc' as ReportId } },
      ],
    });
    const made = makeCatalogue([report, other], [event], [aPlace('dnipro', [35, 48])]);
    const card = eventCard({ catalogue: made, lang: 'uk', hrefOf }, event);
    expect(card.title).toEqual({ text: 'Only in English', lang: 'en' });
    expect(card.evidence).toMatchObject({ level: 'claimed', disputed: true });
    expect(card.claims[0]?.claims).toMatchObject([
      { party: 'Росія', via: 'Test Publisher', denies: false },
      { denies: true, quotation: 'No.', via: 'Other' },
      { report: { title: 'r-cccccccccc', publisher: '' }, via: undefined },
    ]);
    expect(shortCard({ catalogue: made, lang: 'en' }, event).sure).toBe('Claimed · Disputed · 3 reports');
  });
});

describe('the short card', () => {
  it('says when, where and what in a line, and how sure in another', () => {
    const event = catalogue.event(STRIKE);
    if (!event) throw new Error('the strike is missing');
    expect(shortCard({ catalogue, lang: 'en' }, event)).toMatchObject({
      meta: '21 Nov · Dnipro · Strike, Russia',
      sure: 'Corroborated · 4 reports',
      precision: 'somewhere in the settlement; true to about 12 km',
    });
  });

  it('of several counts them by kind, and never mixes what they are', () => {
    const some = [
      anEvent('e-aaaaaaaaaa'),
      anEvent('e-bbbbbbbbbb'),
      anEvent('e-cccccccccc', { kind: 'clash' }),
    ];
    expect(shortCardOf({ catalogue, lang: 'en' }, some)).toMatchObject({
      kind: undefined,
      title: { text: '3 events here' },
      sure: '2 strikes · 1 clash',
      meta: 'Dnipro',
    });
    expect(shortCardOf({ catalogue, lang: 'uk' }, some.slice(0, 2))).toMatchObject({
      kind: 'strike',
      sure: '2 удари',
    });
    expect(shortCardOf({ catalogue, lang: 'en' }, [])).toBeUndefined();
  });
});

describe('coordinates as text', () => {
  it('lie within the radius that the point is true to, and are no longer than that needs', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -85, max: 85, noNaN: true }),
        fc.integer({ min: 10, max: 200_000 }),
        (lng, lat, radius) => {
          const text = coordinatesText([lng, lat], radius);
          const [y, x] = text.split(', ').map(Number) as [number, number];
          expect(distance([lng, lat], [x, y])).toBeLessThanOrEqual(radius);
          const decimals = (text.split(', ')[0]?.split('.')[1] ?? '').length;
          // A step of the last decimal is not finer than a fortieth of the radius.
          expect(111_000 / 10 ** decimals).toBeGreaterThan(Math.min(radius / 41, 1));
        },
      ),
    );
    expect(coordinatesText([35.04621, 48.46471], 30)).toMatch(/^48\.4647\d?, 35\.0462\d?$/);
  });
});
