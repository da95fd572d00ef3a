import { begins } from '#lib/domain/control/begins.ts';
import { nearestOf } from '#lib/domain/geometry/nearest.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { addDays, minDay, type Day } from '#lib/domain/time/day.ts';
import type { Asked } from '../pages/asked.ts';

/** Days back in which a change is looked for: a month, and where there was none in it, a year. */
const BACK = [30, 366] as const;

/** Two days to compare: the one before ground changed hands and the one after it. */
export interface Around {
  readonly flip: Day;
  readonly before: Day;
  readonly after: Day;
}

/** The days around the change nearest to a point, of those equally near the newest; without a point the newest. */
export function aroundNearestFlip(
  { control, day }: Pick<Asked, 'control' | 'day'>,
  point: Position | undefined,
): Around | undefined {
  const { lastReviewed } = control;
  if (!lastReviewed || !day) return undefined;
  const until = minDay(day, lastReviewed);
  for (const back of BACK) {
    const flips = control
      .flips(addDays(until, -back), until)
      .filter((flip) => !begins(control.history, flip.statement))
      .map((flip) => ({
        day: flip.day,
        metres: point ? (nearestOf(flip.patch, point)?.metres ?? Infinity) : 0,
      }))
      .sort((a, b) => a.metres - b.metres || (a.day < b.day ? 1 : -1));
    const [flip] = flips;
    if (flip)
      return {
        flip: flip.day,
        before: addDays(flip.day, -1),
        after: minDay(addDays(flip.day, 1), lastReviewed),
      };
  }
  return undefined;
}
