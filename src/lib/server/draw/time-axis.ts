import type { Lang } from '#lib/domain/text.ts';
import { addDays, dayNumber, type Day } from '#lib/domain/time/day.ts';
import { textWidth } from '#lib/look/text-width.ts';
import { monthMark } from '#lib/words/dates.ts';

/** Days from left to right. */
export interface TimeAxis {
  readonly width: number;
  readonly from: Day;
  /** The last day, included. */
  readonly until: Day;
  /** Where a day begins, in pixels. */
  x(d: Day): number;
}

export function timeAxis(width: number, from: Day, until: Day): TimeAxis {
  const [first, end] = [dayNumber(from), dayNumber(addDays(until, 1))];
  const x = (d: Day): number =>
    (Math.max(0, Math.min(end - first, dayNumber(d) - first)) / (end - first)) * width;
  return { width, from, until, x };
}

/** The first days of the months that begin within some days. */
export function firstsOfMonths(from: Day, until: Day): Day[] {
  const firsts: Day[] = [];
  const ofMonth = (d: Day): Day => addDays(d, 1 - Number(d.slice(8)));
  // From a first day 31 days on lies in the next month.
  for (let d = ofMonth(from); d <= until; d = ofMonth(addDays(d, 31))) if (d >= from) firsts.push(d);
  return firsts;
}

/** Pixels between the names of two months. */
const GAP = 14;
export const TICK_SIZE = 12;

/** The first days of months, each with its name where there is room for it; a year is named with its first month. */
export function monthTicks(axis: TimeAxis, lang: Lang): { x: number; text: string | undefined }[] {
  const { from, until, width } = axis;
  let year = '';
  let free = 0;
  return firstsOfMonths(from, until).map((d) => {
    const x = axis.x(d);
    const isYear = d.slice(0, 4) !== year;
    const text = monthMark(lang, d, isYear);
    const wide = textWidth(text, 'regular', TICK_SIZE);
    if (x < free || x + wide > width) return { x, text: undefined };
    free = x + wide + GAP;
    year = d.slice(0, 4);
    return { x, text };
  });
}
