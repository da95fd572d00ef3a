import type { Rings } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';
import type { Day } from '../time/day.ts';
import type { SeriesReader } from './series-reader.ts';
import type { Basis, Holder, Statement } from './statement.ts';

/** The ground of one holder and basis from a day on, until the next state. */
export interface State {
  readonly from: Day;
  /** Held ground on the left of each ring; the same rings whenever the same state is asked for. */
  readonly rings: Rings;
  /** The statements that made the state differ from the one before. */
  readonly by: readonly Statement[];
}

/** The ground of one (holder, basis) through time. */
export interface LedgerHistory {
  readonly holder: Holder;
  readonly basis: Basis;
  readonly reader: SeriesReader;
  /** The statements behind each change of the reader's series. */
  readonly by: readonly (readonly Statement[])[];
}

/** What all statements come to: the whole history of control. */
export interface ControlHistory {
  readonly ledgers: readonly LedgerHistory[];
}

/** The history of one ledger, or undefined where there are no statements of it. */
export const ledgerIn = (
  { ledgers }: ControlHistory,
  holder: Holder,
  basis: Basis,
): LedgerHistory | undefined => ledgers.find((l) => l.holder === holder && l.basis === basis);

/** The ground of a ledger on a day: every statement with day ≤ d has been painted. Empty before the first. */
export function groundOn(history: ControlHistory, holder: Holder, basis: Basis, d: Day): Rings {
  const reader = ledgerIn(history, holder, basis)?.reader;
  return reader ? reader.ringsAt(reader.indexOn(d)) : [];
}

/** The state that stands on a day, or undefined before the ledger opens. */
export function stateOn(history: ControlHistory, holder: Holder, basis: Basis, d: Day): State | undefined {
  const ledger = ledgerIn(history, holder, basis);
  const index = ledger?.reader.indexOn(d) ?? -1;
  if (!ledger || index < 0) return undefined;
  const { reader, by } = ledger;
  return { from: reader.dayOf(index), rings: reader.ringsAt(index), by: by[index] ?? [] };
}

/** Who is said to hold a point on a day: every ledger whose ground it lies in, in the order of the ledgers. */
export function holdersOf(history: ControlHistory, p: Position, d: Day): { holder: Holder; basis: Basis }[] {
  return history.ledgers
    .filter(({ reader }) => reader.holds(reader.indexOn(d), p))
    .map(({ holder, basis }) => ({ holder, basis }));
}

/** Every day on which any ledger changes, in order. */
export const changeDays = ({ ledgers }: ControlHistory): Day[] =>
  [
    ...new Set(ledgers.flatMap(({ reader }) => [...reader.series.days.keys()].map((i) => reader.dayOf(i)))),
  ].sort();
