import { addDays, daysBetween, type Day } from './day.ts';
import type { BoundedPeriod, Period } from './period.ts';
import { isPlanned } from './planned.ts';
import { atomsOf, seenFrom, type Atom, type SaidAs } from './said-atoms.ts';

export type { SaidAs } from './said-atoms.ts';

/** A day or a period that a sentence says, for an editor to take or to leave. */
export interface SaidDays {
  /** Where the words stand in the sentence, in UTF-16 units; `to` is after the last. */
  readonly from: number;
  readonly to: number;
  readonly period: Period;
  /** How it was said, e.g. `weekday`; for a range how its end was said. */
  readonly why: SaidAs;
  /** Said as a range, or with one end only; as the night before, or the night after. */
  readonly form: 'plain' | 'range' | 'since' | 'after' | 'until' | 'before' | 'night';
  /** Whether all of it lies after the report: it was announced. */
  readonly later: boolean;
}

interface Said extends Atom {
  readonly period: Period;
  readonly form: SaidDays['form'];
  /** Another meaning of the same words comes after the first. */
  readonly second?: boolean;
}

/** How much a way of saying is worth: a date before a weekday, a day before a week. */
const RANK: Record<SaidAs, number> = {
  date: 0, 'date-no-year': 1, night: 2, yesterday: 2, today: 2, 'day-before-yesterday': 2, tomorrow: 2, weekday: 2,
  ago: 3, weekend: 3, 'past-days': 3, 'this-week': 4, 'last-week': 4, 'next-week': 4, month: 5, 'this-month': 5,
  'last-month': 5, 'next-month': 5,
}; // prettier-ignore

/**
 * The days and periods that a sentence says in English, Ukrainian or Russian, best first, seen from the day on which
 * its report appeared (or the days on which it can have). A weekday is the latest such day that is not after the
 * report, a date without a year the nearest that is not after it; where the words say that something is to come, it
 * is the next one, and `later` says so. Two meanings that are as good are both told.
 */
export function saidDays(sentence: string, report: Day | BoundedPeriod): SaidDays[] {
  const seen: BoundedPeriod =
    typeof report === 'string' ? { from: report, until: addDays(report, 1) } : report;
  return bounded(sentence, ranges(sentence, nights(sentence, meanings(sentence, seen)), seen))
    .sort(
      (a, b) =>
        Number(a.second ?? false) - Number(b.second ?? false) || RANK[a.as] - RANK[b.as] || a.start - b.start,
    )
    .map(({ start, end, period, as, form }) => ({
      from: start,
      to: end,
      period,
      why: as,
      form,
      later: period.from !== undefined && period.from >= seen.until,
    }));
}

/** Days further back than this are doubted where the same date is soon to come. */
const LONG_AGO = 300;
const SOON = 45;

function meanings(sentence: string, report: BoundedPeriod): Said[] {
  const atoms = atomsOf(sentence);
  const said = atoms.flatMap((atom, i): Said[] => {
    const ahead = isPlanned(sentence, atom.start, atom.end);
    const period = seenFrom(atom, report, ahead);
    if (!period) return [];
    const second =
      i > 0 &&
      atoms[i - 1]?.start === atom.start &&
      atoms[i - 1]?.end === atom.end &&
      /\//.test(sentence.slice(atom.start, atom.end));
    const one: Said = {
      ...atom,
      period,
      form: isLong(atom, period) ? 'range' : 'plain',
      ...(second ? { second } : {}),
    };
    if (ahead || !(atom.as === 'date-no-year' || atom.as === 'month')) return [one];
    const other = seenFrom(atom, report, true);
    const far = daysBetween(period.from, report.until) > LONG_AGO;
    const isOther = other !== undefined && !samePeriod(period, other);
    return far && isOther && daysBetween(report.until, other.from) < SOON
      ? [one, { ...one, period: other, second: true }]
      : [one];
  });
  return joined(sentence, said);
}

const isLong = (atom: Atom, period: BoundedPeriod): boolean =>
  (atom.as === 'date' || atom.as === 'date-no-year') && addDays(period.from, 1) < period.until;

