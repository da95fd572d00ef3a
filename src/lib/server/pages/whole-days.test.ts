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
import { NEAR } from '../editions/near.ts';
import { readAsked, type Asked } from './asked.ts';
import { dayPage } from './day.ts';

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
      return listsOf(a, a.day ?? day('2025-07-31')).rows.map((r) => plain(r.where));
    };
    const [late] = await where('day=2025-07-20&window=1', 'en');
    expect(late).toMatch(/^Near Westlove and 1 other place, 1,980 ± 40 km²$/);
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

  it('of a demonstration is counted in patches and never measured', async () => {
    const page = await pageOf('2025-07-02', 'en', wholeDays({ demonstration: true }));
    expect(page.statements.map((s) => s.where)).toEqual(['Near Midlove, 1 patch']);
    expect(JSON.stringify(page)).not.toMatch(/\d\s?km²/);
  });

  it('is found when the edition is published, and pages ask that', async () => {
    const objects = await buildObjects(reader);
    const kept = objects.get(NEAR);
    expect(kept).toBeDefined();
    const renamed = new TextDecoder().decode(kept?.bytes).replaceAll('"midlove"', '"eastlove"');
    const published = {
      ...reader,
      edition: { ...reader.edition, digest: 'published' },
      object: (name: string) =>
        Promise.resolve(name === NEAR ? new TextEncoder().encode(renamed) : undefined),
    };
    const [told] = (await pageOf('2025-07-02', 'en', published)).statements;
    expect(plain(told?.where)).toBe('Near Eastlove, 330 ± 30 km²');
  });
});
