import { sql, type Transaction } from 'kysely';
import { isReviewId } from '#lib/domain/control/review-id.ts';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { DeskEntry, Given } from '../work.ts';
import { appendRevision } from './saving.ts';
import type { Tables } from './tables.ts';

/**
 * What an item is given when it is approved: ground its place within its day, and what the rules of the newsroom hold
 * back an instant until which it waits. Returns the revision that stands then.
 */
export async function giveAtApproval(
  trx: Transaction<Tables>,
  entry: DeskEntry,
  give: ((payload: Unfinished) => Given) | undefined,
  now: number,
): Promise<number> {
  const { kind, id, payload, retraction } = entry;
  if (retraction) return entry.revision;
  let revision = entry.revision;
  if (kind === 'statement' && !isReviewId(id) && payload.order === undefined) {
    revision += 1;
    const order = await nextOrder(trx, payload.day);
    // In the name of who wrote it: whoever approves has written nothing, and may approve it again.
    const by = entry.writers.at(-1) ?? entry.updated_by;
    await appendRevision(trx, { kind, payload: { ...payload, order }, by }, revision, now);
  }
  const until = entry.embargo_until === undefined ? give?.(payload).embargo_until : undefined;
  // What is past holds nothing back.
  if (until !== undefined && until > now) {
    await trx
      .updateTable('desk_item')
      .set({ embargo_until: until })
      .where('kind', '=', kind)
      .where('id', '=', id)
      .execute();
  }
  return revision;
}

/** After every statement of a day that stands or waits. */
async function nextOrder(trx: Transaction<Tables>, day: unknown): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(r.payload ->> '$.order') as last from desk_item d
    join revision r on r.kind = d.kind and r.id = d.id and r.number = d.revision
    where d.kind = 'statement' and d.day_from = ${day} and d.state != 'discarded'`.execute(trx);
  return (rows[0]?.last ?? -1) + 1;
}
