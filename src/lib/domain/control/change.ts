import { areaAt } from './areas.ts';
import { beginsWhole } from './begins.ts';
import type { Rings } from '../geometry/rings.ts';
import type { Day } from '../time/day.ts';
import { addBounds, addStates, emptyPlane, measure } from './overlay.ts';
import { openSeries } from './series-reader.ts';
import { EMPTY_SERIES } from './series.ts';
import type { Holder } from './statement.ts';
import { ledgerIn, type ControlHistory, type LedgerHistory } from './states.ts';

/** Who gains and loses ground. */
export type Gainer = Extract<Holder, 'russia' | 'ukraine'>;

/** What is done with ground that Russia occupied before 2022, where a ledger tells it: it counts as held, or not at all. */
export type Earlier = 'with' | 'without';

/** How the assessed ground of a side on one day differs from that on another. */
export interface Change {
  readonly gained_m2: number;
  readonly lost_m2: number;
  readonly net_m2: number;
  /** Metres of line that moved: around each ground the longer of what ran there before and what runs there after. */
  readonly edge_m: number;
  readonly gained_edge_m: number;
  readonly lost_edge_m: number;
  /** The length of line that moved times the metres to which it is true. */
  readonly uncertainty_m2: number;
  readonly gained_uncertainty_m2: number;
  readonly lost_uncertainty_m2: number;
}

const NOTHING = openSeries(EMPTY_SERIES);

/** Square metres of assessed ground on the later day less those on the earlier one; areas are kept once known. */
export function net(history: ControlHistory, side: Gainer, a: Day, b: Day): number {
  const ledger = ledgerIn(history, side, 'assessed');
  if (!ledger) return 0;
  return areaAt(ledger.reader, indexIn(ledger, b)) - areaAt(ledger.reader, indexIn(ledger, a));
}

/** The change that stands on a day. Before a ledger that begins with a whole state nothing is known, and nothing is gained by its beginning. */
const indexIn = (ledger: LedgerHistory | undefined, d: Day): number =>
  Math.max(beginsWhole(ledger) ? 0 : -1, ledger?.reader.indexOn(d) ?? -1);

/**
 * What an area may be off by, in square metres: the one rule for every ± that is shown. It is the length of line that
 * moved, as `gainedLost` has it, times the metres to which the line is true.
 */
export const uncertaintyOf = (edge_m: number, resolution_m: number): number => edge_m * resolution_m;

const [BEFORE, AFTER, EARLIER_BEFORE, EARLIER_AFTER, WITHIN] = [1, 2, 4, 8, 16] as const;
const [GAINED, LOST] = [1, 2] as const;

/** The label of ground by the bits of what it lies in. */
function labelsOf(earlier: Earlier | undefined, hasBounds: boolean): Uint8Array {
  const held = (bits: number, own: number, before2022: number): boolean => {
    const [isOwn, isEarlier] = [(bits & own) !== 0, (bits & before2022) !== 0];
    if (earlier === undefined) return isOwn;
    return earlier === 'with' ? isOwn || isEarlier : isOwn && !isEarlier;
  };
  return Uint8Array.from({ length: 32 }, (_, bits) => {
    if (hasBounds && !(bits & WITHIN)) return 0;
    const before = held(bits, BEFORE, EARLIER_BEFORE);
    const after = held(bits, AFTER, EARLIER_AFTER);
    return before === after ? 0 : after ? GAINED : LOST;
  });
}

/**
 * What a side gained and lost between the states of two days, in the whole or within bounds. Of parts that make up a
 * whole the figures add up to its own.
 *
 * @param options.resolution_m how true the line is, in metres
 * @param options.within rings filled even-odd
 * @param options.earlier ground occupied before 2022 counts as held, or not at all; unset, only what is assessed counts
 */
export function gainedLost(
  history: ControlHistory,
  side: Gainer,
  a: Day,
  b: Day,
  options: {
    readonly resolution_m: number;
    readonly within?: Rings | undefined;
    readonly earlier?: Earlier | undefined;
  },
): Change {
  const { within, earlier, resolution_m } = options;
  const ledger = ledgerIn(history, side, 'assessed');
  const reader = ledger?.reader ?? NOTHING;
  const plane = emptyPlane();
  addStates(plane, reader, [indexIn(ledger, a), indexIn(ledger, b)], [BEFORE, AFTER]);
  const before2022 = earlier && ledgerIn(history, side, 'pre-2022')?.reader;
  if (before2022) {
    const indexes = [before2022.indexOn(a), before2022.indexOn(b)] as const;
    addStates(plane, before2022, indexes, [EARLIER_BEFORE, EARLIER_AFTER]);
  }
  if (within) addBounds(plane, within, WITHIN);
  const moving = [BEFORE | AFTER, EARLIER_BEFORE | EARLIER_AFTER] as const;
  const { area_m2, edge_m } = measure(plane, labelsOf(before2022 && earlier, within !== undefined), moving, [
    BEFORE,
    AFTER,
  ]);
  const [gained_m2, lost_m2] = [area_m2[GAINED] as number, area_m2[LOST] as number];
  const edgeOf = (label: number): number =>
    Math.max(edge_m[label * 2] as number, edge_m[label * 2 + 1] as number);
  const [gained_edge_m, lost_edge_m] = [edgeOf(GAINED), edgeOf(LOST)];
  const edge = gained_edge_m + lost_edge_m;
  return {
    gained_m2,
    lost_m2,
    net_m2: gained_m2 - lost_m2,
    edge_m: edge,
    gained_edge_m,
    lost_edge_m,
    uncertainty_m2: uncertaintyOf(edge, resolution_m),
    gained_uncertainty_m2: uncertaintyOf(gained_edge_m, resolution_m),
    lost_uncertainty_m2: uncertaintyOf(lost_edge_m, resolution_m),
  };
}
