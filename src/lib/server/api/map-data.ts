import type { PlaceId } from '#lib/domain/places/place.ts';
import type { Atlas, FrontFrom, MapData } from '#lib/scene/map-data.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { controlOf } from '../editions/control.ts';
import { bounded } from '../editions/bounded.ts';
import type { EditionReader } from '../store/store.ts';

const kept = bounded<Promise<string>>(4);

/** The map's file of an edition as JSON text, made once for each digest. */
export const mapJson = (reader: EditionReader): Promise<string> =>
  kept(reader.edition.digest, async () => JSON.stringify(await mapDataOf(reader)));

/** The edition as the map asks it, from the store. */
export async function atlasOfReader(reader: EditionReader): Promise<Atlas> {
  const [catalogue, control] = await Promise.all([catalogueOf(reader), controlOf(reader)]);
  const { number, published_at, digest } = reader.edition;
  return { edition: { number, published_at, digest }, catalogue, control };
}

export async function mapDataOf(reader: EditionReader): Promise<MapData> {
  const { edition, catalogue, control } = await atlasOfReader(reader);
  const named = new Set<PlaceId>([
    ...catalogue.events.flatMap((e) => e.location?.place ?? []),
    ...control.statements.flatMap((s) => s.places),
  ]);
  return {
    edition,
    events: catalogue.events,
    reports: [...catalogue.reports.values()],
    places: [...named].flatMap((id) => catalogue.place(id) ?? []),
    ledgers: control.ledgers,
    statements: control.statements,
    states: control.history.ledgers.map(({ holder, basis, states }) => ({
      holder,
      basis,
      states: states.map(({ from, rings, by }) => ({ from, rings, by: by.map((s) => s.id) })),
    })),
    fronts: (['russia', 'ukraine'] as const).flatMap((side) => frontsOf(control, side)),
    patches: control.patches,
  };
}

/** The front of a side on every day on which it can differ from the day before. */
function frontsOf(control: Atlas['control'], side: FrontFrom['side']): FrontFrom[] {
  const days = new Set(
    control.history.ledgers.filter((l) => l.holder === side).flatMap((l) => l.states.map((s) => s.from)),
  );
  const fronts: FrontFrom[] = [];
  for (const from of [...days].sort()) {
    const lines = control.front(side, from);
    if (fronts.at(-1)?.lines !== lines) fronts.push({ side, from, lines });
  }
  return fronts;
}
