import type { Position } from '../domain/geometry/sphere.ts';
import { metresPerPixel, worldSize, type Point } from '../look/mercator.ts';
import { TARGET } from '../look/marks.ts';
import type { MarkGroup } from '../scene/groups.ts';
import type { SceneMark } from '../scene/scene.ts';

/** One thing of the overlay: a mark, a ring of true metres, or a cluster, with where it stands. */
export interface Item {
  /** Stable while it stands for the same: an element of the overlay is kept by it. */
  readonly key: string;
  readonly shape: 'mark' | 'ring' | 'cluster';
  readonly ids: readonly string[];
  /** Where it is: in degrees, in pixels of the whole world at the layout's zoom, and pixels from there to its drawing. */
  readonly point: Position;
  readonly at: Point;
  readonly shift: number;
  /** Pixels from its middle to its edge, of a ring those of its true metres. */
  readonly radius: number;
  /** Of a mark: pixels of its dotted halo; undefined where it is too small, or so wide that words stand for it. */
  readonly halo: number | undefined;
  /** Of a mark: known less exactly than the view shows. */
  readonly vague: boolean;
  readonly mark: SceneMark | undefined;
  readonly kinds: MarkGroup['kinds'];
}

/** What a layout depends on. */
export interface LayoutOptions {
  readonly zoom: number;
  /** Of the view, in pixels. */
  readonly width: number;
  /** Ids that are chosen: such a mark never goes into a stack. */
  readonly chosen: ReadonlySet<string>;
}

/** Marks nearer than this to each other would lie on each other. */
const TOUCH_PX = 16;
/** How far apart they stand side by side; and how many do, before they become a stack. */
const BESIDE_PX = 24;
const MOST_BESIDE = 3;
/** A halo smaller than this would hide behind its mark. */
const LEAST_HALO_PX = 13;
const LEAST_RING_PX = 10;
const MARK_RADIUS = 10;

/** An advance without a heading is said to be somewhere around a place: a ring of its true width, and no needle. */
export const isRing = (mark: SceneMark): boolean =>
  mark.kind === 'advance' && mark.heading === undefined && mark.precision === 'district';

/** Pixels of a mark's true radius at a zoom. */
export const haloPx = (mark: Pick<SceneMark, 'radius_m' | 'point'>, zoom: number): number =>
  mark.radius_m / metresPerPixel(zoom, mark.point[1]);

/** Pixels from the middle of a cluster to its edge: 18 for two, growing gently with the count. */
export const clusterRadius = (count: number): number =>
  Math.round(Math.min(30, 18 + 4 * Math.log10(Math.max(1, count / 2))) * 2) / 2;

/** Pixels of a point in the whole world at a zoom. */
export function inWorld([lng, lat]: Position, zoom: number): Point {
  const size = worldSize(zoom);
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  return [(lng / 360) * size, -y * size];
}

/** What stands where at a zoom. It does not depend on where the camera is, so a map that is dragged keeps it. */
export function layoutOf(
  groups: readonly MarkGroup[],
  marks: ReadonlyMap<string, SceneMark>,
  options: LayoutOptions,
): Item[] {
  const rings: Item[] = [];
  const clusters: Item[] = [];
  const single: { mark: SceneMark; at: Point; group: MarkGroup }[] = [];
  for (const group of groups) {
    const [first] = group.ids;
    if (first === undefined) continue;
    const mark = group.ids.length === 1 ? marks.get(first) : undefined;
    if (group.ids.length > 1) clusters.push(clusterOf(group.key, group.ids, group, options.zoom));
    else if (mark && isRing(mark)) {
      const radius = Math.max(LEAST_RING_PX, haloPx(mark, options.zoom));
      rings.push({
        ...singleOf(mark, group, options, 0),
        shape: 'ring',
        radius,
        halo: undefined,
        vague: false,
      });
    } else if (mark) single.push({ mark, at: inWorld(group.point, options.zoom), group });
  }
  const stacks = stacked(single);
  return [...rings, ...clusters, ...stacks.flatMap((stack) => besideEachOther(stack, options))];
}

/** Marks that would lie on each other, together. Each stack stands in the cell of its first mark. */
function stacked<T extends { readonly at: Point }>(all: readonly T[]): T[][] {
  const stacks: T[][] = [];
  const cells = new Map<string, T[][]>();
  for (const one of all) {
    const [cx, cy] = [Math.floor(one.at[0] / TOUCH_PX), Math.floor(one.at[1] / TOUCH_PX)];
    let found: T[] | undefined;
    for (let dx = -1; dx <= 1 && !found; dx += 1) {
      for (let dy = -1; dy <= 1 && !found; dy += 1) {
        found = cells.get(`${cx + dx} ${cy + dy}`)?.find(([first]) => {
          const at = first?.at ?? one.at;
          return Math.hypot(at[0] - one.at[0], at[1] - one.at[1]) < TOUCH_PX;
        });
      }
    }
    if (found) found.push(one);
    else {
      const stack = [one];
      stacks.push(stack);
      const key = `${cx} ${cy}`;
      const there = cells.get(key);
      if (there) there.push(stack);
      else cells.set(key, [stack]);
    }
  }
  return stacks;
}

