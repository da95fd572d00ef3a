import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedStore } from '../../../../tests/fixtures/shipped.ts';
import { LANGS, type Lang } from '#lib/domain/text.ts';
import { readConfig } from '../config.ts';
import type { Store } from '../store/store.ts';
import { readAsked, type Asked } from './asked.ts';
import { dayPage } from './day.ts';
import { editionsPage } from './editions.ts';
import { eventPage } from './event.ts';
import { eventsPage } from './events.ts';
import { frameOf } from './frame.ts';
import { homePage } from './home-page.ts';
import { correctionsPage } from './corrections.ts';
import { methodPage } from './method.ts';
import { placePage } from './place.ts';
import { reportPage, reportsPage } from './report.ts';
import { searchPage } from './search.ts';
import { sitemap } from './sitemap.ts';

const config = readConfig({ SALIENT_ORIGIN: 'https://map.example' });
const NOW = Date.parse('2024-11-27T12:00:00Z');
const STRIKE = 'e-qs5fjj7wdd';
const JADETIMES = 'r-5z2xwd7cec';

let store: Store;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ store, remove } = await shippedStore());
});
afterAll(() => remove());
const asked = (query = '', lang: Lang = 'en'): Promise<Asked> =>
  readAsked(store.public, new URLSearchParams(query), lang);

/** A page that must be there. */
const found = <T>(page: T | undefined): T => {
  if (page === undefined) throw new Error('the page is missing');
  return page;
};

describe('every page', () => {
  const pages = (a: Asked): Record<string, () => Promise<unknown>> => ({
    '/': async () => {
      const { boot, head } = await homePage(a, store.public, config, new URL('https://map.example/'), NOW);
      return { boot, head, about: boot.about };
    },
    '/events': () => eventsPage(a, config),
    '/events/…': () => eventPage(a, config, STRIKE),
    '/reports': () => reportsPage(a, config),
    '/reports/…': () => reportPage(a, config, JADETIMES),
    '/places/…': () => placePage(a, config, 'vuhledar'),
    '/days/…': () => dayPage(a, config, '2024-11-26'),
    '/search': () => searchPage(a, config, 'dnipro'),
    '/editions': () => editionsPage(a, config, store.public),
    '/method': () => methodPage(a, config, { twoPeople: true }),
    '/corrections': () => correctionsPage(a, config, store.public),
  });

  it.each(LANGS)(
    'says whole things in %s, with a title, a citation and a way to report an error',
    async (lang) => {
      for (const [path, make] of Object.entries(pages(await asked('', lang)))) {
        const page = (await make()) as {
          head: { title: string; description: string };
          about: { citation: string };
        };
        const text = JSON.stringify(page);
        expect(text, path).not.toMatch(/"[^"]*\b(undefined|NaN|\[object Object\])\b/);
        expect(page.head.title, path).toMatch(/\S/);
        expect(page.head.description, path).toMatch(/\S/);
        expect(page.about.citation, path).toMatch(/https:\/\/map\.example\//);
      }
    },
  );

  it.each(LANGS)('can be shown in %s before anything is published', async (lang) => {
    const reader = await store.public.at(0);
    const empty = { ...store.public, head: async () => found(reader).edition };
    const a = await readAsked(empty, new URLSearchParams(), lang);
    expect(a.edition.number).toBe(0);
    for (const [path, make] of Object.entries(pages(a))) {
      if (!path.endsWith('/…')) expect(JSON.stringify(await make()), path).not.toMatch(/\bundefined\b|NaN/);
    }
    expect(await eventPage(a, config, STRIKE)).toBeUndefined();
  });

  it('pins the edition in what it asks to be cited by', async () => {
    const page = found(await eventPage(await asked('edition=1'), config, STRIKE));
    expect(page.about.citation).toContain(`https://map.example/events/${STRIKE}?edition=1`);
  });
});

