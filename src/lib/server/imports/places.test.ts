import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeDays } from '../../../../tests/fixtures/daily.ts';
import { aPlace } from '../../../../tests/fixtures/items.ts';
import { shippedIn } from '../../../../tests/fixtures/shipped.ts';
import { importedInto } from '../../../../tests/fixtures/year.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import { readGeodata } from '../geodata/read.ts';
import { placesOf } from '../geodata/seed.ts';
import { monthsOf, NEAR } from '../editions/kept.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import type { Store } from '../store/store.ts';
import { planPlaces, writePlaces } from './places.ts';

const NOW = Date.parse('2026-11-01T00:00:00Z');
let folder: string;
let geodata: string;
const stores: Store[] = [];
const open = async (name: string): Promise<Store> => {
  const store = await openSqlite(join(folder, `${name}.db`));
  stores.push(store);
  return store;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salient-places-'));
  geodata = shippedIn(folder);
});
afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});
const shipped = () => placesOf(readGeodata(geodata).editions);

/** Where each day changed hands, in the newest edition: the places by which it is told. */
async function namesIn(store: Store): Promise<string[]> {
  const { number } = await store.public.head();
  const reader = await store.public.at(number);
  const near = reader ? ((await monthsOf(reader, NEAR)) as Record<string, { places: string[] }>[]) : [];
  return near.flatMap((month) => Object.values(month).flatMap((ground) => ground.places));
}

describe('the gazetteer', () => {
  it('comes to a store that has a front of its own, which is then told by its towns', async () => {
    await importedInto(folder, madeDays(20).states);
    const store = await open('salient');
    const before = await store.public.head();
    expect(await namesIn(store)).toEqual([]);
    const plan = await planPlaces(store, geodata);
    expect(plan).toMatchObject({ known: 0, waiting: [] });
    expect(plan.added).toHaveLength(shipped().length);
    expect(await writePlaces(store, plan, { publish: true, now: NOW })).toBe(before.number + 1);
    const reader = await store.public.at(before.number + 1);
    expect(await reader?.places()).toHaveLength(shipped().length);
    expect((await reader?.statements())?.length).toBeGreaterThan(10);
    expect((await namesIn(store)).length).toBeGreaterThan(10);
    // What was published before is as it was.
    expect(await (await store.public.at(before.number))?.places()).toEqual([]);
  });

  it('adds nothing the second time, and makes no edition', async () => {
    const store = stores[0] as Store;
    const { number } = await store.public.head();
    const plan = await planPlaces(store, geodata);
    expect(plan).toEqual({ added: [], known: shipped().length, waiting: [] });
    expect(await writePlaces(store, plan, { publish: true, now: NOW })).toBeUndefined();
    expect((await store.public.head()).number).toBe(number);
  });

  it('waits as drafts until it is published', async () => {
    const store = await open('drafts');
    await writePlaces(store, await planPlaces(store, geodata), { publish: false, now: NOW });
    expect((await store.public.head()).number).toBe(0);
    const plan = await planPlaces(store, geodata);
    expect(plan.added).toEqual([]);
    expect(plan.waiting).toHaveLength(shipped().length);
    expect(await writePlaces(store, plan, { publish: true, now: NOW })).toBe(1);
    expect(await (await store.public.at(1))?.places()).toHaveLength(shipped().length);
  });

  it('leaves what an editor has made of a place, and of one that was taken back', async () => {
    const store = await open('edited');
    const [own, gone] = shipped().map((p) => p.id) as [PlaceId, PlaceId];
    const places = [own, gone].map((id) => aPlace(id, [37, 48], { en: 'As the editor has it' }));
    const revisions = await store.desk.save(
      places.map((payload) => ({ kind: 'place', payload, by: 'editor' })),
    );
    const nothing = async () => new Map();
    await store.desk.publish(
      {
        published_at: NOW - 2,
        note: { en: 'Own places' },
        entries: places.map(({ id }, i) => ({
          kind: 'place',
          id,
          revision: revisions[i] ?? 0,
          change: 'new',
        })),
      },
      nothing,
    );
    await store.desk.publish(
      {
        published_at: NOW - 1,
        note: { en: 'One less' },
        entries: [{ kind: 'place', id: gone, change: 'retraction' }],
      },
      nothing,
    );
    const plan = await planPlaces(store, geodata);
    expect(plan.known).toBe(2);
    expect(await writePlaces(store, plan, { publish: true, now: NOW })).toBe(3);
    const reader = await store.public.at(3);
    expect(await reader?.place(own)).toEqual(places[0]);
    expect(await reader?.place(gone)).toBeUndefined();
    expect(await reader?.places()).toHaveLength(shipped().length - 1);
  });
});
