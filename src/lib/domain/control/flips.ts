import { ringsOf, type Rings } from '../geometry/rings.ts';
import type { Day } from '../time/day.ts';
import { difference, intersection, union } from './clip.ts';
import { groundOn, type ControlHistory } from './paint.ts';
import { inOrder, type Holder, type Statement } from './statement.ts';

/** What a reader is told: ground that changed hands between two days, with the statement behind it. */
export interface Flip {
  readonly day: Day;
  /** Who holds the ground after it; `none` where a holder only lost it. */
  readonly to: Holder;
  /** From whom it was taken, where that side had it in a ledger. */
  readonly from: Holder | undefined;
  readonly patch: Rings;
  readonly statement: Statement;
}

/**
 * The flips of assessed ground in (a, b]: for every statement of those days the ground that it changed and that is
 * still so on b. What was held by the same side on a, or pre-2022 by Russia, did not change hands. Each ground is told
 * once: by the statement that took it, or took it back, for good.
 */
export function flips(history: ControlHistory, statements: readonly Statement[], a: Day, b: Day): Flip[] {
  const sides: readonly Holder[] = ['russia', 'ukraine'];
  const held = (holder: Holder, d: Day): Rings => {
    const assessed = groundOn(history, holder, 'assessed', d);
    return holder === 'russia' ? union(assessed, groundOn(history, holder, 'pre-2022', d)) : assessed;
  };
  const before = new Map(sides.map((side) => [side, held(side, a)]));
  const after = new Map(sides.map((side) => [side, held(side, b)]));
  let told: Flip[] = [];
  for (const s of [...statements].sort(inOrder)) {
    if (s.basis !== 'assessed' || s.opening || s.day <= a || s.day > b) continue;
    const area = ringsOf(s.area);
    const loser = sides.find(
      (side) => side !== s.holder && intersection(before.get(side) ?? [], area).length > 0,
    );
    const changed =
      s.holder === 'none'
        ? difference(
            intersection(before.get(loser ?? 'ukraine') ?? [], area),
            after.get(loser ?? 'ukraine') ?? [],
          )
        : difference(intersection(after.get(s.holder) ?? [], area), before.get(s.holder) ?? []);
    // What another side had taken here is over; what the same side has been told to take is no news.
    if (!s.ends) told = told.flatMap((flip) => (flip.to === s.holder ? [flip] : without(flip, area)));
    const patch = difference(
      changed,
      told.filter((flip) => flip.to === s.holder).flatMap((flip) => flip.patch),
    );
    if (patch.length > 0) told.push({ day: s.day, to: s.holder, from: loser, patch, statement: s });
  }
  return told;
}

const without = (flip: Flip, area: Rings): Flip[] => {
  const patch = difference(flip.patch, area);
  return patch.length > 0 ? [{ ...flip, patch }] : [];
};
