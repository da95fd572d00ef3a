import { gainedLost, uncertaintyOf, type Change } from '#lib/domain/control/change.ts';
import { ledgerIn, type ControlHistory } from '#lib/domain/control/states.ts';
import { ringArea } from '#lib/domain/geometry/sphere.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { FreshPatch } from './scene.ts';

/** What a side took between two days. */
export interface Taken {
  readonly to: FreshPatch['to'];
  readonly patches: number;
  readonly km2: number;
}

const SIDES = ['russia', 'ukraine'] as const;

export const takenBy = (fresh: readonly FreshPatch[]): Taken[] =>
  SIDES.flatMap((to) => {
    const patches = fresh.filter((f) => f.to === to).map((f) => f.rings);
    if (patches.length === 0) return [];
    // Rings of one patch run against those within them, so their areas add with their signs.
    const m2 = patches.reduce(
      (sum, rings) => sum + Math.abs(rings.reduce((a, ring) => a + ringArea(ring), 0)),
      0,
    );
    return [{ to, patches: patches.length, km2: m2 / 1e6 }];
  });

/** How far what each side took may be off, in km²: by the line that moved in its own ledger and in that of the other side. */
export function plusMinusOf(
  history: ControlHistory,
  a: Day,
  b: Day,
  resolution_m: number,
): Record<FreshPatch['to'], number> {
  const [russia, ukraine] = SIDES.map((side): Change => {
    const earlier = ledgerIn(history, side, 'pre-2022') && 'with';
    return gainedLost(history, side, a, b, { resolution_m, earlier });
  }) as [Change, Change];
  const km2 = (own: Change, other: Change): number =>
    uncertaintyOf(own.gained_edge_m + other.lost_edge_m, resolution_m) / 1e6;
  return { russia: km2(russia, ukraine), ukraine: km2(ukraine, russia) };
}
