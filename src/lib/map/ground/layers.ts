import type { CustomLayerInterface, CustomRenderMethodInput, Map as GlMap } from 'maplibre-gl';
import type { Scene } from '../../scene/scene.ts';
import type { Wiped } from '../contract.ts';
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
  /** Draw a second scene at the left of a line, or none any more. */
  wipe(wiped: Wiped | undefined): void;
  look(options: StyleOptions): void;
  /** Whether the last frame drew what was shown last. */
  isDrawn(): boolean;
}

/** A scene, the pen that draws it, and the camera for which the pen has it. */
interface Side {
  scene: Scene | undefined;
  pen: Pen | undefined;
  loaded: string | undefined;
}

export function groundLayers(map: GlMap, first: StyleOptions): GroundLayers {
  let options = first;
  const main: Side = { scene: undefined, pen: undefined, loaded: undefined };
  /** What lies at the left of the line, as long as there is one. */
  const left: Side = { scene: undefined, pen: undefined, loaded: undefined };
  let at = 0;
  let context: WebGL2RenderingContext | undefined;
  let drawn = true;
  /** The zoom at which patterns have their own size. */
  let rest = map.getZoom();
  map.on('moveend', () => {
    if (rest === map.getZoom()) return;
    rest = map.getZoom();
    map.triggerRepaint();
  });

  const changed = (...sides: readonly Side[]): void => {
    for (const side of sides) side.loaded = undefined;
    drawn = false;
    map.triggerRepaint();
  };
  const drop = (side: Side): void => {
    side.pen?.remove();
    side.pen = undefined;
  };
  /** The sides that are drawn, the second with a pen of its own that is made when it is needed. */
  const sides = (): Side[] => {
    if (!left.scene) return [main];
    if (!left.pen && context) {
      left.pen = createPen(context);
      left.loaded = undefined;
    }
    return [main, left];
  };
  /** Hand over what is in view, once for each scene, look and camera. */
  const load = (side: Side): void => {
    const { scene, pen } = side;
    if (!scene || !pen) return;
    const { lng, lat } = map.getCenter();
    const [zoom, { clientWidth, clientHeight }] = [map.getZoom(), map.getCanvas()];
    const camera = `${lng} ${lat} ${zoom} ${map.getBearing()} ${map.getPitch()} ${clientWidth} ${clientHeight}`;
    if (side.loaded === camera) return;
    side.loaded = camera;
    const corners = [
      [0, 0],
      [clientWidth, 0],
      [0, clientHeight],
      [clientWidth, clientHeight],
    ]
      .map(([x, y]) => map.unproject([x as number, y as number]))
      .map((p) => [p.lng, p.lat] as const);
    pen.load(planOf(scene, options, zoom), planeOf([lng, lat], zoom, corners));
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
        context = gl;
        main.pen = createPen(gl);
        main.loaded = undefined;
      },
      onRemove() {
        if (stage !== STAGES[0]) return;
        context = undefined;
        drop(main);
        drop(left);
      },
      prerender(_, args) {
        for (const side of sides()) {
          load(side);
          side.pen?.prepare(stage, lookOf(args));
        }
      },
      render(gl, args) {
        const look = lookOf(args);
        if (left.scene) {
          // In pixels of the screen, so that the two sides meet without a gap.
          const cut = Math.round(at * look.width);
          gl.enable(gl.SCISSOR_TEST);
          gl.scissor(0, 0, cut, look.height);
          left.pen?.draw(stage, look);
          gl.scissor(cut, 0, look.width - cut, look.height);
          main.pen?.draw(stage, look);
          gl.disable(gl.SCISSOR_TEST);
        } else main.pen?.draw(stage, look);
        if (stage === STAGES.at(-1)) drawn = true;
      },
    }),
    show(next) {
      const isOther = !main.scene || !sameGround(main.scene, next);
      main.scene = next;
      if (isOther) changed(main);
    },
    wipe(next) {
      const { scene } = left;
      const isOther = next ? !scene || !sameGround(scene, next.scene) : scene !== undefined;
      left.scene = next?.scene;
      if (!next) drop(left);
      if (isOther) changed(left);
      else if (at !== next?.at) map.triggerRepaint();
      at = next?.at ?? 0;
    },
    look(next) {
      options = next;
      changed(main, left);
    },
    isDrawn: () => drawn,
  };
}
