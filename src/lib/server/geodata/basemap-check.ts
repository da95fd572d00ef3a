import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ringFault } from '#lib/domain/geometry/ring-fault.ts';
import { inRings, ringsOf, type AreaLike } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { Fault } from './read.ts';

interface Feature {
  readonly id?: string | number;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  readonly properties: Record<string, unknown>;
}

/** The files that a base map has, each of which the pictures need. */
const FILES = ['borders', 'countries', 'dnipro', 'oblasts', 'water', 'world'];

/** Towns of Crimea and Sevastopol, which every layer with a country must have in Ukraine. */
const CRIMEA: Record<string, Position> = {
  Simferopol: [34.1, 44.95],
  Sevastopol: [33.57, 44.6],
  Kerch: [36.44, 45.35],
  Yevpatoriia: [33.4, 45.21],
  Dzhankoi: [34.39, 45.71],
};

/** Faults of the base map: missing or unreadable files, features without an id, bad rings, Crimea anywhere but in Ukraine. */
export function basemapFaults(geodata: string): Fault[] {
  const folder = join(geodata, 'basemap');
  return FILES.flatMap((name) => fileFaults(join(folder, `${name}.geojson`), `basemap/${name}.geojson`));
}

function fileFaults(path: string, file: string): Fault[] {
  if (!existsSync(path)) {
    return [{ file, feature: '', path: '', reason: 'is missing; restore it from the repository' }];
  }
  let features: readonly Feature[];
  try {
    features = (JSON.parse(readFileSync(path, 'utf8')) as { features: Feature[] }).features;
    if (!Array.isArray(features)) throw new Error('it has no list of features');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ file, feature: '', path: '', reason: `cannot be read: ${reason}` }];
  }
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [i, feature] of features.entries()) {
    const name = String(feature.id ?? `number ${i + 1}`);
    if (feature.id === undefined) faults.push({ file, feature: name, path: 'id', reason: 'is missing' });
    if (seen.has(name)) faults.push({ file, feature: name, path: 'id', reason: 'stands twice in the file' });
    seen.add(name);
    if (!isArea(feature)) continue;
    for (const ring of ringsOf(feature.geometry)) {
      const fault = ringFault(ring);
      if (fault) faults.push({ file, feature: name, path: 'geometry', reason: fault });
    }
  }
  return [...faults, ...crimeaFaults(features, file)];
}

const isArea = (feature: Feature): feature is Feature & { geometry: AreaLike } =>
  feature.geometry?.type === 'Polygon' || feature.geometry?.type === 'MultiPolygon';

function crimeaFaults(features: readonly Feature[], file: string): Fault[] {
  return Object.entries(CRIMEA).flatMap(([town, point]) => {
    const around = features.filter((f) => isArea(f) && inRings(point, ringsOf(f.geometry)));
    const countries = around.flatMap(
      (f) => f.properties.country ?? (f.properties.kind === 'country' ? f.properties.iso : []),
    );
    return countries
      .filter((country) => country !== 'UA')
      .map((country) => ({
        file,
        feature: town,
        path: 'country',
        reason: `lies in ${String(country)}; Crimea is Ukraine`,
      }));
  });
}
