import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuilder } from '#lib/server/editions/rebuild.ts';
import type { Store } from '#lib/server/store/store.ts';
import { textsIn } from '../fixtures/folder-texts.ts';
import { exportFrom, ORIGIN, pastStore } from '../fixtures/past-store.ts';
import { keepSecrets, RETRACTED, SECRETS } from '../fixtures/secrets.ts';
import { runToEnd, tempFolder, type Ended } from '../fixtures/server.ts';

const KEYED = 'w-aaaaaaaaaa';
const TAKEN_DOWN = 'e-c7n3sbj4dp';

/** A store with editions, something that was taken back, something that was taken down, and what only the desk knows. */
const folder = tempFolder();
const data = join(folder.path, 'data');
beforeAll(() => pastStore(data, keepSecrets, takeDownAndMakeMap));
async function takeDownAndMakeMap(store: Store): Promise<void> {
  await store.publishing.takeDown(
    { kind: 'event', id: TAKEN_DOWN, by: 'tester', reason: 'endangers' },
    rebuilder,
  );
  await store.widgets.make(
    {
      id: KEYED,
      name: 'The Test Times',
      query: 'place=kurakhove&lang=uk',
      words: { title: 'Where we were', credit: '', callouts: [] },
      sites: [],
      hook: undefined,
      secret: 'hush',
      seen: 1,
    },
    'admin',
  );
}
afterAll(() => folder.remove());

const exported = (...args: string[]): Promise<Ended> =>
  exportFrom(data, args, { SALIENT_PUBLISHER: 'The Front Desk' });

describe('a copy of a widget', () => {
  const out = join(folder.path, 'front');
  let texts: Map<string, string>;
  beforeAll(async () => {
    const ended = await exported('widget', '/embed?window=all', '--out', out);
    expect(ended.stderr.replace(/^salient: .*…$/gm, '').trim()).toBe('');
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(
      /Copied “The front, 26 November 2024” to .*, as of edition 4 with digest [0-9a-f]{64}/,
    );
    texts = textsIn(out);
  });
  const of = (name: string): string => texts.get(name) ?? '';

  it('has the pages, what moves the map, pictures, data, and a word about itself', () => {
    const names = [...texts.keys()];
    expect(names).toEqual(
      expect.arrayContaining([
        'index.html',
        'live.html',
        'live.js',
        'live-data.js',
        'pictures/map-1200x630.svg',
        'pictures/map-1080x1350@2x.png',
        'data/events.geojson',
        'data/events.csv',
        'data/reports.json',
        'data/control-2024-11-26.geojson',
        'README.txt',
        'copy.json',
      ]),
    );
    expect(readdirSync(folder.path).sort()).toEqual(['data', 'front']);
  });

  it('is pinned, though the map follows the front, and says what it is and what cannot reach it', () => {
    for (const page of ['index.html', 'live.html']) {
      expect(of(page)).toContain('Edition 4');
      expect(of(page)).toContain('This map stays as it was published.');
      expect(of(page)).toMatch(
        /A copy of edition 4, made on \d+ \w+ \d{4}\. Corrections and take-downs on the site cannot reach it\./,
      );
    }
    expect(of('README.txt')).toContain('corrections and take-downs on the site cannot reach it');
    expect(of('README.txt')).toMatch(/Cite as: “The front, 26 November 2024”, The Front Desk, edition 4 of /);
    const about = JSON.parse(of('copy.json')) as Record<string, unknown>;
    expect(about).toMatchObject({ copy: 'widget', edition: 4, query: expect.stringContaining('edition=4') });
    expect(of('README.txt')).toContain(`Digest of the edition: ${String(about['digest'])}`);
  });

  it('loads nothing from anywhere: what it loads are its own files, and a script is in the moving one alone', () => {
    const loaded = (page: string): string[] =>
      [...page.matchAll(/<(?:script|img|iframe|link|source|base)[^>]*?(?:src|href)="([^"]*)"/g)].map(
        ([, at]) => at ?? '',
      );
    expect(loaded(of('index.html'))).toEqual(['data:,']);
    expect(of('index.html')).not.toContain('<script');
    expect(loaded(of('live.html'))).toEqual(['data:,', 'live-data.js', 'live.js']);
  });

  it('has the events of its picture as features and as a table, with the reports behind them', () => {
    const { features } = JSON.parse(of('data/events.geojson')) as { features: { id: string }[] };
    const rows = of('data/events.csv').trim().split('\r\n').slice(1);
    expect(features.length).toBeGreaterThan(3);
    expect(rows.length).toBe(features.length);
    const { reports } = JSON.parse(of('data/reports.json')) as { reports: { id: string }[] };
    expect(reports.map(({ id }) => id)).toContain('r-5z2xwd7cec');
  });

  it('has nothing that only the desk knows, that was taken back, or that was taken down', () => {
    const words = [...SECRETS, ...RETRACTED, TAKEN_DOWN, 'DHL cargo plane'];
    const leaks = [...texts].flatMap(([name, text]) =>
      words
        .filter((word) => text.toLowerCase().includes(word.toLowerCase()))
        .map((word) => `${word} in ${name}`),
    );
    expect(leaks).toEqual([]);
    // What is public is there: the words would be seen if they were written.
    expect(of('live-data.js')).toContain('A missile hits Dnipro');
  });

  it('is not written over, but for an earlier copy where that is asked for', async () => {
    const again = await exported('widget', '/embed?window=all', '--out', out);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('is not empty; name another, or give --replace');
    const replaced = await exported('widget', '/events/e-zzzzzzzzz6?edition=3', '--out', out, '--replace');
    expect(replaced.code, replaced.stderr).toBe(0);
    expect(textsIn(out).get('index.html')).toContain('Edition 3');
  });
});

