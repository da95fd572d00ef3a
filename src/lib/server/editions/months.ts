import type { Day } from '#lib/domain/time/day.ts';
import { monthOf } from '#lib/domain/time/month.ts';

/** Under which name an edition keeps what it has of a month. */
export const monthName = (all: string, month: string): string => `${all}/${month}.json`;

/** Things of some days by the name of their month. */
export function byMonth<T extends { readonly day: Day }>(
  all: string,
  things: readonly T[],
): Map<string, T[]> {
  const months = Map.groupBy(things, (thing) => monthOf(thing.day));
  return new Map([...months].map(([month, of]) => [monthName(all, month), of]));
}
