import { addDays, dayNumber, daysBetween, maxDay, minDay, type Day } from '#lib/domain/time/day.ts';
import { reportedFrom, standing } from '#lib/domain/events/dating.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { passes } from '#lib/scene/lists.ts';

export interface TimelineDay {
  readonly day: Day;
  /** Events dated to the day. */
  readonly events: number;
  /** Statements that moved the line on the day. */
  readonly moved: number;
}

export interface Timeline {
  readonly days: readonly TimelineDay[];
  /** Weeks from Monday, oldest first, with their last day and counts. */
  readonly weeks: readonly { first: Day; last: Day; events: number; moved: number }[];
  /** What has only a span, above the days and never a count in one. */
  readonly spans: readonly { from: Day; until: Day; title: string }[];
  /** Undated events by the first day on which their earliest report can have appeared, oldest first. */
  readonly undated: readonly { readonly count: number; readonly from: Day }[];
  /** Steps from the shown day; undefined at the ends. */
  readonly steps: { before?: Day; after?: Day; changeBefore?: Day; changeAfter?: Day };
}

/** At most so many days are drawn, the last ones. */
const MOST_DAYS = 120;

/** The days of an edition with what is dated to each. */
export async function timelineOf(asked: Asked, day: Day): Promise<Timeline> {
  const { control } = asked;
  const catalogue = await catalogueOf(asked.reader);
  const events = catalogue.events.filter((e) => passes(e, asked.view, catalogue));
  const dates = events.flatMap((e) => e.period.from ?? []);
  const last = [control.lastReviewed, day, ...dates].filter((d) => d !== undefined).reduce(maxDay);
  const opens = [control.opens, day].filter((d) => d !== undefined).reduce(minDay);
  const first = maxDay(opens, addDays(last, -MOST_DAYS));
  const perDay = new Map<Day, { events: number; moved: number }>();
  const at = (d: Day) => {
    const found = perDay.get(d) ?? { events: 0, moved: 0 };
    perDay.set(d, found);
    return found;
  };
  const spans: { from: Day; until: Day; title: string }[] = [];
  for (const event of events) {
    const { from, until } = event.period;
    if (from === undefined) continue;
    if (until !== undefined && daysBetween(from, until) === 1) at(from).events += 1;
    else
      spans.push({
        from,
        until: until ?? addDays(last, 1),
        title: event.title[asked.lang] ?? event.title.en,
      });
  }
  for (const s of control.statements) if (s.basis === 'assessed' && !s.opening) at(s.day).moved += 1;
  const days: TimelineDay[] = [];
  for (let d = first; d <= last; d = addDays(d, 1))
    days.push({ day: d, ...(perDay.get(d) ?? { events: 0, moved: 0 }) });
  const changed = [...perDay.keys()].sort();
  const undated = new Map<Day, number>();
  for (const e of events) {
    if (standing(e, { from: first, until: addDays(last, 1) }, catalogue.reports) !== 'undated') continue;
    const from = reportedFrom(e, catalogue.reports);
    if (from) undated.set(from, (undated.get(from) ?? 0) + 1);
  }
  const changeBefore = changed.findLast((d) => d < day);
  const changeAfter = changed.find((d) => d > day);
  return {
    days,
    weeks: weeksOf(days),
    spans,
    undated: [...undated]
      .map(([from, count]) => ({ from, count }))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    steps: {
      ...(day > first ? { before: addDays(day, -1) } : {}),
      ...(day < last ? { after: addDays(day, 1) } : {}),
      ...(changeBefore ? { changeBefore } : {}),
      ...(changeAfter ? { changeAfter } : {}),
    },
  };
}

function weeksOf(days: readonly TimelineDay[]): Timeline['weeks'] {
  const weeks = new Map<number, { first: Day; last: Day; events: number; moved: number }>();
  for (const { day, events, moved } of days) {
    // 1970-01-01 was a Thursday, so Monday's number is 4 modulo 7.
    const week = Math.floor((dayNumber(day) + 3) / 7);
    const entry = weeks.get(week) ?? { first: day, last: day, events: 0, moved: 0 };
    weeks.set(week, { ...entry, last: day, events: entry.events + events, moved: entry.moved + moved });
  }
  return [...weeks.values()];
}
