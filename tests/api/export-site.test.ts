import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsIn } from '../fixtures/folder-texts.ts';
import { exportFrom, pastStore } from '../fixtures/past-store.ts';
import { keepSecrets, RETRACTED, SECRETS } from '../fixtures/secrets.ts';
import { tempFolder, type Ended } from '../fixtures/server.ts';

const folder = tempFolder();
const data = join(folder.path, 'data');
const out = join(folder.path, 'copy');
/** Edition 4 takes back what edition 3 brought, and the desk knows more. */
beforeAll(() => pastStore(data, keepSecrets));
afterAll(() => folder.remove());

const exported = (...args: string[]): Promise<Ended> => exportFrom(data, ['site', ...args]);

describe('a copy of the site', () => {
  let texts: Map<string, string>;
  let pages: [string, string][];
  beforeAll(async () => {
    const ended = await exported('--out', out);
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toMatch(/Copied edition 4 to .*: \d+ pages, with digest [0-9a-f]{64}/);
    texts = textsIn(out);
    pages = [...texts].filter(([name]) => name.endsWith('.html'));
  });
  const of = (name: string): string => texts.get(name) ?? '';

  it('has the pages of both languages, each of which says what it is and what cannot reach it', () => {
    for (const page of [
      '',
      'events/',
      'events/e-zzzzzzzzz6/',
      'places/kurakhove/',
      'days/2024-11-21/',
      'method/',
    ])
      for (const lang of ['', 'uk/']) expect([...texts.keys()]).toContain(`${lang}${page}index.html`);
    const silent = pages.filter(
      ([name, html]) =>
        !html.includes(
          name.startsWith('uk/')
            ? 'Виправлення й вилучення на сайті до неї не дійдуть'
            : 'Corrections and take-downs on the site cannot reach it',
        ),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
    expect(of('README.txt')).toContain('A copy of edition 4');
    expect(JSON.parse(of('copy.json'))).toMatchObject({ copy: 'site', edition: 4 });
  });

  it('has no link to a file that is not there, and none to the root of the host', () => {
    const broken = pages.flatMap(([name, html]) =>
      [...html.matchAll(/\s(?:href|src|action)="([^"#]+)[^"]*"/g)]
        .map(([, link = '']) => link.replace(/[?#].*$/, ''))
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter(
          (link) => link.startsWith('/') || !existsSync(join(out, normalize(join(dirname(name), link)))),
        )
        .map((link) => `${link} on ${name}`),
    );
    expect(broken).toEqual([]);
  });

  it('is without search, the builder, feeds and oEmbed', () => {
    const kept = pages.filter(([name, html]) => {
      // On the map's page the field is hidden by the style of every copy: see its end-to-end test.
      const isMap = /^(uk\/)?index\.html$/.test(name);
      return /\/oembed\?|href="[^"]*\/embed\//.test(html) || (!isMap && html.includes('type="search"'));
    });
    expect(kept.map(([name]) => name)).toEqual([]);
  });

  it('has the objects of the edition, each under the digest of its bytes', () => {
    const { objects } = JSON.parse(of('data/4/manifest.json')) as {
      objects: Record<string, { sha256: string }>;
    };
    const named = Object.values(objects).map(({ sha256 }) => sha256);
    expect(named.length).toBeGreaterThan(5);
    for (const sha256 of named) {
      const bytes = Buffer.from(of(`data/o/${sha256}`), 'latin1');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('has nothing that only the desk knows, and what was taken back only where it is told that it was', () => {
    const found = (words: readonly string[], but: RegExp): string[] =>
      [...texts].flatMap(([name, text]) =>
        but.test(name)
          ? []
          : words
              .filter((word) => text.toLowerCase().includes(word.toLowerCase()))
              .map((word) => `${word} in ${name}`),
      );
    expect(found(SECRETS, /^$/)).toEqual([]);
    expect(found(RETRACTED, /^(uk\/)?(editions|corrections)\//)).toEqual([]);
    expect(of('events/e-zzzzzzzzz6/index.html')).toContain('A missile hits Dnipro');
  });
});

it('an earlier edition is copied as it was when it was the newest', async () => {
  const ended = await exported('--out', out, '--edition', '1', '--replace');
  expect(ended.code, ended.stderr).toBe(0);
  const texts = textsIn(out);
  const about = JSON.parse(texts.get('copy.json') ?? '') as Record<string, unknown>;
  expect(about).toMatchObject({ edition: 1 });
  for (const page of ['index.html', 'editions/index.html'])
    expect(/Edition [2-4]\b/.test(texts.get(page) ?? ''), page).toBe(false);
  expect(texts.has('events/e-zzzzzzzzz6/index.html')).toBe(false);
});

describe('what cannot be copied is named, with what to do, and nothing is left behind', () => {
  const none = join(folder.path, 'none');
  it.each<[what: string, args: string[], says: string]>([
    ['no folder', [], '--out is needed'],
    ['a later edition', ['--edition', '9', '--out', none], 'there is no edition 9; the newest is 4'],
    [
      'an edition that is none',
      ['--edition', 'first', '--out', none],
      '--edition is the number of an edition; not "first"',
    ],
    ['an address', ['/embed', '--out', none], "Unexpected argument '/embed'"],
  ])('%s', async (_, args, says) => {
    const ended = await exported(...args);
    expect(ended.stderr).toContain(says);
    expect(ended.code).toBe(2);
    expect(existsSync(none)).toBe(false);
  });

  it('a folder with something else in it', async () => {
    const ended = await exported('--out', data, '--replace');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('holds something that is no copy of ours');
    expect(statSync(join(data, 'salient.db')).size).toBeGreaterThan(0);
    expect(readdirSync(folder.path).filter((name) => /unfinished|replaced/.test(name))).toEqual([]);
  });
});
