import type { Point } from './mercator.ts';
import { textWidth, type Face } from './text-width.ts';

/** A rectangle in pixels. */
export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A label that wants a place. */
export interface LabelRequest {
  readonly id: string;
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly letterSpacing?: number;
  /** What is named: the label stands beside it. */
  readonly point: Point;
  /** Pixels between the point and the text; 0 centres the label on the point. */
  readonly gap: number;
  /** Radius around the point that no other label may cover. */
  readonly radius: number;
  /** The greater goes first. */
  readonly priority: number;
  /** A second line under the text: the room that it takes, in pixels. */
  readonly under?: { readonly width: number; readonly height: number };
  /** Other points that would do as well, for names of wide areas. */
  readonly others?: readonly Point[];
}

export interface PlacedLabel {
  readonly id: string;
  readonly request: LabelRequest;
  /** Start of the text's baseline. */
  readonly x: number;
  readonly y: number;
  /** The text with air around it: no two placed boxes overlap. */
  readonly box: Rect;
}

export const overlap = (a: Rect, b: Rect): boolean =>
  a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
export const around = ([x, y]: Point, radius: number): Rect => ({
  x0: x - radius,
  y0: y - radius,
  x1: x + radius,
  y1: y + radius,
});
const inside = (a: Rect, b: Rect): boolean => a.x0 >= b.x0 && a.y0 >= b.y0 && a.x1 <= b.x1 && a.y1 <= b.y1;

/** Height of capitals and depth below the baseline, of the size. */
const ASCENT = 0.78;
const DESCENT = 0.24;
const AIR = { x: 3, y: 2 } as const;

/** Where the text may stand around its point, the best first, as direction and alignment. */
const ANCHORS: readonly { dx: number; dy: number; align: 0 | 0.5 | 1 }[] = [
  { dx: 1, dy: -0.35, align: 0 },
  { dx: 1, dy: 0.55, align: 0 },
  { dx: -1, dy: -0.35, align: 1 },
  { dx: -1, dy: 0.55, align: 1 },
  { dx: 0, dy: -1, align: 0.5 },
  { dx: 0, dy: 1, align: 0.5 },
];

function candidates(request: LabelRequest): PlacedLabel[] {
  const { text, face, size, letterSpacing = 0, gap, point, under } = request;
  const width = textWidth(text, face, size, letterSpacing);
  const spread = Math.max(0, ((under?.width ?? 0) - width) / 2);
  const at = (x: number, y: number): PlacedLabel => ({
    id: request.id,
    request,
    // Whole pixels keep the letters crisp.
    x: Math.round(x),
    y: Math.round(y),
    box: {
      x0: x - spread - AIR.x,
      x1: x + width + spread + AIR.x,
      y0: y - size * ASCENT - AIR.y,
      y1: y + size * DESCENT + AIR.y + (under?.height ?? 0),
    },
  });
  const middle = (size * (ASCENT - DESCENT)) / 2;
  if (gap === 0) return [point, ...(request.others ?? [])].map(([x, y]) => at(x - width / 2, y + middle));
  return ANCHORS.map(({ dx, dy, align }) => {
    const x = point[0] + dx * gap - align * width;
    const lift = align === 0.5 ? dy * (gap + size * 0.5) : dy * Math.min(gap, 9);
    return at(x, point[1] + middle + lift);
  });
}

/**
 * Greedy placement: the most important label first, each at the best of its anchors where it overlaps neither another
 * label nor an obstacle and lies wholly inside the frame; a label without such an anchor is left out. Among free
 * anchors the one that covers least of what it should rather not (the front line) wins.
 *
 * @param frame where text may stand, edges included
 * @param obstacles what no label may touch: marks, chips, insets
 * @param rather points that labels should rather not cover
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  frame: Rect,
  obstacles: readonly Rect[],
  rather: readonly Point[] = [],
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken: { rect: Rect; owner: string }[] = obstacles.map((rect) => ({ rect, owner: '' }));
  const sorted = [...requests].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  for (const request of sorted) {
    const dot = around(request.point, request.radius);
    if (request.radius > 0 && taken.some((t) => t.owner !== request.id && overlap(t.rect, dot))) continue;
    let best: PlacedLabel | undefined;
    let least = Infinity;
    for (const [i, candidate] of candidates(request).entries()) {
      if (!inside(candidate.box, frame) || taken.some((t) => overlap(t.rect, candidate.box))) continue;
      const { x0, x1, y0, y1 } = candidate.box;
      // Of many anchors for a wide area one is nearly as good as the next.
      let cost = request.gap === 0 ? i * 0.1 : i;
      const covered = rather.filter(([x, y]) => x > x0 && x < x1 && y > y0 && y < y1).length;
      // The name of a wide area has room elsewhere or is not needed; a town has only its own sides.
      if (covered > 0 && request.gap === 0 && !request.under) continue;
      cost += 3 * covered;
      if (cost < least) [best, least] = [candidate, cost];
    }
    if (!best) continue;
    placed.push(best);
    taken.push({ rect: best.box, owner: request.id });
    if (request.gap > 0) taken.push({ rect: dot, owner: request.id });
  }
  return placed;
}
