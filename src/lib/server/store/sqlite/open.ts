import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, type Selectable } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { EMPTY_EDITION, type Edition } from '#lib/domain/history/edition.ts';
import type { PublicStore, Store } from '../store.ts';
import { SqliteAccounts } from './accounts.ts';
import { finishAll } from './accepting.ts';
import { teachFolding } from './desk-names.ts';
import { nodeSqlite } from './dialect.ts';
import * as editions from './migrations/0001-editions.ts';
import * as staged from './migrations/0002-staged.ts';
import * as days from './migrations/0003-days.ts';
import * as folded from './migrations/0004-folded.ts';
import * as desk from './migrations/0005-desk.ts';
import * as publishing from './migrations/0006-publishing.ts';
import * as publicById from './migrations/0007-public-by-id.ts';
import * as leans from './migrations/0008-leans.ts';
import * as arriving from './migrations/0009-arriving.ts';
import * as widgets from './migrations/0010-widgets.ts';
import * as onlyNew from './migrations/0011-only-new.ts';
import * as links from './migrations/0012-links.ts';
import * as deskNames from './migrations/0013-desk-names.ts';
import * as tags from './migrations/0014-tags.ts';
import { SqlitePublishing } from './publishing.ts';
import { SqliteReader } from './reader.ts';
import type { Tables } from './tables.ts';
import { publicWidget, SqliteWidgets } from './widgets.ts';
import { SqliteWork } from './work.ts';
import { SqliteDesk } from './writer.ts';

/** Forward only, in order; a released one is never edited. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-editions': editions,
  '0002-staged': staged,
  '0003-days': days,
  '0004-folded': folded,
  '0005-desk': desk,
  '0006-publishing': publishing,
  '0007-public-by-id': publicById,
  '0008-leans': leans,
  '0009-arriving': arriving,
  '0010-widgets': widgets,
  '0011-only-new': onlyNew,
  '0012-links': links,
  '0013-desk-names': deskNames,
  '0014-tags': tags,
};

/** What is deleted is overwritten: a take-down leaves nothing in the file. */
const PRAGMAS =
  'pragma foreign_keys = on; pragma busy_timeout = 5000; pragma temp_store = memory; pragma secure_delete = on;';

/**
 * Open the embedded store: one writer and one separate reader on a file in write-ahead mode. Creates the file and
 * brings its tables up to date, after keeping a copy of what was there.
 *
 * @param file path of the database
 * @param now the clock of revisions, UTC milliseconds
 */
export async function openSqlite(file: string, now: () => number = Date.now): Promise<Store> {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = !existsSync(file) || statSync(file).size === 0;
  const writing = new DatabaseSync(file);
  writing.exec(`pragma journal_mode = wal; pragma synchronous = normal; ${PRAGMAS}`);
  teachFolding(writing);
  const writer = new Kysely<Tables>({ dialect: nodeSqlite(writing) });
  await migrate(writer, writing, fresh ? undefined : file);
  await finishAll(writer);

  const reading = new DatabaseSync(file, { readOnly: true });
  // A mapped file and a larger cache: boxes over a million rows are a third quicker to read.
  reading.exec(`${PRAGMAS} pragma mmap_size = 1073741824; pragma cache_size = -65536;`);
  const reader = new Kysely<Tables>({ dialect: nodeSqlite(reading) });
  return {
    public: publicStore(reader),
    desk: new SqliteDesk(writer, now),
    work: new SqliteWork(writer, now),
    publishing: new SqlitePublishing(writer, file, now),
    accounts: new SqliteAccounts(writer, now),
    widgets: new SqliteWidgets(writer, now),
    async close() {
      // The writer goes last: only the last to close folds the log into the file, and a reader may not write. Kysely
      // leaves a connection open that it never asked anything.
      await reader.destroy();
      if (reading.isOpen) reading.close();
      await writer.destroy();
      if (writing.isOpen) writing.close();
    },
  };
}

async function migrate(db: Kysely<Tables>, raw: DatabaseSync, file: string | undefined): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const waiting = (await migrator.getMigrations()).filter((m) => m.executedAt === undefined);
  if (waiting.length === 0) return;
  if (file) raw.prepare('vacuum into ?').run(`${file}.before-${waiting[0]?.name}-${Date.now()}`);
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

function publicStore(db: Kysely<Tables>): PublicStore {
  const toEdition = ({ note, redactions, ...row }: Selectable<Tables['edition']>): Edition => ({
    ...row,
    note: JSON.parse(note) as Edition['note'],
    ...(redactions > 0 ? { redactions } : {}),
  });
  const newestFirst = db.selectFrom('edition').selectAll().orderBy('number', 'desc');
  return {
    async head() {
      const row = await newestFirst.limit(1).executeTakeFirst();
      return row ? toEdition(row) : EMPTY_EDITION;
    },
    editions: async () => (await newestFirst.execute()).map(toEdition),
    async editionBefore(instant) {
      const row = await newestFirst.where('published_at', '<', instant).limit(1).executeTakeFirst();
      return row ? toEdition(row) : undefined;
    },
    async at(number) {
      if (number === 0) return new SqliteReader(db, EMPTY_EDITION);
      const row = await newestFirst.where('number', '=', number).executeTakeFirst();
      return row ? new SqliteReader(db, toEdition(row)) : undefined;
    },
    async object(sha256) {
      return db.selectFrom('object').selectAll().where('sha256', '=', sha256).executeTakeFirst();
    },
    async isGone(sha256) {
      const row = await db
        .selectFrom('gone_object')
        .select('at')
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      return row !== undefined;
    },
    widget: (id) => publicWidget(db, id),
    async review() {
      const row = await db
        .selectFrom('setting')
        .select('value')
        .where('name', '=', 'review')
        .executeTakeFirst();
      const set = JSON.parse(row?.value ?? '{}') as { twoPeople?: unknown };
      return { twoPeople: set.twoPeople !== false };
    },
    async ready() {
      await newestFirst.limit(1).execute();
    },
  };
}
