import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { FreshPatch, Scene } from './scene.ts';

/** The edge of all that one side took between two days. */
export interface Outline {
  readonly to: FreshPatch['to'];
  readonly lines: Rings;
}

/** What changed hands between two days, outlined by who has it now; nothing where they are compared in another way. */
export function outlinesOf({ compared, view, layers, fresh }: Scene): readonly Outline[] {
  if (!compared || (view.how ?? 'difference') !== 'difference' || !layers.includes('fresh')) return [];
  return (['russia', 'ukraine'] as const)
    .map((to) => ({ to, lines: edgeOf(fresh.filter((f) => f.to === to).map((f) => f.rings)) }))
    .filter(({ lines }) => lines.length > 0);
}

const edges = new WeakMap<Rings, { patches: readonly Rings[]; lines: Rings }>();

/** The outer edge of patches. It is asked for with every frame of the same two days, so the last answer is kept. */
function edgeOf(patches: readonly Rings[]): Rings {
  const [first] = patches;
  if (!first) return [];
  const known = edges.get(first);
  if (known?.patches.length === patches.length && known.patches.every((p, i) => p === patches[i]))
    return known.lines;
  const lines = outerEdge(patches);
  edges.set(first, { patches, lines });
  return lines;
}

/** Lines that bound patches which meet at the same corners; an edge that two of them share lies within. */
export function outerEdge(patches: readonly Rings[]): Rings {
  const single = new Map<string, readonly [Position, Position]>();
  for (const ring of patches.flat()) {
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1] as Position, ring[i] as Position];
      const key = [a.join(), b.join()].sort().join(' ');
      if (!single.delete(key)) single.set(key, [a, b]);
    }
  }
  // The edges that are left run on in chains.
  const leaving = new Map<string, string[]>();
  for (const [key, ends] of single)
    for (const end of ends) {
      const known = leaving.get(end.join());
      if (known) known.push(key);
      else leaving.set(end.join(), [key]);
    }
  const lines: Position[][] = [];
  for (const [key, [a, b]] of single) {
    single.delete(key);
    const line = [a, b];
    for (let end = b; ;) {
      const next = leaving.get(end.join())?.find((k) => single.has(k));
      const pair = next === undefined ? undefined : single.get(next);
      if (next === undefined || !pair) break;
      single.delete(next);
      end = pair[0].join() === end.join() ? pair[1] : pair[0];
      line.push(end);
    }
    lines.push(line);
  }
  return lines;
}
