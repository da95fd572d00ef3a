import { boxOf, inRings, type Rings } from '../geometry/rings.ts';
import { SCALE } from '../geometry/rounding.ts';
import { metresPerDegree, distanceToSegment, ringArea, type Position } from '../geometry/sphere.ts';
import type { SeriesReader } from './series-reader.ts';

/** A run of connected positions, drawn as one stroke. */
export type Line = readonly Position[];

/**
 * The front line: an edge of held ground is front if the point `outward_m` metres outward of its middle is land of the
 * other side. Comparing with border and coast edge by edge finds almost nothing, because sources do not share
 * vertices with the base map; so there is no false front along the coast or the state border.
 *
 * Where that point is water the one twice as far is asked, so that the front goes on along a wide river or an estuary;
 * over the holder's own land it is not, so that no front appears on a border that bends.
 *
 * Held ground that is drawn coarsely leaves scraps of the other state between itself and the border or the coast. A
 * short stretch that has nothing before it but such scraps is a disagreement of two drawings, and no front.
 *
 * Lines run with the held ground on their left.
 *
 * @param held rings filled even-odd, holes included
 * @param enemyLand rings of the other state's land, filled even-odd
 * @param outward_m 5,000, or the ledger's resolution if that is larger
 * @param ownLand rings of the holder's own state, filled even-odd
 */
export function frontLine(held: Rings, enemyLand: Rings, outward_m: number, ownLand: Rings = []): Line[] {
  const tested = frontTest(enemyLand, outward_m, ownLand);
  const lines: Line[] = [];
  for (const ring of held) {
    const shell = isShell(ring, held);
    // Outward of held ground lies to the right of a counter-clockwise shell and of a clockwise hole.
    const rightIsOut = ringArea(ring) > 0 === shell;
    const isHeld = (p: Position): boolean => inRings(p, held);
    const flags = ring.slice(1).map((b, i) => tested.edge(ring[i] as Position, b, rightIsOut, isHeld));
    const facesScraps = (edges: readonly number[]): boolean =>
      tested.facesScraps(
        edges.filter((i) => flags[i]?.front).map((i) => [ring[i] as Position, ring[i + 1] as Position]),
        rightIsOut,
        isHeld,
      );
    const found = runs(ring, withoutScraps(bridged(flags, ring, outward_m), ring, outward_m, facesScraps));
    lines.push(...(rightIsOut ? found : found.map((line) => [...line].reverse())));
  }
  return lines;
}

/** What was found out about the edges of a series, one byte for each. */
export interface FrontEdges {
  /** 1 where the edge is front. */
  readonly isFront: Uint8Array;
  /** What lies beyond the edge, before gaps are bridged: its neighbours of later days need to know. */
  readonly beyond: Uint8Array;
}
const FOUND = 1;
const ENEMY = 2;
const BORDER = 4;

/**
 * Which edges of a series are front, as `frontLine` has it. An edge keeps what it was found to be on the day on which
 * it came, so that a day's front follows from its edges alone.
 *
 * @param known what was found for the same changes up to the one at place `changes`, which is looked at first
 */
export function frontEdges(
  { series, verticesAt, edgeBetween, ringsAt }: SeriesReader,
  enemyLand: Rings,
  outward_m: number,
  ownLand: Rings = [],
  known?: FrontEdges & { readonly changes: number },
): FrontEdges {
  const tested = frontTest(enemyLand, outward_m, ownLand);
  const count = series.edges.length / 2;
  const isFront = new Uint8Array(count);
  const beyond = new Uint8Array(count);
  const first = known?.changes ?? 0;
  // Edges are numbered as they come.
  let edgesKnown = 0;
  for (let t = 0; t < (series.starts[first] as number); t += 1)
    edgesKnown = Math.max(edgesKnown, (series.toggles[t] as number) + 1);
  if (known) {
    isFront.set(known.isFront.subarray(0, edgesKnown));
    beyond.set(known.beyond.subarray(0, edgesKnown));
  }
  const at = (v: number): Position => [(series.x[v] as number) / SCALE, (series.y[v] as number) / SCALE];
  for (let index = first; index < series.days.length; index += 1) {
    let held: ((p: Position) => boolean) | undefined;
    for (const vertices of verticesAt(index)) {
      const edges = vertices.slice(1).map((b, i) => edgeBetween(vertices[i] as number, b));
      const isNew = edges.map((e) => beyond[e] === 0);
      if (!isNew.some(Boolean)) continue;
      const ring = vertices.map(at);
      held ??= slabs(ringsAt(index));
      const isHeld = held;
      const flags = edges.map((e, i): EdgeTest => {
        const was = beyond[e] as number;
        if (was > 0) return { front: (was & ENEMY) > 0, border: (was & BORDER) > 0 };
        const test = tested.edge(ring[i] as Position, ring[i + 1] as Position, true, isHeld);
        beyond[e] = FOUND | (test.front ? ENEMY : 0) | (test.border ? BORDER : 0);
        return test;
      });
      const facesScraps = (run: readonly number[]): boolean =>
        // What was found before stays.
        run.some((i) => isNew[i]) &&
        tested.facesScraps(
          run.filter((i) => flags[i]?.front).map((i) => [ring[i] as Position, ring[i + 1] as Position]),
          true,
          isHeld,
        );
      const whole = withoutScraps(bridged(flags, ring, outward_m), ring, outward_m, facesScraps);
      for (const [i, e] of edges.entries()) if (isNew[i] && whole[i]) isFront[e] = 1;
    }
  }
  return { isFront, beyond };
}