describe('an id or day that is garbage', () => {
  it('has no page, and does not break one', async () => {
    const a = await asked();
    for (const id of [
      '',
      '..',
      'e-aaaaaaaaaa',
      "'; drop table edition; --",
      '\u0000',
      'x'.repeat(5_000),
      '__proto__',
    ]) {
      expect(await eventPage(a, config, id)).toBeUndefined();
      expect(await reportPage(a, config, id)).toBeUndefined();
      expect(await placePage(a, config, id)).toBeUndefined();
      expect(await dayPage(a, config, id)).toBeUndefined();
    }
    expect(await dayPage(a, config, '2024-02-30')).toBeUndefined();
  });

  it('of an event of edition 2 has no page in edition 1', async () => {
    expect(await reportPage(await asked('edition=1'), config, JADETIMES)).toBeUndefined();
  });
});

describe('the page of an event', () => {
  it('tells claims one by one, with their speaker and report, and each speaker’s harm apart', async () => {
    const page = found(await eventPage(await asked(), config, STRIKE));
    expect(page.claims.length).toBeGreaterThan(1);
    for (const claim of page.claims) {
      expect(claim.speaker).toMatch(/\S/);
      expect(claim.report.href).toMatch(/^\/reports\/r-/);
    }
    expect(page.claims.some((c) => c.speaker.includes('Vladimir Putin, via Euromaidan Press'))).toBe(true);
    expect(page.harm.map((h) => h.text)).toEqual(['injured: 2', 'injured: 3']);
  });

  it('says when it happened and when it was reported as two things', async () => {
    const page = found(await eventPage(await asked('edition=1'), config, STRIKE));
    const fact = (name: string) => page.facts.find((f) => f.name === name)?.value;
    expect(fact('When')).toBe('18–24 Nov 2024');
    expect(fact('Reported')).toBe('26 Nov 2024');
  });

  it('has a picture only where there is a point', async () => {
    const a = await asked();
    const events = await a.reader.events();
    const nowhere = found(events.find((e) => !e.location));
    const page = found(await eventPage(a, config, nowhere.id));
    expect([page.pictures, page.onMap]).toEqual([undefined, undefined]);
    expect(page.noPoint).toMatch(/\S/);
    expect(found(await eventPage(a, config, STRIKE)).pictures).toBeDefined();
  });
});

describe('the page of a report', () => {
  it('shows how a report without a day is dated, and by which other report', async () => {
    const page = found(await reportPage(await asked(), config, JADETIMES));
    expect(page.facts.find((f) => f.name === 'Date')?.value).toBe(
      'between 25 November 2024 and 31 December 2024',
    );
    expect(page.dating?.text.text).toContain('Vilnius');
    expect(page.dating?.reports.length).toBeGreaterThan(0);
    expect(page.rows.length).toBeGreaterThan(10);
  });
});

describe('the page of a place', () => {
  it('tells who held it when, and by which report that changed', async () => {
    const { held, names } = found(await placePage(await asked(), config, 'vuhledar'));
    expect(held?.list.length).toBeGreaterThan(1);
    expect(held?.list[0]).toMatchObject({ when: 'since 2 Oct 2024' });
    expect(held?.list[0]?.sources.length).toBeGreaterThan(0);
    expect(names.map((n) => n.text)).toEqual(expect.arrayContaining(['Vuhledar', 'Вугледар', 'Угледар']));
  });

  it('gives the distance to the front no finer than the line is true', async () => {
    const distance = async (id: string) => found(await placePage(await asked(), config, id)).distance;
    expect(await distance('kyiv')).toMatch(/^about \d+[05] km on 26 November 2024/);
    expect(await distance('kurakhove')).toMatch(/^less than the 10 km/);
  });
});

