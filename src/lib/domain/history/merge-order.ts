/**
 * The order of a list of things with ids after two people changed it. What either added stands where that person put
 * it, after the same neighbour; two additions at one spot stand in the order of their ids, so that it does not matter
 * who saved first. `undefined` where both moved what was there, each to another order: then nobody can tell.
 *
 * @returns every id of the three lists, those taken out too; the caller leaves out what is gone
 */
export function mergedOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] | undefined {
  const spine = spineOf(base, mine, theirs);
  if (!spine) return undefined;
  const placed = new Set(spine);
  const [fromMine, fromTheirs] = [additions(spine, mine), additions(spine, theirs)];
  const order: string[] = [];
  for (const anchor of [undefined, ...spine]) {
    if (anchor !== undefined) order.push(anchor);
    const runs = [fromMine.get(anchor) ?? [], fromTheirs.get(anchor) ?? []];
    runs.sort((a, b) => (a.join() < b.join() ? -1 : 1));
    for (const id of runs.flat()) {
      if (placed.has(id)) continue;
      placed.add(id);
      order.push(id);
    }
  }
  return order;
}

/** What was there before, in the order of whoever moved it. */
function spineOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const [moved, movedByThem] = [kept(base, mine), kept(base, theirs)].map(
    ({ before, after }) => before.join('\n') !== after.join('\n'),
  );
  if (!moved && !movedByThem) return base;
  const [a, b] = [kept(base, mine).after, kept(base, theirs).after];
  if (moved && movedByThem) return a.join('\n') === b.join('\n') ? a : undefined;
  return moved ? a : b;
}

/** The ids that a side kept of the base, in the base's order and in its own. */
function kept(base: readonly string[], side: readonly string[]): { before: string[]; after: string[] } {
  return { before: base.filter((id) => side.includes(id)), after: side.filter((id) => base.includes(id)) };
}

/** What a side has beside the spine, by the neighbour that it follows there; undefined is the beginning. */
function additions(spine: readonly string[], side: readonly string[]): Map<string | undefined, string[]> {
  const runs = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const id of side) {
    if (spine.includes(id)) anchor = id;
    else runs.set(anchor, [...(runs.get(anchor) ?? []), id]);
  }
  return runs;
}
