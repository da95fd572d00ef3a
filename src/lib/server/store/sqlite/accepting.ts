import { sql, type Kysely, type Transaction } from 'kysely';
import type { AcceptedDraft } from '../store.ts';
import { keepNames } from './desk-names.ts';
import { deskRows, newestOf } from './desk-rows.ts';
import type { Tables } from './tables.ts';

/** Drafts that are taken over in one write: some tens of milliseconds. */
const CHUNK = 2000;
/** After each write others have their turn for as long as it took, and at least so many milliseconds. */
const LEAST_REST_MS = 5;
/** Stands for the revision of a draft that is written with the last of its batch. */
const LAST = 0;

/** Whether a row of the desk is there for anybody: what comes with a batch is, once all of the batch has come. */
export const isHere = sql<boolean>`(d.batch is null
  or d.batch not in (select batch from arriving where is_shown = 0))`;

/**
 * Append a batch as revisions and forget it. What is new comes in many short writes, between which others write, and
 * is seen by nobody; the last write appends what is known to the desk already and shows all of it at once. Whatever
 * breaks off between is finished by whoever next accepts a batch or opens the store, so that nothing is ever half
 * done for long, and never seen half done.
 */
export async function accept(db: Kysely<Tables>, batch: string): Promise<AcceptedDraft[]> {
  await finishAll(db);
  if (!(await db.transaction().execute((trx) => begin(trx, batch)))) return [];
  await finish(db, batch);
  const accepted = await acceptedOf(db, batch);
  await forget(db, batch);
  return accepted;
}

/** Finish what somebody began and did not end. */
export async function finishAll(db: Kysely<Tables>): Promise<void> {
  const begun = await db.selectFrom('arriving').select('batch').where('is_shown', '=', 0).execute();
  for (const { batch } of begun) await finish(db, batch);
}

/** Forget a batch; one of which anything is at the desk already comes there whole. */
export async function discard(db: Kysely<Tables>, batch: string): Promise<void> {
  await finish(db, batch);
  await forget(db, batch);
}

/** From here on the batch will come, whatever happens. False where there is nothing in it that has not come. */
async function begin(trx: Transaction<Tables>, batch: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('arriving')
    .columns(['batch', 'kind', 'id', 'place', 'is_shown'])
    .expression(sql`select ${batch}, '', '', 0, 0 where exists (select 1 from staged where batch = ${batch})`)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Two may do it at once: each write goes on from where the last one ended, whoever made it. */
const finish = (db: Kysely<Tables>, batch: string): Promise<void> =>
  inTurns(() => db.transaction().execute((trx) => takeOver(trx, batch)));

/** Do something again and again until it says that it is done, and leave others as much time as it takes. */
async function inTurns(step: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const before = performance.now();
    if (await step()) return;
    const rest = Math.max(LEAST_REST_MS, performance.now() - before);
    await new Promise((done) => setTimeout(done, rest));
  }
}

/**
 * Take over the next drafts of a batch; true where it has all come. In the order of their ids, in which the desk keeps
 * them: what is written at once lies together in the file.
 */
async function takeOver(trx: Transaction<Tables>, batch: string): Promise<boolean> {
  const upto = await trx
    .selectFrom('arriving')
    .selectAll()
    .where('batch', '=', batch)
    .where('is_shown', '=', 0)
    .executeTakeFirst();
  if (!upto) return true;
  const { rows: next } = await sql<Omit<Placed, 'revision'> & { isKnown: number }>`
    select s.place, s.kind, s.id,
      exists (select 1 from revision r where r.kind = s.kind and r.id = s.id) as isKnown
    from staged s where s.batch = ${batch} and (s.kind, s.id, s.place) > (${upto.kind}, ${upto.id}, ${upto.place})
    order by s.kind, s.id, s.place limit ${CHUNK}`.execute(trx);
  const last = next.at(-1);
  if (!last) {
    await show(trx, batch);
    return true;
  }
  // What is written twice in one batch is known by the second time.
  const isNew = ({ kind, id, isKnown }: (typeof next)[number], i: number): boolean =>
    isKnown === 0 && !(next[i - 1]?.kind === kind && next[i - 1]?.id === id);
  const fresh = next.filter(isNew).map(({ place, kind, id }) => ({ place, kind, id, revision: 1 }));
  await append(trx, batch, fresh, batch);
  const known = next.filter((row, i) => !isNew(row, i)).map((row) => row.place);
  await sql`update staged set revision = ${LAST} where batch = ${batch}
    and place in (select value from json_each(${JSON.stringify(known)}))`.execute(trx);
  const { kind, id, place } = last;
  await trx.updateTable('arriving').set({ kind, id, place }).where('batch', '=', batch).execute();
  return false;
}

