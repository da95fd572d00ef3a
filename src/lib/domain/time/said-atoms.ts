import { addDays, dayNumber, isDay, maxDay, type Day } from './day.ts';
import type { BoundedPeriod } from './period.ts';
import { MONTH, monthOf, NUMBER, numberOf, WEEKDAY, weekdayOf } from './said-words.ts';

/** How a day or a period was said, as a code that words can be made from. */
export type SaidAs =
  | 'date'
  | 'date-no-year'
  | 'weekday'
  | 'today'
  | 'yesterday'
  | 'day-before-yesterday'
  | 'tomorrow'
  | 'night'
  | 'past-days'
  | 'ago'
  | 'weekend'
  | 'this-week'
  | 'last-week'
  | 'next-week'
  | 'this-month'
  | 'last-month'
  | 'next-month'
  | 'month';

/** One said time: where it stands, and the days that it means seen from a day. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly as: SaidAs;
  /** The days meant, seen from a day; `ahead` where the words say that it is to come. */
  readonly mean: (seen: Day, ahead: boolean) => BoundedPeriod | undefined;
  /** Whether it is seen from the last day of the report alone: a date is one date, whenever it was read. */
  readonly dated: boolean;
}

type Meaning = Pick<Atom, 'as' | 'mean'> & { readonly dated?: boolean };
type Reader = (match: RegExpExecArray, text: string) => Meaning[];

export const days = (from: Day, length = 1): BoundedPeriod => ({ from, until: addDays(from, length) });

const NOT_IN_WORD = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const pattern = (source: string, flags = 'giu'): RegExp =>
  new RegExp(`${NOT_IN_WORD}(?:${source})${END}`, flags);

const YEAR = '(?:,?\\s+(\\d{4})(?!\\d)(?:\\s*(?:року|рік|р\\.|года?|г\\.))?)?';
const NTH = '(?:-?(?:st|nd|rd|th|го|е|ого))?';
const DAY = `\\d{1,2}${NTH}`;
const TO = '\\s*(?:–|—|-|\\sto\\s|\\sthrough\\s|\\sпо\\s|\\sна\\s|\\sдо\\s)\\s*';
const BEFORE_MONTH = '(?:in|since|until|by|during|early|late|mid|у|в|з|з початку|с|с начала|до)';
const AND = '\\s*(?:,|\\sand\\s|\\sта\\s|\\sй\\s|\\sі\\s|\\sи\\s)\\s*';

