import { sql, type Kysely } from 'kysely';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Items } from '../../store.ts';
import { searchNames } from '../search-names.ts';

/**
 * Names folded anew: more spellings meet, so what older versions wrote into the index would no longer be found. It
 * folds as the code does that runs it, which is what search will ask for.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ key: number; kind: ItemKind; payload: string }>`
    select s.rowid as key, p.kind, r.payload from public_search s
    join public_item p on p.key = s.rowid
    join revision r on r.kind = p.kind and r.id = p.id and r.number = p.revision
    where r.payload is not null
  `.execute(db);
  for (const { key, kind, payload } of rows) {
    const names = searchNames(kind, JSON.parse(payload) as Items[ItemKind]);
    await sql`update public_search set names = ${names} where rowid = ${key}`.execute(db);
  }
}
