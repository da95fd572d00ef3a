import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../fixtures/desk.ts';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
beforeAll(async () => {
  site = await demonstration();
});
afterAll(() => site.end());

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const plain = (html: string): string =>
  html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
/** The texts of a page that are there to be copied, by what they are. */
const copies = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<textarea id="copy-(\w+)"[^>]*>([^]*?)<\/textarea>/g)].map(
      ([, key = '', text = '']) => [key, plain(text).trim()],
    ),
  );
const srcOf = (snippet = ''): string => plain(/<iframe src="([^"]+)"/.exec(snippet)?.[1] ?? '');
const sent = async (query: string): Promise<string> => {
  const response = await site.get(`/embed/new?go=1&${query}`);
  expect(response.status, query).toBe(303);
  return new URL(response.headers.get('location') ?? '', site.origin).search.slice(1).replaceAll('%2C', ',');
};

describe('what is copied', () => {
  it('names the day and the edition, and is the very address that shows them', async () => {
    const made = copies(await site.text('/embed/new?place=kurakhove&know=1'));
    const widget = `${site.origin}/embed?day=2024-11-26&edition=2&place=kurakhove`;
    expect(srcOf(made.iframe)).toBe(widget);
    expect(made.address).toBe(widget);
    expect(made.link).toBe(`${site.origin}/?day=2024-11-26&edition=2&place=kurakhove`);
    expect(plain(made.script ?? '')).toContain(`data-salient="${widget}"`);
    expect(plain(made.element ?? '')).toContain(`<salient-map src="${widget}"`);
    expect(new URL(made.oembed ?? '').searchParams.get('url')).toBe(widget);
    expect(words(await (await fetch(widget)).text())).toContain('Kurakhove, 26 November 2024');
  });

  it('has a picture beside the frame that is there, and every picture in its size', async () => {
    const html = await site.text('/embed/new?place=kurakhove&know=1');
    const picture = plain(/<img src="([^"]+)"/.exec(copies(html).iframe ?? '')?.[1] ?? '');
    expect((await fetch(picture)).headers.get('content-type')).toContain('image/svg+xml');
    const links = [...html.matchAll(/href="([^"]*\/map\.(?:png|svg)\?[^"]*)" rel="nofollow"/g)].map((m) =>
      plain(m[1] ?? ''),
    );
    expect(links).toHaveLength(7);
    for (const link of links) expect(new URL(link).searchParams.get('edition'), link).toBe('2');
    const own = 'https://paper.example/our-copy.png';
    const kept = copies(await site.text(`/embed/new?know=1&picture=${encodeURIComponent(own)}`));
    expect(kept.iframe).toContain(`<a href="${own}"><img src="${own}"`);
  });

  it('goes on as it was asked to', async () => {
    const src = async (query: string) => srcOf(copies(await site.text(`/embed/new?know=1&${query}`)).iframe);
    expect(await src('later=update&day=2024-11-21')).toBe(`${site.origin}/embed?day=2024-11-21`);
    expect(await src('later=live&day=2024-11-21')).toBe(`${site.origin}/embed`);
    expect(await src('edition=1&place=kurakhove')).toContain('&edition=1&');
  });

  it('is shown only after it was said once that demonstration data are known to be such', async () => {
    const before = await site.text('/embed/new?place=kurakhove');
    expect(copies(before)).toEqual({});
    expect(words(before)).toContain('This is demonstration data.');
    expect(before).toContain('<iframe');
    expect(await sent('show=place&place=kurakhove&find=Kurakhove&know=1')).toBe('place=kurakhove&know=1');
  });
});

