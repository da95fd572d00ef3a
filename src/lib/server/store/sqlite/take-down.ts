import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { monthOf } from '#lib/domain/time/month.ts';
import type { Rebuilder, TakeDown, TakenDown } from '../publishing.ts';
import { append } from './audit.ts';
import { rebuildObjects, type Range } from './rebuild.ts';
import type { Tables } from './tables.ts';

/** What stands where words were erased, as long as they were: what was drawn from the words after them stays in place. */
const ERASED = '█';

/** Erase an item from every edition and from the desk, and make anew what held it. */
export async function takeDown(
  db: Kysely<Tables>,
  { kind, id, by, reason }: TakeDown,
  rebuild: Rebuilder,
  now: number,
): Promise<Omit<TakenDown, 'copies'> | undefined> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('revision')
      .select('number')
      .where('kind', '=', kind)
      .where('id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (!known) return undefined;
    const ranges = await rangesOf(trx, kind, id);
    const months = await monthsOf(trx, kind, id);
    await erasePublic(trx, kind, id);
    await eraseDesk(trx, kind, id);
    await trx
      .insertInto('taken_down')
      .values({ kind, id, at: now, by, reason })
      .onConflict((c) => c.doNothing())
      .execute();
    const objects = await rebuildObjects(trx, { kind, months }, ranges, rebuild, now);
    const within = ranges.map(([from, until]) => sql<boolean>`(number >= ${from} and number < ${until})`);
    const editions =
      within.length === 0
        ? []
        : await trx
            .updateTable('edition')
            .set((eb) => ({ redactions: eb('redactions', '+', 1) }))
            .where((eb) => eb.or(within))
            .returning('number')
            .execute();
    await append(trx, now, by, 'take-down', `${kind} ${id}`, { reason, editions: editions.length });
    return { editions: editions.map((e) => e.number).sort((a, b) => a - b), objects };
  });
}

/** Over which editions it was public; what follows one another is one. */
async function rangesOf(trx: Transaction<Tables>, kind: ItemKind, id: string): Promise<Range[]> {
  const rows = await trx
    .selectFrom('public_item')
    .select(['published_in', 'superseded_in'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('published_in')
    .execute();
  const ranges: [number, number][] = [];
  for (const { published_in, superseded_in } of rows) {
    const last = ranges.at(-1);
    if (last?.[1] === published_in) last[1] = superseded_in;
    else ranges.push([published_in, superseded_in]);
  }
  return ranges;
}

/** The months in which it was ever public, and those of the events that lean on it: these are told by it. */
async function monthsOf(trx: Transaction<Tables>, kind: ItemKind, id: string): Promise<Set<string>> {
  const { rows } = await sql<{ day: string | null }>`
    select day from public_item where kind = ${kind} and id = ${id}
    union select p.day from public_lean l cross join public_item p
    where l.kind = ${kind} and l.id = ${id} and p.key = l.key and p.kind = 'event'`.execute(trx);
  return new Set(rows.map((row) => monthOf(row.day as Day | null)));
}

async function erasePublic(trx: Transaction<Tables>, kind: ItemKind, id: string): Promise<void> {
  for (const statement of [
    sql`update revision set payload = null, note = null where kind = ${kind} and id = ${id}`,
    sql`update change set note = null where kind = ${kind} and id = ${id}`,
    sql`delete from public_search where rowid in
      (select key from public_item where kind = ${kind} and id = ${id})`,
    sql`delete from public_lean where key in (select key from public_item where kind = ${kind} and id = ${id})`,
    sql`update public_item set lng = null, lat = null, day = null, weight = 0
      where kind = ${kind} and id = ${id}`,
    // A tree that loses a leaf keeps its bytes; one that is made anew does not.
    sql`delete from public_space`,
    sql`insert into public_space (key, west, east, south, north, first_edition, last_edition)
      select key, lng, lng, lat, lat, published_in, iif(superseded_in = 2147483647, superseded_in, superseded_in - 1)
      from public_item where lng is not null`,
  ]) {
    await statement.execute(trx);
  }
}

async function eraseDesk(trx: Transaction<Tables>, kind: ItemKind, id: string): Promise<void> {
  const passages = await trx
    .selectFrom('drawn as d')
    .innerJoin('report_text as t', (join) =>
      join.onRef('t.report', '=', 'd.report').onRef('t.number', '=', 'd.number'),
    )
    .select(['d.report', 'd.number', 'd.start', 'd.until'])
    .where('d.kind', '=', kind)
    .where('d.id', '=', id)
    .execute();
  for (const { report, number, start, until } of passages) {
    const row = await trx
      .selectFrom('report_text')
      .select('text')
      .where('report', '=', report)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const text = row.text.slice(0, start) + ERASED.repeat(until - start) + row.text.slice(until);
    await trx
      .updateTable('report_text')
      .set({ text })
      .where('report', '=', report)
      .where('number', '=', number)
      .execute();
  }
  const subject = `${kind} ${id}`;
  for (const statement of [
    sql`delete from desk_item where kind = ${kind} and id = ${id}`,
    sql`delete from save_key where kind = ${kind} and id = ${id}`,
    sql`delete from staged where kind = ${kind} and id = ${id}`,
    sql`delete from item_link where kind = ${kind} and id = ${id}`,
    sql`delete from drawn where kind = ${kind} and id = ${id}`,
    sql`delete from presence where kind = ${kind} and id = ${id}`,
    sql`delete from comment where kind = ${kind} and item = ${id}`,
    sql`update audit set detail = null where subject = ${subject} and detail is not null`,
    ...(kind === 'report'
      ? [sql`delete from drawn where report = ${id}`, sql`delete from report_text where report = ${id}`]
      : []),
  ]) {
    await statement.execute(trx);
  }
}

/** How often the log is tried to be emptied while somebody reads, and how long is waited between, in milliseconds. */
const TRIES = 50;
const BETWEEN_MS = 100;

/**
 * Leave nothing of what was deleted in the file or its log: write the file anew, and empty the log. False where another
 * process kept reading from the log, so that it could not be emptied.
 */
export async function wipe(db: Kysely<Tables>): Promise<boolean> {
  await sql`vacuum`.execute(db);
  for (let i = 0; i < TRIES; i += 1) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    if (rows[0]?.busy === 0) return true;
    await new Promise((done) => setTimeout(done, BETWEEN_MS));
  }
  return false;
}

/** Copies of the database that were made before an update; they still hold what stood in it then. */
export const copiesOf = (file: string): string[] =>
  readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${basename(file)}.before-`))
    .map((name) => join(dirname(file), name));
