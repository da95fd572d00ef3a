import { sql, type Kysely } from 'kysely';

/** Which batches are on their way to the desk, and what came with them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    // Up to which draft of a batch all is at the desk. Until it is shown, the desk has nothing of it.
    sql`create table arriving (
      batch text primary key, kind text not null, id text not null, place integer not null,
      is_shown integer not null
    ) strict, without rowid`,
    sql`alter table desk_item add column batch text`,
    sql`alter table staged add column revision integer`,
    sql`create index staged_by_id on staged (batch, kind, id, place)`,
    // What is written with the last of a batch.
    sql`create index staged_last on staged (batch, place) where revision = 0`,
    // All that a count asks for is in it, so that no item is read.
    sql`drop index desk_item_by_state`,
    sql`create index desk_item_by_state on desk_item (state, updated_at, batch)`,
  ]) {
    await statement.execute(db);
  }
}
