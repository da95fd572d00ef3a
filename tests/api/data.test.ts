import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../fixtures/server.ts';

type Site = Awaited<ReturnType<typeof demonstration>>;
type Collection = GeoJSON.FeatureCollection<GeoJSON.Geometry | null>;
interface Manifest {
  readonly edition: number;
  readonly published_at: string;
  readonly digest: string;
  readonly objects: Record<string, { sha256: string; url: string }>;
}

let site: Site;
beforeAll(async () => {
  site = await demonstration();
});
afterAll(() => site.end());

const EDITIONS = ['latest', '1', '2', '2026-11-22'] as const;
const COLLECTIONS = ['events.geojson', 'places.geojson'] as const;
/** Where an edition keeps the events of a month. */
const NOVEMBER = 'events/2024-11.geojson';
const manifestOf = (edition: string | number) => site.json<Manifest>(`/data/${edition}/manifest.json`);

describe('an edition is a manifest of objects named by their hash', () => {
  it.each(EDITIONS)('%s', async (edition) => {
    const manifest = await manifestOf(edition);
    expect(manifest.edition).toBe(edition === '1' ? 1 : 2);
    expect(Object.keys(manifest.objects)).toEqual(
      expect.arrayContaining([
        'events/2024-11.geojson',
        'places.geojson',
        'reports/2024-11.json',
        'ledgers.json',
      ]),
    );
    for (const [name, { sha256, url }] of Object.entries(manifest.objects)) {
      expect(url).toBe(`/data/o/${sha256}`);
      const response = await site.get(url);
      expect(response.status, name).toBe(200);
      expect(response.headers.get('cache-control'), name).toMatch(/immutable/);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sha256);
      if (/json$/.test(name)) expect(() => JSON.parse(bytes.toString('utf8')) as unknown, name).not.toThrow();
    }
  });

  it('what an edition did not change is the same object', async () => {
    const [one, two] = await Promise.all([manifestOf(1), manifestOf(2)]);
    expect(two.objects['ledgers.json']).toEqual(one.objects['ledgers.json']);
    const pieces = Object.keys(one.objects).filter((name) => name.startsWith('control/russia-assessed/'));
    expect(pieces.length).toBeGreaterThan(1);
    for (const name of pieces) expect(two.objects[name], name).toEqual(one.objects[name]);
    expect(two.objects[NOVEMBER]).not.toEqual(one.objects[NOVEMBER]);
    expect(two.digest).not.toBe(one.digest);
  });

  it.each(EDITIONS)('friendly addresses of %s give the bytes of its objects', async (edition) => {
    const { objects } = await manifestOf(edition);
    for (const name of ['places.geojson', 'ledgers.json']) {
      const response = await site.get(`/data/${edition}/${name}`);
      expect(response.headers.get('content-type')).toBe(
        name.endsWith('.geojson') ? 'application/geo+json' : 'application/json',
      );
      const text = await response.text();
      expect(createHash('sha256').update(text).digest('hex'), name).toBe(objects[name]?.sha256);
    }
  });
});

