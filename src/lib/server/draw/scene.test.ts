import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, type View } from '#lib/domain/view/view.ts';
import type { ReportId } from '#lib/domain/reports/report.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import { day } from '#lib/domain/time/day.ts';
import { aPlace, aReport, anEvent } from '../../../../tests/fixtures/items.ts';
import { memoryReader } from '../../../../tests/fixtures/memory-reader.ts';
import { theFront } from '../../../../tests/fixtures/front.ts';
import { chipsOf } from '#lib/scene/chips.ts';
import { legendOf } from '#lib/scene/legend.ts';
import { deskCamera } from '#lib/look/cameras.ts';
import { buildScene } from './scene.ts';

const reader = memoryReader({
  ...theFront,
  places: [
    aPlace('dnipro', [35.04, 48.46], { en: 'Dnipro', uk: 'Дніпро', population: 980_000 }),
    aPlace('kurakhove', [37.28, 47.98], { en: 'Kurakhove', uk: 'Курахове', population: 18_000 }),
    aPlace('vilnius', [25.28, 54.69], { en: 'Vilnius', uk: 'Вільнюс', population: 580_000 }),
    aPlace('donetsk-oblast', [37.8, 48], { en: 'Donetsk Oblast', uk: 'Донецька область', kind: 'oblast' }),
  ],
  reports: [aReport('r-aaaaaaaaaa')],
  events: [
    anEvent('e-strikeaaaa'),
    anEvent('e-undatedaaa', {
      period: { until: day('2024-11-26') },
      kind: 'advance',
      point: [37.28, 47.98],
      location: { precision: 'district', radius_m: 15_000, place: 'kurakhove' as PlaceId },
    }),
    anEvent('e-wideaaaaaa', {
      point: null,
      location: { precision: 'oblast', place: 'donetsk-oblast' as PlaceId },
    }),
    anEvent('e-vilniusaaa', {
      kind: 'incident',
      by: 'unknown',
      theatre: 'elsewhere',
      role: 'rear',
      point: [25.28, 54.69],
      location: { precision: 'district', radius_m: 8000, place: 'vilnius' as PlaceId },
    }),
    anEvent('e-summeraaaa', { period: { from: day('2024-07-01'), until: day('2024-07-02') } }),
    (({ location: _, ...rest }) => ({ ...rest, point: null }))(anEvent('e-nowhereaaa')),
  ],
});
const sceneOf = (view: Partial<View> = {}, lang: 'en' | 'uk' = 'en') =>
  buildScene(reader, { ...DEFAULT_VIEW, ...view }, { lang });
const ids = (marks: readonly { id: string }[]) => marks.map((m) => m.id).sort();

