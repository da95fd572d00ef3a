import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VIEW_PARAMS } from '#lib/domain/view/view.ts';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
beforeAll(async () => {
  site = await demonstration();
});
afterAll(() => site.end());

/** What people, crawlers and mischief put where a value belongs; none of it is one for any parameter of a view. */
const NASTY: readonly string[] = [
  '2024-02-30',
  '2024-13-01',
  '2024-00-00',
  '0000-00-00',
  '2024-11-26T00:00:00Z',
  '26.11.2024',
  '+2024-11-26',
  '20241126',
  '99999-01-01',
  '-1',
  '0',
  '00',
  '1e309',
  '1e3',
  '0x10',
  '1.5',
  'NaN',
  'Infinity',
  '-0',
  '9999999',
  '9'.repeat(400),
  '37,95,5',
  '181,48,5',
  '37,48,99',
  '37,48',
  '37,48,5,6',
  ',,',
  '37;48;5',
  '40,50,30,40',
  '30,40,NaN,50',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' OR '1'='1",
  '"; DROP TABLE items; --',
  '${7*7}',
  '{{7*7}}',
  '%s%n%d',
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd\u0000.png',
  '\u0000',
  '\u0007\u001b[31m',
  '\r\nSet-Cookie: a=b',
  '\u202Egnp.exe',
  '\uFEFF',
  '\u200B',
  'ﬀ',
  'Ａ',
  '中文',
  'Кура\u0301хове!',
  '🗺️',
  '\uD800',
  ' ',
  '\t',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '[]',
  '{"$gt":""}',
  '__proto__',
  'constructor',
  'strike,strike,bogus',
  'x'.repeat(4000),
];

/** A value as it stands in an address; a lone surrogate is no text and goes as the sign for that. */
const encoded = (value: string): string => encodeURIComponent(value.toWellFormed());

/** An answer that a reader can go on from. */
async function readable(path: string): Promise<{ status: number; html: string }> {
  const response = await site.get(path);
  const html = await response.text();
  expect(response.headers.get('content-type'), path).toContain('text/html');
  expect(html, path).toMatch(/<main[^]*<h1/);
  // A way home, in the navigation or in the text.
  expect(html, path).toMatch(/href="\/(uk)?(\?[^"]*)?"/);
  expect(html, path).not.toMatch(/<script>|<img/);
  expect(html, path).not.toMatch(/\bat [^<]*\.[jt]s:\d+/);
  return { status: response.status, html };
}

describe('a view parameter of no use', () => {
  it('there are about sixty kinds of them', () => {
    expect(NASTY.length).toBeGreaterThanOrEqual(60);
    expect(new Set(NASTY).size).toBe(NASTY.length);
  });

  it.each(VIEW_PARAMS)('%s: the page stands, and names what it could not read', async (param) => {
    for (const value of NASTY) {
      // The method page is the lightest that reads a view; the map is tried below with everything at once.
      const { status, html } = await readable(`/method?${param}=${encoded(value)}`);
      expect(status, `${param}=${value}`).toBe(200);
      // A great number is no wrong edition, but one that there is not.
      const said =
        param === 'edition' && /^\d{7,8}$/.test(value) ? `There is no edition ${value} yet` : `“${param}=`;
      expect(html, `${param}=${value}`).toContain(said);
    }
  });

  it('a page says what is shown instead, in the language of the page', async () => {
    expect(await site.text('/?day=2024-02-30')).toContain(
      '“day=2024-02-30” could not be read; the usual is shown instead.',
    );
    expect(await site.text('/uk/events?kinds=bogus')).toContain('«kinds=bogus» не вдалося прочитати');
    for (const param of ['place=atlantis', 'event=e-aaaaaaaaaa', 'report=r-aaaaaaaaaa']) {
      expect(await site.text(`/?${param}`)).toContain(`“${param}” could not be read`);
    }
    expect(await site.text('/?edition=1&event=e-iqmipmnb5q')).toContain(
      '“event=e-iqmipmnb5q” could not be read',
    );
    expect(await site.text('/?edition=77')).toContain('There is no edition 77 yet; edition 2 is shown.');
    expect(await site.text('/?known=2024-11-26')).toMatch(
      /Nothing was published by 26 November 2024; edition 1 is shown\./,
    );
    expect(await site.text('/?day=1999-01-01')).toContain('The line is kept from');
    expect(await site.text('/?day=2199-12-31')).toContain('The line is kept from');
  });

  it('the usual is what is shown instead', async () => {
    const date = (html: string) =>
      /<h1[^>]*>([^]*?)<\/h1>/
        .exec(html)?.[1]
        ?.replace(/<[^>]*>/g, '')
        .trim();
    const usual = date(await site.text('/'));
    expect(usual).toContain('26 November 2024');
    for (const query of ['day=2024-02-30', 'window=0', 'at=37,95,4', 'theme=neon', 'day=']) {
      expect(date(await site.text(`/?${query}`)), query).toBe(usual);
    }
  });
});

