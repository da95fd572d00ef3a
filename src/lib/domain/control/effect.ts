import { intersection, difference } from './clip.ts';
import { gainedLost, type Change } from './change.ts';
import { boxOf, boxesMeet, ringsOf, type Rings } from '../geometry/rings.ts';
import { addDays, type Day } from '../time/day.ts';
import { openSeries } from './series-reader.ts';
import { seriesOf } from './series.ts';
import { changeDays, groundOn, ledgerIn, type ControlHistory } from './states.ts';
import { inOrder, type Basis, type Holder, type Statement } from './statement.ts';

/** Ground of one ledger that differs between two histories. */
export interface LedgerEffect {
  readonly holder: Holder;
  readonly basis: Basis;
  /** Ground that only the second history has, and that only the first has. */
  readonly gained: Rings;
  readonly lost: Rings;
}

/** Days in a row on which two histories differ in the same ground: [from, until). */
export interface EffectSpan {
  readonly from: Day;
  /** The first day on which they differ otherwise, or not any more; undefined where it goes on. */
  readonly until: Day | undefined;
  readonly ledgers: readonly LedgerEffect[];
}

/** Days that are looked at, at most: what differs after so many changes differs because of other things. */
const MOST_DAYS = 400;

/**
 * What difference it makes: the ground in which two histories differ, from a day on, day by day as far as they do.
 *
 * @param since the first day on which they can differ
 */
export function effectOf(first: ControlHistory, second: ControlHistory, since: Day): EffectSpan[] {
  const keys = new Map<string, { holder: Holder; basis: Basis }>();
  for (const { holder, basis } of [...first.ledgers, ...second.ledgers])
    keys.set(`${holder}-${basis}`, { holder, basis });
  const days = [...new Set([since, ...changeDays(first), ...changeDays(second)])]
    .filter((d) => d >= since)
    .sort()
    .slice(0, MOST_DAYS);
  const spans: { from: Day; until: Day | undefined; ledgers: LedgerEffect[]; said: string }[] = [];
  for (const d of days) {
    const ledgers = [...keys.values()].flatMap(({ holder, basis }): LedgerEffect[] => {
      const [a, b] = [groundOn(first, holder, basis, d), groundOn(second, holder, basis, d)];
      if (sameRings(a, b)) return [];
      const [gained, lost] = [difference(b, a), difference(a, b)];
      return gained.length + lost.length > 0 ? [{ holder, basis, gained, lost }] : [];
    });
    const said = JSON.stringify(ledgers);
    const last = spans.at(-1);
    if (last?.said === said) continue;
    if (last) last.until = d;
    spans.push({ from: d, until: undefined, ledgers, said });
  }
  return spans
    .filter((s) => s.ledgers.length > 0)
    .map(({ from, until, ledgers }) => ({ from, until, ledgers }));
}

const sameRings = (a: Rings, b: Rings): boolean =>
  a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));

/** Figures of what a side gains and loses by a difference, measured by the one rule for every ± that is shown. */
export function figuresOf(before: Rings, after: Rings, resolution_m: number): Change {
  const [a, b] = ['2000-01-01' as Day, '2000-01-02' as Day];
  const reader = openSeries(
    seriesOf([
      { from: a, rings: before },
      { from: b, rings: after },
    ]),
  );
  const history: ControlHistory = { ledgers: [{ holder: 'russia', basis: 'assessed', reader, by: [] }] };
  return gainedLost(history, 'russia', a, b, { resolution_m });
}

/** A statement of earlier whose ground another takes back. */
export interface Undone {
  readonly statement: Statement;
  readonly rings: Rings;
}

/**
 * Statements whose ground a statement takes back, the newest first: those that said last who holds what it changes. What
 * whole days said is not told: every change is one against the day before.
 *
 * @param changed the ground that it changes on its day
 * @param all statements with their areas, those of whole days without
 */
export function undoneBy(statement: Statement, changed: Rings, all: readonly Statement[]): Undone[] {
  const speaks = (s: Statement): boolean =>
    statement.basis === 'assessed' && !statement.ends
      ? s.basis === 'assessed'
      : s.basis === statement.basis && s.holder === statement.holder;
  const earlier = all
    .filter((s) => s.id !== statement.id && speaks(s) && inOrder(s, statement) < 0)
    .sort(inOrder)
    .reverse();
  const undone: Undone[] = [];
  let left = changed;
  let box = boxOf(left);
  for (const s of earlier) {
    if (left.length === 0 || s.extent === 'snapshot') break;
    const area = ringsOf(s.area);
    if (!boxesMeet(boxOf(area), box)) continue;
    const rings = intersection(left, area);
    if (rings.length === 0) continue;
    undone.push({ statement: s, rings });
    left = difference(left, area);
    box = boxOf(left);
  }
  return undone;
}

/** Ledgers that were open before a day, to go on from. */
export const openBefore = ({ ledgers }: ControlHistory, since: Day) =>
  ledgers.filter(({ reader }) => reader.indexOn(addDays(since, -1)) >= 0);

/** The statements behind the change of a ledger on a day. */
export function behind(history: ControlHistory, holder: Holder, basis: Basis, d: Day): readonly Statement[] {
  const ledger = ledgerIn(history, holder, basis);
  const index = ledger?.reader.indexOn(d) ?? -1;
  return ledger && index >= 0 && ledger.reader.dayOf(index) === d ? (ledger.by[index] ?? []) : [];
}
