/** A size or a point in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Between the pointer and the box, and between the box and the edges. */
export const GAP = 14;
export const EDGE = 8;

/**
 * Where a small box stands beside a pointer: to the right and below, flipped at an edge, and never under the pointer.
 * Where it fits on neither side across, it stands above or below.
 */
export function beside(pointer: Point, box: Size, room: Size): Point {
  const across = side(pointer.x, box.width, room.width);
  const down = side(pointer.y, box.height, room.height);
  if (across !== undefined) return { x: across, y: down ?? clamp(pointer.y + GAP, box.height, room.height) };
  return {
    x: clamp(pointer.x - box.width / 2, box.width, room.width),
    y: down ?? clamp(pointer.y + GAP, box.height, room.height),
  };
}

/** After the pointer, else before it; undefined where neither fits. */
function side(at: number, length: number, room: number): number | undefined {
  if (at + GAP + length <= room - EDGE) return at + GAP;
  const before = at - GAP - length;
  if (before >= EDGE && before + length <= room - EDGE) return before;
  return undefined;
}

const clamp = (at: number, length: number, room: number): number =>
  Math.max(EDGE, Math.min(at, room - EDGE - length));
