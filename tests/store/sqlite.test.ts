import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import { day } from '#lib/domain/time/day.ts';
import { aStatement, square } from '../fixtures/ground.ts';
import { aPlace } from '../fixtures/items.ts';
import { storeContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'salient-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const open = () => openSqlite(join(folder, `${(count += 1)}.db`), () => 0);

storeContract('SQLite', open);

it('SQLite: never overwrites or deletes a revision, whoever asks', async () => {
  const file = join(folder, 'append-only.db');
  const store = await openSqlite(file, () => 0);
  await store.desk.save([{ kind: 'place', payload: aPlace('dnipro', [35, 48]), by: 'tester' }]);
  await store.close();
  const raw = new DatabaseSync(file);
  expect(() => raw.exec(`update revision set payload = '{}'`)).toThrow(/never overwritten/);
  expect(() => raw.exec(`delete from revision`)).toThrow(/never deleted/);
  // A safety take-down erases the payload and keeps the hash.
  raw.exec(`update revision set payload = null`);
  expect(raw.prepare('select sha256 from revision').get()).toEqual({
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  raw.close();
});

it('SQLite: closing leaves one file, whatever was asked before', async () => {
  const alone = mkdtempSync(join(folder, 'closing-'));
  const store = await openSqlite(join(alone, 'one.db'), () => 0);
  await store.desk.authors();
  await store.close();
  expect(readdirSync(alone)).toEqual(['one.db']);
});

it('SQLite: finds statements from a day on that were public before days were kept', async () => {
  const file = join(folder, 'older.db');
  const first = await openSqlite(file, () => 0);
  const payload = aStatement('russia', square(36, 47, 37, 48), '2024-10-02');
  const [revision] = await first.desk.save([{ kind: 'statement', payload, by: 'tester' }]);
  await first.desk.publish(
    {
      published_at: 1,
      note: { en: 'n' },
      entries: [{ kind: 'statement', id: payload.id, revision: revision as number, change: 'new' }],
    },
    async () => new Map(),
  );
  await first.close();
  const raw = new DatabaseSync(file);
  raw.exec(`drop index public_item_by_day; alter table public_item drop column day`);
  raw.exec(`delete from kysely_migration where name = '0003-days'`);
  raw.close();
  const second = await openSqlite(file, () => 0);
  const since = async (d: string) =>
    (await (await second.public.at(1))?.statements({ since: day(d) }))?.map((s) => s.id);
  expect([await since('2024-10-02'), await since('2024-10-03')]).toEqual([[payload.id], []]);
  await second.close();
});

it('SQLite: opening again keeps everything', async () => {
  const file = join(folder, 'again.db');
  const first = await openSqlite(file, () => 0);
  const [revision] = await first.desk.save([
    { kind: 'place', payload: aPlace('dnipro', [35, 48]), by: 'tester' },
  ]);
  await first.desk.publish(
    {
      published_at: 1,
      note: { en: 'n' },
      entries: [{ kind: 'place', id: 'dnipro', revision: revision as number, change: 'new' }],
    },
    async () => new Map(),
  );
  await first.close();
  const second = await openSqlite(file, () => 0);
  expect((await second.public.head()).number).toBe(1);
  expect((await (await second.public.at(1))?.places())?.map((p) => p.id)).toEqual(['dnipro']);
  await second.close();
});
