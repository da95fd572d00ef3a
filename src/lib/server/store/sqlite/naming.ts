import { sql, type Kysely } from 'kysely';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Tables } from './tables.ts';

/** Which items of some kinds hold a text as a whole JSON string in their newest words. */
export const idsNaming = (
  db: Kysely<Tables>,
  kinds: readonly ItemKind[],
  text: string,
): Promise<{ kind: ItemKind; id: string }[]> =>
  db
    .selectFrom('desk_item as d')
    .innerJoin('revision as r', (join) =>
      join.onRef('r.kind', '=', 'd.kind').onRef('r.id', '=', 'd.id').onRef('r.number', '=', 'd.revision'),
    )
    .select(['d.kind', 'd.id'])
    .where('d.kind', 'in', kinds)
    .where(sql<boolean>`instr(r.payload, ${JSON.stringify(text)}) > 0`)
    .orderBy('d.kind')
    .orderBy('d.id')
    .execute();
