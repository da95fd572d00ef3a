import type { Rings } from '../geometry/rings.ts';
import type { Day } from '../time/day.ts';
import type { Holder, Statement, StatementId } from './statement.ts';

/** Who holds ground; `none` where no ledger has it. */
export type Side = Extract<Holder, 'russia' | 'ukraine' | 'none'>;

export interface Change {
  readonly day: Day;
  readonly to: Side;
  readonly statement: StatementId;
}

/** Ground that changed hands as a whole: whose it was when the ledgers opened, and every change since, in order. */
export interface Patch {
  readonly rings: Rings;
  readonly was: Side;
  readonly changes: readonly Change[];
}

/** What a reader is told: ground that changed hands between two days, with the statement behind it. */
export interface Flip {
  readonly day: Day;
  /** Who holds the ground after it; `none` where a holder only lost it. */
  readonly to: Side;
  /** From whom it was taken, where a side had it. */
  readonly from: Side | undefined;
  readonly patch: Rings;
  readonly statement: Statement;
}

/** Whose the ground of a patch is on a day. */
export const holderOn = (patch: Patch, d: Day): Side =>
  patch.changes.findLast((c) => c.day <= d)?.to ?? patch.was;

/**
 * The flips of assessed ground in (a, b]: what is held on b by another than on a. Each ground is told once, by the
 * statement that took it, or took it back, for good; what went and came back within the days is not told.
 *
 * @param statements in the order in which the flips are to be told
 */
export function flipsOf(patches: readonly Patch[], statements: readonly Statement[], a: Day, b: Day): Flip[] {
  const told = new Map<StatementId, Patch[]>();
  for (const patch of patches) {
    const last = patch.changes.findLast((c) => c.day <= b);
    if (!last || last.day <= a || holderOn(patch, a) === last.to) continue;
    told.set(last.statement, [...(told.get(last.statement) ?? []), patch]);
  }
  return statements.flatMap((statement) => {
    const ground = told.get(statement.id);
    const first = ground?.[0];
    if (!ground || !first) return [];
    const from = ground.map((p) => holderOn(p, a)).find((side) => side !== 'none');
    return [
      {
        day: statement.day,
        to: holderOn(first, b),
        from,
        patch: ground.flatMap((p) => p.rings),
        statement,
      },
    ];
  });
}
