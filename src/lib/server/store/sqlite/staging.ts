import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { canonical } from '#lib/domain/history/canonical.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Draft } from '../store.ts';
import { deskRows } from './desk-rows.ts';
import type { Tables } from './tables.ts';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** A revision that was appended. */
export interface Accepted {
  readonly kind: ItemKind;
  readonly id: string;
  readonly revision: number;
}

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
    await trx
      .deleteFrom('staged')
      .where('written_at', '<', now - STALE_MS)
      .execute();
    const last = await trx
      .selectFrom('staged')
      .select(sql<number | null>`max(place)`.as('place'))
      .where('batch', '=', batch)
      .executeTakeFirst();
    let place = last?.place ?? 0;
    for (const { kind, payload, by, note } of drafts) {
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
        })
        .execute();
    }
  });
}

/** Append a batch as revisions and forget it. */
export async function accept(db: Kysely<Tables>, batch: string): Promise<Accepted[]> {
  return db.transaction().execute(async (trx) => {
    // One statement for all: whoever else writes waits for no more than the copying.
    await sql`insert into revision (kind, id, number, payload, sha256, written_at, written_by, note)
        select s.kind, s.id,
          coalesce((select max(r.number) from revision r where r.kind = s.kind and r.id = s.id), 0) + 1,
          s.payload, s.sha256, s.written_at, s.written_by, s.note
        from staged s where s.batch = ${batch}`.execute(trx);
    const { rows } = await sql<Accepted>`
        select s.kind, s.id,
          (select max(r.number) from revision r where r.kind = s.kind and r.id = s.id) as revision
        from staged s where s.batch = ${batch} order by s.place`.execute(trx);
    await deskRows(sql`select r.kind, r.id, max(r.number) as number from revision r
        join (select distinct kind, id from staged where batch = ${batch}) s on s.kind = r.kind and s.id = r.id
        group by r.kind, r.id`).execute(trx);
    await trx.deleteFrom('staged').where('batch', '=', batch).execute();
    return rows;
  });
}

/** Forget a batch. */
export async function discard(db: Kysely<Tables>, batch: string): Promise<void> {
  await db.deleteFrom('staged').where('batch', '=', batch).execute();
}
