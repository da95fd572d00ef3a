import type { Lang } from '../domain/text.ts';
import { addDays, type Day } from '../domain/time/day.ts';
import type { Period } from '../domain/time/period.ts';

const LOCALE = { en: 'en-GB', uk: 'uk-UA' } as const;
const cache = new Map<string, Intl.DateTimeFormat>();

function format(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options);
  let made = cache.get(key);
  if (!made) cache.set(key, (made = new Intl.DateTimeFormat(LOCALE[lang], { timeZone: 'UTC', ...options })));
  return made;
}
const write = (lang: Lang, d: Day, options: Intl.DateTimeFormatOptions): string =>
  format(lang, options)
    .format(Date.parse(`${d}T00:00:00Z`))
    .replace(/ р\.$/, '');

/** `26 November 2024`, `26 листопада 2024`. */
export const longDay = (lang: Lang, d: Day): string =>
  write(lang, d, { day: 'numeric', month: 'long', year: 'numeric' });

/** `26 November`, `26 листопада`. */
export const dayAndMonth = (lang: Lang, d: Day): string => write(lang, d, { day: 'numeric', month: 'long' });

/** `26 Nov 2024`, `26 лист. 2024`. */
export const mediumDay = (lang: Lang, d: Day): string =>
  write(lang, d, { day: 'numeric', month: 'short', year: 'numeric' });

/** `26 Nov`, `26 лист.`. */
export const shortDay = (lang: Lang, d: Day): string => write(lang, d, { day: 'numeric', month: 'short' });

/** `Tuesday`, `вівторок`. */
export const weekday = (lang: Lang, d: Day): string => write(lang, d, { weekday: 'long' });

/** `November 2024`, `листопад 2024`. */
export const monthOf = (lang: Lang, d: Day): string => write(lang, d, { month: 'long', year: 'numeric' });

/** `Nov`, `Nov 2024`: a month under a chart. */
export const monthMark = (lang: Lang, d: Day, withYear: boolean): string =>
  write(lang, d, { month: 'short', ...(withYear ? { year: 'numeric' } : {}) });

/** The number of the day in its month. */
export const dayOfMonth = (d: Day): string => String(Number(d.slice(8)));

/** An instant (UTC ms) as a day and time in Kyiv. */
export const instant = (lang: Lang, ms: number): string =>
  new Intl.DateTimeFormat(LOCALE[lang], {
    timeZone: 'Europe/Kyiv',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(ms)
    .replace(/ р\.,?/, ',');

/** A period in words: `21 Nov 2024`, `18–24 Nov 2024`, `until 25 Nov 2024`, `from 25 Nov 2024`, `undated`. */
export function period(lang: Lang, p: Period): string {
  const last = p.until === undefined ? undefined : addDays(p.until, -1);
  if (p.from !== undefined && last !== undefined) {
    if (p.from === last) return mediumDay(lang, p.from);
    if (p.from.slice(0, 7) === last.slice(0, 7)) return `${dayOfMonth(p.from)}–${mediumDay(lang, last)}`;
    return `${p.from.slice(0, 4) === last.slice(0, 4) ? shortDay(lang, p.from) : mediumDay(lang, p.from)} – ${mediumDay(lang, last)}`;
  }
  if (last !== undefined) return `${lang === 'uk' ? 'до' : 'by'} ${mediumDay(lang, last)}`;
  if (p.from !== undefined) return `${lang === 'uk' ? 'від' : 'from'} ${mediumDay(lang, p.from)}`;
  return lang === 'uk' ? 'без дати' : 'undated';
}
