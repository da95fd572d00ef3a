import { flips, type Flip } from '#lib/domain/control/flips.ts';
import { distanceToFront, frontLine, type Line } from '#lib/domain/control/front.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import {
  groundOn,
  holdersOf,
  paint,
  stateOn,
  type ControlHistory,
  type State,
} from '#lib/domain/control/paint.ts';
import { union } from '#lib/domain/control/clip.ts';
import type { Basis, Holder, Statement } from '#lib/domain/control/statement.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import type { EditionReader } from '../store/store.ts';
import { bounded } from './bounded.ts';
import { landOf } from '../draw/basemap.ts';

/** Control as one edition has it: painted once, then asked for days. */
export interface Control {
  readonly ledgers: readonly Ledger[];
  readonly statements: readonly Statement[];
  readonly history: ControlHistory;
  /** Ground of a ledger on a day, rings filled even-odd. */
  ground(holder: Holder, basis: Basis, d: Day): Rings;
  state(holder: Holder, basis: Basis, d: Day): State | undefined;
  /** Ground that a side holds: assessed, and for Russia what it occupied before 2022. */
  held(side: 'russia' | 'ukraine', d: Day): Rings;
  /** The front line of a side's ground: of Russia's inside Ukraine, of Ukraine's inside Russia. */
  front(side: 'russia' | 'ukraine', d: Day): readonly Line[];
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

const memory = bounded<Promise<Control>>(8);

/** The control of an edition, painted once for each digest of its statements. */
export const controlOf = (reader: EditionReader): Promise<Control> =>
  memory(reader.edition.digest, async () => makeControl(await reader.ledgers(), await reader.statements()));

export function makeControl(ledgers: readonly Ledger[], statements: readonly Statement[]): Control {
  const history = paint(statements);
  const assessed = ledgers.filter((l) => l.basis === 'assessed');
  const resolution_m = Math.max(0, ...assessed.map((l) => l.resolution_m));
  const fronts = bounded<readonly Line[]>(64);
  const helds = bounded<Rings>(64);
  const flipped = bounded<readonly Flip[]>(64);
  // States change on few days; asking by the state's own day makes one answer serve all days until the next.
  const stamp = (side: Holder, d: Day): string =>
    `${side} ${stateOn(history, side, 'assessed', d)?.from} ${stateOn(history, side, 'pre-2022', d)?.from}`;
  const held = (side: 'russia' | 'ukraine', d: Day): Rings =>
    helds(stamp(side, d), () => {
      const own = groundOn(history, side, 'assessed', d);
      return side === 'russia' ? union(own, groundOn(history, side, 'pre-2022', d)) : own;
    });
  const front = (side: 'russia' | 'ukraine', d: Day): readonly Line[] =>
    fronts(stamp(side, d), () =>
      frontLine(
        held(side, d),
        landOf(side === 'russia' ? 'UA' : 'RU'),
        Math.max(5000, resolution_m),
        landOf(side === 'russia' ? 'RU' : 'UA'),
      ),
    );
  const days = (pick: (l: Ledger) => Day): Day[] => ledgers.map(pick).sort();
  return {
    ledgers,
    statements,
    history,
    resolution_m,
    demonstration: ledgers.some((l) => l.demonstration),
    lastReviewed: days((l) => l.last_reviewed).at(-1),
    opens: days((l) => l.opens)[0],
    ground: (holder, basis, d) => groundOn(history, holder, basis, d),
    state: (holder, basis, d) => stateOn(history, holder, basis, d),
    held,
    front,
    flips: (a, b) => flipped(`${a} ${b}`, () => flips(history, statements, a, b)),
    holders: (p, d) => holdersOf(history, p, d),
    distanceToFront: (p, d) => distanceToFront(p, [...front('russia', d), ...front('ukraine', d)]),
  };
}

/** The window of days that a view shows, as (a, b]: a is the day before its first. */
export const windowStart = (d: Day, window: number | 'all', opens: Day | undefined): Day =>
  window === 'all' ? (opens ?? d) : addDays(d, -window);
