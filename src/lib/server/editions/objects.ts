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
 */
export async function buildObjects(reader: EditionReader): Promise<Map<string, Built>> {
  const reports = await reader.reports();
  const byId = new Map(reports.map((r) => [r.id, r]));
  const events = await reader.events();
  const ledgers = await reader.ledgers();
  const objects = new Map<string, Built>();
  objects.set(
    'events.geojson',
    object(GEOJSON, {
      type: 'FeatureCollection',
      features: events.map((event) => {
        const feature = eventToFeature(event);
        return { ...feature, properties: { ...feature.properties, evidence: evidenceOf(event, byId) } };
      }),
    }),
  );
  objects.set(
    'places.geojson',
    object(GEOJSON, { type: 'FeatureCollection', features: (await reader.places()).map(placeToFeature) }),
  );
  objects.set('reports.json', object(JSON_TYPE, { reports }));
  objects.set('ledgers.json', object(JSON_TYPE, { ledgers }));
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
