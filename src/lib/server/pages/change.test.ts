import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { theLedgers, theReport, theStates } from '../../../../tests/fixtures/days.ts';
import { areaOf, aStatement, square } from '../../../../tests/fixtures/ground.ts';
import { memoryReader, type Contents } from '../../../../tests/fixtures/memory-reader.ts';
import { shippedStore } from '../../../../tests/fixtures/shipped.ts';
import { LANGS, type Lang } from '#lib/domain/text.ts';
import { EMPTY_EDITION } from '#lib/domain/history/edition.ts';
import { readConfig } from '../config.ts';
import type { PublicStore, Store } from '../store/store.ts';
import { readAsked } from './asked.ts';
import { changePage } from './change.ts';
import { dayPage } from './day.ts';
import { frameOf } from './frame.ts';

const config = readConfig({ SALIENT_ORIGIN: 'https://map.example' });

const storeOf = (contents: Contents): PublicStore => {
  const reader = memoryReader(contents);
  return {
    head: () => Promise.resolve(reader.edition),
    editions: () => Promise.resolve([reader.edition]),
    editionBefore: () => Promise.resolve(reader.edition),
    at: () => Promise.resolve(reader),
    object: () => Promise.resolve(undefined),
    widget: () => Promise.resolve(undefined),
    isGone: () => Promise.resolve(false),
    review: () => Promise.resolve({ twoPeople: true }),
    ready: () => Promise.resolve(),
  };
};
const pageOf = async (store: PublicStore, query: string, lang: Lang = 'en') => {
  const params = new URLSearchParams(query);
  return changePage(await readAsked(store, params, lang), config, params);
};
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const km2 = (...boxes: [number, number, number, number][]): string =>
  (Math.round(boxes.reduce((sum, box) => sum + areaOf([square(...box)]), 0) / 1e5) / 10).toLocaleString(
    'en',
    {
      minimumFractionDigits: 1,
    },
  );

const TURNED_BACK = [37.4, 47.8, 37.5, 48] as const;
const LATER = [37.4, 48.2, 37.8, 48.3] as const;

