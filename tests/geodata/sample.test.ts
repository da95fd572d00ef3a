import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT_KINDS, SIDES, THEATRES } from '#lib/domain/events/terms.ts';
import { EVIDENCE, evidenceOf } from '#lib/domain/events/evidence.ts';
import { lengthInDays } from '#lib/domain/time/period.ts';
import { basemapFaults } from '#lib/server/geodata/basemap-check.ts';
import { readGeodata, type SeedEdition } from '#lib/server/geodata/read.ts';
import { faultLine } from '#lib/server/geodata/seed.ts';
import { BadSample, writeSample } from '../../scripts/geodata/sample.ts';
import { tempFolder } from '../fixtures/server.ts';

const COUNT = 600;
const FILES = ['events/synthetic.geojson', 'reports/synthetic.json', 'editions.json'];

let temp: ReturnType<typeof tempFolder>;
let folder: string;
let shipped: SeedEdition[];
let sample: SeedEdition;
beforeAll(() => {
  temp = tempFolder();
  folder = join(temp.path, 'sample');
  writeSample({ events: COUNT, seed: 7, out: folder });
  const read = readGeodata(folder);
  expect([...read.faults, ...basemapFaults(folder)].map(faultLine)).toEqual([]);
  shipped = read.editions.slice(0, -1);
  sample = read.editions.at(-1) as SeedEdition;
});
afterAll(() => temp.remove());

describe('a sample', () => {
  it('is what ships and one more edition that passes every check', () => {
    expect(shipped).toEqual(readGeodata('geodata').editions);
    expect(sample.number).toBe(shipped.length + 1);
    expect(sample.events).toHaveLength(COUNT);
  });

  it('says in both languages that it is synthetic: the edition, every event, every claim', () => {
    const texts = [
      sample.note,
      ...sample.events.flatMap((e) => [e.title, ...e.claims.flatMap((c) => [c.text, c.speaker.name])]),
    ];
    for (const { en, uk } of texts) {
      expect(en).toMatch(/synthetic/i);
      expect(uk).toMatch(/синтетичн/i);
    }
    expect(sample.events[122]?.title.en).toMatch(/^Synthetic event 123 \(\w+\)$/);
    expect(sample.events[122]?.title.uk).toMatch(/^Синтетична подія 123 \([\p{L}’ ]+\)$/u);
  });

  it('cites only reports that say that they do not exist, have a day and no address', () => {
    const own = new Set(sample.reports.map((r) => r.id));
    for (const claim of sample.events.flatMap((e) => e.claims)) expect(own).toContain(claim.citation.report);
    for (const report of sample.reports) {
      expect(report.title).toBe('Synthetic sample, seed 7: no such report exists');
      expect(report.publisher).toMatch(/^Synthetic sample/);
      expect(report.url).toBeNull();
      expect(lengthInDays(report.published)).toBe(1);
    }
  });

  it('has every kind, side, theatre and level of evidence, and things that are denied', () => {
    const reports = new Map(sample.reports.map((r) => [r.id, r]));
    const evidence = sample.events.map((e) => evidenceOf(e, reports));
    expect(new Set(sample.events.map((e) => e.kind))).toEqual(new Set(EVENT_KINDS));
    expect(new Set(sample.events.map((e) => e.by))).toEqual(new Set(SIDES));
    expect(new Set(sample.events.map((e) => e.theatre))).toEqual(new Set(THEATRES));
    expect(new Set(evidence.map((e) => e.level))).toEqual(new Set(EVIDENCE));
    expect(evidence.some((e) => e.disputed)).toBe(true);
  });

  it('spreads over September to November 2024, with some spans and some undated', () => {
    const dated = sample.events.flatMap(({ period }) => (period.from ? [period] : []));
    const days = dated.map((p) => p.from ?? '').sort();
    expect(days[0]).toMatch(/^2024-09-0/);
    expect(days.at(-1)).toMatch(/^2024-11-(2|30)/);
    const spans = dated.filter((p) => (lengthInDays(p) ?? 0) > 1).length;
    expect(spans).toBeGreaterThan(COUNT * 0.05);
    expect(spans).toBeLessThan(COUNT * 0.16);
    expect(COUNT - dated.length).toBeGreaterThan(COUNT * 0.02);
    expect(COUNT - dated.length).toBeLessThan(COUNT * 0.09);
    expect(sample.events.some((e) => e.location && !e.point)).toBe(true);
    expect(sample.events.some((e) => !e.location)).toBe(true);
  });

  it('is the same to the byte for the same seed, over an earlier sample too, and another for another', () => {
    const bytes = (out: string): string[] => FILES.map((file) => readFileSync(join(out, file), 'utf8'));
    const [again, other] = [join(temp.path, 'again'), join(temp.path, 'other')];
    writeSample({ events: 3, seed: 1, out: again });
    writeSample({ events: COUNT, seed: 7, out: again });
    expect(bytes(again)).toEqual(bytes(folder));
    writeSample({ events: COUNT, seed: 8, out: other });
    expect(bytes(other)[0]).not.toBe(bytes(folder)[0]);
  });

  it('is never written over other files, and a number that makes no sense is refused', () => {
    const full = join(temp.path, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'mine.txt'), 'mine');
    expect(() => writeSample({ events: 3, seed: 1, out: full })).toThrow(BadSample);
    expect(() => writeSample({ events: 3, seed: 1, out: 'geodata' })).toThrow(/another folder/);
    for (const events of [0, -1, 1.5, NaN, 1e9]) {
      expect(() => writeSample({ events, seed: 1, out: join(temp.path, 'new') })).toThrow(/--events/);
    }
    expect(() => writeSample({ events: 3, seed: -1, out: join(temp.path, 'new') })).toThrow(/--seed/);
  });
});
