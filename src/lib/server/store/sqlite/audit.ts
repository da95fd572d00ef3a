import type { Kysely, Transaction } from 'kysely';
import { canonical } from '#lib/domain/history/canonical.ts';
import type { AuditEntry } from '../work.ts';
import { sha256 } from './staging.ts';
import type { Tables } from './tables.ts';

/** What the first entry follows. */
const BEGINNING = '0'.repeat(64);
/** Entries read at a time while the chain is verified. */
const STRETCH = 5000;

type Row = Omit<Tables['audit'], 'hash' | 'detail'>;

/** The hash of an entry: over the digest of its detail, not the detail, which a take-down may erase. */
const hashOf = (row: Row): string =>
  sha256(
    [row.previous, row.number, row.at, row.by, row.action, row.subject, row.detail_sha256]
      .map((part) => JSON.stringify(part))
      .join('\n'),
  );

/** Append one entry, in the transaction of what it tells. */
export async function append(
  trx: Transaction<Tables>,
  at: number,
  by: string,
  action: string,
  subject: string,
  detail: unknown = null,
): Promise<void> {
  const last = await trx
    .selectFrom('audit')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const text = canonical(detail);
  const row = {
    number: (last?.number ?? 0) + 1,
    at,
    by,
    action,
    subject,
    detail_sha256: sha256(text),
    previous: last?.hash ?? BEGINNING,
  };
  await trx
    .insertInto('audit')
    .values({ ...row, detail: text, hash: hashOf(row) })
    .execute();
}

export async function entries(
  db: Kysely<Tables>,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('number', '<', before)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ number, at, by, action, subject, detail, hash }) => ({
    number,
    at,
    by,
    action,
    subject,
    detail: detail === null ? undefined : (JSON.parse(detail) as unknown),
    hash,
  }));
}

/** Walk the chain from its beginning. */
export async function verify(db: Kysely<Tables>): Promise<{ number: number; reason: string } | undefined> {
  let [previous, number] = [BEGINNING, 0];
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('number', '>', number)
      .orderBy('number')
      .limit(STRETCH)
      .execute();
    for (const row of rows) {
      number += 1;
      if (row.number !== number) return { number, reason: 'is missing' };
      if (row.previous !== previous) return { number, reason: 'does not follow from the one before it' };
      if (row.hash !== hashOf(row)) return { number, reason: 'was changed' };
      if (row.detail !== null && sha256(row.detail) !== row.detail_sha256)
        return { number, reason: 'has another detail than was written' };
      previous = row.hash;
    }
    if (rows.length < STRETCH) return undefined;
  }
}

/** The newest entry about a thing. */
export const lastOf = (
  db: Kysely<Tables>,
  subject: string,
): Promise<Pick<Tables['audit'], 'by' | 'action' | 'detail'> | undefined> =>
  db
    .selectFrom('audit')
    .select(['by', 'action', 'detail'])
    .where('subject', '=', subject)
    .where('action', '!=', 'arrange')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