describe('the page of a change that may be measured', () => {
  const store = storeOf({ ledgers: theLedgers, statements: theStates, reports: [theReport] });
  const page = async (query: string, lang: Lang = 'en') => {
    const made = await pageOf(store, query, lang);
    const [figures] = made.figures;
    if (!figures) throw new Error('no figures');
    return { ...made, russia: figures };
  };

  it('says in a sentence what was gained and lost, with the days', async () => {
    const { russia, title } = await page('from=2024-11-10&to=2024-11-30');
    expect(plain(title)).toBe('What changed between 10 and 30 November 2024');
    expect(plain(russia.sentence)).toMatch(
      /^Between 10 and 30 November 2024 Russia gained 3\d\d ± \d km² and lost 16\d ± \d km²\.$/,
    );
    const ukrainian = await page('from=2024-11-10&to=2024-11-30', 'uk');
    expect(plain(ukrainian.russia.sentence)).toMatch(
      /^Між 10 і 30 листопада 2024 року Росія зайняла 3\d\d ± \d км² і втратила 16\d ± \d км²\.$/,
    );
  });

  it('has a table by region that adds up, once where it is the same with and without what was held before', async () => {
    const { russia } = await page('from=2024-11-10&to=2024-11-30');
    expect(russia.groups).toHaveLength(1);
    expect(russia.note).toContain('the same');
    const [group] = russia.groups;
    expect(group?.rows.map((r) => r.name)).toEqual(['Donetsk Oblast']);
    for (const row of [group?.rows[0], group?.total]) {
      expect(row?.gained).toBe(km2([...LATER]));
      expect(row?.lost).toBe(km2([...TURNED_BACK]));
      expect(row?.net).toBe(
        `+${((areaOf([square(...LATER)]) - areaOf([square(...TURNED_BACK)])) / 1e6).toFixed(1)}`,
      );
      expect(Number(row?.uncertainty)).toBeGreaterThan(1);
    }
  });

  it('tells twice what is not the same with and without', async () => {
    const reached = theStates.map((s) =>
      s.day === '2024-11-20'
        ? { ...s, area: { type: 'Polygon' as const, coordinates: [[...square(37.5, 47.8, 38.2, 48.2)]] } }
        : s,
    ) as typeof theStates;
    const made = await pageOf(
      storeOf({ ledgers: theLedgers, statements: reached, reports: [theReport] }),
      'from=2024-11-10&to=2024-11-30',
    );
    // What was occupied before is gained in neither way, for it was held throughout or is left out.
    const groups = made.figures[0]?.groups ?? [];
    expect(groups.map((g) => g.total.gained)).toEqual([km2([37.8, 47.8, 38, 48.2])]);
    const ended = aStatement('russia', square(38, 47.8, 38.4, 48.2), '2024-11-25', {
      basis: 'pre-2022',
      ends: true,
    });
    const freed = [...theStates, ended];
    const other = await pageOf(
      storeOf({ ledgers: theLedgers, statements: freed, reports: [theReport] }),
      'from=2024-11-21&to=2024-11-30',
    );
    expect(other.figures[0]?.groups.map((g) => [g.heading, g.total.lost])).toEqual([
      ['Ground occupied before 2022 counted as held', km2([38, 47.8, 38.4, 48.2])],
      ['Ground occupied before 2022 left out', '0.0'],
    ]);
  });

  it('has the same ± as the day on which the ground changed hands', async () => {
    for (const lang of LANGS) {
      const { russia } = await page('from=2024-11-09&to=2024-11-10', lang);
      const told = await dayPage(await readAsked(store, new URLSearchParams(), lang), config, '2024-11-10');
      const [amount] = /[\d.,]+ ± [\d.,]+/.exec(plain(told?.statements[0]?.where ?? '')) ?? [];
      expect(amount).toMatch(/^33\d ± 6/);
      expect(plain(russia.sentence)).toContain(amount);
    }
  });

  it('warns of a definition that changed in between, in words and in the chart, and only then', async () => {
    const across = await page('from=2024-11-10&to=2024-11-30');
    expect(across.russia.warnings.join(' ')).toContain('20 Nov 2024 the definition of');
    expect(across.russia.chart?.breakAt).toBe(500);
    const before = await page('from=2024-11-01&to=2024-11-19');
    expect(before.russia.warnings.join(' ')).not.toContain('definition');
    expect(before.russia.chart?.breakAt).toBeUndefined();
  });

  it('says for which days there is no report', async () => {
    const { russia } = await page('from=2024-11-01&to=2024-11-20');
    expect(russia.warnings.join(' ')).toContain(
      'For 17 days there is no report: 2 Nov – 9 Nov, 11 Nov – 19 Nov.',
    );
  });

  it('draws the net change by day, with the same in words', async () => {
    const { russia } = await page('from=2024-11-01&to=2024-11-30');
    expect(russia.chart?.path).toMatch(/^M0 400H310\.3V[\d.]+H655\.2V0H1000V0$/);
    expect(russia.chart?.text).toMatch(/from 1 Nov 2024 to 30 Nov 2024: between 0.* and \+/);
  });

  it('is of a region or a box where one is asked for', async () => {
    const region = await page('from=2024-11-10&to=2024-11-30&oblast=UA-14');
    expect(region.russia.sentence).toContain('in Donetsk Oblast Russia gained');
    expect(region.russia.groups[0]?.total).toMatchObject({ name: 'Donetsk Oblast', gained: km2([...LATER]) });
    const elsewhere = await page('from=2024-11-10&to=2024-11-30&oblast=UA-65');
    expect(elsewhere.russia.sentence).toContain('neither gained nor lost');
    const box = await page('from=2024-11-10&to=2024-11-30&within=37.3,47.5,37.45,48.25');
    expect(box.russia.groups[0]?.total).toMatchObject({
      gained: km2([37.4, 48.2, 37.45, 48.25]),
      lost: km2([37.4, 47.8, 37.45, 48]),
    });
    expect(box.form?.hidden).toContainEqual({ name: 'within', value: '37.3,47.5,37.45,48.25' });
  });

  it('is of an area that was drawn, with the figures that its box has where it is a box', async () => {
    const query = 'from=2024-11-10&to=2024-11-30&within=';
    const box = await page(`${query}37.3,47.5,37.45,48.25`);
    const corners = '37.3,47.5_37.45,47.5_37.45,48.25_37.3,48.25';
    const drawn = await page(query + corners);
    expect(drawn.notes).toEqual([]);
    expect(drawn.russia.groups[0]?.total).toEqual({
      ...box.russia.groups[0]?.total,
      name: 'The area drawn',
    });
    expect(plain(drawn.russia.sentence)).toContain(
      'in an area of 933 km² around 47.9° north and 37.4° east Russia gained',
    );
    expect(drawn.form?.hidden).toContainEqual({ name: 'within', value: corners });
    expect(drawn.about.citation).toContain(`&within=${corners}&edition=1`);
    for (const { href } of drawn.data) expect(new URL(href, 'https://a.example').searchParams.get('within')).toBe(corners); // prettier-ignore
    // One half of ground that was lost, cut from corner to corner.
    const half = await page(`${query}37.4,47.8_37.45,47.8_37.45,48`);
    const lost = Number(drawn.russia.groups[0]?.total.lost);
    expect(Math.abs(Number(half.russia.groups[0]?.total.lost) - lost / 2)).toBeLessThan(0.3);
  });

  it('shows the part that is asked for as a map, outlined, in the page and as a picture of its own', async () => {
    const corners = '37.3,47.5_37.45,47.5_37.3,48.25';
    const { picture, head } = await page(`from=2024-11-10&to=2024-11-30&within=${corners}`);
    for (const drawn of Object.values(picture?.pictures ?? {}))
      expect(drawn).toContain('stroke-dasharray="7 5"');
    const image = new URL(head.image ?? '');
    expect(image.pathname).toBe('/map.png');
    expect(image.searchParams.get('within')).toBe(corners);
    expect(image.searchParams.get('compare')).toBe('2024-11-10');
    expect(picture?.open.href).toContain('day=2024-11-30&area=37.3,47.5,37.45,48.25&compare=2024-11-10');
    expect(picture?.everywhere.href).toBe('/change?from=2024-11-10&to=2024-11-30');
    expect((await page('from=2024-11-10&to=2024-11-30')).picture).toBeUndefined();
  });

  it('says where an area is too small for what the line is true to', async () => {
    const { notes } = await page('from=2024-11-10&to=2024-11-30&within=37.4,47.8_37.4003,47.8_37.4,47.8003');
    expect(notes.map((n) => n.text).join(' ')).toContain('next to nothing');
  });

  it('is cited with both days and the edition, and leads to the same as data', async () => {
    const { about, data } = await page('from=2024-11-30&to=2024-11-10&oblast=UA-14');
    expect(about.citation).toContain(
      'https://map.example/change?from=2024-11-10&to=2024-11-30&oblast=UA-14&edition=1',
    );
    expect(data.map((d) => d.href)).toEqual([
      '/data/1/change.csv?from=2024-11-10&to=2024-11-30&oblast=UA-14',
      '/data/1/change.json?from=2024-11-10&to=2024-11-30&oblast=UA-14',
    ]);
  });

  it('keeps its days when language or theme is changed', async () => {
    const url = new URL('https://map.example/change?from=2024-11-10&to=2024-11-30&oblast=UA-14');
    const frame = frameOf(await readAsked(store, url.searchParams, 'en'), config, url, null);
    for (const { href } of [...frame.languages, ...frame.themes]) {
      expect(new URL(href, url).searchParams.get('from'), href).toBe('2024-11-10');
      expect(new URL(href, url).searchParams.get('oblast'), href).toBe('UA-14');
    }
  });

  it.each([
    ['from=nonsense', '“from=nonsense” could not be read'],
    ['oblast=UA-99', '“oblast=UA-99” could not be read'],
    ['within=1,2', '“within=1,2” could not be read'],
    ['from=2024-11-30&to=2024-11-10', 'in order'],
    ['from=1990-01-01', '1 Jan 1990 is outside of the ledgers; 1 Nov 2024 is taken instead.'],
    ['from=2024-11-10&to=2024-11-10', 'Both days were the same'],
    ['oblast=UA-14&within=36,47,37,48', 'the region is shown'],
    ['within=36,47_37,48_37,47_36,48', 'crosses itself; everything is shown instead.'],
    ['within=36,47_37,48', 'fewer than three corners'],
    ['within=36,47_37,48_38,49', 'on one line'],
    ['within=0,10_90,10_45,70', 'wider than this map'],
  ])('notes what it could not use and shows what is nearest: %s', async (query, note) => {
    const { notes, russia } = await page(query);
    expect(notes.map((n) => n.text).join(' ')).toContain(note);
    expect(russia.sentence).toMatch(/November 2024/);
  });
});

