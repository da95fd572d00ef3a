import { sql, type Kysely } from 'kysely';

/**
 * What is public of one item now is asked for at every save, for every row of the queue and for every item of an
 * edition. Without this, each of these walks all public items of the kind: the index by kind fits two of the three
 * columns, and nothing fitted better.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index public_item_by_id on public_item (kind, id, superseded_in)`.execute(db);
}
