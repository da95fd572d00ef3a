import type { Lang } from '#lib/domain/text.ts';
import { basemap } from '../draw/basemap.ts';

/** The name of a region by its ISO 3166-2 code; undefined where the base map has none. */
export const oblastName = (iso: string, lang: Lang): string | undefined =>
  basemap().oblasts.find((o) => o.iso === iso)?.name[lang];
