import { isDay, type Day } from '#lib/domain/time/day.ts';
import { clampDay } from '#lib/scene/timeline.ts';

/** What a reader typed as a date: the day to show, and what must be said about it. */
export interface TypedDay {
  /** None where nothing like a date was typed. */
  readonly day?: Day;
  readonly note?: 'no-day' | 'no-such-day' | 'outside';
}

/**
 * Read a typed date. One that the calendar does not have becomes the last day of its month, one outside of the days
 * that can be chosen the nearest of them.
 */
export function typedDay(text: string, ends: { readonly first: Day; readonly last: Day }): TypedDay {
  const [, year, month, date] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text) ?? [];
  if (year === undefined || month === undefined || date === undefined) return { note: 'no-day' };
  const [m, d] = [Number(month), Number(date)];
  const real = nearest(Number(year), Math.min(12, Math.max(1, m)), Math.max(1, d));
  // A year that no day can have stands at an end all the same.
  if (real === undefined)
    return { day: Number(year) < Number(ends.first.slice(0, 4)) ? ends.first : ends.last, note: 'outside' };
  const day = clampDay(real, ends);
  if (day !== real) return { day, note: 'outside' };
  return Number(real.slice(5, 7)) === m && Number(real.slice(8)) === d
    ? { day }
    : { day, note: 'no-such-day' };
}

function nearest(year: number, month: number, date: number): Day | undefined {
  for (let d = Math.min(31, date); d >= 28 || d === date; d -= 1) {
    const text = [year, month, d].map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0')).join('-');
    if (isDay(text)) return text;
  }
  return undefined;
}
