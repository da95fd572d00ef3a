import type { Rings } from '../domain/geometry/rings.ts';
import type { Position } from '../domain/geometry/sphere.ts';
import type { Lang } from '../domain/text.ts';
import { metresPerPixel } from '../look/mercator.ts';
import type { Scene } from '../scene/scene.ts';
import { mapWords } from '../words/map.ts';
import type { Basemap } from './basemap.ts';
import type { SideOf } from './beside.ts';
import type { Item } from './marks.ts';
import { OBSTACLES, type Obstacle } from './style/textures.ts';

type Points = GeoJSON.FeatureCollection<GeoJSON.Point>;
const point = (
  at: Position,
  properties: Record<string, string | number | boolean>,
): GeoJSON.Feature<GeoJSON.Point> => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [at[0], at[1]] },
  properties,
});

/** How much room names leave to marks that stand side by side. */
const BESIDE: readonly Obstacle[] = ['one', 'two', 'three'];
/** A mark within so many pixels of its place stands for its dot. */
const SAME_PX = 8;

/**
 * What the map's own names must know of the marks over it: where they must not stand, and which places are named by
 * marks, so that these come first and in bold.
 *
 * @param placeAt where a place is, if the names have come
 */
export function pointsOf(
  items: readonly Item[],
  options: { lang: Lang; zoom: number; placeAt: (id: string) => Position | undefined; side: SideOf },
): Points {
  const { lang, zoom, placeAt, side } = options;
  const features: GeoJSON.Feature<GeoJSON.Point>[] = [];
  const named = new Map<
    string,
    { name: string; at: Position; marked: boolean; vague: boolean; order: number }
  >();
  const beside = new Map<string, { at: Position; count: number }>();
  for (const [i, item] of items.entries()) {
    const { mark } = item;
    if (item.shape === 'cluster') {
      features.push(point(item.point, { kind: 'obstacle', room: item.radius > 22 ? 'large' : 'cluster' }));
      continue;
    }
    if (!mark) continue;
    const at = placeAt(mark.place.id) ?? mark.point;
    const m = metresPerPixel(zoom, at[1]) / 111_195;
    const away =
      Math.hypot((at[0] - mark.point[0]) * Math.cos((at[1] * Math.PI) / 180), at[1] - mark.point[1]) / m;
    const known = named.get(mark.place.id);
    const marked = item.shape === 'mark' && away < SAME_PX;
    named.set(mark.place.id, {
      name: mark.place.name,
      at,
      marked: marked || (known?.marked ?? false),
      vague: (marked && item.vague) || (known?.vague ?? false),
      order: -i,
    });
    if (item.shape !== 'mark') continue;
    const key = `${Math.round(mark.point[0] * 200)} ${Math.round(mark.point[1] * 200)}`;
    beside.set(key, { at: item.point, count: (beside.get(key)?.count ?? 0) + 1 });
  }
  for (const { at, count } of beside.values()) {
    const room = BESIDE[Math.min(count, BESIDE.length) - 1] ?? 'one';
    features.push(point(at, { kind: 'obstacle', room }));
  }
  for (const [id, { name, at, marked, vague, order }] of named) {
    // A mark that is true to no more than what the view shows says so: it is somewhere here.
    const text = vague ? mapWords[lang].somewhere(name) : name;
    const left = side(at, text, 13, zoom) === 'left';
    features.push(point(at, { kind: 'named', id, name: text, marked, order, left }));
  }
  return { type: 'FeatureCollection', features };
}

/** The name of an oblast as the map shows it, with what is known of the whole of it. */
export interface OblastName {
  readonly iso: string;
  readonly name: string;
  readonly point: Position;
  readonly rings: Rings;
  readonly note: string | undefined;
  readonly ids: readonly string[];
}

/** Names of oblasts in capitals; those with a note first. */
export function oblastNames(oblasts: Basemap['oblasts'], wide: Scene['wide'], lang: Lang): OblastName[] {
  const capitals = (s: string): string => s.toLocaleUpperCase(lang);
  const left = new Map(wide.map((w) => [capitals(w.place.name), w]));
  const told = (w: Scene['wide'][number] | undefined) => ({
    note: w && mapWords[lang].wide(w.events.length),
    ids: w?.events.map((e) => e.id) ?? [],
  });
  const names = oblasts.map(({ iso, name, point, rings }): OblastName => {
    const upper = capitals(name[lang] ?? name.en);
    const about = left.get(upper);
    left.delete(upper);
    return { iso, name: upper, point, rings, ...told(about) };
  });
  // What has no name among the oblasts stands at its own point.
  for (const [name, w] of left) names.push({ iso: w.place.id, name, point: w.point, rings: [], ...told(w) });
  return names.sort((a, b) => b.ids.length - a.ids.length);
}

export const oblastPoints = (
  names: readonly (Omit<OblastName, 'rings' | 'iso'> & { readonly point: Position })[],
): Points => ({
  type: 'FeatureCollection',
  features: names.map(({ name, point: at, note, ids }) =>
    point(at, { name, ...(note ? { note, ids: ids.join(' ') } : {}) }),
  ),
});

/** Pixels between boxes along the frame, and how far inside of it they reach. */
const FRAME = { step: 38, inside: 5 } as const;

/** Boxes along the edges of the view and under the scale bar: no name is cut there once the map is at rest. */
export function framePoints(
  { width, height }: { width: number; height: number },
  scale: { x: number; y: number },
  unproject: (x: number, y: number) => Position,
): GeoJSON.Feature<GeoJSON.Point>[] {
  const out = OBSTACLES.edge / 2 - FRAME.inside;
  const at: [number, number][] = [];
  for (let x = 0; x <= width + FRAME.step; x += FRAME.step) at.push([x, -out], [x, height + out]);
  for (let y = 0; y <= height + FRAME.step; y += FRAME.step) at.push([-out, y], [width + out, y]);
  for (let x = scale.x; x < width; x += FRAME.step) at.push([x, scale.y]);
  return at.map(([x, y]) => point(unproject(x, y), { kind: 'obstacle', room: 'edge' }));
}

/** Points of open water for the names of the seas. */
const SEAS = {
  azov: [36.6, 46.15],
  black: [31.4, 45.4],
} as const;

export const seaPoints = (lang: Lang): Points => ({
  type: 'FeatureCollection',
  features: (['azov', 'black'] as const).map((sea) => point(SEAS[sea], { name: mapWords[lang].seas[sea] })),
});
