import { inRings, ringsOf, type Rings } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';
import type { Day } from '../time/day.ts';
import { beginsWhole } from './begins.ts';
import { openSeries, type SeriesReader } from './series-reader.ts';
import { EMPTY_SERIES } from './series.ts';
import type { Holder, Statement, StatementId } from './statement.ts';
import { changeDays, ledgerIn, type ControlHistory } from './states.ts';
import { MOST_STEPS, turnedBetween } from './turned.ts';

/** Who holds ground; `none` where no ledger has it. */
export type Side = Extract<Holder, 'russia' | 'ukraine' | 'none'>;

/** Ground that went from one side to another. */
export interface FlipPart {
  /** Who holds the ground after it; `none` where a holder only lost it. */
  readonly to: Side;
  /** From whom it was taken, where a side had it. */
  readonly from: Side | undefined;
  readonly patch: Rings;
  /** A point inside of it. */
  readonly at: Position;
}

/**
 * What a reader is told: ground that changed hands between two days, with the statement behind it. Sides and point are
 * those of its first part: a statement of a whole day may tell of gains and of losses.
 */
export interface Flip extends FlipPart {
  /** The day on which it last did. */
  readonly day: Day;
  readonly statement: Statement;
  readonly parts: readonly FlipPart[];
}

const SIDES = ['russia', 'ukraine'] as const;
const NOTHING = openSeries(EMPTY_SERIES);

const sideOf = (held: readonly boolean[]): Side => SIDES.find((_, i) => held[i]) ?? 'none';

/**
 * The flips of assessed ground in (a, b]: what is held on b by another than on a. Each ground is told once, by the
 * statement that took it, or took it back, for good; what went and came back within the days is not told, nor is
 * ground that Russia occupied before 2022.
 *
 * @param statements in the order in which the flips are to be told
 */
export function flipsOf(history: ControlHistory, statements: readonly Statement[], a: Day, b: Day): Flip[] {
  const ledgers = SIDES.map((side) => ledgerIn(history, side, 'assessed'));
  const sides = ledgers.map((l) => l?.reader ?? NOTHING);
  const days = changeDays({ ledgers: history.ledgers.filter((l) => l.basis === 'assessed') }).filter(
    (d) => d > a && d <= b,
  );
  // Over more changes than can be told apart, some go together; the day of a patch is then that of a point in it.
  const width = Math.ceil(days.length / MOST_STEPS);
  const ends = days.filter((_, i) => (days.length - 1 - i) % Math.max(1, width) === 0);
  const earlier = ledgerIn(history, 'russia', 'pre-2022')?.reader;
  const turned = turnedBetween(
    sides,
    sides.map((reader, i) => {
      // What begins after the last day tells nothing of these.
      const least = reader.indexOn(b) >= 0 && beginsWhole(ledgers[i]) ? 0 : -1;
      return [a, ...ends].map((d) => Math.max(least, reader.indexOn(d)));
    }),
    earlier && { of: earlier, index: earlier.series.days.length - 1 },
  );
  const told = new Map<StatementId, Flip>();
  for (const { step, before, after, rings, at } of turned) {
    const end = ends[step] as Day;
    const d = width > 1 ? (lastTurn(sides, at, end) ?? end) : end;
    const statement = causeOf(history, d, at);
    // What a ledger opens with is no change of hands.
    if (!statement || statement.opening) continue;
    const from = sideOf(before);
    const part = { to: sideOf(after), from: from === 'none' ? undefined : from, patch: rings, at };
    const known = told.get(statement.id);
    const parts = [...(known?.parts ?? []), part];
    const patch = parts.flatMap((p) => p.patch);
    told.set(statement.id, { ...(parts[0] as FlipPart), patch, parts, day: d, statement });
  }
  return statements.flatMap((s) => told.get(s.id) ?? []);
}

/** The last day up to one on which a point went from one side to another. */
function lastTurn(sides: readonly SeriesReader[], at: Position, until: Day): Day | undefined {
  const last = sides.flatMap((reader) => reader.turnsAt(at).findLast((t) => t.day <= until)?.day ?? []);
  return last.sort().at(-1);
}

/** The statement that turned assessed ground at a point on a day: the last of the day that reaches it. */
export function causeOf(history: ControlHistory, d: Day, at: Position): Statement | undefined {
  const all = history.ledgers
    .filter((l) => l.basis === 'assessed')
    .flatMap(({ reader, by }) => {
      const index = reader.indexOn(d);
      return index >= 0 && reader.dayOf(index) === d ? (by[index] ?? []) : [];
    });
  const ordered = [...new Set(all)].sort((p, q) => p.order - q.order || (p.id < q.id ? -1 : 1));
  return ordered.findLast((s) => s.extent === 'snapshot' || inRings(at, ringsOf(s.area))) ?? ordered.at(-1);
}