/** In order: what stands earlier takes the words before what stands later. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [pattern('(\\d{4})-(\\d{2})-(\\d{2})(?:T\\S*)?'), ([, y, m, d]) => date(d, Number(m), y)],
  [pattern('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})'), ([, d, m, y]) => date(d, Number(m), y)],
  // With strokes the day may come first or second; where both would do, both are told.
  [
    pattern('(\\d{1,2})/(\\d{1,2})/(\\d{4})'),
    ([, a, b, y]) => [...date(a, Number(b), y), ...(a === b ? [] : date(b, Number(a), y))],
  ],
  [
    pattern(`(${DAY}(?:(?:${TO}|${AND})${DAY})*)\\s+(?:of\\s+)?(${MONTH})${YEAR}`),
    ([, list, month, year]) => (isName(month) ? listed(list, month, year) : []),
  ],
  // Letter case counts here: "on November 20 and 21 Russian brigades" has two days, "November 20 and 21 drones" one.
  [
    pattern(`(${MONTH})\\s+(${DAY}(?:${TO}${DAY}|\\sand\\s${DAY}(?!\\d|\\s+\\p{Ll}))?)(?!\\d)${YEAR}`, 'gu'),
    ([, month, list, year]) => listed(list, month, year),
  ],
  [
    pattern(`(?<=${NOT_IN_WORD}${BEFORE_MONTH}(?:\\s+|-))(${MONTH})${YEAR}`),
    ([, month, year]) => (isName(month) ? monthly(month, year) : []),
  ],
  [
    pattern(
      `(?:(?:last|this|next|coming|минул\\p{L}+|цього|цієї|наступн\\p{L}+|прошл\\p{L}+|эт\\p{L}+|следующ\\p{L}+)\\s+)?(${WEEKDAY})`,
    ),
    (match, text) => weekdays(match, text),
  ],
  [
    pattern('the day before yesterday|позавчора|позавчера'),
    () => relative('day-before-yesterday', (d) => days(addDays(d, -2))),
  ],
  [
    pattern('yesterday|[ву]чора|вчорашн\\p{L}+|вчера|вчерашн\\p{L}+'),
    () => relative('yesterday', (d) => days(addDays(d, -1))),
  ],
  [
    pattern(
      'overnight|last night|(?:цієї|минулої)\\s+ночі|[ву]ночі|(?:этой|прошлой|минувшей)\\s+ночью|ночью',
    ),
    () => relative('night', (d) => days(addDays(d, -1), 2)),
  ],
  [
    pattern('today|this (?:morning|afternoon|evening)|сьогодн\\p{L}+|сегодня\\p{L}*'),
    () => relative('today', (d) => days(d)),
  ],
  [pattern('tomorrow|завтра'), () => relative('tomorrow', (d) => days(addDays(d, 1)))],
  [
    pattern('(?:last|this|over the|at the) weekend|на (?:минулих\\s+)?вихідних|на (?:прошлых\\s+)?выходных'),
    () => relative('weekend', (d) => days(latestWeekday(5, d), 2)),
  ],
  [
    pattern('last week|минулого тижня|на прошлой неделе|на минувшей неделе'),
    () => relative('last-week', (d) => days(addDays(monday(d), -7), 7)),
  ],
  [pattern('this week|цього тижня|на этой неделе'), () => relative('this-week', thisWeek)],
  [
    pattern('next week|наступного тижня|на следующей неделе'),
    () => relative('next-week', (d) => days(addDays(monday(d), 7), 7)),
  ],
  [
    pattern('last month|минулого місяця|в прошлом месяце'),
    () => relative('last-month', (d) => wholeMonth(d, -1)),
  ],
  [pattern('this month|цього місяця|в этом месяце'), () => relative('this-month', thisMonth)],
  [
    pattern('next month|наступного місяця|в следующем месяце'),
    () => relative('next-month', (d) => wholeMonth(d, 1)),
  ],
  [
    pattern(
      `(?:past|last|за\\s+(?:останн|минул|попередн|последн|минувш|прошедш|прошл)\\p{L}+)\\s+(?:(${NUMBER})\\s+)?(hours|days?|weeks?|год\\p{L}+|доб[уи]|діб|день|дн[іяів]+|дней|тиж\\p{L}+|час\\p{L}*|сут\\p{L}+|недел\\p{L}+)`,
    ),
    ([, number, unit]) => past(number, unit),
  ],
  [pattern('за (добу|сутки)'), ([, unit]) => past(undefined, unit)],
  [
    pattern(
      `(?:(${NUMBER})\\s+)?(days?|weeks?|день|дн[іяів]+|дней|тиж\\p{L}+|недел\\p{L}+)\\s+(?:ago|тому(?:\\s+назад)?|назад)`,
    ),
    ([, number, unit]) => ago(number, unit),
  ],
];

/** Everything in a text that says a day or a period, in the order of the text; one place may have two meanings. */
export function atomsOf(text: string): Atom[] {
  const taken: Atom[] = [];
  for (const [regexp, read] of READERS) {
    for (const match of text.matchAll(regexp)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some((atom) => start < atom.end && end > atom.start)) continue;
      for (const meaning of read(match, text)) taken.push({ dated: false, ...meaning, start, end });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** "May" and "March" are also words, unless they begin with a capital. */
const isName = (month: string | undefined): boolean => !/^(?:may|mar|march)$/.test(month ?? '');

const relative = (as: SaidAs, mean: (seen: Day) => BoundedPeriod): Meaning[] => [{ as, mean }];

const pad = (n: number): string => String(n).padStart(2, '0');

const dayOf = (year: number, month: number, dayOfMonth: number): Day | undefined => {
  const text = `${year}-${pad(month)}-${pad(dayOfMonth)}`;
  return isDay(text) ? text : undefined;
};

function date(dayOfMonth: string | undefined, month: number, year: string | undefined): Meaning[] {
  const found = dayOf(Number(year), month, Number(dayOfMonth));
  return found ? [{ as: 'date', mean: () => days(found), dated: true }] : [];
}

/** "20–21 November", "20, 22 and 24 листопада": each day or range of a list, all of one month. */
function listed(list = '', month = '', year?: string): Meaning[] {
  const numbers = [...list.matchAll(/(?<!\d)\d{1,2}/g)].map((match) => Number(match[0]));
  const ranges = list.split(new RegExp(AND, 'iu')).map((part) => [...part.matchAll(/\d+/g)].map(Number));
  // A number that does not grow is no day of the list: "killed 30, 21 November".
  if (numbers.some((n, i) => i > 0 && n <= (numbers[i - 1] as number))) return [];
  return ranges.flatMap((range): Meaning[] => {
    const [first, last] = [range[0] ?? 0, range.at(-1) ?? 0];
    const mean = (seen: Day, ahead: boolean): BoundedPeriod | undefined => {
      const until = inYear(seen, ahead, year, (y) => dayOf(y, monthOf(month), last));
      const from = until && dayOf(Number(until.slice(0, 4)), monthOf(month), first);
      return from && { from, until: addDays(until, 1) };
    };
    return [{ as: year ? 'date' : 'date-no-year', mean, dated: true }];
  });
}

/** In the year that is said, else in the latest one that is not after the day seen from, or the next one ahead. */
function inYear(
  seen: Day,
  ahead: boolean,
  year: string | undefined,
  at: (year: number) => Day | undefined,
): Day | undefined {
  if (year !== undefined) return at(Number(year));
  const own = Number(seen.slice(0, 4));
  // Eight years: as far as two leap days can lie apart.
  for (let i = 0; i <= 8; i += 1) {
    const found = at(ahead ? own + i : own - i);
    if (found && (ahead ? found >= seen : found <= seen)) return found;
  }
  return undefined;
}

function monthly(month = '', year: string | undefined): Meaning[] {
  const mean = (seen: Day, ahead: boolean): BoundedPeriod | undefined => {
    // The month of the report counts as not after it, and as ahead too.
    const first = addDays(seen, 1 - Number(seen.slice(8)));
    const from = inYear(first, ahead, year, (y) => dayOf(y, monthOf(month), 1));
    return from && wholeMonth(from, 0);
  };
  return [{ as: 'month', mean, dated: true }];
}

export const weekdayAt = (d: Day): number => (((dayNumber(d) + 3) % 7) + 7) % 7;
const monday = (d: Day): Day => addDays(d, -weekdayAt(d));
const latestWeekday = (weekday: number, d: Day): Day => addDays(d, -((weekdayAt(d) - weekday + 7) % 7));

function weekdays(match: RegExpExecArray, text: string): Meaning[] {
  const written = match[1] ?? '';
  const weekday = weekdayOf(written);
  const before = text.slice(0, match.index);
  const named = match[0].slice(0, -written.length).trim();
  // "среду" is also "surroundings", so that it needs its preposition.
  if (/^сред/iu.test(written) && !named && !/(?<!\p{L})(?:в|на|со?|до|после)\s+$/iu.test(before)) return [];
  const isNext = /^(?:next|coming|наступ|следу)/iu.test(named);
  const isLast = /^(?:last|минул|прошл)/iu.test(named);
  const mean = (seen: Day, ahead: boolean): BoundedPeriod => {
    const latest = latestWeekday(weekday, isLast ? addDays(seen, -1) : seen);
    if (isNext) return days(addDays(latest, 7));
    return days(ahead && !isLast && latest < seen ? addDays(latest, 7) : latest);
  };
  return [{ as: 'weekday', mean }];
}

const thisWeek = (d: Day): BoundedPeriod => ({ from: monday(d), until: addDays(d, 1) });
const thisMonth = (d: Day): BoundedPeriod => ({ from: wholeMonth(d, 0).from, until: addDays(d, 1) });

function wholeMonth(d: Day, away: number): BoundedPeriod {
  const month = (n: number): Day => {
    const at = Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)) - 1 + n;
    return `${Math.floor(at / 12)}-${pad((at % 12) + 1)}-01` as Day;
  };
  return { from: month(away), until: month(away + 1) };
}

