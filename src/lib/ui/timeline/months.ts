import type { Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { TimelineBase } from '#lib/scene/timeline.ts';
import { monthOf } from '#lib/words/dates.ts';

/** A name under the axis. `x` is a fraction of it; the text begins there. */
export interface MonthLabel {
  readonly x: number;
  readonly text: string;
}

/** Pixels that a character takes at most on average, and the air between two labels. */
const CHARACTER = 7;
const AIR = 14;

/** Axes narrower than this, in pixels, have short names. */
const NARROW = 420;

/**
 * The months that can be named under an axis of a width in pixels without touching: years first, then half-years,
 * quarters, and the others as there is room. On a wide axis the first that is named says its year, and each January
 * does; on a narrow one a January is its year, and where all is one year the date above the axis says it.
 */
export function monthLabels(
  { months, axis, lang }: Pick<TimelineBase, 'months' | 'axis' | 'lang'>,
  width: number,
): MonthLabel[] {
  const narrow = width < NARROW;
  const years = !narrow || axis.first.slice(0, 4) !== axis.last.slice(0, 4);
  const name = (day: Day, first: boolean): string =>
    nameOf(lang, day, narrow, years && (day.slice(5, 7) === '01' || (first && !narrow)));
  const taken: { day: Day; from: number; until: number; x: number }[] = [];
  const candidates = months
    .map(({ day, x }) => ({ day, x, rank: rankOf(day, axis.first) }))
    .sort((a, b) => a.rank - b.rank || a.x - b.x);
  for (const { day, x } of candidates) {
    const from = x * width;
    // Measured as if it were the first that is named, as it may turn out to be.
    const until = from + name(day, true).length * CHARACTER + AIR;
    if (until - AIR > width && day !== axis.first) continue;
    if (taken.every((t) => until <= t.from || from >= t.until)) taken.push({ day, from, until, x });
  }
  return taken.sort((a, b) => a.from - b.from).map(({ day, x }, i) => ({ x, text: name(day, i === 0) }));
}

function rankOf(day: Day, first: Day): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  // Where the axis begins inside a month, its name is welcome but not at the cost of one that begins.
  if (day === first && !day.endsWith('-01')) return 8;
  if (month === 1) return year % 10 === 0 ? 0 : year % 5 === 0 ? 1 : 2;
  if (month === 7) return 3;
  return month === 4 || month === 10 ? 4 : 5;
}

function nameOf(lang: Lang, day: Day, narrow: boolean, withYear: boolean): string {
  const [name = '', year = ''] = monthOf(lang, day).split(' ');
  if (narrow && withYear) return year;
  const text = name.charAt(0).toLocaleUpperCase(lang) + name.slice(1, narrow ? 3 : undefined);
  return withYear ? `${text} ${year}` : text;
}
