import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Review } from '#lib/domain/control/review.ts';
import { day } from '#lib/domain/time/day.ts';
import { buildObjects } from '#lib/server/editions/objects.ts';
import { besides, words } from '../fixtures/desk.ts';
import { aReview } from '../fixtures/review.ts';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
const publish = (reviews: readonly Review[]): Promise<unknown> =>
  besides(site, async (store) => {
    const revisions = await store.desk.save(
      reviews.map((payload) => ({ kind: 'statement', payload, by: 'tester' })),
    );
    const head = await store.public.head();
    await store.desk.publish(
      {
        published_at: Math.max(Date.now(), head.published_at + 1),
        note: { en: 'Reviewed.' },
        entries: reviews.map(({ id }, i) => ({
          kind: 'statement',
          id,
          revision: revisions[i] as number,
          change: 'new',
        })),
      },
      buildObjects,
    );
  });
const SECTOR: NonNullable<Review['area']> = {
  type: 'Polygon',
  coordinates: [
    [
      [35, 47.4],
      [36, 47.4],
      [36, 47.9],
      [35, 47.9],
      [35, 47.4],
    ],
  ],
};

beforeAll(async () => {
  site = await demonstration();
});
afterAll(() => site.end());

describe('when ground was last reviewed', () => {
  it('is recorded nowhere in the data that ship, which is said and not made up', async () => {
    expect(await site.json('/data/latest/reviewed.geojson')).toEqual({
      type: 'FeatureCollection',
      features: [],
    });
    const page = words(await site.text('/?reviewed=1'));
    expect(page).toContain('Elsewhere not recorded');
    expect(page).toContain('No review recorded');
    expect(page).not.toMatch(/Reviewed (up to|over|\d)/);
    expect(words(await site.text('/?place=kurakhove'))).toContain('Line here last reviewed not recorded');
  });

  it('is told once it is published: as data, in words, in the card of a place and in the picture', async () => {
    await publish([
      aReview('v-aaaaaaaaaa', { note: { en: 'Reports of both staffs.' }, reviewer: 'The desk' }),
      aReview('v-bbbbbbbbbb', { area: SECTOR, title: { en: 'Orikhiv sector' }, day: day('2024-11-10') }),
    ]);
    const { features } = await site.json<GeoJSON.FeatureCollection>('/data/latest/reviewed.geojson');
    expect(features.map((f) => [f.id, f.geometry.type, f.properties])).toEqual([
      [
        'v-aaaaaaaaaa',
        'MultiPolygon',
        {
          day: '2024-11-24',
          note: { en: 'Reports of both staffs.' },
          oblast: 'UA-14',
          reviewer: 'The desk',
          title: { en: 'Donetsk Oblast', uk: 'Донецька область' },
        },
      ],
      ['v-bbbbbbbbbb', 'Polygon', { day: '2024-11-10', title: { en: 'Orikhiv sector' } }],
    ]);
    const manifest = await site.json<{ objects: object }>('/data/latest/manifest.json');
    expect(Object.keys(manifest.objects)).toContain('reviewed.geojson');

    const page = words(await site.text('/?day=2024-11-26'));
    expect(page).toContain('Donetsk Oblast 24 Nov 2024, 2 days before, by The desk Reports of both staffs.');
    expect(page).toContain('Orikhiv sector 10 Nov 2024, 16 days before');
    expect(page).toContain('Elsewhere not recorded');
    expect(words(await site.text('/uk?day=2024-11-26'))).toContain(
      'Донецька область 24 лист. 2024, 2 дні тому',
    );
    const card = words(await site.text('/?place=kurakhove&day=2024-11-26'));
    expect(card).toContain('Line here last reviewed 24 Nov 2024');
    // On a day before it nobody had looked.
    expect(words(await site.text('/?place=kurakhove&day=2024-11-20'))).toContain(
      'Line here last reviewed not recorded',
    );
    expect(words(await site.text('/?day=2024-11-20'))).not.toContain('2 days before');
  });

  it('is said on the page of each place that lies there, as the edition that is shown knows it', async () => {
    const page = async (path: string) => words(await site.text(path));
    const said = 'Line here last reviewed Reviewed on 24 November 2024, nothing changed';
    const whole = `${said} Donetsk Oblast , by The desk . Reports of both staffs.`;
    expect(await page('/places/kurakhove')).toContain(whole);
    expect(await page('/places/donetsk-oblast')).toContain(said);
    expect(await page('/uk/places/kurakhove')).toContain(
      'Лінію тут востаннє переглянуто Переглянуто 24 листопада 2024, нічого не змінилося Донецька область , переглянули: The desk',
    );
    // Orikhiv lies in the sector, and its oblast was not looked at as a whole.
    expect(await page('/places/orikhiv?day=2024-11-26')).toContain(
      'Reviewed on 10 November 2024, nothing changed Orikhiv sector',
    );
    for (const path of [
      '/places/zaporizhzhia-oblast',
      '/places/dnipro',
      '/places/kurakhove?day=2024-11-20',
      '/places/kurakhove?edition=2',
    ])
      expect(await page(path), path).not.toContain('nothing changed');
  });

  it('is drawn only where it is asked for', async () => {
    const [off, on, before] = await Promise.all(
      ['day=2024-11-26', 'day=2024-11-26&reviewed=1', 'day=2024-11-01&reviewed=1'].map((query) =>
        site.text(`/map.svg?${query}&width=1200&height=630`),
      ),
    );
    const said = (svg: string | undefined) => words(svg ?? '');
    expect(said(on)).toContain('Reviewed up to 3 days before');
    expect(said(on)).toContain('Reviewed 8–30 days before');
    expect(said(on)).toContain('No review recorded');
    expect(said(off)).not.toMatch(/Reviewed (up to|\d)|No review recorded/);
    expect(said(before)).not.toMatch(/Reviewed (up to|\d)/);
    expect(said(before)).toContain('No review recorded');
    const patterns = (svg: string | undefined) => svg?.match(/<pattern id="[^"]*v\d+"/g)?.length ?? 0;
    expect([off, on, before].map(patterns)).toEqual([0, 2, 0]);
  });
});
