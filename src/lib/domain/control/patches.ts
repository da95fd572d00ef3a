import { boxOf, boxesMeet, ringsOf, type Rings } from '../geometry/rings.ts';
import { difference, intersection, union, unionAll } from './clip.ts';
import type { Change, Patch, Side } from './flips.ts';
import { inOrder, type Statement } from './statement.ts';

/** A patch while it is made. */
interface Making {
  rings: Rings;
  readonly was: Side;
  readonly changes: readonly Change[];
}

/**
 * The ground that changed hands since the ledgers opened, cut into patches that each changed hands as a whole: from
 * them every window of days is told without clipping anything again. Statements are taken in the order in which they
 * are painted, and ground that Russia occupied before 2022 is Russia's.
 */
export function patchesOf(statements: readonly Statement[]): Patch[] {
  const sorted = [...statements].sort(inOrder);
  // Held throughout, whatever is told of it.
  const lasting = unionAll(sorted.filter((s) => s.basis === 'pre-2022').map((s) => ringsOf(s.area)));
  const held: Held = { russia: [], ukraine: [] };
  let patches: Making[] = [];
  for (const s of sorted.filter((each) => each.basis === 'assessed')) {
    const area = ringsOf(s.area);
    const before = { ...held };
    for (const side of SIDES) held[side] = after(s, side, before[side], area);
    if (s.opening) continue;
    const touched = difference(
      unionAll(
        SIDES.flatMap((side) => [
          left(before[side], held[side], area, s),
          left(held[side], before[side], area, s),
        ]),
      ),
      lasting,
    );
    for (const [to, rings] of byHolder(touched, held)) {
      patches = overlay(patches, rings, { day: s.day, to, statement: s.id }, before);
    }
  }
  return patches;
}

type Held = Record<'russia' | 'ukraine', Rings>;
const SIDES = ['russia', 'ukraine'] as const;

/** Assessed ground of one side after a statement, by the rules by which statements are painted. */
function after(s: Statement, side: 'russia' | 'ukraine', own: Rings, area: Rings): Rings {
  if (s.holder === side) {
    if (s.extent === 'snapshot') return area;
    return s.ends ? difference(own, area) : union(own, area);
  }
  if (s.ends || !boxesMeet(boxOf(own), boxOf(area))) return own;
  return difference(own, area);
}

/** What of `a` is not in `b`; outside of its area only a snapshot changes anything. */
function left(a: Rings, b: Rings, area: Rings, s: Statement): Rings {
  if (a === b) return [];
  return difference(s.extent === 'snapshot' ? a : intersection(a, area), b);
}

/** Ground parted by whose it is; parts that are empty are left out. */
function byHolder(ground: Rings, held: Held): [Side, Rings][] {
  const parts: [Side, Rings][] = [
    ['russia', intersection(ground, held.russia)],
    ['ukraine', difference(intersection(ground, held.ukraine), held.russia)],
    ['none', difference(difference(ground, held.russia), held.ukraine)],
  ];
  return parts.filter(([, rings]) => rings.length > 0);
}

/** Cut the patches along the ground that changes now, and write the change to what lies inside of it. */
function overlay(patches: readonly Making[], rings: Rings, change: Change, before: Held): Making[] {
  const result: Making[] = [];
  let rest = rings;
  const box = boxOf(rings);
  for (const patch of patches) {
    const inside = boxesMeet(boxOf(patch.rings), box) ? intersection(patch.rings, rings) : [];
    if (inside.length === 0) {
      result.push(patch);
      continue;
    }
    const outside = difference(patch.rings, rings);
    if (outside.length > 0) result.push({ ...patch, rings: outside });
    rest = difference(rest, patch.rings);
    const holder = patch.changes.at(-1)?.to ?? patch.was;
    const changes = holder === change.to ? patch.changes : [...patch.changes, change];
    result.push({ ...patch, rings: inside, changes });
  }
  for (const [was, ground] of byHolder(rest, before)) {
    if (was !== change.to) result.push({ rings: ground, was, changes: [change] });
  }
  return result;
}
