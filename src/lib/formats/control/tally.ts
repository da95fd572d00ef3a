import { toMultiPolygon } from '../../domain/control/polygons.ts';
import type { Basis, Holder } from '../../domain/control/statement.ts';
import { ringArea, type Position } from '../../domain/geometry/sphere.ts';
import { addDays, type Day } from '../../domain/time/day.ts';
import type { LedgerName } from './mapping.ts';
import { sameGround, unpack, type Packed } from './pack.ts';
import type { ImportReport, LedgerReport, Mended, Named, Refusal, Repair, Where } from './report.ts';
import type { ControlLedger } from './read.ts';

/** The ground of a ledger on a day, as it came. */
interface Entry {
  readonly ground: Packed;
  readonly where: Where;
  readonly features: number;
  readonly mended: boolean;
  readonly clipped: boolean;
  /** Nothing was there of this ledger, in a snapshot that shows others: its ground is none. */
  readonly implied: boolean;
}

interface Ledger extends LedgerName {
  readonly days: Map<Day, Entry>;
  /** Days that were given with different shapes: none of them goes in. */
  readonly torn: Set<Day>;
}

/** Repairs and refusals that are listed one by one; the rest is counted. */
const MOST_LISTED = 1000;

/** What is read so far, and what is to be told of it. */
export class Tally {
  readonly #ledgers = new Map<string, Ledger>();
  readonly #repairs: Repair[] = [];
  readonly #refused: Refusal[] = [];
  readonly #more = { repairs: 0, refused: 0 };
  readonly #unpicked = new Map<string, number>();
  readonly #ignored = new Map<string, number>();
  #again = 0;
  files = 0;
  units = 0;
  skipped = 0;

  refuse(refusal: Refusal): void {
    if (this.#refused.length < MOST_LISTED) this.#refused.push(refusal);
    else this.#more.refused += 1;
  }

  repair(where: Where, day: Day, mended: readonly Mended[]): void {
    if (this.#repairs.length < MOST_LISTED) this.#repairs.push({ where, day, mended: [...new Set(mended)] });
    else this.#more.repairs += 1;
  }

  unpicked(name: string): void {
    this.#unpicked.set(name, (this.#unpicked.get(name) ?? 0) + 1);
  }

  ignore(type: string): void {
    this.#ignored.set(type, (this.#ignored.get(type) ?? 0) + 1);
  }

  /** Keep the ground of a day; a day that was given before with another shape is refused, both times. */
  keep({ holder, basis }: LedgerName, day: Day, entry: Entry): void {
    const key = `${holder}-${basis}`;
    let ledger = this.#ledgers.get(key);
    if (!ledger) this.#ledgers.set(key, (ledger = { holder, basis, days: new Map(), torn: new Set() }));
    const before = ledger.days.get(day);
    if (!before || before.implied) ledger.days.set(day, entry);
    else if (entry.implied) return;
    else if (sameGround(before.ground, entry.ground)) this.#again += 1;
    else {
      ledger.torn.add(day);
      this.refuse({ where: entry.where, day, fault: { code: 'day-twice', other: before.where } });
    }
  }

  done(): { ledgers: ControlLedger[]; report: ImportReport } {
    const all = [...this.#ledgers.values()].map(finished).filter((l) => l !== undefined);
    all.sort((a, b) => (a.report.holder + a.report.basis < b.report.holder + b.report.basis ? -1 : 1));
    return {
      ledgers: all.map((l) => l.ledger),
      report: {
        files: this.files,
        ledgers: all.map((l) => l.report),
        repairs: this.#repairs,
        refused: this.#refused,
        more: this.#more,
        units: this.units,
        unpicked: named(this.#unpicked),
        skipped: this.skipped,
        ignored: named(this.#ignored),
        again: this.#again,
      },
    };
  }
}

const named = (counts: ReadonlyMap<string, number>): Named[] =>
  [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);

function finished({
  holder,
  basis,
  days,
  torn,
}: Ledger): { ledger: ControlLedger; report: LedgerReport } | undefined {
  const entries = [...days].filter(([d]) => !torn.has(d)).sort(([a], [b]) => (a < b ? -1 : 1));
  const [first, last] = [entries[0], entries.at(-1)];
  // A ledger that a mapping names and no snapshot shows is none.
  if (!first || !last || entries.every(([, e]) => e.ground.length === 0)) return undefined;
  const same = entries.map(([, e], i) => {
    const before = entries[i - 1];
    return before !== undefined && sameGround(before[1].ground, e.ground);
  });
  const missing: Day[] = [];
  for (const [i, [d]] of entries.entries()) {
    const before = entries[i - 1]?.[0];
    for (let m = before && addDays(before, 1); m && m < d; m = addDays(m, 1)) missing.push(m);
  }
  return {
    ledger: ledgerOf(holder, basis, entries, same),
    report: {
      holder,
      basis,
      days: entries.length,
      same: same.filter(Boolean).length,
      repaired: entries.filter(([, e]) => e.mended).length,
      first: { day: first[0], km2: km2Of(first[1].ground) },
      last: { day: last[0], km2: km2Of(last[1].ground) },
      missing,
    },
  };
}

const ledgerOf = (
  holder: Holder,
  basis: Basis,
  entries: readonly (readonly [Day, Entry])[],
  same: readonly boolean[],
): ControlLedger => ({
  holder,
  basis,
  length: entries.length,
  *days() {
    for (const [i, [day, e]] of entries.entries()) {
      yield {
        day,
        rings: unpack(e.ground),
        source: e.where,
        features: e.features,
        repaired: e.mended,
        clipped: e.clipped,
        same: same[i] === true,
      };
    }
  },
});

const km2Of = (ground: Packed): number => {
  const wound = toMultiPolygon(unpack(ground)).coordinates.flat() as unknown as Position[][];
  return wound.reduce((sum, ring) => sum + ringArea(ring), 0) / 1e6;
};