describe('buildScene', () => {
  it('shows the last reviewed day and the week before it where the address says no more', async () => {
    const scene = await sceneOf();
    expect([scene.day, scene.start, scene.window]).toEqual([
      '2024-11-26',
      '2024-11-19',
      { from: '2024-11-20', until: '2024-11-27' },
    ]);
    expect([scene.demonstration, scene.resolution_m, scene.reviewed]).toEqual([true, 10_000, '2024-11-26']);
  });

  it('marks what stands to the window, and leaves the rest to the lists', async () => {
    const scene = await sceneOf();
    expect(ids(scene.marks)).toEqual(['e-strikeaaaa', 'e-undatedaaa', 'e-vilniusaaa']);
    expect(scene.wide.map((w) => [w.place.name, w.events.length])).toEqual([['Donetsk Oblast', 1]]);
    expect(scene.placeless).toBe(1);
    expect(scene.marks.find((m) => m.id === 'e-undatedaaa')?.standing).toBe('undated');
  });

  it('filters by kind, theatre, evidence and side, but never hides the event that it is about', async () => {
    expect(ids((await sceneOf({ kinds: ['strike'] })).marks)).toEqual(['e-strikeaaaa']);
    expect(ids((await sceneOf({ theatre: ['elsewhere'] })).marks)).toEqual(['e-vilniusaaa']);
    expect(ids((await sceneOf({ by: ['unknown'] })).marks)).toEqual(['e-vilniusaaa']);
    expect((await sceneOf({ evidence: ['geolocated'] })).marks).toEqual([]);
    expect(ids((await sceneOf({ kinds: ['strike'], event: 'e-summeraaaa' })).marks)).toEqual([
      'e-strikeaaaa',
      'e-summeraaaa',
    ]);
    expect(ids((await sceneOf({ report: 'r-aaaaaaaaaa' as ReportId })).marks)).toContain('e-summeraaaa');
  });

  it('tells what a dated statement moved from what stands as the ledger opened', async () => {
    const [russia] = (await sceneOf()).fronts;
    expect(russia?.side).toBe('russia');
    expect(russia?.unsourced.length).toBeGreaterThan(0);
    expect(russia?.sourced.length).toBeGreaterThan(0);
    const before = (await sceneOf({ day: day('2024-11-20') })).fronts[0];
    expect(before?.sourced).toEqual([]);
  });

  it('shows between two days everything that changed hands, however long ago, and the line of the earlier', async () => {
    const [compare, late] = [day('2024-09-01'), day('2024-12-26')];
    const scene = await sceneOf({ day: late, compare });
    expect(scene).toMatchObject({ compared: compare, start: compare, days: 116, freshDays: 116 });
    expect(scene.startLine?.day).toBe(compare);
    expect(scene.counts.flips).toBe(1);
    expect(scene.fresh).toHaveLength(1);
    expect((await sceneOf({ day: late, window: 'all' })).fresh).toEqual([]);
    expect(legendOf(scene).find((e) => e.key === 'start')?.words).toBe('Line on 1 Sept');
    // A later day is nothing that could be gone back to.
    expect((await sceneOf({ compare: day('2025-01-01') })).compared).toBeUndefined();
  });

  it('has fresh ground with its age, and the line of a week ago where it differs', async () => {
    const scene = await sceneOf();
    expect(scene.fresh.map((f) => [f.to, f.age])).toEqual([['russia', 2]]);
    expect(scene.startLine?.day).toBe('2024-11-19');
    const quiet = await sceneOf({ day: day('2024-11-20') });
    expect([quiet.fresh, quiet.startLine]).toEqual([[], undefined]);
  });

  it("finds Ukraine's front inside Russia", async () => {
    expect((await sceneOf()).fronts.map((f) => f.side)).toEqual(['russia', 'ukraine']);
  });

  it('names places in the language of the reader', async () => {
    const scene = await sceneOf({}, 'uk');
    expect(scene.marks.map((m) => m.place.name).sort()).toEqual(['Вільнюс', 'Дніпро', 'Курахове']);
    expect(scene.places.find((p) => p.id === 'kurakhove')).toMatchObject({ name: 'Курахове', named: true });
  });

  it('is empty, and not broken, for an edition that has nothing', async () => {
    const scene = await buildScene(memoryReader({}), DEFAULT_VIEW, { lang: 'en' });
    expect([scene.marks, scene.grounds, scene.fronts, scene.reviewed]).toEqual([[], [], [], undefined]);
  });
});

describe('chipsOf', () => {
  it('says where and how far what lies outside is', async () => {
    const frame = { camera: deskCamera, width: 908, height: 654 };
    const [vilnius, ...others] = chipsOf(await sceneOf(), frame);
    expect(others).toEqual([]);
    expect(vilnius).toMatchObject({ name: 'Vilnius', wind: 'nw', events: ['e-vilniusaaa'] });
    expect(vilnius?.km).toBeGreaterThan(900);
    expect((vilnius?.km ?? 1) % 10).toBe(0);
  });

  it('has none for what the picture shows', async () => {
    const frame = { camera: { lng: 25, lat: 54, zoom: 6 }, width: 600, height: 600 };
    expect(chipsOf(await sceneOf(), frame).map((c) => c.name)).not.toContain('Vilnius');
  });
});

describe('legendOf', () => {
  const keys = async (view: Partial<View> = {}, at?: { lng: number; lat: number; zoom: number }) =>
    legendOf(await sceneOf(view), at && { camera: at, width: 800, height: 500 }).map((e) => e.key);

  it('explains what is on screen and no more', async () => {
    const front = await keys({}, { lng: 36.5, lat: 48, zoom: 6.5 });
    expect(front).toEqual([
      'held',
      'pre2022',
      'fresh',
      'contested',
      'front',
      'unsourced',
      'start',
      'strike',
      'advance',
      'halo',
    ]);
    expect(await keys({}, { lng: 25.2, lat: 54.6, zoom: 8 })).toEqual(['incident', 'halo']);
  });

  it('calls the line a band where it would say more than is known', async () => {
    expect(await keys({}, { lng: 37, lat: 47.8, zoom: 9 })).toContain('band');
  });

  it('is silent about layers that are switched off', async () => {
    expect(await keys({ layers: ['front'] })).toEqual(['front', 'unsourced']);
  });
});
