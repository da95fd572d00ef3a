import { describe, expect, it } from 'vitest';
import { wholeDays, storeOf } from '../../../../tests/fixtures/whole-days.ts';
import { day } from '#lib/domain/time/day.ts';
import type { Lang } from '#lib/domain/text.ts';
import { listsOf } from '#lib/scene/lists.ts';
import { atlasOf, type MapData } from '#lib/scene/map-data.ts';
import { mapJson } from '../api/map-data.ts';
import { readConfig } from '../config.ts';
import { controlFileOf } from '../editions/control.ts';
import { buildObjects } from '../editions/objects.ts';
import { readAsked, type Asked } from './asked.ts';
import { dayPage } from './day.ts';
import { placePage } from './place.ts';

const config = readConfig({ SALIENT_ORIGIN: 'https://map.example' });
const reader = wholeDays();
const asked = (query = '', lang: Lang = 'en', of = reader): Promise<Asked> =>
  readAsked(storeOf(of), new URLSearchParams(query), lang);
const plain = (text: string | undefined): string | undefined => text?.replace(/\u00a0/g, ' ');
const pageOf = async (d: string, lang: Lang = 'en', of = reader) => {
  const page = await dayPage(await asked('', lang, of), config, d);
  if (!page) throw new Error('the page is missing');
  return page;
};

describe('a change that a whole day shows', () => {
  it('is told by the places near to it and by its size, in the lists of both languages', async () => {
    const where = async (query: string, lang: Lang) => {
      const a = await asked(query, lang);
      return listsOf(a, a.day ?? day('2025-07-31')).rows.map((r) => plain(r.title));
    };
    const [late] = await where('day=2025-07-20&window=1', 'en');
    // The line is 44 km longer in the north and in the south, where none ran before, and 44 km of it run in the west.
    expect(late).toMatch(/^Near Westlove and 1 other place, 1,980 ± 70 km²$/);
    expect(await where('day=2025-07-02&window=1', 'en')).toEqual(['Near Midlove, 330 ± 30 km²']);
    expect(await where('day=2025-07-02&window=1', 'uk')).toEqual(['Поблизу: Середнє, 330 ± 30 км²']);
    expect(await where('day=2025-07-03&window=1', 'en')).toEqual([]);
  });

  it('is named in the sentence of the window', async () => {
    const sentence = async (query: string, lang: Lang = 'en') => {
      const a = await asked(query, lang);
      return listsOf(a, a.day ?? day('2025-07-31')).sentence.lead;
    };
    expect(await sentence('day=2025-07-02&window=1')).toBe('The line moved near Midlove.');
    expect(await sentence('day=2025-07-02&window=1', 'uk')).toBe('Лінія змінилася: Середнє.');
    expect(await sentence('day=2025-07-20&window=1')).toBe('The line moved near Westlove and Midlove.');
  });

  it('is told on the map page as in the pages of the server, though a browser knows few places', async () => {
    const data = JSON.parse(await mapJson(reader)) as MapData;
    expect(data.places.map((p) => p.id as string).sort()).not.toContain('hamlet');
    const sent = atlasOf(data, await controlFileOf(reader));
    for (const query of ['day=2025-07-02&window=1', 'day=2025-07-20&window=all']) {
      const a = await asked(query);
      const d = a.day ?? day('2025-07-31');
      expect(listsOf({ ...a, ...sent }, d)).toEqual(listsOf(a, d));
    }
  });

  it('is told on the page of its day, with links to the places; what did not change says so', async () => {
    const [told] = (await pageOf('2025-07-02')).statements;
    expect(plain(told?.where)).toBe('Near Midlove, 330 ± 30 km²');
    expect(told?.places).toEqual([{ text: 'Midlove', href: '/places/midlove' }]);
    const page = await pageOf('2025-07-03');
    expect(page.statements.map((s) => s.where)).toEqual(['The same ground as in the state before.']);
    expect((await pageOf('2025-07-02')).head.description).toContain('Near Midlove');
  });

  it('is not what a ledger begins with', async () => {
    const [first] = (await pageOf('2025-07-01')).statements;
    expect(first).toMatchObject({ title: 'The line on 1 July 2025', where: undefined, places: [] });
  });

  it('of a demonstration is counted in patches and never measured', async () => {
    const page = await pageOf('2025-07-02', 'en', wholeDays({ demonstration: true }));
    expect(page.statements.map((s) => s.where)).toEqual(['Near Midlove, 1 patch']);
    expect(JSON.stringify(page)).not.toMatch(/\d\s?km²/);
  });

  it('is found when the edition is published, and pages ask that', async () => {
    const objects = await buildObjects(reader);
    const name = 'control/near/2025-07.json';
    const kept = objects.get(name);
    if (!kept || kept === 'same') throw new Error('nothing is found');
    const renamed = new TextDecoder().decode(kept.bytes).replaceAll('"midlove"', '"eastlove"');
    const published = {
      ...reader,
      edition: { ...reader.edition, digest: 'published' },
      objects: () => Promise.resolve(new Map([[name, 'a hash']])),
      objectsUnder: (asked: string) =>
        Promise.resolve(new Map(name.startsWith(asked) ? [[name, new TextEncoder().encode(renamed)]] : [])),
    };
    const [told] = (await pageOf('2025-07-02', 'en', published)).statements;
    expect(plain(told?.where)).toBe('Near Eastlove, 330 ± 30 km²');
  });
});

