import type { Box, Rings } from '../geometry/rings.ts';
import { SCALE } from '../geometry/rounding.ts';
import { distance, EARTH_RADIUS_M, type Position } from '../geometry/sphere.ts';
import type { SeriesReader } from './series-reader.ts';
import type { Series } from './series.ts';

/**
 * Grounds laid over each other, and the area of what lies in some and not in others, without clipping.
 *
 * The formula of area takes every edge as straight in the equal-area plane of longitude and sine of latitude. Edges are
 * followed in that plane, so a part has exactly the share of area that it bounds: parts add up to the whole, whatever
 * cuts them. A sheared plane has the same areas and no edge that runs straight up, which the sweep could not follow.
 */
const SHEAR = 0.1234;
const RAD = Math.PI / 180;
/** Ground thinner than this, about six centimetres, is a line told twice with other corners: it has no edge. */
const THIN = 1e-8;
/** Edges that cross by less than this only meet. */
const MEETING = 1e-13;
/** Columns in each of which it is known how far north and south anything moved. */
const COLUMNS = 256;

/** Edges in the plane, one after the other: x and y of the western end and of the eastern one; bits of the grounds. */
export interface Plane {
  readonly ends: number[];
  /** For each edge a bit for each ground that it bounds. */
  readonly bits: number[];
  /** Nothing outside of this box of the plane is measured. */
  reach: Box;
}

export const emptyPlane = (): Plane => ({
  ends: [],
  bits: [],
  reach: [-Infinity, -Infinity, Infinity, Infinity],
});

const toX = (lng: number, sine: number): number => (lng / SCALE) * RAD + SHEAR * sine;
const toY = (lat: number): number => Math.sin((lat / SCALE) * RAD);
const toPosition = (x: number, y: number): Position => [(x - SHEAR * y) / RAD, Math.asin(y) / RAD];

/** The points of a series in the plane, made once. */
const pointsOf = (() => {
  const known = new WeakMap<Series, { px: Float64Array; py: Float64Array }>();
  return (series: Series) => {
    let points = known.get(series);
    if (!points) {
      const py = Float64Array.from(series.y, toY);
      points = { py, px: Float64Array.from(series.x, (lng, i) => toX(lng, py[i] as number)) };
      known.set(series, points);
    }
    return points;
  };
})();

function add({ ends, bits }: Plane, ax: number, ay: number, bx: number, by: number, own: number): void {
  if (ax === bx) return;
  if (ax < bx) ends.push(ax, ay, bx, by);
  else ends.push(bx, by, ax, ay);
  bits.push(own);
}

/** Two states of a series; an edge that stands in both has the bits of both. */
export function addStates(
  plane: Plane,
  { series, edgesAt }: SeriesReader,
  [a, b]: readonly [number, number],
  [bitA, bitB]: readonly [number, number],
): void {
  const { px, py } = pointsOf(series);
  const { edges } = series;
  const put = (e: number, bits: number): void => {
    const [p, q] = [edges[e * 2] as number, edges[e * 2 + 1] as number];
    add(plane, px[p] as number, py[p] as number, px[q] as number, py[q] as number, bits);
  };
  const [before, after] = [edgesAt(a), edgesAt(b)];
  let [i, k] = [0, 0];
  while (i < before.length || k < after.length) {
    const [p, q] = [before[i] ?? Infinity, after[k] ?? Infinity];
    put(Math.min(p, q), (p <= q ? bitA : 0) | (q <= p ? bitB : 0));
    if (p <= q) i += 1;
    if (q <= p) k += 1;
  }
}

/** Ground that is the same throughout, filled even-odd, and outside of which nothing is measured. */
export function addBounds(plane: Plane, rings: Rings, bit: number): void {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    let [ax, ay] = [NaN, NaN];
    for (const [lng, lat] of ring) {
      const by = toY(Math.round(lat * SCALE));
      const bx = toX(Math.round(lng * SCALE), by);
      if (!Number.isNaN(ax)) add(plane, ax, ay, bx, by, bit);
      [ax, ay] = [bx, by];
      west = Math.min(west, bx);
      east = Math.max(east, bx);
      south = Math.min(south, by);
      north = Math.max(north, by);
    }
  }
  plane.reach = [west, south, east, north];
}

export interface Measured {
  /** Square metres of ground by its label. */
  readonly area_m2: Float64Array;
  /** Metres of edges that bound ground of a label and have just the bits `lines[n]`: at `label * lines.length + n`. */
  readonly edge_m: Float64Array;
}

