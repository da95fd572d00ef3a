import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSettled, netOf } from '#lib/domain/control/net.ts';
import { snapped } from '#lib/domain/control/repair.ts';
import { ringsOf, type AreaLike } from '#lib/domain/geometry/rings.ts';
import { day } from '#lib/domain/time/day.ts';
import {
  readControl,
  type ControlFile,
  type ControlOptions,
  type ControlRead,
} from '#lib/formats/control/index.ts';
import { landOf } from '#lib/server/draw/basemap.ts';
import { controlFiles } from '../../src/cli/control-files.ts';
import { edgesOf } from '../fixtures/edges.ts';

const data = process.env['SALIENT_TEST_DATA'];
const at = (path: string): string => join(data ?? '', 'control', path);

async function read(files: ControlFile[], options: Partial<ControlOptions> = {}): Promise<ControlRead> {
  const ledger = { holder: 'russia', basis: 'assessed' } as const;
  const done = await readControl(files, { today: day('2025-12-31'), ledger, ...options });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}
const named = (path: string, name: string): ControlFile => ({ name, open: () => readFileSync(path) });
const daysOf = ({ ledgers }: ControlRead) => [...(ledgers[0]?.days() ?? [])];

describe.skipIf(!data)('days of a year, as one file of lines (needs SALIENT_TEST_DATA)', async () => {
  const text = data
    ? execFileSync('xz', ['-dc', at('daily/2024-07-08_2025-07-31.ndjson.xz')], { maxBuffer: 2 ** 28 })
    : new Uint8Array();
  const year = data ? await read([{ name: '2024-07-08_2025-07-31.ndjson', open: () => text }]) : undefined;
  const given = new Map(
    new TextDecoder()
      .decode(text)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { properties: { day: string }; geometry: AreaLike })
      .map(({ properties, geometry }) => [properties.day, ringsOf(geometry).map(snapped)]),
  );

  it('are all read, in order, and nothing had to be mended', () => {
    expect(year?.ledgers[0]?.length).toBe(384);
    const days = year ? daysOf(year).map((d) => d.day) : [];
    expect(days).toEqual([...given.keys()].sort());
    expect(year?.report).toMatchObject({ refused: [], repairs: [], units: 0, unpicked: [], ignored: [] });
  });

  it('come back edge for edge', () => {
    for (const { day: d, rings } of year ? daysOf(year) : []) {
      expect(edgesOf(rings), d).toEqual(edgesOf(given.get(d) ?? []));
    }
  });

  it('have no report on five days, and the area that others measured on the first and last', () => {
    const [ledger] = year?.report.ledgers ?? [];
    expect(ledger?.missing).toEqual(['2024-08-18', '2024-08-19', '2025-01-01', '2025-03-31', '2025-04-01']);
    const measured = new Map(
      readFileSync(at('daily/area_by_day.tsv'), 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .map(([d, km2]) => [d, Number(km2)]),
    );
    for (const end of [ledger?.first, ledger?.last])
      expect(Math.abs((end?.km2 ?? 0) - (measured.get(end?.day) ?? 0)), end?.day).toBeLessThan(2);
  });

  it('say how many are as the day before', () => {
    const days = [...given];
    const same = days.filter(([, rings], i) => {
      const before = days[i - 1];
      return before && edgesOf(before[1]).join() === edgesOf(rings).join();
    });
    expect(same.length).toBeGreaterThan(0);
    expect(year?.report.ledgers[0]?.same).toBe(same.length);
  });
});

describe.skipIf(!data)('three weeks, a file a day (needs SALIENT_TEST_DATA)', () => {
  it('are found by the names of the files', async () => {
    const got = await read(controlFiles([at('daily/sample-2024-11')]));
    expect(got.report.files).toBe(21);
    expect(got.report.refused).toEqual([]);
    const [ledger] = got.report.ledgers;
    expect(ledger).toMatchObject({ days: 21, missing: [], repaired: 0 });
    expect([ledger?.first.day, ledger?.last.day]).toEqual(['2024-11-15', '2024-12-05']);
    const on25 = daysOf(got).find((d) => d.day === '2024-11-25');
    const file = readFileSync(at('daily/sample-2024-11/deepstatemap_data_20241125.geojson'), 'utf8');
    const [own] = (JSON.parse(file) as { features: { geometry: AreaLike }[] }).features;
    expect(edgesOf(on25?.rings ?? [])).toEqual(edgesOf(own ? ringsOf(own.geometry) : []));
  });

  it('lose little when cut to the land of Ukraine, and stay without a crossing', async () => {
    const files = controlFiles([at('daily/sample-2024-11')]).slice(0, 2);
    const [whole, cut] = [await read(files), await read(files, { clip: landOf('UA') })];
    const km2 = (of: ControlRead): number => of.report.ledgers[0]?.first.km2 ?? 0;
    expect(km2(cut)).toBeLessThan(km2(whole));
    expect(km2(cut)).toBeGreaterThan(km2(whole) * 0.97);
    for (const { rings, clipped } of daysOf(cut)) {
      expect(clipped).toBe(true);
      expect(isSettled(netOf(rings))).toBe(true);
    }
  });
});

