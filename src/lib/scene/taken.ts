import { distance, ringArea } from '#lib/domain/geometry/sphere.ts';
import type { FreshPatch } from './scene.ts';
import { outerEdge } from './difference.ts';

/** What a side took between two days. */
export interface Taken {
  readonly to: FreshPatch['to'];
  readonly patches: number;
  readonly km2: number;
  /** How far the area may be off: the length of its edge by how true that is. */
  readonly plusMinus: number;
}

export const takenBy = (fresh: readonly FreshPatch[], resolution_m: number): Taken[] =>
  (['russia', 'ukraine'] as const).flatMap((to) => {
    const patches = fresh.filter((f) => f.to === to).map((f) => f.rings);
    if (patches.length === 0) return [];
    // Rings of one patch run against those within them, so their areas add with their signs.
    const m2 = patches.reduce(
      (sum, rings) => sum + Math.abs(rings.reduce((a, ring) => a + ringArea(ring), 0)),
      0,
    );
    const edge_m = outerEdge(patches).reduce(
      (sum, line) => sum + line.reduce((a, p, i) => a + distance(line[i - 1] ?? p, p), 0),
      0,
    );
    return [{ to, patches: patches.length, km2: m2 / 1e6, plusMinus: (edge_m * resolution_m) / 1e6 }];
  });
