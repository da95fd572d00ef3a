import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editJson } from '../../../../tests/fixtures/server.ts';
import { shippedIn } from '../../../../tests/fixtures/shipped.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import type { Store } from '../store/store.ts';
import { retractAll } from './remove.ts';
import { DamagedGeodata, seed, SEED_AUTHOR } from './seed.ts';

let folder: string;
const stores: Store[] = [];
const open = async (name: string, now?: () => number): Promise<Store> => {
  const store = await openSqlite(join(folder, `${name}.db`), now);
  stores.push(store);
  return store;
};
let geodata: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salient-seed-'));
  geodata = shippedIn(folder);
});
afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the shipped data', () => {
  let store: Store;
  beforeAll(async () => {
    store = await open('first', () => 1_000);
    expect(await seed(store, geodata)).toBe(2);
  });

  it('are editions 1 and 2, published when they were reviewed', async () => {
    const editions = await store.public.editions();
    expect(editions.map((e) => e.number)).toEqual([2, 1]);
    for (const e of editions) expect(new Date(e.published_at).getUTCFullYear()).toBeGreaterThan(2024);
  });

  it('are loaded once: a second time does nothing', async () => {
    const head = await store.public.head();
    expect(await seed(store, geodata)).toBe(0);
    expect(await store.public.head()).toEqual(head);
  });

  it('have the same digests and objects in every store, whenever it was made', async () => {
    const other = await open('second', () => 2_000_000);
    await seed(other, geodata);
    const digests = async (s: Store) => (await s.public.editions()).map((e) => e.digest);
    expect(await digests(other)).toEqual(await digests(store));
    const objects = async (s: Store) => [...((await (await s.public.at(2))?.objects()) ?? [])].sort();
    expect(await objects(other)).toEqual(await objects(store));
    expect((await objects(store)).length).toBeGreaterThan(4);
  });

  it('are not loaded over what editors have published', async () => {
    const desk = await open('desk');
    await desk.desk.publish(
      { published_at: 1_000, note: { en: 'Empty' }, entries: [] },
      async () => new Map(),
    );
    expect(await seed(desk, geodata)).toBe(0);
    expect(await (await desk.public.at(1))?.events()).toEqual([]);
  });

  it('can be removed by one more edition, and stay in the old ones; the places stay in the new one', async () => {
    const count = await retractAll(store, SEED_AUTHOR, Date.parse('2026-12-01T00:00:00Z'));
    expect(count).toBeGreaterThan(17);
    const [now, before] = [await store.public.at(3), await store.public.at(2)];
    expect([await now?.events(), await now?.statements(), await now?.reports()]).toEqual([[], [], []]);
    expect(await now?.ledgers()).toEqual([]);
    expect(await before?.events()).toHaveLength(17);
    expect(await now?.places()).toEqual(await before?.places());
    expect((await now?.search('Kurakhove', 5))?.[0]).toEqual({ kind: 'place', id: 'kurakhove' });
    expect(await retractAll(store, SEED_AUTHOR, Date.parse('2026-12-02T00:00:00Z'))).toBe(0);
  });
});

describe('the gazetteer alone', () => {
  let store: Store;
  beforeAll(async () => {
    store = await open('gazetteer');
    expect(await seed(store, geodata, 'gazetteer')).toBe(1);
  });

  it('is one edition with every place that ships and nothing else', async () => {
    const shipped = await open('beside');
    await seed(shipped, geodata);
    const [only, whole] = [await store.public.at(1), await shipped.public.at(2)];
    expect(await only?.places()).toEqual(await whole?.places());
    const kinds = new Set((await only?.places())?.map((p) => p.kind));
    for (const kind of ['country', 'oblast', 'city', 'village'] as const) expect(kinds).toContain(kind);
    expect([await only?.events(), await only?.reports()]).toEqual([[], []]);
    expect([await only?.ledgers(), await only?.statements()]).toEqual([[], []]);
    expect((await only?.search('Курахово', 5))?.[0]).toEqual({ kind: 'place', id: 'kurakhove' });
  });

  it('is loaded once, and there is nothing of a demonstration to remove', async () => {
    expect(await seed(store, geodata, 'gazetteer')).toBe(0);
    expect(await seed(store, geodata)).toBe(0);
    expect(await retractAll(store, SEED_AUTHOR, Date.now())).toBe(0);
    expect((await store.public.head()).number).toBe(1);
  });
});

describe('damaged data', () => {
  it('load nothing at all, though only the second edition has a fault', async () => {
    const damaged = join(folder, 'damaged');
    cpSync(geodata, damaged, { recursive: true });
    editJson<{ features: { geometry: unknown }[] }>(
      join(damaged, 'events/edition-2.geojson'),
      ({ features }) => {
        const last = features.findLast((f) => f.geometry);
        if (last) last.geometry = { type: 'Point', coordinates: [35, 95] };
      },
    );
    const store = await open('damaged');
    const attempt = seed(store, damaged);
    await expect(attempt).rejects.toThrow(DamagedGeodata);
    await expect(attempt).rejects.toThrow(
      /^events\/edition-2\.geojson, e-[a-z2-7]{10}, geometry\.coordinates\.1: is 95; latitude/,
    );
    expect((await store.public.head()).number).toBe(0);
    expect(await store.desk.latest('place', 'dnipro')).toBeUndefined();
    expect(await seed(store, geodata)).toBe(2);
  });
});
