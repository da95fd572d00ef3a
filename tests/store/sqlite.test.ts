import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterAll, expect, it, vi } from 'vitest';
import { nodeSqlite } from '#lib/server/store/sqlite/dialect.ts';
import * as days from '#lib/server/store/sqlite/migrations/0003-days.ts';
import * as folded from '#lib/server/store/sqlite/migrations/0004-folded.ts';
import * as leans from '#lib/server/store/sqlite/migrations/0008-leans.ts';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import { idOf } from '#lib/domain/id.ts';
import { day } from '#lib/domain/time/day.ts';
import { aStatement, square } from '../fixtures/ground.ts';
import { anEvent, aPlace, aReport } from '../fixtures/items.ts';
import { runToEnd } from '../fixtures/server.ts';
import { storeContract } from './contract.ts';
import { publishingContract } from './publishing-contract.ts';
import { widgetsContract } from './widgets-contract.ts';
import { workContract } from './work-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'salient-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const open = () => openSqlite(join(folder, `${(count += 1)}.db`), () => 0);

storeContract('SQLite', open);
workContract('SQLite', (now) => openSqlite(join(folder, `${(count += 1)}.db`), now));
widgetsContract('SQLite', (now) => openSqlite(join(folder, `${(count += 1)}.db`), now));
publishingContract('SQLite', async () => {
  const file = join(folder, `${(count += 1)}.db`);
  return { file, open: () => openSqlite(file) };
});

it('SQLite: stands every item of an older store where it was: published, or a draft', async () => {
  const file = join(folder, 'before-the-desk.db');
  const first = await openSqlite(file, () => 0);
  const places = ['dnipro', 'kyiv'].map((id) => aPlace(id, [35, 48]));
  await first.desk.save(places.map((payload) => ({ kind: 'place', payload, by: 'tester' })));
  const entries = [{ kind: 'place', id: 'dnipro', revision: 1, change: 'new' }] as const;
  await first.desk.publish({ published_at: 1, note: { en: 'n' }, entries }, async () => new Map());
  await first.close();
  const raw = new DatabaseSync(file);
  raw.exec('delete from desk_item');
  raw.close();
  const again = new DatabaseSync(file);
  const { deskRows, FROM_REVISIONS } = await import('#lib/server/store/sqlite/desk-rows.ts');
  const { Kysely } = await import('kysely');
  const { nodeSqlite } = await import('#lib/server/store/sqlite/dialect.ts');
  const db = new Kysely({ dialect: nodeSqlite(again) });
  await deskRows(FROM_REVISIONS).execute(db);
  expect(again.prepare('select id, state, title from desk_item order by id').all()).toEqual([
    { id: 'dnipro', state: 'public', title: 'dnipro' },
    { id: 'kyiv', state: 'draft', title: 'kyiv' },
  ]);
  again.close();
});

it('SQLite: finds by its links what an older store was filled with', async () => {
  const file = join(folder, 'before-links.db');
  const first = await openSqlite(file, () => 0);
  const url = 'https://example.org/old';
  await first.desk.save([
    { kind: 'report', payload: aReport('r-aaaaaaaaaa', { url }), by: 'tester' },
    { kind: 'event', payload: anEvent('e-aaaaaaaaaa'), by: 'tester' },
  ]);
  await first.close();
  const raw = new DatabaseSync(file);
  raw.exec(`drop table item_link; drop index desk_item_by_day; drop index desk_item_by_tags;
    alter table desk_item drop column tags; alter table desk_item drop column names;
    delete from kysely_migration where name >= '0012-links'`);
  raw.close();
  const again = await openSqlite(file, () => 0);
  expect(await again.work.linking(['example.org/old', 'r-aaaaaaaaaa'])).toEqual([
    { key: 'r-aaaaaaaaaa', kind: 'event', id: 'e-aaaaaaaaaa' },
    { key: 'example.org/old', kind: 'report', id: 'r-aaaaaaaaaa' },
  ]);
  await again.close();
});

