import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import { pastEnv, pastStore } from '../fixtures/past-store.ts';
import { keepSecrets, RETRACTED, SECRETS, takeDown, TAKEN_DOWN } from '../fixtures/secrets.ts';
import {
  keepKeys,
  KEY_SECRETS,
  KEYED_ADDRESSES,
  KEYED_FEEDS,
  keyOf,
  OWN_WORDS,
} from '../fixtures/leak-keys.ts';
import { startSite, tempFolder, type Site } from '../fixtures/server.ts';
import { openStream } from '../fixtures/stream.ts';

/**
 * Every public address by the file that answers it, with what is asked of it. A new one has to join; what shows items
 * is asked for secret ones by their ids, names and places too.
 */
const SURFACES: Readonly<Record<string, readonly string[]>> = {
  '/': [
    '/',
    '/uk',
    '/?window=all',
    '/?at=33.337173,47.771173,12',
    '/?at=37.711173,47.55,13&window=all',
    '/?event=e-zzzzzzzzz2',
    '/?event=e-zzzzzzzzz5',
    '/?event=e-zzzzzzzzz7&edition=3',
    '/?at=36.987673,48.765673,12&window=all&edition=3',
    '/?place=brambleton-draft',
    '/?report=r-zzzzzzzzz2',
    '/?day=2024-11-21&compare=2024-11-26',
    '/?reviewed=1&at=38.75,47.55,11',
  ],
  '/change': ['/change', '/change?from=2024-11-01&to=2024-11-26', '/uk/change'],
  '/days/[day]': ['/days/2024-11-21', '/uk/days/2024-11-21', '/days/2024-11-26'],
  '/corrections': ['/corrections', '/uk/corrections'],
  '/editions': ['/editions', '/uk/editions'],
  '/embed': [
    '/embed',
    '/embed?lang=uk&window=all',
    '/embed?at=37.711173,47.55,13&window=all',
    '/embed?event=e-zzzzzzzzz2',
    '/embed?event=e-zzzzzzzzz5',
    '/embed?event=e-zzzzzzzzz6&edition=1',
    '/embed?event=e-zzzzzzzzz7&edition=3',
    '/embed?window=all&edition=3',
    '/embed?place=brambleton-draft',
    '/embed?report=r-zzzzzzzzz2',
    '/embed?day=2024-11-26&compare=2024-11-21',
    '/embed?interactive=1&window=all',
    '/embed?interactive=1&event=e-zzzzzzzzz2',
  ],
  '/embed/feed': [
    '/embed/feed?window=all&edition=4',
    '/embed/feed?event=e-zzzzzzzzz2',
    '/embed/feed?event=e-zzzzzzzzz5&edition=4&lang=uk',
    '/embed/feed?event=e-zzzzzzzzz6',
    '/embed/feed?event=e-zzzzzzzzz7&edition=3',
    '/embed/feed?window=all&edition=3',
    '/embed/feed?place=brambleton-draft',
  ],
  '/oembed': [
    '/oembed?url=https://map.example/',
    '/oembed?url=https://map.example/events/e-zzzzzzzzz2&format=xml',
    '/oembed?url=https://map.example/events/e-zzzzzzzzz5',
    '/oembed?url=https://map.example/events/e-zzzzzzzzz7',
    '/oembed?url=https://map.example/places/brambleton-draft',
    '/oembed?url=https://map.example/embed?report=r-zzzzzzzzz2',
  ],
  '/embed/article': [
    '/embed/article',
    '/uk/embed/article?event=e-zzzzzzzzz2',
    '/embed/article?place=brambleton-draft',
  ],
  '/embed/examples': ['/embed/examples', '/uk/embed/examples'],
  '/embed/new': [
    '/embed/new',
    '/embed/new?know=1',
    '/uk/embed/new?know=1&lang=uk',
    '/embed/new?know=1&event=e-zzzzzzzzz2',
    '/embed/new?know=1&event=e-zzzzzzzzz6&edition=1',
    '/embed/new?know=1&event=e-zzzzzzzzz7&edition=3',
    '/embed/new?know=1&report=r-zzzzzzzzz2',
    '/embed/new?place=brambleton-draft&know=1',
    '/embed/new?go=1&show=place&find=Quillfeather',
    '/embed/new?go=1&show=front&days=two',
  ],
  '/embed.js': ['/embed.js'],
  '/embed/v1.js': ['/embed/v1.js'],
  '/events': ['/events', '/uk/events', '/events?window=all', '/events?kinds=strike&window=all'],
  '/events/[id]': [
    '/events/e-zzzzzzzzz2',
    '/events/e-zzzzzzzzz3',
    '/uk/events/e-zzzzzzzzz4',
    '/events/e-zzzzzzzzz5',
    '/events/e-zzzzzzzzz6',
    '/uk/events/e-zzzzzzzzz6',
    '/events/e-zzzzzzzzz7',
    '/uk/events/e-zzzzzzzzz7',
    '/events/e-zzzzzzzzz7?edition=3',
  ],
  '/method': ['/method', '/uk/method'],
  '/places/[id]': ['/places/brambleton-draft', '/places/dnipro', '/uk/places/dnipro', '/places/kurakhove'],
  '/reports': ['/reports', '/uk/reports'],
  '/reports/[id]': ['/reports/r-zzzzzzzzz2', '/reports/r-zzzzzzzzz6', '/uk/reports/r-zzzzzzzzz6'],
  '/search': [
    '/search?q=Quillfeather',
    '/search?q=Brambl',
    '/uk/search?q=Кремнехвіст',
    '/search?q=Thistledown',
    '/search?q=Fennelgate',
    '/search?q=Larkspurge',
    '/search?q=Nettlecombe&edition=3',
    '/search?q=33.337173,47.771173',
    '/search?q=Dnipro',
  ],
  '/find.json': [
    '/find.json?q=Quill',
    '/find.json?q=Bramb',
    '/find.json?q=Wolfs&lang=uk',
    '/find.json?q=Marrow',
    '/find.json?q=e-zzzzzzzzz2',
    '/find.json?q=Larksp',
    '/find.json?q=Thist',
    '/find.json?q=Nettle',
    '/find.json?q=e-zzzzzzzzz7',
    '/find.json?q=Dnip',
  ],
  '/map.[type]': [
    '/map.svg',
    '/map.svg?lang=uk&theme=dark',
    '/map.svg?at=33.337173,47.771173,12&window=all',
    '/map.svg?at=37.711173,47.55,13',
    '/map.svg?event=e-zzzzzzzzz3',
    '/map.svg?event=e-zzzzzzzzz7&edition=3',
    '/map.svg?at=36.987673,48.765673,12&window=all&edition=3',
    '/map.svg?day=2024-11-26&compare=2024-11-21',
    '/map.png?width=600&height=315',
  ],
  '/data/[...rest]': ['/data/e-zzzzzzzzz2', '/data/draft/manifest.json', '/data/latest/a/b/c'],
  '/data/[edition]/[name]': [
    '/data/latest/events.geojson',
    '/data/3/events.geojson',
    '/data/latest/places.geojson',
    '/data/latest/reports.json',
    '/data/latest/ledgers.json',
    '/data/latest/reviewed.geojson',
    '/data/latest/e-zzzzzzzzz2',
  ],
  '/data/[edition]/change.csv': ['/data/latest/change.csv?from=2024-11-01&to=2024-11-26'],
  '/data/[edition]/change.json': ['/data/latest/change.json?from=2024-11-01&to=2024-11-26'],
  '/data/[edition]/control.geojson': [
    '/data/latest/control.geojson',
    '/data/latest/control.geojson?day=2024-11-26',
  ],
  '/data/[edition]/control.ledger': ['/data/latest/control.ledger'],
  '/data/[edition]/manifest.json': [
    '/data/latest/manifest.json',
    '/data/1/manifest.json',
    '/data/2/manifest.json',
    '/data/3/manifest.json',
    '/data/4/manifest.json',
    '/data/5/manifest.json',
  ],
  '/data/[edition]/map.json': ['/data/latest/map.json', '/data/3/map.json', '/data/4/map.json?lang=uk'],
  '/data/[edition]/names.json': ['/data/latest/names.json', '/data/latest/names.json?lang=uk'],
  '/data/basemap/[hash].json': ['/data/basemap/00000000.json'],
  '/data/o/[sha256]': [`/data/o/${'0'.repeat(64)}`],
  '/live': ['/live'],
  '/robots.txt': ['/robots.txt'],
  '/sitemap.xml': ['/sitemap.xml'],
  '/w/[id]': ['/w/w-zzzzzzzzz2', '/w/nowhere', ...KEYED_ADDRESSES],
  '/w/[id]/feed': ['/w/w-zzzzzzzzz2/feed', '/w/nowhere/feed', ...KEYED_FEEDS],
  '/healthz': ['/healthz'],
  '/readyz': ['/readyz'],
};

