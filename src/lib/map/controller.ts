import './map.css';
import { inRings } from '../domain/geometry/rings.ts';
import type { Position } from '../domain/geometry/sphere.ts';
import type { Camera } from '../domain/view/view.ts';
import { NARROW_PX } from '../look/cameras.ts';
import type { Point } from '../look/mercator.ts';
import type { MarkGroup } from '../scene/groups.ts';
import { basemapOf, landAt, type Basemap } from './basemap.ts';
import { createCanvas, type Canvas } from './canvas.ts';
import type { CreateMap, MapController, MapFrame, MapOptions } from './contract.ts';
import { hitAt, inView, inWorld, layoutOf, type Item, type Placed } from './marks.ts';
import { createLabels } from './labels.ts';
import { createOverlay } from './overlay.ts';
import { createPointer } from './pointer.ts';
import { createScaleBar } from './scale.ts';
import { stillOf } from './still.ts';
import { reviewedFeatures } from './style/reviewed.ts';
import type { StyleOptions } from './style/options.ts';

/** Milliseconds in which names appear. */
const FADE_MS = 150;
const FLY_MS = 900;
const STEP_MS = 220;
/** Degrees of latitude of the front where none is shown yet. */
const MIDDLE = 48.4;

/** A map that does nothing: the page stays as it is. */
const inert = (camera: Camera): MapController => ({
  show: () => undefined,
  wipe: () => undefined,
  select: () => undefined,
  focus: () => undefined,
  camera: () => camera,
  based: new Promise(() => undefined),
  landAt: () => undefined,
  oblastAt: () => undefined,
  jump: () => undefined,
  fly: () => undefined,
  zoomBy: () => undefined,
  panBy: () => undefined,
  setTheme: () => undefined,
  setPadding: () => undefined,
  drawn: () => Promise.resolve(),
  picture: () => undefined,
  destroy: () => undefined,
});

export const createMap: CreateMap = (options) => {
  const { container, camera, lang, theme, events } = options;
  container.dataset['state'] = 'loading';
  const look: StyleOptions = {
    theme,
    lang,
    resolution_m: 0,
    lat: MIDDLE,
    layers: ['control', 'contested', 'fresh', 'front', 'start', 'events', 'labels'],
    narrow: container.clientWidth < NARROW_PX,
    fade: options.still ? 0 : FADE_MS,
    quarter: quarterOf(camera.zoom),
  };
  try {
    const { label, still, cooperative } = options;
    const canvas = createCanvas({ container, camera, label, still, cooperative, look });
    return live(options, canvas, look);
  } catch (error) {
    console.info('salient: the map cannot be drawn', error);
    container.dataset['state'] = 'lost';
    events.failed('graphics', undefined);
    return inert(camera);
  }
};

const quarterOf = (zoom: number): number => Math.min(3, Math.floor((zoom - Math.floor(zoom)) * 4));

