import type { Ring } from '../geometry/rings.ts';
import { SCALE } from '../geometry/rounding.ts';
import type { Position } from '../geometry/sphere.ts';
import { bandsOf, type Bands } from './bands.ts';
import type { SeriesReader } from './series-reader.ts';
import { trace } from './trace.ts';

/** Ground that changed hands between two states, and that turned for the last time in one and the same step. */
export interface Turned {
  /** The step, counted from 0. */
  readonly step: number;
  /** Whether each series has the ground, before the first step and after the last. */
  readonly before: readonly boolean[];
  readonly after: readonly boolean[];
  /** Filled even-odd, in degrees. */
  readonly rings: readonly Ring[];
  /** A point inside of it. */
  readonly at: Position;
}

/** The most steps that are told apart. */
export const MOST_STEPS = 30;

/** An edge of what turned: its ends, and for each series a bit for each step in which it comes or goes. */
interface Edge {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly turns: number[];
}

/**
 * The ground that changed hands between two states of several series, parted by the step in which each last turned.
 * Nothing is clipped: the edges that come or go are cut where they meet, so that they bound faces, and every face has
 * one story, which a ray from within it counts. Cuts are rounded to the grid, a tenth of a metre.
 *
 * @param series what is followed together, such as the ground of each side
 * @param steps for each series the number of its change after each step, beginning with the state before the first;
 *   at most `MOST_STEPS` steps, as many for each series
 * @param lasting ground that is left out, whatever is told of it, as numbers of edges of a series
 */
export function turnedBetween(
  series: readonly SeriesReader[],
  steps: readonly (readonly number[])[],
  lasting?: { readonly of: SeriesReader; readonly index: number },
): Turned[] {
  const edges: Edge[] = [];
  const add = (of: SeriesReader, e: number, place: number, bits: number): void => {
    const { x, y, edges: ends } = of.series;
    const [a, b] = [ends[e * 2] as number, ends[e * 2 + 1] as number];
    const turns = Array<number>(series.length + 2).fill(0);
    turns[place] = bits;
    edges.push(edgeOf(x[a] as number, y[a] as number, x[b] as number, y[b] as number, turns));
  };
  for (const [place, of] of series.entries()) {
    const indexes = steps[place] as readonly number[];
    for (let step = 1; step < indexes.length; step += 1) {
      const [from, to] = [indexes[step - 1] as number, indexes[step] as number];
      if (from !== to) for (const e of of.edgesBetween(from, to)) add(of, e, place, 1 << (step - 1));
    }
  }
  if (edges.length === 0) return [];
  // Where ground was lost and the ground beside it gained, the edge between them never turned; it parts them all the same.
  const near = nearAny(edges);
  for (const [place, of] of series.entries()) {
    const { x, y, edges: ends } = of.series;
    for (const e of of.edgesAt((steps[place] as readonly number[])[0] as number)) {
      const [a, b] = [ends[e * 2] as number, ends[e * 2 + 1] as number];
      if (near(x[a] as number, y[a] as number, x[b] as number, y[b] as number))
        add(of, e, series.length + 1, 1 << place);
    }
  }
  if (lasting) for (const e of lasting.of.edgesAt(lasting.index)) add(lasting.of, e, series.length, 1);

  const graph = graphOf(cutWhereTheyMeet(together(edges)));
  const labels = new Map<string, { step: number; before: boolean[]; after: boolean[]; at: Position }>();
  const labelOf = (turns: readonly number[], at: Position): string => {
    const all = turns.slice(0, series.length).reduce((sum, bits) => sum | bits, 0);
    if (all === 0 || turns[series.length]) return '';
    const step = 31 - Math.clz32(all);
    const after = series.map((of, i) => of.holds((steps[i] as readonly number[]).at(-1) as number, at));
    const before = after.map((held, i) => held !== isOdd(turns[i] as number));
    if (before.every((held, i) => held === after[i])) return '';
    const label = `${step} ${before.join()} ${after.join()}`;
    if (!labels.has(label)) labels.set(label, { step, before, after, at });
    return label;
  };
  const sides = graph.labelled(labelOf);
  return [...labels].map(([label, told]) => {
    const bounds: number[] = [];
    for (let e = 0; e < graph.edges.length / 2; e += 1)
      if ((sides[e * 2] === label) !== (sides[e * 2 + 1] === label)) bounds.push(e);
    const rings = trace(graph, bounds).map((ring) =>
      ring.map((v): Position => [(graph.x[v] as number) / SCALE, (graph.y[v] as number) / SCALE]),
    );
    return { ...told, rings };
  });
}

