import * as v from 'valibot';
import { EVENT_KINDS, TARGETS, THEATRES } from '../events/terms.ts';
import { addDays, endOfDay, isDay, type Day } from '../time/day.ts';
import type { Unfinished } from './faults.ts';

/** For how long events of a sort are held back. `any` is every one, what gives none too. */
export const embargoRuleSchema = v.strictObject({
  kind: v.picklist([...EVENT_KINDS, 'any']),
  target: v.picklist([...TARGETS, 'any']),
  theatre: v.picklist([...THEATRES, 'any']),
  hours: v.pipe(
    v.number('is no number of hours'),
    v.minValue(0, 'is less than nothing'),
    v.maxValue(24 * 60, 'is more than sixty days'),
  ),
});
export type EmbargoRule = v.InferOutput<typeof embargoRuleSchema>;

export const embargoRulesSchema = v.pipe(
  v.array(embargoRuleSchema),
  v.maxLength(50, 'are more than fifty rules'),
);

const strike = (target: EmbargoRule['target'], hours: number): EmbargoRule => ({
  kind: 'strike',
  target,
  theatre: 'any',
  hours,
});

/** What is usual: twelve hours for what is military, three for what is civilian. */
export const USUAL_RULES: readonly EmbargoRule[] = [
  strike('military', 12),
  ...(['energy', 'industry', 'transport', 'housing', 'health'] as const).map((target) => strike(target, 3)),
];

/**
 * Until which instant (UTC milliseconds) the rules hold an event back: by the longest that fits it, counted from the
 * end of its last day in Kyiv, since a report gives the day and seldom the hour. Undefined where no rule fits, or no
 * day is known.
 */
export function embargoUntil(event: Unfinished, rules: readonly EmbargoRule[]): number | undefined {
  const hours = rules
    .filter((rule) => fits(rule.kind, event.kind) && fits(rule.target, event.target))
    .filter((rule) => fits(rule.theatre, event.theatre))
    .map((rule) => rule.hours);
  const last = lastDayOf(event.period);
  if (hours.length === 0 || last === undefined) return undefined;
  return endOfDay(last) + Math.max(...hours) * 3_600_000;
}

const fits = (wanted: string, is: unknown): boolean => wanted === 'any' || wanted === is;

function lastDayOf(period: unknown): Day | undefined {
  const { from, until } = (period ?? {}) as { from?: unknown; until?: unknown };
  if (typeof until === 'string' && isDay(until)) return addDays(until, -1);
  return typeof from === 'string' && isDay(from) ? from : undefined;
}
