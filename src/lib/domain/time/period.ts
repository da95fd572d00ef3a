import * as v from 'valibot';
import { addDays, dayNumber, daySchema, type Day } from './day.ts';

/**
 * A half-open period of days, `[from, until)`. A missing end is an unknown one: `{ until }` is "some time before
 * until", `{ from }` is "from then on, end unknown", `{}` is undated altogether.
 */
export const periodSchema = v.pipe(
  v.strictObject({ from: v.optional(daySchema), until: v.optional(daySchema) }),
  v.check(
    (p) => p.from === undefined || p.until === undefined || p.from < p.until,
    'ends before it starts; `until` is the first day after the period',
  ),
);
export type Period = v.InferOutput<typeof periodSchema>;

/** A period whose ends are both known. */
export const boundedPeriodSchema = v.pipe(
  v.strictObject({ from: daySchema, until: daySchema }),
  v.check((p) => p.from < p.until, 'ends before it starts; `until` is the first day after the period'),
);
export type BoundedPeriod = v.InferOutput<typeof boundedPeriodSchema>;

/** Both days included, as a reader writes it. */
export const periodOfDays = (first: Day, last: Day): BoundedPeriod => ({
  from: first,
  until: addDays(last, 1),
});

/** The last day inside a period, or undefined where its end is unknown. */
export const lastDay = (p: Period): Day | undefined =>
  p.until === undefined ? undefined : addDays(p.until, -1);

/** Number of days; undefined where an end is unknown. */
export const lengthInDays = (p: Period): number | undefined =>
  p.from === undefined || p.until === undefined ? undefined : dayNumber(p.until) - dayNumber(p.from);

/** Whether the whole of `inner` lies inside `outer`. An unknown start is never inside. */
export const isWithin = (inner: Period, outer: BoundedPeriod): boolean =>
  inner.from !== undefined &&
  inner.until !== undefined &&
  inner.from >= outer.from &&
  inner.until <= outer.until;

/** Whether two periods share a day; unknown ends reach for ever. */
export const overlaps = (a: Period, b: Period): boolean =>
  (a.from === undefined || b.until === undefined || a.from < b.until) &&
  (b.from === undefined || a.until === undefined || b.from < a.until);

/**
 * Days between the nearest days of two periods, 0 where they share one; undefined where an unknown end leaves it open.
 * Two periods that begin at the same unknown time are not known to share a day.
 */
export function daysApart(a: Period, b: Period): number | undefined {
  if (a.from !== undefined && b.until !== undefined && a.from >= b.until)
    return dayNumber(a.from) - dayNumber(b.until) + 1;
  if (b.from !== undefined && a.until !== undefined && b.from >= a.until)
    return dayNumber(b.from) - dayNumber(a.until) + 1;
  const bounded = [a.from, a.until, b.from, b.until].every((end) => end !== undefined);
  return bounded ? 0 : undefined;
}
