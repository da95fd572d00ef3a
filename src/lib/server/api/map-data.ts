import { versionOf } from '#lib/domain/history/edition.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import type { Atlas, MapData } from '#lib/scene/map-data.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { controlOf } from '../editions/control.ts';
import { bounded } from '../editions/bounded.ts';
import type { EditionReader } from '../store/store.ts';

/** One more than a sentence names, so that it can say that there is more. */
const MOST_NAMED = 5;

const kept = bounded<Promise<string>>(4);

/** The map's file of an edition as JSON text, made once for each digest. */
export const mapJson = (reader: EditionReader): Promise<string> =>
  kept(versionOf(reader.edition), async () => JSON.stringify(await mapDataOf(reader)));

/** The edition as the map asks it, from the store. */
export async function atlasOfReader(reader: EditionReader): Promise<Atlas> {
  const [catalogue, control, reviews] = await Promise.all([
    catalogueOf(reader),
    controlOf(reader),
    reader.reviews(),
  ]);
  const { number, published_at, digest } = reader.edition;
  return { edition: { number, published_at, digest }, catalogue, control, reviews };
}

export async function mapDataOf(reader: EditionReader): Promise<MapData> {
  const { edition, catalogue, control, reviews } = await atlasOfReader(reader);
  const told = control.statements.flatMap((s) => {
    const { places, where } = catalogue.told(s);
    return where ? [[s.id, { places: places.slice(0, MOST_NAMED), where }] as const] : [];
  });
  const named = new Set<PlaceId>([
    ...catalogue.events.flatMap((e) => e.location?.place ?? []),
    ...control.statements.flatMap((s) => s.places),
    ...told.flatMap(([, { places }]) => places),
  ]);
  return {
    edition,
    events: catalogue.events,
    reports: [...catalogue.reports.values()],
    places: [...named].flatMap((id) => catalogue.place(id) ?? []),
    ledgers: control.ledgers,
    statements: control.statements,
    reviews,
    told,
  };
}
