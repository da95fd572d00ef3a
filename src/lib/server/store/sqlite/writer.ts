import { sql, type Kysely, type Transaction } from 'kysely';
import { canonical } from '#lib/domain/history/canonical.ts';
import { OPEN_END, type Edition, type ItemKind } from '#lib/domain/history/edition.ts';
import { referencesOf } from '#lib/domain/history/references.ts';
import {
  NotPublishable,
  type Builder,
  type DeskItem,
  type DeskStore,
  type Draft,
  type Items,
  type Publication,
  type PublicationEntry,
} from '../store.ts';
import { deskRows, newestOf } from './desk-rows.ts';
import { SqliteReader } from './reader.ts';
import { searchNames } from './search-names.ts';
import { accept, discard, sha256, stage, type Accepted } from './staging.ts';
import type { Tables } from './tables.ts';

/** The desk's side of the embedded store: one writer, every write whole or not at all. */
export class SqliteDesk implements DeskStore {
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;

  constructor(db: Kysely<Tables>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  async save(drafts: readonly Draft[]): Promise<number[]> {
    return this.#db.transaction().execute(async (trx) => {
      const numbers: number[] = [];
      for (const draft of drafts) {
        const { id } = draft.payload;
        const last = await trx
          .selectFrom('revision')
          .select(sql<number | null>`max(number)`.as('number'))
          .where('kind', '=', draft.kind)
          .where('id', '=', id)
          .executeTakeFirst();
        const number = (last?.number ?? 0) + 1;
        const payload = canonical(draft.payload);
        await trx
          .insertInto('revision')
          .values({
            kind: draft.kind,
            id,
            number,
            payload,
            sha256: sha256(payload),
            written_at: this.#now(),
            written_by: draft.by,
            note: draft.note ?? null,
          })
          .execute();
        numbers.push(number);
      }
      const keys = drafts.map((draft, i) => [draft.kind, draft.payload.id, numbers[i]]);
      await deskRows(newestOf(keys)).execute(trx);
      return numbers;
    });
  }

  stage = (batch: string, drafts: readonly Draft[]): Promise<void> =>
    stage(this.#db, batch, drafts, this.#now());
  accept = (batch: string): Promise<Accepted[]> => accept(this.#db, batch);
  discard = (batch: string): Promise<void> => discard(this.#db, batch);

  async all<K extends ItemKind>(kind: K): Promise<DeskItem<K>[]> {
    const rows = await this.#db
      .selectFrom('revision as r')
      .leftJoin('public_item as p', (join) =>
        join.onRef('p.kind', '=', 'r.kind').onRef('p.id', '=', 'r.id').on('p.superseded_in', '=', OPEN_END),
      )
      .select(['r.id', 'r.number', 'r.payload', 'p.revision'])
      .select(
        sql<number>`exists (select 1 from public_item q where q.kind = r.kind and q.id = r.id)`.as('ever'),
      )
      .where('r.kind', '=', kind)
      .where(
        sql<boolean>`r.number = (select max(m.number) from revision m where m.kind = r.kind and m.id = r.id)`,
      )
      .where('r.payload', 'is not', null)
      .orderBy('r.id')
      .execute();
    return rows.map((row) => ({
      payload: JSON.parse(row.payload ?? 'null') as Items[K],
      revision: row.number,
      published: row.revision ?? undefined,
      retracted: row.revision === null && row.ever === 1,
    }));
  }

  async publish(publication: Publication, build: Builder): Promise<Edition> {
    return this.#db.transaction().execute(async (trx) => {
      const before = await trx
        .selectFrom('edition')
        .selectAll()
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (before && publication.published_at <= before.published_at) {
        throw new NotPublishable(`an edition is published after the one before it, number ${before.number}`);
      }
      const number = (before?.number ?? 0) + 1;
      const lines: string[] = [];
      for (const entry of publication.entries) lines.push(await lineOf(trx, entry));
      const digest = digestOf(before?.digest, publication.published_at, lines);
      const edition: Edition = {
        number,
        published_at: publication.published_at,
        digest,
        note: publication.note,
      };
      await trx
        .insertInto('edition')
        .values({ ...edition, note: JSON.stringify(edition.note) })
        .execute();
      for (const entry of publication.entries) await apply(trx, number, entry);
      await checkClosure(trx, number, publication.entries);
      await settleDesk(trx, number);
      await this.#keepObjects(trx, edition, build);
      return edition;
    });
  }

  /**
   * Writes only the objects that differ from the edition before; the same object serves many editions. Those of the
   * edition before that are not named end with it.
   */
  async #keepObjects(trx: Transaction<Tables>, edition: Edition, build: Builder): Promise<void> {
    const reader = new SqliteReader(trx, edition);
    const old = new Map(await reader.objects());
    for (const [name, built] of await build(reader)) {
      const was = old.get(name);
      old.delete(name);
      if (built === 'same') {
        if (was === undefined) throw new Error(`the edition before has no ${name} that could stay the same`);
        continue;
      }
      const { media, bytes } = built;
      const hash = sha256(bytes);
      if (was === hash) continue;
      await trx
        .insertInto('object')
        .values({ sha256: hash, media, bytes })
        .onConflict((c) => c.doNothing())
        .execute();
      await closeObject(trx, edition.number, name);
      await trx
        .insertInto('edition_object')
        .values({ name, sha256: hash, published_in: edition.number, superseded_in: OPEN_END })
        .execute();
    }
    for (const name of old.keys()) await closeObject(trx, edition.number, name);
  }

  async latest<K extends ItemKind>(
    kind: K,
    id: string,
  ): Promise<{ revision: number; payload: Items[K] } | undefined> {
    const row = await this.#db
      .selectFrom('revision')
      .select(['number', 'payload'])
      .where('kind', '=', kind)
      .where('id', '=', id)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.payload ? { revision: row.number, payload: JSON.parse(row.payload) as Items[K] } : undefined;
  }

  async authors(): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('revision')
      .select('written_by')
      .distinct()
      .orderBy('written_by')
      .execute();
    return rows.map((row) => row.written_by);
  }

  async publicItems(author: string): Promise<{ kind: ItemKind; id: string }[]> {
    return this.#db
      .selectFrom('public_item as p')
      .innerJoin('revision as r', (join) =>
        join.onRef('r.kind', '=', 'p.kind').onRef('r.id', '=', 'p.id').onRef('r.number', '=', 'p.revision'),
      )
      .select(['p.kind', 'p.id'])
      .where('p.superseded_in', '=', OPEN_END)
      .where('r.written_by', '=', author)
      .orderBy('p.kind')
      .orderBy('p.id')
      .execute();
  }
}

