import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import { aPlace } from '../fixtures/items.ts';
import { startSite, tempFolder } from '../fixtures/server.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

it('what became due while nothing ran is published when the site starts again, and once', async () => {
  const data = join(folder.path, 'data');
  const store = await openSqlite(join(data, 'salient.db'));
  await store.desk.save([{ kind: 'place', payload: aPlace('dnipro', [35, 48]), by: 'tester' }]);
  const item = { kind: 'place', id: 'dnipro', revision: 1 } as const;
  await store.work.move(item, 'tester', 'approve', () => 'approved');
  await store.work.arrange('place', 'dnipro', 'tester', { embargo_until: Date.now() - 3_600_000 });
  await store.close();

  const env = { SALIENT_DATA: data, SALIENT_SEED: 'none' };
  const first = await startSite(env);
  expect(first.line).toContain('nothing is published yet');
  const places = () => first.text('/data/latest/places.geojson');
  await expect.poll(places, { timeout: 30_000 }).toContain('dnipro');
  await first.stop();

  const second = await startSite(env);
  await second.text('/editions');
  expect(await second.json('/data/latest/manifest.json')).toMatchObject({ edition: 1 });
  await second.stop();
});