/** Addresses that are not of the site's own routes and yet may be asked for. */
const BESIDE: readonly string[] = [
  '/nowhere/e-zzzzzzzzz2',
  '/uk/brambleton-draft',
  '/favicon.svg',
  '/%E0%A4%A',
];

/** How many addresses of one kind the crawl looks at: filters can be combined without an end. */
const OF_A_KIND = 3;

const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|\/)\+(page\.svelte|server\.ts)$/.test(name))
  .map((name) => {
    const path = name.replace(/(^|\/)\+(page\.svelte|server\.ts)$/, '').replace(/\([^)]*\)\/?/g, '');
    return join('/', path).replace('[type=picture]', '[type]');
  })
  .filter((path) => !/^\/desk(\/|$)/.test(path));

/** One store that keeps secrets, and its twin that has none: whatever readers see of both is the same. */
let keeping: Site;
let twin: Site;
/** The objects of both that held what was taken down. */
let heldIt: readonly string[] = [];
const folders = [tempFolder(), tempFolder()] as const;
beforeAll(async () => {
  const open = async (folder: string, secrets: boolean): Promise<Site> => {
    const data = join(folder, 'data');
    await pastStore(data, async (store) => {
      heldIt = await takeDown(store);
      await keepKeys(store);
      if (secrets) await keepSecrets(store);
    });
    // Both are told the same address, so that what they say of it can be compared.
    return startSite(pastEnv(data));
  };
  [keeping, twin] = await Promise.all([open(folders[0].path, true), open(folders[1].path, false)]);
});
afterAll(async () => {
  await Promise.all([keeping, twin].map((site) => site.stop()));
  for (const folder of folders) folder.remove();
});

