import { boxOf, boxesMeet, ringsOf, type Box, type Rings } from '../geometry/rings.ts';
import { difference, intersection, union } from './clip.ts';
import { addDays, type Day } from '../time/day.ts';
import { inOrder, type Basis, type Holder, type Statement } from './statement.ts';
import { openSeries } from './series-reader.ts';
import { seriesOf, type Series } from './series.ts';
import type { ControlHistory, LedgerHistory } from './states.ts';

/** The ground of one ledger from a day on, while it is painted. */
interface Painted {
  readonly from: Day;
  readonly rings: Rings;
  readonly by: readonly Statement[];
}

/** What was compiled earlier, to go on from. */
export interface Before {
  /** The ledgers that a statement before `since` opened, in that order. */
  readonly ledgers: readonly LedgerHistory[];
  /** Whatever stood on this day and later is painted anew. */
  readonly since: Day;
}

const key = (holder: Holder, basis: Basis): string => `${holder}-${basis}`;

/**
 * Paint statements in order, and tell what comes of it as edges that come and go. A patch adds to its own ledger;
 * within `assessed` it takes from every other holder's, and holder `none` only takes. A snapshot replaces its ledger. A
 * statement that `ends` takes from its own ledger. Retracting or re-ordering statements is compiling the remaining
 * ones afresh, so nothing else can go wrong; what stood before the first day that changes may be taken from `before`.
 *
 * @param statements with `before` those of its day and later, else all
 */
export function compile(statements: readonly Statement[], before?: Before): ControlHistory {
  const now = new Map<string, { holder: Holder; basis: Basis; rings: Rings; box: Box; states: Painted[] }>();
  const earlier = new Map<string, Earlier>();
  for (const history of before?.ledgers ?? []) {
    const { holder, basis, reader } = history;
    const since = before?.since as Day;
    const index = reader.indexOn(addDays(since, -1));
    const rings = reader.ringsAt(index);
    earlier.set(key(holder, basis), { history, since, rings, kept: index + 1 });
    now.set(key(holder, basis), { holder, basis, rings, box: boxOf(rings), states: [] });
  }
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
    ledgers: [...now.values()].map(({ holder, basis, states }) =>
      ledgerOf(holder, basis, states, earlier.get(key(holder, basis))),
    ),
  };
}

/** A ledger of earlier, of which so many changes stay, and the ground that they come to. */
interface Earlier {
  readonly history: LedgerHistory;
  readonly since: Day;
  readonly kept: number;
  readonly rings: Rings;
}

/** A day on which painting left every edge as it was is no change. */
function ledgerOf(
  holder: Holder,
  basis: Basis,
  states: readonly Painted[],
  earlier: Earlier | undefined,
): LedgerHistory {
  if (earlier && states.length === 0 && earlier.kept === earlier.history.reader.series.days.length)
    return earlier.history;
  const reader = openSeries(seriesOn(states, earlier));
  const by = earlier ? earlier.history.by.slice(0, earlier.kept) : [];
  for (const state of states) {
    const index = reader.indexOn(state.from);
    if (index >= 0 && reader.dayOf(index) === state.from) by[index] = state.by;
  }
  return { holder, basis, reader, by };
}

/** The ground that stood is said again of the first day, so that every later change of earlier goes. */
const seriesOn = (states: readonly Painted[], earlier: Earlier | undefined): Series =>
  earlier
    ? seriesOf([{ from: earlier.since, rings: earlier.rings }, ...states], earlier.history.reader.series)
    : seriesOf(states);