describe('what is kept by month is sent whole', () => {
  interface Listed {
    readonly features?: { id: string }[];
    readonly reports?: { id: string }[];
  }
  const LISTS = [
    ['events.geojson', 'events/', 'application/geo+json'],
    ['reports.json', 'reports/', 'application/json'],
  ] as const;
  const cases = EDITIONS.flatMap((edition) => LISTS.map((list) => [edition, ...list] as const));

  it.each(cases)('%s %s', async (edition, name, folder, media) => {
    const { objects } = await manifestOf(edition);
    const months = Object.keys(objects).filter((of) => of.startsWith(folder));
    const listed = ({ features, reports }: Listed) => (features ?? reports ?? []).map((each) => each.id);
    const all = await Promise.all(months.map((of) => site.json<Listed>(objects[of]?.url ?? '')));
    const whole = await site.get(`/data/${edition}/${name}`);
    expect(whole.headers.get('content-type')).toBe(media);
    const text = await whole.text();
    expect(listed(JSON.parse(text) as Listed).sort()).toEqual(all.flatMap(listed).sort());
    // Whoever asks again gets the same, byte for byte.
    const again = await site.get(`/data/${edition}/${name}`);
    expect(await again.text()).toBe(text);
    expect(again.headers.get('etag')).toBe(whole.headers.get('etag'));
  });

  it('is tagged by what it is: editions that differ in it have other tags, those that do not the same', async () => {
    const tag = async (path: string) => (await site.get(`/data/${path}`)).headers.get('etag');
    expect(await tag('1/events.geojson')).not.toBe(await tag('2/events.geojson'));
    expect(await tag('latest/events.geojson')).toBe(await tag('2/events.geojson'));
    expect(await tag('2/reports.json')).not.toBe(await tag('2/events.geojson'));
  });

  it('is compressed for who takes it so, and is the same then', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const response = await site.get('/data/latest/events.geojson', { headers });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const plain = await site.get('/data/latest/events.geojson', {
      headers: { 'accept-encoding': 'identity' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(await plain.text());
  });

  it('can be asked for by its head alone', async () => {
    const response = await site.get('/data/latest/events.geojson', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('etag')).toMatch(/^"[^"]+"$/);
  });
});

describe('GeoJSON is as RFC 7946 wants it', () => {
  const addresses = [
    ...EDITIONS.flatMap((edition) => COLLECTIONS.map((name) => `/data/${edition}/${name}`)),
    ...['2024-09-01', '2024-10-02', '2024-11-21', '2024-11-26', '2030-01-01'].map(
      (day) => `/data/latest/control.geojson?day=${day}`,
    ),
    '/data/1/control.geojson',
  ];
  it.each(addresses)('%s', async (address) => {
    const response = await site.get(address);
    expect(response.headers.get('content-type')).toBe('application/geo+json');
    const collection = (await response.json()) as Collection;
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.features.length).toBeGreaterThan(0);
    // The reference system is the one of the RFC, so no other is named.
    expect(collection).not.toHaveProperty('crs');
    const ids = collection.features.map((f) => f.id);
    expect(ids.every((id) => typeof id === 'string' && id.length > 0)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    for (const feature of collection.features) {
      expect(feature.type).toBe('Feature');
      expect(feature.properties, String(feature.id)).toBeTypeOf('object');
      const fault = geometryFault(feature.geometry);
      expect(fault, `${feature.id}: ${fault}`).toBeUndefined();
    }
  });

  it('control says whose ground it is, how sure, how fine, and that it is a demonstration', async () => {
    const control = await site.json<Collection>('/data/latest/control.geojson?day=2024-11-26');
    expect(control.features.map((f) => f.id)).toEqual(
      expect.arrayContaining(['russia-assessed', 'russia-pre-2022', 'ukraine-assessed', 'unknown-contested']),
    );
    for (const { properties } of control.features) {
      expect(properties).toMatchObject({ day: '2024-11-26', demonstration: true });
      expect(properties?.resolution_m).toBeGreaterThan(0);
      expect(properties?.name).toHaveProperty('uk');
    }
    const one = await site.json<Collection>(
      '/data/latest/control.geojson?day=2024-11-26&holder=russia&basis=assessed',
    );
    expect(one.features.map((f) => f.id)).toEqual(['russia-assessed']);
  });

  it('the day that is asked for is the day that is given', async () => {
    const ground = async (day: string) =>
      JSON.stringify(
        (await site.json<Collection>(`/data/latest/control.geojson?day=${day}&holder=russia&basis=assessed`))
          .features[0]?.geometry,
      );
    expect(await ground('2024-10-01')).not.toBe(await ground('2024-11-26'));
    expect(await ground('2024-11-26')).toBe(await ground('2024-12-31'));
  });
});

describe('an older edition shows nothing of a later one', () => {
  const events = (edition: string) => site.json<Collection>(`/data/${edition}/events.geojson`);
  const idsOf = (c: Collection) => c.features.map((f) => String(f.id));

  it('edition 1 has six events, edition 2 seventeen', async () => {
    expect(idsOf(await events('1'))).toHaveLength(6);
    expect(idsOf(await events('2'))).toHaveLength(17);
  });

  it('the strike on Dnipro is dated to its week in edition 1, to its day in edition 2', async () => {
    const strike = async (edition: string) =>
      (await events(edition)).features.find((f) => f.id === 'e-qs5fjj7wdd')?.properties;
    expect(await strike('1')).toMatchObject({ period: { from: '2024-11-18', until: '2024-11-25' } });
    expect(await strike('2')).toMatchObject({ period: { from: '2024-11-21', until: '2024-11-22' } });
  });

  it('no page, list, search or picture of edition 1 names what came with edition 2', async () => {
    const old = new Set(idsOf(await events('1')));
    const later = idsOf(await events('2')).filter((id) => !old.has(id));
    expect(later).toHaveLength(11);
    const paths = [
      '/?edition=1&window=all',
      '/events?edition=1',
      '/reports?edition=1',
      '/search?q=Wiesbaden&edition=1',
      '/search?q=Vilnius&edition=1',
      '/reports/r-b75jeocxoz?edition=1',
      '/places/kurakhove?edition=1',
      '/days/2024-11-25?edition=1',
      '/map.svg?edition=1&window=all',
      '/sitemap.xml?edition=1',
      '/data/1/events.geojson',
      '/data/1/reports.json',
      '/?known=2026-11-01&window=all',
    ];
    for (const path of paths) {
      const text = await site.text(path);
      for (const id of later) expect(text, `${path} has ${id}`).not.toContain(id);
      expect(text, path).not.toContain('JadeTimes');
      expect(text, path).not.toContain('r-5z2xwd7cec');
    }
    for (const id of later) {
      expect((await site.get(`/events/${id}?edition=1`)).status, id).toBe(404);
      expect((await site.get(`/events/${id}`)).status, id).toBe(200);
    }
    expect((await site.get('/reports/r-5z2xwd7cec?edition=1')).status).toBe(404);
  });
});

describe('what is not there is said in a sentence that a program can read', () => {
  const missing: [path: string, status: number, words: string][] = [
    ['/data/3/manifest.json', 404, 'no edition "3"'],
    ['/data/0/manifest.json', 404, 'no edition'],
    ['/data/-1/manifest.json', 404, 'no edition'],
    ['/data/1e3/events.geojson', 404, 'edition "1e3"'],
    ['/data/99999999999/control.geojson', 404, 'no edition'],
    ['/data/newest/manifest.json', 404, 'Use a number, a date or "latest"'],
    ['/data/2026-11-21/manifest.json', 404, 'no edition "2026-11-21"'],
    ['/data/2024-11-26/events.geojson', 404, 'edition "2024-11-26"'],
    ['/data/2026-02-30/manifest.json', 404, 'no edition'],
    ['/data/latest/nothing.geojson', 404, 'no "nothing.geojson"'],
    ['/data/latest/%3Cscript%3E', 404, 'no "<script>"'],
    ['/data/latest', 404, 'manifest.json'],
    ['/data', 404, 'manifest.json'],
    ['/data/latest/a/b/c', 404, 'manifest.json'],
    [`/data/o/${'0'.repeat(64)}`, 404, 'no object'],
    ['/data/o/..%2f..%2fetc%2fpasswd', 404, 'no object'],
    ['/data/o/abc', 404, 'no object'],
    ['/data/latest/control.geojson?day=2024-02-30', 400, '"2024-02-30" is no day'],
    ['/data/latest/control.geojson?day=yesterday', 400, 'YYYY-MM-DD'],
    ['/data/latest/control.geojson?day=', 400, 'YYYY-MM-DD'],
  ];
  it.each(missing)('%s', async (path, status, words) => {
    const response = await site.get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const { error } = (await response.json()) as { error: { status: number; message: string } };
    expect(error.status).toBe(status);
    expect(error.message).toContain(words);
  });

  it('a holder or basis that there is not gives no ground, and no error', async () => {
    for (const query of ['holder=moon', 'basis=%00', 'holder=russia&basis=wished']) {
      const control = await site.json<Collection>(`/data/latest/control.geojson?day=2024-11-26&${query}`);
      expect(control).toEqual({ type: 'FeatureCollection', features: [] });
    }
  });
});

describe('whoever has a version already is told so', () => {
  const paths = [
    '/',
    '/uk',
    '/events',
    '/events/e-qs5fjj7wdd',
    '/reports',
    '/places/kurakhove',
    '/days/2024-11-21',
    '/search?q=Dnipro',
    '/editions',
    '/method',
    '/map.svg',
    '/map.svg?lang=uk&theme=dark&width=800&height=500',
    '/map.png?width=800&height=500',
    '/data/latest/manifest.json',
    '/data/2/events.geojson',
    '/data/latest/places.geojson',
    '/data/1/reports.json',
    '/data/latest/ledgers.json',
    '/data/latest/control.geojson?day=2024-11-26',
    '/sitemap.xml',
  ];
  it.each(paths)('%s', async (path) => {
    const first = await site.get(path);
    expect(first.status).toBe(200);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
    const again = (tag: string) => site.get(path, { headers: { 'if-none-match': tag } });
    const known = await again(etag);
    expect(known.status).toBe(304);
    expect(await known.text()).toBe('');
    expect(known.headers.get('cache-control')).toBe('no-cache');
    // A cache that compresses on its own marks the tag as weak.
    expect((await again(`W/${etag}`)).status).toBe(304);
    expect((await again('"something-else"')).status).toBe(200);
  });

  it('an object by its hash too, which never changes', async () => {
    const { objects } = await manifestOf('latest');
    const url = objects[NOVEMBER]?.url ?? '';
    const etag = (await site.get(url)).headers.get('etag') ?? '';
    expect((await site.get(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('two views have two tags, one view one', async () => {
    const tag = async (path: string) => (await site.get(path)).headers.get('etag');
    expect(await tag('/map.svg?day=2024-11-21')).not.toBe(await tag('/map.svg?day=2024-11-20'));
    expect(await tag('/map.svg?theme=dark')).not.toBe(await tag('/map.svg'));
    expect(await tag('/map.svg?edition=1')).not.toBe(await tag('/map.svg?edition=2'));
    expect(await tag('/map.svg?window=7')).toBe(await tag('/map.svg'));
  });
});

/** What is wrong with a geometry: a position out of the world or too fine, a ring open or wound the wrong way. */
function geometryFault(geometry: GeoJSON.Geometry | null): string | undefined {
  if (geometry === null) return undefined;
  switch (geometry.type) {
    case 'Point':
      return positionFault(geometry.coordinates);
    case 'Polygon':
      return polygonFault(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.map(polygonFault).find(Boolean);
    default:
      return `${geometry.type} is not expected here`;
  }
}

function positionFault(position: GeoJSON.Position): string | undefined {
  const [lng = Number.NaN, lat = Number.NaN] = position;
  if (position.length !== 2) return 'a position is no pair';
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return `${lng}, ${lat} is not in the world`;
  if ([lng, lat].some((x) => !/^-?\d+(\.\d{1,6})?$/.test(String(x)))) return `${lng}, ${lat} is too fine`;
  return undefined;
}

function polygonFault(rings: GeoJSON.Position[][]): string | undefined {
  for (const [i, ring] of rings.entries()) {
    if (ring.length < 4) return 'a ring has fewer than four positions';
    if (String(ring[0]) !== String(ring.at(-1))) return 'a ring is not closed';
    const fault = ring.map(positionFault).find(Boolean);
    if (fault) return fault;
    // Shoelace: positive runs counterclockwise, as the outer ring must and a hole must not.
    let twice = 0;
    for (let j = 1; j < ring.length; j++) {
      const [x0 = 0, y0 = 0] = ring[j - 1] ?? [];
      const [x1 = 0, y1 = 0] = ring[j] ?? [];
      twice += x0 * y1 - x1 * y0;
    }
    if (twice > 0 !== (i === 0)) return `ring ${i} is wound the wrong way`;
  }
  return undefined;
}
