import type { Map as GlMap, MapMouseEvent } from 'maplibre-gl';
import type { Position } from '../domain/geometry/sphere.ts';
import { ZOOMS } from '../domain/view/view.ts';
import type { MarkGroup } from '../scene/groups.ts';
import type { SceneMark } from '../scene/scene.ts';
import type { MapEvents } from './contract.ts';
import type { Placed } from './marks.ts';

interface PointerOptions {
  readonly map: GlMap;
  readonly container: HTMLElement;
  readonly events: Pick<MapEvents, 'picked' | 'hovered'>;
  hit(x: number, y: number, finger: boolean): Placed | undefined;
  marks(): ReadonlyMap<string, SceneMark> | undefined;
  groups(zoom: number): readonly MarkGroup[];
  zoomTo(point: Position, zoom: number): void;
  usable(): boolean;
}

/** A cluster of no more opens as a list; of more, the map goes nearer. */
const LIST = 8;
/** Pixels around a name that count as the name. */
const NEAR_NAME = { mouse: 2, finger: 12 } as const;

/** Whether all events lie at one point, so that no zoom takes them apart. */
export function atOnePoint(ids: readonly string[], marks: ReadonlyMap<string, SceneMark>): boolean {
  const first = marks.get(ids[0] ?? '')?.point;
  if (!first) return false;
  return ids.every((id) => {
    const p = marks.get(id)?.point;
    return p !== undefined && Math.hypot(p[0] - first[0], p[1] - first[1]) < 1e-5;
  });
}

/**
 * The zoom at which a cluster comes apart; undefined where it is short enough for a list, or never does.
 *
 * @param zoom where the map is
 */
export function apartAt(
  ids: readonly string[],
  zoom: number,
  groups: (zoom: number) => readonly MarkGroup[],
  marks: ReadonlyMap<string, SceneMark>,
): number | undefined {
  if (ids.length <= LIST || atOnePoint(ids, marks)) return undefined;
  const wanted = new Set(ids);
  for (let z = Math.floor(zoom) + 1; z <= ZOOMS.most; z += 1) {
    const together = groups(z).some((g) => g.ids.filter((id) => wanted.has(id)).length === ids.length);
    if (!together) return z;
  }
  return undefined;
}

/** What the pointer is over and what it picks. */
export function createPointer(options: PointerOptions): { remove(): void } {
  const { map, container, events } = options;
  const host = map.getCanvasContainer();
  let over: string | undefined;

  const nameAt = (x: number, y: number, finger: boolean) => {
    const near = finger ? NEAR_NAME.finger : NEAR_NAME.mouse;
    const layers = ['named', 'names', 'wide'];
    return map.queryRenderedFeatures(
      [
        [x - near, y - near],
        [x + near, y + near],
      ],
      { layers },
    )[0];
  };
  const leave = (): void => {
    if (over === undefined) return;
    over = undefined;
    host.classList.remove('over-target');
    events.hovered(undefined);
  };
  const moved = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || !options.usable()) return;
    const box = container.getBoundingClientRect();
    const found = event.buttons
      ? undefined
      : options.hit(event.clientX - box.left, event.clientY - box.top, false);
    if (!found) return leave();
    if (over === found.item.key) return;
    over = found.item.key;
    host.classList.add('over-target');
    events.hovered({ ids: found.item.ids, x: found.x, y: found.y });
  };
  const clicked = ({ originalEvent, point, lngLat }: MapMouseEvent): void => {
    if (!options.usable()) return;
    const finger = (originalEvent as unknown as Partial<PointerEvent>).pointerType === 'touch';
    const found = options.hit(point.x, point.y, finger);
    if (found) {
      const { ids, shape } = found.item;
      const at = found.item.point;
      const zoom =
        shape === 'cluster'
          ? apartAt(ids, map.getZoom(), options.groups, options.marks() ?? new Map())
          : undefined;
      if (zoom !== undefined) options.zoomTo(at, zoom);
      else events.picked({ kind: 'events', ids, point: at });
      return;
    }
    const name = nameAt(point.x, point.y, finger);
    const ids = name?.properties['ids'] as string | undefined;
    const id = name?.properties['id'] as string | undefined;
    if (name && (ids ?? id) !== undefined) {
      const at = (name.geometry as GeoJSON.Point).coordinates as unknown as Position;
      if (ids) events.picked({ kind: 'events', ids: ids.split(' '), point: at });
      else if (id) events.picked({ kind: 'place', id, point: at });
      return;
    }
    events.picked({ kind: 'ground', point: [lngLat.lng, lngLat.lat] });
  };
  host.addEventListener('pointermove', moved);
  host.addEventListener('pointerleave', leave);
  map.on('movestart', leave);
  map.on('click', clicked);
  return {
    remove() {
      host.removeEventListener('pointermove', moved);
      host.removeEventListener('pointerleave', leave);
      map.off('movestart', leave);
      map.off('click', clicked);
    },
  };
}