/** What an edition has taken up waits for nothing more, unless it was written anew meanwhile; what it retracted is put away. */
const settleDesk = (trx: Transaction<Tables>, edition: number) =>
  sql`update desk_item set
      state = case when c.change = 'retraction' then 'discarded'
        when c.revision >= desk_item.revision then 'public' else state end,
      change = null, note = null, embargo_until = null, retraction = 0, updated_at = e.published_at
    from change c join edition e on e.number = c.edition where c.edition = ${edition} and c.kind = desk_item.kind and c.id = desk_item.id`.execute(
    trx,
  );

const closeObject = (trx: Transaction<Tables>, edition: number, name: string) =>
  trx
    .updateTable('edition_object')
    .set({ superseded_in: edition })
    .where('name', '=', name)
    .where('superseded_in', '=', OPEN_END)
    .execute();

/**
 * The digest of an edition: sha256 of the digest before it, the instant and the sorted lines of what changed. It
 * holds no host name, so the same files give the same digest everywhere.
 */
export function digestOf(before: string | undefined, published_at: number, lines: readonly string[]): string {
  return sha256([before ?? '', String(published_at), ...[...lines].sort(), ''].join('\n'));
}

async function lineOf(trx: Transaction<Tables>, entry: PublicationEntry): Promise<string> {
  if (entry.change === 'retraction') return `${entry.kind} ${entry.id} retraction`;
  const row = await trx
    .selectFrom('revision')
    .select('sha256')
    .where('kind', '=', entry.kind)
    .where('id', '=', entry.id)
    .where('number', '=', entry.revision ?? 0)
    .executeTakeFirst();
  if (!row)
    throw new NotPublishable(`${entry.kind} ${entry.id} has no revision ${entry.revision ?? '(none given)'}`);
  return `${entry.kind} ${entry.id} ${entry.revision} ${row.sha256}`;
}

