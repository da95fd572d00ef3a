/**
 * The name of a coordinate system that is not longitude and latitude of WGS 84, from the `crs` member that older
 * GeoJSON has; undefined where there is none or it is the usual one.
 */
export function foreignCrs(crs: unknown): string | undefined {
  if (crs === null || crs === undefined) return undefined;
  const { properties, type } = crs as { type?: unknown; properties?: { name?: unknown; code?: unknown } };
  const name =
    properties?.name ?? (properties?.code === undefined ? undefined : `EPSG:${String(properties.code)}`);
  if (name === undefined) return typeof crs === 'string' ? crs : String(type ?? 'crs');
  const text = String(name);
  return /CRS:?84(?!\d)|EPSG:(:|[\d.]*:)?4326(?!\d)|^WGS ?84$/i.test(text) ? undefined : text;
}
