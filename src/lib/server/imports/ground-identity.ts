import { createHash } from 'node:crypto';
import { ringsOf, type AreaLike, type Ring } from '#lib/domain/geometry/rings.ts';
import type { StatementId } from '#lib/domain/control/statement.ts';
import { idFrom } from './events-cited.ts';

/** A ring by its corners, wherever it begins and whichever way it runs. */
function nameOf(ring: Ring): string {
  const points = ring.slice(1).map(([x, y]) => `${x} ${y}`);
  const from = points.reduce((least, p, i) => (p < (points[least] as string) ? i : least), 0);
  const onward = [...points.slice(from), ...points.slice(0, from)];
  const back = [onward[0], ...onward.slice(1).reverse()];
  const [a, b] = [onward.join(), back.join()];
  return a < b ? a : b;
}

/** By which the same ground is known again, in whatever order its rings stand. */
export const shapeOf = (area: AreaLike): string =>
  createHash('sha256').update(ringsOf(area).map(nameOf).sort().join('|')).digest('hex');

/** The id of a statement that is imported: what says the same has the same. */
export const groundId = (
  said: { readonly holder: string; readonly basis: string; readonly day: string; readonly extent: string },
  shape: string,
): StatementId =>
  idFrom('c', [said.holder, said.basis, said.day, said.extent, shape].join(' ')) as StatementId;
