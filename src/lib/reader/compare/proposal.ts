import { boxesMeet, boxOf, type Box } from '#lib/domain/geometry/rings.ts';
import { addDays, maxDay, minDay, type Day } from '#lib/domain/time/day.ts';
import type { Control } from '#lib/scene/control.ts';

/** Days that are looked back for a change, further only where there is none. */
const LOOKS = [7, 30, 120] as const;
/** The day to compare with where nothing ever changed. */
const USUAL = 7;

/**
 * The day that is worth comparing with another: that before ground last changed hands, in a box if any did there
 * lately, else anywhere.
 */
export function proposedBefore(control: Pick<Control, 'flips' | 'opens'>, shown: Day, box: Box): Day {
  const first = control.opens ?? addDays(shown, -USUAL);
  const lasts = (days: number | undefined): { here?: Day | undefined; any?: Day | undefined } => {
    const since = days === undefined ? first : addDays(shown, -days);
    const flips = since < shown ? control.flips(since, shown) : [];
    const last = (some: typeof flips): Day | undefined =>
      some
        .map((f) => f.day)
        .sort()
        .at(-1);
    return { here: last(flips.filter((f) => boxesMeet(boxOf(f.patch), box))), any: last(flips) };
  };
  let any: Day | undefined;
  for (const days of LOOKS) {
    const found = lasts(days);
    if (found.here) return addDays(found.here, -1);
    any ??= found.any;
  }
  any ??= lasts(undefined).any;
  if (any) return addDays(any, -1);
  return minDay(maxDay(first, addDays(shown, -USUAL)), addDays(shown, -1));
}
