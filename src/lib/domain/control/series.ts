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

/**
 * A series from states in order of days.
 *
 * @param before what stood until the first of them; every state from its day on is replaced
 */
export function seriesOf(states: readonly SeriesState[], before: Series = EMPTY_SERIES): Series {
  const first = states[0] ? dayNumber(states[0].from) : Infinity;
  const kept = before.days.findIndex((d) => d >= first);
  const keep = kept < 0 ? before.days.length : kept;
  const stood = before.toggles.subarray(0, before.starts[keep]);
  // Edges and points are numbered as they come, so what only later states had is at the end.
  const edges = after(stood);
  const low = listed(before.edges, edges, 2);
  const high = listed(before.edges, edges, 2, 1);
  const points = after(high);
  const [x, y] = [listed(before.x, points), listed(before.y, points)];

  const vertices = numbering(x, y);
  const ends = numbering(low, high);

  const vertex = (lng: number, lat: number): number =>
    vertices(roundHalfAway(lng * SCALE), roundHalfAway(lat * SCALE));
  const edge = (a: number, b: number): number => (a < b ? ends(a, b) : ends(b, a));
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

  const standing = new Uint8Array(edges);
  for (const e of stood) standing[e] = 1 - (standing[e] as number);
  let now = new Set<number>();
  for (let e = 0; e < edges; e += 1) if (standing[e]) now.add(e);
  const [days, starts, toggles]: [number[], number[], number[]] = [[], [], []];
  for (const { from, rings } of states) {
    const next = edgesOf(rings);
    const { length } = toggles;
    for (const e of now) if (!next.has(e)) toggles.push(e);
    for (const e of next) if (!now.has(e)) toggles.push(e);
    now = next;
    if (toggles.length === length) continue;
    days.push(dayNumber(from));
    starts.push(stood.length + toggles.length);
  }
  return {
    x: new Int32Array(x),
    y: new Int32Array(y),
    edges: pairs(low, high),
    days: new Int32Array([...before.days.subarray(0, keep), ...days]),
    starts: joined(before.starts.subarray(0, keep + 1), starts),
    toggles: joined(stood, toggles),
  };
}

/** Numbers and others after them. */
export function joined(first: Uint32Array, then: readonly number[]): Uint32Array {
  const both = new Uint32Array(first.length + then.length);
  both.set(first);
  both.set(then, first.length);
  return both;
}

/**
 * Numbers pairs of whole numbers as they come, points and edges between them, by a table of hashes: one number cannot
 * hold both coordinates without loss, and the table is several times as fast as a map.
 */
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
    for (let i = 0; i < x.length; i += 1) table[slot(x[i] as number, y[i] as number)] = i + 1;
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

/** Two lists one by one in turn. */
export function pairs(low: readonly number[], high: readonly number[]): Uint32Array {
  const both = new Uint32Array(low.length * 2);
  for (let i = 0; i < low.length; i += 1) {
    both[2 * i] = low[i] as number;
    both[2 * i + 1] = high[i] as number;
  }
  return both;
}

/** The first of some numbers, or of every so many of them, as a list that can grow. */
function listed(numbers: ArrayLike<number>, count: number, step = 1, first = 0): number[] {
  const list: number[] = [];
  for (let i = 0; i < count; i += 1) list.push(numbers[first + i * step] as number);
  return list;
}

/** The number after the greatest of those given. */
export function after(numbers: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < numbers.length; i += 1) most = Math.max(most, (numbers[i] as number) + 1);
  return most;
}

const toggle = (set: Set<number>, e: number): void => {
  if (!set.delete(e)) set.add(e);
};
