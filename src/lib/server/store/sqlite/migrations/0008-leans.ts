import { sql, type Kysely } from 'kysely';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Items } from '../../store.ts';
import { noteLeans } from '../leans.ts';

/** Rows read at a time. */
const STRETCH = 5000;

/**
 * What each public item leans on, and the day by which it stands: an edition finds what a change touches without
 * reading all that is public.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`create table public_lean (
      kind text not null, id text not null, key integer not null, primary key (kind, id, key)
    ) strict, without rowid`,
    sql`update public_item set day = (
      select json_extract(r.payload, iif(r.kind = 'event', '$.period.from', '$.published.from')) from revision r
      where r.kind = public_item.kind and r.id = public_item.id and r.number = public_item.revision
    ) where kind in ('event', 'report')`,
  ]) {
    await statement.execute(db);
  }
  for (let last = 0; ;) {
    const { rows } = await sql<{ key: number; kind: ItemKind; payload: string | null }>`
      select p.key, p.kind, r.payload from public_item p
      join revision r on r.kind = p.kind and r.id = p.id and r.number = p.revision
      where p.key > ${last} order by p.key limit ${STRETCH}`.execute(db);
    for (const { key, kind, payload } of rows)
      if (payload !== null) await noteLeans(key, kind, JSON.parse(payload) as Items[ItemKind]).execute(db);
    last = rows.at(-1)?.key ?? 0;
    if (rows.length < STRETCH) return;
  }
}
