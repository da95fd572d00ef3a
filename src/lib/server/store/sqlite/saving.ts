import { sql, type Kysely, type Transaction } from 'kysely';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import { merge } from '#lib/domain/history/merge.ts';
import { NotSaved, type Revision, type Save, type Saved } from '../work.ts';
import { keepNames } from './desk-names.ts';
import { deskRows } from './desk-rows.ts';
import { keepLinks } from './links.ts';
import { sha256 } from './staging.ts';
import type { Tables } from './tables.ts';

/** How long a key of a save is known; a browser repeats a request for minutes, or days where it was closed offline. */
const KNOWN_MS = 60 * 86_400_000;

/** Append a revision, and set the row that the desk lists it by. */
export async function appendRevision(
  trx: Transaction<Tables>,
  { kind, payload, by, note }: Pick<Save, 'kind' | 'payload' | 'by' | 'note'>,
  number: number,
  now: number,
): Promise<void> {
  const text = canonical(payload);
  await trx
    .insertInto('revision')
    .values({
      kind,
      id: payload.id,
      number,
      payload: text,
      sha256: sha256(text),
      written_at: now,
      written_by: by,
      note: note ?? null,
    })
    .execute();
  const newest = sql`select ${kind} as kind, ${payload.id} as id, ${number} as number`;
  await deskRows(newest).execute(trx);
  await keepNames(newest).execute(trx);
  await keepLinks(trx, kind, payload);
}

/** One write by somebody at the desk: saved, merged with what another wrote meanwhile, or told apart from it. */
export const write = (db: Kysely<Tables>, save: Save, now: number): Promise<Saved> =>
  db.transaction().execute((trx) => writeIn(trx, save, now));

class Conflicting extends Error {
  readonly saved: Saved;
  constructor(saved: Saved) {
    super('one of several writes conflicts');
    this.saved = saved;
  }
}

/** Several writes, all or none. */
export async function writeAll(db: Kysely<Tables>, saves: readonly Save[], now: number): Promise<Saved[]> {
  try {
    return await db.transaction().execute(async (trx) => {
      const done: Saved[] = [];
      for (const save of saves) {
        const saved = await writeIn(trx, save, now);
        if (saved.outcome === 'conflict') throw new Conflicting(saved);
        done.push(saved);
      }
      return done;
    });
  } catch (error) {
    if (error instanceof Conflicting) return [error.saved];
    throw error;
  }
}

async function writeIn(trx: Transaction<Tables>, save: Save, now: number): Promise<Saved> {
  const { kind, payload, base, key } = save;
  const known = await trx.selectFrom('save_key').selectAll().where('key', '=', key).executeTakeFirst();
  if (known) {
    const { payload: was } = await revisionOf(trx, known.kind, known.id, known.revision);
    return { outcome: 'saved', revision: known.revision, payload: was ?? payload, merged: false };
  }
  const head = await newest(trx, kind, payload.id);
  if (base > (head?.number ?? 0)) {
    throw new NotSaved(
      `${kind} ${payload.id} has no revision ${base} here; open it again and copy your words over.`,
    );
  }
  if (head && head.payload === undefined)
    throw new NotSaved(
      `${kind} ${payload.id} was taken down for safety; what was erased is not written anew.`,
    );
  const keep = async (revision: number, is: Unfinished, merged: boolean): Promise<Saved> => {
    await trx.insertInto('save_key').values({ key, kind, id: payload.id, revision, at: now }).execute();
    return { outcome: 'saved', revision, payload: is, merged };
  };
  if (!head) {
    await appendRevision(trx, save, 1, now);
    await trx
      .deleteFrom('save_key')
      .where('at', '<', now - KNOWN_MS)
      .execute();
    return keep(1, payload, false);
  }
  const theirs = head.payload ?? { id: payload.id };
  if (base === head.number) {
    if (canonical(theirs) === canonical(payload)) return keep(head.number, theirs, false);
    await appendRevision(trx, save, head.number + 1, now);
    return keep(head.number + 1, payload, false);
  }
  const from =
    base === 0 ? { id: payload.id } : ((await revisionOf(trx, kind, payload.id, base)).payload ?? theirs);
  const both = merge(from, payload, theirs);
  const merged = both.merged as unknown as Unfinished;
  if (both.conflicts.length > 0)
    return { outcome: 'conflict', conflicts: both.conflicts, merged, theirs: head };
  if (canonical(merged) === canonical(theirs)) return keep(head.number, theirs, true);
  await appendRevision(trx, { ...save, payload: merged }, head.number + 1, now);
  return keep(head.number + 1, merged, true);
}

const toRevision = (row: Tables['revision']): Revision => ({
  number: row.number,
  at: row.written_at,
  by: row.written_by,
  note: row.note ?? undefined,
  payload: row.payload === null ? undefined : (JSON.parse(row.payload) as Unfinished),
});

export async function newest(db: Kysely<Tables>, kind: ItemKind, id: string): Promise<Revision | undefined> {
  const row = await db
    .selectFrom('revision')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toRevision(row);
}

async function revisionOf(db: Kysely<Tables>, kind: ItemKind, id: string, number: number): Promise<Revision> {
  const row = await db
    .selectFrom('revision')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return toRevision(row);
}

export async function revisions(db: Kysely<Tables>, kind: ItemKind, id: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revision')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(toRevision);
}
