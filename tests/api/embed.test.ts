import { createHash } from 'node:crypto';
import { get as ask } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../fixtures/desk.ts';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
beforeAll(async () => {
  site = await demonstration();
});
afterAll(() => site.end());

const get = (query: string): Promise<Response> => fetch(`${site.origin}/embed?${query}`);
const html = async (query: string): Promise<string> => (await get(query)).text();
/** Bytes of an answer as they travel, packed, with its headers. */
const travelled = (url: string): Promise<number> =>
  new Promise((done, failed) => {
    ask(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = response.rawHeaders.join('').length + response.rawHeaders.length * 2;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('end', () => done(bytes));
    }).on('error', failed);
  });
const V1 = 'sha384-3pEQzN6bP6HA8YyEzCK0/Rn6WIeDqC6bR0FwSq8i9trZl80pUtnb1aSnmXykW5Gd';
const KURAKHOVE = 'place=kurakhove&day=2024-11-26&edition=2';

describe('a widget before anybody taps it', () => {
  it('says what it shows, of which day and edition, how true, by whom and whose data, in words from the data', async () => {
    const said = words(await html(KURAKHOVE));
    for (const part of [
      'Kurakhove, 26 November 2024',
      'the line moved in 1 place',
      'Ground Russia is assessed to hold',
      'Demonstration data, generalised to about 10 km',
      'As of 26 Nov 2024',
      'Edition 2',
      'Line last reviewed 26 Nov 2024: not the line today.',
      'Unattended demonstration',
      'GeoNames (CC BY 4.0)',
      'Open the map',
    ])
      expect(said).toContain(part);
    expect(words(await html(`${KURAKHOVE}&lang=uk`))).toContain('Курахове, 26 листопада 2024');
  });

  it('says it in a table too, each event with the report that says so', async () => {
    const said = words(await html('event=e-qs5fjj7wdd'));
    expect(said).toMatch(
      /Day What Where Who says so 21 Nov Intermediate-range missile hits Dnipro Dnipro Euromaidan Press/,
    );
  });

  it('is one answer of at most 25 KB with its headers and without a script, whatever it shows', async () => {
    const looks = 'theme=dark&accent=d98324&font=serif&ratio=9x16';
    for (const query of [
      '',
      KURAKHOVE,
      'window=all',
      'compare=2024-11-20&day=2024-11-26',
      'lang=uk&theme=dark',
      `lang=uk&window=all&day=2024-11-26&edition=2&${looks}`,
      `lang=uk&window=all&compare=2024-11-01&day=2024-11-26&${looks}`,
      `lang=uk&window=all&kinds=strike,advance,clash,infiltration&day=2024-11-26&${looks}`,
      'lang=uk&window=all&at=31,48.5,5',
      'lang=uk&window=nonsense&place=nonsense&event=nonsense&area=nonsense&accent=nonsense&font=nonsense',
    ]) {
      expect(await travelled(`${site.origin}/embed?${query}`), query).toBeLessThanOrEqual(25_000);
      const page = await html(query);
      expect(page.match(/<script|<link|<img|@import|url\((?!#)|srcset|\son\w+=/i), query).toBeNull();
    }
  });

  it('may stand in any page, is kept a minute at most, and runs nothing', async () => {
    const { headers } = await get(KURAKHOVE);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.getSetCookie()).toEqual([]);
    const again = await fetch(`${site.origin}/embed?${KURAKHOVE}`, {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    // No other page may be framed.
    const home = await fetch(`${site.origin}/`);
    expect(home.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('says what a filter hides', async () => {
    expect(words(await html('layers=control,front,labels'))).toContain(
      'Not shown: ground fought over, claimed or entered, ground taken lately, the line before, events.',
    );
    expect(words(await html('kinds=strike'))).toMatch(/Not shown: advance, clash, /);
  });

  it('shows two days that are compared beside each other', async () => {
    const page = await html('compare=2024-11-20&day=2024-11-26&place=velyka-novosilka');
    expect(words(page)).toContain('Velyka Novosilka, 20 Nov 2024 and 26 Nov 2024');
    expect(words(page)).toMatch(/Before: 20 Nov 2024 .*After: 26 Nov 2024/);
    expect(page.match(/<figure/g)).toHaveLength(2);
    // What changed is outlined on the later day, in the edge of who has it now, over a casing; on the earlier nothing is.
    const [before = '', after = ''] = [...page.matchAll(/<svg[^>]*role="img".*?<\/svg>/gs)]
      .map(([svg]) => svg)
      .filter((svg) => svg.includes('Map of the front line'));
    const outlines = (svg: string): number =>
      svg.match(/<path [^>]*stroke="var\(--map-casing\)"/g)?.length ?? 0;
    expect([outlines(before), outlines(after) > 0]).toEqual([0, true]);
  });
});

describe('an address of a widget that is no use', () => {
  it('gets the nearest sensible map with a note, never an error and never a script', async () => {
    const hostile = encodeURIComponent('"><script>alert(1)</script>');
    for (const query of [
      `day=2202-01-01`,
      `edition=999999`,
      `place=${hostile}`,
      `event=e-aaaaaaaaaa&accent=${hostile}&font=${hostile}&ratio=9999x1`,
      `lang=xx&theme=${hostile}&controls=maybe&interactive=${hostile}`,
      `at=1,2,3,4,5&area=0,0,0,0&window=-1&compare=2024-02-30`,
      `title=${hostile}&headline=Liberated`,
      `place=${'x'.repeat(5000)}`,
    ]) {
      const response = await get(query);
      expect(response.status, query).toBe(200);
      const page = await response.text();
      expect(page, query).toContain('<svg');
      expect(page, query).not.toContain('<script');
      expect(page, query).not.toContain('Liberated');
    }
    expect(words(await html('font=comic'))).toContain('“comic” is no use as font');
  });
});

describe('a widget that shows otherwise than it was asked to', () => {
  it('says so: of an edition that there is not, which is kept by none, and of days the wrong way round', async () => {
    const unknown = words(await html('edition=999&place=kurakhove'));
    expect(unknown).toContain('There is no edition 999 yet; edition 2 is shown.');
    expect(unknown).not.toContain('This map stays as it was published');
    expect(words(await html('known=2020-01-01&lang=uk'))).toContain(
      'нічого не публікували; показано випуск 1',
    );
    expect(words(await html('compare=2024-11-26&day=2024-11-20'))).toContain('the wrong way round');
  });

  it.each(['2023-06-01', '2025-06-01'])(
    'says of %s that no line of it is kept, nor that it did not move',
    async (day) => {
      const said = words(await html(`day=${day}`));
      expect(said).toContain('outside of these days nothing new is known here');
      expect(said).not.toContain('the line did not move');
    },
  );

  it('has headers that any server in front of it takes, however long a name is', async () => {
    const { headers } = await get(`place=${'x'.repeat(9000)}`);
    expect([...headers].flat().join('').length).toBeLessThan(4000);
  });
});

describe('the moving map of a widget', () => {
  it('has one script, of this server, and may load nothing from anybody else', async () => {
    const response = await get(`${KURAKHOVE}&interactive=1`);
    const page = await response.text();
    expect(page.match(/<script(?! type="application\/json")[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script type="module" crossorigin src="\/_app\/immutable\/[\w./-]+\.js">$/),
    ]);
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "worker-src 'self' data:",
      'frame-ancestors *',
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|https?:\/\/(?!127)/);
    // No other page lets a worker run from a data address.
    expect((await get(KURAKHOVE)).headers.get('content-security-policy')).not.toContain('worker-src');
  });

  it('says the same words and draws the same picture as before the tap, and leads back to it', async () => {
    const [before, after] = [await html(KURAKHOVE), await html(`${KURAKHOVE}&interactive=1`)];
    const pictures = (page: string): string[] => page.match(/<svg[^]*?<\/svg>/g) ?? [];
    expect(pictures(before).length).toBeGreaterThan(2);
    expect(pictures(after)).toEqual(pictures(before));
    expect(words(after)).toContain('Back to the picture');
    expect(words(after)).toContain('Kurakhove, 26 November 2024');
  });

  it('may be loaded by a page without an origin, as a sandboxed frame is one', async () => {
    const page = await html('interactive=1');
    const script = /src="(\/_app\/[^"]+)"/.exec(page)?.[1] ?? '';
    for (const path of [
      script,
      '/data/latest/map.json',
      '/data/latest/control.ledger',
      '/data/latest/names.json',
    ]) {
      const { status, headers } = await fetch(site.origin + path, { headers: { origin: 'null' } });
      expect(status, path).toBe(200);
      expect(headers.get('access-control-allow-origin'), path).toBe('*');
    }
    // Pages stay closed.
    const home = await fetch(`${site.origin}/`, { headers: { origin: 'null' } });
    expect(home.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is no way to bring a script in', async () => {
    const hostile = encodeURIComponent('</script><script>alert(1)</script>');
    const page = await html(`interactive=1&place=${hostile}&event=${hostile}&accent=${hostile}`);
    expect(page).not.toContain('alert(1)</script>');
    expect(page.match(/<script/g)).toHaveLength(2);
  });
});

describe('the script for articles', () => {
  it('weighs at most 3 KB, needs nothing else, and has the hash that snippets name', async () => {
    const response = await fetch(`${site.origin}/embed/v1.js`);
    const body = await response.text();
    expect(gzipSync(body, { level: 9 }).length).toBeLessThanOrEqual(3 * 1024);
    expect(body).not.toMatch(/\bimport\b|\beval\b|innerHTML/);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(await (await fetch(`${site.origin}/embed.js`)).text()).toBe(body);
    // Articles out there name this hash: what has to change becomes another version beside this one.
    const hash = createHash('sha384').update(body).digest('base64');
    expect(`sha384-${hash}`).toBe(V1);
  });
});
