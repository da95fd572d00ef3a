import type { Ring } from '../geometry/rings.ts';
import { SCALE } from '../geometry/rounding.ts';
import type { Position } from '../geometry/sphere.ts';
import { dayFromNumber, dayNumber, type Day } from '../time/day.ts';
import { bandsOf, type Bands } from './bands.ts';
import type { Series } from './series.ts';
import { trace } from './trace.ts';

/** Changes between two stored states; from the nearest one a day is a few hundred cancelled edges away. */
const KEYFRAME = 32;
/** States that are kept: a month of days, and what they are compared with. */
const KEPT = 48;

/** A series, asked for days and points. */
export interface SeriesReader {
  readonly series: Series;
  /** The place in `series.days` of the change that made the state of a day; -1 before the first. */
  indexOn(d: Day): number;
  /** The day of a change. */
  dayOf(index: number): Day;
  /** Numbers of the edges that stand after a change, ascending; none for -1. */
  edgesAt(index: number): Uint32Array;
  /** Numbers of the edges that stand in exactly one of two states, ascending. */
  edgesBetween(a: number, b: number): Uint32Array;
  /**
   * Rings of the ground, held ground on their left, in degrees. The rings of some days are kept, so that asking for
   * the same state gives the same rings.
   */
  ringsAt(index: number): readonly Ring[];
  /** The same rings as numbers of vertices. */
  verticesAt(index: number): readonly (readonly number[])[];
  /** The number of the edge between two vertices, whichever comes first. */
  edgeBetween(a: number, b: number): number;
  /** What of the rings is made of some edges only, as connected lines. */
  linesAt(index: number, of: (edge: number) => boolean): Position[][];
  /** Whether a point is held after a change. */
  holds(index: number, p: Position): boolean;
  /** Whether a point is held after each change that turned it, in order: the first is where it was first held. */
  turnsAt(p: Position): { index: number; day: Day; held: boolean }[];
}

