import type { Lang } from '#lib/domain/text.ts';
import type { PlacedName } from '#lib/map/names.ts';
import { basemap } from '../draw/basemap.ts';
import { placesOf } from '../draw/scene-places.ts';
import { controlOf } from '../editions/control.ts';
import type { EditionReader } from '../store/store.ts';

/** Where browsers get the names of the settlements of an edition. */
export const namesAddress = (edition: number, lang: Lang): string =>
  `/data/${edition}/names.json?lang=${lang}`;

/** Everything is asked for that any zoom may name. */
const CLOSEST = 14;

/**
 * The settlements that a map of an edition may name, by the rules of its pictures, with the front of the last reviewed
 * day; the most important first.
 */
export async function namesOf(reader: EditionReader, lang: Lang): Promise<PlacedName[]> {
  const control = await controlOf(reader);
  const day = control.lastReviewed;
  const places = await placesOf(reader, {
    lang,
    box: basemap().detail,
    zoom: CLOSEST,
    front: day === undefined ? [] : [...control.front('russia', day), ...control.front('ukraine', day)],
    named: new Set(),
    noted: new Set(
      control.statements
        .filter((s) => day !== undefined && s.day <= day)
        .flatMap((s) => s.places as string[]),
    ),
  });
  const tenth = (n: number): number => Math.round(n * 10) / 10;
  return places.map((p) => [
    p.id,
    p.name,
    p.point[0],
    p.point[1],
    tenth(p.zoom),
    tenth(p.priority),
    p.population >= 250_000 ? 2 : p.population >= 40_000 ? 1 : 0,
  ]);
}
