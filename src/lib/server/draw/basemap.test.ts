import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inRings } from '#lib/domain/geometry/rings.ts';
import { basemap, basemapHash, landOf } from './basemap.ts';

const square = (x: number, y: number, size: number) => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
];
const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry });

function folderWith(features: Record<string, unknown[]>): string {
  const folder = mkdtempSync(join(tmpdir(), 'salient-basemap-'));
  mkdirSync(join(folder, 'basemap'));
  for (const name of ['world', 'countries', 'oblasts', 'borders', 'water', 'dnipro']) {
    const file = { type: 'FeatureCollection', features: features[name] ?? [] };
    writeFileSync(join(folder, 'basemap', `${name}.geojson`), JSON.stringify(file));
  }
  return folder;
}

describe('basemap', () => {
  const before = process.env['SALIENT_GEODATA'];
  afterEach(() => {
    if (before === undefined) delete process.env['SALIENT_GEODATA'];
    else process.env['SALIENT_GEODATA'] = before;
  });

  it('reads the folder that SALIENT_GEODATA names, each kind in its own shape', () => {
    process.env['SALIENT_GEODATA'] = folderWith({
      countries: [
        feature(
          { kind: 'country', iso: 'UA', name_en: 'Ukraine' },
          { type: 'Polygon', coordinates: square(22, 44, 18) },
        ),
      ],
      borders: [
        feature(
          { kind: 'state', countries: 'RU,UA' },
          {
            type: 'LineString',
            coordinates: [
              [36, 50],
              [37, 51],
            ],
          },
        ),
      ],
      water: [
        feature(
          { kind: 'river', rank: 2, name_en: 'Desna' },
          {
            type: 'LineString',
            coordinates: [
              [31, 51],
              [32, 52],
            ],
          },
        ),
        feature(
          { kind: 'lake', rank: 1, name_en: 'Svitiaz' },
          { type: 'Polygon', coordinates: square(23, 51, 1) },
        ),
      ],
    });
    expect(inRings([30, 50], landOf('UA'))).toBe(true);
    expect(landOf('RU')).toEqual([]);
    expect(basemap().borders.map((b) => [b.kind, b.countries, b.lines.length])).toEqual([
      ['state', 'RU,UA', 1],
    ]);
    expect(basemap().water.map((w) => [w.kind, w.rank, w.lines.length, w.rings.length])).toEqual([
      ['river', 2, 1, 0],
      ['lake', 1, 0, 1],
    ]);
    expect(basemap().detail).toEqual([22, 44, 40, 62]);
  });

  it('has another hash for other files', () => {
    process.env['SALIENT_GEODATA'] = folderWith({});
    const empty = basemapHash();
    expect(empty).toMatch(/^[0-9a-f]{16}$/);
    process.env['SALIENT_GEODATA'] = folderWith({
      oblasts: [feature({ iso: 'UA-14' }, { type: 'Polygon', coordinates: square(37, 47, 2) })],
    });
    expect(basemapHash()).not.toBe(empty);
  });

  it('ships Crimea and Sevastopol as land of Ukraine and of no one else', () => {
    for (const p of [
      [34.1, 45.2],
      [33.53, 44.58],
    ] as const) {
      expect(inRings(p, landOf('UA'))).toBe(true);
      expect(inRings(p, landOf('RU'))).toBe(false);
    }
  });
});
