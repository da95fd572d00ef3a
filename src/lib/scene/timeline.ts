import { reportedFrom } from '#lib/domain/events/dating.ts';
import type { Event } from '#lib/domain/events/event.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  daysBetween,
  maxDay,
  minDay,
  type Day,
} from '#lib/domain/time/day.ts';
import { DEFAULT_VIEW, type View } from '#lib/domain/view/view.ts';
import { longDay } from '#lib/words/dates.ts';
import type { Catalogue } from './catalogue.ts';
import type { Control } from './control.ts';
import { passes } from './lists.ts';

/** What is drawn as one bar. */
export type TimelineUnit = 'day' | 'week' | 'month' | 'year';

export interface TimelineCounts {
  /** Events dated to one day. */
  readonly events: number;
  /** Statements of assessed ground that moved the line. */
  readonly moved: number;
}

/** Days that are drawn as one bar, both ends included. `x` and `width` are fractions of the axis. */
export interface TimelineBin extends TimelineCounts {
  readonly first: Day;
  readonly last: Day;
  readonly x: number;
  readonly width: number;
}

/** What is dated to several days: drawn as a bar above the days, and counted in none of them. */
export interface TimelineSpan {
  readonly id: string;
  /** Both ends included; undefined where the end is not known. */
  readonly first: Day;
  readonly last: Day | undefined;
  readonly title: { readonly text: string; readonly lang: Lang };
  readonly x: number;
  readonly width: number;
  /** From the top, the first is 0; spans of one row share no day. */
  readonly row: number;
}

/** What of the timeline follows from the edition and the filters: it stays as it is while the day moves. */
export interface TimelineBase {
  readonly lang: Lang;
  /** The first and the last day that can be chosen. */
  readonly first: Day;
  readonly last: Day;
  /** The first and the last day that are drawn; what is dated long before or after is counted at the ends. */
  readonly axis: { readonly first: Day; readonly last: Day; readonly days: number };
  readonly unit: TimelineUnit;
  readonly bins: readonly TimelineBin[];
  /** The highest counts of a bin. */
  readonly most: TimelineCounts;
  readonly earlier: TimelineCounts;
  readonly later: TimelineCounts;
  readonly spans: readonly TimelineSpan[];
  /** Undated events by the first day on which their earliest report can have appeared, oldest first. */
  readonly undated: readonly { readonly from: Day; readonly count: number; readonly x: number }[];
  /** First days of months on the axis, and the axis's own first day. */
  readonly months: readonly { readonly day: Day; readonly x: number }[];
  /** Days with an event or a move of the line, oldest first. */
  readonly changes: readonly Day[];
  readonly counts: ReadonlyMap<Day, TimelineCounts>;
}

/** Where the steps from a day lead; what would lead nowhere is undefined. */
export interface TimelineSteps {
  readonly before?: Day | undefined;
  readonly after?: Day | undefined;
  readonly changeBefore?: Day | undefined;
  readonly changeAfter?: Day | undefined;
  readonly weekBefore?: Day | undefined;
  readonly weekAfter?: Day | undefined;
}

/** The timeline on a day. */
export interface Timeline {
  readonly base: TimelineBase;
  readonly first: Day;
  readonly last: Day;
  /** The day shown, which an address can put outside of the days that can be chosen. */
  readonly day: Day;
  readonly outside: 'before' | 'after' | undefined;
  /** `26 November 2024`. */
  readonly text: string;
  readonly counts: TimelineCounts;
  readonly window: View['window'];
  /** The part of the window that is drawn; `start` is its first day, drawn or not. */
  readonly shade: { readonly x: number; readonly width: number; readonly start: Day };
  /** The middle of the day as a fraction of the axis. */
  readonly knob: number;
  readonly steps: TimelineSteps;
}

export interface TimelineInput {
  readonly catalogue: Pick<Catalogue, 'events' | 'reports' | 'evidence'>;
  readonly control: Pick<Control, 'opens' | 'lastReviewed' | 'moves'>;
  /** The filters. */
  readonly view: Pick<View, 'kinds' | 'evidence' | 'by' | 'theatre'>;
  readonly lang: Lang;
  /** Days that should be among the drawn ones, such as the one that an address asks for; at least one. */
  readonly ends: readonly Day[];
}

/** So many bars at most; a longer axis has bars of a week, a month or a year. */
const MOST_BINS = 180;
/** What lies further than this from the days of the ledgers, in days, does not stretch the axis. */
const NEAR = 60;
const NONE: TimelineCounts = { events: 0, moved: 0 };

const memory = new WeakMap<object, { input: TimelineInput; base: TimelineBase }[]>();
const KEPT = 8;

/** What does not depend on the day. Asked again with the same edition and filters, it is the same object. */
export function timelineBase(input: TimelineInput): TimelineBase {
  const kept = memory.get(input.catalogue) ?? [];
  const same = kept.find((k) => k.input.control === input.control && keyOf(k.input) === keyOf(input));
  if (same) return same.base;
  const base = makeBase(input);
  memory.set(input.catalogue, [{ input, base }, ...kept].slice(0, KEPT));
  return base;
}

