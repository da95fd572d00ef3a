import { STAGES, type Plan } from './plan.ts';
import { coarse, type Box, type Path, type Plane } from './plane.ts';

/** Pixels of a tile: what differs is gathered by tiles. */
const TILE = 16;
/** So many tiles are between two boxes at least, so that what is drawn beside one of them is not within the other. */
const APART = 1;
/** Two points are one if they are so many to a pixel apart; and so many pixels from the middle can be told apart. */
const STEPS = 4;
const REACH_PX = 2 ** 13 / STEPS / 2;
/** More boxes than this, or boxes over more than this share of the view, are no less work than all of it. */
const MOST_BOXES = 24;
const MOST_SHARE = 0.5;
/** A pixel on which an edge fades out. */
const SOFT_PX = 2;

/** Something that is drawn along a path and reaches so many pixels beyond it. */
interface Drawn {
  readonly look: string;
  readonly path: Path;
  readonly reach: number;
  /** Dashes run along a whole line, so that the line is the same wholly or not at all. */
  readonly whole: boolean;
}

function drawnIn(plan: Plan): Drawn[] {
  return STAGES.flatMap((stage) => [
    ...plan[stage].fills.map((d) => ({
      look: `${stage} ${d.what} ${d.ink.join()}`,
      path: d.path,
      reach: SOFT_PX,
      whole: false,
    })),
    ...(plan[stage].shades ?? []).flatMap((d) =>
      [d.path, ...(d.within ?? [])].map((path, i) => ({
        look: `${stage} ${d.what} ${i} ${d.ink.join()} ${d.reach}`,
        path,
        reach: d.reach + SOFT_PX,
        whole: false,
      })),
    ),
    ...plan[stage].lines.map((d) => ({
      look: `${stage} ${d.what} ${d.ink.join()} ${d.width}`,
      path: d.path,
      reach: d.width / 2 + SOFT_PX,
      whole: d.dash !== undefined,
    })),
  ]);
}

/** Everything that is drawn in one look. */
interface Looks {
  readonly reach: number;
  readonly whole: boolean;
  readonly paths: Set<Path>;
}
/** Paths along which one plan differs from another: those that went and those that came. */
interface Change {
  readonly reach: number;
  readonly whole: boolean;
  readonly paths: readonly Path[];
}

function byLook(plan: Plan): Map<string, Looks> {
  const all = new Map<string, Looks>();
  for (const { look, path, reach, whole } of drawnIn(plan)) {
    const known = all.get(look) ?? { reach, whole, paths: new Set<Path>() };
    all.set(look, known);
    known.paths.add(path);
  }
  return all;
}

/**
 * Where two plans differ, as boxes of the plane that are a tile apart; undefined where it is as well to draw all. What is
 * between edges that came and edges that went lies within the box of these, since they hang together.
 */
