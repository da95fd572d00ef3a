import type { Line } from '#lib/domain/control/front.ts';
import { distanceToSegment, metresPerDegree, type Position } from '#lib/domain/geometry/sphere.ts';

/** Degrees a cell; far wider than any distance asked for. */
const CELL = 0.05;

/** Lines parted into what runs along other lines and what does not, in connected runs. */
export interface Parted {
  readonly near: readonly Line[];
  readonly far: readonly Line[];
}

/**
 * Part lines by whether the middle of each edge lies within `within_m` metres of the other lines. Vertices are not
 * compared, because clipping may add or drop them on a straight edge. The others are found by cells of a grid.
 */
export function parted(lines: readonly Line[], others: readonly Line[], within_m: number): Parted {
  const grid = new Map<string, [Position, Position][]>();
  const reach = within_m / metresPerDegree(60).lng;
  for (const line of others) {
    for (let i = 1; i < line.length; i += 1) {
      const a = line[i - 1] as Position;
      const b = line[i] as Position;
      const [w, e] = [Math.min(a[0], b[0]) - reach, Math.max(a[0], b[0]) + reach];
      const [s, n] = [Math.min(a[1], b[1]) - reach, Math.max(a[1], b[1]) + reach];
      for (let x = Math.floor(w / CELL); x <= Math.floor(e / CELL); x += 1) {
        for (let y = Math.floor(s / CELL); y <= Math.floor(n / CELL); y += 1) {
          const key = `${x} ${y}`;
          const cell = grid.get(key);
          if (cell) cell.push([a, b]);
          else grid.set(key, [[a, b]]);
        }
      }
    }
  }
  const isNear = (p: Position): boolean =>
    (grid.get(`${Math.floor(p[0] / CELL)} ${Math.floor(p[1] / CELL)}`) ?? []).some(
      ([a, b]) => distanceToSegment(p, a, b) <= within_m,
    );
  const near: Position[][] = [];
  const far: Position[][] = [];
  for (const line of lines) {
    let run: Position[] | undefined;
    let kind: boolean | undefined;
    for (let i = 1; i < line.length; i += 1) {
      const a = line[i - 1] as Position;
      const b = line[i] as Position;
      const now = isNear([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
      if (!run || now !== kind) {
        (now ? near : far).push((run = [a]));
        kind = now;
      }
      run.push(b);
    }
  }
  return { near, far };
}
