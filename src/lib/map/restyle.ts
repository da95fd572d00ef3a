import type { AddLayerObject, LayerSpecification, Map as GlMap } from 'maplibre-gl';
import { isPlain, type MapLayer, type StageLayer } from './style/style.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Bring the map's layers from one list to another by what differs, so that nothing is loaded anew.
 *
 * @param made the layer that draws a stage of ground
 */
export function restyle(
  map: GlMap,
  before: readonly MapLayer[],
  after: readonly MapLayer[],
  made: (layer: StageLayer) => AddLayerObject,
): void {
  const old = new Map(before.map((l) => [l.id, l]));
  const wanted = new Set(after.map((l) => l.id));
  for (const { id } of before) if (!wanted.has(id)) map.removeLayer(id);
  for (const [i, layer] of after.entries()) {
    const was = old.get(layer.id);
    if (!was)
      map.addLayer(isPlain(layer) ? layer : made(layer), after.slice(i + 1).find((l) => old.has(l.id))?.id);
    else if (isPlain(was) && isPlain(layer) && !same(was, layer)) change(map, was, layer);
  }
}

type Values = Record<string, unknown>;

function change(map: GlMap, was: LayerSpecification, now: LayerSpecification): void {
  for (const part of ['paint', 'layout'] as const) {
    const [a, b] = [(was[part] ?? {}) as Values, (now[part] ?? {}) as Values];
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (same(a[key], b[key])) continue;
      if (part === 'paint') map.setPaintProperty(now.id, key as never, b[key] as never);
      else map.setLayoutProperty(now.id, key as never, b[key] as never);
    }
  }
  if (was.minzoom !== now.minzoom || was.maxzoom !== now.maxzoom) {
    map.setLayerZoomRange(now.id, now.minzoom ?? 0, now.maxzoom ?? 24);
  }
  const filter = (l: LayerSpecification): unknown => ('filter' in l ? l.filter : undefined);
  if (!same(filter(was), filter(now))) map.setFilter(now.id, (filter(now) ?? null) as never);
}
