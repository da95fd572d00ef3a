import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
let addresses: string[];
beforeAll(async () => {
  site = await demonstration();
  const xml = await site.text('/sitemap.xml');
  addresses = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => m[1] ?? '');
});
afterAll(() => site.end());

describe('what search engines are told', () => {
  it('robots.txt lets them in and names the list of pages', async () => {
    const robots = await site.text('/robots.txt');
    expect(robots).toMatch(/^User-agent: \*$/m);
    expect(robots).toContain(`Sitemap: ${site.origin}/sitemap.xml`);
  });

  it('the list has every kind of page in both languages, each once', () => {
    expect(new Set(addresses).size).toBe(addresses.length);
    const paths = addresses.map((address) => address.slice(site.origin.length) || '/');
    for (const path of [
      '/',
      '/events',
      '/events/e-qs5fjj7wdd',
      '/reports/r-5z2xwd7cec',
      '/places/kurakhove',
      '/days/2024-11-21',
      '/change',
      '/editions',
      '/corrections',
      '/method',
    ]) {
      expect(paths).toContain(path);
      expect(paths).toContain(path === '/' ? '/uk' : `/uk${path}`);
    }
    expect(paths.filter((path) => path.startsWith('/events/'))).toHaveLength(17);
  });

  it('every address on it answers, is what it says it is, and names its other language', async () => {
    expect(addresses.length).toBeGreaterThan(100);
    for (const address of addresses) {
      const response = await fetch(address, { redirect: 'manual' });
      const html = await response.text();
      expect(response.status, address).toBe(200);
      expect(html, address).toContain(`<link rel="canonical" href="${address}"`);
      expect(html, address).toContain(
        `<html lang="${new URL(address).pathname.startsWith('/uk') ? 'uk' : 'en'}"`,
      );
      expect(html, address).toMatch(/<title>[^<]{4,}<\/title>/);
      expect(html, address).toMatch(/<meta name="description" content="[^"]{10,}"/);
    }
  });
});

describe('no link of a page leads nowhere', () => {
  it('every link inside the site answers, from every kind of page', async () => {
    const pages = [
      '/',
      '/uk?day=2024-11-21&theme=dark',
      '/events',
      '/reports',
      '/editions',
      '/corrections',
      '/method',
      '/events/e-qs5fjj7wdd',
      '/reports/r-5z2xwd7cec',
      '/places/kurakhove',
      '/days/2024-11-21',
      '/change?from=2024-11-01&to=2024-11-26',
      '/search?q=Kura',
      '/?edition=1',
    ];
    const links = new Set<string>();
    for (const page of pages) {
      for (const [, href = ''] of (await site.text(page)).matchAll(/\shref="([^"]+)"/g)) {
        if (href.startsWith('/')) links.add(href.replaceAll('&amp;', '&'));
      }
    }
    expect(links.size).toBeGreaterThan(100);
    // Of the many links that differ in their parameters only, one in ten is followed.
    const paths = new Map<string, number>();
    const followed = [...links].filter((link) => {
      const path = link.split('?')[0] ?? '';
      const nth = paths.get(path) ?? 0;
      paths.set(path, nth + 1);
      return nth % 10 === 0;
    });
    for (const link of followed) {
      const response = await site.get(link);
      await response.arrayBuffer();
      expect(response.status, link).toBe(200);
    }
  });
});
