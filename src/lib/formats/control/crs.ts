import { short } from './short.ts';

/**
 * The name of a coordinate system that is not longitude and latitude of WGS 84, from the `crs` member that older
 * GeoJSON has; undefined where there is none or it is the usual one.
 */
export function foreignCrs(crs: unknown): string | undefined {
  if (crs === null || crs === undefined) return undefined;
  const { properties } = crs as { properties?: { name?: unknown; code?: unknown } | null };
  const { name, code } = properties ?? {};
  const said = name ?? (code === undefined ? undefined : `EPSG:${String(code)}`) ?? crs;
  const text = short(typeof said === 'string' ? said : JSON.stringify(said));
  return /CRS:?84(?!\d)|EPSG:(:|[\d.]*:)?4326(?!\d)|^WGS ?84$/i.test(text) ? undefined : text;
}
