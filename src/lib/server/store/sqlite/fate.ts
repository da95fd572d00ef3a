import type { Kysely, Selectable } from 'kysely';
import type { Change, ItemKind } from '#lib/domain/history/edition.ts';
import type { Text } from '#lib/domain/text.ts';
import type { Fate } from '../store.ts';
import type { Tables } from './tables.ts';

/** What became of an item that was public before some edition, or in it. */
export async function fateOf(
  db: Kysely<Tables>,
  edition: number,
  kind: ItemKind,
  id: string,
): Promise<Fate | undefined> {
  const last = await db
    .selectFrom('change as c')
    .innerJoin('edition as e', 'e.number', 'c.edition')
    .select(['c.change', 'c.edition', 'c.note', 'e.published_at'])
    .where('c.kind', '=', kind)
    .where('c.id', '=', id)
    .where('c.edition', '<=', edition)
    .orderBy('c.edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return undefined;
  const erased = await db
    .selectFrom('taken_down')
    .select('at')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  if (erased) return { type: 'taken-down' };
  if (last.change !== 'retraction') return undefined;
  const was = await db
    .selectFrom('public_item as p')
    .innerJoin('revision as r', (join) =>
      join.onRef('r.kind', '=', 'p.kind').onRef('r.id', '=', 'p.id').onRef('r.number', '=', 'p.revision'),
    )
    .select('r.payload')
    .where('p.kind', '=', kind)
    .where('p.id', '=', id)
    .where('p.superseded_in', '=', last.edition)
    .executeTakeFirst();
  const payload = JSON.parse(was?.payload ?? 'null') as { title?: Text | string } | null;
  return {
    type: 'retracted',
    edition: last.edition,
    at: last.published_at,
    note: last.note === null ? undefined : (JSON.parse(last.note) as Text),
    title: payload?.title,
  };
}

/** A change with the instant at which it was published. */
type Dated = Change & { readonly published_at: number };

/** Every correction, clarification and retraction after one edition and up to another, newest first. */
export const corrections = async (db: Kysely<Tables>, after: number, edition: number): Promise<Dated[]> =>
  told(
    await changesBetween(db, after, edition)
      .where('c.change', 'in', ['correction', 'clarification', 'retraction'])
      .execute(),
  );

/** Everything that was done to items of a kind after one edition and up to another, newest first. */
export const changesTo = async (
  db: Kysely<Tables>,
  kind: ItemKind,
  after: number,
  edition: number,
): Promise<Dated[]> => told(await changesBetween(db, after, edition).where('c.kind', '=', kind).execute());

const changesBetween = (db: Kysely<Tables>, after: number, edition: number) =>
  db
    .selectFrom('change as c')
    .innerJoin('edition as e', 'e.number', 'c.edition')
    .leftJoin('taken_down as t', (join) => join.onRef('t.kind', '=', 'c.kind').onRef('t.id', '=', 'c.id'))
    .selectAll('c')
    .select('e.published_at')
    .where('c.edition', '>', after)
    .where('c.edition', '<=', edition)
    // Not even that there was such a thing is told of what was erased.
    .where('t.at', 'is', null)
    .orderBy('c.edition', 'desc')
    .orderBy('c.kind')
    .orderBy('c.id');

const told = (rows: readonly (Selectable<Tables['change']> & { readonly published_at: number })[]): Dated[] =>
  rows.map((row) => ({
    edition: row.edition,
    item: { kind: row.kind, id: row.id },
    change: row.change,
    note: row.note === null ? undefined : (JSON.parse(row.note) as Text),
    published_at: row.published_at,
  }));

/** What was erased for safety, each as its kind and id. */
export async function erased(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('taken_down').select(['kind', 'id']).execute();
  return new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
}
