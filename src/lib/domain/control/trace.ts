import { bandsOf, type Bands } from './bands.ts';
import type { Series } from './series.ts';

/** Where a ray leaves an edge, as a share of it that is no fraction: no vertex, all on a grid, lies there. */
const WITHIN = Math.SQRT2 - 1;

/**
 * Closed rings of vertex numbers from edges, held ground on the left of each: shells run counter-clockwise, holes
 * clockwise, and no ring passes a point twice. Where more than two edges meet, a ring turns within the ground that it
 * bounds, so rings touch there and never cross. The last number equals the first.
 *
 * @param shown numbers of edges of the series, an even number of them at every vertex
 * @param bands those edges by their places in `shown`, where somebody has them
 */
export function trace(
  { x, y, edges }: Pick<Series, 'x' | 'y' | 'edges'>,
  shown: ArrayLike<number>,
  bands?: () => Bands,
): number[][] {
  const count = shown.length;
  // Two halves of each edge: half 2i leaves its first vertex, half 2i + 1 its second.
  const tail = new Int32Array(count * 2);
  const next = new Int32Array(count * 2);
  const head = new Int32Array(x.length).fill(-1);
  for (let i = 0; i < count; i += 1) {
    const e = (shown[i] as number) * 2;
    for (const side of [0, 1]) {
      const v = edges[e + side] as number;
      const half = i * 2 + side;
      tail[half] = v;
      next[half] = head[v] as number;
      head[v] = half;
    }
  }
  const end = (half: number): number => tail[half ^ 1] as number;

  const latitude = (half: number): number => y[tail[half] as number] as number;
  let ownBands: Bands | undefined;
  const ownBandsOf = (): Bands =>
    (ownBands ??= bandsOf(count, (i) => [latitude(i * 2), latitude(i * 2 + 1)]));
  const everyEdge = (): Int32Array => Int32Array.from({ length: count }, (_, i) => i);

  /** Whether the ground on the left of a half is held: a ray from within its edge tells. */
  const isHeldLeft = (half: number): boolean => {
    const [a, b] = [tail[half] as number, end(half)];
    const [ax, ay, bx, by] = [x[a] as number, y[a] as number, x[b] as number, y[b] as number];
    const [mx, my] = [ax + (bx - ax) * WITHIN, ay + (by - ay) * WITHIN];
    const flat = ay === by;
    let beyond = false;
    const all = flat ? everyEdge() : (bands ?? ownBandsOf)().at(my);
    for (const i of all) {
      if (i === half >> 1) continue;
      const [p, q] = [tail[i * 2] as number, tail[i * 2 + 1] as number];
      const [px, py, qx, qy] = [x[p] as number, y[p] as number, x[q] as number, y[q] as number];
      if (flat) {
        if (px > mx !== qx > mx && my < py + ((mx - px) / (qx - px)) * (qy - py)) beyond = !beyond;
      } else if (py > my !== qy > my && mx < px + ((my - py) / (qy - py)) * (qx - px)) beyond = !beyond;
    }
    // Beyond is north of a flat edge, east of another: on the left of one that runs east, and of one that runs south.
    return beyond === (flat ? bx > ax : by < ay);
  };

  const used = new Uint8Array(count);
  /** The half by which a ring leaves a vertex that it came to by `half`. */
  const leave = (half: number, start: number): number => {
    const v = end(half);
    let only = -1;
    let several = false;
    for (let h = head[v] as number; h >= 0; h = next[h] as number) {
      if (used[h >> 1] && h !== start) continue;
      several ||= only >= 0;
      only = h;
    }
    if (!several) return only;
    const [vx, vy] = [x[v] as number, y[v] as number];
    const angle = (w: number): number => Math.atan2((y[w] as number) - vy, (x[w] as number) - vx);
    const back = angle(tail[half] as number);
    let least = Infinity;
    for (let h = head[v] as number; h >= 0; h = next[h] as number) {
      if (used[h >> 1] && h !== start) continue;
      // Clockwise from where it came: over the held ground on its left to that ground's other edge.
      const turn = (back - angle(end(h)) + 4 * Math.PI) % (2 * Math.PI);
      if (turn < least) [least, only] = [turn, h];
    }
    return only;
  };

  const rings: number[][] = [];
  const placeOf = new Int32Array(x.length).fill(-1);
  for (let i = 0; i < count; i += 1) {
    if (used[i]) continue;
    const start = isHeldLeft(i * 2) ? i * 2 : i * 2 + 1;
    const path: number[] = [];
    let half = start;
    do {
      used[half >> 1] = 1;
      const v = tail[half] as number;
      const seen = placeOf[v] as number;
      if (seen >= 0) {
        // A point passed twice parts a ring in two.
        const loop = path.splice(seen);
        for (const w of loop) placeOf[w] = -1;
        rings.push([...loop, v]);
      }
      placeOf[v] = path.length;
      path.push(v);
      half = leave(half, start);
      if (half < 0) throw new Error('edges do not close');
    } while (half !== start);
    for (const w of path) placeOf[w] = -1;
    rings.push([...path, tail[start] as number]);
  }
  return rings;
}
