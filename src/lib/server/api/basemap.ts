import { createHash } from 'node:crypto';
import { difference, unionAll } from '#lib/domain/control/clip.ts';
import { toMultiPolygon } from '#lib/domain/control/polygons.ts';
import { inRings, type Ring, type Rings } from '#lib/domain/geometry/rings.ts';
import { distanceToSegment, metresPerDegree, type Position } from '#lib/domain/geometry/sphere.ts';
import type { BasemapFile, PackedLine } from '#lib/map/basemap.ts';
import { basemap, basemapHash, type Ground } from '../draw/basemap.ts';
import { bounded } from '../editions/bounded.ts';

/** Goes up when the same files are packed in another way: addresses of base maps are kept for a year. */
const PACKING = 2;
/** Decimals of a degree for the rough shapes in which the names of oblasts are placed. */
const ROUGH_DIGITS = 3;

/** What names a base map: its files and how they are packed. */
export const basemapKey = (): string =>
  createHash('sha256').update(`${basemapHash()}\n${PACKING}`).digest('hex').slice(0, 16);

/** Where browsers get the base map; another address as soon as a byte of it is another. */
export const basemapAddress = (): string => `/data/basemap/${basemapKey()}.json`;

const kept = bounded<string>(1);

/** The base map for browsers as JSON text, made once. */
export const basemapJson = (): string => kept(basemapKey(), () => JSON.stringify(basemapFile()));

/** Lines as whole numbers, each position as the step from the one before; a ring's last position is its first. */
export function packLine(line: readonly Position[], digits: number, ring = false): PackedLine {
  const unit = 10 ** digits;
  const packed: number[] = [];
  let [x, y] = [0, 0];
  for (const [lng, lat] of ring ? line.slice(0, -1) : line) {
    const [nx, ny] = [Math.round(lng * unit), Math.round(lat * unit)];
    packed.push(nx - x, ny - y);
    [x, y] = [nx, ny];
  }
  return packed;
}

/** Most decimals that are sent: about a metre. */
const MOST_DIGITS = 5;

/** The decimals without which positions would move, at most 5. */
function digitsOf(lines: readonly (readonly Position[])[]): number {
  for (let digits = 0; digits < MOST_DIGITS; digits += 1) {
    const unit = 10 ** digits;
    const whole = (n: number): boolean => Math.abs(n * unit - Math.round(n * unit)) < 1e-6 * unit;
    if (lines.every((line) => line.every(([x, y]) => whole(x) && whole(y)))) return digits;
  }
  return MOST_DIGITS;
}

const shells = (rings: Rings, digits: number): PackedLine[][] =>
  toMultiPolygon(rings).coordinates.map((polygon) =>
    polygon.map((ring) => packLine(ring as unknown as Ring, digits, true)),
  );

export function basemapFile(): BasemapFile {
  const map = basemap();
  const lines = [...map.borders, ...map.water].flatMap((x) => x.lines);
  const digits = {
    world: digitsOf(map.world.flatMap((c) => c.rings)),
    near: digitsOf([...map.countries, ...map.water].flatMap((c) => c.rings).concat(lines)),
    rough: ROUGH_DIGITS,
  };
  const land = (c: Ground, d: number) => ({ iso: c.iso, area: shells(c.rings, d) });
  const [w, s, e, n] = map.detail;
  const box: Ring = [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
  const packed = (some: readonly (readonly Position[])[]) => some.map((line) => packLine(line, digits.near));
  const sea = difference([box], unionAll(map.countries.map((c) => c.rings)));
  return {
    version: 1,
    digits,
    detail: map.detail,
    world: map.world.map((c) => land(c, digits.world)),
    countries: map.countries.map((c) => land(c, digits.near)),
    sea: shells(sea, digits.near),
    borders: (['oblast', 'state', 'coast'] as const).map((kind) => ({
      kind,
      lines: packed(map.borders.filter((b) => b.kind === kind).flatMap((b) => b.lines)),
    })),
    rivers: [1, 2, 3, 4].map((rank) => ({
      rank,
      lines: packed(map.water.filter((x) => x.kind === 'river' && x.rank === rank).flatMap((x) => x.lines)),
    })),
    lakes: map.water.flatMap((x) => shells(x.rings, digits.near)),
    oblasts: map.oblasts
      .filter((o) => !CITIES.has(o.iso))
      .map(({ iso, name, rings }) => ({
        iso,
        name,
        point: innerPoint(rings),
        rings: rings.map((ring) => packLine(rough(ring), ROUGH_DIGITS, true)).filter((r) => r.length >= 6),
      })),
  };
}

/** Degrees by which the rough rings of oblasts may leave the true ones. */
const ROUGH = 0.012;

/** A ring with fewer vertices (Douglas and Peucker), good enough to say where a name has room. */
function rough(ring: Ring): Ring {
  const kept = new Set<number>([0, ring.length - 1]);
  const split = (from: number, to: number): void => {
    let far = 0;
    let at = -1;
    for (let i = from + 1; i < to; i += 1) {
      const off = offLine(ring[i] as Position, ring[from] as Position, ring[to] as Position);
      if (off > far) [far, at] = [off, i];
    }
    if (at < 0 || far <= ROUGH) return;
    kept.add(at);
    split(from, at);
    split(at, to);
  };
  split(0, ring.length - 1);
  return [...kept].sort((a, b) => a - b).map((i) => ring[i] as Position);
}

/** Degrees from a point to a segment. */
function offLine(p: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}

/** Kyiv and Sevastopol are cities of their own and are named as such. */
export const CITIES: ReadonlySet<string> = new Set(['UA-30', 'UA-40']);
/** A name is so many times wider than high, so room to the sides counts for less than room above and below. */
const WIDE = 2.5;

/**
 * The point of an area with most room for a name: of a grid of points inside, the one farthest from the edge, where
 * what lies east and west counts as nearer than it is.
 */
export function innerPoint(rings: Rings): Position {
  const largest = rings.reduce<Ring>((a, b) => (b.length > a.length ? b : a), rings[0] ?? []);
  const xs = largest.map((p) => p[0]);
  const ys = largest.map((p) => p[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const squeezed = (p: Position): Position => [p[0] / WIDE, p[1]];
  const edges = rings.map((ring) => ring.map(squeezed));
  let best: Position = [(x0 + x1) / 2, (y0 + y1) / 2];
  let most = -1;
  const STEPS = 24;
  for (let i = 1; i < STEPS; i += 1) {
    for (let k = 1; k < STEPS; k += 1) {
      const p: Position = [x0 + ((x1 - x0) * i) / STEPS, y0 + ((y1 - y0) * k) / STEPS];
      if (!inRings(p, rings)) continue;
      const at = squeezed(p);
      let room = Infinity;
      for (const ring of edges) {
        for (let j = 1; j < ring.length && room > most; j += 1) {
          room = Math.min(room, distanceToSegment(at, ring[j - 1] as Position, ring[j] as Position));
        }
      }
      if (room > most) [best, most] = [p, room];
    }
  }
  const m = metresPerDegree(best[1]);
  // To about a hundred metres: it is only where a word stands.
  const round = (x: number, perDegree: number): number =>
    Math.round((x * perDegree) / 100) / (perDegree / 100);
  return [Number(round(best[0], m.lng).toFixed(3)), Number(round(best[1], m.lat).toFixed(3))];
}