/** What lies beyond an edge: land of the other side, or the holder's own state, whose border is never bridged. */
interface EdgeTest {
  readonly front: boolean;
  readonly border: boolean;
}

type Held = (p: Position) => boolean;

interface FrontTest {
  edge(a: Position, b: Position, rightIsOut: boolean, isHeld: Held): EdgeTest;
  /** Whether edges that are front have nothing before them but scraps. */
  facesScraps(edges: readonly (readonly [Position, Position])[], rightIsOut: boolean, isHeld: Held): boolean;
}

function frontTest(enemyLand: Rings, outward_m: number, ownLand: Rings): FrontTest {
  const land = slabs(enemyLand);
  const home = slabs(ownLand);
  /** Points outward of an edge: that which is asked, and that which is asked over water. */
  const outwardOf = (a: Position, b: Position, rightIsOut: boolean): [Position, Position] => {
    const mid: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const m = metresPerDegree(mid[1]);
    const dx = (b[0] - a[0]) * m.lng;
    const dy = (b[1] - a[1]) * m.lat;
    const length = Math.hypot(dx, dy) || 1;
    const sign = rightIsOut ? 1 : -1;
    const outward = (metres: number): Position => [
      mid[0] + (sign * dy * metres) / length / m.lng,
      mid[1] - (sign * dx * metres) / length / m.lat,
    ];
    return [outward(outward_m), outward(2 * outward_m)];
  };
  return {
    edge(a, b, rightIsOut, isHeld) {
      const isEnemy = (p: Position): boolean => land(p) && !isHeld(p);
      const [near, far] = outwardOf(a, b, rightIsOut);
      const border = home(near);
      const overWater = !land(near) && !border;
      return { front: isEnemy(near) || (overWater && isEnemy(far)), border };
    },
    facesScraps: (edges, rightIsOut, isHeld) =>
      edges.every(([a, b]) => {
        const [near, far] = outwardOf(a, b, rightIsOut);
        return isScrap(land(near) ? near : far, land, isHeld, outward_m);
      }),
  };
}

/** Cells of a scrap are so many to the outward distance, and a scrap has at most the area of a square of twice that. */
const CELLS = 5;

/**
 * Whether land of the other side around a point is a scrap: less than a square of twice the outward distance, and cut
 * off by held ground on one side and the end of the land on the other. A pocket within held ground is none.
 */