async function apply(trx: Transaction<Tables>, edition: number, entry: PublicationEntry): Promise<void> {
  const old = await trx
    .selectFrom('public_item')
    .select('key')
    .where('kind', '=', entry.kind)
    .where('id', '=', entry.id)
    .where('superseded_in', '=', OPEN_END)
    .executeTakeFirst();
  if (entry.change === 'retraction' && !old) {
    throw new NotPublishable(`${entry.kind} ${entry.id} is not public, so it cannot be retracted`);
  }
  if (entry.change === 'new' && old) {
    throw new NotPublishable(`${entry.kind} ${entry.id} is public already; say of what kind its change is`);
  }
  if (old) {
    await trx.updateTable('public_item').set({ superseded_in: edition }).where('key', '=', old.key).execute();
    await trx
      .updateTable('public_space')
      .set({ last_edition: edition - 1 })
      .where('key', '=', old.key)
      .execute();
  }
  await trx
    .insertInto('change')
    .values({
      edition,
      kind: entry.kind,
      id: entry.id,
      change: entry.change,
      note: entry.note ? JSON.stringify(entry.note) : null,
      revision: entry.change === 'retraction' ? null : (entry.revision ?? null),
    })
    .execute();
  if (entry.change !== 'retraction')
    await insertPublic(trx, edition, entry.kind, entry.id, entry.revision ?? 0);
}

async function insertPublic(
  trx: Transaction<Tables>,
  edition: number,
  kind: ItemKind,
  id: string,
  revision: number,
): Promise<void> {
  const row = await trx
    .selectFrom('revision')
    .select('payload')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('number', '=', revision)
    .executeTakeFirstOrThrow();
  const payload = JSON.parse(row.payload ?? 'null') as Items[ItemKind];
  const point = (kind === 'event' || kind === 'place') && 'point' in payload ? payload.point : null;
  const { insertId } = await trx
    .insertInto('public_item')
    .values({
      kind,
      id,
      revision,
      published_in: edition,
      superseded_in: OPEN_END,
      lng: point?.[0] ?? null,
      lat: point?.[1] ?? null,
      weight: weightOf(kind, payload),
      day: kind === 'statement' ? (payload as Items['statement']).day : null,
    })
    .executeTakeFirstOrThrow();
  const key = Number(insertId);
  if (point) {
    const [lng, lat] = point;
    await trx
      .insertInto('public_space')
      .values({
        key,
        west: lng,
        east: lng,
        south: lat,
        north: lat,
        first_edition: edition,
        last_edition: OPEN_END,
      })
      .execute();
  }
  const names = searchNames(kind, payload);
  if (names !== '') await trx.insertInto('public_search').values({ rowid: key, names }).execute();
}

/** Regions and countries come before any town; reports and events before them, because there are few. */
function weightOf(kind: ItemKind, payload: Items[ItemKind]): number {
  if (kind !== 'place') return 1e10;
  const place = payload as Items['place'];
  if (place.kind === 'country' || place.kind === 'oblast') return 1e9;
  return place.population ?? 0;
}

/** What a reference may name. */
const LEANT_ON: readonly ItemKind[] = ['place', 'report'];

/** Whatever became public leans only on what is public, and nothing public leans on what was retracted. */
async function checkClosure(
  trx: Transaction<Tables>,
  edition: number,
  entries: readonly PublicationEntry[],
): Promise<void> {
  const isPublic = async (kind: ItemKind, id: string): Promise<boolean> =>
    (await trx
      .selectFrom('public_item')
      .select('key')
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('superseded_in', '=', OPEN_END)
      .executeTakeFirst()) !== undefined;
  const gone = new Set(entries.filter((e) => e.change === 'retraction').map((e) => e.kind));
  const touched = trx
    .selectFrom('public_item as p')
    .innerJoin('revision as r', (join) =>
      join.onRef('r.kind', '=', 'p.kind').onRef('r.id', '=', 'p.id').onRef('r.number', '=', 'p.revision'),
    )
    .select(['p.kind', 'p.id', 'r.payload'])
    .where('p.superseded_in', '=', OPEN_END)
    .where('p.kind', 'in', ['event', 'statement', 'report']);
  // Without a retraction only what this edition published can lean on something missing; nothing leans on a statement.
  const leant = [...gone].some((kind) => LEANT_ON.includes(kind));
  const rows = await (leant ? touched : touched.where('p.published_in', '=', edition)).execute();
  const known = new Map<string, boolean>();
  for (const row of rows) {
    for (const reference of referencesOf(row.kind, JSON.parse(row.payload ?? 'null'))) {
      const name = `${reference.kind} ${reference.id}`;
      let there = known.get(name);
      if (there === undefined) known.set(name, (there = await isPublic(reference.kind, reference.id)));
      if (!there) {
        throw new NotPublishable(
          `${row.kind} ${row.id} leans on ${name} (${reference.path}), which is not public; publish it too or change the ${row.kind}`,
        );
      }
    }
  }
}
