import type { Place, PlaceId } from '#lib/domain/places/place.ts';
import { buildObjects } from '../editions/objects.ts';
import { readGeodata } from '../geodata/read.ts';
import { DamagedGeodata, placesOf } from '../geodata/seed.ts';
import type { Store } from '../store/store.ts';
import { IMPORT_AUTHOR } from './control.ts';

/** What bringing the shipped gazetteer to a store would do. */
export interface PlacesPlan {
  /** Places that the store has never had. */
  readonly added: readonly Place[];
  /** Places that it has or had, whatever has become of them: those stay as they are. */
  readonly known: number;
  /** Waiting from an earlier import that was not published. */
  readonly waiting: readonly PlaceId[];
}

/** Which of the places that ship are not in the store; nothing is written. */
export async function planPlaces(store: Store, folder: string): Promise<PlacesPlan> {
  const { editions, faults } = readGeodata(folder);
  if (faults.length > 0) throw new DamagedGeodata(faults);
  const shipped = placesOf(editions);
  const stored = new Map((await store.desk.all('place')).map((item) => [item.payload.id, item]));
  const added = shipped.filter(({ id }) => !stored.has(id));
  return {
    added,
    known: shipped.length - added.length,
    // Never public and not taken back: nobody has decided about it since it was brought.
    waiting: shipped
      .map(({ id }) => id)
      .filter((id) => {
        const item = stored.get(id);
        return item && !item.retracted && item.published === undefined;
      }),
  };
}

/**
 * Write the places of a plan, all of them or none.
 *
 * @returns the number of the edition that was published, if one was
 */
export async function writePlaces(
  store: Store,
  { added, waiting }: PlacesPlan,
  { publish, now }: { readonly publish: boolean; readonly now: number },
): Promise<number | undefined> {
  if (added.length > 0)
    await store.desk.save(added.map((payload) => ({ kind: 'place', payload, by: IMPORT_AUTHOR })));
  const ids = new Set<PlaceId>([...added.map((p) => p.id), ...waiting]);
  if (!publish || ids.size === 0) return undefined;
  const items = (await store.desk.all('place')).filter((item) => ids.has(item.payload.id));
  const edition = await store.desk.publish(
    {
      published_at: Math.max(now, (await store.public.head()).published_at + 1),
      note: {
        en: 'Names and places of the gazetteer that ships with Salient.',
        uk: 'Назви й місця зі словника, що постачається із Salient.',
      },
      entries: items.map(({ payload, revision }) => ({
        kind: 'place',
        id: payload.id,
        revision,
        change: 'new',
      })),
    },
    buildObjects,
  );
  return edition.number;
}
