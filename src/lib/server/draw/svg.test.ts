import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, type View } from '#lib/domain/view/view.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import { deskCamera, phoneCamera } from '#lib/look/cameras.ts';
import { aPlace, aReport, anEvent } from '../../../../tests/fixtures/items.ts';
import { memoryReader } from '../../../../tests/fixtures/memory-reader.ts';
import { theFront } from '../../../../tests/fixtures/front.ts';
import { buildScene } from './scene.ts';
import { drawInline, drawPicture } from './svg.ts';

const reader = memoryReader({
  ...theFront,
  places: [
    aPlace('dnipro', [35.04, 48.46], { en: 'Dnipro', uk: 'Дніпро', population: 980_000 }),
    aPlace('kramatorsk', [37.55, 48.73], {
      en: 'Kramatorsk & more <b>',
      uk: 'Краматорськ',
      population: 150_000,
    }),
    aPlace('vilnius', [25.28, 54.69], { en: 'Vilnius', uk: 'Вільнюс' }),
  ],
  reports: [aReport('r-aaaaaaaaaa')],
  events: [
    anEvent('e-strikeaaaa', { title: { en: 'A missile "hits" <Dnipro>', uk: 'Ракета влучила в Дніпро' } }),
    anEvent('e-vilniusaaa', {
      kind: 'incident',
      point: [25.28, 54.69],
      location: { precision: 'district', radius_m: 8000, place: 'vilnius' as PlaceId },
    }),
  ],
});
const sceneOf = (view: Partial<View> = {}, lang: 'en' | 'uk' = 'en') =>
  buildScene(reader, { ...DEFAULT_VIEW, ...view }, { lang });
const inline = async (idPrefix = 'd', camera = deskCamera, width = 1600, height = 1000): Promise<string> =>
  drawInline(await sceneOf(), {
    camera,
    width,
    height,
    lang: 'en',
    idPrefix,
    hrefOf: (t) => `/${t.kind}s/${t.id}?a=1&b=2`,
  });
const picture = { width: 1200, height: 630, lang: 'en', theme: 'light' } as const;

/** Every tag is closed in order, and every attribute is quoted: enough of XML to catch a slip. */
function wellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, close, name, rest] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:\s[^<>]*)?)>/g)) {
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!rest?.endsWith('/')) open.push(name ?? '');
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;)/.test(svg);
}

describe('drawInline', () => {
  it("takes its colours from the page and needs no style that the page's policy refuses", async () => {
    const svg = await inline();
    expect(svg).not.toMatch(/<style|\sstyle=|#[0-9a-f]{6}"|undefined|NaN|Infinity/);
    expect(svg).toContain('var(--map-held)');
    expect(wellFormed(svg)).toBe(true);
  });

  it('links marks and names, each with words for who does not see it', async () => {
    const svg = await inline();
    expect(svg).toContain(
      '<a href="/events/e-strikeaaaa?a=1&amp;b=2" tabindex="-1" aria-label="Strike (Russia), 21 Nov 2024: A missile &quot;hits&quot; &lt;Dnipro&gt; (known to the settlement)"><title>',
    );
    expect(svg).toContain('<a href="/places/kramatorsk?a=1&amp;b=2" tabindex="-1">');
    expect(svg).not.toContain('e-vilniusaaa');
  });

  it('shares a page with a second picture: no id is in both', async () => {
    const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]);
    const desk = idsOf(await inline('d'));
    const phone = idsOf(await inline('p', phoneCamera, 480, 800));
    expect(new Set([...desk, ...phone]).size).toBe(desk.length + phone.length);
  });

  it('weighs little, so that a page can hold two', async () => {
    const both = [await inline('d'), await inline('p', phoneCamera, 480, 800)];
    for (const svg of both) expect(gzipSync(svg).length).toBeLessThan(17_000);
  });

  it('writes no name where the page lays something over the map', async () => {
    const scene = await sceneOf();
    const options = {
      camera: deskCamera,
      width: 908,
      height: 654,
      lang: 'en',
      idPrefix: 'd',
      hrefOf: () => '/',
    } as const;
    expect(drawInline(scene, options)).toContain('>Dnipro<');
    expect(
      drawInline(scene, { ...options, labelInset: { top: 0, right: 0, bottom: 0, left: 500 } }),
    ).not.toContain('>Dnipro<');
  });
});

describe('drawPicture', () => {
  it('gives the same bytes for the same scene', async () => {
    const again = buildScene(memoryReader({ ...theFront }), DEFAULT_VIEW, { lang: 'en' });
    const other = buildScene(memoryReader({ ...theFront }), DEFAULT_VIEW, { lang: 'en' });
    expect(drawPicture(await again, picture)).toBe(drawPicture(await other, picture));
  });

  it.each([
    [1280, 800],
    [1200, 630],
    [390, 844],
    [640, 400],
    [320, 320],
  ])('carries everything that a reader must know inside it, at %i × %i', async (width, height) => {
    const svg = drawPicture(await sceneOf(), { ...picture, width, height });
    const text = svg
      .replace(/<\/text><text[^>]*>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    for (const words of [
      '26 November 2024',
      'Demonstration data',
      'Edition 1',
      'Line last reviewed',
      'Unattended demonstration',
      'GeoNames',
      'Natural Earth',
      'km',
    ]) {
      expect(text).toContain(words);
    }
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(
      /<title id="t">The front line on 26 November 2024<\/title><desc id="d">The 7 days to 26 Nov/,
    );
    expect(svg).not.toMatch(/var\(|undefined|NaN|Infinity/);
    expect(wellFormed(svg)).toBe(true);
  });

  it('names the publisher where there is one', async () => {
    const svg = drawPicture(await sceneOf(), { ...picture, publisher: 'Gazette & Sons' });
    expect(svg).toContain('Gazette &amp; Sons');
    expect(svg).not.toContain('Unattended');
  });

  it('speaks Ukrainian throughout', async () => {
    const svg = drawPicture(await sceneOf({}, 'uk'), { ...picture, lang: 'uk' });
    expect(svg).toContain('xml:lang="uk"');
    const text = svg
      .replace(/<[^>]*>/g, ' ')
      .replace(/Salient|GeoNames|Natural Earth|OpenStreetMap|CC BY/g, '');
    expect(text).toContain('26 листопада 2024');
    expect(text).not.toMatch(/[A-Za-z]{3,}/);
  });

  it('puts what lies outside on a chip with its distance', async () => {
    expect(drawPicture(await sceneOf(), picture)).toMatch(/>Vilnius 1,\d\d0 km</);
  });

  it('draws an edition that has nothing', async () => {
    const scene = await buildScene(memoryReader({}), DEFAULT_VIEW, { lang: 'en' });
    expect(wellFormed(drawPicture(scene, picture))).toBe(true);
  });
});
