import { sql, type Kysely } from 'kysely';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import { keepLinks } from '../links.ts';
import type { Tables } from '../tables.ts';

/** Items that are read in one go. */
const CHUNK = 2000;

/** By which links, and on which day and where, an item of the desk is found without looking through all of them. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await sql`create table item_link (
    link text not null, kind text not null, id text not null, primary key (link, kind, id)
  ) strict, without rowid`.execute(db);
  await sql`create index desk_item_by_day on desk_item (kind, day_from, lat, lng, batch)`.execute(db);
  let after: readonly [string, string] = ['', ''];
  for (;;) {
    const { rows } = await sql<{ kind: ItemKind; id: string; payload: string | null }>`
      select d.kind, d.id, r.payload from desk_item d
      join revision r on r.kind = d.kind and r.id = d.id and r.number = d.revision
      where (d.kind, d.id) > (${after[0]}, ${after[1]}) and d.kind in ('event', 'report')
      order by d.kind, d.id limit ${CHUNK}`.execute(db);
    for (const { kind, payload } of rows)
      if (payload !== null) await keepLinks(db, kind, JSON.parse(payload) as Unfinished);
    const last = rows.at(-1);
    if (!last) return;
    after = [last.kind, last.id];
  }
}