/** "On Thursday, 21 November" says one day twice. Where the two differ, both stand. */
function joined(sentence: string, said: readonly Said[]): Said[] {
  const result: Said[] = [];
  for (const next of said) {
    const last = result.at(-1);
    const between = last ? sentence.slice(last.end, next.start) : '';
    if (
      last &&
      last.end <= next.start &&
      /^,?\s*\(?(?:the\s+)?$/i.test(between) &&
      samePeriod(last.period, next.period)
    ) {
      const better = RANK[next.as] < RANK[last.as] ? next : last;
      result[result.length - 1] = { ...better, start: last.start, end: next.end };
    } else result.push(next);
  }
  return result;
}

const samePeriod = (a: Period, b: Period): boolean => a.from === b.from && a.until === b.until;

const NIGHT_TO =
  /(?<!\p{L})(?:overnight(?:\s+(?:on|into|to))?|(?:(?:on|in)\s+)?the\s+night\s+(?:to|into)|[ву]\s+ніч\s+на|в\s+ночь\s+на|вночі|уночі|ночью)\s+$/iu;
const NIGHT_OF =
  /(?<!\p{L})(?:(?:on|in|during)\s+)?the\s+night\s+(?:of|from|between)\s+$|(?<!\p{L})[ву]\s+ніч\s+(?:з|із|зі)\s+$|(?<!\p{L})в\s+ночь\s+(?:с|со)\s+$/iu;
const NIGHT_AFTER = /^\s+(?:night|ввечері та вночі)(?!\p{L})/iu;
const EARLY = /^\s+(?:вночі|уночі|ночью)(?!\p{L})/iu;

/**
 * Nights lie on two days. The night "to the 21st" or "overnight on the 21st" ends on it, the night "of the 21st" begins
 * on it, and the night "of 20–21" says both.
 */
function nights(sentence: string, said: readonly Said[]): Said[] {
  const bare = (one: Said): boolean => one.as === 'night';
  return said.flatMap((one): Said[] => {
    if (bare(one)) {
      const isPart = said.some(
        (other) => !bare(other) && (adjoins(sentence, one, other) || adjoins(sentence, other, one)),
      );
      return isPart ? [] : [{ ...one, form: 'night' }];
    }
    const [before, after] = [sentence.slice(0, one.start), sentence.slice(one.end)];
    const [to, of] = [NIGHT_TO.exec(before), NIGHT_OF.exec(before)];
    const [late, early] = [NIGHT_AFTER.exec(after), EARLY.exec(after)];
    const found = to ?? of ?? late ?? early;
    if (!found || one.period.from === undefined || one.period.until === undefined) return [one];
    const { from, until } = one.period;
    const period =
      addDays(from, 1) < until
        ? one.period
        : (to ?? early)
          ? { from: addDays(from, -1), until }
          : { from, until: addDays(until, 1) };
    const start = (to ?? of) ? one.start - found[0].length : one.start;
    const end = (to ?? of) ? one.end : one.end + found[0].length;
    return [{ ...one, start, end, period, form: 'night' }];
  });
}

const adjoins = (sentence: string, a: Said, b: Said): boolean =>
  a.end <= b.start && /^\s+(?:(?:on|into|to|of|на)\s+)?$/iu.test(sentence.slice(a.end, b.start));

const BETWEEN = /^\s*(?:–|—|-|to|until|till|through|по|до|на)\s*$/iu;
const AND = /^\s*(?:and|та|і|й|и)\s*$/iu;
const OPENS = /(?<!\p{L})(?:from|between|з|із|зі|від|с|со|от|між|между)\s+$/iu;
const OPENS_AND = /(?<!\p{L})(?:between|між|между)\s+$/iu;

/** "From Monday to Wednesday", "20 November – 3 December 2024": the first is seen from the second. */
function ranges(sentence: string, said: readonly Said[], report: BoundedPeriod): Said[] {
  let result: Said[] = [];
  for (const next of said) {
    const last = result.findLast((one) => !one.second && one.end <= next.start);
    const range = last && rangeOf(sentence, last, next, report);
    // Whatever else the first words could mean, together with these they are the beginning of a range.
    result = range ? [...result.filter((one) => one.start !== last.start), range] : [...result, next];
  }
  return result;
}

function rangeOf(sentence: string, first: Said, last: Said, report: BoundedPeriod): Said | undefined {
  const [before, between] = [sentence.slice(0, first.start), sentence.slice(first.end, last.start)];
  if (!BETWEEN.test(between) && !(AND.test(between) && OPENS_AND.test(before))) return undefined;
  const end = last.period.from;
  if (first.form !== 'plain' || last.form !== 'plain' || last.second || end === undefined) return undefined;
  const seen = { from: report.from > end ? end : report.from, until: addDays(end, 1) };
  const from = seenFrom(first, seen, false)?.from;
  if (from === undefined || from >= end) return undefined;
  const opens = OPENS.exec(before)?.[0].length ?? 0;
  return { ...last, start: first.start - opens, period: { ...last.period, from }, form: 'range' };
}

const ENDS: readonly (readonly [RegExp, 'since' | 'after' | 'until' | 'before'])[] = [
  [
    /(?<!\p{L})(?:(?:ever )?since|from|starting|починаючи (?:з|із|від)|начиная (?:с|со)|з|із|зі|від|с|со|от)\s+(?:the\s+)?$/iu,
    'since',
  ],
  [/(?<!\p{L})(?:after|після|после)\s+(?:the\s+)?$/iu, 'after'],
  [/(?<!\p{L})(?:until|till|by|through|up to|до|по)\s+(?:the\s+)?$/iu, 'until'],
  [/(?<!\p{L})(?:before|перед)\s+(?:the\s+)?$/iu, 'before'],
];

/** "Since Monday" has no end that is known, "until Friday" no beginning. */
function bounded(sentence: string, said: readonly Said[]): Said[] {
  return said.map((one): Said => {
    if (one.form !== 'plain') return one;
    const before = sentence.slice(0, one.start);
    const [found, form] =
      ENDS.map(([regexp, name]) => [regexp.exec(before), name] as const).find(([match]) => match) ?? [];
    if (!found || !form) return one;
    const { from, until } = one.period;
    const period: Period | undefined =
      form === 'since' ? from && { from }
      : form === 'after' ? until && { from: until }
      : form === 'until' ? until && { until }
      : from && { until: from }; // prettier-ignore
    return period ? { ...one, period, form, start: one.start - found[0].length } : one;
  });
}
