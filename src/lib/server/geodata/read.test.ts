import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { aLedger } from '../../../../tests/fixtures/front.ts';
import { aStatement, square } from '../../../../tests/fixtures/ground.ts';
import { anEvent, aPlace, aReport } from '../../../../tests/fixtures/items.ts';
import { statementToFeature } from '#lib/domain/control/statement.ts';
import { eventToFeature } from '#lib/domain/events/event.ts';
import { placeToFeature } from '#lib/domain/places/place.ts';
import type { ReportId } from '#lib/domain/reports/report.ts';
import { basemapFaults } from './basemap-check.ts';
import { readGeodata } from './read.ts';
import { faultLine } from './seed.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salient-geodata-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const write = (file: string, value: unknown): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), typeof value === 'string' ? value : JSON.stringify(value));
};
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const edition = (number: number, published_at: string, files: object, changes: object = {}) => ({
  number,
  published_at,
  note: { en: `Edition ${number}` },
  files,
  changes,
});

const EVENT = 'e-aaaaaaaaaa';
const GROUND = aStatement('russia', square(37, 47, 38, 48), '2024-10-05', {
  citations: [{ report: 'r-aaaaaaaaaa' as ReportId, says: { en: 'It was taken.' } }],
});
const FIRST = edition(1, '2026-11-22T05:00:00Z', {
  places: ['places.geojson', 'gazetteer.csv'],
  reports: ['reports.json'],
  events: ['events.geojson'],
  ledgers: ['ledgers.json'],
  statements: ['statements.geojson'],
});
const SECOND = edition(
  2,
  '2026-11-22T06:00:00Z',
  { events: ['update.geojson'] },
  { [EVENT]: { kind: 'update' } },
);
const event = eventToFeature(anEvent(EVENT));
const statement = statementToFeature(GROUND);
const HEAD = 'id,geonames,lat,lng,kind,country,oblast,population,en,uk,ru,also';

/** A geodata folder with two places, a report, an event with an update, a ledger and a statement. */
beforeEach(() => {
  write('editions.json', { editions: [FIRST, SECOND] });
  write('places.geojson', collection(placeToFeature(aPlace('dnipro', [35.04, 48.46]))));
  write('gazetteer.csv', `${HEAD}\nselydove,,48.15,37.3,town,UA,UA-14,21521,Selydove,Селидове,Селидово,\n`);
  write('reports.json', { reports: [aReport('r-aaaaaaaaaa')] });
  write('events.geojson', collection(event));
  write('update.geojson', collection(event));
  write('ledgers.json', { ledgers: [aLedger('russia', 'assessed')] });
  write('statements.geojson', collection(statement));
});
const faults = (): string[] => readGeodata(folder).faults.map(faultLine);
const ring = (coordinates: unknown) => ({
  ...statement,
  geometry: { type: 'Polygon', coordinates: [coordinates] },
});

