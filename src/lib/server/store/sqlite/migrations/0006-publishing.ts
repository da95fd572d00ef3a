import { sql, type Kysely } from 'kysely';

/**
 * What follows a publication: corrections that were published before a second person saw them, and what was erased
 * for somebody's safety from every edition.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`create table unreviewed (
      kind text not null, id text not null, edition integer not null references edition (number),
      revision integer not null, by text not null, at integer not null, confirmed_by text, confirmed_at integer,
      primary key (kind, id, edition)
    ) strict, without rowid`,
    // How often something was erased from an edition: what is kept of its pages is asked about again.
    sql`alter table edition add column redactions integer not null default 0`,
    sql`create table taken_down (
      kind text not null, id text not null, at integer not null, by text not null, reason text not null,
      primary key (kind, id)
    ) strict, without rowid`,
    sql`create table gone_object (sha256 text primary key, at integer not null) strict, without rowid`,
    sql`create index desk_item_by_embargo on desk_item (embargo_until) where embargo_until is not null`,
    // The note of a revision is erased with its payload.
    sql`drop trigger revision_append_only`,
    sql`create trigger revision_append_only before update on revision
      when not (new.payload is null and new.kind = old.kind and new.id = old.id and new.number = old.number
        and new.sha256 = old.sha256 and new.written_at = old.written_at and new.written_by = old.written_by
        and (new.note is old.note or new.note is null))
      begin select raise(abort, 'revisions are never overwritten'); end`,
    // What is deleted from the index of words is deleted at once, not when it is next merged.
    sql`insert into public_search (public_search, rank) values ('secure-delete', 1)`,
  ]) {
    await statement.execute(db);
  }
}
