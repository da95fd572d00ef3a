import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOf, type Unfinished } from '../domain/desk/faults.ts';
import type { ItemKind } from '../domain/history/edition.ts';
import { statementFromFeature, statementFeatureSchema } from '../domain/control/statement.ts';
import { parse } from '../domain/parse.ts';
import { anEvent, aPlace, aReport } from '../../../tests/fixtures/items.ts';
import { reasonIn } from './fault-reasons.ts';

const feature = (
  JSON.parse(readFileSync('geodata/control/statements.geojson', 'utf8')) as { features: unknown[] }
).features.at(-1);
const statement = parse(statementFeatureSchema, feature);
if (!statement.ok) throw new Error('the shipped statement is not read');
const WHOLE: Partial<Record<ItemKind, Unfinished>> = {
  event: {
    ...anEvent('e-aaaaaaaaaa', { heading: 90, planned_note: { en: 'Late' } }),
    harm: [
      {
        killed: { least: 1, most: 2 },
        who: 'civilian',
        as_of: '2024-11-21',
        speaker: { name: { en: 'Mayor' } },
        citation: { report: 'r-aaaaaaaaaa' },
      },
    ],
  },
  report: { ...aReport('r-aaaaaaaaaa', { url: 'https://example.org/', archive_sha256: 'a'.repeat(64) }) },
  place: { ...aPlace('dnipro', [35, 48], { former: 'Katerynoslav', population: 900_000 }) },
  statement: { ...statementFromFeature(statement.value) },
};
const GARBAGE = [
  undefined,
  null,
  '',
  ' ',
  'x',
  'A-B',
  '2024-13-01',
  '2202',
  'ftp://example.org',
  -1,
  0.5,
  1e9,
  35.12345678,
  true,
  [],
  {},
  [1],
  [
    [
      [0, 0],
      [1, 1],
      [0, 0],
    ],
  ],
  'y'.repeat(300),
];
const isFeature = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null;

/** Every path of an item, to its leaves. */
const pathsOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  isFeature(value)
    ? [...(path.length ? [path] : []), ...Object.entries(value).flatMap(([k, v]) => pathsOf(v, [...path, k]))]
    : [path];

function spoilt(item: Unfinished, path: readonly string[], by: unknown): Unfinished {
  const copy = structuredClone(item);
  let at = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1) as string] = by;
  return copy;
}

describe('what is wrong with a field, in the language of the page', () => {
  for (const [kind, whole] of Object.entries(WHOLE) as [ItemKind, Unfinished][]) {
    it(`every fault of a ${kind} has its Ukrainian words`, () => {
      const paths = pathsOf(whole).filter((path) => path[0] !== 'area' || path.length < 4 || path[3] === '0');
      fc.assert(
        fc.property(fc.constantFrom(...paths), fc.constantFrom(...GARBAGE), (path, by) => {
          for (const { reason } of faultsOf(kind, spoilt(whole, path, by))) {
            const said = reasonIn('uk', reason);
            expect(said, reason).toMatch(/[а-яіїє]/i);
            expect(said, reason).not.toMatch(/^не годиться: /);
            expect(reasonIn('en', reason)).not.toMatch(/Invalid|Expected/);
          }
        }),
        { numRuns: 600, seed: 20241126 },
      );
    });
  }

  it('keeps the figures of what it tells', () => {
    expect(reasonIn('uk', 'crosses itself near longitude 36.5, latitude 48.1; redraw it there')).toBe(
      'перетинає сам себе біля довготи 36.5, широти 48.1; перемалюйте там',
    );
    expect(reasonIn('uk', 'is 361; longitude lies between -180 and 180')).toBe(
      'це 361, а довгота — від -180 до 180',
    );
  });

  it('tells a reason that it does not know as it is', () => {
    expect(reasonIn('uk', 'glows in the dark')).toBe('не годиться: glows in the dark');
    expect(reasonIn('en', 'glows in the dark')).toBe('glows in the dark');
  });
});
