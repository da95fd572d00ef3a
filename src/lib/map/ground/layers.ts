import type { CustomLayerInterface, CustomRenderMethodInput, Map as GlMap } from 'maplibre-gl';
import type { Scene } from '../../scene/scene.ts';
import type { Wiped } from '../contract.ts';
import type { StyleOptions } from '../style/options.ts';
import { changedBoxes } from './changes.ts';
import { createPen, type Look, type Pen } from './pen.ts';
import { bandZoom, planOf, sameGround, STAGES, type Plan, type Stage } from './plan.ts';
import { planeOf, type Box, type Plane } from './plane.ts';
import { createStill, type Cut, type Still } from './still.ts';

/** The layer of the map that draws a stage, or that lies above all. */
export const layerId = (stage: Stage | 'end'): string => `control-${stage}`;

/**
 * Stages between which the map draws nothing. What it draws below each group, and above the last, is a part of what
 * stands still.
 */
const GROUPS: readonly (readonly Stage[])[] = [['ground'], ['ukrainian', 'shade'], ['front']];

/** The ground and the front of a scene as layers of MapLibre that ask nobody but the graphics card. */
export interface GroundLayers {
  layer(stage: Stage | 'end'): CustomLayerInterface;
  /** Draw another scene, with the next frame. */
  show(scene: Scene): void;
  /** Draw a second scene at the left of a line, or none any more. */
  wipe(wiped: Wiped | undefined): void;
  look(options: StyleOptions): void;
  /** Whether the last frame drew what was shown last. */
  isDrawn(): boolean;
  /** Whether what was shown last is about to be drawn without the map. */
  isComing(): boolean;
}

/** A scene, the pen that draws it, and the camera for which the pen has it. */
interface Side {
  scene: Scene | undefined;
  pen: Pen | undefined;
  loaded: string | undefined;
}

