import type { PlanePoint } from './plane.ts';

/** Values on a grid, row by row, with the node (0, 0) at `origin` and `step` kilometres between nodes. */
export interface Grid {
  readonly values: Float64Array;
  readonly columns: number;
  readonly rows: number;
  readonly origin: PlanePoint;
  readonly step: number;
}

/**
 * Closed rings around the nodes with a positive value (marching squares, linear between nodes; what lies outside the
 * grid counts as not positive). Rings neither cross nor touch, and a ring depends on the nodes beside it only, so two
 * grids that agree in a neighbourhood give the same vertices there.
 */
export function contour(grid: Grid): PlanePoint[][] {
  const { values, columns, rows, origin, step } = grid;
  // Outside is just below zero at the edge, so that a cut ring runs along the grid's own edge.
  const at = (i: number, j: number): number =>
    i < 0 || j < 0 || i >= columns || j >= rows ? -1e-3 : (values[j * columns + i] ?? 0) || -1e-9;

  // A vertex is named by its grid edge: twice the index of its left or upper node, plus one if the edge runs down.
  const width = columns + 2;
  const across = (i: number, j: number): number => 2 * ((j + 1) * width + i + 1);
  const down = (i: number, j: number): number => across(i, j) + 1;
  const next = new Map<number, number>();
  for (let j = -1; j < rows; j += 1) {
    for (let i = -1; i < columns; i += 1) {
      const [a, b, c, d] = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
      const [top, right, bottom, left] = [across(i, j), down(i + 1, j), across(i, j + 1), down(i, j)];
      const code = (a > 0 ? 1 : 0) | (b > 0 ? 2 : 0) | (c > 0 ? 4 : 0) | (d > 0 ? 8 : 0);
      const joined = a + b + c + d > 0;
      // Each pair runs with the positive side on its left (y grows downward on the page).
      const pairs: readonly (readonly [number, number])[] =
        (
          {
            1: [[top, left]],
            2: [[right, top]],
            3: [[right, left]],
            4: [[bottom, right]],
            5: joined
              ? [
                  [top, right],
                  [bottom, left],
                ]
              : [
                  [top, left],
                  [bottom, right],
                ],
            6: [[bottom, top]],
            7: [[bottom, left]],
            8: [[left, bottom]],
            9: [[top, bottom]],
            10: joined
              ? [
                  [left, top],
                  [right, bottom],
                ]
              : [
                  [right, top],
                  [left, bottom],
                ],
            11: [[right, bottom]],
            12: [[left, right]],
            13: [[top, right]],
            14: [[left, top]],
          } as Record<number, [number, number][]>
        )[code] ?? [];
      for (const [from, to] of pairs) next.set(from, to);
    }
  }

  const place = (vertex: number): PlanePoint => {
    const node = vertex >> 1;
    const i = (node % width) - 1;
    const j = Math.floor(node / width) - 1;
    const vertical = vertex % 2 === 1;
    const here = at(i, j);
    const there = vertical ? at(i, j + 1) : at(i + 1, j);
    const t = here / (here - there);
    return [origin[0] + (i + (vertical ? 0 : t)) * step, origin[1] + (j + (vertical ? t : 0)) * step];
  };

  const rings: PlanePoint[][] = [];
  for (const start of [...next.keys()].sort((p, q) => p - q)) {
    if (!next.has(start)) continue;
    const ring: PlanePoint[] = [];
    for (let v: number | undefined = start; v !== undefined;) {
      ring.push(place(v));
      const to: number | undefined = next.get(v);
      next.delete(v);
      v = to;
    }
    rings.push(ring);
  }
  return rings;
}
