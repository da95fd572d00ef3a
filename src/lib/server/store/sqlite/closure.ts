import { sql, type Transaction } from 'kysely';
import { OPEN_END, type ItemKind } from '#lib/domain/history/edition.ts';
import { referencesOf } from '#lib/domain/history/references.ts';
import { NotPublishable } from '../store.ts';
import type { Tables } from './tables.ts';

/** Whatever became public leans only on what is public, and nothing public leans on what was retracted. */
export async function checkClosure(trx: Transaction<Tables>, edition: number): Promise<void> {
  const isPublic = async (kind: ItemKind, id: string): Promise<boolean> =>
    (await trx
      .selectFrom('public_item')
      .select('key')
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('superseded_in', '=', OPEN_END)
      .executeTakeFirst()) !== undefined;
  const rows = [...(await publishedIn(trx, edition)), ...(await leaningOnGone(trx, edition))];
  const known = new Map<string, boolean>();
  for (const row of rows) {
    for (const reference of referencesOf(row.kind, JSON.parse(row.payload ?? 'null'))) {
      const name = `${reference.kind} ${reference.id}`;
      let there = known.get(name);
      if (there === undefined) known.set(name, (there = await isPublic(reference.kind, reference.id)));
      if (!there) {
        throw new NotPublishable(
          `${row.kind} ${row.id} leans on ${name} (${reference.path}), which is not public; publish it too or change the ${row.kind}`,
          { item: { kind: row.kind, id: row.id }, on: { kind: reference.kind, id: reference.id } },
        );
      }
    }
  }
}

interface Row {
  readonly kind: ItemKind;
  readonly id: string;
  readonly payload: string;
}

/** What an edition made public. Cross joins here and below keep their order: what changed is few, what is public not. */
const publishedIn = async (trx: Transaction<Tables>, edition: number): Promise<Row[]> =>
  (
    await sql<Row>`select p.kind, p.id, r.payload from change c
      cross join public_item p on p.kind = c.kind and p.id = c.id and p.published_in = c.edition
      cross join revision r on r.kind = p.kind and r.id = p.id and r.number = p.revision
      where c.edition = ${edition} and r.payload is not null`.execute(trx)
  ).rows;

/** What leans on something that an edition retracted. */
const leaningOnGone = async (trx: Transaction<Tables>, edition: number): Promise<Row[]> =>
  (
    await sql<Row>`select p.kind, p.id, r.payload from change c
      cross join public_lean l on l.kind = c.kind and l.id = c.id
      cross join public_item p on p.key = l.key and p.superseded_in = ${OPEN_END}
      cross join revision r on r.kind = p.kind and r.id = p.id and r.number = p.revision
      where c.edition = ${edition} and c.change = 'retraction' and r.payload is not null`.execute(trx)
  ).rows;
