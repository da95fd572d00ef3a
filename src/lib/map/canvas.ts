import { Map as GlMap, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Camera } from '../domain/view/view.ts';
import { ZOOMS } from '../domain/view/view.ts';
import type { Scene } from '../scene/scene.ts';
import type { MapOptions, Wiped } from './contract.ts';
import { fontFiles } from './font-files.ts';
import { groundLayers } from './ground/layers.ts';
import { restyle } from './restyle.ts';
import type { StyleOptions } from './style/options.ts';
import { isPlain, layersOf, styleOf, type MapLayer, type SourceId } from './style/style.ts';
import { imagesFor, RATIO } from './style/textures.ts';

type Data = GeoJSON.FeatureCollection;

/** MapLibre's map with the data of its sources and its look, kept so that both can be given to it again. */
export interface Canvas {
  readonly map: GlMap;
  /** Give a source its data; the same object again does nothing. */
  set(source: SourceId, data: Data): void;
  /** Draw the ground and the front of a scene, with the next frame. */
  ground(scene: Scene): void;
  /** Draw those of a second scene at the left of a line, or none any more. */
  wipe(wiped: Wiped | undefined): void;
  look(options: StyleOptions): void;
  /** Whether the ground that was given last is drawn. */
  groundDrawn(): boolean;
  /** Whether everything that was set is drawn, or will be with the next frame. */
  settled(): boolean;
  /** Call something whenever another day's ground was drawn without a frame of the map. */
  onground(then: () => void): void;
  /** See that a frame comes: of the ground alone where one is on its way, else of the map. */
  ask(): void;
  /** Call when the graphics context has come back. */
  restore(): void;
  lose(): void;
}

let worker = false;

interface CanvasOptions {
  readonly container: HTMLElement;
  readonly camera: Camera;
  readonly label: string;
  readonly still: boolean;
  readonly cooperative: MapOptions['cooperative'];
  readonly look: StyleOptions;
}

/** The one place that makes a MapLibre map. Throws where the browser gives no graphics context. */
export function createCanvas(given: CanvasOptions): Canvas {
  const { container, camera, label, still, cooperative, look } = given;
  if (!worker) setWorkerUrl(workerUrl);
  worker = true;
  const fonts = fontFiles();
  let options = look;
  let layers: MapLayer[] = layersOf(look).filter(isPlain);
  let usable = false;
  let waiting = 0;
  const data = new Map<SourceId, Data>();

  const map = new GlMap({
    container,
    style: styleOf(look, fonts),
    center: [camera.lng, camera.lat],
    zoom: camera.zoom,
    minZoom: ZOOMS.least,
    maxZoom: ZOOMS.most,
    maxPitch: 0,
    attributionControl: false,
    maplibreLogo: false,
    // The page has its own keys, and the map never turns.
    keyboard: false,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    rollEnabled: false,
    renderWorldCopies: false,
    fadeDuration: look.fade,
    reduceMotion: still,
    collectResourceTiming: false,
    // While days pass, only what differs from the day before is drawn (ground/still.ts); the rest has to stay.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    validateStyle: false,
    cooperativeGestures: cooperative !== undefined,
    locale: {
      'Map.Title': label,
      ...(cooperative && {
        'CooperativeGesturesHandler.WindowsHelpText': cooperative.windows,
        'CooperativeGesturesHandler.MacHelpText': cooperative.mac,
        'CooperativeGesturesHandler.MobileHelpText': cooperative.mobile,
      }),
    },
  });
  map.touchZoomRotate.disableRotation();
  let told = (): void => undefined;
  const ground = groundLayers(map, look, () => told());
  const canvas = map.getCanvas();
  canvas.tabIndex = -1;
  canvas.setAttribute('role', 'img');

  const give = (id: SourceId, value: Data): void => {
    const source = map.getSource<GeoJSONSource>(id);
    if (!source) return;
    waiting += 1;
    const done = (): void => {
      waiting -= 1;
    };
    // What went wrong is told by the map's own error event.
    source.setData(value).then(done, done);
  };
  const paint = (): void => {
    for (const [name, { width, height, data: bytes }] of imagesFor(options.theme)) {
      const image = new ImageData(bytes as Uint8ClampedArray<ArrayBuffer>, width, height);
      if (map.hasImage(name)) map.updateImage(name, image);
      else map.addImage(name, image, { pixelRatio: RATIO });
    }
  };
  const restyled = (): void => {
    const now = layersOf(options);
    restyle(map, layers, now, ({ stage }) => ground.layer(stage));
    layers = now;
  };
  const begin = (): void => {
    usable = true;
    paint();
    // A style that was lost and is built anew has none of the stages of ground.
    layers = layers.filter(isPlain);
    restyled();
    for (const [id, value] of data) give(id, value);
  };
  map.once('style.load', begin);

  return {
    map,
    set(id, value) {
      if (data.get(id) === value) return;
      data.set(id, value);
      if (usable) give(id, value);
    },
    look(next) {
      const pictures = next.theme !== options.theme;
      options = next;
      ground.look(next);
      if (!usable) return;
      if (pictures) paint();
      restyled();
    },
    ground: (scene) => ground.show(scene),
    groundDrawn: () => usable && ground.isDrawn(),
    wipe: (wiped) => ground.wipe(wiped),
    settled: () => usable && waiting === 0 && ground.isDrawn() && map.areTilesLoaded(),
    onground(then) {
      told = then;
    },
    ask() {
      if (!ground.isComing()) map.triggerRepaint();
    },
    lose() {
      usable = false;
    },
    restore() {
      // The style is built anew from what it was; its data are given again, they may have changed meanwhile.
      waiting = 0;
      const again = (): void => {
        if (map.isStyleLoaded() === undefined) return;
        begin();
      };
      if (map.getLayer('water')) again();
      else map.once('style.load', again);
    },
  };
}
