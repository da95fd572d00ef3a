import * as v from 'valibot';
import type { Brand } from '../brand.ts';

/** A calendar day in Europe/Kyiv as `YYYY-MM-DD`. Days sort as text. */
export type Day = Brand<string, 'Day'>;

const MS_PER_DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that the calendar has (no 30 February), between 1900 and 2199. */
export function isDay(text: string): text is Day {
  if (!PATTERN.test(text)) return false;
  const year = Number(text.slice(0, 4));
  if (year < 1900 || year > 2199) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

export const daySchema = v.pipe(
  v.string(),
  v.check((text) => isDay(text), 'is no day; write it as YYYY-MM-DD'),
  v.transform((text) => text as Day),
);

/** A day known to be one, for constants in code. Throws where it is not. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`"${text}" is no day`);
  return text;
}

/** Whole days since 1970-01-01. */
export const dayNumber = (d: Day): number => Date.parse(`${d}T00:00:00Z`) / MS_PER_DAY;

export const dayFromNumber = (n: number): Day => new Date(n * MS_PER_DAY).toISOString().slice(0, 10) as Day;

export const addDays = (d: Day, days: number): Day => dayFromNumber(dayNumber(d) + days);

/** Days from `a` to `b`; negative where b is earlier. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);

export const minDay = (a: Day, b: Day): Day => (a < b ? a : b);
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);

const kyiv = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Kyiv',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Kyiv at an instant (UTC milliseconds). */
export const dayOfInstant = (ms: number): Day => kyiv.format(ms) as Day;

/**
 * The instant (UTC milliseconds) at which a day in Kyiv ends, exclusive. Kyiv is two or three hours ahead of UTC,
 * and the offset is found by asking the calendar, so that a change of summer time is right.
 */
export function endOfDay(d: Day): number {
  const utcEnd = Date.parse(`${addDays(d, 1)}T00:00:00Z`);
  for (const hours of [3, 2]) {
    const end = utcEnd - hours * 3_600_000;
    if (dayOfInstant(end) > d && dayOfInstant(end - 1) === d) return end;
  }
  return utcEnd - 2 * 3_600_000;
}
