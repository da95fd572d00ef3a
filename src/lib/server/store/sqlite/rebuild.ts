import type { Transaction } from 'kysely';
import type { Edition } from '#lib/domain/history/edition.ts';
import type { Erased, Rebuilder } from '../publishing.ts';
import { SqliteReader } from './reader.ts';
import { sha256 } from './staging.ts';
import type { Tables } from './tables.ts';

/** Editions `[from, until)`. */
export type Range = readonly [from: number, until: number];

/** An edition of which nothing was made yet. */
class BareReader extends SqliteReader {
  override objects = (): Promise<ReadonlyMap<string, string>> => Promise.resolve(new Map());
  override object = (): Promise<undefined> => Promise.resolve(undefined);
  override objectsUnder = (): Promise<ReadonlyMap<string, Uint8Array>> => Promise.resolve(new Map());
}

/**
 * Make every object anew that may hold an item, in all editions that did. Returns the objects that are gone: nothing
 * refers to them any more, and whoever asks for one is told so.
 */
export async function rebuildObjects(
  trx: Transaction<Tables>,
  erased: Erased,
  ranges: readonly Range[],
  rebuild: Rebuilder,
  now: number,
): Promise<string[]> {
  const before = new Set<string>();
  for (const range of ranges) {
    const rows = (await rowsIn(trx, range)).filter((row) => rebuild.holds(erased, row.name));
    for (const row of rows) before.add(row.sha256);
    const made = await remade(trx, erased, range, rows, rebuild);
    for (const row of rows) await cut(trx, row, range);
    for (const row of made) await trx.insertInto('edition_object').values(row).execute();
  }
  const gone: string[] = [];
  for (const hash of before) {
    const used = await trx
      .selectFrom('edition_object')
      .select('name')
      .where('sha256', '=', hash)
      .limit(1)
      .executeTakeFirst();
    if (used) continue;
    await trx.deleteFrom('object').where('sha256', '=', hash).execute();
    await trx
      .insertInto('gone_object')
      .values({ sha256: hash, at: now })
      .onConflict((c) => c.doNothing())
      .execute();
    gone.push(hash);
  }
  return gone;
}

type Row = Tables['edition_object'];

const rowsIn = (trx: Transaction<Tables>, [from, until]: Range): Promise<Row[]> =>
  trx
    .selectFrom('edition_object')
    .selectAll()
    .where('published_in', '<', until)
    .where('superseded_in', '>', from)
    .execute();

/** The objects of every edition of a range; one that is the same in several has one row. */
async function remade(
  trx: Transaction<Tables>,
  erased: Erased,
  [from, until]: Range,
  rows: readonly Row[],
  rebuild: Rebuilder,
): Promise<Row[]> {
  // Between two editions at which one of them began or ended, all are the same.
  const starts = [...new Set([from, ...rows.flatMap((row) => [row.published_in, row.superseded_in])])]
    .filter((n) => n >= from && n < until)
    .sort((a, b) => a - b);
  const open = new Map<string, Row>();
  const made: Row[] = [];
  for (const [i, start] of starts.entries()) {
    const held = rows.filter((row) => row.published_in <= start && row.superseded_in > start);
    const reader = new BareReader(trx, await editionOf(trx, start));
    const built = await rebuild.build(erased, reader, new Set(held.map((row) => row.name)));
    for (const [name, row] of open) {
      if (!built.has(name)) open.delete(name);
      else row.superseded_in = starts[i + 1] ?? until;
    }
    for (const [name, { media, bytes }] of built) {
      const hash = sha256(bytes);
      const end = starts[i + 1] ?? until;
      const running = open.get(name);
      if (running?.sha256 === hash) {
        running.superseded_in = end;
        continue;
      }
      if (running) running.superseded_in = start;
      await trx
        .insertInto('object')
        .values({ sha256: hash, media, bytes })
        .onConflict((c) => c.doNothing())
        .execute();
      const row = { name, sha256: hash, published_in: start, superseded_in: end };
      open.set(name, row);
      made.push(row);
    }
  }
  return made;
}

async function editionOf(trx: Transaction<Tables>, number: number): Promise<Edition> {
  const row = await trx
    .selectFrom('edition')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const { published_at, digest, note } = row;
  return { number, published_at, digest, note: JSON.parse(note) as Edition['note'] };
}

/** Take a range out of a row: what stood before it stays, and what stands after. */
async function cut(trx: Transaction<Tables>, row: Row, [from, until]: Range): Promise<void> {
  const its = trx
    .deleteFrom('edition_object')
    .where('name', '=', row.name)
    .where('published_in', '=', row.published_in);
  await its.execute();
  if (row.published_in < from)
    await trx
      .insertInto('edition_object')
      .values({ ...row, superseded_in: from })
      .execute();
  if (row.superseded_in > until)
    await trx
      .insertInto('edition_object')
      .values({ ...row, published_in: until })
      .execute();
}
