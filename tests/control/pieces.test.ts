import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSettled, netOf } from '#lib/domain/control/net.ts';
import { readPieces, type Pieces } from '#lib/formats/control/index.ts';

const data = process.env['SALIENT_TEST_DATA'];
const at = (path: string): string => join(data ?? '', 'control', path);
const read = (path: string): Promise<Pieces> =>
  readPieces(
    { name: path, open: () => readFileSync(at(path)) },
    {
      longest: 50_000_000,
      mostCorners: 100_000,
      mostTogether: 500_000,
      mostPieces: 2000,
      theatre: [20.5, 43, 43, 54.5],
    },
  );

describe.skipIf(!data)('broken files met in the wild, row by row (needs SALIENT_TEST_DATA)', () => {
  const names = data ? readdirSync(at('dirty')).filter((name) => name.endsWith('json')) : [];
  /** What comes of the rows of each: what was mended, or why it is refused. */
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
    // The year 2202 is no fault of the shape; it is told when the day is said.
    'isw_sd_bad_year_2202-02-02.geojson': 'crossing,no-geometry,no-geometry,crossing',
    'isw_sd_null_geometry.geojson': 'no-geometry',
    'isw_sd_selfint_1.geojson': 'crossing',
    'isw_sd_selfint_2.geojson': 'crossing',
    'isw_sd_selfint_3.geojson': 'crossing',
  };

  it('are all expected here', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(names.sort());
  });

  it.each(names)('%s is mended or refused, with a reason, and crossings with their places', async (name) => {
    const { pieces } = await read(`dirty/${name}`);
    const told = pieces.flatMap((p) => [...p.mended, ...(p.fault ? [p.fault.code] : [])]);
    expect(told.join()).toBe(EXPECTED[name]);
    for (const { rings, mended, crossings } of pieces) {
      expect(crossings.length > 0).toBe(mended.includes('crossing'));
      if (rings) expect(isSettled(netOf(rings))).toBe(true);
    }
  });
});

describe.skipIf(!data)('a raw snapshot of everything (needs SALIENT_TEST_DATA)', () => {
  it('gives its areas and none of its units', async () => {
    const { pieces, units } = await read('raw/1732570846.geojson');
    expect(units).toBeGreaterThan(250);
    const sound = pieces.filter((p) => p.rings);
    expect(sound.length).toBeGreaterThan(60);
    // What lies far off is told, not taken.
    expect(pieces.some((p) => p.fault?.code === 'outside')).toBe(true);
    for (const { where } of pieces) expect(where.name ?? '').not.toMatch(/brigade|regiment|battalion/i);
  });
});
