import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedStore } from '../../../../tests/fixtures/shipped.ts';
import { addDays, daysBetween, type Day } from '#lib/domain/time/day.ts';
import { DEFAULT_VIEW } from '#lib/domain/view/view.ts';
import { listsOf } from '#lib/scene/lists.ts';
import { atlasOf, type Atlas, type MapData } from '#lib/scene/map-data.ts';
import { sceneOf } from '#lib/scene/scene.ts';
import { controlFileOf } from '../editions/control.ts';
import type { Store } from '../store/store.ts';
import { atlasOfReader, mapJson } from './map-data.ts';

let store: Store;
let remove: () => Promise<void>;
let served: Atlas;
let sent: Atlas;
let days: Day[];
beforeAll(async () => {
  ({ store, remove } = await shippedStore());
  const reader = await store.public.at(2);
  if (!reader) throw new Error('edition 2 is missing');
  served = await atlasOfReader(reader);
  sent = atlasOf(JSON.parse(await mapJson(reader)) as MapData, await controlFileOf(reader));
  const { opens, lastReviewed } = served.control;
  if (!opens || !lastReviewed) throw new Error('the ledgers are missing');
  days = Array.from({ length: daysBetween(opens, lastReviewed) + 3 }, (_, i) => addDays(opens, i - 1));
});
afterAll(() => remove());

describe("the map's files of an edition", () => {
  it.each(['en', 'uk'] as const)('shows on every day what the server shows, to the vertex (%s)', (lang) => {
    for (const day of days) {
      for (const window of [1, 7, 'all'] as const) {
        const view = { ...DEFAULT_VIEW, day, window };
        const plain = (atlas: Atlas) =>
          JSON.parse(JSON.stringify(sceneOf({ ...atlas, view, lang }))) as unknown;
        expect(plain(sent), `${day} ${window}`).toEqual(plain(served));
        expect(listsOf({ ...sent, view, lang }, day)).toEqual(listsOf({ ...served, view, lang }, day));
      }
    }
  });

  it('names every place that an event or a statement names', () => {
    for (const e of sent.catalogue.events)
      if (e.location) expect(sent.catalogue.place(e.location.place), e.id).toBeDefined();
    for (const s of sent.control.statements)
      for (const p of s.places) expect(sent.catalogue.place(p), s.id).toBeDefined();
  });
});