describe('a folder of geodata', () => {
  it('is read whole where it has no fault', () => {
    const { editions, faults: found } = readGeodata(folder);
    expect(found).toEqual([]);
    expect(editions.map((e) => e.number)).toEqual([1, 2]);
    expect(editions[0]?.places.map((p) => p.id)).toEqual(['dnipro', 'selydove']);
    expect(editions[1]?.changes).toEqual({ [EVENT]: { kind: 'update' } });
  });

  it.each<[string, () => void, string | RegExp]>([
    [
      'a file that is cut off',
      () => write('events.geojson', '{"type":"FeatureCollection","features":['),
      /^events\.geojson: is no JSON: /,
    ],
    [
      'a file that is not there',
      () => rmSync(join(folder, 'reports.json')),
      'reports.json: is missing; restore it from the repository',
    ],
    [
      'a file of another kind',
      () => write('events.geojson', { reports: [] }),
      'events.geojson, type: is missing',
    ],
    [
      'a day that is none',
      () =>
        write(
          'statements.geojson',
          collection(statement, {
            ...statement,
            id: 'c-zzzzzzzzzz',
            properties: { ...statement.properties, day: '2024-02-30' },
          }),
        ),
      'statements.geojson, c-zzzzzzzzzz, properties.day: is no day; write it as YYYY-MM-DD',
    ],
    [
      'a polygon whose edges cross',
      () => write('statements.geojson', collection(ring([[37, 48], [38, 49], [38, 48], [37, 48.5], [37, 48]]))), // prettier-ignore
      new RegExp(
        `^statements\\.geojson, ${GROUND.id}, geometry\\.coordinates\\.0: crosses itself near longitude 3`,
      ),
    ],
    [
      'a polygon that runs clockwise',
      () => write('statements.geojson', collection(ring([...square(37, 47, 38, 48)].reverse()))),
      new RegExp(
        `^statements\\.geojson, ${GROUND.id}, geometry\\.coordinates: its outer ring runs clockwise`,
      ),
    ],
    [
      'latitude 95',
      () =>
        write('events.geojson', collection({ ...event, geometry: { type: 'Point', coordinates: [35, 95] } })),
      `events.geojson, ${EVENT}, geometry.coordinates.1: is 95; latitude lies between -90 and 90`,
    ],
    [
      'latitude 95 in the gazetteer',
      () => write('gazetteer.csv', `${HEAD}\nselydove,,95,37.3,town,UA,UA-14,1,Selydove,,,\n`),
      'gazetteer.csv, row 2 (selydove), lat: is 95; latitude lies between -90 and 90',
    ],
    [
      'a feature without an id',
      () =>
        write('places.geojson', collection(placeToFeature(aPlace('dnipro', [35, 48])), { type: 'Feature' })),
      /^places\.geojson, number 2, id: /,
    ],
    [
      'an id that stands twice in a file',
      () => write('events.geojson', collection(event, event)),
      `events.geojson, ${EVENT}, id: stands twice in the file`,
    ],
    [
      'an id that stands in two files of an edition',
      () => write('gazetteer.csv', `${HEAD}\ndnipro,,48.46,35.04,city,UA,UA-12,1,Dnipro,,,\n`),
      'gazetteer.csv, dnipro, id: stands in two files of one edition',
    ],
    [
      'an event that cites a report which no edition has',
      () => {
        const [claim] = event.properties.claims;
        const claims = [claim, { ...claim, citation: { report: 'r-zzzzzzzzzz' } }];
        write('update.geojson', collection({ ...event, properties: { ...event.properties, claims } }));
      },
      `update.geojson, ${EVENT}, claims.1.citation.report: names report r-zzzzzzzzzz, which no edition up to this one has`,
    ],
    [
      'an event at a place which no edition has',
      () => write('places.geojson', collection()),
      `events.geojson, ${EVENT}, location.place: names place dnipro, which no edition up to this one has`,
    ],
    [
      'editions out of order',
      () => write('editions.json', { editions: [FIRST, { ...SECOND, number: 3 }] }),
      'editions.json, edition 3, number: is 3 where 2 comes next',
    ],
    [
      'an edition that is not later than the one before',
      () => write('editions.json', { editions: [FIRST, { ...SECOND, published_at: FIRST.published_at }] }),
      'editions.json, edition 2, published_at: is not later than the edition before it',
    ],
    [
      'an instant that is none',
      () => write('editions.json', { editions: [{ ...FIRST, published_at: 'soon' }] }),
      /^editions\.json, editions\.0\.published_at: is no instant/,
    ],
    [
      'a change of an unknown kind',
      () =>
        write('editions.json', {
          editions: [FIRST, { ...SECOND, changes: { [EVENT]: { kind: 'rewrite' } } }],
        }),
      new RegExp(`^editions\\.json, editions\\.1\\.changes\\.${EVENT}\\.kind: .*"rewrite"`),
    ],
    [
      'a change that is not told',
      () => write('editions.json', { editions: [FIRST, { ...SECOND, changes: {} }] }),
      `editions.json, ${EVENT}, changes: is published again; say of what kind the change is`,
    ],
    [
      'a second publication that calls itself new',
      () =>
        write('editions.json', { editions: [FIRST, { ...SECOND, changes: { [EVENT]: { kind: 'new' } } }] }),
      `editions.json, ${EVENT}, changes: is published again; say of what kind the change is`,
    ],
    [
      'a first publication that calls itself a correction',
      () =>
        write('editions.json', {
          editions: [{ ...FIRST, changes: { [EVENT]: { kind: 'correction' } } }, SECOND],
        }),
      `editions.json, ${EVENT}, changes: is published for the first time, which is no correction`,
    ],
    [
      'a retraction, which needs the store',
      () =>
        write('editions.json', {
          editions: [FIRST, { ...SECOND, changes: { [EVENT]: { kind: 'retraction' } } }],
        }),
      `editions.json, ${EVENT}, changes: cannot be retracted by a file that ships; leave it out instead`,
    ],
    [
      'a change of what the edition does not have',
      () =>
        write('editions.json', {
          editions: [
            FIRST,
            { ...SECOND, changes: { ...SECOND.changes, 'e-zzzzzzzzzz': { kind: 'update' } } },
          ],
        }),
      'editions.json, e-zzzzzzzzzz, changes: is not among the items of this edition',
    ],
  ])('is refused for %s, saying file, feature, path and reason', (_, damage, expected) => {
    damage();
    const [first] = faults();
    if (typeof expected === 'string') expect(first).toBe(expected);
    else expect(first).toMatch(expected);
  });

  it('tells every fault, not the first alone, and each once', () => {
    write('events.geojson', collection({ ...event, geometry: { type: 'Point', coordinates: [200, 95] } }));
    write('gazetteer.csv', `${HEAD}\nBad Id,,x,37,town,UA,UA-14,1,,,,\n`);
    const found = faults();
    expect(found.filter((f) => f.startsWith('events.geojson'))).toHaveLength(2);
    expect(found.filter((f) => f.startsWith('gazetteer.csv'))).toHaveLength(3);
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('the geodata that ship', () => {
  it('have no fault', () => {
    expect(readGeodata('geodata').faults.map(faultLine)).toEqual([]);
    expect(basemapFaults('geodata').map(faultLine)).toEqual([]);
  });
});

describe('the base map', () => {
  it('is refused where a layer has Crimea anywhere but in Ukraine', () => {
    cpSync('geodata/basemap', join(folder, 'basemap'), { recursive: true });
    expect(basemapFaults(folder)).toEqual([]);
    const file = join(folder, 'basemap/countries.geojson');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"UA"', '"RU"'));
    expect(basemapFaults(folder).map(faultLine).join('\n')).toMatch(
      /^basemap\/countries\.geojson, Simferopol, country: lies in RU; Crimea is Ukraine/m,
    );
  });

  it('is refused where a file of it is missing', () => {
    cpSync('geodata/basemap', join(folder, 'basemap'), { recursive: true });
    rmSync(join(folder, 'basemap/water.geojson'));
    expect(basemapFaults(folder).map(faultLine)).toEqual([
      'basemap/water.geojson: is missing; restore it from the repository',
    ]);
  });
});