describe('the page of a change of demonstration data', () => {
  let store: Store;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ store, remove } = await shippedStore());
  });
  afterAll(() => remove());

  it('withholds every figure, says why, and lists the days on which the line moved, by place', async () => {
    for (const lang of LANGS) {
      const page = await pageOf(store.public, 'from=2024-09-01&to=2024-11-26', lang);
      expect(page.figures).toEqual([]);
      expect(JSON.stringify([page.moved, page.figures])).not.toMatch(/\d\s*(km²|км²)/);
      expect(page.moved?.why).toMatch(lang === 'en' ? /withheld.*about 10 km/ : /не подаються.*10 км/);
      const days = page.moved?.days ?? [];
      expect(days.length).toBeGreaterThan(3);
      expect(days.map((d) => d.key)).toEqual([...days.map((d) => d.key)].sort());
      for (const d of days) {
        expect(d.href).toContain(`/days/${d.key}`);
        expect(d.moves.flatMap((m) => m.places).length, d.key).toBeGreaterThan(0);
      }
    }
  });

  it('lists only what moved in the region asked for', async () => {
    const titles = async (query: string) =>
      (await pageOf(store.public, query)).moved?.days.flatMap((d) => d.moves.map((m) => m.title.text)) ?? [];
    const all = await titles('from=2024-09-01&to=2024-11-26');
    const donetsk = await titles('from=2024-09-01&to=2024-11-26&oblast=UA-14');
    expect(donetsk.length).toBeGreaterThan(0);
    expect(all).toEqual(expect.arrayContaining(donetsk));
    expect(await titles('from=2024-09-01&to=2024-11-26&oblast=UA-46')).toEqual([]);
  });
});

it('can be shown before anything is published', async () => {
  const store = storeOf({});
  const empty = { ...store, head: () => Promise.resolve(EMPTY_EDITION) };
  const page = await pageOf(empty, 'from=2024-11-01');
  expect(page.empty).toContain('Nothing has been published yet');
  expect(JSON.stringify(page)).not.toMatch(/undefined|NaN/);
});