/** Append what is known to the desk already, but for what is only for the new, and show the batch. */
async function show(trx: Transaction<Tables>, batch: string): Promise<void> {
  await sql`update staged set only_new = 2,
    revision = (select max(r.number) from revision r where r.kind = staged.kind and r.id = staged.id)
    where batch = ${batch} and revision = ${LAST} and only_new = 1`.execute(trx);
  const { rows } = await sql<Placed>`
    select s.place, s.kind, s.id, row_number() over (partition by s.kind, s.id order by s.place)
      + (select max(r.number) from revision r where r.kind = s.kind and r.id = s.id) as revision
    from staged s where s.batch = ${batch} and s.revision = ${LAST}`.execute(trx);
  await append(trx, batch, rows);
  await sql`update staged set revision = t.value ->> 1
    from json_each(${JSON.stringify(rows.map((row) => [row.place, row.revision]))}) t
    where staged.batch = ${batch} and staged.revision = ${LAST} and staged.place = t.value ->> 0`.execute(
    trx,
  );
  await trx.updateTable('arriving').set({ is_shown: 1 }).where('batch', '=', batch).execute();
}

/** A draft of a batch, and the revision that it becomes. */
interface Placed extends AcceptedDraft {
  readonly place: number;
}

/** @param comesWith the batch with which the items themselves come */
async function append(
  trx: Transaction<Tables>,
  batch: string,
  drafts: readonly Placed[],
  comesWith?: string,
): Promise<void> {
  const those = JSON.stringify(drafts.map(({ place, revision }) => [place, revision]));
  await sql`insert into revision (kind, id, number, payload, sha256, written_at, written_by, note)
    select s.kind, s.id, t.value ->> 1, s.payload, s.sha256, s.written_at, s.written_by, s.note
    from json_each(${those}) t cross join staged s on s.batch = ${batch} and s.place = t.value ->> 0`.execute(
    trx,
  );
  const keys = drafts.map(({ kind, id, revision }) => [kind, id, revision]);
  await deskRows(newestOf(keys), comesWith).execute(trx);
  await keepNames(newestOf(keys)).execute(trx);
}

/** What is new became the first revision. */
async function acceptedOf(db: Kysely<Tables>, batch: string): Promise<AcceptedDraft[]> {
  const { rows } = await sql<AcceptedDraft & { only_new: number }>`
    select kind, id, coalesce(revision, 1) as revision, only_new from staged
    where batch = ${batch} order by place`.execute(db);
  return rows.map(({ only_new, ...row }) => (only_new === 2 ? { ...row, left: true } : row));
}

/** Forget a batch that has come, or that never will, in short writes as well. */
async function forget(db: Kysely<Tables>, batch: string): Promise<void> {
  await inTurns(async () => {
    const { numDeletedRows } = await db
      .deleteFrom('staged')
      .where('batch', '=', batch)
      .where('place', 'in', (of) =>
        of.selectFrom('staged').select('place').where('batch', '=', batch).orderBy('place').limit(CHUNK),
      )
      .executeTakeFirst();
    return numDeletedRows === 0n;
  });
  await db.deleteFrom('arriving').where('batch', '=', batch).execute();
}