it('of a map of a newsroom has its words and its language', async () => {
  const out = join(folder.path, 'keyed');
  const ended = await exported('widget', `${ORIGIN}/w/${KEYED}`, '--out', out);
  expect(ended.code, ended.stderr).toBe(0);
  const page = textsIn(out).get('index.html') ?? '';
  expect(page).toContain('Where we were');
  expect(page).toContain('The Test Times');
  expect(page).toMatch(/Копія випуску 4, зроблена .*\. Виправлення й вилучення на сайті до неї не дійдуть\./);
});

describe('what cannot be copied is named, with what to do, and nothing is left behind', () => {
  const out = join(folder.path, 'none');
  it.each<[what: string, args: string[], says: string]>([
    ['no kind', [], 'export what? There is: export widget'],
    ['another kind', ['everything'], 'cannot export "everything"'],
    ['no address', ['widget', '--out', out], 'no address is given'],
    ['no folder', ['widget', '/embed'], '--out is needed'],
    ['an unknown option', ['widget', '/embed', '--out', out, '--fast'], "Unknown option '--fast'"],
    ['another site', ['widget', 'https://else.example/embed', '--out', out], 'is no address of this site'],
    ['a page without a map', ['widget', '/healthz', '--out', out], 'shows no map'],
    [
      'a newsroom that is not there',
      ['widget', '/w/w-bbbbbbbbbb', '--out', out],
      'no newsroom\'s map "w-bbbbbbbbbb"',
    ],
    [
      'a later edition',
      ['widget', '/embed?edition=9', '--out', out],
      'there is no edition 9; the newest is 4',
    ],
    [
      'a day that is none',
      ['widget', '/embed?day=2024-13-01', '--out', out],
      '"2024-13-01" is no use as day',
    ],
    [
      'a place that is not there',
      ['widget', '/embed?place=atlantis', '--out', out],
      'no place "atlantis" in edition 4',
    ],
    [
      'what was taken back',
      ['widget', '/events/e-zzzzzzzzz5', '--out', out],
      'no event "e-zzzzzzzzz5" in edition 4',
    ],
    [
      'a draft',
      ['widget', '/embed?event=e-zzzzzzzzz2', '--out', out],
      'no event "e-zzzzzzzzz2" in edition 4',
    ],
  ])('%s', async (_, args, says) => {
    const ended = await exported(...args);
    expect(ended.stderr).toContain(says);
    expect(ended.code).toBeGreaterThan(0);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('none'))).toEqual([]);
  });

  it('a store that is not there, which is not made by asking', async () => {
    const nowhere = join(folder.path, 'nowhere');
    const ended = await runToEnd(['src/cli/main.ts', 'export', 'widget', '/embed', '--out', out], {
      SALIENT_DATA: nowhere,
    });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(
      `there is no database at ${join(nowhere, 'salient.db')}; set SALIENT_DATA`,
    );
    expect(existsSync(nowhere)).toBe(false);
  });
});