it('SQLite: finds by its words what an older store was filled with', async () => {
  const file = join(folder, 'before-names.db');
  const first = await openSqlite(file, () => 0);
  const title = { en: 'A strike on Dnipro', uk: 'Удар по Дніпру' };
  await first.desk.save([{ kind: 'event', payload: anEvent('e-aaaaaaaaaa', { title }), by: 'tester' }]);
  await first.close();
  const raw = new DatabaseSync(file);
  raw.exec(`drop index desk_item_by_tags;
    alter table desk_item drop column tags; alter table desk_item drop column names;
    delete from kysely_migration where name >= '0013-desk-names'`);
  raw.close();
  const again = await openSqlite(file, () => 0);
  expect((await again.work.queue({ text: 'удар', limit: 5 })).map((row) => row.id)).toEqual(['e-aaaaaaaaaa']);
  await again.close();
});

it('SQLite: the audit log is never overwritten or shortened, and tells where somebody tried', async () => {
  const file = join(folder, 'audit.db');
  const store = await openSqlite(file, () => 0);
  for (const n of [1, 2, 3]) await store.work.log('p', 'test', `thing ${n}`, { n });
  expect(await store.work.verifyAudit()).toBeUndefined();
  await store.close();
  const raw = new DatabaseSync(file);
  expect(() => raw.exec(`update audit set subject = 'other'`)).toThrow(/never overwritten/);
  expect(() => raw.exec('delete from audit')).toThrow(/never shortened/);
  // An erased detail leaves the chain whole.
  raw.exec('update audit set detail = null where number = 2');
  const reopened = await openSqlite(file, () => 0);
  expect(await reopened.work.verifyAudit()).toBeUndefined();
  expect((await reopened.work.audit(5)).map((e) => e.detail)).toEqual([{ n: 3 }, undefined, { n: 1 }]);
  raw.exec('drop trigger audit_append_only');
  raw.exec(`update audit set subject = 'thing 9' where number = 2`);
  expect(await reopened.work.verifyAudit()).toEqual({ number: 2, reason: 'was changed' });
  await reopened.close();
  raw.close();
});

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
  // The step alone: later ones have been taken already.
  await days.up(new Kysely({ dialect: nodeSqlite(raw) }));
  raw.close();
  const second = await openSqlite(file, () => 0);
  const since = async (d: string) =>
    (await (await second.public.at(1))?.statements({ since: day(d) }))?.map((s) => s.id);
  expect([await since('2024-10-02'), await since('2024-10-03')]).toEqual([[payload.id], []]);
  await second.close();
});

it('SQLite: finds what was published under names that were folded otherwise', async () => {
  const file = join(folder, 'folded.db');
  const first = await openSqlite(file, () => 0);
  const place = aPlace('zaporizhzhia', [35, 47], { en: 'Zaporizhzhia' });
  const [revision] = await first.desk.save([{ kind: 'place', payload: place, by: 'tester' }]);
  await first.desk.publish(
    {
      published_at: 1,
      note: { en: 'n' },
      entries: [{ kind: 'place', id: place.id, revision: revision as number, change: 'new' }],
    },
    async () => new Map(),
  );
  await first.close();
  const raw = new DatabaseSync(file);
  raw.exec(`update public_search set names = 'zaporizhzhia'`);
  await folded.up(new Kysely({ dialect: nodeSqlite(raw) }));
  raw.close();
  const second = await openSqlite(file, () => 0);
  const found = await (await second.public.at(1))?.search('Zaporizhia', 5);
  expect(found).toEqual([{ kind: 'place', id: 'zaporizhzhia' }]);
  await second.close();
});

it('SQLite: knows of what an older store published what leans on what, and of which month it is', async () => {
  const file = join(folder, 'leans.db');
  const first = await openSqlite(file, () => 0);
  const items = [
    { kind: 'place', payload: aPlace('dnipro', [35, 48]) },
    { kind: 'report', payload: aReport('r-aaaaaaaaaa') },
    { kind: 'event', payload: anEvent('e-aaaaaaaaaa') },
  ] as const;
  const revisions = await first.desk.save(items.map((item) => ({ ...item, by: 'tester' })));
  const entries = items.map(({ kind, payload: { id } }, i) => {
    return { kind, id, revision: revisions[i] as number, change: 'new' as const };
  });
  await first.desk.publish({ published_at: 1, note: { en: 'n' }, entries }, async () => new Map());
  await first.close();
  const raw = new DatabaseSync(file);
  raw.exec(`drop table public_lean; update public_item set day = null where kind != 'statement'`);
  await leans.up(new Kysely({ dialect: nodeSqlite(raw) }));
  raw.close();
  const second = await openSqlite(file, () => 0);
  const reader = await second.public.at(1);
  const leaning = await reader?.leaningOn({ kind: 'report', id: 'r-aaaaaaaaaa' });
  expect(leaning?.map((one) => one.payload.id)).toEqual(['e-aaaaaaaaaa']);
  const months = new Set(['2024-11']);
  expect([await reader?.events({ months }), await reader?.reports({ months })]).toMatchObject([
    [{ id: 'e-aaaaaaaaaa' }],
    [{ id: 'r-aaaaaaaaaa' }],
  ]);
  await second.close();
});

