import type { Transaction } from 'kysely';
import { OPEN_END, type ItemKind } from '#lib/domain/history/edition.ts';
import { dayOfItem } from '#lib/domain/history/item-day.ts';
import { NotPublishable, type Items, type PublicationEntry } from '../store.ts';
import { noteLeans } from './leans.ts';
import { searchNames } from './search-names.ts';
import type { Tables } from './tables.ts';

/** Do to one item what an edition does to it. */
export async function apply(
  trx: Transaction<Tables>,
  edition: number,
  entry: PublicationEntry,
): Promise<void> {
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
  const erased = await trx
    .selectFrom('taken_down')
    .select('at')
    .where('kind', '=', entry.kind)
    .where('id', '=', entry.id)
    .executeTakeFirst();
  if (erased && entry.change !== 'retraction')
    throw new NotPublishable(`${entry.kind} ${entry.id} was taken down for safety and does not come back`);
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
      day: dayOfItem(kind, payload),
    })
    .executeTakeFirstOrThrow();
  const key = Number(insertId);
  await noteLeans(key, kind, payload).execute(trx);
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
