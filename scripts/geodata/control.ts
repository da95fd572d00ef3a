/**
 * Makes the demonstration's ledgers of control from the reviewed table of settlements:
 *
 *   npm run geodata:control
 *
 * The same inputs give the same bytes. geodata/control/README.md says what the method is and what it is not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { ledgerSchema } from '#lib/domain/control/ledger.ts';
import { statementFeatureSchema } from '#lib/domain/control/statement.ts';
import { ringsOf, type AreaLike, type Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { LEDGERS } from './control/ledgers.ts';
import type { Inputs } from './control/states.ts';
import { statementsOf } from './control/statements.ts';
import { readTable } from './control/table.ts';

const geodata = new URL('../../geodata/', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, geodata), 'utf8'));

interface Feature {
  readonly id: string;
  readonly geometry: AreaLike | { readonly type: 'LineString'; readonly coordinates: readonly Position[] };
}

function geometryOf(path: string, id: string) {
  const found = (json(path) as { features: Feature[] }).features.find((f) => f.id === id);
  if (!found) throw new Error(`${path}: has no feature "${id}"`);
  return found.geometry;
}

function areaOf(path: string, id: string): Rings {
  const geometry = geometryOf(path, id);
  if (geometry.type === 'LineString') throw new Error(`${path}: "${id}" is a line; an area is wanted`);
  return ringsOf(geometry);
}

function lineOf(path: string, id: string): readonly Position[] {
  const geometry = geometryOf(path, id);
  if (geometry.type !== 'LineString') throw new Error(`${path}: "${id}" is an area; a line is wanted`);
  return geometry.coordinates;
}

/** The inputs as committed. */
export function readInputs(): Inputs {
  const { settlements, anchors } = readTable(json('control/settlements.json'), json('control/reports.json'));
  return {
    settlements,
    anchors,
    dnipro: lineOf('basemap/dnipro.geojson', 'dnipro-lower'),
    land: { UA: areaOf('basemap/countries.geojson', 'UA'), RU: areaOf('basemap/countries.geojson', 'RU') },
    crimea: [areaOf('basemap/oblasts.geojson', 'UA-43'), areaOf('basemap/oblasts.geojson', 'UA-40')],
  };
}

/** The two files as text, by name; one feature or ledger a line, so that a difference can be read. */
export function generate(inputs: Inputs): Record<'statements.geojson' | 'ledgers.json', string> {
  const features = statementsOf(inputs).map((feature) => {
    const result = v.safeParse(statementFeatureSchema, feature);
    if (result.success) return feature;
    const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`);
    throw new Error(`${feature.id} (${feature.properties.title.en}): ${faults.join('; ')}`);
  });
  const ledgers = LEDGERS.map((ledger) => v.parse(ledgerSchema, ledger));
  const lines = (items: readonly unknown[]): string => items.map((item) => JSON.stringify(item)).join(',\n');
  return {
    'statements.geojson': `{"type":"FeatureCollection","features":[\n${lines(features)}\n]}\n`,
    'ledgers.json': `{"ledgers":[\n${lines(ledgers)}\n]}\n`,
  };
}

if (import.meta.main) {
  const files = generate(readInputs());
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(new URL(`control/${name}`, geodata), text);
    console.log(
      `geodata/control/${name}: ${text.split('\n').length - 3} entries, ${Buffer.byteLength(text)} bytes`,
    );
  }
}
