import { sql, type Kysely } from 'kysely';

/** The day of each public statement, so that those from a day on are found without reading the others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`alter table public_item add column day text`,
    sql`update public_item set day = (
      select json_extract(r.payload, '$.day') from revision r
      where r.kind = public_item.kind and r.id = public_item.id and r.number = public_item.revision
    ) where kind = 'statement'`,
    sql`create index public_item_by_day on public_item (kind, day) where day is not null`,
  ]) {
    await statement.execute(db);
  }
}
