import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
beforeAll(async () => {
  site = await demonstration({ SALIENT_ORIGIN: 'https://map.example' });
});
afterAll(() => site.end());

const STRIKE = 'e-qs5fjj7wdd';
const ask = (url: string, more = ''): Promise<Response> =>
  site.get(`/oembed?url=${encodeURIComponent(url)}${more}`);
interface Answer {
  readonly type: string;
  readonly version: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly html: string;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
}
const answer = async (url: string, more = ''): Promise<Answer> => {
  const response = await ask(url, more);
  expect(response.status, url).toBe(200);
  return (await response.json()) as Answer;
};
/** The address of the frame, as a browser reads it out of the markup. */
const frameIn = (html: string): string =>
  (/<iframe src="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');

describe('a page of ours', () => {
  it.each([
    ['/', 'https://map.example/embed?day=2024-11-26&edition=2'],
    ['/uk', 'https://map.example/embed?day=2024-11-26&edition=2&lang=uk'],
    [`/events/${STRIKE}`, `https://map.example/embed?day=2024-11-21&edition=2&event=${STRIKE}`],
    ['/uk/places/kurakhove', 'https://map.example/embed?day=2024-11-26&edition=2&place=kurakhove&lang=uk'],
    ['/days/2024-11-21', 'https://map.example/embed?day=2024-11-21&edition=2'],
    ['/events?kinds=strike', 'https://map.example/embed?day=2024-11-26&edition=2&kinds=strike'],
    ['/?edition=1&day=2024-11-20', 'https://map.example/embed?day=2024-11-20&edition=1'],
    ['/method', 'https://map.example/embed?day=2024-11-26&edition=2'],
    [
      '/change?from=2024-11-20&to=2024-11-26',
      'https://map.example/embed?day=2024-11-26&edition=2&compare=2024-11-20',
    ],
  ])('%s is the map of the same view, as it is now', async (path, src) => {
    const { type, version, html, title } = await answer(`https://map.example${path}`);
    expect({ type, version }).toEqual({ type: 'rich', version: '1.0' });
    expect(frameIn(html)).toBe(src);
    expect(title).toMatch(/\S/);
    const { pathname, search } = new URL(src);
    expect((await site.get(pathname + search)).status).toBe(200);
  });

  it('that is a widget goes on as its address says', async () => {
    const src = 'https://map.example/embed?place=kurakhove&ratio=1x1&theme=dark';
    const { html, width, height } = await answer(src);
    expect(new URL(frameIn(html)).searchParams.get('edition')).toBeNull();
    expect(new URL(frameIn(html)).searchParams.get('theme')).toBe('dark');
    expect([width, height]).toEqual([640, 640]);
  });

  it('has a picture that is made, no larger than there is room for', async () => {
    const { thumbnail_url, thumbnail_width, thumbnail_height } = await answer('https://map.example/');
    expect([thumbnail_width, thumbnail_height]).toEqual([1200, 630]);
    expect(thumbnail_url).toMatch(/^https:\/\/map\.example\/map\.png\?.*edition=2/);
    const small = await answer('https://map.example/', '&maxwidth=620&maxheight=400');
    expect([small.thumbnail_width, small.thumbnail_height]).toEqual([600, 315]);
    const { pathname, search } = new URL(small.thumbnail_url ?? '');
    const picture = await site.get(pathname + search);
    expect(picture.headers.get('content-type')).toBe('image/png');
    const bytes = new DataView(await picture.arrayBuffer());
    expect([bytes.getUint32(16), bytes.getUint32(20)]).toEqual([600, 315]);
    expect((await answer('https://map.example/', '&maxwidth=100')).thumbnail_url).toBeUndefined();
  });

  it('is never larger than there is room for', async () => {
    for (const [width, height] of [
      [320, 9999],
      [9999, 200],
      [300, 250],
      [1, 1],
    ] as const) {
      const found = await answer('https://map.example/', `&maxwidth=${width}&maxheight=${height}`);
      expect(found.width).toBeLessThanOrEqual(width);
      expect(found.height).toBeLessThanOrEqual(height);
      expect(found.html).toContain(`width="${found.width}" height="${found.height}"`);
    }
    const usual = await answer('https://map.example/');
    for (const nonsense of ['&maxwidth=-5', '&maxwidth=wide&maxheight=1e9', '&maxwidth='])
      expect(await answer('https://map.example/', nonsense)).toEqual(usual);
  });

  it('is high enough for its words by itself, as a site that hears no heights needs it', async () => {
    const size = async (path: string, more = ''): Promise<number[]> => {
      const { width, height } = await answer(`https://map.example${path}`, more);
      return [width, height];
    };
    // WordPress gives the width of its column, and half as much again as height.
    expect(await size('/', '&maxwidth=500&maxheight=750')).toEqual([500, 530]);
    expect(await size('/', '&maxwidth=320&maxheight=1000')).toEqual([320, 620]);
    expect(await size('/embed?ratio=16x9')).toEqual([640, 460]);
    expect(await size('/embed?ratio=9x16', '&maxwidth=400')).toEqual([400, 711]);
    const two = '/change?from=2024-11-20&to=2024-11-26';
    expect(await size(two, '&maxwidth=320')).toEqual([320, 720]);
    expect(await size(two)).toEqual([640, 480]);
  });

  it('is told as XML too', async () => {
    const response = await ask('https://map.example/events/' + STRIKE, '&format=xml');
    expect(response.headers.get('content-type')).toContain('text/xml');
    const xml = await response.text();
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="utf-8" standalone="yes"\?>\n<oembed>/);
    expect(xml).toContain('<type>rich</type>');
    // The markup within is text, with its own quotes and ampersands in it.
    expect(xml).toContain('&lt;iframe src=&quot;https://map.example/embed?day=2024-11-21&amp;amp;edition=2');
    expect(xml).not.toContain('<iframe');
  });
});

