import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
beforeAll(async () => {
  site = await demonstration();
});
afterAll(() => site.end());

const PAGES = [
  '/',
  '/uk',
  '/events',
  '/uk/events/e-qs5fjj7wdd',
  '/reports',
  '/reports/r-b75jeocxoz',
  '/places/kurakhove',
  '/days/2024-11-21',
  '/search?q=Dnipro',
  '/editions',
  '/method',
];
const NO_FILE = '/_app/none.css';
const MISSING = ['/nowhere', '/uk/events/e-none', '/events/%E0%A4%A', '/data/latest/nothing', NO_FILE];
const PICTURES = ['/map.svg', '/map.png?width=800&height=500'];
const DATA = [
  '/data/latest/manifest.json',
  '/data/latest/events.geojson',
  '/data/latest/control.geojson?day=2024-11-26',
];
const OTHERS = ['/sitemap.xml', '/robots.txt', '/healthz', '/readyz'];
const STATIC = readdirSync('build/client/_app/immutable/assets')
  .filter((name) => /\.(css|woff2)$/.test(name))
  .map((name) => `/_app/immutable/assets/${name}`);

/** The directives of a policy, by name. */
const directives = (policy: string | null): Map<string, string[]> =>
  new Map(
    (policy ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values];
    }),
  );

describe('every answer', () => {
  it.each([...PAGES, ...MISSING, ...PICTURES, ...DATA, ...OTHERS, ...STATIC])('%s', async (path) => {
    const { headers } = await site.get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    if (path !== NO_FILE) expect(headers.get('content-type')).toBeTruthy();
  });

  it.each([...PAGES, ...PICTURES, ...DATA])('%s has them when nothing is sent again, too', async (path) => {
    const etag = (await site.get(path)).headers.get('etag') ?? '';
    const { status, headers } = await site.get(path, { headers: { 'if-none-match': etag } });
    expect(status).toBe(304);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('the content security policy', () => {
  it.each([...PAGES, ...MISSING.filter((path) => path !== NO_FILE)])('of %s', async (path) => {
    const policy = (await site.get(path)).headers.get('content-security-policy');
    expect(policy).not.toMatch(/unsafe|blob:|data:|https?:|\*/);
    const rules = directives(policy);
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('frame-ancestors')).toEqual(["'none'"]);
    expect(rules.get('base-uri')).toEqual(["'none'"]);
    for (const [name, values] of rules) {
      if (!['default-src', 'frame-ancestors', 'base-uri'].includes(name)) expect(values).toEqual(["'self'"]);
    }
  });

  it.each([...PICTURES, ...DATA, ...OTHERS])(
    'of %s lets nothing be loaded and nobody frame it',
    async (path) => {
      const policy = directives((await site.get(path)).headers.get('content-security-policy'));
      expect(policy.get('default-src')).toEqual(["'none'"]);
      expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    },
  );

  it.each(PAGES)('fits the markup of %s: no script in it, no style of its own, no handler', async (path) => {
    const html = await site.text(path);
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map((m) => m[1]);
    const code = scripts.filter((attributes) => !/^ type="application\/(ld\+)?json"/.test(attributes ?? ''));
    // The map comes to life by one script of our own; no other page has any.
    const isMap = /^(\/uk)?\/?(\?.*)?$/.test(path);
    expect(code).toHaveLength(isMap ? 1 : 0);
    for (const attributes of code)
      expect(attributes).toMatch(/^ type="module" src="\/_app\/immutable\/reader\/[\w.-]+\.js"$/);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect(html).not.toMatch(/<(iframe|object|embed|base)\b/i);
  });
});

describe('who may read', () => {
  it.each([...PICTURES, ...DATA])('anybody, from any site: %s', async (path) => {
    const { headers } = await site.get(path, { headers: { origin: 'https://newsroom.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each(PAGES)('only a reader of the site itself: %s', async (path) => {
    const { headers } = await site.get(path, { headers: { origin: 'https://newsroom.example' } });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('how long an answer may be kept', () => {
  it.each([...PAGES, ...PICTURES, ...DATA])('%s: asked about again each time', async (path) => {
    expect((await site.get(path)).headers.get('cache-control')).toBe('no-cache');
  });
  it.each(STATIC)('%s: for good', async (path) => {
    expect((await site.get(path)).headers.get('cache-control')).toMatch(/immutable/);
  });
  it('the sign of the site: a day, since browsers look for it at every change of the address', async () => {
    expect((await site.get('/favicon.svg')).headers.get('cache-control')).toBe('public, max-age=86400');
  });
});

describe('other methods than reading', () => {
  it.each([...PAGES, ...PICTURES, ...DATA, ...MISSING])(
    'HEAD %s is what GET is, without a body',
    async (path) => {
      const [head, get] = await Promise.all([site.get(path, { method: 'HEAD' }), site.get(path)]);
      expect(head.status).toBe(get.status);
      expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
      expect(await head.text()).toBe('');
    },
  );

  const refused = [...PAGES, ...PICTURES, ...DATA, ...OTHERS].flatMap((path) =>
    ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ method, path })),
  );
  it.each(refused)('$method $path is refused in a sentence', async ({ method, path }) => {
    const response = await site.get(path, {
      method,
      headers: { origin: site.origin, 'content-type': 'application/x-www-form-urlencoded' },
      ...(method === 'DELETE' ? {} : { body: 'q=Dnipro' }),
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain('GET');
    expect(await response.text()).not.toMatch(/\bat .*\.[jt]s|node_modules/);
  });

  it('a form sent from another site is refused', async () => {
    const response = await site.get('/search', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'q=Dnipro',
    });
    expect([403, 405]).toContain(response.status);
  });
});
