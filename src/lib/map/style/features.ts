import { toMultiPolygon } from '../../domain/control/polygons.ts';
import type { Line } from '../../domain/control/front.ts';
import type { Rings } from '../../domain/geometry/rings.ts';
import { HATCHES, LEAST_PATTERN_PX, type Hatch } from '../../look/hatches.ts';
import { worldSize } from '../../look/mercator.ts';
import type { Scene, SceneGround } from '../../scene/scene.ts';

export type Features = GeoJSON.FeatureCollection;

const polygons = new WeakMap<Rings, GeoJSON.MultiPolygon>();

/** Rings of a state as polygons: the same state is shown on many days, so the answer is kept with it. */
function areaOf(rings: Rings): GeoJSON.MultiPolygon {
  const known = polygons.get(rings);
  if (known) return known;
  const made = toMultiPolygon(rings);
  polygons.set(rings, made);
  return made;
}

const isHatch = (basis: string): basis is Hatch => (HATCHES as readonly string[]).includes(basis);

function kindOf({ holder, basis }: SceneGround): string | undefined {
  if (isHatch(basis)) return basis;
  if (basis === 'pre-2022') return 'pre2022';
  if (basis !== 'assessed') return undefined;
  return holder === 'russia' ? 'held' : holder === 'ukraine' ? 'ua-held' : undefined;
}

/** The zoom from which ground is wide enough for a pattern. */
function patternZoom(polygon: GeoJSON.Position[][]): number {
  const xs = (polygon[0] ?? []).map((p) => p[0] ?? 0);
  const degrees = Math.max(...xs) - Math.min(...xs) || 1e-6;
  const zoom = Math.log2((LEAST_PATTERN_PX * 360) / (worldSize(0) * degrees));
  // Filters know whole zooms only.
  return Math.round((zoom - 0.5) * 10) / 10;
}

/** Ground of a scene: by holder and basis, and what changed hands lately with its age in days. */
export function groundFeatures(scene: Pick<Scene, 'grounds' | 'fresh'>): Features {
  const features: GeoJSON.Feature[] = [];
  for (const ground of scene.grounds) {
    const kind = kindOf(ground);
    if (!kind) continue;
    const geometry = areaOf(ground.rings);
    if (!isHatch(kind)) features.push({ type: 'Feature', geometry, properties: { kind } });
    else {
      for (const coordinates of geometry.coordinates) {
        features.push({
          type: 'Feature',
          geometry: { type: 'Polygon', coordinates },
          properties: { kind, from: patternZoom(coordinates) },
        });
      }
    }
  }
  for (const { to, rings, age } of scene.fresh) {
    features.push({
      type: 'Feature',
      geometry: areaOf(rings),
      properties: { kind: to === 'ukraine' ? 'ua-fresh' : 'fresh', age },
    });
  }
  return { type: 'FeatureCollection', features };
}

const lines = (
  all: readonly Line[],
  properties: Record<string, string>,
): GeoJSON.Feature<GeoJSON.MultiLineString>[] =>
  all.length === 0
    ? []
    : [
        {
          type: 'Feature',
          geometry: { type: 'MultiLineString', coordinates: all as unknown as GeoJSON.Position[][] },
          properties,
        },
      ];

/** The front of both sides and where it ran at the start of the window. */
export const frontFeatures = (scene: Pick<Scene, 'fronts' | 'startLine'>): Features => ({
  type: 'FeatureCollection',
  features: [
    ...lines(scene.startLine?.lines ?? [], { kind: 'start' }),
    ...scene.fronts.flatMap(({ side, sourced, unsourced }) => [
      ...lines(unsourced, { kind: 'unsourced', side }),
      ...lines(sourced, { kind: 'sourced', side }),
    ]),
  ],
});

/** What makes one picture of control another: equal lists of the same things draw the same. */
export const controlKey = (scene: Pick<Scene, 'grounds' | 'fresh' | 'fronts' | 'startLine'>): unknown[] => [
  ...scene.grounds.flatMap((g) => [g.holder, g.basis, g.rings]),
  ...scene.fresh.flatMap((f) => [f.to, f.rings, f.age]),
  ...(scene.startLine?.lines ?? []),
  ...scene.fronts.flatMap((f) => [f.side, ...f.sourced, 'unsourced', ...f.unsourced]),
];

export const sameKey = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);