describe('every page under every nasty value at once', () => {
  const PAGES = [
    '/',
    '/uk',
    '/events',
    '/events/e-qs5fjj7wdd',
    '/reports',
    '/reports/r-b75jeocxoz',
    '/places/kurakhove',
    '/days/2024-11-21',
    '/search',
    '/editions',
    '/method',
    '/embed/new',
  ];
  it.each(PAGES)('%s', async (page) => {
    // Each parameter walks the list from another place, so that a page meets many pairs in few requests.
    for (let turn = 0; turn < NASTY.length; turn += 13) {
      const query = [...VIEW_PARAMS, 'q', 'width', 'nobody-asked']
        .map((param, i) => `${param}=${encoded((NASTY[(turn + i * 5) % NASTY.length] ?? '').slice(0, 300))}`)
        .join('&');
      const { status } = await readable(`${page}?${query}`);
      expect(status, `${page} on turn ${turn}`).toBe(200);
    }
  });

  it('a parameter twice, without a value, or with broken escapes', async () => {
    for (const query of [
      'day=2024-11-21&day=x',
      'day',
      'day=%',
      'day=%E0%A4%A',
      '%',
      '&&&=',
      '?',
      'q=%ED%A0%80',
    ]) {
      for (const page of ['/', '/search', '/events']) {
        expect((await readable(`${page}?${query}`)).status, query).toBe(200);
      }
    }
  });
});

describe('an id of no use', () => {
  it.each(['/events/', '/uk/reports/', '/places/', '/days/'])(
    '%s… is a friendly page that says there is none',
    async (folder) => {
      for (const value of NASTY) {
        // An address that long is refused before any page; dots are folded by whoever sends them.
        const path = folder + encoded(value).slice(0, 3000);
        const { status, html } = await readable(path);
        expect([400, 404], path).toContain(status);
        expect(html, path).toContain(
          folder.startsWith('/uk') ? 'Такої сторінки немає' : 'There is no such page',
        );
      }
    },
  );

  it('an id that no thing has, though it might', async () => {
    for (const path of [
      '/events/e-aaaaaaaaaa',
      '/reports/r-aaaaaaaaaa',
      '/places/atlantis',
      '/nowhere/at/all',
    ]) {
      expect((await readable(path)).status).toBe(404);
    }
  });

  it('a day at the ends of the calendar has its page', async () => {
    for (const day of ['1900-01-01', '2000-02-29', '2199-12-31']) {
      expect((await readable(`/days/${day}`)).status, day).toBe(200);
      expect((await readable(`/?day=${day}`)).status, day).toBe(200);
      expect((await readable(`/?day=${day}&window=all`)).status, day).toBe(200);
    }
  });

  it('a day long before all others stands at the left end of the timeline, the last at the right', async () => {
    const knob = async (day: string) =>
      Number(
        /<circle[^>]*class="knob[^"]*"[^>]*cx="([\d.]+)%"|<circle[^>]*cx="([\d.]+)%"[^>]*class="knob/
          .exec(await site.text(`/?day=${day}`))
          ?.slice(1)
          .find(Boolean),
      );
    expect(await knob('1900-01-01')).toBeLessThan(2);
    expect(await knob('2024-11-26')).toBeGreaterThan(98);
  });

  it('an address that cannot be read, or is no path of ours', async () => {
    for (const path of [
      '/events/%E0%A4%A',
      '/%',
      '//elsewhere.example/',
      '/uk//events',
      '/events/e-qs5fjj7wdd/more',
    ]) {
      const { status, html } = await readable(path);
      expect([400, 404], path).toContain(status);
      expect(html, path).toMatch(/There is no such page|Такої сторінки немає/);
    }
  });
});

describe('a search for anything', () => {
  it('answers, shows what was asked for as text, and never fails', async () => {
    for (const value of [
      ...NASTY,
      '"Kura',
      'AND OR NOT',
      'NEAR(a b)',
      '*',
      '^',
      '-',
      'a:b',
      '""""',
      "'",
      '(',
      'Д',
    ]) {
      const { status } = await readable(`/search?q=${encoded(value)}`);
      expect(status, value).toBe(200);
    }
    const { html } = await readable('/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(html).toContain('&lt;script>alert(1)');
  });
});

describe('pictures and data under garbage', () => {
  it('a picture is still drawn', async () => {
    for (const [i, value] of NASTY.entries()) {
      const param = [...VIEW_PARAMS, 'width', 'height', 'lang'][i % (VIEW_PARAMS.length + 3)] ?? 'day';
      const response = await site.get(`/map.svg?${param}=${encoded(value)}`);
      expect(response.status, `${param}=${value}`).toBe(200);
      expect(response.headers.get('content-type')).toContain('image/svg+xml');
      expect(await response.text(), `${param}=${value}`).toMatch(/^<\?xml[^]*<\/svg>\s*$/);
    }
  });

  it('data answer with JSON, 200, 400 or 404', async () => {
    for (const value of NASTY) {
      for (const path of [
        `/data/latest/control.geojson?day=${encoded(value)}`,
        `/data/${encoded(value).slice(0, 2000)}/manifest.json`,
        `/data/latest/${encoded(value).slice(0, 2000)}`,
        `/data/o/${encoded(value).slice(0, 2000)}`,
      ]) {
        const response = await site.get(path);
        expect([400, 404], path).toContain(response.status);
        expect(response.headers.get('content-type'), path).toContain('json');
        expect(await response.json(), path).toHaveProperty('error');
      }
    }
  });
});
