import type { Lang } from '#lib/domain/text.ts';
import { CITIES } from '../api/basemap.ts';
import { basemap } from '../draw/basemap.ts';

/** The name of a region by its ISO 3166-2 code; undefined where the base map has none. */
export const oblastName = (iso: string, lang: Lang): string | undefined =>
  basemap().oblasts.find((o) => o.iso === iso)?.name[lang];

/** The oblasts of Ukraine to choose from, in the order of the language. Kyiv and Sevastopol are cities of their own. */
export const oblastChoices = (lang: Lang) =>
  basemap()
    .oblasts.filter(({ iso }) => iso.startsWith('UA-') && !CITIES.has(iso))
    .map(({ iso, name }) => ({ iso, text: name[lang], name }))
    .sort((a, b) => a.text.localeCompare(b.text, lang));
