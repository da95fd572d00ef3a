import { sql, type Kysely } from 'kysely';

/** Editions, append-only revisions, what is public from which edition to which, and the artefacts they serve. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`create table edition (
      number integer primary key check (number > 0),
      published_at integer not null,
      digest text not null,
      note text not null
    ) strict`,
    sql`create table revision (
      kind text not null check (kind in ('place', 'report', 'event', 'ledger', 'statement')),
      id text not null,
      number integer not null check (number > 0),
      payload text,
      sha256 text not null,
      written_at integer not null,
      written_by text not null,
      note text,
      primary key (kind, id, number)
    ) strict, without rowid`,
    // Nothing is overwritten: the only change allowed is the erasure of a payload.
    sql`create trigger revision_append_only before update on revision
      when not (new.payload is null and new.kind = old.kind and new.id = old.id and new.number = old.number
        and new.sha256 = old.sha256 and new.written_at = old.written_at and new.written_by = old.written_by
        and new.note is old.note)
      begin select raise(abort, 'revisions are never overwritten'); end`,
    sql`create trigger revision_kept before delete on revision
      begin select raise(abort, 'revisions are never deleted'); end`,
    sql`create table public_item (
      key integer primary key,
      kind text not null,
      id text not null,
      revision integer not null,
      published_in integer not null references edition (number),
      superseded_in integer not null default 2147483647 check (superseded_in > published_in),
      lng real,
      lat real,
      weight real not null default 0,
      unique (kind, id, published_in),
      foreign key (kind, id, revision) references revision (kind, id, number)
    ) strict`,
    sql`create index public_item_by_kind on public_item (kind, superseded_in, published_in)`,
    sql`create virtual table public_space using rtree (
      key, west, east, south, north, first_edition, last_edition
    )`,
    sql`create virtual table public_search using fts5 (names, tokenize = 'unicode61', prefix = '2 3')`,
    sql`create table change (
      edition integer not null references edition (number),
      kind text not null,
      id text not null,
      change text not null check (change in ('new', 'update', 'clarification', 'correction', 'retraction')),
      note text,
      revision integer,
      primary key (edition, kind, id)
    ) strict, without rowid`,
    sql`create index change_by_item on change (kind, id, edition)`,
    sql`create table object (
      sha256 text primary key,
      media text not null,
      bytes blob not null
    ) strict`,
    sql`create table edition_object (
      name text not null,
      published_in integer not null references edition (number),
      superseded_in integer not null default 2147483647,
      sha256 text not null references object (sha256),
      primary key (name, published_in)
    ) strict, without rowid`,
  ]) {
    await statement.execute(db);
  }
}
