import { distance, metresPerDegree, type Position } from './sphere.ts';

/** Answers the point of known lines that is nearest to a point within so many metres: a corner before an edge. */
export type Snap = (p: Position, metres: number) => Position | undefined;

/** Degrees of a cell in which edges are looked up. */
const CELL = 0.05;
/** Cells that one edge or one question may reach over: what is asked from far off snaps to nothing. */
const MOST_CELLS = 4_000;

/** A snap to corners and edges of lines. */
export function snapTo(lines: readonly (readonly Position[])[]): Snap {
  const cells = new Map<string, (readonly [Position, Position])[]>();
  const over = function* (w: number, s: number, e: number, n: number): Generator<string> {
    const [x0, x1, y0, y1] = [w, e, s, n].map((x) => Math.floor(x / CELL)) as [
      number,
      number,
      number,
      number,
    ];
    if ((x1 - x0 + 1) * (y1 - y0 + 1) > MOST_CELLS) return;
    for (let x = x0; x <= x1; x += 1) for (let y = y0; y <= y1; y += 1) yield `${x} ${y}`;
  };
  for (const line of lines) {
    for (let i = 1; i < line.length; i += 1) {
      const [a, b] = [line[i - 1] as Position, line[i] as Position];
      const box = [
        Math.min(a[0], b[0]),
        Math.min(a[1], b[1]),
        Math.max(a[0], b[0]),
        Math.max(a[1], b[1]),
      ] as const;
      for (const cell of over(...box)) {
        const known = cells.get(cell);
        if (known) known.push([a, b]);
        else cells.set(cell, [[a, b]]);
      }
    }
  }
  return (p, metres) => {
    const m = metresPerDegree(p[1]);
    const [dx, dy] = [metres / m.lng, metres / m.lat];
    let corner: { at: Position; far: number } | undefined;
    let edge: { at: Position; far: number } | undefined;
    for (const cell of over(p[0] - dx, p[1] - dy, p[0] + dx, p[1] + dy)) {
      for (const [a, b] of cells.get(cell) ?? []) {
        for (const at of [a, b]) {
          const far = distance(p, at);
          if (far <= metres && (!corner || far < corner.far)) corner = { at, far };
        }
        const at = nearestOn(p, a, b, m);
        const far = distance(p, at);
        if (far <= metres && (!edge || far < edge.far)) edge = { at, far };
      }
    }
    return (corner ?? edge)?.at;
  };
}

/** The point of a segment that is nearest, on a plane around the point asked about. */
function nearestOn(p: Position, a: Position, b: Position, m: { lng: number; lat: number }): Position {
  const [ax, ay] = [(a[0] - p[0]) * m.lng, (a[1] - p[1]) * m.lat];
  const [dx, dy] = [(b[0] - a[0]) * m.lng, (b[1] - a[1]) * m.lat];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}
