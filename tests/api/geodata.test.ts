import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfGeodata, editJson, runToEnd, tempFolder } from '../fixtures/server.ts';

const check = (geodata?: string) =>
  runToEnd(['src/cli/main.ts', 'check-geodata'], geodata ? { SALIENT_GEODATA: geodata } : {});

describe('`npm run geodata`', () => {
  let folder: ReturnType<typeof tempFolder>;
  beforeAll(() => {
    folder = tempFolder();
  });
  afterAll(() => folder.remove());

  it('finds no fault in what ships and counts the seventeen events', async () => {
    const ended = await check();
    expect(ended.stderr).toBe('');
    expect(ended.stdout).toMatch(/^geodata: 2 editions, .*; 0 faults\n$/);
    expect(ended.code).toBe(0);
  });

  it('prints file, feature and reason of every fault, all at once', async () => {
    const geodata = copyOfGeodata(folder.path);
    const file = (name: string): string => join(geodata, name);
    let crossed = '';
    editJson<GeoJSON.FeatureCollection>(file('control/statements.geojson'), ({ features }) => {
      const [first] = features;
      if (!first) return;
      crossed = String(first.id);
      // A bow tie: its edges cross in the middle.
      first.geometry = {
        type: 'Polygon',
        coordinates: [[[36, 47], [37, 48], [37, 47], [36, 48], [36, 47]]], // prettier-ignore
      };
    });
    let orphan = '';
    let elsewhere = '';
    editJson<GeoJSON.FeatureCollection>(file('events/edition-1.geojson'), ({ features }) => {
      const [first, second] = features;
      if (!first || !second) return;
      orphan = String(first.id);
      const [claim] = first.properties?.claims as { citation: { report: string } }[];
      if (claim) claim.citation.report = 'r-aaaaaaaaaa';
      elsewhere = String(second.id);
      second.properties = { ...second.properties, kind: 'rumour' };
    });
    appendFileSync(file('places/gazetteer.csv'), 'twice,Nowhere\n');
    writeFileSync(file('reports/edition-2.json'), '{"reports": [');

    const ended = await check(geodata);
    expect(ended.code).toBe(1);
    const lines = ended.stderr.trim().split('\n');
    const about = (...words: string[]) => lines.filter((line) => words.every((word) => line.includes(word)));
    expect(about('control/statements.geojson', crossed, 'geometry')).not.toEqual([]);
    expect(about(orphan, 'r-aaaaaaaaaa')).not.toEqual([]);
    expect(about('events/edition-1.geojson', elsewhere, 'kind')).not.toEqual([]);
    expect(about('places/gazetteer.csv', 'row')).not.toEqual([]);
    expect(about('reports/edition-2.json', 'no JSON')).not.toEqual([]);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect(ended.stdout).not.toContain(' 0 faults');
  });
});
