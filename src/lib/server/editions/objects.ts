import { toMultiPolygon } from '#lib/domain/control/polygons.ts';
import type { Review } from '#lib/domain/control/review.ts';
import type { Holder } from '#lib/domain/control/statement.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import { placeToFeature } from '#lib/domain/places/place.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { oblastRings } from '../draw/basemap.ts';
import type { Built, EditionReader } from '../store/store.ts';
import type { Control } from '#lib/scene/control.ts';
import { controlObjects } from './control-objects.ts';
import { LISTS, listAnew, listGoneOn } from './lists.ts';
import { nearAfter } from './near.ts';

/** The object of what was looked at when. */
export const REVIEWED = 'reviewed.geojson';
const GEOJSON = 'application/geo+json';
const JSON_TYPE = 'application/json';
const encoder = new TextEncoder();
const object = (media: string, value: unknown): Exclude<Built, 'same'> => ({
  media,
  bytes: encoder.encode(canonical(value)),
});
const bytesEqual = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && Buffer.compare(a, b) === 0;

/** Raised when lists or places are written in another way: what earlier editions keep of them is not gone on from. */
const FORM = 1;
/** Says in which form an edition's lists and places were made. */
const MADE = 'made.json';

/**
 * The objects that an edition serves, by friendly name. Each depends on its own items only, so that publishing an
 * event leaves the objects of control as they were; and of what grows with the years, only the months are made anew
 * that a change is about.
 */
export async function buildObjects(reader: EditionReader): Promise<Map<string, Built>> {
  const made = object(JSON_TYPE, { form: FORM });
  const isKept = bytesEqual(await reader.object(MADE), made.bytes);
  const had = [...(await reader.objects()).keys()];
  const changed = new Set((await reader.changes()).map((change) => change.item.kind));
  const objects = new Map<string, Built>([[MADE, made]]);
  for (const list of LISTS) {
    const built = await (isKept ? listGoneOn(list, reader, had) : listAnew(list, reader));
    for (const [name, of] of built) objects.set(name, of);
  }
  for (const [name, { kind, make }] of Object.entries(SMALL)) {
    const isSame = isKept && !changed.has(kind) && had.includes(name);
    objects.set(name, isSame ? 'same' : await make(reader));
  }
  return new Map([...objects, ...(await builtControl(reader))]);
}

/** What is made from so few that it is made whole. */
const SMALL = {
  'places.geojson': {
    kind: 'place',
    make: async (reader: EditionReader) =>
      object(GEOJSON, { type: 'FeatureCollection', features: (await reader.places()).map(placeToFeature) }),
  },
  [REVIEWED]: {
    kind: 'statement',
    make: async (reader: EditionReader) =>
      object(GEOJSON, {
        type: 'FeatureCollection',
        features: (await reader.reviews()).map(reviewToFeature),
      }),
  },
  'ledgers.json': {
    kind: 'ledger',
    make: async (reader: EditionReader) => object(JSON_TYPE, { ledgers: await reader.ledgers() }),
  },
} as const;

/** One of these by its name, made anew. */
export const smallObject = (reader: EditionReader, name: keyof typeof SMALL): Promise<Built> =>
  SMALL[name].make(reader);

export async function builtControl(reader: EditionReader): Promise<Map<string, Built>> {
  const control = await controlObjects(reader);
  // Of a year of whole days it takes seconds to find, so it is found before anybody asks.
  const near = control.made ? await nearAfter(reader, control.made) : [];
  return new Map([...control.objects, ...near]);
}

/** A review with the ground that was looked at: of an oblast, that of the base map. */
function reviewToFeature({ id, area, basis: _, ...properties }: Review): GeoJSON.Feature {
  const rings = properties.oblast === undefined ? undefined : oblastRings(properties.oblast);
  const geometry = area ?? (rings ? toMultiPolygon(rings) : null);
  return {
    type: 'Feature',
    id,
    geometry: geometry as GeoJSON.Geometry | null as GeoJSON.Geometry,
    properties,
  };
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
