import { sql, type Transaction } from 'kysely';
import { OPEN_END, type Edition } from '#lib/domain/history/edition.ts';
import { NotPublishable, type Builder, type Publication, type PublicationEntry } from '../store.ts';
import { checkClosure } from './closure.ts';
import { apply } from './public-rows.ts';
import { SqliteReader } from './reader.ts';
import { sha256 } from './staging.ts';
import type { Tables } from './tables.ts';

/** Make the next edition inside a transaction of whoever decided it. */
export async function publishIn(
  trx: Transaction<Tables>,
  publication: Publication,
  build: Builder,
): Promise<Edition> {
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
  await checkClosure(trx, number);
  await settleDesk(trx, number);
  await keepObjects(trx, edition, build);
  return edition;
}

/**
 * Writes only the objects that differ from the edition before; the same object serves many editions. Those of the
 * edition before that are not named end with it.
 */
async function keepObjects(trx: Transaction<Tables>, edition: Edition, build: Builder): Promise<void> {
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
