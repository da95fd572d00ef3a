import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReport } from '../fixtures/items.ts';
import { runToEnd } from '../fixtures/server.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const MAPPING = {
  fields: {
    day: { column: 'date', order: 'dmy' },
    kind: { is: 'clash' },
    title: { column: 'title' },
    lng: { column: 'lon' },
    lat: { column: 'lat' },
    precision: { is: 'settlement' },
  },
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salient-import-'));
  const rows = ['title;date;lat;lon', 'One;25/11/2024;48,1;37,1', 'Two;26/11/2024;48,2;37,2', 'Bad;26/13/2024;48;37'];
  writeFileSync(at('events.csv'), rows.join('\n'));
  writeFileSync(at('packed.kmz'), Buffer.from([0x50, 0x4b, 3, 4]));
  writeFileSync(at('mapping.json'), JSON.stringify(MAPPING));
  writeFileSync(at('wrong.json'), JSON.stringify({ fields: { ...MAPPING.fields, colour: { is: 'red' } } }));
  writeFileSync(at('inexact.json'), JSON.stringify({ fields: { ...MAPPING.fields, precision: undefined } }));
  writeFileSync(at('report.json'), JSON.stringify(aReport('r-aaaaaaaaaa')));
}); // prettier-ignore
afterAll(() => rmSync(folder, { recursive: true }));

const run = (data: string, ...args: string[]) =>
  runToEnd(['src/cli/main.ts', 'import', 'events', ...args], {
    SALIENT_DATA: at(data),
    SALIENT_SEED: 'none',
  });
const WITH = (): string[] => ['--map', at('mapping.json'), '--report', at('report.json')];

describe('import events', () => {
  it('says what would go in, writes it as drafts, and writes nothing twice', async () => {
    const dry = await run('data', at('events.csv'), ...WITH(), '--dry-run');
    expect([dry.code, dry.stdout.split('\n')[0]]).toEqual([0, '3 rows read.']);
    expect(dry.stdout).toContain('New: 2 drafts of events.');
    expect(dry.stdout).toMatch(/row 4: the calendar has no “26\/13\/2024”\.\n\s+→ correct the day/);
    expect(dry.stdout).toContain('Nothing is written');
    const first = await run('data', at('events.csv'), ...WITH());
    expect(first.stdout).toContain('Written: 2 drafts of events.');
    const again = await run('data', at('events.csv'), ...WITH(), '--lang', 'uk');
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toContain('Уже в сховищі з попереднього імпорту: 2 рядки.');
    expect(again.stdout).toContain('Нічого не записано.');
  });

  it('ends with 1 and the reason where the file is none that it reads', async () => {
    const { code, stdout } = await run('data', at('packed.kmz'), ...WITH());
    expect(code).toBe(1);
    expect(stdout).toMatch(/packed \(zip\), as \.kmz .*\n\s+→ unpack it/);
  });

  it.each<[string, () => string[], RegExp]>([
    ['no file', () => [], /no file is named/],
    ['a file that is not there', () => [at('none.csv')], /there is no file .*none\.csv/],
    ['no mapping', () => [at('events.csv')], /--map is needed/],
    [
      'a mapping with a word that nobody knows',
      () => [at('events.csv'), '--map', at('wrong.json'), '--report', at('report.json')],
      /wrong\.json: fields\.colour is not known/,
    ],
    [
      'points of unknown exactness',
      () => [at('events.csv'), '--map', at('inexact.json'), '--report', at('report.json')],
      /fields\.precision is missing; say how exact/,
    ],
    ['no report', () => [at('events.csv'), '--map', at('mapping.json')], /--report is needed/],
  ])('ends with 2 and one clear line for %s', async (_, args, line) => {
    const { code, stdout, stderr } = await run('other', ...args());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
    expect(stderr).toContain('usage: npm run salient -- import events');
  });
});

const data = process.env['SALIENT_TEST_DATA'];
const of = (name: string): string => join(data ?? '', 'events', name);
describe.skipIf(!data || !existsSync(of('missile_attacks_sample.csv')))(
  'real tables, by the mappings that ship (needs SALIENT_TEST_DATA)',
  () => {
    const real = (name: string, mapping: string) =>
      runToEnd(
        ['src/cli/main.ts', 'import', 'events', of(name)].concat(
          ['--map', `docs/mappings/${mapping}`, '--report', at('report.json')],
        ),
        { SALIENT_DATA: at('real'), SALIENT_SEED: 'gazetteer' },
      ); // prettier-ignore

    it('with coordinates: every row is accounted for, and a second run adds nothing', async () => {
      const { code, stdout } = await real('geolocated_2022-01_03.csv', 'geolocated-events.json');
      expect(code).toBe(0);
      expect(stdout).toContain('2,694 rows read.');
      const count = (what: RegExp): number => Number(what.exec(stdout)?.[1]?.replace(',', '') ?? 0);
      const [written, refused, skipped, twice] = [/Written: ([\d,]+)/, /Refused: ([\d,]+)/, /by the mapping: ([\d,]+)/, /taken once: ([\d,]+)/].map(count); // prettier-ignore
      expect(written).toBeGreaterThan(1500);
      expect((written ?? 0) + (refused ?? 0) + (skipped ?? 0) + (twice ?? 0)).toBe(2694);
      expect(stdout).toContain('× Kind: “Other”');
      const again = await real('geolocated_2022-01_03.csv', 'geolocated-events.json');
      expect(again.stdout).toContain('New: 0 drafts');
    });

    it('without coordinates: those whose place is one of the gazetteer are placed, the others say why not', async () => {
      const { code, stdout } = await real('missile_attacks_sample.csv', 'missile-attacks.json');
      expect(code).toBe(0);
      expect(stdout).toContain('400 rows read.');
      expect(stdout).toMatch(/× “south” is no one place of the gazetteer/);
      expect(stdout).not.toMatch(/× “Ukraine”/);
      expect(stdout).toMatch(/Reports made from links, as drafts: 2\d\d/);
    });
  },
);