export function changedBoxes(before: Plan, after: Plan, plane: Plane): Box[] | undefined {
  const { x, y, size, grain, west, north, east, south } = plane;
  if (Math.max(-west, -north, east, south) > REACH_PX) return undefined;
  const [columns, rows] = [Math.ceil((east - west) / TILE), Math.ceil((south - north) / TILE)];
  const isMarked = new Uint8Array(columns * rows);
  let isOpen = false;
  const mark = (ax: number, ay: number, bx: number, by: number, reach: number): void => {
    const [w, e] = [Math.min(ax, bx), Math.max(ax, bx)];
    const [n, s] = [Math.min(ay, by), Math.max(ay, by)];
    if (e + reach < west || w - reach > east || s + reach < north || n - reach > south) return;
    // What goes on beyond the view may have anything between.
    if (w < west || e > east || n < north || s > south) isOpen = true;
    const [c0, c1] = [Math.floor((w - reach - west) / TILE), Math.floor((e + reach - west) / TILE)];
    const [r0, r1] = [Math.floor((n - reach - north) / TILE), Math.floor((s + reach - north) / TILE)];
    for (let row = Math.max(0, r0); row <= Math.min(rows - 1, r1); row += 1)
      isMarked.fill(1, row * columns + Math.max(0, c0), row * columns + Math.min(columns - 1, c1) + 1);
  };
  const px = (at: number): number => (at - x) * size;
  const py = (at: number): number => (at - y) * size;
  /** A point in view as one whole number. */
  const pointOf = (ax: number, ay: number): number =>
    Math.round((ax + REACH_PX) * STEPS) * 2 ** 13 + Math.round((ay + REACH_PX) * STEPS);

  interface Odd {
    readonly edges: Set<number>;
    readonly lines: Map<string, Path>;
  }
  const toggle = ({ edges, lines }: Odd, path: Path, whole: boolean): void => {
    const { xy, starts } = coarse(path, grain);
    for (let line = 1; line < starts.length; line += 1) {
      const [first, last] = [starts[line - 1] as number, starts[line] as number];
      if (whole) {
        const points = xy.subarray(first * 2, last * 2);
        const key = points.join();
        if (!lines.delete(key)) lines.set(key, { xy: points, starts: Uint32Array.of(0, last - first) });
        continue;
      }
      let ax = px(xy[first * 2] as number);
      let ay = py(xy[first * 2 + 1] as number);
      for (let i = first + 1; i < last; i += 1) {
        const [bx, by] = [px(xy[i * 2] as number), py(xy[i * 2 + 1] as number)];
        if (
          Math.max(ax, bx) >= west &&
          Math.min(ax, bx) <= east &&
          Math.max(ay, by) >= north &&
          Math.min(ay, by) <= south
        ) {
          const isWithin = Math.max(Math.abs(ax), Math.abs(bx), Math.abs(ay), Math.abs(by)) < REACH_PX - 1;
          if (isWithin) {
            const [p, q] = [pointOf(ax, ay), pointOf(bx, by)];
            const key = p < q ? p * 2 ** 26 + q : q * 2 ** 26 + p;
            if (!edges.delete(key)) edges.add(key);
          } else {
            const key = ax < bx ? `${ax} ${ay} ${bx} ${by}` : `${bx} ${by} ${ax} ${ay}`;
            const points = Float64Array.of(
              xy[i * 2 - 2] as number,
              xy[i * 2 - 1] as number,
              xy[i * 2] as number,
              xy[i * 2 + 1] as number,
            );
            if (!lines.delete(key)) lines.set(key, { xy: points, starts: Uint32Array.of(0, 2) });
          }
        }
        [ax, ay] = [bx, by];
      }
    }
  };

  const [old, now] = [byLook(before), byLook(after)];
  // A line and its casing, or ground and what shades it, change along the same paths: these are compared once.
  const changes = new Map<string, Change>();
  const numbers = new Map<Path, number>();
  const numberOf = (path: Path): number => {
    const known = numbers.get(path) ?? numbers.size;
    numbers.set(path, known);
    return known;
  };
  for (const look of new Set([...old.keys(), ...now.keys()])) {
    const [had, has] = [old.get(look), now.get(look)];
    const gone = [...(had?.paths ?? [])].filter((path) => !has?.paths.has(path));
    const come = [...(has?.paths ?? [])].filter((path) => !had?.paths.has(path));
    // Most states are the same thing on both days.
    if (gone.length + come.length === 0) continue;
    const { reach, whole } = (has ?? had) as Looks;
    const key = `${whole} ${gone.map(numberOf).join()} ${come.map(numberOf).join()}`;
    const known = changes.get(key);
    changes.set(key, { paths: [...gone, ...come], whole, reach: Math.max(reach, known?.reach ?? 0) });
  }
  const coordinate = (n: number): number => n / STEPS - REACH_PX;
  for (const { paths, whole, reach } of changes.values()) {
    const odd: Odd = { edges: new Set(), lines: new Map() };
    for (const path of paths) toggle(odd, path, whole);
    for (const key of odd.edges) {
      const [p, q] = [Math.floor(key / 2 ** 26), key % 2 ** 26];
      mark(
        coordinate(Math.floor(p / 2 ** 13)),
        coordinate(p % 2 ** 13),
        coordinate(Math.floor(q / 2 ** 13)),
        coordinate(q % 2 ** 13),
        reach,
      );
    }
    for (const { xy } of odd.lines.values())
      for (let i = 2; i < xy.length; i += 2)
        mark(
          px(xy[i - 2] as number),
          py(xy[i - 1] as number),
          px(xy[i] as number),
          py(xy[i + 1] as number),
          reach,
        );
    if (isOpen) return undefined;
  }

  const boxes = apart(clusters(isMarked, columns, rows)).map(([c0, r0, c1, r1]): Box => ({
    west: west + c0 * TILE,
    north: north + r0 * TILE,
    east: west + (c1 + 1) * TILE,
    south: north + (r1 + 1) * TILE,
  }));
  const area = boxes.reduce((sum, b) => sum + (b.east - b.west) * (b.south - b.north), 0);
  const isMuch = boxes.length > MOST_BOXES || area > MOST_SHARE * (east - west) * (south - north);
  return isMuch ? undefined : boxes;
}

type Cells = [c0: number, r0: number, c1: number, r1: number];

/** Boxes of marked tiles that touch, at a corner too. */
function clusters(isMarked: Uint8Array, columns: number, rows: number): Cells[] {
  const found: Cells[] = [];
  for (let first = 0; first < isMarked.length; first += 1) {
    if (!isMarked[first]) continue;
    const box: Cells = [columns, rows, -1, -1];
    const open = [first];
    isMarked[first] = 0;
    for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
      const [c, r] = [tile % columns, Math.floor(tile / columns)];
      [box[0], box[1]] = [Math.min(box[0], c), Math.min(box[1], r)];
      [box[2], box[3]] = [Math.max(box[2], c), Math.max(box[3], r)];
      for (let row = Math.max(0, r - 1); row <= Math.min(rows - 1, r + 1); row += 1) {
        for (let column = Math.max(0, c - 1); column <= Math.min(columns - 1, c + 1); column += 1) {
          const beside = row * columns + column;
          if (!isMarked[beside]) continue;
          isMarked[beside] = 0;
          open.push(beside);
        }
      }
    }
    found.push(box);
  }
  return found;
}

/** Boxes that lie over each other or are too near, made one. */
function apart(all: readonly Cells[]): Cells[] {
  const kept: Cells[] = [];
  for (const next of all) {
    let box = next;
    for (let i = 0; i < kept.length; i += 1) {
      const other = kept[i] as Cells;
      const isApart =
        other[0] > box[2] + APART ||
        other[2] < box[0] - APART ||
        other[1] > box[3] + APART ||
        other[3] < box[1] - APART;
      if (isApart) continue;
      box = [
        Math.min(box[0], other[0]),
        Math.min(box[1], other[1]),
        Math.max(box[2], other[2]),
        Math.max(box[3], other[3]),
      ];
      kept.splice(i, 1);
      i = -1;
    }
    kept.push(box);
  }
  return kept;
}
