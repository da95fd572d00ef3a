import { beginsWhole } from '#lib/domain/control/begins.ts';
import type { ControlFile, FrontHistory } from '#lib/domain/control/control-file.ts';
import { flipsOf, type Flip } from '#lib/domain/control/flips.ts';
import { distanceToFront, type Line } from '#lib/domain/control/front.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import { parted } from '#lib/domain/control/parted.ts';
import { inOrder, type Basis, type Holder, type Statement } from '#lib/domain/control/statement.ts';
import { groundOn, holdersOf, stateOn, type ControlHistory, type State } from '#lib/domain/control/states.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';

type FrontSide = FrontHistory['side'];

/** Control as one edition has it, asked for days. */
export interface Control {
  readonly ledgers: readonly Ledger[];
  /** In the order in which they are painted. The area of a snapshot is not sent: it is its ledger's state on its day. */
  readonly statements: readonly Statement[];
  readonly history: ControlHistory;
  /** The day of each statement that moved assessed ground, in order. */
  readonly moves: readonly Day[];
  /** Ground of a ledger on a day, rings filled even-odd. */
  ground(holder: Holder, basis: Basis, d: Day): Rings;
  state(holder: Holder, basis: Basis, d: Day): State | undefined;
  /** The front line of a side's ground, held ground on its left: of Russia's inside Ukraine, of Ukraine's inside Russia. */
  front(side: FrontSide, d: Day): readonly Line[];
  /** Where the front of a side ran on a day and does not on another. */
  frontLeft(side: FrontSide, d: Day, other: Day): readonly Line[];
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

/** Stretches nearer than this to the other line are the same line. */
const SAME_LINE_M = 150;
/** Answers that are kept of each kind: a month of days. */
const KEPT = 48;

/** Control from the file of an edition, its ledgers and its statements. */
export function controlFrom(
  file: ControlFile,
  ledgers: readonly Ledger[],
  unordered: readonly Statement[],
): Control {
  const statements = [...unordered].sort(inOrder);
  const byId = new Map(statements.map((s) => [s.id as string, s]));
  const history: ControlHistory = {
    ledgers: file.ledgers.map(({ holder, basis, reader, by }) => ({
      holder,
      basis,
      reader,
      by: by.map((ids) => ids.flatMap((id) => byId.get(id) ?? [])),
    })),
  };
  const moves = new Map<Statement, Day>();
  for (const ledger of history.ledgers.filter((l) => l.basis === 'assessed'))
    for (const [i, all] of ledger.by.entries())
      for (const s of i > 0 || !beginsWhole(ledger) ? all : [])
        if (!s.opening) moves.set(s, ledger.reader.dayOf(i));
  const days = (pick: (l: Ledger) => Day): Day[] => ledgers.map(pick).sort();
  const fronts = memory<readonly Line[]>();
  const frontOf = (side: FrontSide) => file.fronts.find((f) => f.side === side);
  const front = (side: FrontSide, d: Day): readonly Line[] => {
    const of = frontOf(side);
    const index = of?.reader.indexOn(d) ?? -1;
    return of && index >= 0
      ? fronts(`${side} ${index}`, () => of.reader.linesAt(index, (e) => of.isFront[e] === 1))
      : NO_LINES;
  };
  const left = memory<readonly Line[]>();
  const frontLeft = (side: FrontSide, d: Day, other: Day): readonly Line[] => {
    const of = frontOf(side);
    if (!of) return NO_LINES;
    const [a, b] = [of.reader.indexOn(d), of.reader.indexOn(other)];
    if (a === b) return NO_LINES;
    return left(`${side} ${a} ${b}`, () => {
      // An edge that stands on both days is no part of the answer, which leaves little to compare.
      const differs = new Uint8Array(of.isFront.length);
      for (const e of of.reader.edgesBetween(a, b)) differs[e] = of.isFront[e] as number;
      const lines = (index: number): Line[] =>
        index < 0 ? [] : of.reader.linesAt(index, (e) => differs[e] === 1);
      return parted(lines(a), lines(b), SAME_LINE_M).far;
    });
  };
  const flips = memory<readonly Flip[]>();
  return {
    ledgers,
    statements,
    history,
    moves: [...moves.values()].sort(),
    resolution_m: Math.max(0, ...ledgers.filter((l) => l.basis === 'assessed').map((l) => l.resolution_m)),
    demonstration: ledgers.some((l) => l.demonstration),
    lastReviewed: days((l) => l.last_reviewed).at(-1),
    opens: days((l) => l.opens)[0],
    ground: (holder, basis, d) => groundOn(history, holder, basis, d),
    state: (holder, basis, d) => stateOn(history, holder, basis, d),
    front,
    frontLeft,
    flips: (a, b) => flips(`${a} ${b}`, () => flipsOf(history, statements, a, b)),
    holders: (p, d) => holdersOf(history, p, d),
    distanceToFront: (p, d) => distanceToFront(p, [...front('russia', d), ...front('ukraine', d)]),
  };
}
const NO_LINES: readonly Line[] = [];

/** The last answers by key, so that the same question gives the same thing. */
function memory<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
    return made;
  };
}

/** The window of days that a view shows, as (a, b]: a is the day before its first. */
export const windowStart = (d: Day, window: number | 'all', opens: Day | undefined): Day =>
  window === 'all' ? (opens ?? d) : addDays(d, -window);
