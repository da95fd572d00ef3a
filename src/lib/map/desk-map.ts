import './map.css';
import type { Map as GlMap, GeoJSONSource } from 'maplibre-gl';
import type { Position } from '../domain/geometry/sphere.ts';
import type { Lang } from '../domain/text.ts';
import type { Camera } from '../domain/view/view.ts';
import { NARROW_PX } from '../look/cameras.ts';
import type { Basemap } from './basemap.ts';
import { createCanvas } from './canvas.ts';
import { DESK_SOURCES, deskLayers, type DeskSource } from './desk-layers.ts';
import { createLabels } from './labels.ts';
import { createScaleBar } from './scale.ts';
import type { StyleOptions } from './style/options.ts';

export type { DeskSource } from './desk-layers.ts';

export interface DeskMapOptions {
  /** An empty box; the map fills it. */
  readonly container: HTMLElement;
  readonly camera: Camera;
  readonly lang: Lang;
  readonly theme: 'light' | 'dark';
  readonly still: boolean;
  readonly label: string;
  readonly base: Basemap;
  /** The names of settlements as their address gives them. */
  readonly names: unknown;
  /** Whether a turned wheel zooms: not where it would keep a page from being scrolled. */
  readonly wheel: boolean;
  /** The first whole frame is drawn. */
  ready(): void;
  /** The camera moves. */
  moving(): void;
}

/** A map on which something is set or drawn. It knows no scene: what it shows is given to it as GeoJSON. */
export interface DeskMap {
  /** For what draws on it; nothing else needs it. */
  readonly map: GlMap;
  set(source: DeskSource, features: readonly GeoJSON.Feature[]): void;
  project(p: Position): { readonly x: number; readonly y: number };
  unproject(x: number, y: number): Position;
  /** The box of degrees in view: west, south, east, north. */
  bounds(): readonly [number, number, number, number];
  jump(camera: Partial<Camera>): void;
  /** Show a box of degrees whole, no closer than a zoom. */
  fit(box: readonly [number, number, number, number], closest: number): void;
  /** The same in a short flight, where motion is not unwelcome. */
  fly(box: readonly [number, number, number, number], closest: number): void;
  zoomBy(steps: number): void;
  setTheme(theme: 'light' | 'dark'): void;
  destroy(): void;
}

/** Latitude of the front. */
const MIDDLE = 48.4;
const FIT_PX = 40;
const FLIGHT_MS = 600;

/** Throws where the browser gives no graphics context. */
export function createDeskMap(options: DeskMapOptions): DeskMap {
  const { container, camera, lang, base, still } = options;
  container.dataset['state'] = 'loading';
  let look: StyleOptions = {
    theme: options.theme,
    lang,
    resolution_m: 0,
    lat: MIDDLE,
    layers: ['labels'],
    narrow: container.clientWidth < NARROW_PX,
    fade: 0,
    quarter: 0,
  };
  const canvas = createCanvas({
    container,
    camera,
    label: options.label,
    still,
    cooperative: undefined,
    look,
  });
  const { map } = canvas;
  if (!options.wheel) map.scrollZoom.disable();
  const size = () => ({ width: container.clientWidth, height: container.clientHeight });
  const labels = createLabels(canvas, size, lang);
  const scale = createScaleBar(container, lang);
  const data = new Map<DeskSource, GeoJSON.FeatureCollection>();
  const now = (): Camera => ({ ...map.getCenter(), zoom: map.getZoom() });

  canvas.set('land', base.land);
  canvas.set('sea', base.sea);
  canvas.set('lakes', base.lakes);
  canvas.set('lines', base.lines);
  labels.basemap(base);
  labels.names(options.names);

  const source = (name: DeskSource) => map.getSource<GeoJSONSource>(`desk-${name}`);
  const begin = (): void => {
    for (const name of DESK_SOURCES) {
      if (source(name)) continue;
      map.addSource(`desk-${name}`, {
        type: 'geojson',
        data: data.get(name) ?? { type: 'FeatureCollection', features: [] },
        tolerance: 0.1,
      });
    }
    for (const { layer, under } of deskLayers(look.theme)) {
      if (map.getLayer(layer.id)) continue;
      map.addLayer(layer, { water: 'sea', names: 'seas', top: undefined }[under]);
    }
  };
  map.once('style.load', begin);
  map.on('move', () => {
    scale.update(now(), size().width);
    options.moving();
  });
  map.on('moveend', () => labels.rest([]));
  map.on('resize', () => {
    labels.rest([]);
    scale.update(now(), size().width);
    options.moving();
  });
  let ready = false;
  map.on('idle', () => {
    container.dataset['state'] = 'ready';
    if (ready) return;
    ready = true;
    options.ready();
  });
  map.on('webglcontextlost', () => {
    canvas.lose();
    container.dataset['state'] = 'lost';
  });
  map.on('webglcontextrestored', () => {
    canvas.restore();
    if (map.getLayer('sea')) begin();
    else map.once('style.load', begin);
  });
  map.on('error', ({ error }) => console.info('salient: map', error));
  scale.update(now(), size().width);
  labels.rest([]);

  const see = ([w, s, e, n]: readonly number[], closest: number, animate: boolean): void =>
    void map.fitBounds([w, s, e, n] as [number, number, number, number], {
      padding: FIT_PX,
      maxZoom: closest,
      animate,
      duration: FLIGHT_MS,
    });

  return {
    map,
    set(name, features) {
      const collection: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [...features] };
      data.set(name, collection);
      void source(name)?.setData(collection);
    },
    project: ([lng, lat]) => map.project([lng, lat]),
    unproject(x, y) {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    },
    bounds() {
      const b = map.getBounds();
      return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()];
    },
    jump({ lng, lat, zoom }) {
      map.jumpTo({
        ...(lng === undefined || lat === undefined ? {} : { center: [lng, lat] as [number, number] }),
        ...(zoom === undefined ? {} : { zoom }),
      });
    },
    fit: (box, closest) => see(box, closest, false),
    fly: (box, closest) => see(box, closest, !still),
    zoomBy: (steps) => void map.zoomTo(map.getZoom() + steps, { duration: still ? 0 : 200, animate: !still }),
    setTheme(theme) {
      if (theme === look.theme) return;
      look = { ...look, theme };
      canvas.look(look);
      for (const { layer } of deskLayers(theme))
        for (const [key, value] of Object.entries(layer.paint ?? {}))
          if (map.getLayer(layer.id)) map.setPaintProperty(layer.id, key as never, value as never);
    },
    destroy() {
      scale.remove();
      map.remove();
    },
  };
}
