import type { Position } from '#lib/domain/geometry/sphere.ts';
import {
  isOutline,
  MOST_CORNERS,
  outlineOf,
  type Outline,
  type OutlineFault,
} from '#lib/domain/view/outline.ts';
import type { Point } from '#lib/look/mercator.ts';

/** Pixels around the first corner that count as that corner. */
const CLOSE_PX = 16;

/** What the corners come to so far. */
export interface Drawn {
  readonly corners: readonly Position[];
  /** The area, once it is one. */
  readonly outline: Outline | undefined;
  /** What is in the way of it, other than that corners are missing. */
  readonly fault: OutlineFault | undefined;
}

export function drawnOf(corners: readonly Position[]): Drawn {
  const read = outlineOf(corners);
  if (isOutline(read)) {
    return { corners, outline: read, fault: corners.length >= MOST_CORNERS ? 'many' : undefined };
  }
  return { corners, outline: undefined, fault: read === 'few' ? undefined : read };
}

/** Whether a corner set at a spot would be the first one again, and so ends the drawing. */
export const closes = (corners: readonly Point[], [x, y]: Point): boolean => {
  const [first] = corners;
  return first !== undefined && corners.length >= 3 && Math.hypot(first[0] - x, first[1] - y) <= CLOSE_PX;
};

/** The corners with one more; as they are where no more can be told. */
export const withCorner = (corners: readonly Position[], corner: Position): readonly Position[] =>
  corners.length < MOST_CORNERS ? [...corners, corner] : corners;