function live(options: MapOptions, canvas: Canvas, first: StyleOptions): MapController {
  const { container, lang, still, events } = options;
  const { map } = canvas;
  const coarse = matchMedia('(pointer: coarse)').matches;
  const overlay = createOverlay(map.getCanvasContainer(), { still, coarse });
  // Asked for once and at each resize: to ask between changes of the page makes the browser lay it out each time.
  const measure = () => ({ width: container.clientWidth, height: container.clientHeight });
  let size = measure();
  const labels = createLabels(canvas, () => size, lang);
  const scale = createScaleBar(container, lang);
  const ended = new AbortController();

  let look = first;
  let frame: MapFrame | undefined;
  let base: Basemap | undefined;
  let isBased = (): void => undefined;
  const based = new Promise<void>((done) => (isBased = done));
  let items: Item[] = [];
  let placed: Placed[] = [];
  let grouped: { frame: MapFrame | undefined; zoom: number; groups: readonly MarkGroup[] } = {
    frame: undefined,
    zoom: NaN,
    groups: [],
  };
  let laidOut = { zoom: options.camera.zoom, width: NaN };
  let chosen: { ids: ReadonlySet<string>; point: Position | undefined } = {
    ids: new Set(),
    point: undefined,
  };
  let focused: string | undefined;
  let isTold = false;
  const reviewed = reviewedFeatures();
  /** The frame for which names have made room, and what will make it for the next. */
  let named: MapFrame | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  let ready = false;
  let lost = false;
  let waitingFor = 2;
  const waiters: (() => void)[] = [];

  const cameraNow = (): Camera => {
    const { lng, lat } = map.getCenter();
    return { lng, lat, zoom: map.getZoom() };
  };
  /** The marks of the layout that are in the view, where the camera has them. */
  const place = (): void => {
    const { lng, lat } = map.getCenter();
    const [cx, cy] = inWorld([lng, lat], laidOut.zoom);
    const middle = map.project([lng, lat]);
    const corner: Point = [cx - middle.x, cy - middle.y];
    placed = inView(items, corner, size);
    const spot = chosen.point && inWorld(chosen.point, laidOut.zoom);
    overlay.show({
      placed,
      chosen: chosen.ids,
      focused,
      point: spot && [spot[0] - corner[0], spot[1] - corner[1]],
    });
    if (isTold) introduce();
  };
  /** The short card beside the mark that has the focus, as the pointer has it beside what it is over. */
  const introduce = (): void => {
    const id = focused;
    const at = id === undefined ? undefined : placed.find((p) => p.item.ids.includes(id));
    events.hovered(id !== undefined && at ? { ids: [id], x: at.x, y: at.y } : undefined);
  };
  /** Lay the marks out for the frame and the zoom. */
  const drawMarks = (): void => {
    const zoom = map.getZoom();
    const { width } = size;
    laidOut = { zoom, width };
    if (frame?.scene.layers.includes('events')) {
      const whole = Math.floor(zoom);
      if (grouped.frame !== frame || grouped.zoom !== whole)
        grouped = { frame, zoom: whole, groups: frame.groups(zoom) };
      items = layoutOf(grouped.groups, frame.marks, { zoom, width, chosen: chosen.ids });
    } else items = [];
    place();
  };
  const seen = (): Item[] => placed.map((p) => p.item);
  /** Ground by how long ago it was looked at; an oblast is that of the base map, so it waits for that. */
  const drawReviewed = (): void => {
    const { reviews, scene } = frame ?? {};
    canvas.set('reviewed', reviewed(reviews, scene?.day, base?.oblasts));
  };
  const restyled = (change: Partial<StyleOptions>): void => {
    const next = { ...look, ...change };
    if (JSON.stringify(next) === JSON.stringify(look)) return;
    look = next;
    canvas.look(look);
  };

  /**
   * Whether the ground and the marks of the day are drawn; names that make room for the marks follow. The container then
   * says of which day, for whoever watches the page from outside.
   */
  const tell = (): boolean => {
    if (lost || !ready || !canvas.groundDrawn()) return false;
    const day = frame?.scene.day;
    if (day && container.dataset['drawn'] !== day) container.dataset['drawn'] = day;
    if (frame !== named && later === undefined) later = setTimeout(name);
    return true;
  };
  /** Names make room for the marks of a frame, and keep to their side of its front. */
  const name = (): void => {
    clearTimeout(later);
    later = undefined;
    named = frame;
    if (frame) labels.show(frame.scene, seen());
  };
  const settle = (): void => {
    if (!tell()) return;
    for (const done of waiters.splice(0)) done();
  };
  const whole = (): void => {
    if (ready || lost || waitingFor > 0 || !frame || !canvas.settled()) return;
    ready = true;
    container.dataset['state'] = 'ready';
    settle();
    events.ready();
  };

  const fetched = async (what: 'basemap' | 'names', use: (file: unknown) => void): Promise<void> => {
    try {
      const answer = await fetch(options[what], { signal: ended.signal });
      if (!answer.ok) throw new Error(`${options[what]}: ${answer.status}`);
      use(await answer.json());
    } catch (error) {
      if (ended.signal.aborted) return;
      console.info(`salient: the ${what} could not be had`, error);
      events.failed(what, () => void fetched(what, use));
    }
  };
  const arrived = (): void => {
    waitingFor -= 1;
    map.triggerRepaint();
  };
  void fetched('basemap', (file) => {
    base = basemapOf(file);
    isBased();
    canvas.set('land', base.land);
    canvas.set('sea', base.sea);
    canvas.set('lakes', base.lakes);
    canvas.set('lines', base.lines);
    drawReviewed();
    labels.basemap(base);
    labels.rest(seen());
  }).finally(arrived);
  void fetched('names', (file) => {
    labels.names(file);
    labels.rest(seen());
  }).finally(arrived);

  map.on('move', () => {
    const zoom = map.getZoom();
    if (zoom !== laidOut.zoom) drawMarks();
    else place();
    const now = cameraNow();
    scale.update(now, size.width);
    events.moving(now);
  });
  map.on('moveend', () => {
    restyled({ quarter: quarterOf(map.getZoom()) });
    labels.rest(seen());
    events.moved(cameraNow());
  });
  map.on('resize', () => {
    size = measure();
    restyled({ narrow: size.width < NARROW_PX });
    drawMarks();
    labels.rest(seen());
    scale.update(cameraNow(), size.width);
  });
  map.on('render', settle);
  canvas.onground(settle);
  map.on('idle', () => {
    settle();
    whole();
  });
  map.on('webglcontextlost', () => {
    lost = true;
    canvas.lose();
    container.dataset['state'] = 'lost';
    for (const done of waiters.splice(0)) done();
    events.lost();
  });
  map.on('webglcontextrestored', () => {
    lost = false;
    canvas.restore();
    map.once('idle', () => {
      container.dataset['state'] = ready ? 'ready' : 'loading';
      events.restored();
    });
  });
  map.on('error', ({ error }) => console.info('salient: map', error));
  scale.update(cameraNow(), size.width);

  const motion = (to: Camera, ms: number): void => {
    const target = { center: [to.lng, to.lat] as [number, number], zoom: to.zoom };
    if (still || ms === 0) map.jumpTo(target);
    else map.easeTo({ ...target, duration: ms });
  };
  const pointer = createPointer({
    map,
    container,
    events,
    hit: (x, y, finger) => hitAt(placed, x, y, finger),
    marks: () => frame?.marks,
    groups: (zoom) => frame?.groups(zoom) ?? [],
    zoomTo: (point, zoom) => motion({ lng: point[0], lat: point[1], zoom }, STEP_MS * 2),
    usable: () => !lost,
  });

  return {
    show(next) {
      if (next === frame) return;
      frame = next;
      drawMarks();
      const { scene } = next;
      restyled({ layers: scene.layers, resolution_m: scene.resolution_m });
      canvas.ground(scene);
      drawReviewed();
      if (!ready) {
        name();
        map.triggerRepaint();
      }
      // Where nothing but marks has changed, no frame of the map follows.
      if (!tell()) delete container.dataset['drawn'];
    },

    wipe: (wiped) => canvas.wipe(wiped),
    select(next) {
      chosen = { ids: new Set(next?.ids ?? []), point: next?.point };
      drawMarks();
    },
    focus(id, told = false) {
      focused = id;
      const wasTold = isTold;
      isTold = told && id !== undefined;
      drawMarks();
      if (wasTold && !isTold) events.hovered(undefined);
    },
    camera: cameraNow,
    based,
    landAt: (point) => base && landAt(base, point),
    oblastAt: (point) => base?.oblasts.find((o) => inRings(point, o.rings))?.iso,
    jump: (to) => motion(to, 0),
    fly(to) {
      if (still) motion(to, 0);
      else map.flyTo({ center: [to.lng, to.lat], zoom: to.zoom, maxDuration: FLY_MS * 2, duration: FLY_MS });
    },
    zoomBy: (steps) => {
      if (still) map.setZoom(map.getZoom() + steps);
      else map.zoomTo(map.getZoom() + steps, { duration: STEP_MS });
    },
    panBy: (x, y) => void map.panBy([x, y], { duration: still ? 0 : STEP_MS, animate: !still }),
    setTheme: (theme) => restyled({ theme }),
    setPadding(padding) {
      container.style.setProperty('--map-inset-bottom', `${padding.bottom}px`);
      container.style.setProperty('--map-inset-right', `${padding.right}px`);
      labels.insets(padding);
      map.setPadding(padding);
      labels.rest(seen());
    },
    drawn: () =>
      new Promise((resolve) => {
        if (lost) return resolve();
        waiters.push(resolve);
        canvas.ask();
      }),
    picture() {
      if (lost || !ready) return undefined;
      // Drawn and copied in one go: what a browser keeps of the graphics is gone with the frame.
      map.redraw();
      return stillOf(container, map.getCanvas());
    },
    destroy() {
      clearTimeout(later);
      ended.abort();
      pointer.remove();
      overlay.remove();
      scale.remove();
      for (const done of waiters.splice(0)) done();
      map.remove();
    },
  };
}