describe('what is no public page of ours', () => {
  it.each([
    'https://elsewhere.example/',
    'https://map.example@elsewhere.example/',
    'https://user:word@map.example/',
    'https://map.example.elsewhere.example/',
    'https://map.example:8443/',
    'javascript:alert(1)//map.example/',
    '//map.example/',
    '/events',
    'not an address',
    'https://map.example/desk',
    'https://map.example/nowhere',
    'https://map.example/map.svg',
    'https://map.example/events/e-aaaaaaaaaa',
    'https://map.example/events/%22%3E%3Cscript%3E',
    `https://map.example/events/${STRIKE}/more`,
    'https://map.example/places/atlantis',
    'https://map.example/days/2024-02-30',
    'https://map.example/embed?event=e-aaaaaaaaaa',
    `https://map.example/${'x'.repeat(5000)}`,
  ])('is not found: %s', async (url) => {
    const response = await ask(url);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('iframe');
  });

  it('asks which page where none is named, and says of other formats that they are not spoken', async () => {
    expect((await site.get('/oembed')).status).toBe(400);
    expect((await site.get('/oembed?url=')).status).toBe(400);
    expect((await ask('https://map.example/', '&format=yaml')).status).toBe(501);
  });

  it('never gets a word of the asker into the markup', async () => {
    const hostile = encodeURIComponent('"><script>alert(1)</script>');
    const { html, title } = await answer(`https://map.example/?title=${hostile}&place=${hostile}`);
    expect(html + title).not.toMatch(/script>|alert/);
  });
});

describe('a page says where it can be embedded from and how its link looks', () => {
  const PAGES = [
    '/',
    '/uk',
    '/events',
    '/uk/events?kinds=strike',
    `/events/${STRIKE}`,
    '/reports',
    '/reports/r-b75jeocxoz',
    '/places/kurakhove',
    '/days/2024-11-21',
    '/search?q=Dnipro',
    '/editions',
    '/corrections',
    '/method',
    '/change?from=2024-11-01&to=2024-11-26',
  ];
  const meta = (html: string, name: string): string | undefined =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];

  it.each(PAGES)('%s', async (path) => {
    const html = await site.text(path);
    for (const [type, format] of [
      ['application/json\\+oembed', 'json'],
      ['text/xml\\+oembed', 'xml'],
    ]) {
      const links = [
        ...html.matchAll(new RegExp(`<link rel="alternate" type="${type}" href="([^"]*)"`, 'g')),
      ];
      expect(links).toHaveLength(1);
      const href = (links[0]?.[1] ?? '').replaceAll('&amp;', '&');
      const { origin, pathname, search, searchParams } = new URL(href);
      expect([origin, searchParams.get('format')]).toEqual(['https://map.example', format]);
      expect((await site.get(pathname + search)).status).toBe(200);
      expect(searchParams.get('url')).toMatch(`https://map.example${path.split('?')[0]}`);
    }
    expect(html.match(/property="og:image"/g)).toHaveLength(1);
    for (const name of ['og:title', 'og:description', 'og:url', 'og:image:alt', 'twitter:card'])
      expect(meta(html, name), name).toMatch(/\S/);
    expect([meta(html, 'og:image:width'), meta(html, 'og:image:height')]).toEqual(['1200', '630']);
    const image = new URL((meta(html, 'og:image') ?? '').replaceAll('&amp;', '&'));
    expect(image.origin).toBe('https://map.example');
    expect([image.searchParams.get('width'), image.searchParams.get('height')]).toEqual(['1200', '630']);
    expect(image.searchParams.get('edition')).toBe('2');
  });

  it('a widget does so too, without an element that a browser would look at', async () => {
    const response = await site.get('/embed?place=kurakhove&day=2024-11-26&edition=2');
    const html = await response.text();
    expect(meta(html, 'og:title')).toBe('Kurakhove, 26 November 2024');
    expect(meta(html, 'og:url')).toBe(
      'https://map.example/embed?day=2024-11-26&amp;edition=2&amp;place=kurakhove',
    );
    expect(meta(html, 'og:image')).toContain('/map.png?');
    expect(meta(html, 'twitter:card')).toBe('summary_large_image');
    const [, href = ''] =
      /<([^>]*)>; rel="alternate"; type="application\/json\+oembed"/.exec(
        response.headers.get('link') ?? '',
      ) ?? [];
    const { pathname, search } = new URL(href);
    expect((await site.get(pathname + search)).status).toBe(200);
  });

  it('what is not there does not', async () => {
    const html = await site.text('/events/e-aaaaaaaaaa');
    expect(html).not.toMatch(/oembed|og:image/);
  });
});
