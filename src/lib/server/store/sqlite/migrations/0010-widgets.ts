import { sql, type Kysely } from 'kysely';

/** Maps that newsrooms hold a key to, and the calls by which they are told what concerns them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`create table widget (
      id text primary key, name text not null, query text not null, words text not null, sites text not null,
      hook text, secret text not null, seen integer not null, made_at integer not null, made_by text not null
    ) strict, without rowid`,
    sql`create table hook_call (
      number integer primary key, widget text not null references widget (id) on delete cascade,
      edition integer not null, body text not null, made_at integer not null, tries integer not null default 0,
      due integer, status integer, answer text, answered_at integer
    ) strict`,
    sql`create index hook_call_due on hook_call (due) where due is not null`,
    sql`create index hook_call_of on hook_call (widget, number)`,
  ]) {
    await statement.execute(db);
  }
}
