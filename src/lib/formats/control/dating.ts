import { day, dayOfInstant, isDay, type Day } from '../../domain/time/day.ts';
import type { DaySource, Fault } from './report.ts';

/** Where the day is written: found out, or told. */
export type DayFrom =
  | { readonly from: 'auto' }
  | { readonly from: 'name' }
  | { readonly from: 'file' }
  | { readonly from: 'property'; readonly key: string };

/** `auto`, `name` (the collection's own), `file` (the file's name) or `property:<key>`; undefined for anything else. */
export function readDayFrom(text: string): DayFrom | undefined {
  if (text === 'auto' || text === 'name' || text === 'file') return { from: text };
  const key = /^property:(.+)$/.exec(text)?.[1];
  return key === undefined ? undefined : { from: 'property', key };
}

/** Nothing here is older: the war began in February 2014. */
export const FIRST_DAY = day('2014-01-01');

/** A day, or what is wrong with one that is written as a day. */
export function checkedDay(text: string, today: Day): Day | Fault {
  // Years beyond those of the calendar are days to a person, and a slip.
  if (!isDay(text)) {
    const asDate = new Date(`${text}T00:00:00Z`);
    if (Number.isNaN(asDate.getTime()) || !asDate.toISOString().startsWith(text))
      return { code: 'no-such-day', day: text };
    return text < FIRST_DAY
      ? { code: 'day-too-early', day: text, first: FIRST_DAY }
      : { code: 'day-in-future', day: text, today };
  }
  if (text < FIRST_DAY) return { code: 'day-too-early', day: text, first: FIRST_DAY };
  if (text > today) return { code: 'day-in-future', day: text, today };
  return text;
}

/** Unix seconds or milliseconds between 2001 and 2286, as the day in Kyiv. */
const ofUnix = (digits: string): string => dayOfInstant(Number(digits) * (digits.length === 10 ? 1000 : 1));

/** The day in a name such as `front_2024-11-25.geojson`, `20241125`, `1732570846.geojson`; none where there are two. */
export function dayInName(name: string): string | undefined {
  const base = name.split(/[/\\]/).at(-1) ?? name;
  const found = new Set<string>();
  const rest = base.replace(
    /(?<!\d)((?:19|20|21|22)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g,
    (_, year: string, _sign: string, month: string, date: string) => {
      found.add(`${year}-${month}-${date}`);
      return ' ';
    },
  );
  for (const [digits] of rest.matchAll(/(?<!\d)1\d{9}(\d{3})?(?!\d)/g)) found.add(ofUnix(digits));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The day that a property's value says: a day, a date with a time (its day in Kyiv), or Unix time. */
export function dayOfValue(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return dayOfText(String(Math.trunc(value)));
  return typeof value === 'string' ? dayOfText(value.trim()) : undefined;
}

function dayOfText(text: string): string | undefined {
  if (/^1\d{9}(\d{3})?$/.test(text)) return ofUnix(text);
  const parts = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T ](.*))?$/.exec(text);
  if (!parts) return undefined;
  const written = `${parts[1]}-${parts[3]}-${parts[4]}`;
  const time = parts[5];
  // A time with its zone is an instant, and its day is that in Kyiv; without a zone the day is as written.
  if (time === undefined || !/(Z|[+-]\d\d:?\d\d)$/i.test(time)) return written;
  const ms = Date.parse(`${written}T${time.replace(/ /g, '')}`);
  return Number.isNaN(ms) ? written : dayOfInstant(ms);
}

const KEYS = ['day', 'date', 'datetime', 'timestamp'];

/** The day in the usual properties of a feature. */
export function dayInProperties(properties: Readonly<Record<string, unknown>>): string | undefined {
  const keys = Object.keys(properties);
  for (const wanted of KEYS) {
    const key = keys.find((k) => k.toLowerCase() === wanted);
    const found = key === undefined ? undefined : dayOfValue(properties[key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a document says of days: its file's name, its own name, and the properties of each of its features. */
export interface Dated {
  readonly file: string;
  readonly name: unknown;
  readonly properties: readonly Readonly<Record<string, unknown>>[];
  /** Whether the file holds many documents, so that its name is no day of one of them unless nothing else is. */
  readonly many: boolean;
}

/** A day for each feature, or why there is none: one fault for all where the document has one day for all. */
export function datesOf(dated: Dated, how: DayFrom): (string | Fault)[] | Fault {
  const all = (found: string): string[] => dated.properties.map(() => found);
  if (how.from === 'property') {
    return dated.properties.map(
      (p): string | Fault => dayOfValue(p[how.key]) ?? { code: 'no-day', from: 'property', key: how.key },
    );
  }
  const inFile = dayInName(dated.file);
  const inName = typeof dated.name === 'string' ? dayInName(dated.name) : undefined;
  if (how.from !== 'auto') {
    const told = how.from === 'file' ? inFile : inName;
    return told === undefined ? { code: 'no-day', from: how.from } : all(told);
  }
  const inEach = dated.properties.map(dayInProperties);
  const each = inEach.every((found) => found !== undefined) ? inEach : [];
  const distinct = new Set(each);
  // Days of their own in one document: its name says when the whole was made.
  if (distinct.size > 1) return each as string[];
  const said: { from: DaySource; day: string | undefined }[] = [
    { from: 'property', day: each[0] },
    { from: 'name', day: inName },
    { from: 'file', day: inFile },
  ];
  const days = said.filter((s): s is { from: DaySource; day: string } => s.day !== undefined);
  const first = days[0];
  if (!first) return { code: 'no-day', from: 'anywhere' };
  if (!dated.many && days.some((d) => d.day !== first.day)) return { code: 'days-disagree', days };
  return all(first.day);
}
