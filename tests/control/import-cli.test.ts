import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#lib/domain/time/day.ts';
import { readControl } from '#lib/formats/control/index.ts';
import { controlFiles } from '../../src/cli/control-files.ts';
import { box, collection, feature, polygon } from '../fixtures/control-files.ts';
import { aReport } from '../fixtures/items.ts';
import { runToEnd } from '../fixtures/server.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const ground = (east: number, properties: Record<string, unknown> = {}) =>
  feature(polygon(box(37, 48, east, 49)), properties);
const lines = ['2024-11-28', '2024-11-29'].map((d) => JSON.stringify(ground(38, { day: d }))).join('\n');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salient-import-'));
  mkdirSync(at('days/deeper.json'), { recursive: true });
  writeFileSync(at('days/2024-11-26.geojson'), JSON.stringify(collection([ground(38)])));
  writeFileSync(at('days/2024-11-25.json'), JSON.stringify(ground(38)));
  writeFileSync(at('days/lines.ndjson.gz'), gzipSync(lines));
  writeFileSync(at('days/broken.ndjson.gz'), gzipSync(lines).subarray(0, 40));
  writeFileSync(at('days/more.ndjson.xz'), '');
  writeFileSync(at('days/README.md'), '# Days');
  const report = { ...aReport('r-aaaaaaaaaa'), kind: 'assessment' };
  writeFileSync(at('report.json'), JSON.stringify(report));
  writeFileSync(at('map.json'), JSON.stringify({ ...report, kind: 'map' }));
  const snapshot = [ground(38, { name: 'Held', fill: '#a00' }), ground(36, { name: 'Free', fill: '#0a0' })];
  writeFileSync(at('raw-2024-11-25.geojson'), JSON.stringify(collection(snapshot)));
  writeFileSync(at('rules.json'), JSON.stringify({ rules: [{ when: { name: { equals: 'held' } } }] }));
  writeFileSync(at('wrong.json'), JSON.stringify({ rules: [{ when: { name: { is: 'held' } } }] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  runToEnd(['src/cli/main.ts', 'import', 'control', ...args], {
    SALIENT_DATA: at('data'),
    SALIENT_SEED: 'none',
  });
const OF_RUSSIA = ['--holder', 'russia', '--basis', 'assessed'];

describe('the files of a folder', () => {
  it('are those that may hold ground, by name, gz unpacked; what breaks off is told after what came before', async () => {
    const files = controlFiles([at('days')]);
    expect(files.map((f) => f.name)).toEqual(
      ['2024-11-25.json', '2024-11-26.geojson', 'broken.ndjson.gz', 'lines.ndjson.gz', 'more.ndjson.xz'].map(
        (name) => `days/${name}`,
      ),
    );
    const ledger = { holder: 'russia', basis: 'assessed' } as const;
    const read = await readControl(files, { today: day('2025-01-01'), ledger });
    const { report } = read.ok ? read.value : { report: undefined };
    expect(report?.ledgers[0]).toMatchObject({ days: 4, same: 3, missing: ['2024-11-27'] });
    expect(report?.refused.map((r) => [r.where.file, r.fault.code])).toEqual([
      ['days/broken.ndjson.gz', 'unreadable'],
      ['days/more.ndjson.xz', 'packed'],
    ]);
  });
});

describe('import control', () => {
  it('says what would go in, in English', async () => {
    const { code, stdout } = await run(at('days'), ...OF_RUSSIA, '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('5 files read.');
    expect(stdout).toContain('Russia, assessed: 4 days, 2024-11-25 to 2024-11-29');
    expect(stdout).toContain('8,192.8 km² on the first day');
    expect(stdout).toContain('no report (which is not “no change”) on 1 day: 2024-11-27');
    expect(stdout).toContain('unpack it first with "xz -dk <file>"');
    expect(stdout).toContain('Nothing is written');
    expect(existsSync(at('data'))).toBe(false);
  });

  it('and in Ukrainian, cut to Ukraine, by a mapping', async () => {
    const args = ['--mapping', at('rules.json'), '--clip', 'ukraine', '--lang', 'uk', '--dry-run'];
    const { code, stdout } = await run(at('raw-2024-11-25.geojson'), ...OF_RUSSIA, ...args);
    expect(code).toBe(0);
    expect(stdout).toContain('Росія, за оцінкою: 1 день, від 2024-11-25 до 2024-11-25');
    expect(stdout).toContain('обрізано до суходолу України');
    expect(stdout).toContain('Не підпадає під жодне правило відповідностей: 1 об’єкт.');
    expect(stdout).toContain('1 × «Free»');
  });

  it('needs the report that every day cites, and takes no map for one', async () => {
    const without = await run(at('days'), ...OF_RUSSIA);
    expect([without.code, without.stdout]).toEqual([2, '']);
    expect(without.stderr).toMatch(/--report is needed/);
    const unknown = await run(at('days'), ...OF_RUSSIA, '--report', 'r-aaaaaaaaaa');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/the store has no report r-aaaaaaaaaa; name a file/);
    const map = await run(at('days'), ...OF_RUSSIA, '--report', at('map.json'));
    expect(map.code).toBe(2);
    expect(map.stderr).toMatch(/a map alone is evidence of nothing/);
    const torn = await run(at('days'), ...OF_RUSSIA, '--report', at('days/README.md'));
    expect(torn.stderr).toMatch(/README\.md" is no JSON/);
  });

  it('goes into the store as drafts, then as an edition, and is not written twice', async () => {
    const args = [at('days'), ...OF_RUSSIA, '--report', at('report.json'), '--resolution', '500'];
    const dry = await run(...args, '--dry-run');
    expect(dry.stdout).toContain('new: 4 days');
    expect(dry.stdout).toContain('Nothing is written');
    const drafts = await run(...args);
    expect(drafts.stdout).toContain('Written: 6 items.');
    expect(drafts.stdout).toContain('They are drafts');
    const edition = await run(...args, '--publish', '--lang', 'uk');
    expect(edition.stdout).toContain('Опубліковано як видання 1.');
    const again = await run(...args, '--publish');
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toContain('in the store already, edge for edge: 4 days');
    expect(again.stdout).toContain('nothing was written');
  });

  it('ends with 1 where no day is found', async () => {
    const { code, stdout } = await run(at('nowhere.geojson'), ...OF_RUSSIA, '--dry-run');
    expect(code).toBe(1);
    expect(stdout).toContain('the file cannot be read to its end');
  });

  it.each<[string, () => string[], RegExp]>([
    ['no file', () => OF_RUSSIA, /no file or folder is named/],
    ['no holder', () => ['x', '--basis', 'assessed'], /--holder and --basis are needed/],
    [
      'a holder that is none',
      () => ['x', '--holder', 'mars', '--basis', 'assessed'],
      /--holder is russia, .*not "mars"/,
    ],
    [
      'a basis that does not go with it',
      () => ['x', '--holder', 'russia', '--basis', 'contested', '--dry-run'],
      /do not go together/,
    ],
    ['an unknown option', () => ['x', ...OF_RUSSIA, '--dry'], /Unknown option '--dry'/],
    [
      'a value missing',
      () => ['x', '--basis', 'assessed', '--holder'],
      /'--holder <value>' argument missing/,
    ],
    [
      'a day from nowhere',
      () => ['x', ...OF_RUSSIA, '--day-from', 'moon'],
      /--day-from is file, name or property/,
    ],
    ['another clip', () => ['x', ...OF_RUSSIA, '--clip', 'moon'], /--clip is ukraine; not "moon"/],
    [
      'no such mapping',
      () => ['x', '--mapping', at('none.json')],
      /mapping file .*none\.json cannot be read/,
    ],
    [
      'a wrong mapping',
      () => ['x', '--mapping', at('wrong.json')],
      /wrong\.json: rules\.0\.when\.name\.is is not known/,
    ],
  ])('ends with 2 and one clear line for %s', async (_, args, line) => {
    const { code, stdout, stderr } = await run(...args());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
    expect(stderr).toContain('usage: npm run salient -- import control');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('import places', () => {
  const places = (...args: string[]) =>
    runToEnd(['src/cli/main.ts', 'import', 'places', ...args], {
      SALIENT_DATA: at('named'),
      SALIENT_SEED: 'none',
    });

  it('brings the gazetteer once: said first, then written and published, and then known', async () => {
    const dry = await places('--dry-run');
    expect(dry.code).toBe(0);
    const [, count] = /new: ([\d,]+) places/.exec(dry.stdout) ?? [];
    expect(Number(count?.replace(',', ''))).toBeGreaterThan(1000);
    expect(dry.stdout).toContain('Nothing is written');
    const first = await places('--publish');
    expect(first.stdout).toContain(`Written: ${count} items.`);
    expect(first.stdout).toContain('Published as edition 1.');
    const again = await places('--publish', '--lang', 'uk');
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('нових: 0 місць');
    expect(again.stdout).toContain('Усе це вже є у сховищі');
  });

  it('says what it does not understand', async () => {
    const { code, stderr } = await places('--force');
    expect(code).toBe(2);
    expect(stderr).toContain('--force');
    expect(stderr).toContain('usage: npm run salient -- import places');
  });
});