const isOdd = (bits: number): boolean => {
  let odd = false;
  for (let rest = bits; rest !== 0; rest &= rest - 1) odd = !odd;
  return odd;
};

/** An edge from its western end, of two in the west the southern one. */
function edgeOf(px: number, py: number, qx: number, qy: number, turns: number[]): Edge {
  return px < qx || (px === qx && py < qy)
    ? { ax: px, ay: py, bx: qx, by: qy, turns }
    : { ax: qx, ay: qy, bx: px, by: py, turns };
}

/**
 * Edges each once, with the turns of all that lie there; those that turn nothing drop out. In their own order, for
 * where a cut is rounded to hangs on it: the same ground gives the same, however it is numbered.
 */
function together(edges: Edge[]): Edge[] {
  edges.sort((p, q) => p.ax - q.ax || p.ay - q.ay || p.bx - q.bx || p.by - q.by);
  const once: Edge[] = [];
  for (const edge of edges) {
    const last = once.at(-1);
    const { ax, ay, bx, by, turns } = edge;
    if (last?.ax === ax && last.ay === ay && last.bx === bx && last.by === by)
      for (const [place, bits] of turns.entries()) last.turns[place] = (last.turns[place] as number) ^ bits;
    else once.push({ ax, ay, bx, by, turns: [...turns] });
  }
  return once.filter((e) => e.turns.some((bits) => bits !== 0));
}

/** West, south, east, north. */
type Box = [number, number, number, number];

/** Tells whether an edge lies within the box of any edges that hang together. */
function nearAny(edges: readonly Edge[]): (ax: number, ay: number, bx: number, by: number) => boolean {
  const groupOf = new Map<string, number>();
  const parents: number[] = [];
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) at = parents[at] as number;
    return at;
  };
  for (const { ax, ay, bx, by } of edges) {
    const [p, q] = [`${ax} ${ay}`, `${bx} ${by}`];
    const [a, b] = [groupOf.get(p), groupOf.get(q)];
    const group = a ?? b ?? parents.length;
    if (group === parents.length) parents.push(group);
    if (a !== undefined && b !== undefined) parents[root(b)] = root(a);
    groupOf.set(p, group);
    groupOf.set(q, group);
  }
  const boxes = new Map<number, Box>();
  for (const { ax, ay, bx, by } of edges) {
    const group = root(groupOf.get(`${ax} ${ay}`) as number);
    const box: Box = boxes.get(group) ?? [Infinity, Infinity, -Infinity, -Infinity];
    box[0] = Math.min(box[0], ax);
    box[1] = Math.min(box[1], ay, by);
    box[2] = Math.max(box[2], bx);
    box[3] = Math.max(box[3], ay, by);
    boxes.set(group, box);
  }
  const all = [...boxes.values()];
  const bands = bandsOf(all.length, (i) => {
    const [, s, , n] = all[i] as Box;
    return [s, n];
  });
  return (ax, ay, bx, by) => {
    const [low, high] = [Math.min(ay, by), Math.max(ay, by)];
    return bands.between(low, high).some((i) => {
      const [w, s, e, n] = all[i] as Box;
      return Math.max(ax, bx) >= w && Math.min(ax, bx) <= e && high >= s && low <= n;
    });
  };
}

