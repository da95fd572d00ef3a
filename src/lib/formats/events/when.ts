import { addDays, day, type Day } from '../../domain/time/day.ts';
import type { BoundedPeriod, Period } from '../../domain/time/period.ts';
import { saidDays } from '../../domain/time/said-days.ts';
import { writtenDay } from '../../domain/time/written-day.ts';
import type { DayField } from './fields.ts';
import { valueOf, type EventMapping } from './mapping.ts';
import type { RowFault } from './rows.ts';

/** Before this there was no war to report of. */
export const FIRST_DAY = day('2014-01-01');

export interface Times {
  readonly today: Day;
  /** When the report that is cited appeared: words without a year are seen from there. */
  readonly seenFrom?: BoundedPeriod | undefined;
}

type Said = { readonly period: BoundedPeriod } | { readonly fault: RowFault } | undefined;

/** When a row says that it happened. */
export function periodOf(
  mapping: EventMapping,
  cells: ReadonlyMap<string, string>,
  times: Times,
): { readonly period: Period } | { readonly fault: RowFault } {
  const read = (field: DayField): Said => said(field, mapping, cells, times);
  const [day, from, until] = [read('day'), read('from'), read('until')];
  for (const one of [day, from, until]) if (one && 'fault' in one) return one;
  const [d, f, u] = [day, from, until] as ({ period: BoundedPeriod } | undefined)[];
  if (d) return { period: d.period };
  if (f && u) {
    if (u.period.until <= f.period.from) {
      const value = `${f.period.from} – ${addDays(u.period.until, -1)}`;
      return { fault: { code: 'ends-before', value } };
    }
    return { period: { from: f.period.from, until: u.period.until } };
  }
  // With a first day alone nothing says when it ended; it is told of that day.
  if (f) return { period: f.period };
  if (u) return { period: { until: u.period.until } };
  return mapping.undated ? { period: {} } : { fault: { code: 'no-day' } };
}

/** The day on which the source of a row appeared, where a column says so. */
export function reportedOn(
  mapping: EventMapping,
  cells: ReadonlyMap<string, string>,
  times: Times,
): BoundedPeriod | undefined {
  const reported = said('reported', mapping, cells, times);
  return reported && 'period' in reported ? reported.period : undefined;
}

function said(
  field: DayField,
  mapping: EventMapping,
  cells: ReadonlyMap<string, string>,
  times: Times,
): Said {
  const source = mapping.fields[field];
  const value = valueOf(source, cells);
  if (!source || value === '') return undefined;
  const written = writtenDay(value, source);
  const shown = value.slice(0, 60);
  if (written.ok) return within(written.period, shown, times);
  const words = source.words && times.seenFrom ? inWords(value, times.seenFrom) : undefined;
  if (words) return within(words, shown, times);
  // Days end with the year 2199 here, and a slip of a digit leads beyond.
  if (written.fault === 'calendar' && /(?<!\d)(?:2[2-9]|[3-9]\d)\d\d(?!\d)/.test(shown))
    return { fault: { code: 'day-future', value: shown, today: times.today } };
  return written.fault === 'empty'
    ? undefined
    : { fault: { code: 'day', fault: written.fault, value: shown } };
}

function within(period: BoundedPeriod, value: string, { today }: Times): Said {
  if (period.from < FIRST_DAY) return { fault: { code: 'day-early', value, first: FIRST_DAY } };
  if (period.from > today) return { fault: { code: 'day-future', value, today } };
  return { period };
}

/** Words that are a date and nothing else, of one meaning. */
function inWords(text: string, seenFrom: BoundedPeriod): BoundedPeriod | undefined {
  const trimmed = text.trim();
  const whole = saidDays(trimmed, seenFrom).filter(({ from, to }) => from === 0 && to === trimmed.length);
  const [only, ...more] = whole;
  if (!only || more.length > 0) return undefined;
  const { from, until } = only.period;
  return from !== undefined && until !== undefined ? { from, until } : undefined;
}
