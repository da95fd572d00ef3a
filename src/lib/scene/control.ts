import { flipsOf, type Flip, type Patch } from '#lib/domain/control/flips.ts';
import { distanceToFront, type Line } from '#lib/domain/control/front.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { Basis, Holder, Statement } from '#lib/domain/control/statement.ts';
import { groundOn, holdersOf, stateOn, type ControlHistory, type State } from '#lib/domain/control/states.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';

/** What the answers of `Control` are made from. The server paints it; a browser is sent it. */
export interface ControlParts {
  readonly ledgers: readonly Ledger[];
  /** In the order in which they are painted. */
  readonly statements: readonly Statement[];
  readonly history: ControlHistory;
  readonly patches: readonly Patch[];
  /** The front line of a side's ground, held ground on its left: of Russia's inside Ukraine, of Ukraine's inside Russia. */
  front(side: 'russia' | 'ukraine', d: Day): readonly Line[];
}

/** Control as one edition has it, asked for days. */
export interface Control extends ControlParts {
  /** Ground of a ledger on a day, rings filled even-odd. */
  ground(holder: Holder, basis: Basis, d: Day): Rings;
  state(holder: Holder, basis: Basis, d: Day): State | undefined;
  /** What changed hands in (a, b]. */
  flips(a: Day, b: Day): readonly Flip[];
  holders(p: Position, d: Day): { holder: Holder; basis: Basis }[];
  /** Metres from a point to the nearest front on a day; undefined where there is none. */
  distanceToFront(p: Position, d: Day): number | undefined;
  /** The day without which an address means: the last reviewed one; undefined where there is no ledger. */
  readonly lastReviewed: Day | undefined;
  /** The first day of the ledgers. */
  readonly opens: Day | undefined;
  /** Coarsest resolution of the assessed ledgers, in metres. */
  readonly resolution_m: number;
  readonly demonstration: boolean;
}

export function controlFrom(parts: ControlParts): Control {
  const { ledgers, statements, history, patches, front } = parts;
  const days = (pick: (l: Ledger) => Day): Day[] => ledgers.map(pick).sort();
  return {
    ...parts,
    resolution_m: Math.max(0, ...ledgers.filter((l) => l.basis === 'assessed').map((l) => l.resolution_m)),
    demonstration: ledgers.some((l) => l.demonstration),
    lastReviewed: days((l) => l.last_reviewed).at(-1),
    opens: days((l) => l.opens)[0],
    ground: (holder, basis, d) => groundOn(history, holder, basis, d),
    state: (holder, basis, d) => stateOn(history, holder, basis, d),
    flips: (a, b) => flipsOf(patches, statements, a, b),
    holders: (p, d) => holdersOf(history, p, d),
    distanceToFront: (p, d) => distanceToFront(p, [...front('russia', d), ...front('ukraine', d)]),
  };
}

/** The window of days that a view shows, as (a, b]: a is the day before its first. */
export const windowStart = (d: Day, window: number | 'all', opens: Day | undefined): Day =>
  window === 'all' ? (opens ?? d) : addDays(d, -window);
