import { toMultiPolygon } from '#lib/domain/control/polygons.ts';
import type { Holder } from '#lib/domain/control/statement.ts';
import { eventToFeature } from '#lib/domain/events/event.ts';
import { evidenceOf } from '#lib/domain/events/evidence.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import { placeToFeature } from '#lib/domain/places/place.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { Built, EditionReader } from '../store/store.ts';
import type { Control } from '#lib/scene/control.ts';
import { controlObjects } from './control-objects.ts';
import { INDEX } from './kept.ts';
import { nearAfter } from './near.ts';

const GEOJSON = 'application/geo+json';
const JSON_TYPE = 'application/json';
const encoder = new TextEncoder();
const object = (media: string, value: unknown): Built => ({
  media,
  bytes: encoder.encode(canonical(value)),
});

/**
 * The objects that an edition serves, by friendly name. Each depends on its own items only, so that publishing an
 * event leaves the objects of control as they were.
 *
 * @param wanted by name; unset, all of them
 */
export async function buildObjects(
  reader: EditionReader,
  wanted: (name: string) => boolean = () => true,
): Promise<Map<string, Built>> {
  const objects = new Map<string, Built>();
  const put = async (name: string, make: () => Promise<Built>): Promise<void> => {
    if (wanted(name)) objects.set(name, await make());
  };
  await put('events.geojson', async () => {
    const byId = new Map((await reader.reports()).map((r) => [r.id, r]));
    return object(GEOJSON, {
      type: 'FeatureCollection',
      features: (await reader.events()).map((event) => {
        const feature = eventToFeature(event);
        return { ...feature, properties: { ...feature.properties, evidence: evidenceOf(event, byId) } };
      }),
    });
  });
  await put('places.geojson', async () =>
    object(GEOJSON, { type: 'FeatureCollection', features: (await reader.places()).map(placeToFeature) }),
  );
  await put('reports.json', async () => object(JSON_TYPE, { reports: await reader.reports() }));
  const ledgers = await reader.ledgers();
  await put('ledgers.json', async () => object(JSON_TYPE, { ledgers }));
  if (!wanted(INDEX)) return objects;
  const control = await controlObjects(reader);
  // Of a year of whole days it takes seconds to find, so it is found before anybody asks.
  const near = control.made ? await nearAfter(reader, control.made) : [];
  return new Map([...objects, ...control.objects, ...near]);
}

/** Control on a day as valid GeoJSON polygons, one feature for each ledger that holds ground then. */
export function controlGeojson(
  control: Control,
  d: Day,
  pick?: { holder?: string; basis?: string },
): unknown {
  return {
    type: 'FeatureCollection',
    features: control.history.ledgers.flatMap(({ holder, basis }) => {
      if (pick?.holder && pick.holder !== holder) return [];
      if (pick?.basis && pick.basis !== basis) return [];
      const rings = control.ground(holder as Holder, basis, d);
      if (rings.length === 0) return [];
      const ledger = control.ledgers.find((l) => l.holder === holder && l.basis === basis);
      return [
        {
          type: 'Feature',
          id: `${holder}-${basis}`,
          geometry: toMultiPolygon(rings),
          properties: {
            day: d,
            holder,
            basis,
            name: ledger?.name ?? null,
            resolution_m: ledger?.resolution_m ?? null,
            demonstration: ledger?.demonstration ?? false,
          },
        },
      ];
    }),
  };
}
