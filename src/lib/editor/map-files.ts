import type { Lang } from '#lib/domain/text.ts';
import { basemapOf, type Basemap } from '#lib/map/basemap.ts';
import { ask } from '#lib/ui/desk/ask.ts';

/** What the maps of the desk are made from. */
export interface MapFiles {
  readonly base: Basemap;
  readonly names: unknown;
}

const asked = new Map<Lang, Promise<MapFiles | undefined>>();

/** The base map and the names on it, asked for once by a page; undefined where they cannot be had. */
export function mapFiles(lang: Lang): Promise<MapFiles | undefined> {
  const known = asked.get(lang);
  if (known) return known;
  const files = read(lang);
  asked.set(lang, files);
  // What could not be had may be had later.
  void files.then((found) => found ?? asked.delete(lang));
  return files;
}

async function read(lang: Lang): Promise<MapFiles | undefined> {
  const where = await ask<{ basemap: string; names: string }>(`/desk/api/map?lang=${lang}`);
  if (!where.ok) return undefined;
  const [base, names] = await Promise.all([ask(where.value.basemap), ask(where.value.names)]);
  if (!base.ok) return undefined;
  try {
    return { base: basemapOf(base.value), names: names.ok ? names.value : [] };
  } catch {
    return undefined;
  }
}