describe.skipIf(!data)('three days of another source (needs SALIENT_TEST_DATA)', () => {
  it('are read feature by feature: those without a geometry are refused, the rest goes in', async () => {
    const got = await read(controlFiles([at('isw')]));
    expect(daysOf(got).map((d) => d.day)).toEqual(['2024-11-03', '2024-11-24', '2024-12-17']);
    expect(got.report.refused.map((r) => [r.where.file, r.fault.code])).toEqual(
      ['2024-11-03', '2024-11-24', '2024-12-17'].flatMap((d) =>
        Array.from({ length: 3 }, () => [`isw/${d}.geojson`, 'no-geometry']),
      ),
    );
    // Its own figures: the sum of the areas that its features name.
    const [ledger] = got.report.ledgers;
    expect(ledger?.first.km2).toBeGreaterThan(109_000);
    expect(ledger?.first.km2).toBeLessThan(109_600);
    for (const { rings } of daysOf(got)) expect(isSettled(netOf(rings))).toBe(true);
  });
});

describe.skipIf(!data)('a raw snapshot of everything (needs SALIENT_TEST_DATA)', () => {
  const file = (): ControlFile[] => controlFiles([at('raw')]);

  it('is not guessed at: without a mapping it is refused', async () => {
    const got = await read(file());
    expect(got.ledgers).toEqual([]);
    expect(got.report.refused.map((r) => r.fault.code)).toEqual(['mixed-colours']);
  });

  it('is read by a mapping: ground by ledger, units never, and what no rule picks by name', async () => {
    const got = await read(file(), {
      ledger: { holder: 'russia' },
      mapping: {
        rules: [
          { when: { name: { contains: 'Liberated' } }, skip: true },
          {
            when: { name: { regex: '^occupied crimea|/// (occupied crimea|occupied tuzla|cadr and calr)' } },
            basis: 'pre-2022',
          },
          { when: { fill: { equals: '#A52714' } }, basis: 'assessed' },
          { when: { name: { contains: 'unknown status' } }, holder: 'unknown', basis: 'contested' },
        ],
      },
    });
    expect(got.ledgers.map((l) => [l.holder, l.basis, l.length])).toEqual([
      ['russia', 'assessed', 1],
      ['russia', 'pre-2022', 1],
      ['unknown', 'contested', 1],
    ]);
    // The evening of 25 November in Kyiv, by the seconds in the name.
    expect(got.ledgers.map((l) => [...l.days()].map((d) => d.day))).toEqual(Array(3).fill(['2024-11-25']));
    const km2 = got.report.ledgers.slice(0, 2).reduce((sum, l) => sum + l.first.km2, 0);
    expect(Math.abs(km2 - 111_049)).toBeLessThan(30);
    expect(got.report.units).toBeGreaterThan(250);
    expect(got.report.units + (got.report.ignored[0]?.count ?? 0)).toBe(376);
    expect(got.report.skipped).toBeGreaterThan(50);
    expect(got.report.unpicked.some((u) => u.name.includes('Transnistria'))).toBe(true);
    expect(got.report.refused).toEqual([]);
  });
});

describe.skipIf(!data)('broken files met in the wild (needs SALIENT_TEST_DATA)', () => {
  const names = data ? readdirSync(at('dirty')).filter((name) => name.endsWith('json')) : [];
  const index = new Map(
    data
      ? readFileSync(at('dirty/INDEX.tsv'), 'utf8')
          .split('\n')
          .map((line) => line.split('\t'))
          .map(([name, source]) => [name, source])
      : [],
  );
  /** What comes of each: what was mended, or why it is refused. */
  const EXPECTED: Record<string, string> = {
    'ds_geometrycollection.geojson': '',
    'ds_invalid_hole_lies_outside_shell_3.geojson': 'hole-outside',
    'ds_invalid_interior_is_disconnected_2.geojson': 'touching',
    'ds_invalid_interior_is_disconnected_4.geojson': 'touching',
    'isw2022_inv_RussianAssessedAdvanceinUkraine.geojson': 'touching',
    'isw2022_inv_RussianClaimedCoTinUkraine.geojson': 'touching',
    'isw2022_inv_UkrainianClaimedCounterOffensives.geojson': 'touching',
    'isw2022_null_RussianAssessedAdvanceinUkraine.geojson': 'no-geometry',
    'isw2022_null_RussianClaimedCoTinUkraine.geojson': 'no-geometry',
    'isw2022_null_UkrainianClaimedCounterOffensives.geojson': 'no-geometry',
    'isw_sd_bad_year_2202-02-02.geojson': 'day-in-future',
    'isw_sd_null_geometry.geojson': 'no-geometry',
    'isw_sd_selfint_1.geojson': 'crossing',
    'isw_sd_selfint_2.geojson': 'crossing',
    'isw_sd_selfint_3.geojson': 'crossing',
  };

  it('are all expected here', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(names.sort());
  });

  it.each(names)('%s is mended or refused, with a reason', async (name) => {
    // Cut out of files whose names have the day.
    const got = await read([named(at(`dirty/${name}`), index.get(name) ?? name)]);
    const told = [
      ...got.report.repairs.flatMap((r) => r.mended),
      ...got.report.refused.map((r) => r.fault.code),
    ];
    expect(told.join()).toBe(EXPECTED[name]);
    for (const { rings } of daysOf(got)) {
      expect(rings.length).toBeGreaterThan(0);
      expect(isSettled(netOf(rings))).toBe(true);
    }
    expect(got.ledgers.length + got.report.refused.length).toBe(1);
  });
});
