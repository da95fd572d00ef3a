import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Person, Role } from '#lib/domain/access/access.ts';
import type { Account, AccountStore, EntryLink } from '../accounts.ts';
import { append } from './audit.ts';
import type { Tables } from './tables.ts';

const SECRET = 'auth-secret';

export class SqliteAccounts implements AccountStore {
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;
  readonly database: { readonly db: unknown; readonly type: 'sqlite' };

  constructor(db: Kysely<Tables>, now: () => number) {
    this.#db = db;
    this.#now = now;
    this.database = { db, type: 'sqlite' };
  }

  async secret(): Promise<string> {
    await this.#db
      .insertInto('setting')
      .values({ name: SECRET, value: JSON.stringify(randomBytes(32).toString('base64url')) })
      .onConflict((c) => c.doNothing())
      .execute();
    const { value } = await this.#db
      .selectFrom('setting')
      .select('value')
      .where('name', '=', SECRET)
      .executeTakeFirstOrThrow();
    return JSON.parse(value) as string;
  }

  async people(): Promise<Account[]> {
    const { rows } = await sql<Tables['user'] & { seen: string | null }>`
      select u.*, (select max(s."updatedAt") from "session" s where s."userId" = u."id") as seen
      from "user" u order by u."name", u."id"`.execute(this.#db);
    return rows.map(({ id, name, email, role, twoFactorEnabled, seen }) => ({
      id,
      name,
      email,
      role: role as Role,
      secondFactor: Boolean(twoFactorEnabled),
      lastSeen: seen === null ? undefined : Date.parse(seen),
    }));
  }

  async person(id: string): Promise<Person | undefined> {
    const row = await this.#db
      .selectFrom('user')
      .select(['id', 'name', 'role'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row && { id: row.id, name: row.name, role: row.role as Role };
  }

  async setRole(id: string, role: Role, by: string): Promise<'set' | 'last-admin' | 'unknown'> {
    return this.#db.transaction().execute(async (trx) => {
      const admins = await trx.selectFrom('user').select('id').where('role', '=', 'admin').execute();
      if (role !== 'admin' && admins.length === 1 && admins[0]?.id === id) return 'last-admin';
      const { numUpdatedRows } = await trx
        .updateTable('user')
        .set({ role })
        .where('id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return 'unknown';
      // Who has left is signed out everywhere at once.
      if (role === 'none') await sql`delete from "session" where "userId" = ${id}`.execute(trx);
      await append(trx, this.#now(), by, 'role', `person ${id}`, { role });
      return 'set';
    });
  }

  async dropSecondFactor(id: string, by: string): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('user')
        .set({ twoFactorEnabled: 0 })
        .where('id', '=', id)
        .where('twoFactorEnabled', '=', 1)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await sql`delete from "twoFactor" where "userId" = ${id}`.execute(trx);
      await sql`delete from "session" where "userId" = ${id}`.execute(trx);
      await append(trx, this.#now(), by, 'second-factor-off', `person ${id}`);
      return true;
    });
  }

  async addLink(token_sha256: string, link: EntryLink): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await trx
        .insertInto('entry_link')
        .values({
          token_sha256,
          purpose: link.purpose,
          role: link.role ?? null,
          user_id: link.person ?? null,
          note: link.note,
          made_by: link.made_by,
          made_at: link.made_at,
          expires_at: link.expires_at,
          used_at: null,
        })
        .execute();
      await append(trx, this.#now(), link.made_by, 'link', subjectOf(link), { note: link.note });
    });
  }

  async links(): Promise<(EntryLink & { readonly id: string })[]> {
    const rows = await this.#open().orderBy('made_at', 'desc').execute();
    return rows.map((row) => ({ ...toLink(row), id: row.token_sha256 }));
  }

  async link(token_sha256: string): Promise<EntryLink | undefined> {
    const row = await this.#open().where('token_sha256', '=', token_sha256).executeTakeFirst();
    return row && toLink(row);
  }

  #open() {
    return this.#db
      .selectFrom('entry_link')
      .selectAll()
      .where('used_at', 'is', null)
      .where('expires_at', '>', this.#now());
  }

  async useLink(token_sha256: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('entry_link')
      .set({ used_at: this.#now() })
      .where('token_sha256', '=', token_sha256)
      .where('used_at', 'is', null)
      .where('expires_at', '>', this.#now())
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async freeLink(token_sha256: string): Promise<void> {
    await this.#db
      .updateTable('entry_link')
      .set({ used_at: null })
      .where('token_sha256', '=', token_sha256)
      .execute();
  }

  async dropLink(token_sha256: string, by: string): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      const row = await trx
        .deleteFrom('entry_link')
        .where('token_sha256', '=', token_sha256)
        .returningAll()
        .executeTakeFirst();
      if (!row) return;
      const link = toLink(row);
      await append(trx, this.#now(), by, 'link-withdrawn', subjectOf(link), { note: link.note });
    });
  }
}

const toLink = (row: Tables['entry_link']): EntryLink => ({
  purpose: row.purpose,
  role: (row.role ?? undefined) as Role | undefined,
  person: row.user_id ?? undefined,
  note: row.note,
  made_by: row.made_by,
  made_at: row.made_at,
  expires_at: row.expires_at,
});

/** What the log says of a link: what it is for, never what opens it. */
const subjectOf = ({ purpose, person, role }: EntryLink): string => `${purpose} ${person ?? role ?? ''}`;