interface Seen {
  readonly status: number;
  readonly tag: string | null;
  readonly media: string;
  readonly location: string | null;
  readonly text: string;
}

async function see(site: Site, address: string): Promise<Seen> {
  if (address === '/live') return seeStream(site, address);
  const response = await site.get(address);
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    tag: response.headers.get('etag'),
    media: response.headers.get('content-type') ?? '',
    location: response.headers.get('location'),
    // Letter by letter, whatever it is: words inside a picture or a packed file would show too.
    text: opened(bytes).toString(
      /json|text|xml|svg/.test(response.headers.get('content-type') ?? '') ? 'utf8' : 'latin1',
    ),
  };
}

/** What a stream begins with; when to come back is another for everybody. */
async function seeStream(site: Site, address: string): Promise<Seen> {
  const stream = await openStream(site, address);
  const text = await stream.until('data:');
  await stream.leave();
  const { status, headers } = stream.response;
  return {
    status,
    tag: headers.get('etag'),
    media: headers.get('content-type') ?? '',
    location: headers.get('location'),
    text: text.replace(/^retry: \d+$/m, 'retry'),
  };
}

/** What is packed within an answer, unpacked. */
function opened(bytes: Buffer): Buffer {
  for (const unpack of [gunzipSync, brotliDecompressSync]) {
    try {
      return Buffer.concat([bytes, unpack(bytes)]);
    } catch {
      // Not packed in this way.
    }
  }
  return bytes;
}

/** What an answer says of its own accord: without what the asker said. */
function ownWords(address: string, text: string): string {
  const asked = new URL(address, 'https://map.example');
  // What a newsroom pinned its key to, it said itself.
  const pinned = new URLSearchParams(keyOf(address)?.query);
  const said = [
    ...pinned.values(),
    ...asked.pathname.split('/'),
    ...asked.searchParams.values(),
    ...[...asked.searchParams.values()].flatMap((value) => value.split(',')),
  ].filter((part) => part.length > 2);
  return said.reduce(
    (rest, part) => rest.replaceAll(part, '').replaceAll(encodeURIComponent(part), ''),
    text,
  );
}

