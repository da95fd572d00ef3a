import { boxOf, boxesMeet, ringsOf, type Box, type Rings } from '../geometry/rings.ts';
import { difference, intersection, union } from './clip.ts';
import type { Day } from '../time/day.ts';
import { inOrder, type Basis, type Holder, type Statement } from './statement.ts';
import { openSeries } from './series-reader.ts';
import { seriesOf } from './series.ts';
import type { ControlHistory, LedgerHistory } from './states.ts';

/** The ground of one ledger from a day on, while it is painted. */
interface Painted {
  readonly from: Day;
  readonly rings: Rings;
  readonly by: readonly Statement[];
}

const key = (holder: Holder, basis: Basis): string => `${holder}-${basis}`;

/**
 * Paint statements in order, and tell what comes of it as edges that come and go. A patch adds to its own ledger;
 * within `assessed` it takes from every other holder's, and holder `none` only takes. A snapshot replaces its ledger. A
 * statement that `ends` takes from its own ledger. Retracting or re-ordering statements is compiling the remaining
 * ones afresh, so nothing else can go wrong.
 */
export function compile(statements: readonly Statement[]): ControlHistory {
  const now = new Map<string, { holder: Holder; basis: Basis; rings: Rings; box: Box; states: Painted[] }>();
  const ledger = (holder: Holder, basis: Basis) => {
    const found = now.get(key(holder, basis));
    if (found) return found;
    const made = { holder, basis, rings: [] as Rings, box: boxOf([]), states: [] as Painted[] };
    now.set(key(holder, basis), made);
    return made;
  };
  const write = (entry: ReturnType<typeof ledger>, rings: Rings, by: Statement) => {
    entry.rings = rings;
    entry.box = boxOf(rings);
    const last = entry.states.at(-1);
    if (last?.from === by.day)
      entry.states[entry.states.length - 1] = { ...last, rings, by: [...last.by, by] };
    else entry.states.push({ from: by.day, rings, by: [by] });
  };

  for (const s of [...statements].sort(inOrder)) {
    const area = ringsOf(s.area);
    const box = boxOf(area);
    if (s.holder !== 'none') {
      const own = ledger(s.holder, s.basis);
      if (s.extent === 'snapshot') write(own, area, s);
      else if (s.ends) write(own, difference(own.rings, area), s);
      else write(own, union(own.rings, area), s);
    }
    if (s.basis !== 'assessed' || s.ends) continue;
    for (const other of now.values()) {
      if (other.basis !== 'assessed' || other.holder === s.holder || !boxesMeet(other.box, box)) continue;
      // Asked of the ground itself: what is left of a square may have as many corners as the square.
      if (intersection(other.rings, area).length > 0) write(other, difference(other.rings, area), s);
    }
  }
  return {
    ledgers: [...now.values()].map(({ holder, basis, states }) => ledgerOf(holder, basis, states)),
  };
}

/** A day on which painting left every edge as it was is no change. */
function ledgerOf(holder: Holder, basis: Basis, states: readonly Painted[]): LedgerHistory {
  const reader = openSeries(seriesOf(states));
  const by: (readonly Statement[])[] = [];
  for (const state of states) {
    const index = reader.indexOn(state.from);
    if (index >= 0 && reader.dayOf(index) === state.from) by[index] = state.by;
  }
  return { holder, basis, reader, by };
}