const isWeek = (unit: string): boolean => /^(?:week|тиж|недел)/iu.test(unit);

/** "The past three days" reach to the day of the report, and begin as many days before it. */
function past(number: string | undefined, unit = ''): Meaning[] {
  const count = number === undefined ? 1 : numberOf(number);
  const length = /^(?:hour|год|час)/iu.test(unit) ? Math.ceil(count / 24) : isWeek(unit) ? count * 7 : count;
  if (length < 1 || length > 92 || (/^(?:hour|год|час)/iu.test(unit) && number === undefined)) return [];
  return relative('past-days', (d) => days(addDays(d, -length), length + 1));
}

/** "Two days ago" is that day; "two weeks ago" is only about that day, so the days around it are meant. */
function ago(number: string | undefined, unit = ''): Meaning[] {
  const count = number === undefined ? 1 : numberOf(number);
  if (count < 1 || count > 31) return [];
  return relative('ago', (d) =>
    isWeek(unit) ? days(addDays(d, -7 * count - 3), 7) : days(addDays(d, -count)),
  );
}

/** What something means seen from a report that appeared on one of some days: every day that it can mean. */
export function seenFrom(atom: Atom, report: BoundedPeriod, ahead: boolean): BoundedPeriod | undefined {
  const last = addDays(report.until, -1);
  const late = atom.mean(last, ahead);
  const early = atom.dated ? late : atom.mean(report.from, ahead);
  return early && late && { from: early.from, until: maxDay(early.until, late.until) };
}