const bandsOfEdges = (edges: readonly Edge[]): Bands =>
  bandsOf(edges.length, (i) => [(edges[i] as Edge).ay, (edges[i] as Edge).by]);

/** Edges cut wherever two cross or one ends upon another, so that they meet at their ends only. */
function cutWhereTheyMeet(all: readonly Edge[]): readonly Edge[] {
  let edges: readonly Edge[] = all;
  // A cut that is rounded may lie across a neighbour, so it is looked again; that seldom takes a second time.
  for (let round = 0; round < 4; round += 1) {
    const cuts = new Map<number, [number, number][]>();
    const cut = (i: number, x: number, y: number): void => {
      const { ax, ay, bx, by } = edges[i] as Edge;
      if ((x === ax && y === ay) || (x === bx && y === by)) return;
      const known = cuts.get(i);
      if (known) known.push([x, y]);
      else cuts.set(i, [[x, y]]);
    };
    const bands = bandsOfEdges(edges).all;
    const seen = new Set<number>();
    for (const band of bands) {
      for (let i = 0; i < band.length; i += 1) {
        for (let k = i + 1; k < band.length; k += 1) {
          const [a, b] = [band[i] as number, band[k] as number];
          const [p, q] = [edges[a] as Edge, edges[b] as Edge];
          if (p.ax > q.bx || q.ax > p.bx) continue;
          if (Math.max(p.ay, p.by) < Math.min(q.ay, q.by) || Math.max(q.ay, q.by) < Math.min(p.ay, p.by))
            continue;
          const pair = a * edges.length + b;
          if (seen.has(pair)) continue;
          seen.add(pair);
          for (const [x, y] of meetings(p, q)) {
            cut(a, x, y);
            cut(b, x, y);
          }
        }
      }
    }
    if (cuts.size === 0) return edges;
    const parted: Edge[] = [];
    for (const [i, edge] of edges.entries()) {
      const { ax, ay, bx, by, turns } = edge;
      const along = ([x, y]: readonly number[]): number =>
        ((x as number) - ax) * (bx - ax) + ((y as number) - ay) * (by - ay);
      const points = [...(cuts.get(i) ?? [])].sort((p, q) => along(p) - along(q));
      let [x, y] = [ax, ay];
      for (const [nx, ny] of [...points, [bx, by] as const]) {
        if (nx !== x || ny !== y) parted.push(edgeOf(x, y, nx, ny, turns));
        [x, y] = [nx, ny];
      }
    }
    edges = together(parted);
  }
  return edges;
}

/** Where two edges meet other than in ends of both, on the grid: once, or at both ends of a stretch that they share. */
function meetings(p: Edge, q: Edge): [number, number][] {
  // From the first end of p, so that products stay exact.
  const [bx, by] = [p.bx - p.ax, p.by - p.ay];
  const [cx, cy, dx, dy] = [q.ax - p.ax, q.ay - p.ay, q.bx - p.ax, q.by - p.ay];
  const side = (x: number, y: number): number => bx * y - by * x;
  const [c, d] = [side(cx, cy), side(dx, dy)];
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return [];
  const a = (dx - cx) * -cy - (dy - cy) * -cx;
  const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  if ((a > 0 && b > 0) || (a < 0 && b < 0)) return [];
  const points: [number, number][] = [];
  const within = (x: number, y: number, ux: number, uy: number, vx: number, vy: number): boolean =>
    Math.min(ux, vx) <= x && x <= Math.max(ux, vx) && Math.min(uy, vy) <= y && y <= Math.max(uy, vy);
  if (c === 0 && within(cx, cy, 0, 0, bx, by)) points.push([q.ax, q.ay]);
  if (d === 0 && within(dx, dy, 0, 0, bx, by)) points.push([q.bx, q.by]);
  if (a === 0 && within(0, 0, cx, cy, dx, dy)) points.push([p.ax, p.ay]);
  if (b === 0 && within(bx, by, cx, cy, dx, dy)) points.push([p.bx, p.by]);
  if (points.length === 0 && c !== d) {
    const share = c / (c - d);
    points.push([
      p.ax + Math.round(cx + (dx - cx) * share) + 0,
      p.ay + Math.round(cy + (dy - cy) * share) + 0,
    ]);
  }
  return points;
}