describe('a search', () => {
  it.each([
    ['Ugledar', 'vuhledar'],
    ['Вугледар', 'vuhledar'],
    ['Курахово', 'kurakhove'],
    ['kurahove', 'kurakhove'],
    ['Dnipropetrovsk', 'dnipro'],
    ['Дніпро', 'dnipro'],
    ['київ', 'kyiv'],
    ['Kiev', 'kyiv'],
  ])('for %s finds %s, in any script and by old names', async (query, id) => {
    const { places } = await searchPage(await asked(), config, query);
    expect(places.map((p) => p.key)).toContain(id);
  });

  it('finds events and reports by their words', async () => {
    const found = await searchPage(await asked(), config, 'Intermediate-range');
    expect(found.events.map((e) => e.key)).toContain(STRIKE);
    expect((await searchPage(await asked(), config, 'jadetimes')).reports.map((r) => r.key)).toEqual([
      JADETIMES,
    ]);
  });

  it('of garbage finds nothing, says so and does not break', async () => {
    for (const query of ['%', '_', '"', "'", '* OR 1=1', 'xq(', '\u0000', '|', 'xyzzy', 'я'.repeat(500)]) {
      const page = await searchPage(await asked(), config, query);
      expect([page.places, page.events, page.reports].flat(), query).toEqual([]);
      expect(page.message, query).toMatch(/\S/);
    }
  });
});

describe('the frame around a page', () => {
  const frame = async (query: string, path = '/') =>
    frameOf(await asked(query), config, new URL(`https://map.example${path}?${query}`), null);
  const notes = async (query: string) => (await frame(query)).notes.map((n) => n.text);

  it('has no note where all is as usual', async () => {
    expect(await notes('')).toEqual([]);
  });

  it('notes an old edition, one that there is not, and a day before the first, each with a way to the newest', async () => {
    expect(await notes('edition=1')).toEqual(['This is edition 1. The newest is 2.']);
    expect(await notes('edition=99')).toEqual(['There is no edition 99 yet; edition 2 is shown.']);
    expect((await notes('known=2024-11-23'))[0]).toContain('23 November 2024; edition 1 is shown');
    expect((await frame('edition=1&theme=dark')).notes[0]?.link?.href).toBe('/?theme=dark');
  });

  it('notes a parameter that could not be read, quoted', async () => {
    expect((await notes('day=yesterday&window=0')).join()).toMatch(/“day=yesterday”.*“window=0”/);
  });

  it('notes a day for which no line is kept', async () => {
    expect((await notes('day=2025-06-01'))[0]).toMatch(/kept from 1 Sept 2024 to 26 Nov 2024/);
  });

  it('says who publishes, or that nobody does', async () => {
    expect(await frame('')).toMatchObject({ publisher: 'Unattended demonstration', contact: undefined });
    const named = readConfig({ SALIENT_PUBLISHER: 'The Test', SALIENT_CONTACT: 'desk@test.example' });
    expect(frameOf(await asked(), named, new URL('https://map.example/'), null).publisher).toBe(
      'Published by The Test',
    );
  });

  it('keeps the view when the language or the theme changes, and names the same page to search engines', async () => {
    const { languages, themes, canonical } = await frame('day=2024-11-21&kinds=strike', '/uk/events');
    expect(languages.map((l) => l.href)).toEqual([
      '/events?day=2024-11-21&kinds=strike',
      '/uk/events?day=2024-11-21&kinds=strike',
    ]);
    expect(themes.every((t) => t.href.includes('day=2024-11-21'))).toBe(true);
    expect(canonical).toBe('https://map.example/events');
  });
});

describe('the sitemap', () => {
  it('names every event, report and day in both languages, and nothing twice', async () => {
    const xml = await sitemap(await asked(), 'https://map.example');
    const locations = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => m[1]);
    expect(new Set(locations).size).toBe(locations.length);
    for (const e of await (await asked()).reader.events()) {
      expect(locations).toContain(`https://map.example/events/${e.id}`);
      expect(locations).toContain(`https://map.example/uk/events/${e.id}`);
    }
    expect(locations).toContain('https://map.example/days/2024-11-26');
  });
});
