import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { union } from '#lib/domain/control/clip.ts';
import { frontLine } from '#lib/domain/control/front.ts';
import { compile } from '#lib/domain/control/compile.ts';
import { groundOn, holdersOf, type ControlHistory } from '#lib/domain/control/states.ts';
import {
  statementFeatureSchema,
  statementFromFeature,
  type Statement,
} from '#lib/domain/control/statement.ts';
import { parse } from '#lib/domain/parse.ts';
import { placeFeatureSchema } from '#lib/domain/places/place.ts';
import { inRings, ringsOf, type Rings } from '#lib/domain/geometry/rings.ts';
import { distance, ringArea, type Position } from '#lib/domain/geometry/sphere.ts';
import { day } from '#lib/domain/time/day.ts';
import { generate, readInputs } from '../../scripts/geodata/control.ts';
import { readTable } from '../../scripts/geodata/control/table.ts';

const text = (path: string): string =>
  readFileSync(new URL(`../../geodata/${path}`, import.meta.url), 'utf8');
const json = (path: string): unknown => JSON.parse(text(path));

const { settlements, reports } = readTable(json('control/settlements.json'), json('control/reports.json'));
const places = new Map(settlements.map((row) => [row.id as string, row]));
const OPENING = day('2024-09-01');
const LAST = day('2024-11-26');

let statements: Statement[];
let history: ControlHistory;
beforeAll(() => {
  const { features } = json('control/statements.geojson') as { features: unknown[] };
  statements = features.map((feature) => {
    const read = parse(statementFeatureSchema, feature);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return statementFromFeature(read.value);
  });
  history = compile(statements);
});

function pointOf(id: string): Position {
  const row = places.get(id);
  if (!row) throw new Error(`the table has no "${id}"`);
  return row.point;
}
const holders = (id: string, d = LAST): string[] =>
  holdersOf(history, pointOf(id), d).map(({ holder, basis }) => `${holder} ${basis}`);
const russianHeld = (id: string, d = LAST): boolean =>
  holders(id, d).some((h) => h === 'russia assessed' || h === 'russia pre-2022');
const dayOf = (id: string): string | undefined =>
  statements.find((s) => s.basis === 'assessed' && !s.opening && s.places.some((p) => p === id))?.day;

/** km² of rings filled even-odd, shells counter-clockwise, as painting makes them. */
const km2 = (rings: Rings): number => Math.abs(rings.reduce((sum, ring) => sum + ringArea(ring), 0)) / 1e6;
const held = (d = LAST): Rings =>
  union(groundOn(history, 'russia', 'assessed', d), groundOn(history, 'russia', 'pre-2022', d));
const ukraine = (): Rings => readInputs().land.UA;

describe('the ground of 26 November 2024', () => {
  it('has Vuhledar Russian-held from the day on which Kyiv confirmed the withdrawal', () => {
    expect(dayOf('vuhledar')).toBe('2024-10-02');
    expect(holders('vuhledar')).toEqual(['russia assessed']);
    expect(russianHeld('vuhledar', day('2024-10-02'))).toBe(true);
    expect(russianHeld('vuhledar', day('2024-10-01'))).toBe(false);
    expect(russianHeld('vuhledar', OPENING)).toBe(false);
  });

  it('has Selydove Russian-held, but not on the day when only Moscow said so', () => {
    expect(russianHeld('selydove', day('2024-10-29'))).toBe(false);
    expect(dayOf('selydove')).toBe('2024-10-30');
    expect(russianHeld('selydove')).toBe(true);
  });

  it('has Kurakhove and Chasiv Yar fought over and nobody’s', () => {
    expect(holders('kurakhove')).toEqual(['unknown contested']);
    expect(holders('chasiv-yar')).toEqual(['unknown contested']);
  });

  it.each([
    'velyka-novosilka',
    'pokrovsk',
    'huliaipole',
    'kherson',
    'orikhiv',
    'kupiansk',
    'vovchansk',
    'siversk',
  ])('does not give %s to Russia', (id) => expect(russianHeld(id)).toBe(false));

  it.each([
    'melitopol',
    'mariupol',
    'bakhmut',
    'svatove',
    'kreminna',
    'tokmak',
    'enerhodar',
    'nova-kakhovka',
    'avdiivka',
  ])('has %s Russian-held', (id) => expect(holders(id)).toContain('russia assessed'));

  it.each(['donetsk', 'luhansk', 'horlivka', 'simferopol', 'sevastopol', 'kerch'])(
    'has %s occupied before 2022, and counts it once',
    (id) => expect(holders(id)).toEqual(['russia pre-2022']),
  );

  it('has Sudzha Ukrainian-held and in no ledger of Russia', () => {
    expect(holders('sudzha')).toEqual(['ukraine assessed']);
    expect(holders('korenevo')).toEqual([]);
    expect(holders('kursk')).toEqual([]);
  });
});

