import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { canonical } from '#lib/domain/history/canonical.ts';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { Draft } from '../store.ts';
import { keepLinks } from './links.ts';
import type { Tables } from './tables.ts';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** After so long a batch that nobody accepted is forgotten. */
const STALE_MS = 86_400_000;

/** Put drafts aside in a batch, in one small write. */
export async function stage(
  db: Kysely<Tables>,
  batch: string,
  drafts: readonly Draft[],
  now: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const last = await trx
      .selectFrom('staged')
      .select(sql<number | null>`max(place)`.as('place'))
      .where('batch', '=', batch)
      .executeTakeFirst();
    // Once for each batch: it looks through all that is put aside.
    if (!last?.place) await forgetStale(trx, now - STALE_MS);
    let place = last?.place ?? 0;
    for (const { kind, payload, by, note, onlyNew } of drafts) {
      const text = canonical(payload);
      place += 1;
      await trx
        .insertInto('staged')
        .values({
          batch,
          place,
          kind,
          id: payload.id,
          payload: text,
          sha256: sha256(text),
          written_at: now,
          written_by: by,
          note: note ?? null,
          only_new: onlyNew ? 1 : 0,
        })
        .execute();
      await keepLinks(trx, kind, payload as unknown as Unfinished);
    }
  });
}

/** What was put aside before an instant and is not on its way to the desk. */
async function forgetStale(trx: Transaction<Tables>, before: number): Promise<void> {
  await sql`delete from staged where written_at < ${before}
    and batch not in (select batch from arriving where is_shown = 0)`.execute(trx);
  await sql`delete from arriving where is_shown = 1
    and not exists (select 1 from staged s where s.batch = arriving.batch)`.execute(trx);
}
