/** Corners that a drawn area may have: the finest outline of an oblast has a tenth of it. */
export const MOST_VERTICES = 100_000;

/** How many positions coordinates of any depth hold; what is no list holds none. */
export function vertexCount(coordinates: unknown): number {
  if (!Array.isArray(coordinates)) return 0;
  const list = coordinates as unknown[];
  if (typeof list[0] === 'number') return 1;
  return list.reduce<number>((sum, each) => sum + vertexCount(each), 0);
}

/** Why an area is too large to be worked on, or undefined where it is not. */
export function tooLarge(area: unknown): string | undefined {
  const count =
    typeof area === 'object' && area !== null && 'coordinates' in area ? vertexCount(area.coordinates) : 0;
  return count > MOST_VERTICES
    ? `has ${count} corners; at most ${MOST_VERTICES} can be worked on: simplify it, or bring whole days in by the import of control`
    : undefined;
}