const found = (words: readonly string[], text: string): string[] =>
  words.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

/** The page of an address, as one of a kind, and with each thing that it is asked with. */
function kindsOf(address: string): string[] {
  const { pathname, searchParams } = new URL(address, 'https://map.example');
  const page = pathname.replace(/\/(events|reports|places|days|data)\/[^/]+/g, '/$1/…');
  // Nobody reads the words of a bitmap: a few of all of them do, each the same as its twin. The SVG has the same words.
  if (pathname === '/map.png') return [page];
  return searchParams.size === 0 ? [page] : [...searchParams.keys()].map((key) => `${page}?${key}`);
}

/** Whether an address is that of a key's own map. */
const isKeyed = (address: string): boolean => address.startsWith('/w/') && keyOf(address) !== undefined;

function linksIn({ media, text }: Seen): string[] {
  const all: (string | undefined)[] = [];
  if (/html|xml|svg/.test(media)) {
    for (const [, link] of text.matchAll(/(?:href|src|action|content)="([^"]+)"/g)) all.push(link);
    for (const [, link] of text.matchAll(/<loc>([^<]+)<\/loc>/g)) all.push(link);
  }
  if (media.includes('json')) for (const [, link] of text.matchAll(/"(\/[^"\s]*)"/g)) all.push(link);
  return all
    .map((link = '') => link.replaceAll('&amp;', '&').replace('https://map.example', ''))
    .filter((link) => /^\/(?!\/|_app\/)/.test(link))
    .map((link) => link.replace(/#.*$/, ''));
}

it('every public address is in the list', () => {
  expect(Object.keys(SURFACES).sort()).toEqual([...new Set(routes)].sort());
});

it('the desk itself holds every secret, so that there is something to leak', async () => {
  const store = await openSqlite(join(keeping.data, 'salient.db'));
  const rows = JSON.stringify([
    await store.work.queue({ limit: 100, states: ['draft', 'approved', 'discarded'] }),
    await store.work.item('event', 'e-zzzzzzzzz2'),
    await store.work.item('statement', 'c-zzzzzzzzz2'),
    await store.work.item('statement', 'v-zzzzzzzzz2'),
    await store.work.tags(),
    await store.work.textsOf('r-zzzzzzzzz6'),
    await store.work.commentsOf('event', 'e-zzzzzzzzz6'),
  ]);
  await store.close();
  expect(SECRETS.filter((word) => !rows.includes(word))).toEqual([]);
});

describe('readers', () => {
  const seen = new Map<string, Seen>();
  const seenInTwin = new Map<string, Seen>();
  const look = async (address: string): Promise<void> => {
    const [one, other] = await Promise.all([see(keeping, address), see(twin, address)]);
    seen.set(address, one);
    seenInTwin.set(address, other);
  };
  beforeAll(async () => {
    const kinds = new Map<string, number>();
    const waiting: string[] = [...Object.values(SURFACES).flat(), ...BESIDE];
    waiting.push(...heldIt.map((hash) => `/data/o/${hash}`));
    for (const address of waiting) await look(address);
    for (let at = 0; at < waiting.length; at += 1) {
      for (const link of linksIn(seen.get(waiting[at] ?? '') as Seen)) {
        // All that the map of a key leads to is looked at.
        const isNew = (kind: string): boolean =>
          kind.startsWith('/data/…/') || isKeyed(waiting[at] ?? '') || (kinds.get(kind) ?? 0) < OF_A_KIND;
        if (seen.has(link) || !kindsOf(link).some(isNew)) continue;
        for (const kind of kindsOf(link)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        await look(link);
        waiting.push(link);
      }
    }
  }, 600_000);

  it('are shown many pages, all of which answer', () => {
    expect(seen.size).toBeGreaterThan(150);
    expect([...seen].filter(([, { status }]) => status >= 500).map(([address]) => address)).toEqual([]);
    const kinds = new Set([...seen.keys()].flatMap(kindsOf).map((kind) => kind.split('?')[0]));
    for (const page of ['/', '/uk', '/events/…', '/uk/events/…', '/places/…', '/reports/…', '/days/…'])
      expect(kinds).toContain(page);
    // Every object of every edition, too.
    expect([...seen.keys()].filter((address) => address.startsWith('/data/o/')).length).toBeGreaterThan(10);
    // The maps of keys are of the places and days of all that is kept: what is public there is on them.
    const shown = (address: string): string | undefined => seen.get(address)?.text;
    for (const form of ['', '?interactive=1']) {
      expect(shown(`/w/w-aaaaaaaaaa${form}`)).toContain('A missile hits Dnipro');
      expect(shown(`/w/w-cccccccccc${form}`)).toContain('A strike at Larkspurge');
    }
    // What is public of the event that has a secret change is there: the words would be seen if they were sent.
    expect(seen.get('/events/e-zzzzzzzzz6')?.text).toContain('A missile hits Dnipro');
  });

  it('find no word, id or place of what only the desk knows', () => {
    const leaks = [...seen].flatMap(([address, { text, tag, location }]) =>
      found(SECRETS, ownWords(address, [text, tag, location].join('\n'))).map(
        (word) => `${word} at ${address}`,
      ),
    );
    expect(leaks).toEqual([]);
  });

  it('find neither the secret of a key nor where its newsroom is called, and its words with its map alone', () => {
    const secrets = [...seen].flatMap(([address, { text, tag, location }]) =>
      found(KEY_SECRETS, [text, tag, location].join('\n')).map((word) => `${word} at ${address}`),
    );
    expect(secrets).toEqual([]);
    const said = [...seen].filter(([, { text }]) => found(OWN_WORDS, text).length > 0).map(([at]) => at);
    expect(said.sort()).toEqual(KEYED_ADDRESSES.filter(isKeyed).sort());
    // A map that is for some sites alone is embedded by nobody else.
    const offered = KEYED_ADDRESSES.filter((at) => !isKeyed(at)).filter((at) => seen.get(at)?.status === 200);
    const isOpen = (at: string): boolean => keyOf(at)?.sites.length === 0;
    expect(offered).toEqual(KEYED_ADDRESSES.filter((at) => !isKeyed(at) && isOpen(at)));
  });

  it('find nothing of what was retracted, but in editions from before, and where it is said that it was', () => {
    // The lists of what each edition did and corrected name it, and so does what stands in the place of its page.
    const isPast = (address: string): boolean =>
      isKeyed(address)
        ? keyOf(address)?.isPast === true
        : /[?&](edition|known)=|^\/data\/(\d|o\/)/.test(address) ||
          /^(\/uk)?\/(editions|corrections|events\/e-zzzzzzzzz5)/.test(address);
    const leaks = [...seen].flatMap(([address, { text }]) =>
      isPast(address) ? [] : found(RETRACTED, ownWords(address, text)).map((word) => `${word} at ${address}`),
    );
    expect(leaks).toEqual([]);
    expect(seen.get('/events/e-zzzzzzzzz5')?.status).toBe(410);
  });

  it('find nothing of what was taken down, in no edition and under no address, and are told that it is gone', () => {
    const leaks = [...seen].flatMap(([address, { text, tag, location }]) =>
      found(TAKEN_DOWN, ownWords(address, [text, tag, location].join('\n'))).map(
        (word) => `${word} at ${address}`,
      ),
    );
    expect(leaks).toEqual([]);
    for (const address of [
      '/events/e-zzzzzzzzz7',
      '/uk/events/e-zzzzzzzzz7',
      '/events/e-zzzzzzzzz7?edition=3',
    ])
      expect([404, 410], address).toContain(seen.get(address)?.status);
    const gone = ['/events/e-zzzzzzzzz7', ...heldIt.map((hash) => `/data/o/${hash}`)];
    expect(gone.map((address) => seen.get(address)?.status)).toEqual(gone.map(() => 410));
  });

  it('see the same, count for count, as if the secrets were not there', () => {
    const differing = [...seen].filter(
      ([address, one]) => JSON.stringify(one) !== JSON.stringify(seenInTwin.get(address)),
    );
    expect(differing.map(([address]) => address)).toEqual([]);
  });
});
