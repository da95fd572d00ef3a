import { sql, type Kysely } from 'kysely';

/** Drafts of a batch that are for what nobody has yet: 1 while it waits, 2 where somebody else had it first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table staged add column only_new integer not null default 0`.execute(db);
}
