import {
  EVENT_KINDS,
  SIDES,
  THEATRES,
  type EventKind,
  type Side,
  type Theatre,
} from '#lib/domain/events/terms.ts';
import { EVIDENCE, type Evidence } from '#lib/domain/events/evidence.ts';
import { dayNumber, type Day } from '#lib/domain/time/day.ts';
import type { View } from '#lib/domain/view/view.ts';
import { NEVER, TRAITS, traitsFrom, type EventIndex, type Traits } from './event-index.ts';
import { DATED, OUTSIDE, TOUCHES, UNDATED } from './standings.ts';

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
  countInto(index, query, passMasks(query), into);
  return into;
}

/** 1 if the first is smaller, else 0, without a branch: along the curve days are random, and guesses at them wrong. */
const less = (a: number, b: number): number => (a - b) >>> 31;

/** Write how each event stands, and count those of the window by trait, whether or not they pass the filters. */
function countInto(
  { size, from, until, marks }: EventIndex,
  query: EventQuery,
  masks: Uint8Array,
  into: Uint8Array,
): Uint32Array {
  const counts = new Uint32Array(TRAITS);
  const answers = answersTo(query, masks);
  const first = query.from === 'all' ? 1 - NEVER : query.from;
  const end = query.until;
  for (let row = 0; row < size; row += 1) {
    const a = from[row] as number;
    const b = until[row] as number;
    const mark = marks[row] as number;
    const overlaps = less(a, end) & less(first, b);
    const within = 1 - (less(a, first) | less(end, b));
    const answer = answers[(mark << 2) | (overlaps << 1) | within] as number;
    into[row] = answer & STANDING_BITS;
    counts[mark >> 1] = (counts[mark >> 1] as number) + (answer >> 2);
  }
  return counts;
}

const STANDING_BITS = 3;
const IN_WINDOW = 4;

/**
 * For every mark (traits and whether undated), whether it overlaps the window, and whether it lies within: the
 * standing, and `IN_WINDOW` also where the filters hide it.
 */
function answersTo(query: EventQuery, masks: Uint8Array): Uint8Array {
  const answers = new Uint8Array(TRAITS * 2 * 4);
  const all = query.from === 'all';
  for (let trait = 0; trait < TRAITS; trait += 1) {
    const told = (how: number): number => IN_WINDOW | (masks[trait] === ALL_PASS ? how : OUTSIDE);
    const at = trait * 8;
    // Of four the first two overlap nothing.
    answers[at + 2] = told(all ? DATED : TOUCHES);
    answers[at + 3] = told(DATED);
    if (all) answers[at + 4] = answers[at + 5] = told(UNDATED);
    answers[at + 6] = answers[at + 7] = told(UNDATED);
  }
  return answers;
}

const ALL_TRAITS: readonly Traits[] = Array.from({ length: TRAITS }, (_, trait) => traitsFrom(trait));
const [KINDS_PASS, BY_PASSES, THEATRE_PASSES, EVIDENCE_PASSES] = [1, 2, 4, 8] as const;
const ALL_PASS = 15;

/** Which of the four filters each combination of traits passes, a bit for each. */
function passMasks({ kinds, by, theatre, evidence }: EventFilters): Uint8Array {
  const masks = new Uint8Array(TRAITS);
  for (const [trait, of] of ALL_TRAITS.entries()) {
    masks[trait] =
      (!kinds || kinds.includes(of.kind) ? KINDS_PASS : 0) |
      (!by || by.includes(of.by) ? BY_PASSES : 0) |
      (!theatre || theatre.includes(of.theatre) ? THEATRE_PASSES : 0) |
      (!evidence || evidence.includes(of.evidence) ? EVIDENCE_PASSES : 0);
  }
  return masks;
}

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
 * @param into written as `scan` writes it, so that one pass gives both; as long as the index
 */
export function facets(
  index: EventIndex,
  query: EventQuery,
  into: Uint8Array = new Uint8Array(index.size),
): Facets {
  const masks = passMasks(query);
  const counts = countInto(index, query, masks, into);
  const [kinds, by, theatre, evidence] = [zeros(EVENT_KINDS), zeros(SIDES), zeros(THEATRES), zeros(EVIDENCE)];
  let [shown, all] = [0, 0];
  for (const [trait, of] of ALL_TRAITS.entries()) {
    const count = counts[trait] as number;
    if (count === 0) continue;
    const mask = masks[trait] as number;
    if ((mask | KINDS_PASS) === ALL_PASS) kinds[of.kind] += count;
    if ((mask | BY_PASSES) === ALL_PASS) by[of.by] += count;
    if ((mask | THEATRE_PASSES) === ALL_PASS) theatre[of.theatre] += count;
    if ((mask | EVIDENCE_PASSES) === ALL_PASS) evidence[of.evidence] += count;
    if (mask === ALL_PASS) shown += count;
    all += count;
  }
  return { kinds, by, theatre, evidence, shown, hidden: all - shown };
}
