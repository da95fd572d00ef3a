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
  if (entry.embargo_until !== undefined && (await isByHand(trx, entry))) return revision;
  // By the rules as they are and the words as they stand: an earlier approval may have been of another day.
  const until = give?.(payload).embargo_until ?? null;
  await trx
    .updateTable('desk_item')
    // What is past holds nothing back.
    .set({ embargo_until: until !== null && until > now ? until : null })
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
  return revision;
}

/** Whether somebody set until when an item is held back, and not a rule. */
async function isByHand(trx: Transaction<Tables>, { kind, id, embargo_until }: DeskEntry): Promise<boolean> {
  const { rows } = await sql<{ until: number | null }>`
    select detail ->> '$.embargo_until' as until from audit
    where subject = ${`${kind} ${id}`} and action = 'arrange' and json_type(detail, '$.embargo_until') is not null
    order by number desc limit 1`.execute(trx);
  return rows[0]?.until === embargo_until;
}

/** After every statement of a day that stands or waits. */
async function nextOrder(trx: Transaction<Tables>, day: unknown): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(r.payload ->> '$.order') as last from desk_item d
    join revision r on r.kind = d.kind and r.id = d.id and r.number = d.revision
    where d.kind = 'statement' and d.day_from = ${day} and d.state != 'discarded'`.execute(trx);
  return (rows[0]?.last ?? -1) + 1;
}