describe('a form that is sent', () => {
  it('leads to an address that can be kept: a place found by an old name, boxes in one, nothing empty', async () => {
    expect(
      await sent(
        'show=place&find=Kurakhovo&day=&area=&event=&layers=&layers=control&layers=front&later=keep',
      ),
    ).toBe('layers=control,front&place=kurakhove');
    expect(await sent('show=front&find=Kurakhove&place=kurakhove')).toBe('');
    expect(await sent('show=event&event=e-qs5fjj7wdd&place=kurakhove')).toBe('event=e-qs5fjj7wdd');
  });

  it('proposes the day before and the day after the nearest change where two are wanted', async () => {
    expect(await sent('show=place&find=Kurakhove&days=two')).toBe(
      'day=2024-11-17&place=kurakhove&compare=2024-11-15',
    );
    // Days that were named stay, unless the proposal is asked for.
    const named = 'show=place&find=Kurakhove&days=two&compare=2024-11-02&day=2024-11-20';
    expect(await sent(named)).toContain('day=2024-11-20&place=kurakhove&compare=2024-11-02');
    expect(await sent(`${named}&around=1`)).toContain('day=2024-11-17&place=kurakhove&compare=2024-11-15');
    const page = words(await site.text('/embed/new?place=kurakhove&day=2024-11-17&compare=2024-11-15'));
    expect(page).toContain('The nearest change is of 16 November 2024');
  });

  it('says what it does not find, and shows the front', async () => {
    const address = await sent('show=place&find=Atlantis');
    const html = await site.text(`/embed/new?${address}`);
    expect(words(html)).toContain('No place is called “Atlantis”');
    expect(html).toContain('src="/embed?day=2024-11-26&amp;edition=2"');
  });

  it('of no use is a page all the same, names what it could not read, and runs nothing', async () => {
    const hostile = encodeURIComponent('"><script>alert(1)</script>');
    for (const query of [
      `show=${hostile}&later=${hostile}&ratio=9999x1&accent=${hostile}`,
      `picture=${encodeURIComponent('javascript:alert(1)')}&know=1`,
      `find=${hostile}&show=place`,
      `place=${hostile}&event=${hostile}&report=${hostile}&area=1,2&know=1`,
      `day=2202-01-01&edition=999999&know=1&lang=${hostile}`,
    ]) {
      const html = await site.text(`/embed/new?${query}`);
      expect(html.match(/<script[^>]*>/g), query).toHaveLength(1);
      expect(html, query).not.toContain('href="javascript:');
      expect(plain(copies(html).iframe ?? ''), query).not.toContain('<script>');
      expect((await site.get(`/embed/article?${query}`)).status, query).toBe(200);
      const through = await sent(query);
      expect((await site.get(`/embed/new?${through}`)).status, query).toBe(200);
    }
    expect(words(await site.text('/embed/new?accent=red'))).toContain('“red” is no use as accent');
  });
});

describe('an accent', () => {
  it('is shown in the shade that will be used', async () => {
    const html = words(await site.text('/embed/new?accent=ffcc00'));
    const shade = /On light: #([0-9a-f]{6}), shaded so that it can be read/.exec(html)?.[1] ?? '';
    expect(await site.text('/embed?accent=ffcc00')).toContain(`--accent-text:#${shade}`);
    expect(html).toContain('On dark: #ffcc00 (');
  });
});

describe('pages that show widgets', () => {
  const PAGES = [
    '/embed/new',
    '/uk/embed/new',
    '/embed/examples',
    '/embed/article',
    '/uk/embed/article?place=kurakhove',
  ];
  it.each(PAGES)('%s may frame our own and nothing else, and stands in nobody’s frame', async (path) => {
    const policy = (await site.get(path)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('no other page may', async () => {
    for (const path of ['/', '/events', '/embed', '/places/kurakhove'])
      expect((await site.get(path)).headers.get('content-security-policy'), path).not.toContain('frame-src');
  });

  it('six examples are six widgets that answer, each with its lines', async () => {
    for (const page of ['/embed/examples', '/uk/embed/examples']) {
      const html = await site.text(page);
      const frames = [...html.matchAll(/<iframe class="widget[^>]* src="([^"]+)"/g)].map((m) =>
        plain(m[1] ?? ''),
      );
      expect(new Set(frames).size).toBe(6);
      for (const src of frames) {
        const widget = await site.get(src);
        expect(widget.status).toBe(200);
        expect(await widget.text()).not.toContain('role="note"');
      }
      const lines = Object.values(copies(html)).map((snippet) => srcOf(snippet).replace(site.origin, ''));
      expect(lines.sort()).toEqual([...frames].sort());
    }
  });
});

describe('every view leads to its widget', () => {
  it.each([
    ['/events/e-qs5fjj7wdd', 'event=e-qs5fjj7wdd'],
    ['/uk/places/kurakhove', 'place=kurakhove'],
    ['/reports/r-5z2xwd7cec', 'report=r-5z2xwd7cec'],
    ['/days/2024-11-21', 'day=2024-11-21'],
    ['/change?from=2024-11-01&to=2024-11-26', 'day=2024-11-26&amp;compare=2024-11-01'],
    ['/events?kinds=strike', 'kinds=strike'],
    ['/places/kurakhove?edition=1', 'edition=1&amp;place=kurakhove'],
    ['/?day=2024-11-21&layers=control,front', 'day=2024-11-21&amp;layers=control,front'],
    ['/search?q=Kurakhovo', 'place=kurakhove'],
    ['/search?q=nowhere-at-all', ''],
    ['/editions', ''],
    ['/corrections', ''],
    ['/uk/method', ''],
    ['/reports', ''],
    ['/reports?edition=1', 'edition=1'],
  ])('%s', async (path, query) => {
    const prefix = path.startsWith('/uk') ? '/uk' : '';
    const words = prefix ? 'Вбудувати' : 'Embed';
    expect(await site.text(path)).toMatch(
      new RegExp(`href="${prefix}/embed/new${query && `\\?${query}`}"[^>]*>${words}`),
    );
  });
});