function besideEachOther(
  stack: readonly { mark: SceneMark; group: MarkGroup }[],
  options: LayoutOptions,
): Item[] {
  const shift = (i: number, n: number): number => (i - (n - 1) / 2) * BESIDE_PX;
  if (stack.length <= MOST_BESIDE)
    return stack.map(({ mark, group }, i) => singleOf(mark, group, options, shift(i, stack.length)));
  const chosen = stack.filter(({ mark }) => options.chosen.has(mark.id)).slice(0, 2);
  const rest = stack.filter((one) => !chosen.includes(one));
  const ids = rest.map(({ mark }) => mark.id);
  const point = (rest[0] as (typeof rest)[number]).group.point;
  const kinds = new Map<SceneMark['kind'], number>();
  for (const { mark } of rest) kinds.set(mark.kind, (kinds.get(mark.kind) ?? 0) + 1);
  const list = [...kinds].map(([kind, count]) => ({ kind, count }));
  const cluster = clusterOf(`stack ${[...ids].sort()[0]}`, ids, { point, kinds: list }, options.zoom);
  return [
    cluster,
    ...chosen.map(({ mark, group }, i) =>
      singleOf(mark, group, options, (cluster.radius + MARK_RADIUS + 4) * (i === 0 ? 1 : -1)),
    ),
  ];
}

function clusterOf(
  key: string,
  ids: readonly string[],
  { point, kinds }: Pick<MarkGroup, 'point' | 'kinds'>,
  zoom: number,
): Item {
  const radius = clusterRadius(ids.length);
  const [at, shape] = [inWorld(point, zoom), 'cluster' as const];
  return {
    key,
    shape,
    ids,
    point,
    at,
    shift: 0,
    radius,
    halo: undefined,
    vague: false,
    mark: undefined,
    kinds,
  };
}

function singleOf(mark: SceneMark, group: MarkGroup, { zoom, width }: LayoutOptions, shift: number): Item {
  const px = haloPx(mark, zoom);
  const vague = px * 4 > width;
  return {
    key: mark.id,
    shape: 'mark',
    ids: group.ids,
    point: group.point,
    at: inWorld(group.point, zoom),
    shift,
    radius: MARK_RADIUS,
    halo: vague || px < LEAST_HALO_PX ? undefined : px,
    vague,
    mark,
    kinds: group.kinds,
  };
}

/** An item with where it is in the view, in pixels from its upper left corner. */
export interface Placed {
  readonly item: Item;
  readonly x: number;
  readonly y: number;
}

/** Pixels around the view in which things are drawn already, so that a drag finds them there. */
const MARGIN = 64;

/**
 * What of a layout is in the view.
 *
 * @param corner the view's upper left corner, in pixels of the whole world at the layout's zoom
 */
export function inView(
  items: readonly Item[],
  corner: Point,
  { width, height }: { width: number; height: number },
): Placed[] {
  const placed: Placed[] = [];
  for (const item of items) {
    const [x, y] = [item.at[0] - corner[0], item.at[1] - corner[1]];
    const reach = MARGIN + Math.max(item.radius, item.halo ?? 0);
    if (x < -reach || y < -reach || x > width + reach || y > height + reach) continue;
    placed.push({ item, x: x + item.shift, y });
  }
  return placed;
}

/**
 * What a pointer means: of what lies within reach the nearest, marks before rings. A ring is meant by its line alone:
 * what lies inside of it stays within reach.
 *
 * @param coarse whether a finger points
 */
export function hitAt(placed: readonly Placed[], x: number, y: number, coarse: boolean): Placed | undefined {
  const target = (coarse ? TARGET.most : TARGET.least) / 2;
  let best: Placed | undefined;
  let least = Infinity;
  for (const one of placed) {
    const { item } = one;
    const away = Math.hypot(one.x - x, one.y - y);
    const off = item.shape === 'ring' ? Math.abs(away - item.radius) + (coarse ? 12 : 6) + 0.5 : away;
    const reach = item.shape === 'ring' ? (coarse ? 24 : 12) : Math.max(target, item.radius + 2);
    // Those drawn later lie over the others.
    if (off <= reach && off <= least) [best, least] = [one, off];
  }
  return best;
}