const keyOf = ({ view, lang, ends }: TimelineInput): string =>
  JSON.stringify([view.kinds, view.evidence, view.by, view.theatre, lang, ends]);

function makeBase(input: TimelineInput): TimelineBase {
  const { catalogue, control, lang } = input;
  const view: View = { ...DEFAULT_VIEW, ...input.view };
  const { axis, first, last } = range(input);
  const end = addDays(axis.last, 1);
  const x = (d: Day): number => clamp(daysBetween(axis.first, d) / axis.days);

  const counts = new Map<Day, TimelineCounts>();
  const count = (d: Day, part: keyof TimelineCounts): void => {
    const before = counts.get(d) ?? NONE;
    counts.set(d, { ...before, [part]: before[part] + 1 });
  };
  const spans: Omit<TimelineSpan, 'row'>[] = [];
  const undated = new Map<Day, number>();
  for (const event of catalogue.events) {
    if (!passes(event, view, catalogue as Catalogue)) continue;
    const { from, until } = event.period;
    if (from === undefined) {
      const reported = reportedFrom(event, catalogue.reports);
      if (reported !== undefined) undated.set(reported, (undated.get(reported) ?? 0) + 1);
    } else if (until !== undefined && daysBetween(from, until) === 1) count(from, 'events');
    else if (from < end && (until === undefined || until > axis.first)) {
      spans.push({
        id: event.id,
        first: from,
        last: until === undefined ? undefined : addDays(until, -1),
        title: textIn(event.title, lang),
        x: x(from),
        width: x(until ?? end) - x(from),
      });
    }
  }
  for (const d of control.moves) count(d, 'moved');

  const changes = [...counts.keys()].sort();
  const unit = unitOf(axis);
  const bins = binsOf(axis, unit, counts, x);
  const sum = (days: readonly Day[]): TimelineCounts =>
    days.map((d) => counts.get(d) ?? NONE).reduce(add, NONE);
  return {
    lang,
    first,
    last,
    axis,
    unit,
    bins,
    most: {
      events: Math.max(0, ...bins.map((b) => b.events)),
      moved: Math.max(0, ...bins.map((b) => b.moved)),
    },
    earlier: sum(changes.filter((d) => d < axis.first)),
    later: sum(changes.filter((d) => d > axis.last)),
    spans: inRows(spans),
    undated: [...undated]
      .map(([from, n]) => ({ from, count: n, x: x(from) }))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    months: startsOf(axis, 'month').map((d) => ({ day: d, x: x(d) })),
    changes,
    counts,
  };
}

const add = (a: TimelineCounts, b: TimelineCounts): TimelineCounts => ({
  events: a.events + b.events,
  moved: a.moved + b.moved,
});
const clamp = (fraction: number): number => Math.min(1, Math.max(0, fraction));

interface Axis {
  readonly first: Day;
  readonly last: Day;
  readonly days: number;
}

/**
 * The days that can be chosen and those that are drawn. All events of the edition count, filtered or not, so that the
 * axis stays where it is while a reader tries the filters.
 */
function range({ catalogue, control, ends }: TimelineInput): { axis: Axis; first: Day; last: Day } {
  const dated = [...catalogue.events.flatMap((e) => daysOf(e, catalogue.reports)), ...control.moves];
  const kept = [control.opens, control.lastReviewed].filter((d) => d !== undefined);
  const core = kept.length > 0 ? kept : dated.length > 0 ? dated : ends;
  let [a, b] = [core.reduce(minDay), core.reduce(maxDay)];
  const [least, most] = [addDays(a, -NEAR), addDays(b, NEAR)];
  for (const d of [...dated, ...ends]) {
    if (d < least || d > most) continue;
    a = minDay(a, d);
    b = maxDay(b, d);
  }
  return {
    axis: { first: a, last: b, days: daysBetween(a, b) + 1 },
    first: dated.reduce(minDay, a),
    last: dated.reduce(maxDay, b),
  };
}

/** The days between which an event is drawn, or the day of its report. */
function daysOf(event: Event, reports: Catalogue['reports']): Day[] {
  const { from, until } = event.period;
  const first = from ?? reportedFrom(event, reports);
  const last = from !== undefined && until !== undefined ? addDays(until, -1) : first;
  return [first, last].filter((d) => d !== undefined);
}

function unitOf({ days }: Axis): TimelineUnit {
  if (days <= MOST_BINS) return 'day';
  if (days <= MOST_BINS * 7) return 'week';
  return days <= MOST_BINS * 30 ? 'month' : 'year';
}

/** From any day of a unit, so many days on is a day of the next one. */
const LONGEST = { day: 1, week: 7, month: 31, year: 366 } as const;