/** A store with a batch of which some is at the desk already, and a look at its file from outside. */
async function halfway(name: string) {
  const file = join(folder, name);
  const store = await openSqlite(file, () => 0);
  const events = Array.from({ length: 4_500 }, (_, i) =>
    anEvent(idOf('e', createHash('sha256').update(String(i)).digest())),
  );
  await store.desk.stage(
    'large',
    events.map((payload) => ({ kind: 'event' as const, payload, by: 'import' })),
  );
  const accepting = store.desk.accept('large');
  const raw = new DatabaseSync(file);
  const begun = raw.prepare('select place from arriving where place > 0');
  await vi.waitUntil(() => begun.get() !== undefined, { interval: 1 });
  return { file, store, accepting, raw };
}

it('SQLite: a batch that broke off on its way to the desk is whole when the store is opened again', async () => {
  const { file, store, accepting, raw } = await halfway('broke-off.db');
  const broken = accepting.then(
    () => false,
    () => true,
  );
  await store.close();
  expect(await broken).toBe(true);
  const written = raw.prepare('select count(*) as n from desk_item').get() as { n: number };
  expect(written.n).toBeGreaterThan(0);
  expect(written.n).toBeLessThan(4_500);
  raw.close();
  const again = await openSqlite(file, () => 0);
  expect(await again.desk.all('event')).toHaveLength(4_500);
  expect((await again.work.counts()).draft).toBe(4_500);
  await again.desk.discard('large');
  expect(await again.desk.all('event')).toHaveLength(4_500);
  await again.close();
});

it('SQLite: a batch that two take over at once comes once, and who accepted it is told of all of it', async () => {
  const { file, store, accepting, raw } = await halfway('two-take-over.db');
  raw.close();
  const other = await openSqlite(file, () => 0);
  expect(await other.desk.all('event')).toHaveLength(4_500);
  const accepted = await accepting;
  expect(new Set(accepted.map((each) => each.id)).size).toBe(4_500);
  expect(accepted.every((each) => each.revision === 1)).toBe(true);
  await other.close();
  await store.close();
});

it('SQLite: a batch that is on its way is not given up any more', async () => {
  const file = join(folder, 'given-up.db');
  const store = await openSqlite(file, () => 0);
  await store.desk.stage('one', [{ kind: 'event', payload: anEvent('e-aaaaaaaaaa'), by: 'import' }]);
  const raw = new DatabaseSync(file);
  raw.exec(`insert into arriving values ('one', '', '', 0, 0)`);
  raw.close();
  await store.desk.discard('one');
  expect((await store.desk.all('event')).map((e) => e.revision)).toEqual([1]);
  expect(await store.desk.accept('one')).toEqual([]);
  await store.close();
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

it('SQLite: two processes that wait for the same instant publish what is due once', async () => {
  const file = join(folder, 'two-processes.db');
  const store = await openSqlite(file);
  await store.desk.save([{ kind: 'place', payload: aPlace('dnipro', [35, 48]), by: 'tester' }]);
  const item = { kind: 'place', id: 'dnipro', revision: 1 } as const;
  await store.work.move(item, 'tester', 'approve', () => 'approved');
  await store.work.arrange('place', 'dnipro', 'tester', { embargo_until: Date.now() + 2500 });
  const ends = await Promise.all([1, 2].map(() => runToEnd(['tests/fixtures/wait-for-release.ts', file])));
  expect(ends.map((e) => e.code)).toEqual([0, 0]);
  const made = ends.flatMap((e) => e.stdout.split('\n').filter(Boolean));
  expect(made.sort()).toEqual(['made 1', 'seen 1']);
  expect((await store.public.editions()).map((e) => e.number)).toEqual([1]);
  await store.close();
});