export function openSeries(series: Series): SeriesReader {
  const { days, edges, starts, toggles, x, y } = series;
  const words = Math.ceil(edges.length / 64);
  const flip = (bits: Uint32Array, from: number, to: number): void => {
    for (let t = starts[from] as number; t < (starts[to] as number); t += 1) {
      const e = toggles[t] as number;
      bits[e >>> 5] = ((bits[e >>> 5] as number) ^ (1 << (e & 31))) >>> 0;
    }
  };
  const keyframes: Uint32Array[] = [new Uint32Array(words)];
  for (let i = 0; i + KEYFRAME <= days.length; i += KEYFRAME) {
    const bits = (keyframes.at(-1) as Uint32Array).slice();
    flip(bits, i, i + KEYFRAME);
    keyframes.push(bits);
  }
  /** One bit for each edge, set where it stands after a change. */
  const bitsAt = (index: number): Uint32Array => {
    const changes = index + 1;
    const bits = (keyframes[Math.floor(changes / KEYFRAME)] as Uint32Array).slice();
    flip(bits, changes - (changes % KEYFRAME), changes);
    return bits;
  };
  const listed = (bits: Uint32Array): Uint32Array => {
    const found: number[] = [];
    for (let w = 0; w < words; w += 1) {
      for (let rest = bits[w] as number; rest !== 0; rest = (rest & (rest - 1)) >>> 0) {
        found.push(w * 32 + 31 - Math.clz32(rest & -rest));
      }
    }
    return Uint32Array.from(found);
  };
  const degrees = (v: number): Position => [(x[v] as number) / SCALE, (y[v] as number) / SCALE];
  // The state of a day is asked for its rings, its front, and a week later for what it left.
  const traced = kept((index) => trace(series, standing(index), () => banded(index)));
  /** For each ring of a state the edges that it runs along. */
  const along = kept((index) =>
    traced(index).map((ring) => {
      const run = new Int32Array(ring.length - 1);
      for (let i = 0; i < run.length; i += 1) run[i] = edgeBetween(ring[i] as number, ring[i + 1] as number);
      return run;
    }),
  );
  let numbers: Map<number, number> | undefined;
  const edgeBetween = (a: number, b: number): number => {
    const key = (low: number, high: number): number => low * x.length + high;
    if (!numbers) {
      numbers = new Map();
      for (let e = 0; e < edges.length / 2; e += 1)
        numbers.set(key(edges[e * 2] as number, edges[e * 2 + 1] as number), e);
    }
    return numbers.get(key(Math.min(a, b), Math.max(a, b))) as number;
  };
  let listedLast: { index: number; edges: Uint32Array } | undefined;
  /** As `listed(bitsAt(index))`; the last answer is kept, since many points are asked for on one day. */
  const standing = (index: number): Uint32Array => {
    if (listedLast?.index !== index) listedLast = { index, edges: listed(bitsAt(index)) };
    return listedLast.edges;
  };
  let bandedLast: { index: number; bands: Bands } | undefined;
  /** Bands of the edges that stand after a change, by their place among them; the last are kept. */
  const banded = (index: number): Bands => {
    const all = standing(index);
    const end = (i: number, side: 0 | 1): number =>
      y[edges[(all[i] as number) * 2 + side] as number] as number;
    if (bandedLast?.index !== index)
      bandedLast = { index, bands: bandsOf(all.length, (i) => [end(i, 0), end(i, 1)]) };
    return bandedLast.bands;
  };
  /** Whether the ray to the east from a point, in millionths of a degree, meets an edge. */
  const meets = (e: number, px: number, py: number): boolean => {
    const [a, b] = [edges[e * 2] as number, edges[e * 2 + 1] as number];
    const [ay, by] = [y[a] as number, y[b] as number];
    if (ay > py === by > py) return false;
    const [ax, bx] = [x[a] as number, x[b] as number];
    return px < ax + ((py - ay) / (by - ay)) * (bx - ax);
  };

  return {
    series,
    indexOn(d) {
      const n = dayNumber(d);
      let [low, high] = [0, days.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((days[middle] as number) <= n) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    },
    edgesAt: standing,
    edgesBetween(a, b) {
      const [from, to] = a < b ? [a, b] : [b, a];
      const bits = new Uint32Array(words);
      flip(bits, from + 1, to + 1);
      return listed(bits);
    },
    dayOf: (index) => dayFromNumber(days[index] as number),
    ringsAt: kept((index) => traced(index).map((ring) => ring.map(degrees))),
    verticesAt: traced,
    edgeBetween,
    linesAt: (index, of) =>
      traced(index).flatMap((ring, i) =>
        runs(ring, along(index)[i] as Int32Array, of).map((line) => line.map(degrees)),
      ),
    holds(index, p) {
      const [px, py] = [p[0] * SCALE, p[1] * SCALE];
      let held = false;
      const all = standing(index);
      for (const i of banded(index).at(py)) if (meets(all[i] as number, px, py)) held = !held;
      return held;
    },
    turnsAt(p) {
      const [px, py] = [p[0] * SCALE, p[1] * SCALE];
      // An edge that the ray to the east meets turns the point whenever it comes or goes.
      const met = new Uint8Array(edges.length / 2);
      for (let e = 0; e < met.length; e += 1) if (meets(e, px, py)) met[e] = 1;
      const turns: { index: number; day: Day; held: boolean }[] = [];
      let held = false;
      for (let index = 0; index < days.length; index += 1) {
        let odd = false;
        for (let t = starts[index] as number; t < (starts[index + 1] as number); t += 1) {
          if (met[toggles[t] as number]) odd = !odd;
        }
        if (!odd) continue;
        held = !held;
        turns.push({ index, day: dayFromNumber(days[index] as number), held });
      }
      return turns;
    },
  };
}

/** The last answers about states, so that the same question gives the same thing. */
function kept<T>(make: (index: number) => T): (index: number) => T {
  const all = new Map<number, T>();
  return (index) => {
    const known = all.get(index);
    if (known) return known;
    const made = make(index);
    all.set(index, made);
    if (all.size > KEPT) all.delete(all.keys().next().value as number);
    return made;
  };
}

/** The stretches of a ring for whose edges a test holds, joined over the ring's own seam. */
function runs(ring: readonly number[], edges: Int32Array, of: (edge: number) => boolean): number[][] {
  const n = edges.length;
  const shown = new Uint8Array(n);
  let [count, start] = [0, -1];
  for (let i = 0; i < n; i += 1) {
    if (!of(edges[i] as number)) continue;
    shown[i] = 1;
    count += 1;
    if (start < 0 && i > 0 && !shown[i - 1]) start = i;
  }
  if (count === n) return n > 0 ? [[...ring]] : [];
  if (count === 0) return [];
  // All that is shown is one run from the seam on.
  if (start < 0) start = 0;
  const lines: number[][] = [];
  let line: number[] | undefined;
  for (let k = 0; k < n; k += 1) {
    const i = (start + k) % n;
    if (shown[i]) {
      if (!line) lines.push((line = [ring[i] as number]));
      line.push(ring[i + 1] as number);
    } else line = undefined;
  }
  return lines;
}