describe('every state', () => {
  it('puts each settlement on its side, fields and water apart', () => {
    const land = readInputs().land;
    for (const d of [OPENING, day('2024-10-01'), day('2024-11-01'), LAST]) {
      for (const row of settlements) {
        // The coast is generalised to some kilometres, so that a port can lie off it.
        if (!inRings(row.point, land[row.country])) continue;
        const side = row.changes.findLast((change) => change.day <= d)?.to ?? row.side;
        const got =
          row.country === 'UA' ? russianHeld(row.id, d) : !holders(row.id, d).includes('ukraine assessed');
        expect([row.id, d, got]).toEqual([row.id, d, side === 'russia']);
      }
    }
  });

  it('holds about as much of Ukraine as is known, and no scraps', () => {
    for (const d of [OPENING, LAST]) {
      expect(km2(held(d))).toBeGreaterThan(105_000);
      expect(km2(held(d))).toBeLessThan(117_000);
      const vertices = groundOn(history, 'russia', 'assessed', d).reduce((n, ring) => n + ring.length, 0);
      expect(vertices).toBeLessThan(2_500);
      for (const ring of held(d)) expect(km2([ring])).toBeGreaterThan(5);
    }
    const kursk = km2(groundOn(history, 'ukraine', 'assessed', LAST));
    expect(kursk).toBeGreaterThan(400);
    expect(kursk).toBeLessThan(1_500);
  });

  it('has a front of plausible length that keeps off the coasts of Azov and Crimea', () => {
    const lines = frontLine(held(), ukraine(), 10_000);
    const length = lines.reduce(
      (sum, line) => sum + line.slice(1).reduce((s, p, i) => s + distance(line[i] as Position, p), 0),
      0,
    );
    expect(length / 1000).toBeGreaterThan(900);
    expect(length / 1000).toBeLessThan(1_500);
    for (const [lng, lat] of lines.flat()) {
      expect(lat, `front at ${lng}, ${lat}`).toBeGreaterThan(lng < 33 ? 46.2 : 46.6);
      if (lng > 35.5) expect(lat, `front at ${lng}, ${lat}`).toBeGreaterThan(47.2);
    }
  });
});

describe('every statement', () => {
  const published = new Map(reports.map((r) => [r.id as string, r.published]));

  it('that changes ground cites a report that exists and did not appear before the day it assesses', () => {
    for (const s of statements) {
      if (!s.opening) expect(s.citations.length, s.title.en).toBeGreaterThan(0);
      for (const { report } of s.citations) {
        expect(published.has(report), s.title.en).toBe(true);
        // `until` is the day after the last on which it can have appeared.
        if (!s.opening) expect(s.day < (published.get(report)?.until ?? ''), s.title.en).toBe(true);
      }
    }
  });

  it('is the only one of its id, and says what happened in both languages', () => {
    expect(new Set(statements.map((s) => s.id)).size).toBe(statements.length);
    expect(new Set(statements.map((s) => `${s.day} ${s.order}`)).size).toBe(statements.length);
    for (const s of statements) {
      expect(s.title.uk, s.title.en).toBeTruthy();
      for (const c of s.citations) expect(c.says.uk, s.title.en).toBeTruthy();
    }
  });

  it('names places that exist, and no two files have the same one', () => {
    const ids = (path: string): string[] =>
      (json(path) as { features: { id: string }[] }).features.map((f) => f.id);
    const own = (json('control/places.geojson') as { features: unknown[] }).features.map((feature) => {
      const read = parse(placeFeatureSchema, feature);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      return read.value.id;
    });
    const gazetteer = text('places/gazetteer.csv').split('\n').slice(1);
    const others = new Set([...ids('places/places.geojson'), ...gazetteer.map((line) => line.split(',')[0])]);
    for (const id of own) expect(others.has(id), id).toBe(false);
    for (const id of statements.flatMap((s) => s.places))
      expect(others.has(id) || own.includes(id), id).toBe(true);
  });

  it('has an effect, within 25 km of its settlement', () => {
    // All but the whole states with which ledgers of held ground open.
    const local = statements.filter((one) => !(one.opening && one.basis !== 'contested'));
    for (const s of local) {
      const at = pointOf(String(s.places[0]));
      const rings = ringsOf(s.area);
      expect(km2(rings), s.title.en).toBeGreaterThan(5);
      for (const p of rings.flat()) expect(distance(p, at), s.title.en).toBeLessThan(25_000);
    }
  });

  it('moves ground when it is painted', () => {
    for (const s of statements) {
      expect(
        history.ledgers.some((l) => l.by.some((by) => by.some(({ id }) => id === s.id))),
        s.title.en,
      ).toBe(true);
    }
  });
});

it('is made from the table again, byte for byte', () => {
  for (const [name, made] of Object.entries(generate(readInputs())))
    expect(made).toBe(text(`control/${name}`));
});