/** @param ondrawn called when another scene was drawn and the map itself drew nothing */
export function groundLayers(map: GlMap, first: StyleOptions, ondrawn: () => void): GroundLayers {
  let options = first;
  const main: Side = { scene: undefined, pen: undefined, loaded: undefined };
  /** What lies at the left of the line, as long as there is one. */
  const left: Side = { scene: undefined, pen: undefined, loaded: undefined };
  let at = 0;
  let context: WebGL2RenderingContext | undefined;
  let drawn = true;
  /** What the map draws by itself, while days pass and it stands still; the camera of it, and how it is looked at. */
  let still: Still | undefined;
  let stands: { readonly camera: string; readonly look: Look } | undefined;
  /** What is drawn between it. */
  let composed: Plan | undefined;
  let isWanted = false;
  let isKeeping = false;
  let coming: number | undefined;
  /** The zoom at which patterns have their own size. */
  let rest = map.getZoom();
  map.on('moveend', () => {
    if (rest === map.getZoom()) return;
    rest = map.getZoom();
    map.triggerRepaint();
  });
  const forget = (): void => {
    stands = undefined;
    isWanted = false;
    still?.drop();
  };
  map.on('movestart', forget);
  map.on('remove', () => {
    if (coming !== undefined) cancelAnimationFrame(coming);
  });

  /** The camera as one text. The canvas tells its own size: to ask for that on the page makes the browser lay it out. */
  const cameraNow = (): string => {
    const { lng, lat } = map.getCenter();
    const { width, height } = map.getCanvas();
    return [lng, lat, map.getZoom(), rest, map.getBearing(), map.getPitch(), width, height].join(' ');
  };
  /** A band reaches so far that all of the view is drawn anew with a day. */
  const hasBand = (): boolean => map.getZoom() >= bandZoom(options);
  /** Whether what stands still is what the map would draw now. */
  const isStill = (): boolean =>
    stands !== undefined &&
    context?.isContextLost() === false &&
    still?.fits() === true &&
    !map.isMoving() &&
    stands.camera === cameraNow();

  const drawAgain = (): void => {
    drawn = false;
    isWanted = true;
    if (!isStill()) map.triggerRepaint();
    else coming ??= requestAnimationFrame(drawAlone);
  };
  const drawAlone = (): void => {
    coming = undefined;
    if (drawn) return;
    if (!isStill() || !stands) return map.triggerRepaint();
    compose(stands.look);
    drawn = true;
    ondrawn();
  };
  const changed = (...sides: readonly Side[]): void => {
    for (const side of sides) side.loaded = undefined;
    drawAgain();
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
  const planeNow = (): Plane => {
    const { lng, lat } = map.getCenter();
    const { width, height } = map.getCanvas();
    const ratio = map.getPixelRatio();
    const [x, y] = [width / ratio, height / ratio];
    const corners = (
      [
        [0, 0],
        [x, 0],
        [0, y],
        [x, y],
      ] as const
    )
      .map(([cx, cy]) => map.unproject([cx, cy]))
      .map((p) => [p.lng, p.lat] as const);
    return planeOf([lng, lat], map.getZoom(), corners, ratio);
  };
  /** Hand over what is in view, once for each scene, look and camera. */
  const load = (side: Side): void => {
    const { scene, pen } = side;
    if (!scene || !pen) return;
    const camera = cameraNow();
    if (side.loaded === camera) return;
    side.loaded = camera;
    pen.load(planOf(scene, options, map.getZoom()), planeNow());
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
  const prepare = (stage: Stage, look: Look): void => {
    for (const side of sides()) {
      load(side);
      side.pen?.prepare(stage, look);
    }
  };
  const draw = (stage: Stage, look: Look): void => {
    if (!left.scene || !context) return main.pen?.draw(stage, look);
    // What is wiped is drawn whole.
    const whole = { ...look, cuts: undefined };
    // In pixels of the screen, so that the two sides meet without a gap.
    const middle = Math.round(at * look.width);
    context.enable(context.SCISSOR_TEST);
    context.scissor(0, 0, middle, look.height);
    left.pen?.draw(stage, whole);
    context.scissor(middle, 0, look.width - middle, look.height);
    main.pen?.draw(stage, whole);
    context.disable(context.SCISSOR_TEST);
  };
  /** Draw the stages between what stands still, within parts of the screen. */
  const between = (look: Look, cuts: readonly Cut[]): void => {
    const within = { ...look, cuts };
    for (const stage of STAGES) for (const side of sides()) side.pen?.prepare(stage, within);
    still?.begin(cuts);
    for (const [i, stages] of GROUPS.entries()) {
      for (const stage of stages) draw(stage, within);
      still?.lay(i + 1, cuts);
    }
  };
  /** Draw what is shown between what stands still: all of it, or where it differs from what was drawn there last. */
  const compose = (look: Look): void => {
    if (!main.scene) return;
    const plan = planOf(main.scene, options, map.getZoom());
    const plane = planeNow();
    const boxes = composed && !left.scene ? changedBoxes(composed, plan, plane) : undefined;
    if (!boxes) {
      for (const side of sides()) load(side);
      between(look, [[0, 0, look.width, look.height]]);
    } else if (boxes.length > 0) {
      main.pen?.load(plan, plane, boxes);
      main.loaded = undefined;
      const middle = map.project(map.getCenter());
      between(
        look,
        boxes.map((box) => cutOf(box, middle, look)),
      );
    }
    composed = left.scene ? undefined : plan;
  };

  return {
    layer: (stage) => ({
      id: layerId(stage),
      type: 'custom',
      // What lies over ground is drawn after it then, and not before, as it otherwise would be where it is opaque.
      renderingMode: '3d',
      onAdd(_, gl) {
        if (stage !== STAGES[0]) return;
        context = gl;
        main.pen = createPen(gl);
        main.loaded = undefined;
        // Where edges are smoothed by many samples, what was drawn cannot be taken away again.
        if (gl.getParameter(gl.SAMPLES) === 0) still = createStill(gl);
      },
      onRemove() {
        if (stage !== STAGES[0]) return;
        context = undefined;
        stands = undefined;
        still?.remove();
        still = undefined;
        drop(main);
        drop(left);
      },
      prerender(_, args) {
        if (stage === STAGES[0]) {
          isKeeping = still !== undefined && isWanted && !map.isMoving() && !hasBand();
          stands = undefined;
          composed = undefined;
        }
        if (stage !== 'end') prepare(stage, lookOf(args));
      },
      render(_, args) {
        const look = lookOf(args);
        if (isKeeping) {
          const part = stage === 'end' ? GROUPS.length : GROUPS.findIndex((stages) => stages[0] === stage);
          if (part >= 0) still?.keep(part);
          if (stage !== 'end') return;
          stands = { camera: cameraNow(), look: { ...look, matrix: [...(look.matrix as number[])] } };
          compose(look);
        } else if (stage !== 'end') draw(stage, look);
        if (stage === 'end') drawn = true;
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
      const isMoved = at !== next?.at;
      left.scene = next?.scene;
      if (!next) drop(left);
      at = next?.at ?? 0;
      if (isOther) changed(left);
      else if (isMoved) drawAgain();
    },
    look(next) {
      options = next;
      forget();
      drawn = false;
      main.loaded = undefined;
      left.loaded = undefined;
      map.triggerRepaint();
    },
    isDrawn: () => drawn,
    isComing: () => coming !== undefined,
  };
}

/** A box of the plane in whole pixels of the screen, where the middle of the plane is at a place of the map. */
function cutOf(box: Box, middle: { x: number; y: number }, { ratio, width, height }: Look): Cut {
  const within = (at: number, most: number): number => Math.max(0, Math.min(most, at));
  const x0 = within(Math.floor((middle.x + box.west) * ratio), width);
  const x1 = within(Math.ceil((middle.x + box.east) * ratio), width);
  const y0 = within(Math.floor(height - (middle.y + box.south) * ratio), height);
  const y1 = within(Math.ceil(height - (middle.y + box.north) * ratio), height);
  return [x0, y0, x1 - x0, y1 - y0];
}