/** Edges that meet at their ends only, as a drawing whose faces can be told apart. */
function graphOf(parts: readonly Edge[]) {
  const numbers = new Map<string, number>();
  const x: number[] = [];
  const y: number[] = [];
  const vertex = (px: number, py: number): number => {
    const key = `${px} ${py}`;
    const known = numbers.get(key) ?? x.length;
    if (known === x.length) {
      numbers.set(key, known);
      x.push(px);
      y.push(py);
    }
    return known;
  };
  const ends = parts.flatMap((e) => [vertex(e.ax, e.ay), vertex(e.bx, e.by)]);
  // Half 2i runs as edge i does, half 2i + 1 against it; each has a face on its left.
  const leaving: number[][] = x.map(() => []);
  for (const [half, v] of ends.entries()) (leaving[v] as number[]).push(half);
  const angle = (half: number): number => {
    const [v, w] = [ends[half] as number, ends[half ^ 1] as number];
    return Math.atan2((y[w] as number) - (y[v] as number), (x[w] as number) - (x[v] as number));
  };
  for (const halves of leaving) halves.sort((p, q) => angle(p) - angle(q));
  const next = new Int32Array(ends.length);
  for (const halves of leaving)
    for (const [i, half] of halves.entries())
      // Who comes in against a half goes on by the one before it: the sharpest turn to the left.
      next[half ^ 1] = halves[(i + halves.length - 1) % halves.length] as number;

  const bands = bandsOfEdges(parts);
  /** What lies on the left of a half: the turns of that ground and a point in it; nothing where it has no end. */
  const left = (half: number): { turns: number[]; point: Position } | undefined => {
    const own = half >> 1;
    const { ax, ay, bx, by, turns } = parts[own] as Edge;
    const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
    const isEast = (half & 1) === 0 ? by < ay : by > ay;
    const found = turns.map(() => 0);
    let near = Infinity;
    for (const i of bands.at(my)) {
      if (i === own) continue;
      const e = parts[i] as Edge;
      if (e.ay > my === e.by > my) continue;
      const far = e.ax + ((my - e.ay) / (e.by - e.ay)) * (e.bx - e.ax) - mx;
      if (isEast ? far <= 0 : far >= 0) continue;
      near = Math.min(near, Math.abs(far));
      for (const [place, bits] of e.turns.entries()) found[place] = (found[place] as number) ^ bits;
    }
    if (near === Infinity) return undefined;
    return { turns: found, point: [(mx + (isEast ? near : -near) / 2) / SCALE, my / SCALE] };
  };

  return {
    x: Int32Array.from(x),
    y: Int32Array.from(y),
    edges: Uint32Array.from(ends),
    /** For each half what `labelOf` says of the face on its left. */
    labelled(labelOf: (turns: readonly number[], at: Position) => string): string[] {
      const labels = Array<string>(ends.length);
      const isSeen = new Uint8Array(ends.length);
      for (let first = 0; first < ends.length; first += 1) {
        if (isSeen[first]) continue;
        const round: number[] = [];
        for (let half = first; !isSeen[half]; half = next[half] as number) {
          isSeen[half] = 1;
          round.push(half);
        }
        const rise = (half: number): number => {
          const { ay, by } = parts[half >> 1] as Edge;
          return Math.abs(by - ay);
        };
        const steepest = round.reduce((best, half) => (rise(half) > rise(best) ? half : best));
        const ground = rise(steepest) > 0 ? left(steepest) : undefined;
        const label = ground ? labelOf(ground.turns, ground.point) : '';
        for (const half of round) labels[half] = label;
      }
      return labels;
    },
  };
}
