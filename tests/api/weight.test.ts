import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
beforeAll(async () => {
  site = await demonstration();
});
afterAll(() => site.end());

/** The most that the first page may weigh, compressed, with its picture and its style sheets. */
const MOST = 60 * 1024;
/** The most that the decoder of the ledger of control may weigh, compressed. */
const MOST_OF_DECODER = 5 * 1024;
const gzipped = (text: string): number => gzipSync(text).byteLength;

describe('the first page is light', () => {
  it.each(['/', '/uk', '/?window=all', '/?theme=dark&day=2024-11-21'])('%s', async (path) => {
    const html = await site.text(path);
    const sheets = [...html.matchAll(/<link href="([^"]+\.css)" rel="stylesheet"/g)].map((m) => m[1] ?? '');
    expect(sheets.length).toBeGreaterThan(0);
    const css = await Promise.all(
      sheets.map((href) => site.text(new URL(href, site.origin + path).pathname)),
    );
    const weight = gzipped(html) + css.reduce((sum, text) => sum + gzipped(text), 0);
    expect(weight).toBeLessThanOrEqual(MOST);
    expect(html).not.toMatch(
      /<script(?! type="application\/(ld\+)?json"| type="module" src="\/_app\/immutable\/reader\/)/,
    );
    expect(html).not.toMatch(/modulepreload/);
  });

  it('it is sent compressed, and so are its style sheets and the data', async () => {
    const html = await site.get('/');
    expect(html.headers.get('content-encoding')).toMatch(/gzip|br/);
    const sheet = /<link href="\.([^"]+\.css)"/.exec(await html.text())?.[1] ?? '';
    for (const path of [sheet, '/map.svg', '/data/latest/places.geojson', '/sitemap.xml']) {
      expect((await site.get(path)).headers.get('content-encoding'), path).toMatch(/gzip|br/);
    }
  });
});

describe('what brings the page to life is light', () => {
  it.each(['en', 'uk'])('before the map comes, in %s', (lang) => {
    const manifest = JSON.parse(readFileSync(`build/client/_app/reader-${lang}.json`, 'utf8')) as Record<
      string,
      { file: string; imports?: string[] }
    >;
    const keys = new Set(['src/lib/reader/main.ts', 'src/lib/reader/take-over.ts']);
    for (const key of keys) for (const next of manifest[key]?.imports ?? []) keys.add(next);
    const weights = [...keys].map(
      (key) => gzipSync(readFileSync(`build/client/${manifest[key]?.file}`), { level: 9 }).byteLength,
    );
    expect(weights.reduce((a, b) => a + b)).toBeLessThanOrEqual(MOST);
  });
});

describe('what reads the ground of years in a browser is light', () => {
  it('alone, as the map imports it', async () => {
    const map = readFileSync('src/lib/scene/map-data.ts', 'utf8');
    const path = /import \{ openControl \} from '#lib\/([^']+)'/.exec(map)?.[1] ?? '';
    const made = await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [
        {
          name: 'decoder-alone',
          enforce: 'pre',
          resolveId: (id) => (id === 'decoder' ? '\0decoder' : null),
          load: (id) =>
            id === '\0decoder' ? `export { openControl } from '${resolve('src/lib', path)}'` : null,
        },
      ],
      build: {
        target: 'es2023',
        write: false,
        modulePreload: false,
        rolldownOptions: { input: 'decoder', preserveEntrySignatures: 'strict' },
      },
    });
    const chunks = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
    const code = chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
    expect(code).toContain('openControl');
    expect(gzipSync(code, { level: 9 }).byteLength).toBeLessThan(MOST_OF_DECODER);
  });
});
