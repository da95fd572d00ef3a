import { inRings, type Rings } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';
import type { Day } from '../time/day.ts';
import type { Basis, Holder, Statement } from './statement.ts';

/** The ground of one holder and basis from a day on, until the next state. */
export interface State {
  readonly from: Day;
  readonly rings: Rings;
  /** The statements that made the state differ from the one before. */
  readonly by: readonly Statement[];
}

/** Every distinct state of one (holder, basis), in order of days. */
export interface LedgerHistory {
  readonly holder: Holder;
  readonly basis: Basis;
  readonly states: readonly State[];
}

/** What all statements paint: the whole history of control. */
export interface ControlHistory {
  readonly ledgers: readonly LedgerHistory[];
}

/** The ground of a ledger on a day: every statement with day ≤ d has been painted. Empty before the first. */
export function groundOn(history: ControlHistory, holder: Holder, basis: Basis, d: Day): Rings {
  return stateOn(history, holder, basis, d)?.rings ?? [];
}

/** The state that stands on a day, or undefined before the ledger opens. */
export function stateOn(history: ControlHistory, holder: Holder, basis: Basis, d: Day): State | undefined {
  const ledger = history.ledgers.find((l) => l.holder === holder && l.basis === basis);
  return ledger?.states.findLast((s) => s.from <= d);
}

/** Who is said to hold a point on a day: every ledger whose ground it lies in, in the order of the ledgers. */
export function holdersOf(history: ControlHistory, p: Position, d: Day): { holder: Holder; basis: Basis }[] {
  return history.ledgers
    .filter((l) => inRings(p, groundOn(history, l.holder, l.basis, d)))
    .map(({ holder, basis }) => ({ holder, basis }));
}
