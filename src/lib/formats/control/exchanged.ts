/** Nobody nests geometries deeper by intent. */
const DEEPEST = 25;

/** A geometry with latitude and longitude in each other's place. What is no geometry stays as it is. */
export function exchanged(geometry: unknown, depth = DEEPEST): unknown {
  if (depth === 0) return geometry;
  const { coordinates, geometries } = (geometry ?? {}) as { coordinates?: unknown; geometries?: unknown };
  if (Array.isArray(geometries))
    return { ...(geometry as object), geometries: geometries.map((one) => exchanged(one, depth - 1)) };
  return { ...(geometry as object), coordinates: turned(coordinates) };
}

const turned = (coordinates: unknown, depth = 4): unknown => {
  if (!Array.isArray(coordinates) || depth === 0) return coordinates;
  const list = coordinates as unknown[];
  return typeof list[0] === 'number'
    ? [list[1], list[0], ...list.slice(2)]
    : list.map((each) => turned(each, depth - 1));
};
