import { sql, type Kysely } from 'kysely';

/** What a newsroom marks items with among itself, as a sorted JSON array; null where there is nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table desk_item add column tags text`.execute(db);
  // Few items have any; those are found without looking through the others.
  await sql`create index desk_item_by_tags on desk_item (tags) where tags is not null`.execute(db);
}
