import type { Transaction } from 'kysely';
import { OPEN_END, type ItemKind } from '#lib/domain/history/edition.ts';
import { referencesOf } from '#lib/domain/history/references.ts';
import { NotPublishable, type PublicationEntry } from '../store.ts';
import type { Tables } from './tables.ts';

/** What a reference may name. */
const LEANT_ON: readonly ItemKind[] = ['place', 'report'];

/** Whatever became public leans only on what is public, and nothing public leans on what was retracted. */
export async function checkClosure(
  trx: Transaction<Tables>,
  edition: number,
  entries: readonly PublicationEntry[],
): Promise<void> {
  const isPublic = async (kind: ItemKind, id: string): Promise<boolean> =>
    (await trx
      .selectFrom('public_item')
      .select('key')
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('superseded_in', '=', OPEN_END)
      .executeTakeFirst()) !== undefined;
  const gone = new Set(entries.filter((e) => e.change === 'retraction').map((e) => e.kind));
  const touched = trx
    .selectFrom('public_item as p')
    .innerJoin('revision as r', (join) =>
      join.onRef('r.kind', '=', 'p.kind').onRef('r.id', '=', 'p.id').onRef('r.number', '=', 'p.revision'),
    )
    .select(['p.kind', 'p.id', 'r.payload'])
    .where('p.superseded_in', '=', OPEN_END)
    .where('p.kind', 'in', ['event', 'statement', 'report']);
  // Without a retraction only what this edition published can lean on something missing; nothing leans on a statement.
  const leant = [...gone].some((kind) => LEANT_ON.includes(kind));
  const rows = await (leant ? touched : touched.where('p.published_in', '=', edition)).execute();
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