describe('the page of a place under whole days', () => {
  const placeOf = async (id: string, query = '', lang: Lang = 'en', of = reader) => {
    const page = await placePage(await asked(query, lang, of), config, id);
    if (!page) throw new Error('the page is missing');
    return page;
  };
  /** The text alternative of a drawing. */
  const labelOf = (svg: string | undefined): string =>
    plain(/role="img" aria-label="([^"]*)"/.exec(svg ?? '')?.[1]) ?? '';

  it('tells every change of hands, each with the statement of its day and the report', async () => {
    const { held } = await placeOf('midlove');
    expect(held?.list.map((s) => [s.when, s.status])).toEqual([
      ['since 20 Jul 2025', 'Ground Russia is assessed to hold'],
      ['4 Jul 2025 to 19 Jul 2025', 'Not in any ledger of ground that Russia holds'],
      ['2 Jul 2025 to 3 Jul 2025', 'Ground Russia is assessed to hold'],
      ['1 Jul 2025 to 1 Jul 2025', 'Not in any ledger of ground that Russia holds'],
    ]);
    expect(held?.list[2]?.told).toMatchObject([
      {
        text: 'The line on 2 July 2025',
        href: '/days/2025-07-02',
        sources: [{ href: '/reports/r-aaaaaaaaaa' }],
      },
    ]);
    expect(held?.list.map((s) => s.swatch !== undefined)).toEqual([true, false, true, false]);
  });

  it('draws who held it as a bar, as wide as the days, and says the same in words', async () => {
    const { held } = await placeOf('midlove');
    expect(labelOf(held?.bar.desk)).toMatch(
      /^Who held Midlove from 1 July 2025 to 31 July 2025: 1 Jul 2025 to 1 Jul 2025: Not in .*; since 20 Jul 2025: Ground Russia is assessed to hold\.$/,
    );
    // Of 31 days Russia held the town on 2 and on the last 12.
    const wide = [...(held?.bar.desk ?? '').matchAll(/h([\d.]+)v34h-[\d.]+Z" fill="var\(--map-held\)"/g)];
    const days = wide.map((m) => (Number(m[1]) / 816) * 31);
    expect(days.map((d) => Math.round(d * 10) / 10)).toEqual([2, 12]);
    const uk = await placeOf('midlove', '', 'uk');
    expect(labelOf(uk.held?.bar.phone)).toMatch(
      /^Хто контролював: Середнє, з 1 липня 2025 до 31 липня 2025\./,
    );
  });

  it('draws the distance to the front by day, and gives it as a table', async () => {
    const { distances } = await placeOf('westlove');
    // From 37.05 to 37.6, 37.5 and 37 degrees east, at 48.2 north.
    expect(distances?.table.map((r) => plain(r.distance))).toEqual(['41 km', '3.5 km']);
    expect(labelOf(distances?.chart.desk)).toBe(
      'Distance from Westlove to the front from 1 July 2025 to 31 July 2025: 41 km at first, 3.5 km at last, never nearer than 3.5 km or farther than 41 km.',
    );
    const steps = /d="(M[^"]*)" fill="none" stroke="var\(--map-ink\)"/.exec(distances?.chart.desk ?? '')?.[1];
    expect(steps?.match(/V/g)).toHaveLength(3);
    expect(plain(distances?.note)).toContain('true to about 500 m');
  });

  it('names the nearest change of the last thirty days, with a way to its day', async () => {
    const nearest = async (id: string, query = '', lang: Lang = 'en') => {
      const { nearest: found } = await placeOf(id, query, lang);
      return [found?.link?.href, plain(found?.link?.text), found?.text];
    };
    expect(await nearest('eastlove')).toEqual([
      '/days/2025-07-20',
      'about 26 km west, on 20 July 2025',
      'in the 30 days to 31 July 2025',
    ]);
    expect(await nearest('westlove', 'day=2025-07-03')).toEqual([
      '/days/2025-07-02',
      'about 33.5 km east, on 2 July 2025',
      'in the 30 days to 3 July 2025',
    ]);
    expect((await nearest('midlove', '', 'uk'))[1]).toBe('менше ніж за 500 м, 20 липня 2025');
    expect(await nearest('midlove', 'day=2025-07-01')).toEqual([
      undefined,
      undefined,
      'None is dated to the 30 days to 1 July 2025.',
    ]);
  });

  it('is no finer than a demonstration is true', async () => {
    const demonstration = wholeDays({ demonstration: true, resolution_m: 10_000 });
    const { distances, distance, nearest } = await placeOf('westlove', '', 'en', demonstration);
    expect(distances?.table.map((r) => plain(r.distance))).toEqual(['41 km', 'less than 10 km']);
    expect(plain(labelOf(distances?.chart.phone))).toContain('never nearer than 10 km');
    expect(distance).toMatch(/^less than the 10 km to which the line is true/);
    expect(plain(nearest?.link?.text)).toBe('less than 10 km away, on 20 July 2025');
  });
});
