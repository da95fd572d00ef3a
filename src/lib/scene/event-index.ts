import { reportedFrom } from '#lib/domain/events/dating.ts';
import {
  EVENT_KINDS,
  SIDES,
  THEATRES,
  type EventKind,
  type Side,
  type Theatre,
} from '#lib/domain/events/terms.ts';
import type { Event } from '#lib/domain/events/event.ts';
import { EVIDENCE, evidenceOf, type Evidence } from '#lib/domain/events/evidence.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import { dayNumber, type Day } from '#lib/domain/time/day.ts';
import type { Period } from '#lib/domain/time/period.ts';
import { mortonCode, worldOf } from './event-cells.ts';

/** What of an event decides when, where and under which filters it is shown. */
export interface EventFacts {
  /** One of its own in the whole index. */
  readonly id: string;
  /** Degrees; null for what has no point and is counted and listed, but never on the map. */
  readonly point: Position | null;
  readonly period: Period;
  /** The earliest day on which a report of it can have appeared, where one is known. */
  readonly reportedFrom: Day | undefined;
  readonly kind: EventKind;
  readonly by: Side;
  readonly theatre: Theatre;
  readonly evidence: Evidence;
}

/** The facts of an event, from the reports that its claims cite. */
export function factsOf(
  event: Event,
  reports: { get(id: ReportId): Pick<Report, 'published' | 'publisher'> | undefined },
): EventFacts {
  const { id, point, period, kind, by, theatre } = event;
  const { level: evidence } = evidenceOf(event, reports);
  return { id, point, period, reportedFrom: reportedFrom(event, reports), kind, by, theatre, evidence };
}

/** The four things of an event that filters ask for. */
export type Traits = Pick<EventFacts, 'kind' | 'by' | 'theatre' | 'evidence'>;

/**
 * Events as columns of numbers, one row each. Rows below `located` have a point and are sorted along a Morton curve
 * of Web Mercator, so that the events of every square cell of the map are one contiguous run of rows; the others
 * follow. Ties go by id, so that the same events give the same rows in whatever order they come.
 */
export interface EventIndex {
  readonly size: number;
  readonly located: number;
  readonly ids: readonly string[];
  readonly points: readonly (Position | null)[];
  /** Of rows below `located`: fractions of the world's width and height, and the place along the curve. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly codes: Float64Array;
  /**
   * The days that a window is compared with, half-open, as day numbers. An event whose start is unknown stands in the
   * one day from which it was reported, or where that is not known either, beyond every window.
   */
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** Twice the number of its traits (see `traitOf`), and one more where its start is unknown. */
  readonly marks: Uint16Array;
  /** The row of an event, or undefined where the index does not have it. */
  rowOf(id: string): number | undefined;
}

/** Beyond every day, and near enough that the difference of any two numbers of days fits in 32 bits. */
export const NEVER = 2 ** 30;

/** How many different combinations of traits there are. */
export const TRAITS = EVENT_KINDS.length * SIDES.length * THEATRES.length * EVIDENCE.length;

/** One number below `TRAITS` for a combination of traits. */
export const traitOf = (of: Traits): number =>
  ((EVENT_KINDS.indexOf(of.kind) * SIDES.length + SIDES.indexOf(of.by)) * THEATRES.length +
    THEATRES.indexOf(of.theatre)) *
    EVIDENCE.length +
  EVIDENCE.indexOf(of.evidence);

/** The combination that a number stands for. */
export function traitsFrom(trait: number): Traits {
  const evidence = trait % EVIDENCE.length;
  const theatre = Math.floor(trait / EVIDENCE.length) % THEATRES.length;
  const by = Math.floor(trait / (EVIDENCE.length * THEATRES.length)) % SIDES.length;
  const kind = Math.floor(trait / (EVIDENCE.length * THEATRES.length * SIDES.length));
  return {
    kind: EVENT_KINDS[kind] as EventKind,
    by: SIDES[by] as Side,
    theatre: THEATRES[theatre] as Theatre,
    evidence: EVIDENCE[evidence] as Evidence,
  };
}

/** Build the index once for an edition; every day and every filter is then a scan over its columns. */
export function indexEvents(events: readonly EventFacts[]): EventIndex {
  const size = events.length;
  const worlds = events.map((e) => e.point && worldOf(e.point));
  const codes = Float64Array.from(worlds, (w) => (w ? mortonCode(w) : Infinity));
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i += 1) order[i] = i;
  order.sort((a, b) => {
    const [p, q] = [codes[a] as number, codes[b] as number];
    if (p !== q) return p < q ? -1 : 1;
    return (events[a] as EventFacts).id < (events[b] as EventFacts).id ? -1 : 1;
  });

  const located = worlds.reduce((count, w) => count + (w ? 1 : 0), 0);
  const index = {
    size,
    located,
    ids: Array.from(order, (i) => (events[i] as EventFacts).id),
    points: Array.from(order, (i) => (events[i] as EventFacts).point),
    x: Float64Array.from(order.subarray(0, located), (i) => worlds[i]?.[0] ?? 0),
    y: Float64Array.from(order.subarray(0, located), (i) => worlds[i]?.[1] ?? 0),
    codes: Float64Array.from(order.subarray(0, located), (i) => codes[i] as number),
    from: new Int32Array(size),
    until: new Int32Array(size),
    marks: new Uint16Array(size),
  };
  const numberOf = dayNumbers();
  for (let row = 0; row < size; row += 1) {
    const event = events[order[row] as number] as EventFacts;
    const { from, until } = event.period;
    const undated = from === undefined;
    const reported = numberOf(event.reportedFrom) ?? NEVER;
    index.from[row] = numberOf(from) ?? reported;
    index.until[row] = undated ? Math.min(NEVER, reported + 1) : (numberOf(until) ?? NEVER);
    index.marks[row] = 2 * traitOf(event) + (undated ? 1 : 0);
  }
  let rows: Map<string, number> | undefined;
  const rowOf = (id: string): number | undefined =>
    (rows ??= new Map(index.ids.map((each, row) => [each, row]))).get(id);
  return { ...index, rowOf };
}

/** Day numbers of days, each parsed once: a million events share some hundred days. */
function dayNumbers(): (day: Day | undefined) => number | undefined {
  const known = new Map<Day, number>();
  return (day) => {
    if (day === undefined) return undefined;
    let number = known.get(day);
    if (number === undefined) known.set(day, (number = dayNumber(day)));
    return number;
  };
}
