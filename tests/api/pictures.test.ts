import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
beforeAll(async () => {
  site = await demonstration();
});
afterAll(() => site.end());

const svgOf = (query = ''): Promise<string> => site.text(`/map.svg${query}`);
/** The words that stand in a picture, without its markup and with runs of space as one. */
const wordsOf = (svg: string): string =>
  svg
    .replace(/<(title|desc)[^>]*>[^]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
/** Width and height of a PNG, from its header. */
function pngSize(bytes: Uint8Array): [number, number] {
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('/map.svg', () => {
  const queries = [
    '',
    '?lang=uk',
    '?theme=dark',
    '?day=2024-10-02&window=all',
    '?edition=1',
    '?width=390&height=844',
    '?place=kurakhove',
    '?event=e-qs5fjj7wdd',
    '?report=r-5z2xwd7cec&window=all',
    '?at=37.27,47.99,9',
    '?layers=control,front',
    '?compare=2024-10-01',
    '?compare=2024-10-01&how=swipe&lang=uk&width=390&height=844',
  ];
  it.each(queries)(
    '%s is whole XML of the asked size, drawn without anything from elsewhere',
    async (query) => {
      const response = await site.get(`/map.svg${query}`);
      expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
      const svg = await response.text();
      // A strict reader of XML; it throws at the first fault.
      const drawn = new Resvg(svg, { font: { loadSystemFonts: false } });
      const params = new URLSearchParams(query);
      expect([drawn.width, drawn.height]).toEqual([
        Number(params.get('width') ?? 1200),
        Number(params.get('height') ?? 630),
      ]);
      expect(svg).not.toMatch(/<script|<foreignObject|<image|<style|\sstyle=|javascript:|@import/);
      expect([...svg.matchAll(/(?:href|src)="(?!#)([^"]*)"/g)].map((m) => m[1])).toEqual([]);
      expect([...svg.matchAll(/url\((?!#)[^)]*\)/g)]).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
    },
  );

  it('is the same bytes for the same view, however the address puts it', async () => {
    const svg = await svgOf('?day=2024-11-21&window=7&theme=light');
    expect(await svgOf('?window=7&theme=light&day=2024-11-21')).toBe(svg);
    expect(await svgOf('?day=2024-11-21')).toBe(svg);
    expect(await svgOf('?day=2024-11-21&lang=en&width=1200&height=630&nobody=asked')).toBe(svg);
    expect(await svgOf('?day=2024-11-20')).not.toBe(svg);
  });

  it('says in itself what it is: title, description, day, edition, marks, legend, who made the ground', async () => {
    const svg = await svgOf('?edition=2');
    expect(/<title[^>]*>([^<]+)<\/title>/.exec(svg)?.[1]).toBe('The front line on 26 November 2024');
    expect(/<desc[^>]*>([^<]+)<\/desc>/.exec(svg)?.[1]?.length).toBeGreaterThan(20);
    const words = wordsOf(svg);
    for (const said of [
      '26 November 2024',
      'Edition 2',
      'Demonstration data',
      'Line last reviewed 26 Nov 2024',
      'Unattended demonstration',
      'Ground Russia is assessed to hold',
      'Occupied before 24 Feb 2022',
      'Fought over',
      'GeoNames',
      'Natural Earth',
      'OpenStreetMap',
      'Strike',
      'km',
      'Kurakhove',
      'Dnipro',
    ]) {
      expect(words).toContain(said);
    }
  });

  it('speaks Ukrainian where it is asked to', async () => {
    const svg = await svgOf('?lang=uk');
    expect(svg).toMatch(/<svg[^>]*\s(xml:)?lang="uk"/);
    const words = wordsOf(svg);
    for (const said of [
      '26 листопада 2024',
      'Випуск 2',
      'Демонстраційні дані',
      'Курахове',
      'Дніпро',
      'км',
      'GeoNames',
    ]) {
      expect(words).toContain(said);
    }
    // Nothing of the English is left, but for the names of sources and of the project.
    expect(words).not.toMatch(/\b(Edition|Ground|Fought|Strike|November|Occupied|reviewed)\b/);
  });

  it('has other colours in the dark, and the same words', async () => {
    const [light, dark] = await Promise.all([svgOf(), svgOf('?theme=dark')]);
    const colours = (svg: string) => new Set(svg.match(/#[0-9a-f]{6}\b/g));
    const shared = [...colours(light)].filter((colour) => colours(dark).has(colour));
    expect(shared.length).toBeLessThan(colours(light).size / 2);
    expect(wordsOf(dark)).toBe(wordsOf(light));
  });

  it('shows the day that is asked for, as it was known in the edition that is asked for', async () => {
    expect(wordsOf(await svgOf('?day=2024-11-21'))).toContain('21 November 2024');
    expect(wordsOf(await svgOf('?edition=1'))).toContain('Edition 1');
    expect(wordsOf(await svgOf('?known=2026-11-22'))).toContain('Edition 2');
  });

  it('cannot be made so large that it costs the server dear', async () => {
    for (const query of [
      '?width=99999&height=99999',
      '?width=0&height=0',
      '?width=-5&height=1e9',
      '?width=&height=x',
    ]) {
      const drawn = new Resvg(await svgOf(query), { font: { loadSystemFonts: false } });
      expect(drawn.width, query).toBeGreaterThanOrEqual(280);
      expect(drawn.width, query).toBeLessThanOrEqual(2400);
      expect(drawn.height, query).toBeGreaterThanOrEqual(200);
      expect(drawn.height, query).toBeLessThanOrEqual(2400);
    }
  });
});

describe('/map.png', () => {
  const sizes: [query: string, width: number, height: number][] = [
    ['', 1200, 630],
    ['?width=1200&height=630&lang=uk&theme=dark', 1200, 630],
    ['?width=640&height=640', 640, 640],
    ['?width=1080&height=1920', 1080, 1920],
    ['?width=1200&height=630&scale=2', 2400, 1260],
    ['?width=1200&height=630&scale=9', 1200, 630],
    // Not on the list: the nearest that is.
    ['?width=1201&height=633', 1200, 630],
    ['?width=1000&height=525', 1200, 630],
    ['?width=nonsense&height=-1&day=never', 1200, 630],
  ];
  it.each(sizes)('%s is a PNG of %d × %d', async (query, width, height) => {
    const response = await site.get(`/map.png${query}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(pngSize(bytes)).toEqual([width, height]);
    // A blank sheet of this size is a few kilobytes.
    expect(bytes.byteLength).toBeGreaterThan(20_000);
  });

  it('is the same bytes each time, and others for another view', async () => {
    const png = async (query: string) =>
      Buffer.from(await (await site.get(`/map.png${query}`)).arrayBuffer());
    const first = await png('?width=800&height=500');
    expect((await png('?width=800&height=500')).equals(first)).toBe(true);
    expect((await png('?width=800&height=500&theme=dark')).equals(first)).toBe(false);
  });

  it('many who ask at once are all served', async () => {
    const days = ['2024-11-01', '2024-11-05', '2024-11-09', '2024-11-13', '2024-11-17', '2024-11-21'];
    const answers = await Promise.all(
      [...days, ...days].map((day) => site.get(`/map.png?day=${day}&width=640&height=640`)),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(pngSize(new Uint8Array(await answer.arrayBuffer()))).toEqual([640, 640]);
    }
  });
});
