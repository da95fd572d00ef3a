import type { CustomLayerInterface, CustomRenderMethodInput, Map as GlMap } from 'maplibre-gl';
import type { Scene } from '../../scene/scene.ts';
import type { StyleOptions } from '../style/options.ts';
import { createPen, type Look, type Pen } from './pen.ts';
import { planOf, sameGround, STAGES, type Stage } from './plan.ts';
import { planeOf } from './plane.ts';

/** The layer of the map that draws a stage. */
export const layerId = (stage: Stage): string => `control-${stage}`;

/** The ground and the front of a scene as layers of MapLibre that ask nobody but the graphics card. */
export interface GroundLayers {
  layer(stage: Stage): CustomLayerInterface;
  /** Draw another scene, with the next frame. */
  show(scene: Scene): void;
  look(options: StyleOptions): void;
  /** Whether the last frame drew what was shown last. */
  isDrawn(): boolean;
}

export function groundLayers(map: GlMap, first: StyleOptions): GroundLayers {
  let options = first;
  let scene: Scene | undefined;
  let pen: Pen | undefined;
  let loaded: string | undefined;
  let drawn = true;
  /** The zoom at which patterns have their own size. */
  let rest = map.getZoom();
  map.on('moveend', () => {
    if (rest === map.getZoom()) return;
    rest = map.getZoom();
    map.triggerRepaint();
  });

  const changed = (): void => {
    loaded = undefined;
    drawn = false;
    map.triggerRepaint();
  };
  /** Hand over what is in view, once for each scene, look and camera. */
  const load = (on: Pen): void => {
    if (!scene) return;
    const { lng, lat } = map.getCenter();
    const [zoom, { clientWidth, clientHeight }] = [map.getZoom(), map.getCanvas()];
    const camera = `${lng} ${lat} ${zoom} ${map.getBearing()} ${map.getPitch()} ${clientWidth} ${clientHeight}`;
    if (loaded === camera) return;
    loaded = camera;
    const corners = [
      [0, 0],
      [clientWidth, 0],
      [0, clientHeight],
      [clientWidth, clientHeight],
    ]
      .map(([x, y]) => map.unproject([x as number, y as number]))
      .map((p) => [p.lng, p.lat] as const);
    on.load(planOf(scene, options, zoom), planeOf([lng, lat], zoom, corners));
  };

  const lookOf = ({ defaultProjectionData }: CustomRenderMethodInput): Look => {
    const { width, height } = map.getCanvas();
    return {
      matrix: defaultProjectionData.mainMatrix,
      grown: 2 ** (map.getZoom() - rest),
      ratio: map.getPixelRatio(),
      width,
      height,
    };
  };

  return {
    layer: (stage) => ({
      id: layerId(stage),
      type: 'custom',
      renderingMode: '2d',
      onAdd(_, gl) {
        if (stage !== STAGES[0]) return;
        pen = createPen(gl);
        loaded = undefined;
      },
      onRemove() {
        if (stage !== STAGES[0]) return;
        pen?.remove();
        pen = undefined;
      },
      prerender(_, args) {
        if (!pen) return;
        load(pen);
        pen.prepare(stage, lookOf(args));
      },
      render(_, args) {
        pen?.draw(stage, lookOf(args));
        if (stage === STAGES.at(-1)) drawn = true;
      },
    }),
    show(next) {
      const isOther = !scene || !sameGround(scene, next);
      scene = next;
      if (isOther) changed();
    },
    look(next) {
      options = next;
      changed();
    },
    isDrawn: () => drawn,
  };
}
