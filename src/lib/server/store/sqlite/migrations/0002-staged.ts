import { sql, type Kysely } from 'kysely';

/** Where a large import waits, in small writes, until it is taken over whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table staged (
    batch text not null,
    place integer not null,
    kind text not null,
    id text not null,
    payload text not null,
    sha256 text not null,
    written_at integer not null,
    written_by text not null,
    note text,
    primary key (batch, place)
  ) strict, without rowid`.execute(db);
}
