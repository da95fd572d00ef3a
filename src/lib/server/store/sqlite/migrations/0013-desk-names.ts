import { sql, type Kysely } from 'kysely';
import { keepNames } from '../desk-names.ts';
import { FROM_REVISIONS } from '../desk-rows.ts';

/** By which words items are found at the desk: in any language and spelling, as places are on the map. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table desk_item add column names text`.execute(db);
  await keepNames(FROM_REVISIONS).execute(db);
}
