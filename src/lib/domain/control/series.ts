import type { Rings } from '../geometry/rings.ts';
import { SCALE, roundHalfAway } from '../geometry/rounding.ts';
import { dayNumber, type Day } from '../time/day.ts';

/**
 * The ground of one ledger through time, as edges that come and go.
 *
 * A state is a set of edges between points of a grid of a millionth of a degree, filled even-odd; an edge that stands
 * twice cancels itself. A delta is the edges that stand in exactly one of two neighbouring states, so the state of a
 * day is every delta until then with edges cancelled in pairs, whatever the order. Nothing is clipped on the way, and
 * so nothing is lost: each state comes out edge for edge as it went in.
 */
export interface Series {
  /** Longitude and latitude of each vertex, in millionths of a degree. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** Every edge that ever stands, once: two numbers of vertices, the smaller first. */
  readonly edges: Uint32Array;
  /** The days on which the state changes, as days since 1970-01-01, ascending. */
  readonly days: Int32Array;
  /** Numbers of the edges that come or go on `days[i]` are `toggles[starts[i]]` up to `toggles[starts[i + 1]]`. */
  readonly starts: Uint32Array;
  readonly toggles: Uint32Array;
}

/** The ground from a day on, as rings filled even-odd, in degrees. */
export interface SeriesState {
  readonly from: Day;
  readonly rings: Rings;
}

export const EMPTY_SERIES: Series = {
  x: new Int32Array(0),
  y: new Int32Array(0),
  edges: new Uint32Array(0),
  days: new Int32Array(0),
  starts: new Uint32Array(1),
  toggles: new Uint32Array(0),
};

/** More points than any numbering here has, so that two numbers make one key. */
const MANY = 2 ** 26;

/**
 * A series from states in order of days.
 *
 * @param before what stood until the first of them; every state from its day on is replaced
 */
export function seriesOf(states: readonly SeriesState[], before: Series = EMPTY_SERIES): Series {
  const first = states[0] ? dayNumber(states[0].from) : Infinity;
  const kept = before.days.findIndex((d) => d >= first);
  const keep = kept < 0 ? before.days.length : kept;
  const days = [...before.days.subarray(0, keep)];
  const starts = [...before.starts.subarray(0, keep + 1)];
  const toggles = [...before.toggles.subarray(0, before.starts[keep])];
  // Edges and points are numbered as they come, so what only later states had is at the end.
  const edges = [...before.edges.subarray(0, 2 * after(toggles))];
  const points = after(edges);
  const [x, y] = [[...before.x.subarray(0, points)], [...before.y.subarray(0, points)]];

  const vertices = numbering(x, y);
  const numbers = new Map<number, number>();
  for (let e = 0; e < edges.length; e += 2)
    numbers.set((edges[e] as number) * MANY + (edges[e + 1] as number), e / 2);

  const vertex = (lng: number, lat: number): number =>
    vertices(roundHalfAway(lng * SCALE), roundHalfAway(lat * SCALE));
  const edge = (a: number, b: number): number => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * MANY + high;
    let at = numbers.get(key);
    if (at === undefined) {
      at = edges.length / 2;
      numbers.set(key, at);
      edges.push(low, high);
    }
    return at;
  };
  const edgesOf = (rings: Rings): Set<number> => {
    const found = new Set<number>();
    for (const ring of rings) {
      let last = -1;
      for (const [lng, lat] of ring) {
        const next = vertex(lng, lat);
        if (last >= 0 && last !== next) toggle(found, edge(last, next));
        last = next;
      }
    }
    return found;
  };

  let now = new Set<number>();
  for (const e of toggles) toggle(now, e);
  for (const { from, rings } of states) {
    const next = edgesOf(rings);
    const length = toggles.length;
    for (const e of now) if (!next.has(e)) toggles.push(e);
    for (const e of next) if (!now.has(e)) toggles.push(e);
    now = next;
    if (toggles.length === length) continue;
    days.push(dayNumber(from));
    starts.push(toggles.length);
  }
  return {
    x: Int32Array.from(x),
    y: Int32Array.from(y),
    edges: Uint32Array.from(edges),
    days: Int32Array.from(days),
    starts: Uint32Array.from(starts),
    toggles: Uint32Array.from(toggles),
  };
}

/** Numbers points as they come, by a table of hashes: one number cannot hold both coordinates without loss. */
export function numbering(x: number[], y: number[]): (px: number, py: number) => number {
  let table = new Int32Array(0);
  const slot = (px: number, py: number): number => {
    let at = (Math.imul(px, 0x9e3779b1) ^ Math.imul(py, 0x85ebca6b)) >>> 0;
    at ^= at >>> 15;
    for (at &= table.length - 1; ; at = (at + 1) & (table.length - 1)) {
      const number = (table[at] as number) - 1;
      if (number < 0 || (x[number] === px && y[number] === py)) return at;
    }
  };
  /** Kept at least half empty, or a search would not end. */
  const grow = (): void => {
    table = new Int32Array(2 ** Math.ceil(Math.log2(x.length * 4 + 1024)));
    for (const [i, px] of x.entries()) table[slot(px, y[i] as number)] = i + 1;
  };
  grow();
  return (px, py) => {
    if (x.length * 2 >= table.length) grow();
    const at = slot(px, py);
    if (table[at] === 0) {
      x.push(px);
      y.push(py);
      table[at] = x.length;
    }
    return (table[at] as number) - 1;
  };
}

/** The number after the greatest of those given. */
const after = (numbers: readonly number[]): number => numbers.reduce((most, n) => Math.max(most, n + 1), 0);

const toggle = (set: Set<number>, e: number): void => {
  if (!set.delete(e)) set.add(e);
};
