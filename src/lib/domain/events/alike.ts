import { distance } from '../geometry/sphere.ts';
import { daysApart, lengthInDays, type Period } from '../time/period.ts';
import type { Event, EventKind, Side } from './event.ts';

/** What of an event tells whether it may be another one written twice. */
export type Comparable = Pick<Event, 'id' | 'kind' | 'by' | 'period' | 'point' | 'location'>;

/** In what two events are alike, for words like "same day, 3 km away, same kind". */
export interface EventLikeness {
  /** Days between them, 0 where they share one; undefined where an end is unknown. */
  readonly days: number | undefined;
  /** Metres between their points; undefined where one has none. */
  readonly metres: number | undefined;
  /** Whether both may lie at one spot: their circles of precision meet, or they name the same place. */
  readonly sameSpot: boolean;
  readonly kind: 'same' | 'related' | 'other';
  readonly by: 'same' | 'unknown' | 'other';
  /** From 0 to 1; a number to sort by, nothing that a person is shown. */
  readonly likeness: number;
}

export interface AlikeEvent<T> extends EventLikeness {
  readonly event: T;
}

/** Below this nobody would look twice: another week, another town, or another kind by another side. */
const LEAST = 0.3;

/** Kinds under which one and the same thing is often written. */
const RELATED: readonly (readonly [EventKind, EventKind])[] = [
  ['advance', 'clash'],
  ['strike', 'incident'],
  ['diplomacy', 'announcement'],
  ['diplomacy', 'mission'],
  ['mission', 'announcement'],
  ['assessment', 'announcement'],
];

/** The events that may be the same as one that is being written, likest first; never the event itself. */
export function alikeEvents<T extends Comparable>(
  event: Omit<Comparable, 'id'> & { readonly id?: Comparable['id'] | undefined },
  candidates: readonly T[],
): AlikeEvent<T>[] {
  return candidates
    .filter((candidate) => candidate.id !== event.id)
    .map((candidate) => ({ event: candidate, ...eventLikeness(event, candidate) }))
    .filter(({ likeness }) => likeness >= LEAST)
    .sort((a, b) => b.likeness - a.likeness || (a.event.id < b.event.id ? -1 : 1));
}

/** How alike two events are; the same whichever is asked about, and highest of an event with itself. */
export function eventLikeness(a: Omit<Comparable, 'id'>, b: Omit<Comparable, 'id'>): EventLikeness {
  const days = daysApart(a.period, b.period);
  const metres = a.point && b.point ? distance(a.point, b.point) : undefined;
  const [kind, by] = [kindOf(a.kind, b.kind), byOf(a.by, b.by)];
  const likeness =
    timeLikeness(a.period, b.period, days) *
    spaceLikeness(a, b, metres) *
    { same: 1, related: 0.6, other: 0.2 }[kind] *
    { same: 1, unknown: 0.9, other: 0.3 }[by];
  return { days, metres, sameSpot: gapOf(a, b, metres) === 0, kind, by, likeness };
}

function kindOf(a: EventKind, b: EventKind): EventLikeness['kind'] {
  if (a === b) return 'same';
  return RELATED.some(([x, y]) => (a === x && b === y) || (a === y && b === x)) ? 'related' : 'other';
}

const byOf = (a: Side, b: Side): EventLikeness['by'] =>
  a === b ? 'same' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'other';

/** A report of one day and one of the next are often of one night; a month that holds a day is hardly that day. */
function timeLikeness(a: Period, b: Period, days: number | undefined): number {
  if (days === undefined) return a.from === b.from && a.until === b.until ? 0.8 : 0.6;
  if (days > 0) return days > 3 ? 0 : [0.7, 0.45, 0.3][days - 1] as number; // prettier-ignore
  const [long, short] = [lengthInDays(a) ?? 1, lengthInDays(b) ?? 1].sort((x, y) => y - x) as [
    number,
    number,
  ];
  return 0.5 + 0.5 * (short / long);
}

/** Metres that are left between two circles of precision; 0 where they meet or name one place, undefined if unknown. */
function gapOf(
  a: Omit<Comparable, 'id'>,
  b: Omit<Comparable, 'id'>,
  metres: number | undefined,
): number | undefined {
  if (metres !== undefined)
    return Math.max(0, metres - (a.location?.radius_m ?? 0) - (b.location?.radius_m ?? 0));
  return a.location !== undefined && a.location.place === b.location?.place ? 0 : undefined;
}

/** Metres over which likeness falls to a third. */
const NEAR = 5000;

function spaceLikeness(
  a: Omit<Comparable, 'id'>,
  b: Omit<Comparable, 'id'>,
  metres: number | undefined,
): number {
  const gap = gapOf(a, b, metres);
  if (gap === undefined) return a.location === undefined && b.location === undefined ? 0.8 : 0.5;
  return Math.exp(-gap / NEAR) * (0.8 + 0.2 * Math.exp(-(metres ?? 0) / NEAR));
}
