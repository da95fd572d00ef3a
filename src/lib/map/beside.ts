import type { Line } from '../domain/control/front.ts';
import type { Position } from '../domain/geometry/sphere.ts';
import { worldSize } from '../look/mercator.ts';

/** Mean width of a letter, of its size; names need no truer measure to choose a side. */
const LETTER = 0.57;
const GAP_PX = 6;
const HALF_HEIGHT_PX = 8;

/** About how wide a name is, in pixels. */
export const nameWidth = (name: string, size: number): number => name.length * size * LETTER;

/** A choice of side for names beside points, of which it is asked many times for the same lines. */
export type SideOf = (at: Position, name: string, size: number, zoom: number) => 'left' | 'right';

/** How closely the lines are followed, in degrees. */
const STEP = 0.01;

/** On which side of its point a name covers less of the front: the right, unless only the left is free. */
export function besideFront(lines: readonly Line[]): SideOf {
  // While days pass it is seldom asked.
  let made: Rows | undefined;
  return ([lng, lat], name, size, zoom) => {
    const degree = 360 / worldSize(zoom);
    const high = HALF_HEIGHT_PX * degree * Math.cos((lat * Math.PI) / 180);
    const wide = (GAP_PX + nameWidth(name, size)) * degree;
    let [left, right] = [0, 0];
    for (let row = Math.floor((lat - high) * 10); row <= Math.floor((lat + high) * 10); row += 1) {
      for (const [x, y] of (made ??= rowsOf(lines)).get(row) ?? []) {
        if (Math.abs(y - lat) > high || Math.abs(x - lng) > wide) continue;
        if (x < lng) left += 1;
        else right += 1;
      }
    }
    return right > 0 && left === 0 ? 'left' : 'right';
  };
}

/** Points along lines, by tenths of a degree of latitude. */
type Rows = ReadonlyMap<number, readonly Position[]>;
function rowsOf(lines: readonly Line[]): Rows {
  const rows = new Map<number, Position[]>();
  for (const line of lines) {
    for (let i = 1; i < line.length; i += 1) {
      const [a, b] = [line[i - 1] as Position, line[i] as Position];
      const n = Math.min(500, Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / STEP)));
      for (let k = 0; k < n; k += 1) {
        const p: Position = [a[0] + ((b[0] - a[0]) * k) / n, a[1] + ((b[1] - a[1]) * k) / n];
        const row = Math.floor(p[1] * 10);
        const list = rows.get(row);
        if (list) list.push(p);
        else rows.set(row, [p]);
      }
    }
  }
  return rows;
}
