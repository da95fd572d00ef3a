import type { Standing } from '#lib/domain/events/dating.ts';
import {
  EVENT_KINDS,
  SIDES,
  THEATRES,
  type EventKind,
  type Side,
  type Theatre,
} from '#lib/domain/events/event.ts';
import { EVIDENCE, type Evidence } from '#lib/domain/events/evidence.ts';
import { dayNumber, type Day } from '#lib/domain/time/day.ts';
import type { View } from '#lib/domain/view/view.ts';
import { NEVER, TRAITS, traitsFrom, type EventIndex, type Traits } from './event-index.ts';

/** How an event stands to a window, as the number that a scan writes for it. */
export const STANDINGS: readonly Standing[] = ['outside', 'dated', 'touches', 'undated'];
export const OUTSIDE = 0;
export const DATED = 1;
export const TOUCHES = 2;
export const UNDATED = 3;

export type EventFilters = Pick<View, 'kinds' | 'by' | 'theatre' | 'evidence'>;

/** Which events are asked for: those of a window that pass the filters; a filter that is undefined lets all through. */
export interface EventQuery extends EventFilters {
  /** Day number of the window's first day; `all` for everything that began before `until`, and all that is undated. */
  readonly from: number | 'all';
  /** Day number of the first day after the window. */
  readonly until: number;
}

/** The question that a view asks on a day. */
export function queryOf(view: EventFilters & Pick<View, 'window'>, day: Day): EventQuery {
  const { kinds, by, theatre, evidence } = view;
  const until = dayNumber(day) + 1;
  return { from: view.window === 'all' ? 'all' : until - view.window, until, kinds, by, theatre, evidence };
}

/**
 * How every event stands to the window, by row: one of the numbers above, `OUTSIDE` too where it does not pass the
 * filters. With the window `all` what has begun is dated, even if it is not over, and what has no known start is
 * undated whenever it was reported.
 *
 * @param into written and returned where it is given, so that playback makes no garbage; as long as the index
 */
export function scan(
  index: EventIndex,
  query: EventQuery,
  into: Uint8Array = new Uint8Array(index.size),
): Uint8Array {
  const { size, from, until, marks } = index;
  const answers = answersTo(query);
  const first = query.from === 'all' ? 1 - NEVER : query.from;
  const end = query.until;
  for (let row = 0; row < size; row += 1) {
    const a = from[row] as number;
    const b = until[row] as number;
    const overlaps = less(a, end) & less(first, b);
    const within = 1 - (less(a, first) | less(end, b));
    into[row] = answers[((marks[row] as number) << 2) | (overlaps << 1) | within] as number;
  }
  return into;
}

/** 1 if the first is smaller, else 0, without a branch: along the curve days are random, and guesses at them wrong. */
const less = (a: number, b: number): number => (a - b) >>> 31;

/** The standing for every mark (traits and whether undated), whether it overlaps the window, whether it lies within. */
function answersTo(query: EventQuery): Uint8Array {
  const answers = new Uint8Array(TRAITS * 2 * 4);
  const all = query.from === 'all';
  for (let trait = 0; trait < TRAITS; trait += 1) {
    if (!passesEach(traitsFrom(trait), query).every(Boolean)) continue;
    // Of four: outside, outside though its length is none, touches, within.
    answers.set(all ? [OUTSIDE, OUTSIDE, DATED, DATED] : [OUTSIDE, OUTSIDE, TOUCHES, DATED], trait * 8);
    const told = all ? UNDATED : OUTSIDE;
    answers.set([told, told, UNDATED, UNDATED], trait * 8 + 4);
  }
  return answers;
}

/** Whether a combination of traits passes each of the filters: kinds, by, theatre, evidence. */
const passesEach = (of: Traits, filters: EventFilters): boolean[] => [
  filters.kinds?.includes(of.kind) ?? true,
  filters.by?.includes(of.by) ?? true,
  filters.theatre?.includes(of.theatre) ?? true,
  filters.evidence?.includes(of.evidence) ?? true,
];

/** What each choice of a filter panel would show, and what the present filters hide. */
export interface Facets {
  /** Events of the window that would be shown for each value, the other three filters staying as they are. */
  readonly kinds: Readonly<Record<EventKind, number>>;
  readonly by: Readonly<Record<Side, number>>;
  readonly theatre: Readonly<Record<Theatre, number>>;
  readonly evidence: Readonly<Record<Evidence, number>>;
  /** Events of the window that pass all filters, and those that do not. */
  readonly shown: number;
  readonly hidden: number;
}

const zeros = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

/**
 * Counts for a filter panel: how many events of the window there are for each value of each filter.
 *
 * @param into scratch as long as the index, so that playback makes no garbage
 */
export function facets(index: EventIndex, query: EventQuery, into?: Uint8Array): Facets {
  const standings = scan(index, { from: query.from, until: query.until }, into);
  const counts = new Uint32Array(TRAITS);
  for (let row = 0; row < index.size; row += 1) {
    const trait = (index.marks[row] as number) >> 1;
    counts[trait] = (counts[trait] as number) + (standings[row] === OUTSIDE ? 0 : 1);
  }
  const [kinds, by, theatre, evidence] = [zeros(EVENT_KINDS), zeros(SIDES), zeros(THEATRES), zeros(EVIDENCE)];
  let [shown, all] = [0, 0];
  for (const [trait, count] of counts.entries()) {
    if (count === 0) continue;
    const of = traitsFrom(trait);
    const passed = passesEach(of, query);
    const others = (own: number): boolean => passed.every((yes, i) => yes || i === own);
    if (others(0)) kinds[of.kind] += count;
    if (others(1)) by[of.by] += count;
    if (others(2)) theatre[of.theatre] += count;
    if (others(3)) evidence[of.evidence] += count;
    if (passed.every(Boolean)) shown += count;
    all += count;
  }
  return { kinds, by, theatre, evidence, shown, hidden: all - shown };
}
