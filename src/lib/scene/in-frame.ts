import type { Line } from '#lib/domain/control/front.ts';
import { boxOf, boxesMeet, inRings, type Box, type Ring, type Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';

const boxes = new WeakMap<Ring, Box>();
function boxOfLine(line: Ring): Box {
  let box = boxes.get(line);
  if (!box) boxes.set(line, (box = boxOf([line])));
  return box;
}

/** Whether any of some lines runs through a box of degrees. */
export const linesMeet = (lines: readonly Line[], box: Box): boolean =>
  lines.some(
    (line) =>
      boxesMeet(boxOfLine(line), box) &&
      line.some((b, i) => i > 0 && edgeMeets(line[i - 1] as Position, b, box)),
  );

/** Whether any ground of rings, filled even-odd, lies in a box of degrees. */
export const groundMeets = (rings: Rings, box: Box): boolean =>
  linesMeet(rings, box) || inRings([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], rings);

/** Whether an edge has a point in a box: what is left of it after cutting at each side (Liang and Barsky, 1984). */
function edgeMeets([ax, ay]: Position, [bx, by]: Position, [w, s, e, n]: Box): boolean {
  let [from, until] = [0, 1];
  for (const [step, room] of [
    [ax - bx, ax - w],
    [bx - ax, e - ax],
    [ay - by, ay - s],
    [by - ay, n - ay],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) until = Math.min(until, room / step);
  }
  return from <= until;
}