/**
 * Measure ground by label, strip by strip from west to east: in each strip between two corners the edges have an order
 * from south to north, and what lies between two of them has one label.
 *
 * @param labels the label of ground that lies in the grounds of some bits; 0 is not measured
 * @param moving pairs of bits, the ground of before and of after: only where an edge has one of a pair and not the
 *   other is anything looked for
 * @param lines what edges are told apart by when they are measured
 */
export function measure(
  plane: Plane,
  labels: Uint8Array,
  moving: readonly number[],
  lines: readonly number[],
): Measured {
  const most = labels.reduce((m, l) => Math.max(m, l), 0) + 1;
  const area_m2 = new Float64Array(most);
  const edge_m = new Float64Array(most * lines.length);
  const { x1, y1, x2, y2, slope, bits, moved, south, north, west, width, stops } = prepared(plane, moving);

  /** Edges over the strip: those that are passed by, then the others from south to north. */
  let over: number[] = [];
  const row = new Uint32Array(bits.length);
  const left = new Float64Array(bits.length);
  const right = new Float64Array(bits.length);
  const heightAt = (e: number, x: number): number =>
    x >= (x2[e] as number)
      ? (y2[e] as number)
      : (y1[e] as number) + (x - (x1[e] as number)) * (slope[e] as number);

  const lengths = new Float64Array(bits.length).fill(NaN);
  const lengthOf = (e: number): number => {
    if (Number.isNaN(lengths[e]))
      lengths[e] = distance(
        toPosition(x1[e] as number, y1[e] as number),
        toPosition(x2[e] as number, y2[e] as number),
      );
    return lengths[e] as number;
  };

  const strip = (from: number, to: number, depth: number): void => {
    const column = Math.max(0, Math.min(COLUMNS - 1, Math.floor((from + to - 2 * west) / 2 / width)));
    const [low, high] = [south[column] as number, north[column] as number];
    let start = 0;
    let n = 0;
    let passed = 0;
    for (let at = 0; at < over.length; at += 1) {
      const e = over[at] as number;
      const [ya, yb] = [y1[e] as number, y2[e] as number];
      const isSouth = ya < low && yb < low;
      if (isSouth || (ya > high && yb > high)) {
        if (isSouth) start ^= bits[e] as number;
        over[passed] = e;
        passed += 1;
        continue;
      }
      const [l, r] = [heightAt(e, from), heightAt(e, to)];
      // The order of the strip before is nearly that of this one.
      let k = n;
      for (; k > 0 && (left[k - 1] as number) + (right[k - 1] as number) > l + r; k -= 1) {
        row[k] = row[k - 1] as number;
        left[k] = left[k - 1] as number;
        right[k] = right[k - 1] as number;
      }
      row[k] = e;
      left[k] = l;
      right[k] = r;
      n += 1;
    }
    for (let i = 0; i < n; i += 1) over[passed + i] = row[i] as number;

    const cuts = depth < 40 ? crossings(left, right, n, from, to) : NONE;
    if (cuts.length > 0) {
      let begin = from;
      for (const end of [...cuts, to]) {
        if (end > begin) strip(begin, end, depth + 1);
        begin = end;
      }
      return;
    }
    let inside = start;
    for (let i = 0; i < n;) {
      const below = labels[inside] as number;
      const first = row[i] as number;
      let own = 0;
      let isThin = true;
      // Edges that lie upon each other are passed as one.
      do {
        own ^= bits[row[i] as number] as number;
        i += 1;
        if (i === n) break;
        const l = (left[i] as number) - (left[i - 1] as number);
        const r = (right[i] as number) - (right[i - 1] as number);
        const label = labels[inside ^ own] as number;
        if (label) area_m2[label] = (area_m2[label] as number) + ((l + r) / 2) * (to - from);
        isThin = l < THIN && r < THIN;
      } while (isThin);
      inside ^= own;
      const above = labels[inside] as number;
      const line = above === below ? -1 : lines.indexOf(own);
      if (line < 0) continue;
      const share = (to - from) / ((x2[first] as number) - (x1[first] as number));
      const metres = share * lengthOf(first);
      for (const label of [below, above])
        if (label) {
          const place = label * lines.length + line;
          edge_m[place] = (edge_m[place] as number) + metres;
        }
    }
  };

  let next = 0;
  let soonest = Infinity;
  let count = 0;
  for (let i = 0; i + 1 < stops.length; i += 1) {
    const [from, to] = [stops[i] as number, stops[i + 1] as number];
    if (from === to) continue;
    if (soonest <= from) {
      soonest = Infinity;
      over = over.filter((e) => {
        const end = x2[e] as number;
        if (end <= from) {
          count -= moved[e] as number;
          return false;
        }
        soonest = Math.min(soonest, end);
        return true;
      });
    }
    for (; next < bits.length && (x1[next] as number) <= from; next += 1) {
      if ((x2[next] as number) <= from) continue;
      over.push(next);
      count += moved[next] as number;
      soonest = Math.min(soonest, x2[next] as number);
    }
    // Where nothing moved there is nothing to measure.
    if (count > 0) strip(from, to, 0);
  }
  for (let label = 0; label < most; label += 1)
    area_m2[label] = (area_m2[label] as number) * EARTH_RADIUS_M ** 2;
  return { area_m2, edge_m };
}