function isScrap(at: Position, land: Held, isHeld: Held, outward_m: number): boolean {
  const m = metresPerDegree(at[1]);
  const step: Position = [outward_m / CELLS / m.lng, outward_m / CELLS / m.lat];
  const seen = new Set(['0 0']);
  const open: [number, number][] = [[0, 0]];
  let touchesEnd = false;
  for (let cell = open.pop(), count = 1; cell; cell = open.pop(), count += 1) {
    if (count > (2 * CELLS) ** 2) return false;
    const [i, k] = cell;
    for (const [di, dk] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const key = `${i + di} ${k + dk}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const p: Position = [at[0] + (i + di) * step[0], at[1] + (k + dk) * step[1]];
      if (!land(p)) touchesEnd = true;
      else if (!isHeld(p)) open.push([i + di, k + dk]);
    }
  }
  return touchesEnd;
}

/** Stretches that are longer than so many times the outward distance are front, whatever lies before them. */
const LONG = 4;

/** Front without the short stretches that face nothing but scraps. */
function withoutScraps(
  front: readonly boolean[],
  ring: readonly Position[],
  outward_m: number,
  facesScraps: (edges: readonly number[]) => boolean,
): boolean[] {
  const result = [...front];
  const n = front.length;
  const start = front.findIndex((f, i) => f && !front[(i + n - 1) % n]);
  if (start < 0) return result;
  let run: number[] = [];
  let metres = 0;
  for (let k = 0; k <= n; k += 1) {
    const i = (start + k) % n;
    if (k < n && front[i]) {
      run.push(i);
      metres += lengthOf(ring, i);
      continue;
    }
    if (run.length > 0 && metres < LONG * outward_m && facesScraps(run))
      for (const r of run) result[r] = false;
    run = [];
    metres = 0;
  }
  return result;
}

/** Metres of an edge of a ring. */
function lengthOf(ring: readonly Position[], i: number): number {
  const [a, b] = [ring[i] as Position, ring[i + 1] as Position];
  const m = metresPerDegree(a[1]);
  return Math.hypot((b[0] - a[0]) * m.lng, (b[1] - a[1]) * m.lat);
}

/** Whether a ring bounds ground from outside: it lies in an even number of the other rings. */
function isShell(ring: readonly Position[], all: Rings): boolean {
  const a = ring[0] as Position;
  const b = ring[1] as Position;
  const mid: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return all.filter((other) => other !== ring && inRings(mid, [other])).length % 2 === 0;
}

/**
 * In a tight bend the outward point falls back on held ground or on water, which would leave nicks in the line: a gap
 * shorter than twice the outward distance between two front edges is front, and a lone run as short is none.
 */
function bridged(flags: readonly EdgeTest[], ring: readonly Position[], outward_m: number): boolean[] {
  const front = flags.map((f) => f.front);
  const n = front.length;
  if (n === 0 || front.every(Boolean) || !front.some(Boolean)) return front;
  const fill = (were: boolean[], value: boolean, limit: number): boolean[] => {
    const result = [...were];
    const start = were.findIndex((f, i) => f !== value && were[(i + n - 1) % n] === value);
    if (start < 0) return result;
    let run: number[] = [];
    let metres = 0;
    for (let k = 0; k <= n; k += 1) {
      const i = (start + k) % n;
      if (k < n && were[i] !== value) {
        run.push(i);
        metres += lengthOf(ring, i);
      } else {
        const atBorder = value && run.some((r) => flags[r]?.border);
        if (metres < limit && !atBorder) for (const r of run) result[r] = value;
        run = [];
        metres = 0;
      }
    }
    return result;
  };
  return fill(fill(front, true, 2 * outward_m), false, outward_m / 2);
}

/** The front edges of a ring as connected lines, joined over the ring's own seam. */
function runs(ring: readonly Position[], front: readonly boolean[]): Line[] {
  const n = front.length;
  if (front.every(Boolean)) return n > 0 ? [ring] : [];
  const lines: Position[][] = [];
  const start = front.findIndex((f, i) => f && !front[(i + n - 1) % n]);
  if (start < 0) return [];
  let line: Position[] | undefined;
  for (let k = 0; k < n; k += 1) {
    const i = (start + k) % n;
    if (front[i]) {
      if (!line) lines.push((line = [ring[i] as Position]));
      line.push(ring[i + 1] as Position);
    } else line = undefined;
  }
  return lines;
}

/** Point-in-land as a fast question: edges sorted into bands of latitude, so that a point asks only its own band. */
function slabs(rings: Rings): (p: Position) => boolean {
  const [, south, , north] = boxOf(rings);
  const bands = 512;
  const height = (north - south) / bands || 1;
  const index: [Position, Position][][] = Array.from({ length: bands + 1 }, () => []);
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const a = ring[i - 1] as Position;
      const b = ring[i] as Position;
      const first = Math.floor((Math.min(a[1], b[1]) - south) / height);
      const last = Math.floor((Math.max(a[1], b[1]) - south) / height);
      for (let band = first; band <= last; band += 1) index[band]?.push([a, b]);
    }
  }
  return (p) => {
    let inside = false;
    for (const [a, b] of index[Math.floor((p[1] - south) / height)] ?? []) {
      if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) {
        inside = !inside;
      }
    }
    return inside;
  };
}

/** Metres from a point to the nearest stretch of front; undefined where there is no front. */
export function distanceToFront(p: Position, lines: readonly Line[]): number | undefined {
  let least: number | undefined;
  for (const line of lines) {
    for (let i = 1; i < line.length; i += 1) {
      const d = distanceToSegment(p, line[i - 1] as Position, line[i] as Position);
      if (least === undefined || d < least) least = d;
    }
  }
  return least;
}
