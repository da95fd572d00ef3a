import { LAT, LNG, plainText } from './rows.ts';

const DEEP = 4;

/** Properties within properties as columns of their own, `a.b`; lists of plain values as one text. */
export function flat(value: unknown, into = new Map<string, string>(), path = ''): Map<string, string> {
  if (value === null || typeof value !== 'object') return into;
  for (const [key, own] of Object.entries(value)) {
    const name = plainText(path === '' ? key : `${path}.${key}`);
    if (own === null || own === undefined) into.set(name, '');
    else if (Array.isArray(own)) into.set(name, plainText(own.map(textOf).join(', ')));
    else if (typeof own === 'object') {
      if (path.split('.').length < DEEP) flat(own, into, name);
    } else into.set(name, plainText(textOf(own)));
  }
  return into;
}

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value === null || value === undefined || typeof value === 'object'
      ? ''
      : String(value as number | boolean);

/** The cells of a GeoJSON feature, or the type of its geometry where that is no point. */
export function featureCells(
  feature: Record<string, unknown>,
): Map<string, string> | { readonly type: string } {
  const cells = flat(feature['properties']);
  const { id, geometry } = feature;
  if ((typeof id === 'string' || typeof id === 'number') && !cells.has('$id')) cells.set('$id', String(id));
  if (geometry === null || geometry === undefined) return cells;
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type !== 'Point') return { type: String(type).slice(0, 40) };
  const [lng, lat] = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  cells.set(LNG, textOf(lng));
  cells.set(LAT, textOf(lat));
  return cells;
}