/** The first day of the unit that holds a day. Weeks begin on Monday. */
function startOf(d: Day, unit: TimelineUnit): Day {
  if (unit === 'year') return `${d.slice(0, 4)}-01-01` as Day;
  if (unit === 'month') return `${d.slice(0, 7)}-01` as Day;
  // 1970-01-01 was a Thursday, so Monday's number is 4 modulo 7.
  return unit === 'week' ? dayFromNumber(Math.floor((dayNumber(d) + 3) / 7) * 7 - 3) : d;
}

/** The first days of the units of an axis, its own first day among them. */
function startsOf(axis: Axis, unit: TimelineUnit): Day[] {
  const starts: Day[] = [];
  for (let d = axis.first; d <= axis.last; d = startOf(addDays(startOf(d, unit), LONGEST[unit]), unit))
    starts.push(d);
  return starts;
}

function binsOf(
  axis: Axis,
  unit: TimelineUnit,
  counts: ReadonlyMap<Day, TimelineCounts>,
  x: (d: Day) => number,
): TimelineBin[] {
  const firsts = startsOf(axis, unit);
  const within = [...counts].filter(([d]) => d >= axis.first && d <= axis.last);
  const sums = new Map<Day, TimelineCounts>();
  for (const [d, c] of within) {
    const bin = maxDay(axis.first, startOf(d, unit));
    sums.set(bin, add(sums.get(bin) ?? NONE, c));
  }
  return firsts.map((first, i) => {
    const next = firsts[i + 1] ?? addDays(axis.last, 1);
    return {
      first,
      last: addDays(next, -1),
      x: x(first),
      width: x(next) - x(first),
      ...(sums.get(first) ?? NONE),
    };
  });
}

/** Spans from the first on, each in the highest row in which it shares no day with another. */
function inRows(spans: readonly Omit<TimelineSpan, 'row'>[]): TimelineSpan[] {
  const ends: number[] = [];
  return [...spans]
    .sort((a, b) => (a.first === b.first ? (a.id < b.id ? -1 : 1) : a.first < b.first ? -1 : 1))
    .map((span) => {
      const free = ends.findIndex((end) => end <= span.x);
      const row = free === -1 ? ends.length : free;
      ends[row] = span.x + span.width;
      return { ...span, row };
    });
}

/** The timeline on a day: cheap, so that it can be asked for every day that a drag passes. */
export function timelineAt(base: TimelineBase, view: Pick<View, 'window'>, day: Day): Timeline {
  const { axis, first, last, lang } = base;
  const shown = clampDay(day, axis);
  const start = view.window === 'all' ? minDay(axis.first, day) : addDays(day, 1 - view.window);
  const from = daysBetween(axis.first, clampDay(start, axis)) / axis.days;
  const until = (daysBetween(axis.first, shown) + 1) / axis.days;
  return {
    base,
    first,
    last,
    day,
    outside: day < first ? 'before' : day > last ? 'after' : undefined,
    text: longDay(lang, day),
    counts: base.counts.get(day) ?? NONE,
    window: view.window,
    shade: { x: from, width: until - from, start },
    knob: (daysBetween(axis.first, shown) + 0.5) / axis.days,
    steps: stepsFrom(base, day),
  };
}

/** The whole timeline at once, where nothing of it is asked again. */
export const timelineModel = (input: TimelineInput, view: Pick<View, 'window'>, day: Day): Timeline =>
  timelineAt(timelineBase(input), view, day);

function stepsFrom({ first, last, changes }: TimelineBase, day: Day): TimelineSteps {
  const back = (n: number) => (day > first ? clampDay(addDays(day, -n), { first, last }) : undefined);
  const on = (n: number) => (day < last ? clampDay(addDays(day, n), { first, last }) : undefined);
  return {
    before: back(1),
    after: on(1),
    weekBefore: back(7),
    weekAfter: on(7),
    changeBefore: changes.findLast((d) => d < day),
    changeAfter: changes.find((d) => d > day),
  };
}

/** The day, or the nearest one between two. */
export const clampDay = (d: Day, { first, last }: { readonly first: Day; readonly last: Day }): Day =>
  minDay(maxDay(d, first), last);

/** The drawn day at a fraction of the axis, the nearest one outside of it. */
export const dayAt = ({ axis }: Pick<TimelineBase, 'axis'>, fraction: number): Day =>
  clampDay(addDays(axis.first, Math.floor(clamp(fraction) * axis.days)), axis);

/** The bar that holds a drawn day. */
export const binAt = ({ bins }: Pick<TimelineBase, 'bins'>, day: Day): TimelineBin | undefined =>
  bins.find((b) => b.first <= day && day <= b.last);

export interface TimelineWeek extends TimelineCounts {
  readonly first: Day;
  readonly last: Day;
}

/** The drawn days as weeks from Monday, oldest first. */
export function weeksOf({ axis, counts }: Pick<TimelineBase, 'axis' | 'counts'>): TimelineWeek[] {
  return binsOf(axis, 'week', counts, () => 0).map(({ first, last, events, moved }) => ({
    first,
    last,
    events,
    moved,
  }));
}
