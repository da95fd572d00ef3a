import { sql, type Kysely } from 'kysely';
import { FROM_REVISIONS, deskRows } from '../desk-rows.ts';

/**
 * Who works at the desk and how they sign in; where each item stands on its way into an edition; what only the desk
 * sees of a report; and the log of what was done. The first five tables are those of better-auth 1.7.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    sql`create table "user" (
      "id" text not null primary key, "name" text not null, "email" text not null unique,
      "emailVerified" integer not null, "image" text, "createdAt" date not null, "updatedAt" date not null,
      "twoFactorEnabled" integer, "role" text not null
    )`,
    sql`create table "session" (
      "id" text not null primary key, "expiresAt" date not null, "token" text not null unique,
      "createdAt" date not null, "updatedAt" date not null, "ipAddress" text, "userAgent" text,
      "userId" text not null references "user" ("id") on delete cascade
    )`,
    sql`create table "account" (
      "id" text not null primary key, "accountId" text not null, "providerId" text not null,
      "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text,
      "idToken" text, "accessTokenExpiresAt" date, "refreshTokenExpiresAt" date, "scope" text, "password" text,
      "createdAt" date not null, "updatedAt" date not null
    )`,
    sql`create table "verification" (
      "id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" date not null,
      "createdAt" date not null, "updatedAt" date not null
    )`,
    sql`create table "twoFactor" (
      "id" text not null primary key, "secret" text not null, "backupCodes" text not null,
      "userId" text not null references "user" ("id") on delete cascade, "verified" integer,
      "failedVerificationCount" integer, "lockedUntil" date
    )`,
    sql`create table "rateLimit" (
      "id" text not null primary key, "key" text not null unique, "count" integer not null,
      "lastRequest" bigint not null
    )`,
    sql`create index "session_userId_idx" on "session" ("userId")`,
    sql`create index "account_userId_idx" on "account" ("userId")`,
    sql`create index "verification_identifier_idx" on "verification" ("identifier")`,
    sql`create index "twoFactor_secret_idx" on "twoFactor" ("secret")`,
    sql`create index "twoFactor_userId_idx" on "twoFactor" ("userId")`,
    // A link made by an admin: to come in, or to choose a new password. Only its hash is kept.
    sql`create table entry_link (
      token_sha256 text primary key,
      purpose text not null check (purpose in ('join', 'reset')),
      role text,
      user_id text references "user" ("id") on delete cascade,
      note text not null,
      made_by text not null,
      made_at integer not null,
      expires_at integer not null,
      used_at integer
    ) strict, without rowid`,
    sql`create table setting (name text primary key, value text not null) strict, without rowid`,
    // Each entry holds the hash of the one before; over digests, so that an erased detail does not break the chain.
    sql`create table audit (
      number integer primary key,
      at integer not null,
      by text not null,
      action text not null,
      subject text not null,
      detail text,
      detail_sha256 text not null,
      previous text not null,
      hash text not null
    ) strict`,
    sql`create index audit_by_subject on audit (subject, number)`,
    sql`create trigger audit_append_only before update on audit
      when not (new.detail is null and new.number = old.number and new.at = old.at and new.by = old.by
        and new.action = old.action and new.subject = old.subject and new.detail_sha256 = old.detail_sha256
        and new.previous = old.previous and new.hash = old.hash)
      begin select raise(abort, 'the audit log is never overwritten'); end`,
    sql`create trigger audit_kept before delete on audit
      begin select raise(abort, 'the audit log is never shortened'); end`,
    // One row for each item: where its newest revision stands, and what the desk lists and finds it by.
    sql`create table desk_item (
      kind text not null,
      id text not null,
      revision integer not null,
      state text not null check (state in ('draft', 'review', 'approved', 'public', 'discarded')),
      retraction integer not null default 0,
      assignee text,
      change text,
      note text,
      embargo_until integer,
      updated_at integer not null,
      updated_by text not null,
      title text,
      sort text,
      day_from text,
      day_until text,
      lng real,
      lat real,
      primary key (kind, id)
    ) strict, without rowid`,
    sql`create index desk_item_by_state on desk_item (state, updated_at)`,
    sql`create index desk_item_by_place on desk_item (kind, lat, lng)`,
    // A save that is asked for again is answered as the first time.
    sql`create table save_key (
      key text primary key, kind text not null, id text not null, revision integer not null, at integer not null
    ) strict, without rowid`,
    // What a report says, word for word: for the desk alone. Pasting again keeps what was there.
    sql`create table report_text (
      report text not null, number integer not null, text text not null, pasted_at integer not null,
      pasted_by text not null, primary key (report, number)
    ) strict, without rowid`,
    sql`create table drawn (
      report text not null, number integer not null, start integer not null, until integer not null,
      kind text not null, id text not null, at integer not null, by text not null,
      primary key (report, kind, id, start)
    ) strict, without rowid`,
    sql`create table comment (
      id text primary key, kind text not null, item text not null, at integer not null, by text not null,
      text text not null, resolved_at integer, resolved_by text
    ) strict, without rowid`,
    sql`create index comment_by_item on comment (kind, item, at)`,
    sql`create table presence (
      kind text not null, id text not null, person text not null, at integer not null,
      primary key (kind, id, person)
    ) strict, without rowid`,
  ]) {
    await statement.execute(db);
  }
  await deskRows(FROM_REVISIONS).execute(db);
}