const NONE: readonly number[] = [];

/** Where neighbours of a strip cross inside of it, from west to east. */
function crossings(
  left: Float64Array,
  right: Float64Array,
  n: number,
  from: number,
  to: number,
): readonly number[] {
  let cuts: number[] | undefined;
  for (let i = 1; i < n; i += 1) {
    const l = (left[i] as number) - (left[i - 1] as number);
    const r = (right[i] as number) - (right[i - 1] as number);
    if (!((l < -MEETING && r > MEETING) || (r < -MEETING && l > MEETING))) continue;
    const x = from + ((to - from) * l) / (l - r);
    if (x > from && x < to) (cuts ??= []).push(x);
  }
  return cuts ? cuts.sort((a, b) => a - b) : NONE;
}

/** The edges that may be met, from west to east, where anything moved, and the corners at which strips end. */
function prepared({ ends, bits, reach }: Plane, moving: readonly number[]) {
  const isMoved = (e: number): boolean => {
    const own = bits[e] as number;
    return moving.some((pair) => (own & pair) !== 0 && (own & pair) !== pair);
  };
  let [west, east] = [Infinity, -Infinity];
  for (let e = 0; e < bits.length; e += 1) {
    if (!isMoved(e)) continue;
    west = Math.min(west, ends[e * 4] as number);
    east = Math.max(east, ends[e * 4 + 2] as number);
  }
  west = Math.max(west, reach[0]);
  east = Math.min(east, reach[2]);
  const used: number[] = [];
  for (let e = 0; e < bits.length; e += 1)
    if ((ends[e * 4 + 2] as number) > west && (ends[e * 4] as number) < east) used.push(e);
  used.sort((p, q) => (ends[p * 4] as number) - (ends[q * 4] as number));

  const pick = (offset: number): Float64Array =>
    Float64Array.from(used, (e) => ends[e * 4 + offset] as number);
  const [x1, y1, x2, y2] = [pick(0), pick(1), pick(2), pick(3)];
  const own = Uint8Array.from(used, (e) => bits[e] as number);
  const moved = Uint8Array.from(used, (e) => (isMoved(e) ? 1 : 0));
  const width = (east - west) / COLUMNS || 1;
  const south = new Float64Array(COLUMNS).fill(Infinity);
  const north = new Float64Array(COLUMNS).fill(-Infinity);
  const column = (x: number): number => Math.floor((x - west) / width);
  const stops = new Float64Array(used.length * 2 + (used.length > 0 ? COLUMNS : 0));
  for (let i = 0; i < used.length; i += 1) {
    const [from, to] = [Math.max(west, x1[i] as number), Math.min(east, x2[i] as number)];
    stops[i * 2] = from;
    stops[i * 2 + 1] = to;
    if (!moved[i]) continue;
    // One more on either side, since a border between two columns is rounded.
    for (let c = Math.max(0, column(from) - 1); c <= Math.min(COLUMNS - 1, column(to) + 1); c += 1) {
      south[c] = Math.min(south[c] as number, y1[i] as number, y2[i] as number);
      north[c] = Math.max(north[c] as number, y1[i] as number, y2[i] as number);
    }
  }
  for (let c = 0; c < COLUMNS; c += 1) {
    if (used.length > 0) stops[used.length * 2 + c] = west + c * width;
    south[c] = Math.max(south[c] as number, reach[1]);
    north[c] = Math.min(north[c] as number, reach[3]);
  }
  stops.sort();
  const slope = y1.map((y, i) => ((y2[i] as number) - y) / ((x2[i] as number) - (x1[i] as number)));
  return { x1, y1, x2, y2, slope, bits: own, moved, south, north, west, width, stops };
}
