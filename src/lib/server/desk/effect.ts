import { gainedLost, type Change, type Gainer } from '#lib/domain/control/change.ts';
import { difference, union } from '#lib/domain/control/clip.ts';
import { openSeries } from '#lib/domain/control/series-reader.ts';
import { seriesOf } from '#lib/domain/control/series.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import { ringsOf, type Rings } from '#lib/domain/geometry/rings.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { Control } from '#lib/scene/control.ts';

/** How much assessed ground a statement moves; of a demonstration it is withheld, and what lies over it moves none. */
export type Effect =
  { readonly side: Gainer; readonly change: Change } | { readonly side: Gainer; readonly change: 'withheld' };

const [BEFORE, AFTER] = ['2000-01-01', '2000-01-02'] as [Day, Day];

/**
 * What a statement moves by itself: against the ground of its day as readers see it, or, where it is public already,
 * against what it said before. What others on the same page move is not in it.
 *
 * @param is undefined for a retraction
 */
export function effectOf(
  control: Control,
  was: Statement | undefined,
  is: Statement | undefined,
): Effect | undefined {
  const about = is ?? was;
  if (!about || about.basis !== 'assessed') return undefined;
  const side: Gainer = about.holder === 'ukraine' ? 'ukraine' : 'russia';
  const ledger = control.ledgers.find((l) => l.holder === side && l.basis === 'assessed');
  if (!ledger) return undefined;
  if (ledger.demonstration) return { side, change: 'withheld' };
  const [before, after] = was
    ? [ringsOf(was.area), is ? ringsOf(is.area) : []]
    : [
        control.ground(side, 'assessed', about.day),
        painted(control.ground(side, 'assessed', about.day), about),
      ];
  const reader = openSeries(
    seriesOf([
      { from: BEFORE, rings: before },
      { from: AFTER, rings: after },
    ]),
  );
  const history = { ledgers: [{ holder: side, basis: 'assessed' as const, reader, by: [] }] };
  return { side, change: gainedLost(history, side, BEFORE, AFTER, { resolution_m: ledger.resolution_m }) };
}

function painted(rings: Rings, s: Statement): Rings {
  const area = ringsOf(s.area);
  if (s.extent === 'snapshot') return area;
  return s.holder === 'none' || s.ends ? difference(rings, area) : union(rings, area);
}
