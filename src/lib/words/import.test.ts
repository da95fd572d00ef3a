import { describe, expect, it } from 'vitest';
import { LANGS } from '../domain/text.ts';
import { day } from '../domain/time/day.ts';
import type { Fault, ImportReport } from '../formats/control/report.ts';
import { faultWords, importWords, whereWords } from './import.ts';
import { reportLines } from './import-report.ts';

const D = day('2024-11-25');
/** One of each kind. */
const FAULTS: { [C in Fault['code']]: Extract<Fault, { code: C }> } = {
  unreadable: { code: 'unreadable', message: 'EACCES' },
  packed: { code: 'packed', how: 'xz' },
  'too-large': { code: 'too-large', megabytes: 1234 },
  'line-too-long': { code: 'line-too-long', megabytes: 200 },
  'empty-file': { code: 'empty-file' },
  'not-json': { code: 'not-json', line: 3, column: 14, page: false },
  'not-geojson': { code: 'not-geojson', type: 'Topology' },
  doctype: { code: 'doctype' },
  'broken-xml': { code: 'broken-xml', line: 3, message: 'Unexpected end' },
  'other-xml': { code: 'other-xml', root: 'rss' },
  'no-features': { code: 'no-features' },
  crs: { code: 'crs', name: 'EPSG:3857' },
  'no-day': { code: 'no-day', from: 'anywhere' },
  'no-such-day': { code: 'no-such-day', day: '2024-02-30' },
  'day-too-early': { code: 'day-too-early', day: '1999-01-01', first: day('2014-01-01') },
  'day-in-future': { code: 'day-in-future', day: '2202-02-02', today: D },
  'days-disagree': {
    code: 'days-disagree',
    days: [
      { from: 'property', day: '2024-11-24' },
      { from: 'file', day: '2024-11-25' },
    ],
  },
  'day-twice': { code: 'day-twice', other: { file: 'a.geojson', line: 7 } },
  'mixed-colours': { code: 'mixed-colours', colours: ['#aa0000', '#00aa00'] },
  'no-geometry': { code: 'no-geometry' },
  'empty-geometry': { code: 'empty-geometry' },
  malformed: { code: 'malformed' },
  'few-points': { code: 'few-points', ring: 2 },
  'out-of-range': { code: 'out-of-range', lng: 4_000_000, lat: 6_000_000 },
  swapped: { code: 'swapped' },
  'round-the-globe': { code: 'round-the-globe' },
  'no-area': { code: 'no-area' },
  'not-mended': { code: 'not-mended' },
  'outside-clip': { code: 'outside-clip' },
};

describe('a refusal', () => {
  it.each(Object.values(FAULTS))('says in both languages why, and what to do: $code', (fault) => {
    for (const lang of LANGS) {
      const { reason, remedy } = faultWords(lang, fault);
      for (const said of [reason, remedy]) {
        expect(said).toMatch(/\p{L}{3}/u);
        expect(said).not.toMatch(/undefined|NaN|\[object|\.$/);
      }
      // What the fault knows is said: numbers, days and names.
      for (const known of Object.values(fault).filter((v) => typeof v === 'number'))
        expect(`${reason} ${remedy}`.replace(/[\s,]/g, '')).toContain(String(known));
    }
    expect(faultWords('en', fault).reason).not.toBe(faultWords('uk', fault).reason);
  });

  it('is in the words of people', () => {
    expect(faultWords('en', FAULTS['day-in-future']).reason).toBe(
      'the day 2202-02-02 is in the future (today is 2024-11-25)',
    );
    expect(faultWords('en', FAULTS['days-disagree']).reason).toContain('2024-11-25 by the file');
    expect(faultWords('uk', FAULTS['day-twice']).reason).toContain('a.geojson, рядок 7');
    expect(faultWords('en', { code: 'no-day', from: 'property', key: 'when' }).reason).toContain('"when"');
    expect(faultWords('en', { ...FAULTS['not-json'], page: true }).reason).toMatch(/page of the web/);
  });
});

describe('where', () => {
  it('names file, line, feature, id and name, as far as there are any', () => {
    const where = { file: 'a.geojson', feature: 3, id: '619', name: 'Held' };
    expect(whereWords('en', where)).toBe('a.geojson, feature 3 (id 619, “Held”)');
    expect(whereWords('uk', where)).toBe('a.geojson, об’єкт 3 (id 619, «Held»)');
    expect(whereWords('en', { file: 'days.ndjson', line: 9 })).toBe('days.ndjson, line 9');
  });
});

describe('the report', () => {
  const empty: ImportReport = {
    files: 1,
    ledgers: [],
    repairs: [],
    refused: [],
    more: { repairs: 0, refused: 0 },
    units: 0,
    unpicked: [],
    skipped: 0,
    ignored: [],
    again: 0,
  };

  it('is short where there is nothing to say', () => {
    expect(reportLines('en', empty, false)).toEqual([importWords.en.read(1), importWords.en.nothing]);
  });

  it('tells everything there is, runs of missing days as one, and counts what it does not list', () => {
    const full: ImportReport = {
      ...empty,
      ledgers: [
        {
          holder: 'russia',
          basis: 'assessed',
          days: 3,
          same: 1,
          repaired: 1,
          first: { day: D, km2: 111_049.04 },
          last: { day: day('2024-12-01'), km2: 111_060 },
          missing: [day('2024-11-26'), day('2024-11-27'), day('2024-11-29')],
        },
      ],
      repairs: [{ where: { file: 'a.geojson', feature: 1 }, day: D, mended: ['crossing', 'open-ring'] }],
      refused: [{ where: { file: 'a.geojson', feature: 2 }, day: D, fault: { code: 'no-geometry' } }],
      more: { repairs: 5, refused: 7 },
      units: 234,
      unpicked: Array.from({ length: 25 }, (_, i) => ({ name: i === 0 ? '' : `name ${i}`, count: 2 })),
      skipped: 4,
      ignored: [{ name: 'Point', count: 142 }],
      again: 1,
    };
    const text = reportLines('en', full, true).join('\n');
    for (const said of [
      'Russia, assessed: 3 days, 2024-11-25 to 2024-12-01',
      '111,049.0 km² on the first day, 111,060.0 km² on the last, cut to the land of Ukraine',
      '1 day as the day before',
      'on 3 days: 2024-11-26 – 2024-11-27, 2024-11-29',
      'Mended and read: 6 features.',
      '2024-11-25  a.geojson, feature 1: lines crossed each other; a ring was not closed',
      '… and 5 more.',
      'Refused, the rest goes in: 8.',
      'a.geojson, feature 2, 2024-11-25: the feature has no shape.',
      '… and 7 more.',
      '234 features. Such are never imported.',
      'Picked by no rule of the mapping: 50 features.',
      '2 × without a name',
      '2 × “name 19”',
      '… and 10 more.',
      'Skipped by a rule of the mapping: 4 features.',
      'Not ground: 142 × Point.',
      'each time alike: 1 day.',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('name 20');
    expect(reportLines('uk', full, true)).toHaveLength(reportLines('en', full, true).length);
  });
});
